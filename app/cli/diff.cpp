// SPDX-License-Identifier: Apache-2.0
#include "app/cli/diff.h"

#include "app/cli/changetext.h"
#include "app/cli/files.h"
#include "app/cli/openstore.h"
#include "core/edit/difference.h"
#include "core/exchange/policyjson.h"

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

struct Side
{
    QString location; // of the store; empty for standard input
    std::unique_ptr<PolicyStore> store;
    Snapshot snapshot;
};

Result<Side> open(const std::string &operand, const Globals &globals, Console &console)
{
    Side side;
    if (operand == "-") {
        const Result<QByteArray> bytes = readInput(u"-"_s);
        if (!bytes)
            return failure(bytes.error());
        Result<Policy> policy = readPolicy(*bytes);
        if (!policy) {
            Error error = policy.error();
            error.place = inputName(u"-"_s);
            return failure(error);
        }
        side.snapshot.policy = std::move(*policy);
        return side;
    }
    const bool isVersion = operand.front() == '@';
    Result<qint64> version = -1;
    if (isVersion) {
        version = parseVersion(operand);
        if (!version)
            return failure(version.error());
    }
    side.location = isVersion ? text(globals.store) : text(operand);
    auto store = isVersion ? openNamedStore(globals, console) : openStoreAt(side.location, console);
    if (!store)
        return failure(store.error());
    side.store = std::move(*store);
    Result<Snapshot> snapshot = isVersion ? side.store->load(*version) : side.store->load();
    if (!snapshot)
        return failure(snapshot.error());
    side.snapshot = std::move(*snapshot);
    return side;
}

struct Comparison
{
    QList<Change> changes;
    Impact impact;
};

// Two versions of one store: the later one is made from the earlier, so that renames are seen as such.
Result<Comparison> compareVersions(const Side &a, const Side &b, Instant at)
{
    const bool forward = a.snapshot.version <= b.snapshot.version;
    const Side &earlier = forward ? a : b;
    const Side &later = forward ? b : a;
    const Result<Policy> made = broughtTo(*earlier.store, earlier.snapshot, later.snapshot.version);
    if (!made)
        return failure(made.error());
    const Policy &before = forward ? earlier.snapshot.policy : *made;
    const Policy &after = forward ? *made : earlier.snapshot.policy;
    const QList<Change> changes = difference(earlier.snapshot.policy, *made);
    return Comparison{forward ? changes : inverted(changes),
                      *impact(PolicyIndex(before), PolicyIndex(after), at, true)};
}

Result<Comparison> compare(const Side &a, const Side &b, Instant at)
{
    const bool sameStore = a.store && b.store && a.location == b.location && a.store->traits().versioned;
    if (sameStore)
        return compareVersions(a, b, at);
    return Comparison{differenceByName(a.snapshot.policy, b.snapshot.policy),
                      *impact(PolicyIndex(a.snapshot.policy), PolicyIndex(b.snapshot.policy), at, false)};
}

bool isFailure(const DiffOptions &options, const Comparison &comparison)
{
    if (options.failOn == "gained")
        return comparison.impact.gaining > 0;
    if (options.failOn == "lost")
        return comparison.impact.losing > 0;
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
    const Result<Side> a = open(options.before, globals, console);
    if (!a)
        return failure(a.error());
    const Result<Side> b = open(options.after, globals, console);
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
        printImpact(console, comparison->impact);
    }
    return isFailure(options, *comparison) ? ExitStatus::No : ExitStatus::Done;
}

} // namespace rolewright::cli
