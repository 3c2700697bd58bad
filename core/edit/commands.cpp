// SPDX-License-Identifier: Apache-2.0
// deletion(), cloning() and assigning().
#include "core/edit/apply.h"

#include "core/edit/fields.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

} // namespace

Result<QList<Change>> deletion(const Policy &policy, Change::Kind kind, const QString &key)
{
    Q_ASSERT(isEntity(kind));
    return completed(policy, {{Verb::Remove, kind, key, {}, {}, {}, {}}});
}

Result<QList<Change>> cloning(const Policy &policy, Change::Kind kind, const QString &from, const QString &to)
{
    Q_ASSERT(kind == Kind::Role || kind == Kind::User);
    QList<Change> changes;
    if (kind == Kind::Role) {
        const RoleId id = policy.roles().idOf(from);
        if (const Role *role = policy.roles().find(id)) {
            changes.append({Verb::Add, kind, to, {}, {}, {}, Role{to, role->description, role->enabled}});
            policy.grants().forEachOf(id.value, [&](const GrantRow &row) {
                changes.append({Verb::Add, Kind::Grant, to, policy.textOf(row.grant), {}, {}, {}});
            });
            policy.inheritance().forEachOf(id.value, [&](const InheritanceRow &row) {
                changes.append(
                    {Verb::Add, Kind::Inheritance, to, policy.roles().at(row.junior).name, {}, {}, {}});
            });
        }
    } else {
        const UserId id = policy.users().idOf(from);
        if (policy.users().contains(id)) {
            // Attributes are a person's own, and a directory knows nothing of the copy.
            changes.append({Verb::Add, kind, to, {}, {}, {}, User{to, to, true, {}, {}}});
            policy.assignments().forEachOf(id.value, [&](const AssignmentRow &row) {
                changes.append({Verb::Add,
                                Kind::Assignment,
                                to,
                                policy.roles().at(row.role).name,
                                {},
                                {},
                                Assignment{policy.validityOf(row), {}}});
            });
        }
    }
    if (changes.isEmpty())
        return failure(
            ErrorCode::Invalid,
            u"There is no %1 %2 to copy; it may have been removed or renamed."_s.arg(toText(kind), from));
    return completed(policy, changes);
}

QList<Change> assigning(const Policy &policy, UserId user, RoleId role, const Validity &validity)
{
    const QString &id = policy.users().at(user).id;
    const QString &name = policy.roles().at(role).name;
    const AssignmentRow *row = policy.assignments().find(user.value, role.value);
    if (!row)
        return {{Verb::Add, Kind::Assignment, id, name, {}, {}, Assignment{validity, {}}}};
    const Validity &was = policy.validityOf(*row);
    QList<Change> changes;
    if (was.from != validity.from)
        changes.append({Verb::Set, Kind::Assignment, id, name, u"from"_s, was.from, validity.from});
    if (was.until != validity.until)
        changes.append({Verb::Set, Kind::Assignment, id, name, u"until"_s, was.until, validity.until});
    // Both ends move past each other only in the right order.
    if (changes.size() == 2 && validity.from >= was.until)
        changes.swapItemsAt(0, 1);
    return changes;
}

} // namespace rolewright
