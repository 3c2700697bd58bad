// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/replay.h"

#include <atomic>
#include <memory>

namespace rolewright {

// A log of past requests, replayed a page of differences at a time: memory does not grow with the log.

// Which lines are shown.
struct ReplayFilter
{
    bool differences = true; // of all classes, or
    std::optional<ReplayClass> kind; // of this one
    bool malformed = true;

    friend bool operator==(const ReplayFilter &, const ReplayFilter &) = default;
};

struct ReplayRow
{
    qint64 line = 0; // from 1
    Request request; // of a line that is one
    ReplayOutcome outcome; // likewise
    QString problem; // why a line is none
};

// Where a page begins.
struct ReplayPlace
{
    qint64 line = 1;
    qint64 offset = 0; // of the line, in bytes

    friend bool operator==(const ReplayPlace &, const ReplayPlace &) = default;
};

struct ReplayRun
{
    QList<ReplayRow> rows;
    std::optional<ReplayPlace> next; // of the page after; none: this is the last
    std::optional<ReplayCounts> counts; // of the whole log, where it was read to the end from the beginning
};

struct ReplayProgress
{
    std::atomic<qint64> lines = 0;
    std::atomic<qint64> offset = 0; // bytes read
    std::atomic<qint64> size = 1; // of the log, as it was opened
};

struct ReplayTask
{
    QString path;
    PolicyIndex before;
    PolicyIndex after;
    Instant now; // where a request has no time
    ReplayFilter filter;
    ReplayPlace place;
    bool wholeLog = false; // counts all of it; otherwise it stops where the page is full
    qsizetype pageSize = 1000;
};
// For a worker. The failure is that of reading, or Cancelled; a line that is no request is a row, not a
// failure.
Result<ReplayRun> replayLog(const ReplayTask &task, ReplayProgress &progress, const CancelToken &cancel);

} // namespace rolewright
