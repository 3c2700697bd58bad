// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/policystore.h"

namespace rolewright {

// What the trail says of one change: the event without what the store adds (sequence, hash, context), and
// every thing that it touches, so that "everything about role/editor" also finds what was done from the other
// side.
struct TrailEntry
{
    QString action;
    QString target;
    QString targetName;
    QString summary;
    QStringList things; // the target among them; unique
};

// `before` and `after` are the policies around the whole change set: display names come from them.
TrailEntry trailEntry(const Change &change, const Policy &before, const Policy &after);

// The events that record no change.
TrailEntry creationEntry();
TrailEntry overrideEntry(const QStringList &brokenTests);
TrailEntry confirmationEntry(const QStringList &why);

// The change as the trail keeps it: JSON on one line, as in a change set.
QByteArray trailText(const Change &change);

// The event with everything but sequence and hash.
AuditEvent trailEvent(const TrailEntry &entry, const ChangeSet &changes, const CommitContext &context,
                      qint64 version);

} // namespace rolewright
