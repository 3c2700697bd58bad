// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/edit/change.h"

#include <QFrame>

class QLabel;
class QListView;
class QPushButton;
class QStringListModel;

namespace rolewright {

// Says in place what goes with a deletion before it is done, or why it cannot be. Hidden until opened.
class DeletionBar : public QFrame
{
    Q_OBJECT

public:
    explicit DeletionBar(QWidget *parent = nullptr);

    // The deletion of one or more things of a kind, the last change among them; all else goes with them.
    void open(const QString &question, const Result<QList<Change>> &deletion);

Q_SIGNALS:
    void accepted(const QList<rolewright::Change> &deletion);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLabel *m_question;
    QStringListModel *m_lines;
    QListView *m_view;
    QPushButton *m_delete;
    QPushButton *m_cancel;
    QList<Change> m_deletion;
};

} // namespace rolewright
