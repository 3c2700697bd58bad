// SPDX-License-Identifier: Apache-2.0
#include "ui/audit/newcheckpoint.h"

#include "ui/widgets/coretext.h"

namespace rolewright {

using namespace Qt::StringLiterals;

NewCheckpoint::NewCheckpoint(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::storeChanged, this, [this] { m_run.reset(); });
    connect(&workspace, &Workspace::sessionChanged, this, [this] {
        if (m_workspace.isShut())
            m_run.reset();
    });
}

void NewCheckpoint::make(const std::shared_ptr<const StoreKeys> &keys, const Done &done)
{
    const auto run = std::make_shared<Run>(Run{keys, {}, {}, done});
    m_run = run;
    m_workspace.service().verifyTrail(this, [this, run](const Result<TrailState> &trail) {
        if (!isLatest(run))
            return;
        if (!trail)
            fail(trail.error());
        else if (!trail->isIntact())
            m_workspace.show(
                {Message::Kind::Error,
                 tr("The trail is not intact: %1. Nothing was signed.").arg(inWindowLanguage(trail->problem)),
                 {},
                 {}});
        else
            find(run, *trail);
    });
}

void NewCheckpoint::find(const Runs &run, const TrailState &trail)
{
    event(trail.intactTo, run, [this, run, begin = trail.begin](const AuditEvent &newest) {
        run->newest = newest;
        if (begin) {
            run->store = begin->store;
            seal(run);
            return;
        }
        event(1, run, [this, run](const AuditEvent &first) {
            run->store = first.hash;
            seal(run);
        });
    });
}

void NewCheckpoint::event(qint64 sequence, const Runs &run,
                          const std::function<void(const AuditEvent &)> &take)
{
    AuditQuery query;
    query.before = sequence + 1;
    query.limit = 1;
    m_workspace.service().events(
        query, this, [this, sequence, run, take](const Result<QList<AuditEvent>> &found) {
            if (!isLatest(run))
                return;
            if (!found)
                fail(found.error());
            else if (found->isEmpty() || found->first().sequence != sequence)
                m_workspace.show({Message::Kind::Error,
                                  tr("Entry %L1 is gone since the trail was verified. Nothing was signed: "
                                     "verify it again.")
                                      .arg(sequence),
                                  {},
                                  {}});
            else
                take(found->first());
        });
}

void NewCheckpoint::seal(const Runs &run)
{
    m_workspace.service().guarded<void>(
        [](StoreGuard &guard) -> Status {
            const Result<QByteArrayList> sealing = guard.sealingKeys();
            if (!sealing)
                return failure(sealing.error());
            return sealing->isEmpty() ? Status() : guard.sealAgain(0, Instant::now());
        },
        this,
        [this, run](const Status &sealed) {
            if (!isLatest(run))
                return;
            if (!sealed)
                fail(sealed.error());
            else
                run->done(signedCheckpoint(run->store, run->newest, Instant::now(), run->keys->signing));
        });
}

void NewCheckpoint::fail(const Error &error)
{
    if (error.code != ErrorCode::Cancelled)
        m_workspace.show(toMessage(error));
}

} // namespace rolewright
