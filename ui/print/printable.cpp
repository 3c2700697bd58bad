// SPDX-License-Identifier: Apache-2.0
#include "ui/print/printable.h"

#include "core/base/text.h"
#include "ui/print/printing.h"
#include "ui/widgets/momentedit.h"

#include <algorithm>

namespace rolewright {

namespace {

// Names on lines of their own.
Printable::Table listOf(const QString &title, QStringList names)
{
    sortByCodePoint(names);
    Printable::Table table{title, {}, {1}, {}};
    if (names.isEmpty())
        names.append(Printing::tr("none"));
    for (const QString &name : std::as_const(names))
        table.rows.append({name});
    return table;
}

// All that can be reached, without the start.
QStringList reached(const Policy &policy, RoleId start, const QHash<quint32, QList<RoleId>> &next)
{
    QList<RoleId> found{start};
    QSet<quint32> seen{start.value};
    QStringList names;
    for (qsizetype i = 0; i < found.size(); ++i) {
        for (const RoleId id : next.value(found.at(i).value)) {
            if (seen.contains(id.value))
                continue;
            seen.insert(id.value);
            found.append(id);
            const Role &role = policy.roles().at(id);
            QString text = role.enabled ? role.name : Printing::tr("%1 (disabled)").arg(role.name);
            names.append(i == 0 ? text : Printing::tr("%1, through another").arg(text));
        }
    }
    return names;
}

QString validityText(const Validity &validity)
{
    const bool from = validity.from != Instant::openStart();
    const bool until = validity.until != Instant::openEnd();
    if (from && until)
        return Printing::tr("from %1 until %2").arg(shownTime(validity.from), shownTime(validity.until));
    if (from)
        return Printing::tr("from %1").arg(shownTime(validity.from));
    return until ? Printing::tr("until %1").arg(shownTime(validity.until)) : QString();
}

} // namespace

Printable printableRole(const Policy &policy, RoleId id, const QStringList &facts)
{
    const Role &role = policy.roles().at(id);
    Printable result{Printing::tr("Role %1").arg(role.name), facts, {}, {}};
    if (!role.enabled)
        result.facts.append(Printing::tr("disabled"));
    if (!role.description.isEmpty())
        result.tables.append({Printing::tr("Description"), {}, {1}, {{role.description}}});
    QStringList grants;
    policy.grants().forEachOf(id.value,
                              [&](const GrantRow &row) { grants.append(policy.textOf(row.grant)); });
    result.tables.append(listOf(Printing::tr("Own grants (%L1)").arg(grants.size()), grants));
    QHash<quint32, QList<RoleId>> juniors;
    QHash<quint32, QList<RoleId>> seniors;
    policy.inheritance().forEach([&](const InheritanceRow &row) {
        juniors[row.senior.value].append(row.junior);
        seniors[row.junior.value].append(row.senior);
    });
    const QStringList below = reached(policy, id, juniors);
    const QStringList above = reached(policy, id, seniors);
    result.tables.append(listOf(Printing::tr("Inherits (%L1)").arg(below.size()), below));
    result.tables.append(listOf(Printing::tr("Is inherited by (%L1)").arg(above.size()), above));

    Printable::Table users{{}, {Printing::tr("User"), Printing::tr("Name"), Printing::tr("Valid")}, {2, 2, 3}, {}};
    policy.assignments().forEach([&](const AssignmentRow &row) {
        if (row.role != id)
            return;
        const User &user = policy.users().at(row.user);
        users.rows.append({user.active ? user.id : Printing::tr("%1 (inactive)").arg(user.id),
                           user.name == user.id ? QString() : user.name,
                           validityText(policy.validityOf(row))});
    });
    std::sort(users.rows.begin(), users.rows.end());
    users.title = Printing::tr("Assigned users (%L1)").arg(users.rows.size());
    if (users.rows.isEmpty())
        users.rows.append({Printing::tr("none"), {}, {}});
    result.tables.append(users);
    return result;
}

Printable printableTrail(const QList<AuditEvent> &events, const QStringList &facts)
{
    Printable::Table table{Printing::tr("%Ln entry(s), newest first", nullptr, int(events.size())),
                           {Printing::tr("Entry"), Printing::tr("When"), Printing::tr("Who"),
                            Printing::tr("What"), Printing::tr("Reason"), Printing::tr("Version")},
                           {1.6, 4.2, 2.2, 6, 4, 1.6}, // numbers and moments in one line
                           {}};
    for (const AuditEvent &event : events)
        table.rows.append({QString::number(event.sequence), shownTime({event.time.msecs / 1000 * 1000}),
                           event.actor, event.summary, event.reason, QString::number(event.version)});
    return {Printing::tr("Audit trail"), facts, {table}, {}};
}

} // namespace rolewright
