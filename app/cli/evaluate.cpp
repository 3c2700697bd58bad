// SPDX-License-Identifier: Apache-2.0
#include "app/cli/evaluate.h"

#include "app/cli/openstore.h"
#include "core/base/readfile.h"
#include "core/decision/explain.h"

#include <QFile>
#include <QLocale>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ProgressStep = 4096;

// The denial of a line that is no request, with the place of the first problem in it.
QByteArray malformedResponse(const Error &error, qint64 line, qint64 version)
{
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    json.member(u"decision", false);
    json.key(u"context");
    json.beginObject();
    json.member(u"reason", toText(Reason::MalformedRequest));
    json.member(u"policyVersion", version);
    json.key(u"error");
    json.beginObject();
    json.member(u"line", line);
    if (error.findings.isEmpty()) {
        json.member(u"message", error.message);
    } else {
        const Finding &finding = error.findings.first();
        if (finding.column > 0)
            json.member(u"column", finding.column);
        json.member(u"place", finding.place);
        json.member(u"message", finding.message);
    }
    json.endObject();
    json.endObject();
    json.endObject();
    return json.take();
}

// What was asked, for a replay: the request with the time that it was decided for, and what it came to. Several
// programs may append to one file; a line is never cut by another.
class RequestLog
{
public:
    RequestLog() = default;
    RequestLog(const RequestLog &) = delete;
    RequestLog &operator=(const RequestLog &) = delete;
    ~RequestLog()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }

    Status open(const QString &path)
    {
        m_path = path;
        // Who asked for what is nobody else's business.
        m_descriptor = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        return m_descriptor >= 0 ? Status() : failed();
    }
    Status add(Request request, const Decision &decision, Instant now, qint64 version)
    {
        if (m_descriptor < 0)
            return {};
        request.time = request.time.value_or(now);
        request.explain = false;
        JsonWriter json(JsonWriter::Layout::OneLine);
        json.beginObject();
        json.member(u"decision", decision.allowed);
        json.member(u"reason", toText(decision.reason));
        json.member(u"policyVersion", version);
        json.endObject();
        QByteArray line = toJson(request).toUtf8();
        line.chop(1); // its last bracket, and the first of what follows
        line += ", " + json.take().sliced(1) + '\n';
        const ssize_t written = ::write(m_descriptor, line.constData(), size_t(line.size()));
        return written == line.size() ? Status() : failed();
    }

private:
    tl::unexpected<Error> failed() const
    {
        return failure(ErrorCode::Unavailable,
                       u"The log of requests cannot be written: %1. Give another file, or make room."_s.arg(qt_error_string(errno)),
                       m_path);
    }

    int m_descriptor = -1;
    QString m_path;
};

class Evaluator
{
public:
    Evaluator(const Snapshot &snapshot, RequestLog &log)
        : m_index(snapshot.policy)
        , m_version(snapshot.version)
        , m_log(log)
    {
    }

    Result<QByteArray> answer(const LineReader::Line &line)
    {
        ++m_lines;
        if (line.tooLong) {
            return malformed({ErrorCode::Invalid,
                              u"The line is longer than 1 MiB, the most a request may have."_s,
                              {},
                              {}});
        }
        const Result<Request> request = parseRequest(line.text);
        if (!request)
            return malformed(request.error());
        std::optional<Explanation> explanation;
        if (request->explain)
            explanation = explain(m_index, *request, m_now);
        const Decision decision = explanation ? explanation->decision : decide(m_index, *request, m_now);
        if (const Status logged = m_log.add(*request, decision, m_now, m_version); !logged)
            return failure(logged.error());
        return toResponse(decision, m_version, explanation ? &*explanation : nullptr);
    }

    qint64 lines() const { return m_lines; }
    qint64 malformedLines() const { return m_malformed; }

private:
    QByteArray malformed(const Error &error)
    {
        ++m_malformed;
        return malformedResponse(error, m_lines, m_version);
    }

    const PolicyIndex m_index;
    const qint64 m_version;
    RequestLog &m_log;
    const Instant m_now = Instant::now();
    qint64 m_lines = 0;
    qint64 m_malformed = 0;
};

} // namespace

Result<ExitStatus> evaluate(const EvaluateOptions &options, const Globals &globals, Console &console)
{
    const QString file = text(options.file);
    const Result<OpenPolicy> opened = openPolicy(globals, console);
    if (!opened)
        return failure(opened.error());
    Result<LineReader> reader = LineReader::open(file);
    if (!reader)
        return failure(reader.error());
    if (file == "-"_L1 && ::isatty(STDIN_FILENO))
        console.note(u"Reading requests from the terminal, one a line; Ctrl+D ends."_s);

    RequestLog log;
    if (!options.log.empty()) {
        if (const Status status = log.open(text(options.log)); !status)
            return failure(status.error());
    }
    Evaluator evaluator(opened->head, log);
    while (console.isWritable()) {
        if (!reader->hasLine())
            console.flush(); // whoever asks may wait for the answer before asking on
        const Result<std::optional<LineReader::Line>> line = reader->next();
        if (!line)
            return failure(line.error());
        if (!*line)
            break;
        const Result<QByteArray> answer = evaluator.answer(**line);
        if (!answer)
            return failure(answer.error());
        console.data(*answer + '\n');
        if (evaluator.lines() % ProgressStep == 0)
            console.progress(u"%1 requests"_s.arg(QLocale::c().toString(evaluator.lines())));
    }
    if (evaluator.malformedLines() == 0)
        return ExitStatus::Done;
    return failure(
        ErrorCode::Invalid,
        u"%1 of %2 lines are no valid requests; their answers are denials that say where the error is."_s
            .arg(evaluator.malformedLines())
            .arg(evaluator.lines()),
        inputName(file));
}

} // namespace rolewright::cli
