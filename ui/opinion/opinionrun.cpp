// SPDX-License-Identifier: Apache-2.0
#include "ui/opinion/opinionrun.h"

#include "core/base/readfile.h"
#include "ui/opinion/opinionserver.h"

#include <QFileInfo>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

struct Source
{
    std::function<Result<std::optional<OpinionQuestion>>()> next;
    std::function<QString(qint64 number)> nameOf;
};

Source testsOf(const OpinionTask &task, OpinionProgress &progress)
{
    const Policy &policy = task.index.policy();
    const QList<TestId> ids = policy.tests().idsByKey();
    progress.total = std::max<qint64>(1, ids.size());
    const auto at = std::make_shared<qsizetype>(0);
    return {[&policy, &progress, ids, at]() -> Result<std::optional<OpinionQuestion>> {
                if (*at == ids.size())
                    return std::optional<OpinionQuestion>();
                progress.done = ++*at;
                // A policy holds no test whose request is malformed.
                return std::optional(
                    OpinionQuestion {*at, parseRequest(policy.tests().at(ids.at(*at - 1)).request.toUtf8()).value()});
            },
            [&policy, ids](qint64 number) { return policy.tests().at(ids.at(number - 1)).name; }};
}

Source cellsOf(const OpinionTask &task, OpinionProgress &progress, OpinionRun &run)
{
    progress.total = std::max<qint64>(1, task.cells.size());
    const auto questions = std::make_shared<CellQuestions>(task.index, task.now);
    const auto at = std::make_shared<qsizetype>(0);
    return {[&task, &progress, &run, questions, at]() -> Result<std::optional<OpinionQuestion>> {
                while (*at < task.cells.size()) {
                    progress.done = ++*at;
                    if (const std::optional<Request> request = questions->of(task.cells.at(*at - 1)))
                        return std::optional(OpinionQuestion {*at, *request});
                    ++run.passedOver;
                }
                return std::optional<OpinionQuestion>();
            },
            [](qint64) { return QString(); }};
}

Result<Source> linesOf(const OpinionTask &task, OpinionProgress &progress, OpinionRun &run)
{
    const QFileInfo file(task.path);
    progress.total = std::max<qint64>(1, file.size());
    if (file.exists() && !file.isFile())
        return failure(ErrorCode::Invalid, u"This is no file; choose a log that is one."_s, task.path);
    Result<LineReader> opened = LineReader::open(task.path);
    if (!opened)
        return failure(opened.error());
    const auto reader = std::make_shared<LineReader>(std::move(*opened));
    const auto number = std::make_shared<qint64>(0);
    return Source {[&progress, &run, reader, number]() -> Result<std::optional<OpinionQuestion>> {
                       for (;;) {
                           const Result<std::optional<LineReader::Line>> line = reader->next();
                           if (!line)
                               return failure(line.error());
                           if (!*line)
                               return std::optional<OpinionQuestion>();
                           ++*number;
                           progress.done = reader->offset();
                           if (!(*line)->tooLong) {
                               if (const Result<Request> request = parseRequest((*line)->text))
                                   return std::optional(OpinionQuestion {*number, *request});
                           }
                           ++run.passedOver;
                       }
                   },
                   [](qint64 line) { return QString::number(line); }};
}

} // namespace

OpinionRun compareOpinions(const OpinionTask &task, OpinionProgress &progress, const CancelToken &cancel)
{
    const PoolWait wait;
    OpinionRun run;
    Result<std::unique_ptr<HttpClient>> http = HttpClient::open(task.address);
    if (!http) {
        run.stopped = http.error();
        return run;
    }
    AuthzenClient peer(std::move(*http));
    Result<Source> source = task.source == OpinionSource::Log ? linesOf(task, progress, run)
        : task.source == OpinionSource::Cells               ? cellsOf(task, progress, run)
                                                            : testsOf(task, progress);
    if (!source) {
        run.stopped = source.error();
        return run;
    }
    const OpinionStreams streams {
        source->next,
        [&](const OpinionQuestion &question, const Opinion &opinion) {
            if (run.rows.size() < OpinionRun::RowMaximum)
                run.rows.append({source->nameOf(question.number), question.request, opinion});
        },
        [&](const OpinionCounts &counts) {
            run.counts = counts;
            progress.asked = counts.asked;
        },
    };
    if (const Result<OpinionCounts> counts = compareOpinions(task.index, task.now, peer, streams, &cancel); !counts)
        run.stopped = counts.error();
    return run;
}

} // namespace rolewright
