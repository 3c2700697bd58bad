// SPDX-License-Identifier: Apache-2.0
#include "app/cli/comparewith.h"

#include "app/cli/openstore.h"
#include "app/cli/signin.h"
#include "core/base/readfile.h"
#include "core/opinion/opinion.h"

#include <QLocale>

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

// The questions, each with what it is called: "line 3", or the name of a test.
class Questions
{
public:
    static Result<Questions> open(const CompareWithOptions &options, const Policy &policy)
    {
        Questions questions;
        if (options.requests.empty()) {
            for (const TestId id : policy.tests().idsByKey())
                questions.m_tests.append(policy.tests().at(id));
            return questions;
        }
        Result<LineReader> lines = LineReader::open(text(options.requests));
        if (!lines)
            return failure(lines.error());
        questions.m_lines = std::make_unique<LineReader>(std::move(*lines));
        return questions;
    }

    // Malformed lines are said and passed over.
    Result<std::optional<OpinionQuestion>> next(Console &console)
    {
        for (;;) {
            Result<Request> request = failure(ErrorCode::Invalid, u"The line is longer than 1 MiB, the most a request may have."_s);
            if (!m_lines) {
                if (m_number == m_tests.size())
                    return std::optional<OpinionQuestion>();
                request = parseRequest(m_tests.at(m_number).request.toUtf8());
            } else {
                const Result<std::optional<LineReader::Line>> line = m_lines->next();
                if (!line)
                    return failure(line.error());
                if (!*line)
                    return std::optional<OpinionQuestion>();
                if (!(*line)->tooLong)
                    request = parseRequest((*line)->text);
            }
            ++m_number;
            if (request)
                return std::optional(OpinionQuestion {m_number, *request});
            ++m_malformed;
            console.note(u"%1 is no request: %2"_s.arg(
                nameOf(m_number),
                request.error().findings.isEmpty() ? request.error().message : toText(request.error().findings.first())));
        }
    }

    QString nameOf(qint64 number) const
    {
        return m_lines ? u"line %1"_s.arg(number) : u"test \"%1\""_s.arg(m_tests.at(number - 1).name);
    }
    qint64 malformed() const { return m_malformed; }

private:
    QList<PolicyTest> m_tests;
    std::unique_ptr<LineReader> m_lines; // or
    qint64 m_number = 0;
    qint64 m_malformed = 0;
};

void writeDifference(Console &console, const QString &name, const OpinionQuestion &question, const Opinion &opinion)
{
    const Request &request = question.request;
    if (!console.json()) {
        const QString ours = (opinion.ours.allowed ? u"allow "_s : u"deny "_s) + toText(opinion.ours.reason);
        QString theirs = u"no answer: "_s;
        if (opinion.theirs)
            theirs = (opinion.theirs->allowed ? u"allow "_s : u"deny "_s) + opinion.theirs->reason;
        else
            theirs += opinion.theirs.error().message;
        console.line(u"%1: %2 %3 %4 %5: here %6, there %7"_s.arg(name, request.subject, request.action, request.resourceType,
                                                                request.resource, ours, theirs.trimmed()));
        return;
    }
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    json.member(u"question", name);
    json.member(u"subject", request.subject);
    json.member(u"action", request.action);
    json.member(u"type", request.resourceType);
    json.member(u"id", request.resource);
    json.key(u"here");
    json.beginObject();
    json.member(u"decision", opinion.ours.allowed);
    json.member(u"reason", toText(opinion.ours.reason));
    json.endObject();
    json.key(u"there");
    json.beginObject();
    if (opinion.theirs) {
        json.member(u"decision", opinion.theirs->allowed);
        if (!opinion.theirs->reason.isEmpty())
            json.member(u"reason", opinion.theirs->reason);
    } else {
        json.member(u"error", opinion.theirs.error().message);
    }
    json.endObject();
    json.endObject();
    console.data(json.take() + '\n');
}

Result<HttpClient::Trust> trustOf(const CompareWithOptions &options)
{
    HttpClient::Trust trust;
    if (!options.tokenFile.empty()) {
        const Result<Secret> token = readPassword(options.tokenFile, {});
        if (!token)
            return failure(token.error());
        trust.token = QByteArray(token->data(), token->size());
    }
    if (!options.authorities.empty()) {
        const Result<QByteArray> authorities = readInput(text(options.authorities));
        if (!authorities)
            return failure(authorities.error());
        trust.authorities = *authorities;
    }
    return trust;
}

} // namespace

Result<ExitStatus> compareWith(const CompareWithOptions &options, const Globals &globals, Console &console)
{
    const Result<Instant> at = momentOrNow(options.at, "--at");
    if (!at)
        return failure(at.error());
    const Result<HttpClient::Trust> trust = trustOf(options);
    if (!trust)
        return failure(trust.error());
    Result<std::unique_ptr<HttpClient>> http = HttpClient::open(text(options.address), *trust);
    if (!http)
        return failure(http.error());
    AuthzenClient peer(std::move(*http));
    const Result<OpenPolicy> opened = openPolicy(globals, console);
    if (!opened)
        return failure(opened.error());
    Result<Questions> questions = Questions::open(options, opened->head.policy);
    if (!questions)
        return failure(questions.error());

    CancelToken unread = false; // nobody takes our output any more
    const OpinionStreams streams {
        [&] { return questions->next(console); },
        [&](const OpinionQuestion &question, const Opinion &opinion) {
            writeDifference(console, questions->nameOf(question.number), question, opinion);
            unread = !console.isWritable();
        },
        [&](const OpinionCounts &counts) { console.progress(u"%1 questions"_s.arg(QLocale::c().toString(counts.asked))); },
    };
    const Result<OpinionCounts> counts = compareOpinions(PolicyIndex(opened->head.policy), *at, peer, streams, &unread);
    if (!counts && counts.error().code == ErrorCode::Cancelled)
        return ExitStatus::Done; // finish() says why nothing could be written
    if (!counts)
        return failure(counts.error());
    console.note(u"%1 questions, %2 answered alike, %3 otherwise, %4 not at all."_s.arg(
        QLocale::c().toString(counts->asked), QLocale::c().toString(counts->agree()),
        QLocale::c().toString(counts->disagree), QLocale::c().toString(counts->unanswered)));
    if (counts->unanswered > 0)
        return failure(ErrorCode::Unavailable, u"%1 questions have no answer."_s.arg(counts->unanswered), peer.address());
    if (questions->malformed() > 0)
        return failure(ErrorCode::Invalid, u"%1 lines are no valid requests."_s.arg(questions->malformed()),
                       inputName(text(options.requests)));
    return counts->disagree > 0 ? ExitStatus::No : ExitStatus::Done;
}

} // namespace rolewright::cli
