// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/review.h"
#include "core/edit/change.h"

#include <QHash>

namespace rolewright {

// What is only called otherwise after an edit. impact() goes by name, as whoever asks for access does: there a renamed
// permission is one that all its holders lose, and another that they gain. Here it stays with them. Pure; any thread.

struct Renamed
{
    Change::Kind kind = Change::Kind::Permission; // or Role
    QString from;
    QString to;
    qsizetype keeping = 0; // users who have it before and after: the permission at t, the role by an assignment

    friend bool operator==(const Renamed &, const Renamed &) = default;
};

class Renames
{
public:
    // Of two policies of one lineage. A permission counts where its scope stays, its old name is free afterwards and
    // its new one was free before: any other says something else by its new name. Linear in what differs, and in
    // assignments where a role is renamed.
    Renames(const Policy &before, const Policy &after);

    // Takes the renames out of an impact of the two, or a part of it: who keeps a permission neither gains nor loses it.
    // Users to whom nothing else happens go. Returns how many keep some permission. Linear in the impact.
    qsizetype takeFrom(Impact &impact);
    // With who keeps the permissions, as far as they were taken out. Permissions first, each kind by its old names.
    const QList<Renamed> &list() const { return m_list; }

private:
    QList<Renamed> m_list;
    QHash<QString, qsizetype> m_places; // of permissions in it, by old name
};

} // namespace rolewright
