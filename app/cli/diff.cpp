// SPDX-License-Identifier: Apache-2.0
#include "app/cli/diff.h"

#include "app/cli/changetext.h"
#include "app/cli/openstore.h"
#include "app/cli/operand.h"
#include "core/analysis/causes.h"
#include "core/edit/difference.h"
#include "core/exchange/policyjson.h"

#include <algorithm>

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

struct Comparison
{
    QList<Change> changes;
    Impact impact; // without the renames
    QList<Renamed> renamed;
    OperationImpact operations;
};

Comparison comparisonOf(const QList<Change> &changes, const Policy &before, const Policy &after, Instant at,
                        bool sameLineage)
{
    const PolicyIndex was(before);
    const PolicyIndex is(after);
    Comparison comparison{changes, *impact(was, is, at, sameLineage), {}, *operationImpact(was, is, at)};
    if (sameLineage) {
        Renames renames(before, after);
        renames.takeFrom(comparison.impact);
        comparison.renamed = renames.list();
    }
    return comparison;
}

// Two versions of one store: the later one is made from the earlier, so that renames are seen as such.
Result<Comparison> compareVersions(const Operand &a, const Operand &b, Instant at)
{
    const bool forward = a.snapshot.version <= b.snapshot.version;
    const Operand &earlier = forward ? a : b;
    const Operand &later = forward ? b : a;
    const Result<Policy> made = broughtTo(*earlier.store, earlier.snapshot, later.snapshot.version);
    if (!made)
        return failure(made.error());
    const Policy &before = forward ? earlier.snapshot.policy : *made;
    const Policy &after = forward ? *made : earlier.snapshot.policy;
    const QList<Change> changes = difference(earlier.snapshot.policy, *made);
    return comparisonOf(forward ? changes : inverted(changes), before, after, at, true);
}

Result<Comparison> compare(const Operand &a, const Operand &b, Instant at)
{
    const bool sameStore = a.store && b.store && a.location == b.location && a.store->traits().versioned;
    if (sameStore)
        return compareVersions(a, b, at);
    return comparisonOf(differenceByName(a.snapshot.policy, b.snapshot.policy), a.snapshot.policy,
                        b.snapshot.policy, at, false);
}

void printOperations(Console &console, const OperationImpact &effect)
{
    if (effect.changes.isEmpty())
        return;
    console.line(
        u"%1 opened to a user, %2 closed:"_s.arg(countOf(effect.opened, u"operation"_s)).arg(effect.closed));
    for (const OperationChange &change : effect.changes) {
        console.line(u"  "_s + change.user);
        for (const QString &operation : change.opened)
            console.line(u"    can perform "_s + operation);
        for (const QString &operation : change.closed)
            console.line(u"    can no longer perform "_s + operation);
    }
}

// An application that asks by the old name loses what its users keep by the new one.
bool isLostByName(const Renamed &renamed)
{
    return renamed.kind == Change::Kind::Permission && renamed.keeping > 0;
}

bool isFailure(const DiffOptions &options, const Comparison &comparison)
{
    if (options.failOn == "gained")
        return comparison.impact.gaining > 0 || comparison.operations.opened > 0;
    if (options.failOn == "lost")
        return comparison.impact.losing > 0 || comparison.operations.closed > 0
            || std::any_of(comparison.renamed.cbegin(), comparison.renamed.cend(), isLostByName);
    return !comparison.changes.isEmpty();
}

} // namespace

Result<ExitStatus> diff(const DiffOptions &options, const Globals &globals, Console &console)
{
    if (options.before.empty() || options.after.empty() || (options.before == "-" && options.after == "-")) {
        return failure(
            ErrorCode::Usage,
            u"Name two things to compare, such as \"diff @7 @9\"; standard input can be one of them."_s);
    }
    const Result<Instant> at = momentOrNow(options.at, "--at");
    if (!at)
        return failure(at.error());
    const Result<Operand> a = openOperand(options.before, globals, console);
    if (!a)
        return failure(a.error());
    const Result<Operand> b = openOperand(options.after, globals, console, &*a);
    if (!b)
        return failure(b.error());
    const Result<Comparison> comparison = compare(*a, *b, *at);
    if (!comparison)
        return failure(comparison.error());

    if (console.json()) {
        ChangeSet changes;
        changes.base = a->store && a->store->traits().versioned ? a->snapshot.version : 0; // 0: on any
        changes.operation = QUuid::createUuid();
        changes.changes = comparison->changes;
        console.data(writeChangeSet(changes));
    } else if (comparison->changes.isEmpty()) {
        console.note(u"No difference."_s);
    } else {
        console.line(countOf(comparison->changes.size(), u"change"_s) + u':');
        printChanges(console, comparison->changes);
        printImpact(console, comparison->impact, comparison->renamed);
        printOperations(console, comparison->operations);
    }
    return isFailure(options, *comparison) ? ExitStatus::No : ExitStatus::Done;
}

} // namespace rolewright::cli
