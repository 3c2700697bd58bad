// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/changes/changesmodel.h"
#include "ui/shell/workspace.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace rolewright {

// What the draft changes, in groups, with a filter; the selected can be taken back.
class NetChangesPane : public QWidget
{
    Q_OBJECT

public:
    explicit NetChangesPane(Workspace &workspace, QWidget *parent = nullptr);

    void refresh(); // nothing where the net changes are not at hand yet
    void setNotes(const QHash<qsizetype, ChangesModel::Note> &notes);
    void updateState(); // whether there is something to take back

Q_SIGNALS:
    void shown(); // other changes: their notes are gone

private:
    void show(const QList<Change> &changes, const QList<ChangesModel::Group> &groups);
    void takeBack();

    Workspace &m_workspace;
    ChangesModel *m_changes;
    LatestJob<QList<ChangesModel::Group>> m_grouping;
    QLabel *m_title;
    QLineEdit *m_filter;
    QTreeView *m_view;
    QPushButton *m_takeBack;
};

} // namespace rolewright
