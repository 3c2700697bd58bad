// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commit.h"

#include "app/cli/changetext.h"
#include "app/cli/signin.h"
#include "core/exchange/policyjson.h"
#include "core/validation/validate.h"

#include <CLI/CLI.hpp>

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

// The outcome in one object, or in one line.
void sayVersion(qint64 version, qsizetype changes, Console &console)
{
    if (!console.json()) {
        console.line(u"version %1: %2"_s.arg(QString::number(version), countOf(changes, u"change"_s)));
        return;
    }
    JsonWriter json;
    json.beginObject();
    json.member(u"version", version);
    json.member(u"changes", qint64(changes));
    json.endObject();
    console.data(json.take() + '\n');
}

void sayRequest(qint64 id, Console &console)
{
    if (!console.json()) {
        console.line(u"request %1 waits for an approval"_s.arg(id));
        return;
    }
    JsonWriter json;
    json.beginObject();
    json.member(u"request", id);
    json.endObject();
    console.data(json.take() + '\n');
}

// Stores do not know how this program calls what may be done about it.
Error withAdvice(Error error)
{
    for (const Finding &finding : std::as_const(error.findings)) {
        if (finding.code == "test-would-fail"_L1) {
            error.message += u" (--override-tests applies them anyway.)"_s;
            break;
        }
        if (finding.code == "approval-needed"_L1) {
            error.message += u" (--request asks for it.)"_s;
            break;
        }
    }
    return error;
}

void warnOfNew(const Policy &before, const Policy &after, Console &console)
{
    const Instant now = Instant::now();
    const Findings known = warnings(before, now);
    for (const Finding &finding : warnings(after, now)) {
        if (!known.contains(finding))
            console.note(u"warning: "_s + toText(finding));
    }
}

Result<ExitStatus> show(const OpenPolicy &opened, const ChangeSet &changes, Console &console)
{
    const Instant now = Instant::now();
    const Result<Policy> after = checked(opened.head.policy, changes.changes, now);
    if (!after)
        return failure(after.error());
    warnOfNew(opened.head.policy, *after, console);
    const PolicyIndex was(opened.head.policy);
    const PolicyIndex is = was.updated(*after);
    for (const QString &test : brokenTests(was, is, now))
        console.note(
            u"warning: the test \"%1\" passes now and would fail; --override-tests applies it anyway."_s.arg(
                test));
    if (console.json()) {
        console.data(writeChangeSet(changes));
    } else {
        console.line(countOf(changes.changes.size(), u"change"_s) + u':');
        printChanges(console, changes.changes);
        if (auto impact = rolewright::impact(was, is, now, true)) {
            Renames renames(opened.head.policy, *after);
            renames.takeFrom(*impact);
            printImpact(console, *impact, renames.list());
        }
    }
    console.note(u"A dry run: nothing is changed; it would be version %1."_s.arg(opened.head.version + 1));
    return ExitStatus::Done;
}

} // namespace

void addCommitOptions(CLI::App &command, CommitOptions &options)
{
    command.add_option("--reason", options.reason, "Why, for the audit trail")->type_name("TEXT");
    command.add_flag("--dry-run", options.dryRun, "Show what would change, and change nothing");
    command.add_flag("--request", options.request,
                     "Ask for the approval that the changes need, and change nothing yet");
    command.add_flag("--override-tests", options.overrideTests,
                     "Apply although tests of the policy that pass now would fail; the trail says so");
}

ExitStatus sayUnchanged(qint64 version, Console &console)
{
    console.note(u"Nothing to change."_s);
    sayVersion(version, 0, console);
    return ExitStatus::Done;
}

Result<ExitStatus> commitOrShow(OpenPolicy &opened, const ChangeSet &changes, const CommitOptions &options,
                                Console &console)
{
    const Status reason = checkReason(options.reason);
    if (!reason)
        return failure(reason.error());
    if (changes.changes.isEmpty())
        return sayUnchanged(opened.head.version, console);
    if (options.dryRun)
        return show(opened, changes, console);
    if (options.request) {
        const Result<qint64> id = ask(*opened.store, opened.signIn, changes, options.overrideTests);
        if (!id)
            return failure(withAdvice(id.error()));
        console.changeIsMade();
        sayRequest(*id, console);
        return ExitStatus::Done;
    }
    const Result<Snapshot> made = commit(*opened.store, opened.signIn, changes, options.overrideTests);
    if (!made)
        return failure(withAdvice(made.error()));
    console.changeIsMade();
    warnOfNew(opened.head.policy, made->policy, console);
    sayVersion(made->version, changes.changes.size(), console);
    return ExitStatus::Done;
}

} // namespace rolewright::cli
