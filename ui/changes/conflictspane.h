// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QFrame>

class QLabel;
class QListView;
class QPlainTextEdit;
class QPushButton;
class QStringListModel;

namespace rolewright {

// My changes that somebody else's version left out, side by side with theirs, each to be decided. Hidden
// while there are none.
class ConflictsPane : public QFrame
{
    Q_OBJECT

public:
    explicit ConflictsPane(Workspace &workspace, QWidget *parent = nullptr);

    void setConflicts(const QList<Conflict> &conflicts);
    qsizetype count() const { return m_conflicts.size(); }

Q_SIGNALS:
    void countChanged();

private:
    void makeLayout();
    void showCurrent();
    void keepMine();
    void takeTheirs();
    void drop(qsizetype row);

    Workspace &m_workspace;
    QList<Conflict> m_conflicts;
    QStringListModel *m_model;
    QLabel *m_title;
    QListView *m_view;
    QLabel *m_message;
    QPlainTextEdit *m_before;
    QPlainTextEdit *m_theirs;
    QPlainTextEdit *m_mine;
    QPushButton *m_keepMine;
    QPushButton *m_takeTheirs;
    QPushButton *m_takeAllTheirs;
};

} // namespace rolewright
