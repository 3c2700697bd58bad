// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/decide.h"
#include "core/decision/review.h"
#include "core/net/authzenclient.h"

#include <functional>

namespace rolewright {

// A second opinion: the same questions asked of another decision point, over AuthZEN. It blocks, as the client does:
// for a worker, never the GUI thread.

// A request as it is sent: its time and its session's roles stand in `subject.properties`, too, where engines without a
// context look for them (our export for Cerbos, resources/help/engines.md).
QByteArray toPeer(const Request &request);

struct Opinion
{
    Decision ours;
    Result<AuthzenAnswer> theirs; // a failure is no answer, whatever ours is

    bool agrees() const { return theirs && theirs->allowed == ours.allowed; }
};
Opinion secondOpinion(const PolicyIndex &index, const Request &request, Instant now, AuthzenClient &peer,
                      const CancelToken *cancel = nullptr);

struct OpinionCounts
{
    qint64 asked = 0;
    qint64 disagree = 0;
    qint64 unanswered = 0; // of single requests; a server that is not to be had ends the comparison

    qint64 agree() const { return asked - disagree - unanswered; }
    friend bool operator==(const OpinionCounts &, const OpinionCounts &) = default;
};

struct OpinionQuestion
{
    qint64 number = 0; // the caller's
    Request request;
};

// Where questions come from, and where those go that are not answered alike, in their order. Called on the caller's
// thread.
struct OpinionStreams
{
    std::function<Result<std::optional<OpinionQuestion>>()> next; // nothing at the end
    std::function<void(const OpinionQuestion &question, const Opinion &opinion)> found;
    std::function<void(const OpinionCounts &counts)> progress; // after each batch; may be empty
};
// In batches of 50, in constant memory. Cancelled within 50 ms; what was found until a failure has been given.
Result<OpinionCounts> compareOpinions(const PolicyIndex &index, Instant now, AuthzenClient &peer,
                                      const OpinionStreams &streams, const CancelToken *cancel = nullptr);

} // namespace rolewright
