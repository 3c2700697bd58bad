// SPDX-License-Identifier: Apache-2.0
// The half of UserRoleModel that is about the dates of assignments.
#include "core/edit/apply.h"
#include "ui/matrix/userrolemodel.h"

namespace rolewright {

UserRoleModel::Dates UserRoleModel::datesOf(const QItemSelection &cells) const
{
    const Policy &policy = workspace().policy();
    bool tooMany = false;
    const QList<Place> places = placesIn(cells, &tooMany);
    Dates dates;
    bool same = true;
    QSet<quint32> users;
    QSet<quint32> roles;
    for (const Place &place : places) {
        users.insert(place.line);
        roles.insert(place.column);
        const AssignmentRow *row = policy.assignments().find(place.line, place.column);
        ++(row ? dates.assigned : dates.unassigned);
        if (!row)
            continue;
        const Validity &validity = policy.validityOf(*row);
        same = same && (!dates.common || *dates.common == validity);
        dates.common = validity;
    }
    if (!same)
        dates.common.reset();
    if (places.isEmpty())
        return dates;
    const QString user = policy.users().at({places.first().line}).id;
    const QString role = policy.roles().at({places.first().column}).name;
    if (places.size() == 1)
        dates.text = tr("%1 for %2").arg(role, user);
    else if (roles.size() == 1)
        dates.text = tr("%1 for %Ln user(s)", nullptr, int(users.size())).arg(role);
    else if (users.size() == 1)
        dates.text = tr("%Ln role(s) for %1", nullptr, int(roles.size())).arg(user);
    else
        dates.text = tr("%Ln assignment(s)", nullptr, int(places.size()));
    return dates;
}

bool UserRoleModel::setValidity(const QItemSelection &cells, const Validity &validity)
{
    const Policy &policy = workspace().policy();
    bool tooMany = false;
    const QList<Place> places = placesIn(cells, &tooMany);
    if (tooMany) {
        workspace().show({Message::Kind::Warning,
                          tr("Too many cells are selected to change their dates in one step."), {}, {}});
        return false;
    }
    QList<Change> changes;
    bool adds = false;
    for (const Place &place : places) {
        adds = adds || !policy.assignments().find(place.line, place.column);
        changes.append(assigning(policy, {place.line}, {place.column}, validity));
    }
    const QString what = datesOf(cells).text;
    return workspace().edit(adds ? tr("Assign %1, with dates").arg(what) : tr("Change the dates of %1").arg(what),
                            changes);
}

} // namespace rolewright
