// SPDX-License-Identifier: Apache-2.0
#include "core/admin/adminregistry.h"

#include <QHash>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Confirmation = AdminOperation::Confirmation;
using Trail = AdminOperation::Trail;
using Done = AdminOperation::Done;
using Kind = Change::Kind;
using Verb = Change::Verb;

PermissionName right(const QString &resource, const QString &action)
{
    return {u"rolewright/"_s + resource, action, {}};
}

QString nameOf(Kind kind, Verb verb)
{
    return toText(kind) + u'.' + toText(verb);
}

class Registry
{
public:
    Registry()
    {
        using enum Confirmation;
        entity(Kind::Permission, {Depends, Depends, Depends, Depends});
        entity(Kind::Role, {Never, Always, Depends, Never});
        entity(Kind::User, {Never, Always, Depends, Depends}, true);
        entity(Kind::Constraint, {Always, Always, Always, Always});
        entity(Kind::Operation, {Depends, Depends, Depends, Never});
        entity(Kind::Test, {Never, Never, Never, Never});
        relation(Kind::Grant, right(u"role"_s, u"grant"_s), Depends, true);
        relation(Kind::Inheritance, right(u"role"_s, u"inherit"_s), Depends, false);
        relation(Kind::Assignment, right(u"user"_s, u"assign"_s), Depends, true);
        add({nameOf(Kind::Assignment, Verb::Set), right(u"user"_s, u"assign"_s), Depends, true,
             Trail::Always});
        relation(Kind::Member, right(u"constraint"_s, u"update"_s), Always, false);
        const PermissionName administration = right(u"administration"_s, u"update"_s);
        relation(Kind::Delegation, administration, Always, false);
        relation(Kind::Approval, administration, Always, false);
        add({nameOf(Kind::Ownership, Verb::Set), administration, Always, false, Trail::Always});

        add({u"policy.read"_s, right(u"policy"_s, u"read"_s), Never, false, Trail::Refusals, Done::ByClient});
        add({u"policy.export"_s, right(u"policy"_s, u"export"_s), Always, false, Trail::Always,
             Done::ByClient});
        // Besides the rights for the changes that it comes to.
        add({u"policy.import"_s, right(u"policy"_s, u"import"_s), Never, false, Trail::Always,
             Done::ByClient});
        add({u"test.override"_s, right(u"test"_s, u"update"_s), Always, false, Trail::Always});
        add({u"audit.read"_s, right(u"audit"_s, u"read"_s), Never, false, Trail::Refusals, Done::ByClient});
        add({u"audit.export"_s, right(u"audit"_s, u"export"_s), Always, false, Trail::Always,
             Done::ByClient});
        add({u"trail.archive"_s, right(u"audit"_s, u"archive"_s), Always, false, Trail::Always});
        add({u"decision.ask"_s, right(u"decision"_s, u"ask"_s), Never, false, Trail::Refusals,
             Done::ByClient});
        add({u"decision.simulate"_s, right(u"decision"_s, u"simulate"_s), Never, false, Trail::Refusals,
             Done::ByClient});
        add({u"request.approve"_s, right(u"request"_s, u"approve"_s), Always, false, Trail::Always});
        add({u"request.refuse"_s, right(u"request"_s, u"approve"_s), Never, false, Trail::Always});
        // Of somebody else; one's own need nothing but being signed in.
        add({u"credential.set"_s, administration, Always, false, Trail::Always});
        add({u"credential.remove"_s, administration, Always, false, Trail::Always});
        add({u"credential.change"_s, {}, Always, false, Trail::Always});
        add({u"token.add"_s, administration, Always, false, Trail::Always});
        add({u"token.remove"_s, administration, Never, false, Trail::Always});
        add({u"code.remove"_s, administration, Always, false, Trail::Always});
        add({u"key.enrol"_s, administration, Always, false, Trail::Always});
        add({u"key.rotate"_s, administration, Always, false, Trail::Always});
        add({u"trail.erase"_s, administration, Always, false, Trail::Always});
        add({u"trail.accept"_s, administration, Always, false, Trail::Always});
        add({u"code.change"_s, {}, Always, false, Trail::Always});
    }

    const QList<AdminOperation> &operations() const { return m_operations; }
    const AdminOperation *find(const QString &name) const
    {
        const auto at = m_numbers.constFind(name);
        return at == m_numbers.cend() ? nullptr : &m_operations.at(*at);
    }

private:
    struct OfEntity
    {
        Confirmation add, remove, set, rename;
    };

    void add(const AdminOperation &operation)
    {
        m_numbers.insert(operation.name, m_operations.size());
        m_operations.append(operation);
    }
    void entity(Kind kind, const OfEntity &confirmation, bool isDelegable = false)
    {
        const QString thing = toText(kind);
        const auto one = [&](Verb verb, const QString &action, Confirmation asks) {
            add({nameOf(kind, verb), right(thing, action), asks, isDelegable, Trail::Always});
        };
        one(Verb::Add, u"create"_s, confirmation.add);
        one(Verb::Remove, u"delete"_s, confirmation.remove);
        one(Verb::Set, u"update"_s, confirmation.set);
        one(Verb::Rename, u"update"_s, confirmation.rename);
    }
    void relation(Kind kind, const PermissionName &needed, Confirmation confirmation, bool isDelegable)
    {
        for (const Verb verb : {Verb::Add, Verb::Remove})
            add({nameOf(kind, verb), needed, confirmation, isDelegable, Trail::Always});
    }

    QList<AdminOperation> m_operations;
    QHash<QString, qsizetype> m_numbers;
};

const Registry &registry()
{
    static const Registry all;
    return all;
}

} // namespace

const QList<AdminOperation> &adminOperations()
{
    return registry().operations();
}

const AdminOperation *findAdminOperation(const QString &name)
{
    return registry().find(name);
}

QString operationName(const Change &change)
{
    return nameOf(change.kind, change.verb);
}

Decision decideRight(const PolicyIndex &index, const Caller &caller, const PermissionName &right,
                     const QString &thing, bool isCovered, Instant now)
{
    Request request;
    request.subject = caller.subject;
    request.roles = caller.roles;
    request.time = caller.time;
    request.action = right.action;
    request.resourceType = right.resource;
    request.resource = thing;
    if (isCovered)
        request.relations = QStringList{u"delegated"_s};
    return decide(index, request, now);
}

namespace {

Status may(const PolicyIndex &index, const Caller &caller, const QString &name, bool isCovered, Instant now)
{
    const AdminOperation *operation = findAdminOperation(name);
    Q_ASSERT(operation);
    Decision decision{true, Reason::Granted};
    if (operation->right.action.isEmpty()) {
        Request request;
        request.subject = caller.subject;
        request.roles = caller.roles;
        request.time = caller.time;
        decision = openSession(index, request, now).refused.value_or(decision);
    } else {
        decision = decideRight(index, caller, operation->right, u"policy"_s, isCovered && operation->isDelegable, now);
    }
    if (decision.allowed)
        return {};
    return failure(ErrorCode::NotPermitted,
                   u"%1 may not do %2. Nothing was done: ask an administrator for the right %3."_s.arg(
                       caller.subject, name, operation->right.toText()),
                   {},
                   {{Severity::Error,
                     toText(decision.reason),
                     u"The right %1 is not given to %2: %3."_s.arg(operation->right.toText(), caller.subject,
                                                                   toText(decision.reason)),
                     {},
                     0,
                     0}});
}

} // namespace

Status mayPerform(const PolicyIndex &index, const Caller &caller, const QString &name, Instant now)
{
    return may(index, caller, name, false, now);
}

Status mayEver(const PolicyIndex &index, const Caller &caller, const QString &name, Instant now)
{
    return may(index, caller, name, true, now);
}

} // namespace rolewright
