// SPDX-License-Identifier: Apache-2.0
#include "app/cli/answer.h"

#include "app/cli/texttable.h"

namespace rolewright::cli {

using namespace Qt::StringLiterals;

void addAnswerOptions(CLI::App &command, AnswerOptions &options, bool hasMoment)
{
    command.group("Questions");
    if (hasMoment)
        command.add_option("--at", options.at, "As of then")->type_name("TIME");
    command.add_flag("--csv", options.csv, "Write comma-separated values");
}

Result<Asked> openAsked(const AnswerOptions &options, const Globals &globals, Console &console)
{
    if (options.csv && globals.json)
        return failure(ErrorCode::Usage, u"Ask for --csv or for --json, not for both."_s);
    const Result<Instant> at = momentOrNow(options.at, "--at");
    if (!at)
        return failure(at.error());
    const Result<OpenPolicy> opened = openPolicy(globals, console);
    if (!opened)
        return failure(opened.error());
    return Asked {PolicyIndex(opened->head.policy), *at, opened->head.version};
}

void printTable(const AnswerTable &table, bool csv, Console &console)
{
    if (csv) {
        console.data(toCsv(table));
        return;
    }
    if (table.rows.isEmpty())
        return;
    TextTable text(table.headings);
    for (const QStringList &row : table.rows)
        text.add(row);
    text.print(console);
}

} // namespace rolewright::cli
