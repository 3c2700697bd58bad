// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/policyindex.h"
#include "core/exchange/engineexport.h"

namespace rolewright {

// What engines without a notion of Rolewright's roles decide by: for everything that can be asked, which
// active roles give it. Names are sorted by code point.
class EngineRules
{
public:
    explicit EngineRules(const Policy &policy);

    const Policy &policy() const { return m_index.policy(); }
    const PolicyIndex &index() const { return m_index; }
    const QList<RoleId> &roles() const { return m_roles; } // the enabled ones
    const QList<UserId> &users() const { return m_users; } // the active ones
    QList<PermissionName> accesses() const; // what can be asked of the catalogue: resource and action
    QString nameOf(RoleId role) const { return policy().roles().at(role).name; }

    // The enabled roles that give one of the slots, or bring one of the roles.
    QStringList giving(const QList<SlotId> &slots) const;
    QStringList bringing(const QList<RoleId> &roles) const;
    // What a user compares with the owner of a resource (section 2); "" owns nothing.
    QString ownerValue(UserId user) const;

private:
    template <class Gives>
    QStringList rolesThat(Gives gives) const;

    PolicyIndex m_index;
    QList<RoleId> m_roles;
    QList<UserId> m_users;
};

// Conditions of section 4.1 and 4.2 in a language that has &&, || and parentheses.
class EngineCondition
{
public:
    explicit EngineCondition(const EngineRules &rules)
        : m_rules(rules)
    {
    }
    virtual ~EngineCondition() = default;

    QString access(const PermissionName &access) const;
    QString requirement(const CompiledRequirement &requirement) const; // not of a public one

protected:
    virtual QString acts(const QStringList &roles) const = 0; // one of them, at least one, is active
    virtual QString holds(const QString &scope) const = 0; // between the subject and the resource
    virtual QString known() const = 0; // the subject is an active user

    const EngineRules &m_rules;

private:
    QString actsOrNever(const QStringList &roles) const;
    QString joined(const QList<CompiledRequirement> &children, QStringView operation) const;
};

// In quotation marks, as Cedar, CEL and JSON write it alike: a name has no control characters.
QString engineQuoted(const QString &text);
QString engineList(const QStringList &texts); // ["a", "b"]

EngineExport exportCasbin(const EngineRules &rules);
EngineExport exportCedar(const EngineRules &rules);
EngineExport exportCerbos(const EngineRules &rules);
EngineExport exportPython(const Policy &policy);

} // namespace rolewright
