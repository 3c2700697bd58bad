// SPDX-License-Identifier: Apache-2.0
#include "core/decision/replay.h"

#include "core/decision/replaymemo.h"
#include "core/decision/requestscan.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ProgressStep = 4096;

bool isUnknownResource(Reason reason)
{
    return reason == Reason::UnknownPermission || reason == Reason::UnknownOperation;
}

ReplayClass classOf(const Decision &before, const Decision &after)
{
    if (before.allowed != after.allowed)
        return before.allowed ? ReplayClass::AllowedToDenied : ReplayClass::DeniedToAllowed;
    if (before.reason == Reason::UnknownUser || after.reason == Reason::UnknownUser)
        return ReplayClass::UnknownSubject;
    if (isUnknownResource(before.reason) || isUnknownResource(after.reason))
        return ReplayClass::UnknownResource;
    return before.reason == after.reason ? ReplayClass::Same : ReplayClass::ReasonChanged;
}

Status readLine(const ReplayLine &line, Request &request)
{
    if (line.tooLong)
        return failure(ErrorCode::Invalid, u"The line is longer than 1 MiB, the most a request may have."_s);
    if (scanRequest(line.text, request))
        return {};
    Result<Request> parsed = parseRequest(line.text);
    if (!parsed)
        return failure(parsed.error());
    request = std::move(*parsed);
    return {};
}

} // namespace

QString toText(ReplayClass kind)
{
    static constexpr std::array texts {u"same", u"allowed-to-denied", u"denied-to-allowed", u"reason-changed",
                                       u"unknown-subject", u"unknown-resource"};
    return QString::fromUtf16(texts.at(size_t(kind)));
}

ReplayOutcome outcomeOf(const Decision &before, const Decision &after)
{
    return {before, after, classOf(before, after)};
}

ReplayOutcome replay(const PolicyIndex &before, const PolicyIndex &after, const Request &request, Instant now)
{
    return outcomeOf(decide(before, request, now), decide(after, request, now));
}

Result<ReplayCounts> replay(const PolicyIndex &before, const PolicyIndex &after, Instant now,
                            const ReplayStreams &streams, const CancelToken *cancel)
{
    ReplayCounts counts;
    Request request; // its buffers are used again
    ReplayMemo memo(before, after, now);
    for (;;) {
        if (cancel && cancel->load(std::memory_order_relaxed))
            return failure(ErrorCode::Cancelled, u"The replay was cancelled."_s);
        const Result<std::optional<ReplayLine>> line = streams.next();
        if (!line)
            return failure(line.error());
        if (!*line)
            return counts;
        ++counts.lines;
        if ((*line)->isSkipped) {
            ++counts.skipped;
        } else if (const Status read = readLine(**line, request); read) {
            const ReplayOutcome &outcome = memo.outcomeOf(request);
            ++counts.of.at(size_t(outcome.kind));
            if (outcome.kind != ReplayClass::Same)
                streams.found(counts.lines, request, outcome);
        } else {
            ++counts.malformed;
            streams.malformed(counts.lines, read.error());
        }
        if (streams.progress && counts.lines % ProgressStep == 0)
            streams.progress(counts);
    }
}

} // namespace rolewright
