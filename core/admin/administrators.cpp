// SPDX-License-Identifier: Apache-2.0
#include "core/admin/administrators.h"

#include "core/admin/adminregistry.h"
#include "core/edit/apply.h"

#include <QHash>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

const PermissionName AdministrationUpdate{u"rolewright/administration"_s, u"update"_s, {}};
const PermissionName UserAssign{u"rolewright/user"_s, u"assign"_s, {}};
const PermissionName RequestApprove{u"rolewright/request"_s, u"approve"_s, {}};

// Those whom the engine allows all of the rights, with the role effective (where there is one named), for
// good.
class Search
{
public:
    Search(const PolicyIndex &index, const HasCredentials &hasCredentials, Instant now)
        : m_index(index)
        , m_hasCredentials(hasCredentials)
        , m_now(now)
    {
    }

    QList<UserId> usersWith(const QList<PermissionName> &rights, RoleId effective = {}) const
    {
        const Policy &policy = m_index.policy();
        QHash<UserId, QList<RoleId>> candidates;
        const BitSet bringing = rolesBringing(rights, effective);
        policy.assignments().forEach([&](const AssignmentRow &row) {
            const Validity &validity = policy.validityOf(row);
            if (bringing.test(row.role.value) && validity.from <= m_now
                && validity.until == Instant::openEnd())
                candidates[row.user].append(row.role);
        });
        QList<UserId> users;
        for (auto it = candidates.cbegin(); it != candidates.cend(); ++it) {
            if (m_hasCredentials(it.key()) && mayPlay(it.key(), it.value(), rights, effective))
                users.append(it.key());
        }
        std::sort(users.begin(), users.end());
        return users;
    }

private:
    BitSet rolesBringing(const QList<PermissionName> &rights, RoleId effective) const
    {
        BitSet bringing;
        m_index.policy().roles().forEach([&](RoleId id, const Role &) {
            const bool helps = std::any_of(rights.begin(), rights.end(), [&](const PermissionName &right) {
                return m_index.effective(id).test(m_index.slot(right).value);
            });
            if (helps || (effective.isValid() && m_index.reach(id).test(effective.value)))
                bringing.set(id.value);
        });
        return bringing;
    }

    bool mayPlay(UserId user, const QList<RoleId> &roles, const QList<PermissionName> &rights,
                 RoleId effective) const
    {
        if (isAllowed(user, roles, rights, effective))
            return true;
        // Together they may break a dynamic constraint that one of them keeps.
        return std::any_of(roles.begin(), roles.end(),
                           [&](RoleId role) { return isAllowed(user, {role}, rights, effective); });
    }

    bool isAllowed(UserId user, const QList<RoleId> &roles, const QList<PermissionName> &rights,
                   RoleId effective) const
    {
        const Policy &policy = m_index.policy();
        Caller caller{policy.users().at(user).id, QStringList(), m_now};
        bool isEffective = !effective.isValid();
        for (const RoleId role : roles) {
            caller.roles->append(policy.roles().at(role).name);
            isEffective = isEffective || m_index.reach(role).test(effective.value);
        }
        return isEffective && std::all_of(rights.begin(), rights.end(), [&](const PermissionName &right) {
                   return decideRight(m_index, caller, right, u"policy"_s, false, m_now).allowed;
               });
    }

    const PolicyIndex &m_index;
    const HasCredentials &m_hasCredentials;
    Instant m_now;
};

tl::unexpected<Error> refused(const QString &why)
{
    return failure(ErrorCode::NotPermitted, why);
}

} // namespace

QList<UserId> administrators(const PolicyIndex &index, const HasCredentials &hasCredentials, Instant now)
{
    return Search(index, hasCredentials, now).usersWith({AdministrationUpdate, UserAssign});
}

Status keepsAdministrators(const PolicyIndex &after, const HasCredentials &hasCredentials, Instant now)
{
    const QList<UserId> administering = administrators(after, hasCredentials, now);
    if (administering.isEmpty()) {
        return refused(u"The policy would be left without an administrator. Nothing was changed: keep at "
                       u"least one active user who can "
                       u"sign in and has %1 and %2 through enabled roles, assigned without an end."_s.arg(
                           AdministrationUpdate.toText(), UserAssign.toText()));
    }
    const Policy &policy = after.policy();
    for (const Approval &approval : policy.approvals()) {
        const QList<UserId> approving =
            Search(after, hasCredentials, now).usersWith({RequestApprove}, policy.roles().idOf(approval.by));
        if (approving.isEmpty() || (approving.size() == 1 && approving == administering)) {
            return refused(
                u"Nobody could approve what an administrator asks for. Nothing was changed: give the role %1 "
                u"and the right %2 "
                u"to a second active user who can sign in, without an end, or take the approval out."_s.arg(
                    approval.by, RequestApprove.toText()));
        }
    }
    return {};
}

QList<Change> makingAdministrator(const Policy &policy, const QString &user, Instant now)
{
    using Verb = Change::Verb;
    using Kind = Change::Kind;
    const UserId id = policy.users().idOf(user);
    if (administrators(
            PolicyIndex(policy), [&](UserId other) { return other == id; }, now)
            .contains(id))
        return {};
    QList<Change> changes;
    if (!id.isValid())
        changes.append({Verb::Add, Kind::User, user, {}, {}, {}, User{user, user, true, {}, {}}});
    else if (!policy.users().at(id).active)
        changes.append({Verb::Set, Kind::User, user, {}, u"active"_s, false, true});
    // A role of that name that is there already may be anything: another one then.
    QString role = u"administrator"_s;
    for (int i = 2; policy.roles().idOf(role).isValid(); ++i)
        role = u"administrator %1"_s.arg(i);
    changes.append(
        {Verb::Add, Kind::Role, role, {}, {}, {}, Role{role, u"Every right of Rolewright"_s, true}});
    changes.append({Verb::Add, Kind::Grant, role, u"rolewright/*:*"_s, {}, {}, {}});
    changes.append({Verb::Add, Kind::Assignment, user, role, {}, {}, Assignment()});
    return changes;
}

} // namespace rolewright
