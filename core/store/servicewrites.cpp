// SPDX-License-Identifier: Apache-2.0
#include "core/store/servicelane.h"

namespace rolewright {

using namespace Qt::StringLiterals;

void PolicyService::commit(const ChangeSet &changes, const CommitContext &commit, QObject *context,
                           const Callback<Snapshot> &done)
{
    Q_ASSERT(context && context->thread() == thread());
    ++m_commits;
    m_writer->post([this, changes, commit, done, guard = QPointer<QObject>(context), session = m_session,
                    open = m_open, location = m_location, latest = m_latest,
                    epoch = m_cancelled.load()](Lane &lane) {
        const Result<Snapshot> result = [&]() -> Result<Snapshot> {
            if (epoch != m_cancelled)
                return cancelled();
            if (!open)
                return nothingOpen();
            if (Status status = openLane(lane, location); !status)
                return failure(status.error());
            lane.store().prime(latest);
            return lane.run([&](PolicyStore &store) { return store.commit(changes, commit); });
        }();
        const std::optional<StoreTraits> traits =
            lane.hasStore() ? std::optional(lane.store().traits()) : std::nullopt;
        const auto committed = [this, session, guard, done, result, traits] {
            const QPointer<PolicyService> self(this);
            takeTraits(session, traits);
            const bool newer = session == m_session && result && result->version > m_latest.version;
            if (session == m_session)
                --m_commits;
            if (newer) {
                m_latest = *result;
                m_reader->post([snapshot = *result](Lane &reader) {
                    if (reader.hasStore())
                        reader.store().prime(snapshot);
                });
            }
            answer(guard, done, result);
            if (newer && self && session == m_session)
                Q_EMIT versionAppeared(*result);
            if (self && session == m_session && m_held)
                appeared(session, *std::exchange(m_held, {}));
        };
        QMetaObject::invokeMethod(this, committed, Qt::QueuedConnection);
    });
}

void PolicyService::onGuard(const GuardTask &task, QObject *context)
{
    Q_ASSERT(context && context->thread() == thread());
    m_writer->post([this, task, guard = QPointer<QObject>(context), session = m_session, open = m_open,
                    location = m_location, latest = m_latest, epoch = m_cancelled.load()](Lane &lane) {
        const Status ready = epoch != m_cancelled ? Status(cancelled())
            : !open                               ? Status(nothingOpen())
                                                  : openLane(lane, location);
        std::function<void()> answered;
        std::optional<StoreTraits> traits;
        std::optional<Snapshot> newer; // that the call made, or let see
        if (!ready) {
            answered = task(failure(ready.error()));
        } else if (!lane.store().guard()) {
            answered = task(failure(ErrorCode::Usage,
                                    u"This kind of store has no administrators to sign in."_s, location));
        } else {
            lane.store().prime(latest);
            answered = lane.run([&](PolicyStore &store) { return task(store.guard()); });
            traits = lane.store().traits();
            const Result<qint64> version = lane.run([](PolicyStore &store) { return store.version(); });
            if (version && *version > latest.version) {
                const Result<Snapshot> snapshot = lane.run([](PolicyStore &store) { return store.load(); });
                newer = snapshot ? std::optional(*snapshot) : std::nullopt; // else polling says why
            }
        }
        QMetaObject::invokeMethod(
            this,
            [this, session, guard, answered, traits, newer] {
                const QPointer<PolicyService> self(this);
                takeTraits(session, traits);
                if (self && newer && session == m_session) {
                    m_reader->post([snapshot = *newer](Lane &reader) {
                        if (reader.hasStore())
                            reader.store().prime(snapshot);
                    });
                    appeared(session, *newer);
                }
                if (self && guard)
                    answered();
            },
            Qt::QueuedConnection);
    });
}

void PolicyService::useKeys(const std::shared_ptr<const StoreKeys> &keys, const std::optional<Anchor> &anchor,
                            QObject *context, const std::function<void(const Anchor &)> &moved,
                            const Callback<void> &done)
{
    const auto held = std::make_shared<HeldKeys>(keys, anchor);
    const auto told = [this, held, moved, guard = QPointer<QObject>(context),
                       session = m_session](const Anchor &now) {
        held->move(now);
        QMetaObject::invokeMethod(
            this,
            [this, moved, guard, session, now] {
                if (guard && session == m_session)
                    moved(now);
            },
            Qt::QueuedConnection);
    };
    guarded<void>(
        [held, told](StoreGuard &guard) -> Status {
            guard.useKeys(held->keys(), held->anchor(), told);
            return {};
        },
        this,
        [this, held, done, guard = QPointer<QObject>(context), session = m_session](const Status &given) {
            if (given && session == m_session)
                m_keys = held;
            if (guard && done)
                done(given);
        });
}

} // namespace rolewright
