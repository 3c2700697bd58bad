// SPDX-License-Identifier: Apache-2.0
#include "core/opinion/opinion.h"

#include <QHash>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype BatchMaximum = 50; // what Cerbos takes unless it is told otherwise

// Cerbos 0.55 takes what is said of a subject, and of a thing that one subject asks about, from the first item of a batch
// that names it. So a batch says one thing of each.
class Batch
{
public:
    bool takes(const Request &request) const
    {
        if (m_questions.size() == BatchMaximum)
            return false;
        const auto session = m_sessions.constFind(request.subject);
        const auto thing = m_things.constFind(keyOf(request));
        return (session == m_sessions.cend() || *session == sessionOf(request))
            && (thing == m_things.cend() || *thing == thingOf(request));
    }
    void add(const OpinionQuestion &question)
    {
        m_sessions.insert(question.request.subject, sessionOf(question.request));
        m_things.insert(keyOf(question.request), thingOf(question.request));
        m_questions.append(question);
    }
    const QList<OpinionQuestion> &questions() const { return m_questions; }
    QList<QByteArray> texts() const
    {
        QList<QByteArray> texts;
        for (const OpinionQuestion &question : m_questions)
            texts.append(toPeer(question.request));
        return texts;
    }
    void clear()
    {
        m_questions.clear();
        m_sessions.clear();
        m_things.clear();
    }

private:
    using Session = std::pair<std::optional<Instant>, std::optional<QStringList>>;
    using Thing = std::pair<std::map<QString, QString>, QStringList>;

    static Session sessionOf(const Request &request) { return {request.time, request.roles}; }
    static Thing thingOf(const Request &request) { return {request.properties, request.relations}; }
    static QStringList keyOf(const Request &request)
    {
        return {request.subject, request.resourceType, request.resource};
    }

    QList<OpinionQuestion> m_questions;
    QHash<QString, Session> m_sessions; // by subject
    QHash<QStringList, Thing> m_things; // by subject, type and id
};

} // namespace

QByteArray toPeer(const Request &request)
{
    const QByteArray text = toJson(request).toUtf8();
    if (!request.time && !request.roles)
        return text;
    const Result<JsonDocument> document = JsonDocument::parse(text);
    Q_ASSERT(document);
    const JsonValue context = document->root().member(u"context");
    JsonWriter json(JsonWriter::Layout::OneLine);
    const auto copy = [&](const JsonValue &parent, QStringView name) {
        if (const JsonValue value = parent.member(name); value.isValid()) {
            json.key(name);
            json.value(value);
        }
    };
    json.beginObject();
    json.key(u"subject");
    json.beginObject();
    copy(document->root().member(u"subject"), u"type");
    copy(document->root().member(u"subject"), u"id");
    json.key(u"properties");
    json.beginObject();
    copy(context, u"time");
    copy(context, u"roles");
    json.endObject();
    json.endObject();
    for (const QStringView name : {u"action", u"resource", u"context"})
        copy(document->root(), name);
    json.endObject();
    return json.take();
}

Opinion secondOpinion(const PolicyIndex &index, const Request &request, Instant now, AuthzenClient &peer,
                      const CancelToken *cancel)
{
    return {decide(index, request, now), peer.evaluation(toPeer(request), cancel)};
}

Result<OpinionCounts> compareOpinions(const PolicyIndex &index, Instant now, AuthzenClient &peer,
                                      const OpinionStreams &streams, const CancelToken *cancel)
{
    OpinionCounts counts;
    Batch batch;
    const auto ask = [&]() -> Status {
        if (batch.questions().isEmpty())
            return {};
        const Result<QList<Result<AuthzenAnswer>>> answers = peer.evaluations(batch.texts(), cancel);
        if (!answers)
            return failure(answers.error());
        for (qsizetype i = 0; i < answers->size(); ++i) {
            const OpinionQuestion &question = batch.questions().at(i);
            const Opinion opinion {decide(index, question.request, now), answers->at(i)};
            ++counts.asked;
            counts.unanswered += opinion.theirs ? 0 : 1;
            counts.disagree += opinion.theirs && !opinion.agrees() ? 1 : 0;
            if (!opinion.agrees())
                streams.found(question, opinion);
        }
        batch.clear();
        if (streams.progress)
            streams.progress(counts);
        return {};
    };
    for (;;) {
        if (cancel && *cancel)
            return failure(ErrorCode::Cancelled, u"The comparison was cancelled."_s, peer.address());
        const Result<std::optional<OpinionQuestion>> question = streams.next();
        if (!question)
            return failure(question.error());
        if (!*question || !batch.takes((*question)->request)) {
            if (const Status asked = ask(); !asked)
                return failure(asked.error());
        }
        if (!*question)
            return counts;
        batch.add(**question);
    }
}

} // namespace rolewright
