// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/authzen.h"

#include "core/base/text.h"
#include "core/decision/explain.h"

#include <QSet>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 NearTime = 5ll * 60 * 1000; // ms
constexpr qsizetype KeyMaximum = 200; // of what is shown of a free key
constexpr QStringView Placeholder = u"-"; // for the id that a search ignores

tl::unexpected<Error> malformed(const JsonDocument &document, const JsonValue &value, const QString &place,
                                const QString &message)
{
    const JsonDocument::Position at = document.position(value.offset());
    return failure(ErrorCode::Invalid, message, {},
                   {{Severity::Error, u"malformed-request"_s, message, place, at.line, at.column}});
}

// The request, if the caller may ask it of this version; at the moment that it is decided at.
Result<Request> admit(const AccessAsked &asked, const JsonDocument &document, const JsonValue &value)
{
    Result<Request> request = readRequest(document, value);
    if (!request)
        return request;
    const JsonValue context = value.member(u"context");
    if (const JsonValue wanted = context.isValid() ? context.member(u"atLeastVersion") : JsonValue();
        wanted.isValid()) {
        const std::optional<qint64> version =
            wanted.type() == JsonValue::Type::Integer ? wanted.toInteger() : std::nullopt;
        if (!version || *version < 0)
            return malformed(document, wanted, u"/context/atLeastVersion"_s,
                             u"context.atLeastVersion must be the number of a version."_s);
        if (*version > asked.version)
            return failure(
                ErrorCode::Unavailable,
                u"The policy is at version %1 here, and version %2 is asked for. Ask again in a moment."_s
                    .arg(asked.version)
                    .arg(*version));
    }
    if (request->time && std::abs(request->time->msecs - asked.now.msecs) <= NearTime)
        request->time.reset();
    if ((request->time || request->explain) && !asked.maySimulate())
        return failure(
            ErrorCode::NotPermitted,
            request->explain
                ? u"An explanation needs the right rolewright/decision:simulate. Leave context.explain out."_s
                : u"A time more than five minutes from now needs the right rolewright/decision:simulate. "
                  "Leave context.time out."_s);
    return request;
}

void writeDecision(JsonWriter &json, bool allowed)
{
    json.beginObject();
    json.member(u"decision", allowed);
    json.endObject();
}

Result<JsonDocument> parse(const QByteArray &body)
{
    Result<JsonDocument> document = JsonDocument::parse(body);
    if (!document)
        return document;
    if (!document->root().isObject())
        return malformed(*document, document->root(), {}, u"The question must be a JSON object."_s);
    for (JsonValue member = document->root().firstChild(); member.isValid(); member = member.nextSibling()) {
        if (member.isDuplicate())
            return malformed(*document, member, u'/' + shortened(member.key(), KeyMaximum),
                             u"The member %1 is there twice; keep one."_s.arg(quoted(member.key())));
    }
    return document;
}

Result<QByteArray> evaluate(const AccessAsked &asked, const JsonDocument &document)
{
    const Result<Request> request = admit(asked, document, document.root());
    if (!request)
        return failure(request.error());
    if (request->explain) {
        const Explanation explanation = explain(asked.index, *request, asked.now);
        return toResponse(explanation.decision, asked.version, &explanation);
    }
    JsonWriter json(JsonWriter::Layout::OneLine);
    writeDecision(json, decide(asked.index, *request, asked.now).allowed);
    return json.take();
}

// The question with the members of an item in place of its own, whole.
QByteArray itemOf(const JsonValue &question, const JsonValue &item)
{
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    for (const QStringView key : {u"subject", u"action", u"resource", u"context"}) {
        const JsonValue own = item.member(key);
        const JsonValue value = own.isValid() ? own : question.member(key);
        if (value.isValid())
            json.member(key, value);
    }
    json.endObject();
    return json.take();
}

void writeMalformed(JsonWriter &json, const Error &error)
{
    json.beginObject();
    json.member(u"decision", false);
    json.key(u"context");
    json.beginObject();
    json.member(u"reason", toText(Reason::MalformedRequest));
    json.key(u"error");
    json.beginObject();
    json.member(u"status", 400);
    if (!error.findings.isEmpty())
        json.member(u"place", error.findings.first().place);
    json.member(u"message", error.findings.isEmpty() ? error.message : error.findings.first().message);
    json.endObject();
    json.endObject();
    json.endObject();
}

enum class Semantic { All, FirstDenial, FirstPermit };

Result<Semantic> semanticOf(const JsonDocument &document)
{
    const JsonValue options = document.root().member(u"options");
    if (!options.isValid())
        return Semantic::All;
    if (!options.isObject())
        return malformed(document, options, u"/options"_s, u"options must be an object."_s);
    const JsonValue semantic = options.member(u"evaluations_semantic");
    if (!semantic.isValid())
        return Semantic::All;
    const QString text = semantic.isString() ? semantic.toString() : QString();
    if (text == "execute_all"_L1)
        return Semantic::All;
    if (text == "deny_on_first_deny"_L1)
        return Semantic::FirstDenial;
    if (text == "permit_on_first_permit"_L1)
        return Semantic::FirstPermit;
    return malformed(
        document, semantic, u"/options/evaluations_semantic"_s,
        u"evaluations_semantic must be execute_all, deny_on_first_deny or permit_on_first_permit."_s);
}

// Appends the answer to one item. NotPermitted and Unavailable are about the whole batch.
Result<bool> evaluateItem(const AccessAsked &asked, const JsonValue &question, const JsonValue &item,
                          JsonWriter &json)
{
    const QByteArray text = item.isObject() ? itemOf(question, item) : QByteArray("null");
    // An item with a duplicate member does not become one without.
    for (JsonValue member = item.isObject() ? item.firstChild() : JsonValue(); member.isValid();
         member = member.nextSibling()) {
        if (member.isDuplicate()) {
            writeMalformed(json,
                           {ErrorCode::Invalid,
                            u"The member %1 is there twice; keep one."_s.arg(quoted(member.key())),
                            {},
                            {}});
            return false;
        }
    }
    const Result<JsonDocument> document = JsonDocument::parse(text);
    const Result<Request> request =
        document ? admit(asked, *document, document->root()) : Result<Request>(failure(document.error()));
    if (!request) {
        if (request.error().code != ErrorCode::Invalid)
            return failure(request.error());
        writeMalformed(json, request.error());
        return false;
    }
    if (request->explain) {
        const Explanation explanation = explain(asked.index, *request, asked.now);
        const Result<JsonDocument> answer =
            JsonDocument::parse(toResponse(explanation.decision, asked.version, &explanation));
        json.value(answer->root());
        return explanation.decision.allowed;
    }
    const bool allowed = decide(asked.index, *request, asked.now).allowed;
    writeDecision(json, allowed);
    return allowed;
}

// A question with one of its names left open: what stands there instead, whole.
struct Search
{
    JsonDocument document;
    Request request; // about Placeholder
};

Result<Search> readSearch(const AccessAsked &asked, const QByteArray &body, QStringView open)
{
    const Result<JsonDocument> question = parse(body);
    if (!question)
        return failure(question.error());
    const JsonValue root = question->root();
    if (const JsonValue page = root.member(u"page"); page.isValid() && !page.isObject())
        return malformed(*question, page, u"/page"_s, u"page must be an object."_s);
    const bool isAction = open == u"action";
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    for (const QStringView key : {u"subject", u"action", u"resource", u"context"}) {
        const JsonValue value = root.member(key);
        if (key != open) {
            if (value.isValid())
                json.member(key, value);
        } else if (isAction || value.isObject()) {
            json.key(key);
            json.beginObject();
            json.member(isAction ? u"name" : u"id", Placeholder);
            for (JsonValue member = isAction ? JsonValue() : value.firstChild(); member.isValid();
                 member = member.nextSibling()) {
                if (member.key() != "id"_L1)
                    json.member(member.key(), member);
            }
            json.endObject();
        } else if (value.isValid()) {
            json.member(key, value);
        }
    }
    json.endObject();
    Result<JsonDocument> document = JsonDocument::parse(json.take());
    if (!document)
        return failure(document.error());
    const Result<Request> request = admit(asked, *document, document->root());
    if (!request)
        return failure(request.error());
    return Search{std::move(*document), *request};
}

// {"results": [..]} of the candidates that are allowed, in their order.
template <class Names, class Ask, class Write>
QByteArray results(const AccessAsked &asked, Request request, const Names &names, const Ask &ask,
                   const Write &write)
{
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    json.key(u"results");
    json.beginArray();
    for (const QString &name : names) {
        ask(request, name);
        if (!decide(asked.index, request, asked.now).allowed)
            continue;
        json.beginObject();
        write(json, name);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.take();
}

template <class Things>
QStringList keysOf(const Things &things)
{
    QStringList keys;
    keys.reserve(things.size());
    for (const auto id : things.idsByKey())
        keys.append(keyOf(things.at(id)));
    return keys;
}

} // namespace

Result<QByteArray> evaluateAccess(const AccessAsked &asked, const QByteArray &body)
{
    const Result<JsonDocument> document = parse(body);
    return document ? evaluate(asked, *document) : Result<QByteArray>(failure(document.error()));
}

Result<QByteArray> evaluateAccesses(const AccessAsked &asked, const QByteArray &body)
{
    const Result<JsonDocument> document = parse(body);
    if (!document)
        return failure(document.error());
    const JsonValue items = document->root().member(u"evaluations");
    if (items.isValid() && !items.isArray())
        return malformed(*document, items, u"/evaluations"_s, u"evaluations must be an array."_s);
    const Result<Semantic> semantic = semanticOf(*document);
    if (!semantic)
        return failure(semantic.error());
    if (!items.isValid() || !items.firstChild().isValid())
        return evaluate(asked, *document);
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    json.key(u"evaluations");
    json.beginArray();
    for (JsonValue item = items.firstChild(); item.isValid(); item = item.nextSibling()) {
        const Result<bool> allowed = evaluateItem(asked, document->root(), item, json);
        if (!allowed)
            return failure(allowed.error());
        if ((*semantic == Semantic::FirstDenial && !*allowed)
            || (*semantic == Semantic::FirstPermit && *allowed))
            break;
    }
    json.endArray();
    json.endObject();
    return json.take();
}

Result<QByteArray> searchSubjects(const AccessAsked &asked, const QByteArray &body)
{
    const Result<Search> search = readSearch(asked, body, u"subject");
    if (!search)
        return failure(search.error());
    const QStringList users =
        search->request.subjectType == "user"_L1 ? keysOf(asked.index.policy().users()) : QStringList();
    return results(
        asked, search->request, users, [](Request &request, const QString &user) { request.subject = user; },
        [](JsonWriter &json, const QString &user) {
            json.member(u"type", u"user"_s);
            json.member(u"id", user);
        });
}

Result<QByteArray> searchResources(const AccessAsked &asked, const QByteArray &body)
{
    const Result<Search> search = readSearch(asked, body, u"resource");
    if (!search)
        return failure(search.error());
    const QStringList operations = search->request.resourceType == "operation"_L1
        ? keysOf(asked.index.policy().operations())
        : QStringList();
    return results(
        asked, search->request, operations,
        [](Request &request, const QString &operation) { request.resource = operation; },
        [](JsonWriter &json, const QString &operation) {
            json.member(u"type", u"operation"_s);
            json.member(u"id", operation);
        });
}

Result<QByteArray> searchActions(const AccessAsked &asked, const QByteArray &body)
{
    const Result<Search> search = readSearch(asked, body, u"action");
    if (!search)
        return failure(search.error());
    QSet<QString> known;
    if (search->request.resourceType == "operation"_L1)
        known.insert(u"perform"_s);
    asked.index.policy().permissions().forEach([&](PermissionId, const Permission &permission) {
        if (permission.name.resource == search->request.resourceType)
            known.insert(permission.name.action);
    });
    QStringList actions(known.begin(), known.end());
    sortByCodePoint(actions);
    return results(
        asked, search->request, actions,
        [](Request &request, const QString &action) { request.action = action; },
        [](JsonWriter &json, const QString &action) { json.member(u"name", action); });
}

QByteArray accessMetadata(const QString &url)
{
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    json.member(u"policy_decision_point", url);
    json.member(u"access_evaluation_endpoint", url + u"/access/v1/evaluation"_s);
    json.member(u"access_evaluations_endpoint", url + u"/access/v1/evaluations"_s);
    json.member(u"search_subject_endpoint", url + u"/access/v1/search/subject"_s);
    json.member(u"search_resource_endpoint", url + u"/access/v1/search/resource"_s);
    json.member(u"search_action_endpoint", url + u"/access/v1/search/action"_s);
    json.endObject();
    return json.take();
}

} // namespace rolewright
