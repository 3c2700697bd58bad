// SPDX-License-Identifier: Apache-2.0
#include "app/cli/repairtext.h"

#include "core/exchange/answers.h"
#include "core/exchange/policyjson.h"

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

QString besideText(const Repair &repair, bool allowed)
{
    const QString verb = allowed ? u"takes"_s : u"gives"_s;
    if (repair.beside == 0)
        return verb + u" nothing else"_s;
    const QString what = repair.beside == 1 ? u"%1 1 further permission"_s : u"%1 %2 further permissions"_s;
    const QString much = repair.beside == 1 ? what.arg(verb) : what.arg(verb).arg(repair.beside);
    if (repair.others == 0)
        return much;
    return much + (repair.others == 1 ? u", 1 other user affected"_s : u", %1 other users affected"_s.arg(repair.others));
}

void writeRepair(JsonWriter &json, const Repair &repair)
{
    json.beginObject();
    json.key(u"changes");
    json.beginArray();
    for (const Change &change : repair.changes)
        write(json, change);
    json.endArray();
    json.key(u"activate");
    writeNames(json, repair.activate);
    json.key(u"drop");
    writeNames(json, repair.drop);
    json.member(u"beside", qint64(repair.beside));
    json.member(u"others", qint64(repair.others));
    json.key(u"impact");
    json.beginArray();
    for (const AccessChange &access : repair.impact.changes) {
        json.beginObject();
        json.member(u"user", access.user);
        json.key(u"gained");
        writeNames(json, access.gained);
        json.key(u"lost");
        writeNames(json, access.lost);
        json.endObject();
    }
    json.endArray();
    json.endObject();
}

} // namespace

void printRepairs(Console &console, const RepairPlan &plan)
{
    console.line(plan.decision.allowed ? u"What would deny it:"_s : u"What would allow it:"_s);
    for (const Repair &repair : plan.repairs)
        console.line(u"  "_s + describe(repair) + u" ("_s + besideText(repair, plan.decision.allowed) + u')');
    if (plan.repairs.isEmpty())
        console.line(u"  nothing that an assignment, a grant or a switch could change"_s);
    if (plan.bounded)
        console.note(u"The search ended at its limits; there may be more."_s);
}

void writeRepairs(Console &console, const RepairPlan &plan, qint64 version)
{
    JsonWriter json;
    json.beginObject();
    json.member(u"decision", plan.decision.allowed);
    json.member(u"reason", toText(plan.decision.reason));
    json.member(u"policyVersion", version);
    json.key(u"repairs");
    json.beginArray();
    for (const Repair &repair : plan.repairs)
        writeRepair(json, repair);
    json.endArray();
    json.member(u"bounded", plan.bounded);
    json.endObject();
    console.data(json.take() + '\n');
}

} // namespace rolewright::cli
