// SPDX-License-Identifier: Apache-2.0
#include "core/decision/decide.h"

#include "core/decision/evaluate.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array ReasonTexts {
    u"malformed-request",   u"public",           u"unknown-user",       u"user-inactive",
    u"unknown-operation",   u"unguarded-operation", u"unknown-permission", u"role-not-authorized",
    u"dynamic-separation",  u"granted",          u"granted-by-scope",   u"scope-not-satisfied",
    u"not-granted",         u"requirement-met",  u"requirement-not-met", u"no-role",
};
static_assert(ReasonTexts.size() == size_t(Reason::NoRole) + 1);

Decision deny(Reason reason)
{
    return {false, reason};
}

// context.roles, each of which the subject must be authorized for: an inherited junior may be activated.
std::optional<QList<RoleId>> activated(const PolicyIndex &index, const QStringList &names, const QList<RoleId> &assigned)
{
    QList<RoleId> active;
    for (const QString &name : names) {
        const RoleId role = index.policy().roles().idOf(name);
        const auto reaches = [&](RoleId senior) { return index.reach(senior).test(role.value); };
        if (!role.isValid() || std::none_of(assigned.begin(), assigned.end(), reaches))
            return {};
        active.append(role);
    }
    std::sort(active.begin(), active.end());
    active.erase(std::unique(active.begin(), active.end()), active.end());
    return active;
}

Session refused(Reason reason, UserId user = {})
{
    Session session;
    session.refused = deny(reason);
    session.user = user;
    return session;
}

UserId userOf(const PolicyIndex &index, const Request &request)
{
    return request.subjectType == u"user" ? index.policy().users().idOf(request.subject) : UserId();
}

// Checks 3 of section 4.3.
Session identify(const PolicyIndex &index, UserId user)
{
    if (!user.isValid())
        return refused(Reason::UnknownUser);
    if (!index.policy().users().at(user).active)
        return refused(Reason::UserInactive, user);
    Session session;
    session.user = user;
    return session;
}

// Checks 5 and 6.
void activate(const PolicyIndex &index, const Request &request, Instant now, Session &session)
{
    session.active = index.assignedRoles(session.user, request.time.value_or(now));
    if (request.roles) {
        const auto active = activated(index, *request.roles, session.active);
        if (!active) {
            session = refused(Reason::RoleNotAuthorized, session.user);
            return;
        }
        session.active = *active;
    }
    if (!brokenConstraints(index, session.active).isEmpty())
        session = refused(Reason::DynamicSeparation, session.user);
}

} // namespace

QString toText(Reason reason)
{
    return QString::fromUtf16(ReasonTexts.at(size_t(reason)));
}

std::optional<Reason> reasonFromText(QStringView text)
{
    for (size_t i = 0; i < ReasonTexts.size(); ++i) {
        if (text == QStringView(ReasonTexts.at(i)))
            return Reason(i);
    }
    return {};
}

bool owns(const Policy &policy, UserId user, const Request &request)
{
    const auto property = request.properties.find(policy.ownership().property);
    if (property == request.properties.end() || property->second.isEmpty())
        return false;
    const User &subject = policy.users().at(user);
    if (policy.ownership().attribute == u"id")
        return subject.id == property->second;
    return subject.attributes.value(policy.ownership().attribute) == property->second;
}

Session openSession(const PolicyIndex &index, const Request &request, Instant now)
{
    Session session = identify(index, userOf(index, request));
    if (!session.refused)
        activate(index, request, now, session);
    return session;
}

bool asksOperation(const Request &request)
{
    return request.resourceType == u"operation" && request.action == u"perform";
}

Decision decideAccess(const PolicyIndex &index, const Request &request, Instant now, UserId user,
                      const PolicyIndex::Pair *pair)
{
    Session session = identify(index, user);
    if (session.refused)
        return *session.refused;
    if (!pair)
        return deny(Reason::UnknownPermission);
    activate(index, request, now, session);
    if (session.refused)
        return *session.refused;
    const bool owned = !request.properties.empty() && owns(index.policy(), user, request);
    return withNoRole(session, evaluateAccess(index, session, *pair, owned, request.relations));
}

Decision decide(const PolicyIndex &index, const Request &request, Instant now)
{
    const Policy &policy = index.policy();
    if (!asksOperation(request))
        return decideAccess(index, request, now, userOf(index, request), index.pair(request.resourceType, request.action));
    const OperationId operation = policy.operations().idOf(request.resource);
    const CompiledRequirement *requirement = operation.isValid() ? index.requirement(operation) : nullptr;
    if (requirement && requirement->kind == Requirement::Kind::Public)
        return {true, Reason::Public};
    Session session = identify(index, userOf(index, request));
    if (session.refused)
        return *session.refused;
    if (!operation.isValid())
        return deny(Reason::UnknownOperation);
    if (!requirement)
        return deny(Reason::UnguardedOperation);
    activate(index, request, now, session);
    if (session.refused)
        return *session.refused;
    const bool owned = !request.properties.empty() && owns(policy, session.user, request);
    return withNoRole(session, evaluateOperation(index, session, *requirement, owned, request.relations));
}

} // namespace rolewright
