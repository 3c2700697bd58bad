// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QTreeView>

namespace rolewright {

class VersionsModel;

// The versions of the open store. One that is selected is compared with the one before it, of several the
// oldest with the newest. Loaded from the store while it is seen, off the GUI thread.
class VersionList : public QTreeView
{
    Q_OBJECT

public:
    explicit VersionList(Workspace &workspace, QWidget *parent = nullptr);

    void mark(qint64 before, qint64 after); // as if they had been selected; says nothing
    void unmark();

Q_SIGNALS:
    void chosen(qint64 before, qint64 after);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void take(const QList<VersionInfo> &versions);
    void choose();

    Workspace &m_workspace;
    VersionsModel *m_model;
    bool m_stale = true;
    bool m_marking = false;
    bool m_marked = false; // somebody has chosen: it does not choose the newest by itself
    quint64 m_run = 0; // of another store, or an earlier version, is dropped
};

} // namespace rolewright
