// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/sqlguard.h"

#include "core/admin/approvers.h"
#include "core/exchange/policyjson.h"
#include "core/store/personal.h"
#include "core/store/sql/sqlstore.h"

// Change sets that wait for a second person.
namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> noSuchRequest(qint64 id)
{
    return failure(ErrorCode::Usage,
                   u"There is no request %1 that waits. Nothing was changed: list the requests."_s.arg(id));
}

QString nameOf(const Policy &policy, UserId user)
{
    const User *found = policy.users().find(user);
    return found ? found->id : QString();
}

QString describeRequest(qint64 id, const ApprovalRequest &request)
{
    return u"request %1 of %2, %3 changes"_s.arg(id)
        .arg(request.requester)
        .arg(request.changes.changes.size());
}

} // namespace

Result<QList<SqlGuard::Waiting>> SqlGuard::readRequests(const Policy &policy, Instant now)
{
    QList<Waiting> all;
    std::optional<Error> damaged;
    Statement statement(
        *m_store.m_database,
        u"SELECT id, user, asked, expires, body, overrides_tests, state, note FROM request ORDER BY id DESC"_s);
    Status status = statement.forEachRow([&](const Statement &row) {
        const Result<ChangeSet> changes = readChangeSet(row.text(4).toUtf8());
        if (!changes) {
            damaged = m_store.m_database->damaged(u"a request's changes are not readable"_s).value();
            return false;
        }
        Waiting waiting;
        waiting.requester = UserId{quint32(row.integer(1))};
        waiting.request = {row.integer(0),   nameOf(policy, waiting.requester),
                           {row.integer(2)}, {row.integer(3)},
                           *changes,         row.integer(5) != 0,
                           row.text(6),      {},
                           row.text(7)};
        if (waiting.request.state == "waiting"_L1 && waiting.request.expires <= now)
            waiting.request.state = u"expired"_s;
        all.append(waiting);
        return true;
    });
    Statement approvals(*m_store.m_database,
                        u"SELECT user FROM request_approval WHERE request = ? ORDER BY user"_s);
    for (qsizetype i = 0; status && i < all.size(); ++i) {
        Waiting &waiting = all[i];
        status = approvals.forEachRow(
            [&](const Statement &row) {
                waiting.request.approvedBy.append(nameOf(policy, UserId{quint32(row.integer(0))}));
                return true;
            },
            waiting.request.id);
    }
    if (!status || damaged)
        return failure(damaged ? *damaged : status.error());
    return all;
}

Result<SqlGuard::Waiting> SqlGuard::waiting(const Policy &policy, qint64 id, Instant now)
{
    const Result<QList<Waiting>> all = readRequests(policy, now);
    if (!all)
        return failure(all.error());
    for (const Waiting &each : *all) {
        if (each.request.id == id && each.request.state == "waiting"_L1)
            return each;
    }
    return noSuchRequest(id);
}

Result<QList<ApprovalRequest>> SqlGuard::requests(Instant now)
{
    QList<ApprovalRequest> requests;
    const Status read = m_store.readingNewest([&](const Snapshot &newest) -> Status {
        const Result<QList<Waiting>> all = readRequests(newest.policy, now);
        if (!all)
            return failure(all.error());
        requests.clear();
        for (const Waiting &each : *all)
            requests.append(each.request);
        return {};
    });
    if (!read)
        return failure(read.error());
    return requests;
}

Result<qint64> SqlGuard::eraseInRequests(const Policy &policy, const QString &user, const QSet<QString> &kept,
                                         Instant now)
{
    const Result<QList<Waiting>> all = readRequests(policy, now);
    if (!all)
        return failure(all.error());
    qint64 count = 0;
    Statement update(*m_store.m_database, u"UPDATE request SET body = ? WHERE id = ?"_s);
    for (const Waiting &each : *all) {
        if (each.request.state == "waiting"_L1)
            continue; // what is decided about is what was asked for
        ChangeSet changes = each.request.changes;
        const qint64 before = count;
        for (Change &change : changes.changes) {
            if (change.key == user)
                change = erased(change, kept, count);
        }
        if (count == before)
            continue;
        const QString body = QString::fromUtf8(writeChangeSet(changes, JsonWriter::Layout::OneLine));
        if (Status status = update.run(body, each.request.id); !status)
            return failure(status.error());
    }
    return count;
}

Result<qint64> SqlGuard::ask(const ChangeSet &changes, const CommitContext &context)
{
    qint64 id = 0;
    const Status asked = writing([&](Head &head, const Snapshot &before) -> Status {
        CommitIndexes indexes(before.policy);
        const Result<Passed> passed = pass(before, changes, context, indexes, Approvals::Ask);
        if (!passed)
            return failure(passed.error());
        const Result<CheckedCommit> checked = checkedCommit(before, changes, context, indexes);
        if (!checked)
            return failure(checked.error());
        Statement insert(*m_store.m_database,
                         u"INSERT INTO request (user, asked, expires, body, overrides_tests, state, note) "
                         "VALUES (?, ?, ?, ?, ?, 'waiting', '') RETURNING id"_s);
        const Status inserted = insert.forEachRow(
            [&](const Statement &row) {
                id = row.integer(0);
                return true;
            },
            m_session->user.value, context.time.msecs, context.time.msecs + RequestLife,
            QString::fromUtf8(writeChangeSet(changes, JsonWriter::Layout::OneLine)), context.overrideTests);
        if (!inserted)
            return inserted;
        return append(
            head,
            {passed->actor,
             u"request.create"_s,
             {},
             u"ask for the approval of request %1: %2 changes"_s.arg(id).arg(changes.changes.size()),
             u"done"_s},
            {context.origin, context.time, changes.reason});
    });
    if (!asked)
        return failure(asked.error());
    return id;
}

// Everything that a commit checks, for who asked, on the policy of now.
Result<CheckedCommit> SqlGuard::recheck(CommitIndexes &indexes, const Snapshot &before,
                                        const Waiting &waiting, Instant now)
{
    const ApprovalRequest &request = waiting.request;
    if (request.requester.isEmpty())
        return failure(ErrorCode::NotPermitted,
                       u"Who asked for it is no user any more. Nothing was changed: refuse the request."_s);
    if (Status may = mayApply(indexes.before(), {request.requester, {}, {}}, request.changes.changes, now); !may)
        return failure(may.error());
    CommitContext context{request.requester, {}, now, request.overridesTests};
    Result<CheckedCommit> checked = checkedCommit(before, request.changes, context, indexes);
    if (!checked)
        return checked;
    if (Status kept = settle(before.policy, checked->policy, now, indexes); !kept)
        return failure(kept.error());
    return checked;
}

Result<Snapshot> SqlGuard::approve(qint64 id, const Occasion &occasion)
{
    if (Status fits = recordable(u"reason"_s, occasion.reason); !fits)
        return failure(fits.error());
    const Status approved = writing([&](Head &head, const Snapshot &before) -> Status {
        const Policy &policy = before.policy;
        QString approver;
        if (Status may = require(policy, u"request.approve"_s, QString::number(id), occasion.time, approver);
            !may)
            return may;
        Result<Waiting> found = waiting(policy, id, occasion.time);
        if (!found)
            return failure(found.error());
        if (found->requester == m_session->user)
            return failure(
                ErrorCode::NotPermitted,
                u"Nobody approves what they asked for themselves. Nothing was changed: let somebody else do it."_s);
        CommitIndexes indexes(policy);
        const PolicyIndex &index = indexes.before();
        const Result<CheckedCommit> checked = recheck(indexes, before, *found, occasion.time);
        if (!checked)
            return failure(checked.error());
        const Result<ChangeReview> review = reviewed(index, {found->request.requester, {}, {}},
                                                     found->request.changes.changes, occasion.time);
        if (!review)
            return failure(review.error());
        const bool helps = std::any_of(
            review->approvals.begin(), review->approvals.end(),
            [&](const Approval &approval) { return mayApprove(index, approver, approval.by, occasion.time); });
        if (!helps)
            return failure(approvalNeeded(review->approvals));
        Statement note(*m_store.m_database,
                       u"INSERT INTO request_approval VALUES (?, ?) ON CONFLICT DO NOTHING"_s);
        if (Status noted = note.run(id, m_session->user.value); !noted)
            return noted;
        if (Status recorded = append(head,
                                     {approver, u"request.approve"_s, u"user/"_s + found->request.requester,
                                      u"approve "_s + describeRequest(id, found->request), u"done"_s},
                                     occasion);
            !recorded)
            return recorded;
        found->request.approvedBy.append(approver);
        const bool isComplete = stillOpen(index, review->approvals, found->request.requester,
                                          found->request.approvedBy, occasion.time)
                                    .isEmpty();
        if (!isComplete)
            return {};
        Statement done(*m_store.m_database, u"UPDATE request SET state = 'applied', note = ? WHERE id = ?"_s);
        if (Status marked = done.run(occasion.reason, id); !marked)
            return marked;
        ChangeSet changes = found->request.changes;
        if (changes.operation.isNull())
            changes.operation = QUuid::createUuid();
        return m_store.write(
            before, *checked, changes,
            {found->request.requester, occasion.origin, occasion.time, found->request.overridesTests}, head);
    });
    if (!approved)
        return failure(approved.error());
    return m_store.load();
}

Status SqlGuard::refuse(qint64 id, const Occasion &occasion)
{
    if (Status fits = recordable(u"reason"_s, occasion.reason); !fits)
        return fits;
    return writing([&](Head &head, const Snapshot &newest) -> Status {
        const Policy &policy = newest.policy;
        const Result<QString> user = signedInUser(policy);
        if (!user)
            return failure(user.error());
        const Result<Waiting> found = waiting(policy, id, occasion.time);
        if (!found)
            return failure(found.error());
        const bool isOwn = found->requester == m_session->user;
        QString by;
        if (Status may = isOwn ? Status() : require(policy, u"request.refuse"_s, {}, occasion.time, by); !may)
            return may;
        Statement mark(*m_store.m_database, u"UPDATE request SET state = ?, note = ? WHERE id = ?"_s);
        if (Status marked = mark.run(isOwn ? u"withdrawn"_s : u"refused"_s, occasion.reason, id); !marked)
            return marked;
        return append(head,
                      {*user, isOwn ? u"request.withdraw"_s : u"request.refuse"_s,
                       u"user/"_s + found->request.requester,
                       (isOwn ? u"withdraw "_s : u"refuse "_s) + describeRequest(id, found->request),
                       u"done"_s},
                      occasion);
    });
}

} // namespace rolewright
