// SPDX-License-Identifier: Apache-2.0
#include "app/cli/evaluate.h"

#include "app/cli/openstore.h"
#include "core/base/readfile.h"
#include "core/decision/explain.h"

#include <QLocale>

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

class Evaluator
{
public:
    explicit Evaluator(const Snapshot &snapshot)
        : m_index(snapshot.policy)
        , m_version(snapshot.version)
    {
    }

    QByteArray answer(const LineReader::Line &line)
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
        if (!request->explain)
            return toResponse(decide(m_index, *request, m_now), m_version);
        const Explanation explanation = explain(m_index, *request, m_now);
        return toResponse(explanation.decision, m_version, &explanation);
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
    const Instant m_now = Instant::now();
    qint64 m_lines = 0;
    qint64 m_malformed = 0;
};

} // namespace

Result<ExitStatus> evaluate(const QString &file, const Globals &globals, Console &console)
{
    const Result<OpenPolicy> opened = openPolicy(globals, console);
    if (!opened)
        return failure(opened.error());
    Result<LineReader> reader = LineReader::open(file);
    if (!reader)
        return failure(reader.error());
    if (file == "-"_L1 && ::isatty(STDIN_FILENO))
        console.note(u"Reading requests from the terminal, one a line; Ctrl+D ends."_s);

    Evaluator evaluator(opened->head);
    while (console.isWritable()) {
        if (!reader->hasLine())
            console.flush(); // whoever asks may wait for the answer before asking on
        const Result<std::optional<LineReader::Line>> line = reader->next();
        if (!line)
            return failure(line.error());
        if (!*line)
            break;
        console.data(evaluator.answer(**line) + '\n');
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
