// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/enginerules.h"

#include <QSet>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

EngineRules::EngineRules(const Policy &policy)
    : m_index(policy)
{
    for (const RoleId role : policy.roles().idsByKey()) {
        if (policy.roles().at(role).enabled)
            m_roles.append(role);
    }
    for (const UserId user : policy.users().idsByKey()) {
        if (policy.users().at(user).active)
            m_users.append(user);
    }
}

QList<PermissionName> EngineRules::accesses() const
{
    QList<PermissionName> all;
    QSet<PermissionName> seen;
    for (const PermissionId id : policy().permissions().idsByKey()) {
        const PermissionName access = policy().permissions().at(id).name.withoutScope();
        if (seen.contains(access))
            continue;
        seen.insert(access);
        all.append(access);
    }
    return all;
}

template <class Gives>
QStringList EngineRules::rolesThat(Gives gives) const
{
    QStringList names;
    for (const RoleId role : m_roles) {
        if (gives(role))
            names.append(nameOf(role));
    }
    return names;
}

QStringList EngineRules::giving(const QList<SlotId> &slots) const
{
    return rolesThat([&](RoleId role) {
        return std::any_of(slots.begin(), slots.end(), [&](SlotId slot) {
            return slot.isValid() && m_index.effective(role).test(slot.value);
        });
    });
}

QStringList EngineRules::bringing(const QList<RoleId> &roles) const
{
    return rolesThat([&](RoleId role) {
        return std::any_of(roles.begin(), roles.end(), [&](RoleId wanted) {
            return wanted.isValid() && m_index.reach(role).test(wanted.value);
        });
    });
}

QString EngineRules::ownerValue(UserId user) const
{
    const User &subject = policy().users().at(user);
    const QString &attribute = policy().ownership().attribute;
    return attribute == u"id" ? subject.id : subject.attributes.value(attribute);
}

QString EngineCondition::actsOrNever(const QStringList &roles) const
{
    return roles.isEmpty() ? u"false"_s : acts(roles);
}

QString EngineCondition::access(const PermissionName &access) const
{
    const PolicyIndex::Pair *pair = m_rules.index().pair(access.resource, access.action);
    if (!pair)
        return u"false"_s;
    const QStringList always = m_rules.giving({pair->unscoped});
    QStringList ways;
    if (!always.isEmpty())
        ways.append(acts(always));
    for (const PolicyIndex::Pair::Scoped &scoped : pair->scoped) {
        QStringList roles = m_rules.giving({scoped.slot});
        roles.removeIf([&](const QString &role) { return always.contains(role); });
        if (!roles.isEmpty())
            ways.append(u"(%1 && %2)"_s.arg(holds(scoped.scope), acts(roles)));
    }
    return ways.isEmpty() ? u"false"_s : u"(%1)"_s.arg(ways.join(u" || "));
}

QString EngineCondition::joined(const QList<CompiledRequirement> &children, QStringView operation) const
{
    QStringList parts;
    for (const CompiledRequirement &child : children)
        parts.append(requirement(child));
    return u"(%1)"_s.arg(parts.join(operation));
}

QString EngineCondition::requirement(const CompiledRequirement &requirement) const
{
    switch (requirement.kind) {
    case Requirement::Kind::AnyPermission:
        return actsOrNever(m_rules.giving(requirement.permissions));
    case Requirement::Kind::AllPermissions: {
        QStringList parts;
        for (const SlotId slot : requirement.permissions)
            parts.append(actsOrNever(m_rules.giving({slot})));
        return u"(%1)"_s.arg(parts.join(u" && "));
    }
    case Requirement::Kind::AnyRole:
        return actsOrNever(m_rules.bringing(requirement.roles));
    case Requirement::Kind::Access:
        return access(requirement.access);
    case Requirement::Kind::Owner: {
        QList<SlotId> always = requirement.permissions;
        QList<SlotId> own;
        for (const CompiledRequirement::Own &each : requirement.own) {
            always.append(each.unscoped);
            own.append(each.slot);
        }
        return u"(%1 || (%2 && %3))"_s.arg(actsOrNever(m_rules.giving(always)), holds(u"own"_s),
                                           actsOrNever(m_rules.giving(own)));
    }
    case Requirement::Kind::AllOf:
        return joined(requirement.children, u" && ");
    case Requirement::Kind::AnyOf:
        return joined(requirement.children, u" || ");
    case Requirement::Kind::Authenticated:
        return known();
    case Requirement::Kind::Public:
        break; // stands alone: an exporter writes it without a condition
    }
    return u"false"_s;
}

QString engineQuoted(const QString &text)
{
    QString quotedText = text;
    quotedText.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + quotedText + u'"';
}

QString engineList(const QStringList &texts)
{
    QStringList parts;
    for (const QString &text : texts)
        parts.append(engineQuoted(text));
    return u'[' + parts.join(u", ") + u']';
}

Result<EngineExport> exportFor(Engine engine, const Policy &policy, bool skip)
{
    EngineExport made;
    switch (engine) {
    case Engine::Casbin:
        made = exportCasbin(EngineRules(policy));
        break;
    case Engine::Cedar:
        made = exportCedar(EngineRules(policy));
        break;
    case Engine::Cerbos:
        made = exportCerbos(EngineRules(policy));
        break;
    case Engine::Python:
        made = exportPython(policy);
        break;
    }
    if (made.leftOut.isEmpty() || skip)
        return made;
    return failure(
        ErrorCode::Invalid,
        u"The policy has what this engine cannot express. Change it, or leave these things out: nobody is "
        "allowed anything for their absence."_s,
        {}, made.leftOut);
}

} // namespace rolewright
