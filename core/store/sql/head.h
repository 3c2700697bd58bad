// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/policy.h"
#include "core/store/sql/database.h"

namespace rolewright {

// Where a store stands: its one `head` row.
struct Head
{
    QString store; // a UUID
    qint64 version = 0;
    qint64 sequence = 0; // of the last event
    QByteArray chain; // its hash
    // Ids that were given out are below.
    quint32 nextPermission = 0;
    quint32 nextRole = 0;
    quint32 nextUser = 0;
    quint32 nextConstraint = 0;
    quint32 nextOperation = 0;
    quint32 nextTest = 0;
    Ownership ownership;
    qint64 sinceCheckpoint = 0; // bytes of change sets since the last checkpoint
    qint64 checkpointSize = 0; // bytes of the last checkpoint

    // What stands in the head of the policy itself.
    void describe(const Policy &policy);
    // Whether a policy that was made by applying changes gave out the same ids.
    bool describes(const Policy &policy) const;
};

Result<Head> readHead(Database &database);
Status createHead(Database &database, const Head &head); // of a new store
Status writeHead(Database &database, const Head &head);

} // namespace rolewright
