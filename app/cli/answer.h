// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/openstore.h"
#include "core/exchange/answers.h"

#include <CLI/CLI.hpp>

namespace rolewright::cli {

// What the reverse questions have in common.

struct AnswerOptions
{
    std::string at;
    bool csv = false;
};
void addAnswerOptions(CLI::App &command, AnswerOptions &options, bool hasMoment);

struct Asked
{
    PolicyIndex index;
    Instant at;
    qint64 version = 0;
};
Result<Asked> openAsked(const AnswerOptions &options, const Globals &globals, Console &console);

// As CSV, with its headings also where nothing is in it; or for people, nothing where nothing is in it.
void printTable(const AnswerTable &table, bool csv, Console &console);

template <class Entry>
ExitStatus answer(const QList<Entry> &entries, const AnswerHead &head, const AnswerOptions &options, Console &console)
{
    if (console.json())
        console.data(toJson(head, entries));
    else
        printTable(tableOf(entries), options.csv, console);
    return ExitStatus::Done;
}

} // namespace rolewright::cli
