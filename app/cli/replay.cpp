// SPDX-License-Identifier: Apache-2.0
#include "app/cli/replay.h"

#include "app/cli/openstore.h"
#include "app/cli/operand.h"
#include "core/admin/trailreplay.h"
#include "core/base/readfile.h"
#include "core/decision/replay.h"

#include <QLocale>

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array Shown {ReplayClass::AllowedToDenied, ReplayClass::DeniedToAllowed, ReplayClass::ReasonChanged,
                            ReplayClass::UnknownSubject, ReplayClass::UnknownResource};

QString decisionText(const Decision &decision)
{
    return (decision.allowed ? u"allow "_s : u"deny "_s) + toText(decision.reason);
}

void writeDecision(JsonWriter &json, QStringView key, const Decision &decision)
{
    json.key(key);
    json.beginObject();
    json.member(u"decision", decision.allowed);
    json.member(u"reason", toText(decision.reason));
    json.endObject();
}

void writeDifference(Console &console, qint64 line, const Request &request, const ReplayOutcome &outcome)
{
    if (!console.json()) {
        console.line(u"line %1: %2: %3 %4 %5 %6: %7, then %8"_s.arg(
            QString::number(line), toText(outcome.kind), request.subject, request.action, request.resourceType,
            request.resource, decisionText(outcome.before), decisionText(outcome.after)));
        return;
    }
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    json.member(u"line", line);
    json.member(u"class", toText(outcome.kind));
    json.member(u"subject", request.subject);
    json.member(u"action", request.action);
    json.member(u"type", request.resourceType);
    json.member(u"id", request.resource);
    writeDecision(json, u"before", outcome.before);
    writeDecision(json, u"after", outcome.after);
    json.endObject();
    console.data(json.take() + '\n');
}

void writeMalformed(Console &console, qint64 line, const Error &error)
{
    const QString problem = error.findings.isEmpty() ? error.message : toText(error.findings.first());
    if (!console.json()) {
        console.line(u"line %1: malformed: %2"_s.arg(QString::number(line), problem));
        return;
    }
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    json.member(u"line", line);
    json.member(u"class", u"malformed"_s);
    json.member(u"message", problem);
    json.endObject();
    console.data(json.take() + '\n');
}

QString summary(const ReplayCounts &counts)
{
    const auto number = [](qint64 n) { return QLocale::c().toString(n); };
    QStringList parts {number(counts.lines) + u" lines"_s, number(counts.count(ReplayClass::Same)) + u" same"_s};
    for (const ReplayClass kind : Shown) {
        if (counts.count(kind) > 0)
            parts << number(counts.count(kind)) + u' ' + toText(kind).replace(u'-', u' ');
    }
    if (counts.skipped > 0)
        parts << number(counts.skipped) + u" events that ask nothing"_s;
    if (counts.malformed > 0)
        parts << number(counts.malformed) + u" malformed"_s;
    return parts.join(u", "_s) + u'.';
}

struct Sides
{
    PolicyIndex before;
    PolicyIndex after;
};

// From --store to --against; without it, from the version before the newest to the newest.
Result<Sides> openSides(const ReplayOptions &options, const Globals &globals, Console &console)
{
    Result<OpenPolicy> opened = openPolicy(globals, console);
    if (!opened)
        return failure(opened.error());
    const Operand store{text(globals.store), std::move(opened->store), opened->head};
    const Snapshot &head = store.snapshot;
    if (!options.against.empty()) {
        const Result<Operand> other = openOperand(options.against, globals, console, &store);
        if (!other)
            return failure(other.error());
        return Sides {PolicyIndex(head.policy), PolicyIndex(other->snapshot.policy)};
    }
    if (!store.store->traits().versioned || head.version == 0)
        return failure(ErrorCode::Usage, u"This store has no version before; say --against what to replay."_s);
    const Result<Snapshot> previous = store.store->load(head.version - 1);
    if (!previous)
        return failure(previous.error());
    return Sides {PolicyIndex(previous->policy), PolicyIndex(head.policy)};
}

} // namespace

Result<ExitStatus> replay(const ReplayOptions &options, const Globals &globals, Console &console)
{
    if (options.log == "-" && options.against == "-")
        return failure(ErrorCode::Usage, u"Standard input can be the log or the policy, not both."_s);
    const Result<Instant> at = momentOrNow(options.at, "--at");
    if (!at)
        return failure(at.error());
    const Result<Sides> sides = openSides(options, globals, console);
    if (!sides)
        return failure(sides.error());
    Result<LineReader> reader = LineReader::open(text(options.log));
    if (!reader)
        return failure(reader.error());

    CancelToken unread = false; // nobody takes our output any more
    const ReplayStreams streams {
        [&]() -> Result<std::optional<ReplayLine>> {
            if (!reader->hasLine())
                console.flush(); // whoever writes the log may be waiting for what differs so far
            const Result<std::optional<LineReader::Line>> line = reader->next();
            if (!line)
                return failure(line.error());
            if (!*line)
                return std::optional<ReplayLine>();
            return std::optional(replayLine((*line)->text, (*line)->tooLong));
        },
        [&](qint64 line, const Request &request, const ReplayOutcome &outcome) {
            writeDifference(console, line, request, outcome);
            unread = !console.isWritable();
        },
        [&](qint64 line, const Error &error) {
            writeMalformed(console, line, error);
            unread = !console.isWritable();
        },
        [&](const ReplayCounts &counts) {
            console.progress(u"%1 requests"_s.arg(QLocale::c().toString(counts.lines)));
        },
    };
    const Result<ReplayCounts> counts = rolewright::replay(sides->before, sides->after, *at, streams, &unread);
    if (!counts && counts.error().code == ErrorCode::Cancelled)
        return ExitStatus::Done; // finish() says why nothing could be written
    if (!counts)
        return failure(counts.error());
    console.note(summary(*counts));
    if (counts->malformed > 0) {
        return failure(ErrorCode::Invalid, u"%1 of %2 lines are no valid requests."_s.arg(counts->malformed).arg(counts->lines),
                       inputName(text(options.log)));
    }
    return counts->count(ReplayClass::Same) + counts->skipped == counts->lines ? ExitStatus::Done : ExitStatus::No;
}

} // namespace rolewright::cli
