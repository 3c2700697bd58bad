// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/renames.h"

#include "core/base/text.h"

#include <algorithm>

namespace rolewright {

namespace {

void sortByOldName(QList<Renamed> &list)
{
    std::sort(list.begin(), list.end(),
              [](const Renamed &a, const Renamed &b) { return lessByCodePoint(a.from, b.from); });
}

bool isSameOtherwiseCalled(const Policy &before, const Policy &after, const PermissionName &was, const PermissionName &is)
{
    return was != is && was.scope == is.scope && !after.permissions().idOf(was.toText()).isValid()
        && !before.permissions().idOf(is.toText()).isValid();
}

} // namespace

Renames::Renames(const Policy &before, const Policy &after)
{
    QList<Renamed> permissions;
    QList<Renamed> roles;
    Policy::Permissions::forEachDifference(
        before.permissions(), after.permissions(), [&](PermissionId, const Permission *was, const Permission *is) {
            if (was && is && isSameOtherwiseCalled(before, after, was->name, is->name))
                permissions.append({Change::Kind::Permission, was->name.toText(), is->name.toText(), 0});
        });
    QHash<quint32, qsizetype> places; // by role
    Policy::Roles::forEachDifference(before.roles(), after.roles(), [&](RoleId id, const Role *was, const Role *is) {
        if (!was || !is || was->name == is->name)
            return;
        places.insert(id.value, roles.size());
        roles.append({Change::Kind::Role, was->name, is->name, 0});
    });
    if (!places.isEmpty()) {
        before.assignments().forEach([&](const AssignmentRow &row) {
            if (const auto at = places.constFind(row.role.value);
                at != places.cend() && after.assignments().find(row.user.value, row.role.value))
                ++roles[*at].keeping;
        });
    }
    sortByOldName(permissions);
    sortByOldName(roles);
    for (qsizetype i = 0; i < permissions.size(); ++i)
        m_places.insert(permissions.at(i).from, i);
    m_list = permissions + roles;
}

qsizetype Renames::takeFrom(Impact &impact)
{
    if (m_places.isEmpty())
        return 0;
    qsizetype users = 0;
    for (AccessChange &access : impact.changes) {
        QSet<QString> kept;
        access.lost.removeIf([&](const QString &name) {
            const auto at = m_places.constFind(name);
            if (at == m_places.cend())
                return false;
            Renamed &renamed = m_list[*at];
            if (!std::binary_search(access.gained.cbegin(), access.gained.cend(), renamed.to, lessByCodePoint))
                return false;
            ++renamed.keeping;
            kept.insert(renamed.to);
            return true;
        });
        access.gained.removeIf([&](const QString &name) { return kept.contains(name); });
        users += kept.isEmpty() ? 0 : 1;
    }
    impact.changes.removeIf([](const AccessChange &access) { return access.gained.isEmpty() && access.lost.isEmpty(); });
    impact.gaining = std::count_if(impact.changes.cbegin(), impact.changes.cend(),
                                   [](const AccessChange &access) { return !access.gained.isEmpty(); });
    impact.losing = std::count_if(impact.changes.cbegin(), impact.changes.cend(),
                                  [](const AccessChange &access) { return !access.lost.isEmpty(); });
    return users;
}

} // namespace rolewright
