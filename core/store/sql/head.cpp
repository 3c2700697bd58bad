// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/head.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MostIds = 50'000'000; // of one kind

const QString &columns()
{
    static const QString names =
        u"store, version, sequence, chain, next_permission, next_role, next_user, next_separation, "
        u"next_operation, "
        "next_policy_test, ownership_property, ownership_attribute, since_checkpoint, checkpoint_size"_s;
    return names;
}

} // namespace

void Head::describe(const Policy &policy)
{
    nextPermission = policy.permissions().end();
    nextRole = policy.roles().end();
    nextUser = policy.users().end();
    nextConstraint = policy.constraints().end();
    nextOperation = policy.operations().end();
    nextTest = policy.tests().end();
    ownership = policy.ownership();
}

bool Head::describes(const Policy &policy) const
{
    Head other;
    other.describe(policy);
    return nextPermission == other.nextPermission && nextRole == other.nextRole && nextUser == other.nextUser
        && nextConstraint == other.nextConstraint && nextOperation == other.nextOperation
        && nextTest == other.nextTest && ownership == other.ownership;
}

Result<Head> readHead(Database &database)
{
    std::optional<Head> found;
    bool sane = true;
    Statement statement(database, u"SELECT %1 FROM head"_s.arg(columns()));
    const Status status = statement.forEachRow([&](const Statement &row) {
        Head head;
        head.store = row.text(0);
        head.version = row.integer(1);
        head.sequence = row.integer(2);
        head.chain = row.bytes(3);
        int column = 4;
        for (quint32 *next : {&head.nextPermission, &head.nextRole, &head.nextUser, &head.nextConstraint,
                              &head.nextOperation, &head.nextTest}) {
            const qint64 value = row.integer(column++);
            // Each id was given out by a change, and each change has its event; damage must not make us
            // reserve the whole memory.
            sane = sane && value >= 0 && value <= std::min<qint64>(head.sequence, MostIds);
            *next = quint32(value);
        }
        head.ownership = {row.text(column), row.text(column + 1)};
        head.sinceCheckpoint = row.integer(column + 2);
        head.checkpointSize = row.integer(column + 3);
        found = head;
        return false;
    });
    if (!status)
        return failure(status.error());
    if (!found || !sane)
        return database.damaged(u"its head is not readable"_s);
    return *found;
}

namespace {

Status run(Database &database, const QString &sql, const Head &head)
{
    Statement statement(database, sql.arg(columns()));
    return statement.run(head.store, head.version, head.sequence, head.chain, head.nextPermission,
                         head.nextRole, head.nextUser, head.nextConstraint, head.nextOperation, head.nextTest,
                         head.ownership.property, head.ownership.attribute, head.sinceCheckpoint,
                         head.checkpointSize);
}

} // namespace

Status createHead(Database &database, const Head &head)
{
    return run(database, u"INSERT INTO head (one, %1) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
               head);
}

Status writeHead(Database &database, const Head &head)
{
    return run(database, u"UPDATE head SET (%1) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s, head);
}

} // namespace rolewright
