// SPDX-License-Identifier: Apache-2.0
#include "core/net/authzenclient.h"

#include "core/base/json.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 AnswerMaximum = 4 << 20; // bytes

HttpRequest post(const QString &path, const QByteArray &body)
{
    HttpRequest request;
    request.verb = "POST";
    request.path = path;
    request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
    request.body = body;
    request.bodyMaximum = AnswerMaximum;
    return request;
}

// What a server says about a failure, for a person: short, on one line.
QString said(const QByteArray &body)
{
    const QString text = QString::fromUtf8(body.left(1024)).simplified();
    return text.isEmpty() ? u"nothing"_s : u"\"%1\""_s.arg(text.left(200));
}

tl::unexpected<Error> wrongStatus(const HttpResponse &response, const QString &address)
{
    const QString next = response.status == 401 || response.status == 403
        ? u"Give a token that it accepts."_s
        : response.status == 404 ? u"Look whether this is the address of an AuthZEN server."_s
                                 : u"Look at the server's log."_s;
    return failure(ErrorCode::Unavailable,
                   u"The server answered with status %1 and %2, which is no decision. %3"_s.arg(
                       QString::number(response.status), said(response.body), next),
                   address);
}

tl::unexpected<Error> noDecision(const QString &why, const QString &address)
{
    return failure(ErrorCode::Unavailable,
                   u"The answer is no decision: %1. Look whether this is the address of an AuthZEN server."_s.arg(why), address);
}

Result<AuthzenAnswer> readAnswer(const JsonValue &value, const QString &address)
{
    if (!value.isObject())
        return noDecision(u"it is not an object"_s, address);
    AuthzenAnswer answer;
    if (const JsonValue context = value.member(u"context"); context.isValid() && context.isObject()) {
        if (const JsonValue error = context.member(u"error"); error.isValid()) {
            const JsonValue message = error.isObject() ? error.member(u"message") : error;
            return noDecision(message.isValid() && message.isString() ? u"it says \"%1\""_s.arg(message.toString().left(200))
                                                                      : u"it carries an error"_s,
                              address);
        }
        if (const JsonValue reason = context.member(u"reason"); reason.isValid() && reason.isString())
            answer.reason = reason.toString().left(200);
    }
    const JsonValue decision = value.member(u"decision");
    if (!decision.isValid())
        return noDecision(u"it has no \"decision\""_s, address);
    if (decision.type() != JsonValue::Type::Bool)
        return noDecision(u"its \"decision\" is neither true nor false"_s, address);
    answer.allowed = decision.toBool();
    return answer;
}

Result<JsonDocument> readBody(const QByteArray &body, const QString &address)
{
    Result<JsonDocument> document = JsonDocument::parse(body);
    if (!document)
        return noDecision(u"it is not JSON, but %1"_s.arg(said(body)), address);
    if (document->hasDuplicates())
        return noDecision(u"a member is there twice"_s, address);
    return document;
}

bool isAboutTheServer(const Error &error)
{
    return error.code == ErrorCode::Cancelled || error.code == ErrorCode::Usage;
}

} // namespace

AuthzenClient::AuthzenClient(std::unique_ptr<HttpClient> http)
    : m_http(std::move(http))
{
}

Result<AuthzenAnswer> AuthzenClient::evaluation(const QByteArray &request, const std::atomic_bool *cancel)
{
    const Result<HttpResponse> response = m_http->send(post(u"/access/v1/evaluation"_s, request), cancel);
    if (!response)
        return failure(response.error());
    if (response->status != 200)
        return wrongStatus(*response, address());
    const Result<JsonDocument> document = readBody(response->body, address());
    if (!document)
        return failure(document.error());
    return readAnswer(document->root(), address());
}

// A failure of the first means that the server is not to be had; later ones stand for themselves, unless they go on.
Result<QList<Result<AuthzenAnswer>>> AuthzenClient::oneByOne(const QList<QByteArray> &requests,
                                                             const std::atomic_bool *cancel)
{
    constexpr int FailuresInARow = 3;
    int failures = 0;
    QList<Result<AuthzenAnswer>> answers;
    for (const QByteArray &request : requests) {
        Result<AuthzenAnswer> answer = evaluation(request, cancel);
        failures = answer ? 0 : failures + 1;
        if (!answer && (isAboutTheServer(answer.error()) || failures == FailuresInARow))
            return failure(answer.error());
        answers.append(std::move(answer));
    }
    return answers;
}

Result<QList<Result<AuthzenAnswer>>> AuthzenClient::evaluations(const QList<QByteArray> &requests,
                                                                const std::atomic_bool *cancel)
{
    if (!m_takesBatches || requests.size() == 1)
        return oneByOne(requests, cancel);
    const QByteArray body = "{\"evaluations\": [" + requests.join(", ") + "]}";
    const Result<HttpResponse> response = m_http->send(post(u"/access/v1/evaluations"_s, body), cancel);
    if (!response)
        return failure(response.error());
    if (response->status == 404 || response->status == 405 || response->status == 501) {
        m_takesBatches = false; // the batch is optional in AuthZEN
        return oneByOne(requests, cancel);
    }
    if (response->status == 400)
        return oneByOne(requests, cancel); // one of them is to blame
    if (response->status != 200)
        return wrongStatus(*response, address());
    const Result<JsonDocument> document = readBody(response->body, address());
    if (!document)
        return failure(document.error());
    const JsonValue list = document->root().isObject() ? document->root().member(u"evaluations") : JsonValue();
    if (!list.isValid() || !list.isArray())
        return noDecision(u"it has no list \"evaluations\""_s, address());
    QList<Result<AuthzenAnswer>> answers;
    for (JsonValue item = list.firstChild(); item.isValid(); item = item.nextSibling())
        answers.append(readAnswer(item, address()));
    if (answers.size() != requests.size())
        return noDecision(u"it has %1 items for %2 questions"_s.arg(answers.size()).arg(requests.size()), address());
    return answers;
}

} // namespace rolewright
