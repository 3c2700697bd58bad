// SPDX-License-Identifier: Apache-2.0
#include "core/admin/changereview.h"

#include "core/admin/adminregistry.h"
#include "core/admin/changewalk.h"
#include "core/admin/delegated.h"
#include "core/exchange/policyjson.h"

#include <QCryptographicHash>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

const PermissionName &administrationUpdate()
{
    static const PermissionName right{u"rolewright/administration"_s, u"update"_s, {}};
    return right;
}

const PermissionName &roleGrant()
{
    static const PermissionName right{u"rolewright/role"_s, u"grant"_s, {}};
    return right;
}

class Reviewer
{
public:
    Reviewer(const PolicyIndex &before, const Policy &draft, const Caller &caller, Instant now)
        : m_before(before)
        , m_caller(caller)
        , m_now(now)
        , m_delegated(before, caller, now)
        , m_walk(draft)
    {
    }

    Result<ChangeReview> run(const QList<Change> &changes)
    {
        if (const auto refused = sessionRefused())
            refuse({}, *refused,
                   u"%1 may change nothing here: %2."_s.arg(m_caller.subject, toText(*refused)));
        for (const Change &change : changes) {
            decideOn(change);
            if (const auto why = m_walk.sensitivity(change))
                m_review.sensitive.append({m_index, *why});
            collectApprovals(change);
            if (Status status = m_walk.apply(change); !status)
                return failure(status.error());
            ++m_index;
        }
        return m_review;
    }

private:
    std::optional<Reason> sessionRefused()
    {
        Request request;
        request.subject = m_caller.subject;
        request.roles = m_caller.roles;
        request.time = m_caller.time;
        const Session session = openSession(m_before, request, m_now);
        m_mayNothing = session.refused.has_value();
        return m_mayNothing ? std::optional(session.refused->reason) : std::nullopt;
    }

    void decideOn(const Change &change)
    {
        if (m_mayNothing)
            return;
        const AdminOperation *operation = findAdminOperation(operationName(change));
        if (!operation) {
            refuse(change, Reason::UnknownPermission, u"There is no right to %1."_s.arg(describe(change)));
            return;
        }
        const bool isCovered = operation->isDelegable && m_delegated.covers(m_walk.policy(), change);
        if (!need(change, operation->right, isCovered))
            return;
        // A delegation says itself which grants it gives and which roles; of a user it says nothing but who.
        const bool isNamed = isCovered && change.kind != Kind::User;
        if (!isNamed && m_walk.isAdministration(change) && !need(change, administrationUpdate(), false))
            return;
        if (m_walk.givesByRenaming(change))
            need(change, roleGrant(), false);
    }

    bool need(const Change &change, const PermissionName &right, bool isCovered)
    {
        const QString thing = change.key.isEmpty() ? u"policy"_s : change.key;
        const Decision decision = decideRight(m_before, m_caller, right, thing, isCovered, m_now);
        if (!decision.allowed) {
            const QString delegated = decision.reason == Reason::ScopeNotSatisfied
                ? u" No delegation to %1 covers it."_s.arg(m_caller.subject)
                : QString();
            refuse(change, decision.reason,
                   u"%1 may not %2: that needs the right %3.%4"_s.arg(m_caller.subject, describe(change),
                                                                      right.toText(), delegated));
        }
        return decision.allowed;
    }

    void refuse(const std::optional<Change> &change, Reason reason, const QString &message)
    {
        m_review.refusals.append({Severity::Error, toText(reason), message,
                                  change ? u"/changes/%1"_s.arg(m_index) : QString(), 0, 0});
    }

    void collectApprovals(const Change &change)
    {
        const Approval *removed = change.kind == Kind::Approval && change.verb == Verb::Remove
            ? std::get_if<Approval>(&change.was)
            : nullptr;
        for (const Approval &approval : m_before.policy().approvals()) {
            if (m_review.approvals.contains(approval))
                continue;
            if (m_walk.isNamedBy(approval.changes, change) || (removed && *removed == approval))
                m_review.approvals.append(approval);
        }
    }

    const PolicyIndex &m_before;
    const Caller &m_caller;
    Instant m_now;
    Delegated m_delegated;
    ChangeWalk m_walk;
    qsizetype m_index = 0;
    bool m_mayNothing = false;
    ChangeReview m_review;
};

} // namespace

Result<ChangeReview> reviewed(const PolicyIndex &before, const Caller &caller, const QList<Change> &changes,
                              Instant now)
{
    return reviewed(before, before.policy(), caller, changes, now);
}

Result<ChangeReview> reviewed(const PolicyIndex &before, const Policy &draft, const Caller &caller,
                              const QList<Change> &changes, Instant now)
{
    return Reviewer(before, draft, caller, now).run(changes);
}

Status mayApply(const ChangeReview &review, const QString &caller)
{
    if (review.refusals.isEmpty())
        return {};
    return failure(ErrorCode::NotPermitted,
                   u"%1 may not make these changes. Nothing was changed: leave out what is named, or ask an "
                   u"administrator "
                   u"for the right."_s.arg(caller),
                   {}, review.refusals);
}

Status mayApply(const PolicyIndex &before, const Caller &caller, const QList<Change> &changes, Instant now)
{
    const Result<ChangeReview> review = reviewed(before, caller, changes, now);
    return review ? mayApply(*review, caller.subject) : Status(failure(review.error()));
}

QByteArray confirmationDigest(const ChangeSet &changes, bool overridesTests)
{
    ChangeSet bound = changes;
    bound.operation = {}; // given to the change set when it is applied, where it has none
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(overridesTests ? "rolewright confirmation, tests overridden\n"
                                : "rolewright confirmation\n");
    hash.addData(writeChangeSet(bound, JsonWriter::Layout::OneLine));
    return hash.result();
}

QByteArray operationDigest(const QString &operation, const QString &what)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData("rolewright operation\n");
    hash.addData(QByteArray::number(operation.size()) + ' ' + operation.toUtf8() + ' ' + what.toUtf8());
    return hash.result();
}

} // namespace rolewright
