// SPDX-License-Identifier: Apache-2.0
#include "app/cli/answer.h"
#include "app/cli/command.h"
#include "core/analysis/analyze.h"
#include "core/edit/apply.h"
#include "core/exchange/policyjson.h"

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

struct AnalyzeOptions : AnswerOptions
{
    std::vector<std::string> codes; // none: all
    bool mend = false;
};

QByteArray findingsJson(const QList<AnalyzedFinding> &found, const AnswerHead &head)
{
    JsonWriter json;
    beginAnswer(json, head);
    json.key(u"findings");
    json.beginArray();
    for (const AnalyzedFinding &each : found) {
        json.beginObject();
        json.member(u"code", each.finding.code);
        json.member(u"place", each.finding.place);
        json.member(u"message", each.finding.message);
        json.member(u"mendable", !each.mend.isEmpty());
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.take() + '\n';
}

// Ready for apply.
Result<QByteArray> mendingOf(const QList<AnalyzedFinding> &found, const Asked &asked)
{
    QList<Change> changes;
    for (const AnalyzedFinding &each : found)
        changes += each.mend;
    const Result<QList<Change>> complete = completed(asked.index.policy(), changes);
    if (!complete)
        return failure(complete.error());
    return writeChangeSet(ChangeSet{asked.version, QUuid::createUuid(), {}, *complete});
}

Result<ExitStatus> answerAnalyze(const AnalyzeOptions &options, const Globals &globals, Console &console)
{
    if (options.mend && options.csv)
        return failure(ErrorCode::Usage,
                       u"A change set is written as JSON: ask for --mend or for --csv, not for both."_s);
    const Result<Asked> asked = openAsked(options, globals, console);
    if (!asked)
        return failure(asked.error());
    QList<AnalyzedFinding> found = *analyze(asked->index, asked->at);
    if (!options.codes.empty()) {
        found.removeIf([&](const AnalyzedFinding &each) {
            return std::find(options.codes.cbegin(), options.codes.cend(), each.finding.code.toStdString())
                == options.codes.cend();
        });
    }
    if (options.mend) {
        const Result<QByteArray> mending = mendingOf(found, *asked);
        if (!mending)
            return failure(mending.error());
        console.data(*mending);
    } else if (console.json()) {
        console.data(findingsJson(found, {asked->version, false, asked->at, {}}));
    } else {
        AnswerTable table{{u"CODE"_s, u"WHERE"_s, u"FINDING"_s}, {}};
        for (const AnalyzedFinding &each : std::as_const(found))
            table.rows.append({each.finding.code, each.finding.place, each.finding.message});
        printTable(table, options.csv, console);
        if (found.isEmpty())
            console.note(u"Nothing is found."_s);
    }
    return found.isEmpty() ? ExitStatus::Done : ExitStatus::No;
}

} // namespace

void addAnalyzeCommand(CLI::App &app, Chosen &chosen)
{
    CLI::App *command = app.add_subcommand(
        "analyze",
        "List what is not good about the policy: least privilege, separation of duty, what is dead");
    const auto options = std::make_shared<AnalyzeOptions>();
    std::vector<std::string> codes;
    for (const QString &code : analyzedCodes())
        codes.push_back(code.toStdString());
    CLI::Validator known = CLI::IsMember(codes);
    command->add_option("--code", options->codes, "Only findings of this code; can be said several times")
        ->check(known.description(""))
        ->type_name("CODE")
        ->expected(1)
        ->take_all();
    command->add_flag(
        "--mend", options->mend,
        "Write the change set that takes away what is said twice or does nothing, ready for apply");
    addAnswerOptions(*command, *options, true);
    command->callback([&chosen, options] {
        chosen.action = [options](const Globals &globals, Console &console) {
            return answerAnalyze(*options, globals, console);
        };
    });
}

} // namespace rolewright::cli
