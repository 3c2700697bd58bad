// SPDX-License-Identifier: Apache-2.0
#include "ui/simulate/repairlines.h"

#include "ui/widgets/changetext.h"

#include <QCoreApplication>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

struct Repairs
{
    Q_DECLARE_TR_FUNCTIONS(Repairs)
};

QString besideText(const Repair &repair, bool allowed)
{
    if (repair.beside == 0)
        return allowed ? Repairs::tr("takes nothing else") : Repairs::tr("gives nothing else");
    const int beside = int(repair.beside);
    const QString much = allowed ? Repairs::tr("takes %Ln further permission(s)", nullptr, beside)
                                 : Repairs::tr("gives %Ln further permission(s)", nullptr, beside);
    if (repair.others == 0)
        return much;
    return Repairs::tr("%1, %2", "how much, whom it affects")
        .arg(much, Repairs::tr("%Ln other user(s) affected", nullptr, int(repair.others)));
}

QString namesText(const QStringList &names)
{
    constexpr qsizetype Shown = 20;
    if (names.size() <= Shown)
        return names.join(u", "_s);
    return Repairs::tr("%1 and %Ln more", nullptr, int(names.size() - Shown))
        .arg(names.mid(0, Shown).join(u", "_s));
}

QList<TreeLine> userLines(const Impact &impact)
{
    QList<TreeLine> lines;
    for (const AccessChange &user : impact.changes.mid(0, RepairUserMaximum)) {
        if (!user.gained.isEmpty())
            lines.append({Repairs::tr("%1 gains %2").arg(user.user, namesText(user.gained)),
                          TreeLine::Mark::None,
                          {},
                          {}});
        if (!user.lost.isEmpty())
            lines.append({Repairs::tr("%1 loses %2").arg(user.user, namesText(user.lost)),
                          TreeLine::Mark::None,
                          {},
                          {}});
    }
    if (const qsizetype more = impact.changes.size() - RepairUserMaximum; more > 0)
        lines.append(
            {Repairs::tr("and %Ln further user(s)", nullptr, int(more)), TreeLine::Mark::None, {}, {}});
    return lines;
}

} // namespace

QString repairText(const Repair &repair)
{
    QStringList parts;
    for (const Change &change : repair.changes)
        parts.append(textOf(change));
    for (const QString &role : repair.activate)
        parts.append(Repairs::tr("activate %1 in the session").arg(role));
    for (const QString &role : repair.drop)
        parts.append(Repairs::tr("leave %1 out of the session").arg(role));
    return parts.join(u"; "_s);
}

QList<TreeLine> repairLines(const RepairPlan &plan)
{
    QList<TreeLine> lines;
    for (qsizetype i = 0; i < plan.repairs.size(); ++i) {
        const Repair &repair = plan.repairs.at(i);
        lines.append({Repairs::tr("%1 (%2)", "what to change, what it gives beside")
                          .arg(repairText(repair), besideText(repair, plan.decision.allowed)),
                      TreeLine::Mark::Hint, int(i), userLines(repair.impact)});
    }
    return lines;
}

} // namespace rolewright
