// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/sqlguard.h"

#include "core/admin/adminregistry.h"
#include "core/admin/changereview.h"
#include "core/store/sql/personalrows.h"
#include "core/store/sql/sqlstore.h"
#include "core/store/sql/trail.h"

// What everything that a guard does has in common.
namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> notSignedIn()
{
    Error error = signInNeeded({});
    error.message =
        u"The store is guarded, and nobody is signed in, or not any more. Nothing was changed: sign in."_s;
    error.findings.first().message = u"Nobody is signed in."_s;
    return failure(error);
}

} // namespace

Status SqlGuard::writing(const std::function<Status(Head &, const Snapshot &)> &write)
{
    return m_store.writing(
        [&](Head &head, const Snapshot &newest) -> Status {
            if (Status status = write(head, newest); !status)
                return status;
            return writeHead(*m_store.m_database, head);
        },
        SqlStore::Repeat::Once);
}

Status SqlGuard::append(Head &head, const Event &event, const Occasion &occasion)
{
    AuditEvent record;
    record.time = occasion.time;
    record.actor = event.actor;
    record.origin = occasion.origin;
    record.reason = occasion.reason;
    record.action = event.action;
    record.target = event.target.isEmpty() ? u"policy"_s : event.target;
    record.summary = event.summary;
    record.result = event.result;
    TrailWriter trail(*m_store.m_database, head);
    if (Status status = trail.noteClock(occasion.time, occasion.origin); !status)
        return status;
    return trail.appendAlone(record, {record.target});
}

Result<bool> SqlGuard::isGuarded()
{
    return GuardRows(*m_store.m_database).isGuarded();
}

Result<QString> SqlGuard::signedInUser(const Policy &policy)
{
    if (!m_session)
        return notSignedIn();
    const User *user = policy.users().find(m_session->user);
    const Result<std::optional<Credential>> credential =
        GuardRows(*m_store.m_database).credential(m_session->user);
    if (!credential)
        return failure(credential.error());
    if (!user || !user->active || !*credential || (*credential)->generation != m_session->generation)
        return notSignedIn();
    return user->id;
}

Status SqlGuard::checkSession()
{
    return m_store.readingNewest([this](const Snapshot &newest) -> Status {
        const Result<QString> user = signedInUser(newest.policy);
        return user ? Status() : Status(failure(user.error()));
    });
}

Result<QSet<UserId>> SqlGuard::usersWhoCanSignIn(const Policy &)
{
    return GuardRows(*m_store.m_database).usersWithCredentials();
}

Status SqlGuard::forget(UserId user)
{
    return GuardRows(*m_store.m_database).removeCredential(user);
}

// Who is signed in has the right for the operation, and has confirmed it where it asks for that.
Status SqlGuard::require(const Policy &policy, const QString &operation, const QString &what, Instant now,
                         QString &actor)
{
    const Result<QString> user = signedInUser(policy);
    if (!user)
        return failure(user.error());
    actor = *user;
    if (Status may = mayPerform(PolicyIndex(policy), {*user, {}, {}}, operation, now); !may)
        return may;
    if (findAdminOperation(operation)->confirmation != AdminOperation::Confirmation::Always)
        return {};
    const Result<bool> confirmed =
        GuardRows(*m_store.m_database)
            .takeConfirmation(m_session->user, operationDigest(operation, what), now);
    if (!confirmed)
        return failure(confirmed.error());
    if (!*confirmed)
        return failure(confirmationNeeded({u"It is the operation %1."_s.arg(operation)}));
    return {};
}

Status SqlGuard::perform(const QString &operation, const QString &what, const Occasion &occasion)
{
    if (Status fits = recordable(u"name"_s, what); !fits)
        return fits;
    const Status done = performWithin(operation, what, occasion);
    if (done || done.error().code != ErrorCode::NotPermitted || needsConfirmation(done.error()))
        return done;
    if (Status recorded = recordRefusal(done.error(), {{}, occasion.origin, occasion.time, false}); !recorded)
        return recorded;
    return done;
}

Status SqlGuard::performWithin(const QString &operation, const QString &what, const Occasion &occasion)
{
    return writing([&](Head &head, const Snapshot &newest) -> Status {
        const Result<bool> guarded = isGuarded();
        if (!guarded)
            return failure(guarded.error());
        QString actor;
        if (!*guarded)
            return {};
        if (Status may = require(newest.policy, operation, what, occasion.time, actor); !may)
            return may;
        const AdminOperation &known = *findAdminOperation(operation);
        if (known.trail != AdminOperation::Trail::Always || known.done != AdminOperation::Done::ByClient)
            return {}; // else the trail would have what was never done
        return append(head, {actor, operation, {}, what, u"done"_s}, occasion);
    });
}

Result<qint64> SqlGuard::erase(const QString &user, const Occasion &occasion)
{
    qint64 erased = 0;
    const Status done = writing([&](Head &head, const Snapshot &newest) -> Status {
        QString by;
        if (Status may = require(newest.policy, u"trail.erase"_s, user, occasion.time, by); !may)
            return may;
        if (Status status = beginRemoving(); !status)
            return status;
        QSet<QString> kept;
        if (const User *now = newest.policy.users().find(newest.policy.users().idOf(user))) {
            kept.insert(now->name);
            for (const QString &value : now->attributes)
                kept.insert(value);
        }
        const Result<qint64> count = PersonalRows(*m_store.m_database).erase(user, kept);
        if (!count)
            return failure(count.error());
        const Result<qint64> inRequests = eraseInRequests(newest.policy, user, kept, occasion.time);
        if (!inRequests)
            return failure(inRequests.error());
        erased = *count + *inRequests;
        // They have whole policies; versions are made from the change sets instead.
        if (Status status = m_store.m_database->run("DELETE FROM checkpoint"); !status)
            return status;
        return append(head,
                      {by, u"trail.erase"_s, u"user/"_s + user,
                       u"erase %1 names and attribute values of %2"_s.arg(erased).arg(user), u"done"_s},
                      occasion);
    });
    if (!done)
        return failure(done.error());
    if (Status status = m_store.overwriteDeleted(); !status)
        return failure(status.error());
    return erased;
}

} // namespace rolewright
