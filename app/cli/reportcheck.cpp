// SPDX-License-Identifier: Apache-2.0
#include "app/cli/reportcheck.h"

#include "app/cli/arguments.h"
#include "core/audit/trailreport.h"
#include "core/base/json.h"
#include "core/base/readfile.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

struct CheckOptions
{
    std::string file;
    std::vector<std::string> keys; // public ones that are trusted, in hexadecimal
};

Result<ExitStatus> check(const CheckOptions &options, Console &console)
{
    const Result<QByteArray> bytes = readInput(text(options.file));
    if (!bytes)
        return failure(bytes.error());
    const Result<ReportSeal> seal = checkedReport(*bytes);
    if (!seal)
        return failure(ErrorCode::Invalid, seal.error().message, inputName(text(options.file)));
    const QString key = QString::fromLatin1(seal->key.toHex());
    const bool trusted = std::any_of(options.keys.begin(), options.keys.end(),
                                     [&](const std::string &each) { return text(each) == key; });
    if (!options.keys.empty() && !trusted)
        return failure(ErrorCode::Invalid,
                       key.isEmpty()
                           ? u"The report is not signed: its hash says only that it was not damaged."_s
                           : u"The report is signed with the key %1, which --key does not name."_s.arg(key),
                       inputName(text(options.file)));
    const QString hash = QString::fromLatin1(seal->hash.toHex());
    if (!console.json()) {
        console.line(u"as it was written: %1"_s.arg(hash));
        console.line(key.isEmpty() ? u"not signed"_s : u"signed with %1"_s.arg(key));
        return ExitStatus::Done;
    }
    JsonWriter json;
    json.beginObject();
    json.member(u"hash", hash);
    if (!key.isEmpty())
        json.member(u"key", key);
    json.endObject();
    console.data(json.take() + '\n');
    return ExitStatus::Done;
}

} // namespace

void addReportCheck(CLI::App &log, Chosen &chosen)
{
    CLI::App *command = log.add_subcommand(
        "check-report", "Check that a report on a trail is as it was written, and who signed it");
    const auto options = std::make_shared<CheckOptions>();
    command->add_option("FILE", options->file, "The report, as JSON; - is standard input")->required();
    command->add_option("--key", options->keys, "A public key whose reports count; may be given again")
        ->type_name("KEY")
        ->allow_extra_args(false);
    command->callback([&chosen, options] {
        chosen.action = [options](const Globals &, Console &console) { return check(*options, console); };
    });
}

} // namespace rolewright::cli
