// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/matrix/matrixpaste.h"
#include "ui/shell/workspace.h"

#include <QFrame>

class QLabel;
class QListView;
class QPushButton;
class QStringListModel;

namespace rolewright {

// Pastes into a matrix as one step. What is large, or does not fit, is shown above the matrix first: what
// would be given and taken, and what cannot be and where. What was pasted is kept until it is applied or
// cancelled, and read again when the policy changes. Takes no room meanwhile.
class PasteBar : public QFrame
{
    Q_OBJECT

public:
    static constexpr qsizetype PreviewFrom = 100; // cells; more are shown before

    explicit PasteBar(Workspace &workspace, QWidget *parent = nullptr);

    void paste(const QString &text, const PasteTarget &target);

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void read();
    void take(const PasteReading &reading);
    void present(const PasteReading &reading);
    void apply();
    void leave();

    Workspace &m_workspace;
    QString m_text;
    PasteTarget m_target;
    PasteReading m_reading;
    QLabel *m_title;
    QStringListModel *m_lines;
    QListView *m_view;
    QPushButton *m_apply;
    QPushButton *m_applyRest;
    LatestJob<PasteReading> m_reader;
};

} // namespace rolewright
