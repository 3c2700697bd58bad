// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QThreadPool>
#include <QTimer>

namespace rolewright {

// Keeps the pending changes of the open store in a file of the user's own (0600, durable), so that a crash, a
// lost connection or closing the window loses nothing, and brings them back when the store is opened again.
//
// Read on a worker; written from a thread of its own, a moment after the last edit.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    // `folder` is made when first needed.
    DraftKeeper(Workspace &workspace, const QString &folder, QObject *parent = nullptr);
    ~DraftKeeper() override; // writes what is not yet written

    static QString stateFolder(); // $XDG_STATE_HOME/rolewright, or where that is by default

    // In a guarded store everybody has a draft of one's own.
    QString fileOf(const QString &location, const QString &user = {}) const;
    void flush(); // returns when it is durable

private:
    void takeStore();
    void takeSession();
    void keep();

    Workspace &m_workspace;
    const QString m_folder;
    QString m_file; // of the open store
    QTimer m_timer;
    QThreadPool m_writer;
};

} // namespace rolewright
