// SPDX-License-Identifier: Apache-2.0
#include "app/cli/changetext.h"

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

void printRenamed(Console &console, const QList<Renamed> &renamed)
{
    bool isAskedFor = false;
    for (const Renamed &each : renamed) {
        console.line(
            u"%1 is now called %2, kept by %3."_s.arg(each.from, each.to, countOf(each.keeping, u"user"_s)));
        isAskedFor |= each.kind == Change::Kind::Permission;
    }
    if (isAskedFor)
        console.line(u"Applications that still ask for a permission by its old name are denied."_s);
}

} // namespace

QString countOf(qsizetype count, const QString &thing)
{
    return u"%1 %2%3"_s.arg(QString::number(count), thing, count == 1 ? QString() : u"s"_s);
}

void printChanges(Console &console, const QList<Change> &changes)
{
    for (const Change &change : changes)
        console.line(u"  "_s + describe(change));
}

void printImpact(Console &console, const Impact &impact, const QList<Renamed> &renamed)
{
    printRenamed(console, renamed);
    if (impact.changes.isEmpty()) {
        console.line(u"Nobody gains or loses a permission."_s);
        return;
    }
    console.line(u"%1 with more permissions, %2 with fewer:"_s.arg(countOf(impact.gaining, u"user"_s),
                                                                   countOf(impact.losing, u"user"_s)));
    for (const AccessChange &change : impact.changes) {
        console.line(u"  "_s + change.user
                     + (change.name == change.user ? QString() : u" (%1)"_s.arg(change.name)));
        for (const QString &permission : change.gained)
            console.line(u"    gains "_s + permission);
        for (const QString &permission : change.lost)
            console.line(u"    loses "_s + permission);
    }
}

} // namespace rolewright::cli
