// SPDX-License-Identifier: Apache-2.0
#include "core/decision/replay.h"

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

Result<Request> requestOf(const ReplayLine &line)
{
    if (line.tooLong)
        return failure(ErrorCode::Invalid, u"The line is longer than 1 MiB, the most a request may have."_s);
    return parseRequest(line.text);
}

} // namespace

QString toText(ReplayClass kind)
{
    static constexpr std::array texts {u"same", u"allowed-to-denied", u"denied-to-allowed", u"reason-changed",
                                       u"unknown-subject", u"unknown-resource"};
    return QString::fromUtf16(texts.at(size_t(kind)));
}

ReplayOutcome replay(const PolicyIndex &before, const PolicyIndex &after, const Request &request, Instant now)
{
    ReplayOutcome outcome {decide(before, request, now), decide(after, request, now), ReplayClass::Same};
    outcome.kind = classOf(outcome.before, outcome.after);
    return outcome;
}

Result<ReplayCounts> replay(const PolicyIndex &before, const PolicyIndex &after, Instant now,
                            const ReplayStreams &streams, const CancelToken *cancel)
{
    ReplayCounts counts;
    for (;;) {
        if (cancel && cancel->load(std::memory_order_relaxed))
            return failure(ErrorCode::Cancelled, u"The replay was cancelled."_s);
        const Result<std::optional<ReplayLine>> line = streams.next();
        if (!line)
            return failure(line.error());
        if (!*line)
            return counts;
        ++counts.lines;
        if (const Result<Request> request = requestOf(**line)) {
            const ReplayOutcome outcome = replay(before, after, *request, now);
            ++counts.of.at(size_t(outcome.kind));
            if (outcome.kind != ReplayClass::Same)
                streams.found(counts.lines, *request, outcome);
        } else {
            ++counts.malformed;
            streams.malformed(counts.lines, request.error());
        }
        if (streams.progress && counts.lines % ProgressStep == 0)
            streams.progress(counts);
    }
}

} // namespace rolewright
