// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/security/storekeys.h"
#include "ui/shell/workspace.h"

namespace rolewright {

// Signs how far the trail of the open store has come, where it is intact: a line to keep away from the store.
// A sealed store notes that it was looked at. The latest one wins; an error is shown.
class NewCheckpoint : public QObject
{
    Q_OBJECT

public:
    explicit NewCheckpoint(Workspace &workspace, QObject *parent = nullptr);

    using Done = std::function<void(const Checkpoint &)>;
    void make(const std::shared_ptr<const StoreKeys> &keys, const Done &done);

private:
    struct Run
    {
        std::shared_ptr<const StoreKeys> keys;
        QByteArray store; // the hash of its first record
        AuditEvent newest;
        Done done;
    };
    using Runs = std::shared_ptr<Run>;
    void find(const Runs &run, const TrailState &trail);
    void seal(const Runs &run);
    void event(qint64 sequence, const Runs &run, const std::function<void(const AuditEvent &)> &take);
    void fail(const Error &error);
    bool isLatest(const Runs &run) const { return run == m_run; }

    Workspace &m_workspace;
    Runs m_run;
};

} // namespace rolewright
