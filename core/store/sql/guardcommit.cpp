// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/sqlguard.h"

#include "core/admin/administrators.h"
#include "core/admin/adminregistry.h"
#include "core/admin/changereview.h"
#include "core/store/sql/sqlstore.h"

// What a commit to a guarded store has to pass.
namespace rolewright {

using namespace Qt::StringLiterals;

Error confirmationNeeded(const QStringList &why)
{
    Error error{ErrorCode::NotPermitted,
                u"This asks for a second confirmation. Nothing was changed: confirm it with your password "
                u"and apply it again "
                u"within five minutes."_s,
                {},
                {}};
    for (const QString &sentence : why)
        error.findings.append({Severity::Error, u"confirmation-needed"_s, sentence, {}, 0, 0});
    return error;
}

bool needsConfirmation(const Error &error)
{
    return error.code == ErrorCode::NotPermitted && !error.findings.isEmpty()
        && error.findings.first().code == "confirmation-needed"_L1;
}

Error approvalNeeded(const QList<Approval> &approvals)
{
    Error error{
        ErrorCode::NotPermitted,
        u"These changes need the approval of a second person. Nothing was changed: ask for it, or leave them out."_s,
        {},
        {}};
    for (const Approval &approval : approvals) {
        error.findings.append({Severity::Error,
                               u"approval-needed"_s,
                               u"Somebody else who has the role %1 has to approve: %2."_s.arg(
                                   approval.by, approval.changes.join(u", "_s)),
                               {},
                               0,
                               0});
    }
    return error;
}

bool needsApproval(const Error &error)
{
    return error.code == ErrorCode::NotPermitted && !error.findings.isEmpty()
        && error.findings.first().code == "approval-needed"_L1;
}

Error codeNeeded()
{
    return {ErrorCode::NotPermitted,
            u"You are not signed in yet: a one-time code is asked for too. Give the code that your authenticator "
            u"shows, or a recovery code."_s,
            {},
            {{Severity::Error, u"code-needed"_s, u"The password is right."_s, {}, 0, 0}}};
}

bool needsCode(const Error &error)
{
    return error.code == ErrorCode::NotPermitted && !error.findings.isEmpty()
        && error.findings.first().code == "code-needed"_L1;
}

bool isPowerOfTen(qint64 count)
{
    while (count >= 10 && count % 10 == 0)
        count /= 10;
    return count == 1;
}

Result<SqlGuard::Passed> SqlGuard::pass(const Snapshot &before, const ChangeSet &changes,
                                        const CommitContext &context, CommitIndexes &indexes,
                                        Approvals approvals)
{
    const Result<QString> user = signedInUser(before.policy);
    if (!user)
        return failure(user.error());
    if (before.version != changes.base)
        return Passed{*user, {}}; // refused for that
    const Result<ChangeReview> review =
        reviewed(indexes.before(), {*user, {}, {}}, changes.changes, context.time);
    if (!review)
        return failure(review.error());
    if (Status may = mayApply(*review, *user); !may)
        return failure(may.error());
    if (!review->approvals.isEmpty() && approvals == Approvals::Refuse)
        return failure(approvalNeeded(review->approvals));
    if (review->approvals.isEmpty() && approvals == Approvals::Ask)
        return failure(ErrorCode::Usage,
                       u"These changes need nobody's approval. Nothing was changed: apply them."_s);
    Passed passed{*user, {}};
    for (const ChangeReview::Sensitive &sensitive : review->sensitive)
        passed.confirmed.append(sensitive.why);
    if (context.overrideTests) {
        if (Status may =
                mayPerform(indexes.before(), {*user, {}, {}}, u"test.override"_s, context.time);
            !may)
            return failure(may.error());
        passed.confirmed.append(u"It overrides tests."_s);
    }
    passed.confirmed.removeDuplicates();
    if (passed.confirmed.isEmpty())
        return passed;
    const Result<bool> confirmed =
        GuardRows(*m_store.m_database)
            .takeConfirmation(m_session->user, confirmationDigest(changes, context.overrideTests),
                              context.time);
    if (!confirmed)
        return failure(confirmed.error());
    if (!*confirmed)
        return failure(confirmationNeeded(passed.confirmed));
    return passed;
}

Status SqlGuard::settle(const Policy &before, const Policy &after, Instant now, CommitIndexes &indexes)
{
    const Result<QSet<UserId>> able = usersWhoCanSignIn(after);
    if (!able)
        return failure(able.error());
    if (Status kept = keepsAdministrators(
            indexes.after(after), [&](UserId user) { return able->contains(user); }, now);
        !kept)
        return kept;
    for (const UserId user : *able) {
        if (before.users().contains(user) && !after.users().contains(user)) {
            if (Status status = forget(user); !status)
                return status;
        }
    }
    return {};
}

// One more of a kind that is counted for as long as a day does not pass without it.
Result<Attempts> SqlGuard::countInDay(const QString &counter, Instant now)
{
    constexpr qint64 Day = 24 * 60 * 60 * 1000;
    GuardRows rows(*m_store.m_database);
    const Result<Attempts> before = rows.attempts(counter);
    if (!before)
        return before;
    const bool isOver = now.msecs - before->last.msecs > Day;
    const Attempts counted{isOver ? 1 : before->failures + 1, now, now};
    if (Status status = rows.setAttempts(counter, counted); !status)
        return failure(status.error());
    return counted;
}

Status SqlGuard::recordRefusal(const Error &refusal, const CommitContext &context)
{
    const QString first = refusal.findings.isEmpty() ? refusal.message : refusal.findings.first().message;
    return writing([&](Head &head, const Snapshot &newest) -> Status {
        const Result<QString> user = signedInUser(newest.policy);
        const QString actor = user ? *user : QString();
        const Result<Attempts> now = countInDay(u"refused "_s + actor, context.time);
        if (!now)
            return failure(now.error());
        if (!isPowerOfTen(now->failures))
            return {};
        return append(head,
                      {actor,
                       u"changes.refuse"_s,
                       {},
                       u"refused, %1 in a day: %2"_s.arg(now->failures).arg(first),
                       u"refused"_s},
                      {context.origin, context.time, {}});
    });
}

} // namespace rolewright
