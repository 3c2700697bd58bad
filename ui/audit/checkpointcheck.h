// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

namespace rolewright {

// Holds the trail of the open store against checkpoints that were kept elsewhere: what was rewritten by
// whoever has the store and its keys shows by them alone. Checkpoints count by the key that signed them:
// one's own, and those that a trail names which one's own key vouches for. Off the GUI thread; the latest one
// wins.
class CheckpointCheck : public QObject
{
    Q_OBJECT

public:
    explicit CheckpointCheck(Workspace &workspace, QObject *parent = nullptr);

    // A file of `log checkpoint` lines; `trail` was found intact, and joined to `archives` where there are
    // some, and `own` is the public key of this installation. `done` hears what there is to say, and whether
    // it fits.
    using Done = std::function<void(bool fits, const QString &said)>;
    void start(const QString &path, const TrailState &trail, const QStringList &archives,
               const QByteArray &own, const Done &done);

private:
    struct Run
    {
        QString path;
        TrailState trail;
        QStringList archives; // files
        QByteArrayList trusted;
        QByteArray store; // the hash of its first record
        QList<Checkpoint> checkpoints; // by their record
        QMap<qint64, QByteArray> archived; // hashes of their records
        qsizetype next = 0;
        int outOfReach = 0; // of records that were archived
        Done done;
    };
    using Runs = std::shared_ptr<Run>;
    void findKeys(const Runs &run);
    void findStore(const Runs &run);
    void read(const Runs &run);
    void holdNext(const Runs &run);
    void hold(const Runs &run, const QByteArray &hash);
    // The hash of the record; empty where there is none.
    void hashOf(qint64 sequence, const Runs &run, const std::function<void(const QByteArray &)> &take);
    bool isLatest(const Runs &run) const { return run == m_run; }

    Workspace &m_workspace;
    struct Kept
    {
        QList<Checkpoint> checkpoints;
        QMap<qint64, QByteArray> archived;
    };
    LatestJob<Result<Kept>> m_reading;
    Runs m_run;
};

} // namespace rolewright
