// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/catalogue/permissionlines.h"
#include "ui/shell/workspace.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace rolewright {

class ProblemText;

// Takes a list of permissions, typed or pasted, and adds them in one step: all of them or, while a line is
// wrong, none. Read on a worker as one types. Hidden until opened.
class AddManyBar : public QFrame
{
    Q_OBJECT

public:
    explicit AddManyBar(Workspace &workspace, QWidget *parent = nullptr);

    void open(); // what was typed last and not added is still there

Q_SIGNALS:
    void added(const QString &first);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void read();
    void take(const PermissionLines &lines);
    void add();

    Workspace &m_workspace;
    ProblemText *m_text;
    QLabel *m_summary;
    QPushButton *m_add;
    PermissionLines m_lines; // of what is typed, where m_add is enabled
    LatestJob<PermissionLines> m_reading;
};

} // namespace rolewright
