// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"
#include "app/cli/commit.h"
#include "app/cli/diff.h"
#include "core/base/readfile.h"
#include "core/edit/rebase.h"
#include "core/exchange/policyjson.h"

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int Attempts = 50; // at committing, while others are faster

struct ApplyOptions
{
    std::string file;
    std::optional<qint64> expectedVersion;
    CommitOptions commit;
};

QString describeAll(const QList<Change> &changes)
{
    QStringList all;
    for (const Change &change : changes)
        all << describe(change);
    return all.join(u", "_s);
}

Error conflictError(const QList<Conflict> &conflicts, qint64 base, qint64 head)
{
    Findings findings;
    for (const Conflict &conflict : conflicts) {
        QString message = conflict.message;
        if (!conflict.theirs.isEmpty())
            message += u" Theirs: %1."_s.arg(describeAll(conflict.theirs));
        if (!conflict.mine.isEmpty())
            message += u" Mine: %1."_s.arg(describeAll(conflict.mine));
        findings << Finding{Severity::Error, u"conflict"_s, message, conflict.thing, 0, 0};
    }
    return {ErrorCode::Conflict,
            u"The change set was made on version %1, and conflicts with what changed up to version %2. "
            u"Decide each, "
            "and apply what you want on version %2."_s.arg(base)
                .arg(head),
            {},
            findings};
}

// The changes, complete, on the newest version.
Result<QList<Change>> broughtToHead(OpenPolicy &opened, const ChangeSet &mine, Console &console)
{
    const Snapshot &head = opened.head;
    if (mine.base == 0 || mine.base == head.version)
        return completed(head.policy, mine.changes);
    if (mine.base > head.version) {
        return failure(
            ErrorCode::Conflict,
            u"The change set was made on version %1, which this store does not have: it is at version %2. "
            "Is it the right store?"_s.arg(mine.base)
                .arg(head.version));
    }
    const Result<Snapshot> base = opened.store->load(mine.base);
    if (!base)
        return failure(base.error());
    const Result<QList<Change>> complete = completed(base->policy, mine.changes);
    if (!complete)
        return failure(complete.error());
    const Result<Policy> theirs = broughtTo(*opened.store, *base, head.version);
    if (!theirs)
        return failure(theirs.error());
    const Rebased rebased = rebase(base->policy, *theirs, *complete, Instant::now());
    if (!rebased.conflicts.isEmpty())
        return failure(conflictError(rebased.conflicts, mine.base, head.version));
    console.note(u"Made on version %1, carried over to version %2."_s.arg(mine.base).arg(head.version));
    return rebased.changes;
}

// The version that a change set made when it was applied before; a retry must not do it twice.
Result<std::optional<qint64>> appliedBefore(PolicyStore &store, const QUuid &operation)
{
    if (operation.isNull() || !store.traits().versioned)
        return std::nullopt;
    HistoryQuery query;
    query.operation = operation.toString(QUuid::WithoutBraces);
    const Result<QList<VersionInfo>> history = store.history(query);
    if (!history)
        return failure(history.error());
    return history->isEmpty() ? std::nullopt : std::optional(history->first().version);
}

Result<ExitStatus> applyOnce(const ApplyOptions &options, ChangeSet changes, OpenPolicy &opened,
                             Console &console)
{
    const auto before = appliedBefore(*opened.store, changes.operation);
    if (!before)
        return failure(before.error());
    if (*before) {
        console.note(u"This change set is applied already, as version %1."_s.arg(**before));
        return sayUnchanged(opened.head.version, console);
    }
    if (options.expectedVersion && *options.expectedVersion != opened.head.version) {
        return failure(ErrorCode::Conflict,
                       u"The store is at version %1, not at the version %2 that you expect. Look "
                       "at what changed with diff, and apply again."_s.arg(opened.head.version)
                           .arg(*options.expectedVersion));
    }
    Result<QList<Change>> complete = broughtToHead(opened, changes, console);
    if (!complete)
        return failure(complete.error());
    changes.changes = std::move(*complete);
    changes.base = opened.head.version;
    if (changes.operation.isNull())
        changes.operation = QUuid::createUuid();
    if (!options.commit.reason.empty())
        changes.reason = text(options.commit.reason);
    return commitOrShow(opened, changes, options.commit, console);
}

Result<ExitStatus> applyFile(const ApplyOptions &options, const Globals &globals, Console &console)
{
    const Result<QByteArray> bytes = readInput(text(options.file));
    if (!bytes)
        return failure(bytes.error());
    const Result<ChangeSet> changes = readChangeSet(*bytes);
    if (!changes) {
        Error error = changes.error();
        error.place = inputName(text(options.file));
        if (bytes->left(4096).contains("\"rolewright\""))
            error.message += u" It looks like a policy document; those are for \"import\"."_s;
        return failure(error);
    }
    Result<OpenPolicy> opened = openPolicy(globals, console);
    if (!opened)
        return failure(opened.error());
    for (int attempt = 1;; ++attempt) {
        Result<ExitStatus> done = applyOnce(options, *changes, *opened, console);
        if (done || done.error().code != ErrorCode::Conflict || attempt == Attempts)
            return done;
        // Did somebody commit while we worked? Then the change set may still go on top.
        Result<Snapshot> newer = opened->store->load();
        if (!newer || newer->version == opened->head.version)
            return done;
        opened->head = std::move(*newer);
    }
}

struct RevertOptions
{
    std::string version;
    CommitOptions commit;
};

Result<ExitStatus> revert(const RevertOptions &options, const Globals &globals, Console &console)
{
    const Result<qint64> version = parseVersion(options.version);
    if (!version)
        return failure(version.error());
    Result<OpenPolicy> opened = openPolicy(globals, console);
    if (!opened)
        return failure(opened.error());
    const Result<Snapshot> earlier = opened->store->load(*version);
    if (!earlier)
        return failure(earlier.error());
    ChangeSet changes;
    changes.base = opened->head.version;
    changes.operation = QUuid::createUuid();
    changes.reason =
        options.commit.reason.empty() ? u"revert to version %1"_s.arg(*version) : text(options.commit.reason);
    changes.changes = reverting(opened->head.policy, earlier->policy);
    return commitOrShow(*opened, changes, options.commit, console);
}

void addDiff(CLI::App &app, Chosen &chosen)
{
    CLI::App *command = app.add_subcommand("diff", "What changes from A to B, and who gains or loses what");
    command->group("Changes");
    const auto options = std::make_shared<DiffOptions>();
    command->add_option("A", options->before, "A store, a policy document, or a version (@7) of --store")
        ->required();
    command->add_option("B", options->after, "The same")->required();
    restrictTo({"gained", "lost"},
               command->add_option("--fail-on", options->failOn,
                                   "Exit with 1 only if somebody gains, or loses, a permission or an operation"));
    command->add_option("--at", options->at, "Who gains and who loses as of then")->type_name("TIME");
    command->callback([&chosen, options] {
        chosen.action = [options](const Globals &globals, Console &console) {
            return diff(*options, globals, console);
        };
    });
}

void addApply(CLI::App &app, Chosen &chosen)
{
    CLI::App *command =
        app.add_subcommand("apply", "Apply a change set, carried over to the newest version where needed");
    command->group("Changes");
    const auto options = std::make_shared<ApplyOptions>();
    command->add_option("FILE", options->file, "The change set, as diff --json writes it")->required();
    command
        ->add_option("--expect-version", options->expectedVersion,
                     "Refuse unless the store is at this version")
        ->type_name("N");
    addCommitOptions(*command, options->commit);
    command->callback([&chosen, options] {
        chosen.action = [options](const Globals &globals, Console &console) {
            return applyFile(*options, globals, console);
        };
    });
}

void addRevert(CLI::App &app, Chosen &chosen)
{
    CLI::App *command =
        app.add_subcommand("revert", "Make the policy what it was as of version N, as a new change set");
    command->group("Changes");
    const auto options = std::make_shared<RevertOptions>();
    command->add_option("VERSION", options->version, "The version whose state comes back: 7 or @7")
        ->required();
    addCommitOptions(*command, options->commit);
    command->callback([&chosen, options] {
        chosen.action = [options](const Globals &globals, Console &console) {
            return revert(*options, globals, console);
        };
    });
}

} // namespace

void addChangeCommands(CLI::App &app, Chosen &chosen)
{
    addDiff(app, chosen);
    addApply(app, chosen);
    addRevert(app, chosen);
}

} // namespace rolewright::cli
