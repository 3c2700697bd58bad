// SPDX-License-Identifier: Apache-2.0
#include "app/cli/archivecommand.h"

#include "app/cli/keyplace.h"
#include "app/cli/openstore.h"
#include "app/cli/signin.h"
#include "core/admin/changereview.h"
#include "core/base/json.h"

#include <CLI/CLI.hpp>

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

struct ArchiveOptions
{
    std::string before;
    std::string keep;
    std::string output;
};

// "90d", "12w", "18m", "7y" before now, by the calendar in UTC.
Result<Instant> startOfKept(const std::string &argument)
{
    static const QRegularExpression form(u"^([1-9][0-9]{0,4})([dwmy])$"_s);
    const QRegularExpressionMatch found = form.match(text(argument));
    if (!found.hasMatch())
        return failure(
            ErrorCode::Usage,
            u"--keep: \"%1\" is no duration; write 90d, 12w, 18m or 7y for days, weeks, months or years."_s
                .arg(text(argument)));
    const int count = found.captured(1).toInt();
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(Instant::now().msecs, QTimeZone::utc());
    const QChar unit = found.captured(2).front();
    const QDateTime start = unit == u'd' ? now.addDays(-count)
        : unit == u'w'                   ? now.addDays(-7 * count)
        : unit == u'm'                   ? now.addMonths(-count)
                                         : now.addYears(-count);
    return Instant{start.toMSecsSinceEpoch()};
}

// Of a store that is not sealed the archive is signed with the key of a file.
Status giveOwnKey(PolicyStore &store, const Globals &globals)
{
    const Result<QByteArrayList> sealing = store.guard()->sealingKeys();
    if (!sealing)
        return failure(sealing.error());
    const KeyPlace place(globals);
    if (!sealing->isEmpty() || !place.isFile())
        return {};
    const Result<std::optional<StoreKeys>> keys = place.find({});
    if (!keys)
        return failure(keys.error());
    store.guard()->useKeys(**keys);
    return {};
}

Result<ExitStatus> archive(const ArchiveOptions &options, const Globals &globals, Console &console)
{
    if (options.before.empty() == options.keep.empty())
        return failure(ErrorCode::Usage, u"Say what is old: either --before or --keep."_s);
    const Result<Instant> before =
        options.keep.empty() ? parseMoment(options.before, "--before") : startOfKept(options.keep);
    if (!before)
        return failure(before.error());
    const auto store = openNamedStore(globals, console);
    if (!store)
        return failure(store.error());
    if (!(*store)->guard())
        return failure(ErrorCode::Usage, u"A policy document has no trail; name an SQLite store."_s,
                       (*store)->traits().location);
    if (Status given = giveOwnKey(**store, globals); !given)
        return failure(given.error());
    StoreGuard &guard = *(*store)->guard();
    const QString path = text(options.output);
    Result<StoreGuard::Archived> done = guard.archive(*before, path, commitContext(false));
    if (!done && needsConfirmation(done.error())) {
        if (Status given =
                confirm(**store, globals.signIn, operationDigest(u"trail.archive"_s, path), done.error());
            !given)
            return failure(given.error());
        done = guard.archive(*before, path, commitContext(false));
    }
    if (!done)
        return failure(done.error());
    console.changeIsMade();
    if (console.json()) {
        JsonWriter json;
        json.beginObject();
        json.member(u"from", done->from);
        json.member(u"to", done->to);
        json.member(u"version", done->version);
        json.endObject();
        console.data(json.take() + '\n');
        return ExitStatus::Done;
    }
    console.line(
        u"events %1 to %2 are in %3; the store begins with event %4 and version @%5"_s.arg(done->from)
            .arg(done->to)
            .arg(path)
            .arg(done->to + 1)
            .arg(done->version));
    console.note(
        u"Keep the file: names and attribute values stand in it in clear, and without it the old records are gone."_s);
    return ExitStatus::Done;
}

} // namespace

void addArchive(CLI::App &log, Chosen &chosen)
{
    CLI::App *command =
        log.add_subcommand("archive", "Move old records out of the store into a new file, which is signed");
    const auto options = std::make_shared<ArchiveOptions>();
    command
        ->add_option("--before", options->before,
                     "What is older than this; a date is its first moment in UTC")
        ->type_name("TIME");
    command->add_option("--keep", options->keep, "What is older than so long, such as 90d, 12w, 18m or 7y")
        ->type_name("DURATION");
    command->add_option("-o,--output", options->output, "The new file")->type_name("FILE")->required();
    command->callback([&chosen, options] {
        chosen.action = [options](const Globals &globals, Console &console) {
            return archive(*options, globals, console);
        };
    });
}

} // namespace rolewright::cli
