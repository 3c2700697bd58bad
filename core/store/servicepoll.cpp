// SPDX-License-Identifier: Apache-2.0
#include "core/store/servicelane.h"

namespace rolewright {

// On the reader's thread.
void PolicyService::poll(Lane &lane, quint64 session)
{
    const Result<qint64> version = lane.run([](PolicyStore &store) { return store.version(); });
    std::optional<Error> error;
    if (!version) {
        error = version.error();
    } else if (*version < lane.lastVersion) {
        error = goneBack(lane.lastVersion, *version).value();
    } else if (*version > lane.lastVersion) {
        const Result<Snapshot> snapshot = lane.run([](PolicyStore &store) { return store.load(); });
        if (snapshot) {
            lane.lastVersion = snapshot->version;
            QMetaObject::invokeMethod(
                this, [=, this] { appeared(session, *snapshot); }, Qt::QueuedConnection);
        } else {
            error = snapshot.error();
        }
    }
    if (error && error->code == ErrorCode::Cancelled)
        return; // meant for a request: the next poll tells
    const auto tell = [this, session](const std::function<void()> &what) {
        QMetaObject::invokeMethod(
            this,
            [this, session, what] {
                if (session == m_session)
                    what();
            },
            Qt::QueuedConnection);
    };
    // Where it cannot be told now, those who were there have not left for that.
    const Result<QList<Presence>> others =
        error ? QList<Presence>() : lane.run([](PolicyStore &store) { return store.others(); });
    if (others && *others != lane.others) {
        lane.others = *others;
        tell([this, there = *others] {
            m_others = there;
            Q_EMIT othersChanged();
        });
    }
    if (error && needsSignIn(*error)) {
        if (std::exchange(lane.isIn, false)) // else nobody is there yet
            tell([this] { Q_EMIT shutOut(); });
        return;
    }
    if (error && !lane.inTrouble)
        tell([this, told = *error] { Q_EMIT trouble(told); });
    if (!error && lane.inTrouble)
        tell([this] { Q_EMIT recovered(); });
    lane.inTrouble = error.has_value();
    lane.isIn = lane.isIn || !error;
}

} // namespace rolewright
