// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/review.h"

#include <array>
#include <functional>

namespace rolewright {

// Past requests (AuthZEN, JSON Lines) decided under two policies. Pure; any thread; memory does not grow with the log.

enum class ReplayClass : quint8 {
    Same,
    AllowedToDenied,
    DeniedToAllowed,
    ReasonChanged,
    // Denied on both sides, because one of them at least does not know the subject / the permission or operation.
    UnknownSubject,
    UnknownResource,
};
QString toText(ReplayClass kind); // "allowed-to-denied"

struct ReplayOutcome
{
    Decision before;
    Decision after;
    ReplayClass kind = ReplayClass::Same;

    friend bool operator==(const ReplayOutcome &, const ReplayOutcome &) = default;
};
ReplayOutcome outcomeOf(const Decision &before, const Decision &after);
// `now` counts where the request has no time. Two decisions, nothing else.
ReplayOutcome replay(const PolicyIndex &before, const PolicyIndex &after, const Request &request, Instant now);

struct ReplayCounts
{
    qint64 lines = 0;
    qint64 malformed = 0;
    qint64 skipped = 0; // they ask nothing
    std::array<qint64, size_t(ReplayClass::UnknownResource) + 1> of {}; // by class

    qint64 count(ReplayClass kind) const { return of.at(size_t(kind)); }
    friend bool operator==(const ReplayCounts &, const ReplayCounts &) = default;
};

struct ReplayLine
{
    QByteArray text; // without its line feed
    bool tooLong = false; // then the text says nothing
    bool isSkipped = false; // it asks nothing, and is counted only
};

// Where lines come from, and where what is found goes, in the order of the lines; both are called on the caller's
// thread. The first line has number 1.
struct ReplayStreams
{
    std::function<Result<std::optional<ReplayLine>>()> next; // nothing at the end
    std::function<void(qint64 line, const Request &request, const ReplayOutcome &outcome)> found; // not Same
    std::function<void(qint64 line, const Error &error)> malformed; // no request; the rest goes on
    std::function<void(const ReplayCounts &counts)> progress; // every few thousand lines; may be empty
};
// Cancelled where the token was set; otherwise only what `next` fails with.
Result<ReplayCounts> replay(const PolicyIndex &before, const PolicyIndex &after, Instant now,
                            const ReplayStreams &streams, const CancelToken *cancel = nullptr);

} // namespace rolewright
