// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"
#include "app/cli/comparewith.h"
#include "app/cli/evaluate.h"
#include "app/cli/explanationtext.h"
#include "app/cli/openstore.h"
#include "app/cli/repairtext.h"
#include "app/cli/replay.h"
#include "app/cli/texttable.h"
#include "core/decision/review.h"

#include <CLI/CLI.hpp>

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

struct CheckOptions
{
    std::string user;
    std::string action;
    std::string type;
    std::string id;
    std::string owner;
    std::string at;
    std::vector<std::string> roles;
    std::vector<std::string> relations;
    bool explain = false;
    bool repair = false;
};

// As a request over any other road: through the one reader, so that the same things are refused.
Result<Request> requestOf(const CheckOptions &options, const Policy &policy)
{
    Request request;
    request.subject = text(options.user);
    request.action = text(options.action);
    request.resourceType = text(options.type);
    // The id is required of a request, and decides nothing but for operations.
    request.resource = options.id.empty() ? u"-"_s : text(options.id);
    if (options.id.empty() && options.type == "operation")
        return failure(ErrorCode::Usage,
                       u"Name the operation: check USER perform operation \"PUT /articles/{id}\"."_s);
    if (!options.owner.empty())
        request.properties[policy.ownership().property] = text(options.owner);
    for (const std::string &relation : options.relations)
        request.relations << text(relation);
    if (!options.roles.empty()) {
        request.roles.emplace();
        for (const std::string &role : options.roles)
            *request.roles << text(role);
    }
    if (!options.at.empty()) {
        const Result<Instant> at = parseMoment(options.at, "--at");
        if (!at)
            return failure(at.error());
        request.time = *at;
    }
    request.explain = options.explain;
    return parseRequest(toJson(request).toUtf8());
}

Result<ExitStatus> check(const CheckOptions &options, const Globals &globals, Console &console)
{
    if (options.repair && options.explain && globals.json)
        return failure(ErrorCode::Usage, u"With --json, ask for --explain or for --repair, not for both."_s);
    const Result<OpenPolicy> opened = openPolicy(globals, console);
    if (!opened)
        return failure(opened.error());
    const Result<Request> request = requestOf(options, opened->head.policy);
    if (!request)
        return failure(request.error());
    const PolicyIndex index(opened->head.policy);
    const Instant now = Instant::now();
    std::optional<RepairPlan> plan;
    if (options.repair)
        plan = repairs(index, *request, now);
    if (plan && console.json()) {
        writeRepairs(console, *plan, opened->head.version);
        return plan->decision.allowed ? ExitStatus::Done : ExitStatus::No;
    }
    std::optional<Explanation> explanation;
    if (options.explain)
        explanation = explain(index, *request, now);
    const Decision decision = explanation ? explanation->decision : decide(index, *request, now);
    if (console.json()) {
        console.data(toResponse(decision, opened->head.version, explanation ? &*explanation : nullptr)
                     + '\n');
    } else {
        console.line((decision.allowed ? u"allow "_s : u"deny "_s) + toText(decision.reason));
        if (explanation)
            printExplanation(console, *explanation);
        if (plan)
            printRepairs(console, *plan);
    }
    return decision.allowed ? ExitStatus::Done : ExitStatus::No;
}

QString decisionText(bool allowed, const QString &reason)
{
    const QString verdict = allowed ? u"allow"_s : u"deny"_s;
    return reason.isEmpty() ? verdict : verdict + u' ' + reason;
}

void writeOutcomes(Console &console, const QList<TestOutcome> &outcomes, qint64 version)
{
    JsonWriter json;
    json.beginObject();
    json.member(u"version", version);
    json.key(u"tests");
    json.beginArray();
    for (const TestOutcome &outcome : outcomes) {
        json.beginObject();
        json.member(u"test", outcome.test);
        json.member(u"passed", outcome.passed);
        json.member(u"decision", outcome.decision.allowed);
        json.member(u"reason", toText(outcome.decision.reason));
        json.member(u"expected", outcome.expected.decision);
        if (!outcome.expected.reason.isEmpty())
            json.member(u"expectedReason", outcome.expected.reason);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    console.data(json.take() + '\n');
}

Result<ExitStatus> test(const Globals &globals, Console &console)
{
    const Result<OpenPolicy> opened = openPolicy(globals, console);
    if (!opened)
        return failure(opened.error());
    const QList<TestOutcome> outcomes = runTests(PolicyIndex(opened->head.policy), Instant::now());
    qsizetype failed = 0;
    TextTable table({u"RESULT"_s, u"TEST"_s, u"EXPECTED"_s, u"DECIDED"_s});
    for (const TestOutcome &outcome : outcomes) {
        failed += outcome.passed ? 0 : 1;
        table.add({outcome.passed ? u"passed"_s : u"FAILED"_s, outcome.test,
                   decisionText(outcome.expected.decision, outcome.expected.reason),
                   decisionText(outcome.decision.allowed, toText(outcome.decision.reason))});
    }
    if (console.json())
        writeOutcomes(console, outcomes, opened->head.version);
    else if (!table.isEmpty())
        table.print(console);
    console.note(outcomes.isEmpty() ? u"The policy carries no tests."_s
                                    : u"%1 passed, %2 failed."_s.arg(outcomes.size() - failed).arg(failed));
    return failed ? ExitStatus::No : ExitStatus::Done;
}

} // namespace

void addDecisionCommands(CLI::App &app, Chosen &chosen)
{
    CLI::App *checkCommand =
        app.add_subcommand("check", "Decide one request; prints \"allow REASON\" or \"deny REASON\"");
    checkCommand->group("Decisions");
    const auto options = std::make_shared<CheckOptions>();
    checkCommand->add_option("USER", options->user, "Who asks")->required();
    checkCommand->add_option("ACTION", options->action, "What they want to do")->required();
    checkCommand->add_option("TYPE", options->type, "To what type of resource")->required();
    checkCommand->add_option("ID", options->id, "To which one; the name of an operation");
    checkCommand
        ->add_option("--owner", options->owner,
                     "The resource's owner, as the policy's ownership setting has it")
        ->type_name("USER");
    checkCommand
        ->add_option("--relation", options->relations, "A further scope that holds; may be given again")
        ->type_name("SCOPE")
        ->allow_extra_args(false);
    checkCommand->add_option("--role", options->roles, "A role the session has active; may be given again")
        ->type_name("ROLE")
        ->allow_extra_args(false);
    checkCommand->add_option("--at", options->at, "Decide as of then")->type_name("TIME");
    checkCommand->add_flag("--explain", options->explain,
                           "Say why, how nearly, and which roles would give it");
    checkCommand->add_flag("--repair", options->repair, "List the smallest changes that would turn the answer");
    checkCommand->callback([&chosen, options] {
        chosen.action = [options](const Globals &globals, Console &console) {
            return check(*options, globals, console);
        };
    });

    CLI::App *evaluateCommand =
        app.add_subcommand("evaluate", "Decide AuthZEN requests: JSON Lines in, one response a line out");
    evaluateCommand->group("Decisions");
    const auto evaluated = std::make_shared<EvaluateOptions>();
    evaluateCommand->add_option("FILE", evaluated->file, "The requests; standard input without it");
    evaluateCommand
        ->add_option("--log", evaluated->log, "Append each request to this file, with its time and answer, for replay")
        ->type_name("FILE");
    evaluateCommand->callback([&chosen, evaluated] {
        chosen.action = [evaluated](const Globals &globals, Console &console) {
            return evaluate(*evaluated, globals, console);
        };
    });

    CLI::App *replayCommand =
        app.add_subcommand("replay", "Decide past requests under two policies, and class what differs");
    replayCommand->group("Decisions");
    const auto replayed = std::make_shared<ReplayOptions>();
    replayCommand->add_option("LOG", replayed->log,
                                "AuthZEN requests, or an exported trail, one a line; \"-\" is standard input")->required();
    replayCommand
        ->add_option("--against", replayed->against,
                     "The policy after: a store, a document or a version; without it, the newest after the one before")
        ->type_name("STORE");
    replayCommand->add_option("--at", replayed->at, "When requests without a time are decided; without it, now")
        ->type_name("TIME");
    replayCommand->callback([&chosen, replayed] {
        chosen.action = [replayed](const Globals &globals, Console &console) {
            return replay(*replayed, globals, console);
        };
    });

    CLI::App *compareCommand =
        app.add_subcommand("compare-with", "Ask an AuthZEN server the same, and list what it decides otherwise");
    compareCommand->group("Decisions");
    const auto compared = std::make_shared<CompareWithOptions>();
    compareCommand->add_option("ADDRESS", compared->address, "Of the server, such as https://pdp.example:3592")->required();
    compareCommand->add_option("REQUESTS", compared->requests,
                               "AuthZEN requests, one a line; without it, those of the policy's tests");
    compareCommand->add_option("--token-file", compared->tokenFile, "A bearer token, in a file that nobody else may read")
        ->type_name("FILE");
    compareCommand
        ->add_option("--authorities", compared->authorities, "Trust these certificates (PEM), and not the system's")
        ->type_name("FILE");
    compareCommand->add_option("--at", compared->at, "When requests without a time are decided here; without it, now")
        ->type_name("TIME");
    compareCommand->callback([&chosen, compared] {
        chosen.action = [compared](const Globals &globals, Console &console) {
            return compareWith(*compared, globals, console);
        };
    });

    CLI::App *testCommand = app.add_subcommand("test", "Run the tests that the policy carries");
    testCommand->group("Decisions");
    testCommand->callback([&chosen] { chosen.action = test; });
}

} // namespace rolewright::cli
