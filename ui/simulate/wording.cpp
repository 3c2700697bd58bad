// SPDX-License-Identifier: Apache-2.0
#include "ui/simulate/wording.h"

#include "ui/widgets/momentedit.h"

#include <QCoreApplication>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

struct Wording
{
    Q_DECLARE_TR_FUNCTIONS(Wording)
};

bool asksOperation(const Request &request)
{
    return request.resourceType == u"operation" && request.action == u"perform";
}

QString disabledRole(const NearMiss &miss, const Policy &policy)
{
    for (const QString &name : miss.roles) {
        const Role *role = policy.roles().find(policy.roles().idOf(name));
        if (role && !role->enabled)
            return name;
    }
    return miss.roles.value(0);
}

QString scopeOf(const QString &grant)
{
    const Result<PermissionName> name = parseGrant(grant);
    return name ? name->scope : QString();
}

} // namespace

QString word(bool allowed)
{
    return allowed ? Wording::tr("ALLOWED") : Wording::tr("DENIED");
}

QString shortReason(Reason reason, const Explanation *explanation)
{
    switch (reason) {
    case Reason::MalformedRequest:
        return Wording::tr("the question is not complete");
    case Reason::Public:
        return Wording::tr("open to everybody");
    case Reason::UnknownUser:
        return Wording::tr("unknown user");
    case Reason::UserInactive:
        return Wording::tr("the user is inactive");
    case Reason::UnknownOperation:
        return Wording::tr("unknown operation");
    case Reason::UnguardedOperation:
        return Wording::tr("the operation says nothing about who may");
    case Reason::UnknownPermission:
        return Wording::tr("unknown permission");
    case Reason::RoleNotAuthorized:
        return Wording::tr("the session has a role that the user lacks");
    case Reason::DynamicSeparation:
        return Wording::tr("separation of duty");
    case Reason::Granted:
        return Wording::tr("granted by a role");
    case Reason::GrantedByScope:
        return explanation && !explanation->paths.isEmpty()
            ? Wording::tr("granted by scope %1").arg(explanation->paths.first().scope)
            : Wording::tr("granted by a scope");
    case Reason::ScopeNotSatisfied:
        return Wording::tr("the scope does not hold");
    case Reason::NotGranted:
        return Wording::tr("not granted");
    case Reason::RequirementMet:
        return Wording::tr("what it requires is met");
    case Reason::RequirementNotMet:
        return Wording::tr("what it requires is not met");
    case Reason::NoRole:
        return Wording::tr("no role in effect");
    }
    return {};
}

QString sentence(const Decision &decision, const Request &request)
{
    const QString &user = request.subject;
    const QString wanted =
        asksOperation(request) ? request.resource : request.resourceType + u':' + request.action;
    switch (decision.reason) {
    case Reason::MalformedRequest:
        return Wording::tr("Something that every question needs is missing.");
    case Reason::Public:
        return Wording::tr("The operation %1 is open to everybody, known or not.").arg(wanted);
    case Reason::UnknownUser:
        return Wording::tr("The policy has no user %1.").arg(user);
    case Reason::UserInactive:
        return Wording::tr("%1 is inactive and denied everything not public.").arg(user);
    case Reason::UnknownOperation:
        return Wording::tr("The policy has no operation %1, and what it does not know is denied.")
            .arg(wanted);
    case Reason::UnguardedOperation:
        return Wording::tr("The operation %1 has no requirement; it is denied until it has one.").arg(wanted);
    case Reason::UnknownPermission:
        return Wording::tr("The catalogue has no permission %1, and what it does not know is denied.")
            .arg(wanted);
    case Reason::RoleNotAuthorized:
        return Wording::tr("The session names a role that %1 neither has nor inherits at that time.")
            .arg(user);
    case Reason::DynamicSeparation:
        return Wording::tr("A constraint forbids these roles of %1 to act together. Choose the session's "
                           "roles under More.")
            .arg(user);
    case Reason::Granted:
        return Wording::tr("A role of %1 grants %2 on everything.").arg(user, wanted);
    case Reason::GrantedByScope:
        return Wording::tr("A role of %1 grants %2 for this one, not for all.").arg(user, wanted);
    case Reason::ScopeNotSatisfied:
        return Wording::tr("%1 may do this to some, but not to this one.").arg(user);
    case Reason::NotGranted:
        return Wording::tr("No role of %1 grants %2.").arg(user, wanted);
    case Reason::RequirementMet:
        return Wording::tr("%1 meets what %2 requires.").arg(user, wanted);
    case Reason::RequirementNotMet:
        return Wording::tr("%1 does not meet what %2 requires.").arg(user, wanted);
    case Reason::NoRole:
        return Wording::tr("%1 has no role in effect at that time.").arg(user);
    }
    return {};
}

QString question(const Request &request, const Ownership &ownership)
{
    const auto found = request.properties.find(ownership.property);
    const QString owner = found == request.properties.end() ? QString() : found->second;
    QString text = asksOperation(request)
        ? Wording::tr("May %1 perform %2").arg(request.subject, request.resource)
        : Wording::tr("May %1 %2 %3 %4")
              .arg(request.subject, request.action, request.resourceType, request.resource);
    if (!owner.isEmpty())
        text += Wording::tr(", owned by %1").arg(owner);
    if (!request.relations.isEmpty())
        text += Wording::tr(", with the relation %1", nullptr).arg(request.relations.join(u", "_s));
    if (request.roles)
        text += request.roles->isEmpty() ? Wording::tr(", acting in no role")
                                         : Wording::tr(", acting as %1").arg(request.roles->join(u", "_s));
    if (request.time)
        text += Wording::tr(", at %1").arg(shownTime(*request.time));
    return text + u'?';
}

QString obstacle(const NearMiss &miss, const Policy &policy, const QString &user)
{
    const QString first = miss.roles.value(0);
    const QString when = miss.at ? shownTime(*miss.at) : QString();
    switch (miss.kind) {
    case NearMiss::Kind::AssignmentOver:
        return Wording::tr("%1 was assigned only until %2").arg(first, when);
    case NearMiss::Kind::AssignmentNotYet:
        return Wording::tr("%1 is assigned only from %2").arg(first, when);
    case NearMiss::Kind::RoleDisabled:
        return Wording::tr("%1 is disabled").arg(disabledRole(miss, policy));
    case NearMiss::Kind::RoleNotActive:
        return Wording::tr("%1 does not act in this session").arg(first);
    case NearMiss::Kind::ScopeNotSatisfied:
        break;
    }
    const QString scope = scopeOf(miss.grant);
    if (scope != u"own")
        return Wording::tr("the relation %1 does not hold").arg(scope);
    if (miss.owner.isEmpty())
        return Wording::tr("the question does not say who owns it");
    return Wording::tr("it belongs to %1, not to %2").arg(miss.owner, user);
}

} // namespace rolewright
