// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/cellquestion.h"
#include "core/opinion/opinion.h"

#include <atomic>

namespace rolewright {

// A comparison of many answers with those of another decision point, for a worker.

enum class OpinionSource { Tests, Log, Cells };

struct OpinionTask
{
    OpinionSource source = OpinionSource::Tests;
    QString path; // of the log
    QList<AccessCell> cells;
    PolicyIndex index;
    Instant now; // where a request has no time
    QString address;
};

struct OpinionRow
{
    QString what; // the name of a test, or the number of a line; empty for a cell
    Request request;
    Opinion opinion;
};

struct OpinionRun
{
    static constexpr qsizetype RowMaximum = 10'000;

    QList<OpinionRow> rows; // that are not answered alike, the first of them
    OpinionCounts counts;
    qint64 passedOver = 0; // lines that are no request, and cells that no question is for
    std::optional<Error> stopped; // the rest was not asked
};

struct OpinionProgress
{
    std::atomic<qint64> done = 0; // of `total`: tests, cells or bytes
    std::atomic<qint64> total = 1;
    std::atomic<qint64> asked = 0;
};

OpinionRun compareOpinions(const OpinionTask &task, OpinionProgress &progress, const CancelToken &cancel);

} // namespace rolewright
