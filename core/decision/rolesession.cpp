// SPDX-License-Identifier: Apache-2.0
#include "core/decision/rolesession.h"

#include "core/base/text.h"
#include "core/decision/evaluate.h"

#include <array>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

SessionRefusal separated(const PolicyIndex &index, const QStringList &names, const QString &role)
{
    SessionRefusal refusal {SessionRefusal::Kind::DynamicSeparation, role, {}};
    QList<RoleId> roles;
    for (const QString &name : names)
        roles.append(index.policy().roles().idOf(name));
    for (const ConstraintId id : brokenConstraints(index, roles))
        refusal.constraints.append(index.policy().constraints().at(id).name);
    return refusal;
}

// By the engine: what decide() would refuse such a session for. `role` is the one that is new, where one is.
std::optional<SessionRefusal> refusalOf(const PolicyIndex &index, const QString &user, const QStringList &roles,
                                        const QString &role, Instant t)
{
    Request request;
    request.subject = user;
    request.roles = roles;
    const Session session = openSession(index, request, t);
    if (!session.refused)
        return {};
    switch (session.refused->reason) {
    case Reason::UnknownUser:
        return SessionRefusal {SessionRefusal::Kind::UnknownUser, {}, {}};
    case Reason::UserInactive:
        return SessionRefusal {SessionRefusal::Kind::UserInactive, {}, {}};
    case Reason::DynamicSeparation:
        return separated(index, roles, role);
    default:
        break;
    }
    const QStringList authorized = authorizedRoles(index, user, t);
    for (const QString &name : roles) {
        if (!authorized.contains(name))
            return SessionRefusal {SessionRefusal::Kind::RoleNotAuthorized, name, {}};
    }
    return SessionRefusal {SessionRefusal::Kind::RoleNotAuthorized, role, {}};
}

} // namespace

QString toText(SessionRefusal::Kind kind)
{
    static constexpr std::array texts {u"unknown-user",       u"user-inactive",  u"role-not-authorized",
                                       u"dynamic-separation", u"already-active", u"not-active"};
    return QString::fromUtf16(texts.at(size_t(kind)));
}

std::optional<SessionRefusal> RoleSession::open(const PolicyIndex &index, const QString &user, const QStringList &roles,
                                                Instant t)
{
    QStringList once = roles;
    once.removeDuplicates();
    if (auto refusal = refusalOf(index, user, once, {}, t))
        return refusal;
    m_user = user;
    m_roles = once;
    return {};
}

std::optional<SessionRefusal> RoleSession::addActiveRole(const PolicyIndex &index, const QString &role, Instant t)
{
    if (m_roles.contains(role))
        return SessionRefusal {SessionRefusal::Kind::AlreadyActive, role, {}};
    const QStringList with = m_roles + QStringList {role};
    if (auto refusal = refusalOf(index, m_user, with, role, t))
        return refusal;
    m_roles = with;
    return {};
}

std::optional<SessionRefusal> RoleSession::dropActiveRole(const QString &role)
{
    if (!m_roles.removeOne(role))
        return SessionRefusal {SessionRefusal::Kind::NotActive, role, {}};
    return {};
}

Decision RoleSession::checkAccess(const PolicyIndex &index, Request request, Instant t) const
{
    request.subjectType = u"user"_s;
    request.subject = m_user;
    request.roles = m_roles;
    return decide(index, request, t);
}

QStringList authorizedRoles(const PolicyIndex &index, const QString &user, Instant t)
{
    QStringList names;
    const UserId id = index.policy().users().idOf(user);
    if (!id.isValid())
        return names;
    BitSet reached;
    for (const RoleId role : index.assignedRoles(id, t))
        reached.unite(index.reach(role));
    reached.forEach([&](quint32 role) { names.append(index.policy().roles().at({role}).name); });
    sortByCodePoint(names);
    return names;
}

} // namespace rolewright
