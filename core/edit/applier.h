// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/change.h"
#include "core/edit/nameuse.h"
#include "core/policy/policy.h"

#include <QHash>

namespace rolewright {

// Applies complete changes one by one to its own copy of a policy: what apply() is made of, for those that
// want to go on after a refusal. A change that is refused has done nothing. Each costs a few look-ups; what
// would need a pass over the policy for every change is done once, by finish().
class Applier
{
public:
    explicit Applier(Policy policy)
        : m_policy(std::move(policy))
    {
    }

    const Policy &policy() const { return m_policy; }
    // How many changes it was given: the next one is "/changes/<count>".
    qsizetype count() const { return m_count; }

    Status apply(const Change &change);
    // Nothing refers to what was removed, and every validity begins before it ends. The first change that
    // broke this is the place of the finding.
    Status finish() const;

    // The index in "/changes/<index>" of an error of this class.
    static qsizetype indexOf(const Error &error);

private:
    template <class IdType, class Entity>
    Status applyTo(Table<IdType, Entity> &table, const Change &change);
    template <class IdType, class Entity>
    Status add(Table<IdType, Entity> &table, const Change &change);
    template <class IdType, class Entity>
    Status remove(Table<IdType, Entity> &table, IdType id, const Change &change);
    template <class IdType, class Entity>
    Status set(Table<IdType, Entity> &table, IdType id, const Change &change);
    template <class IdType, class Entity>
    Status rename(Table<IdType, Entity> &table, IdType id, const Change &change);
    Status rewriteName(Change::Kind kind, const QString &from, const QString &to);

    Status applyGrant(const Change &change);
    Status applyInheritance(const Change &change);
    Status applyAssignment(const Change &change);
    Status applyMember(const Change &change);
    template <class Value>
    struct ListedSetting
    {
        QString thing; // "delegation"
        QString article; // "a "
        QString preposition; // "to"
        QString Value::*name; // of the role it is to or by
        bool (Policy::*add)(const Value &);
        bool (Policy::*remove)(const Value &);
    };
    template <class Value>
    Status applySetting(const Change &change, const ListedSetting<Value> &setting);
    Status applyDelegation(const Change &change);
    Status applyApproval(const Change &change);
    Status applyOwnership(const Change &change);

    RoleId roleOf(const QString &name);
    Status refuse(ErrorCode error, const QString &code, const QString &message) const;
    Status refuseAt(qsizetype index, ErrorCode error, const QString &code, const QString &message) const;
    Status unknown(Change::Kind kind, const QString &name) const;
    Status unsupported(const Change &change) const;
    Status differs(const Change &change) const;
    NameUse &nameUse();

    Policy m_policy;
    qsizetype m_count = 0;
    std::optional<NameUse> m_nameUse;
    QHash<RoleId, qsizetype> m_removedRoles; // with the index of the change
    QHash<PermissionId, qsizetype> m_removedPermissions;
    QHash<UserId, qsizetype> m_removedUsers;
    QHash<quint64, qsizetype> m_validities; // assignments whose validity was set, by key
    QString m_lastRoleName; // long runs of grants are of one role
    RoleId m_lastRole;
};

} // namespace rolewright
