// SPDX-License-Identifier: Apache-2.0
#include "ui/replay/logreplay.h"

#include "core/admin/trailreplay.h"
#include "core/base/readfile.h"

#include <QFileInfo>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

Result<ReplayRun> replayLog(const ReplayTask &task, ReplayProgress &progress, const CancelToken &cancel)
{
    // Opening a pipe, or reading from one, could wait for ever.
    const QFileInfo file(task.path);
    progress.size = std::max<qint64>(1, file.size());
    if (file.exists() && !file.isFile())
        return failure(ErrorCode::Invalid, u"This is no file; choose a log that is one."_s, task.path);
    Result<LineReader> reader = LineReader::open(task.path, task.place.offset);
    if (!reader)
        return failure(reader.error());
    ReplayRun run;
    const qint64 linesBefore = task.place.line - 1;
    qint64 offset = task.place.offset; // of the line at hand
    CancelToken stop = false;
    const auto take = [&](ReplayRow row) {
        row.line += linesBefore;
        if (run.rows.size() < task.pageSize) {
            run.rows.append(std::move(row));
        } else if (!run.next) {
            run.next = ReplayPlace{row.line, offset};
            stop = !task.wholeLog;
        }
    };
    const ReplayStreams streams{
        [&]() -> Result<std::optional<ReplayLine>> {
            if (cancel)
                return failure(ErrorCode::Cancelled, u"The replay was cancelled."_s);
            offset = reader->offset();
            const Result<std::optional<LineReader::Line>> line = reader->next();
            if (!line)
                return failure(line.error());
            if (!*line)
                return std::optional<ReplayLine>();
            progress.lines.fetch_add(1, std::memory_order_relaxed);
            progress.offset.store(reader->offset(), std::memory_order_relaxed);
            return std::optional(replayLine((*line)->text, (*line)->tooLong));
        },
        [&](qint64 line, const Request &request, const ReplayOutcome &outcome) {
            if (task.filter.differences && (!task.filter.kind || task.filter.kind == outcome.kind))
                take({line, request, outcome, {}});
        },
        [&](qint64 line, const Error &error) {
            if (task.filter.malformed)
                take({line,
                      {},
                      {},
                      error.findings.isEmpty() ? error.message : error.findings.first().message});
        },
        {},
    };
    const Result<ReplayCounts> counts = replay(task.before, task.after, task.now, streams, &stop);
    if (counts && task.place == ReplayPlace())
        run.counts = *counts;
    if (!counts && !stop)
        return failure(counts.error());
    return run;
}

} // namespace rolewright
