// SPDX-License-Identifier: Apache-2.0
// What operators ask: is it alive, is it ready, what does it count; and its own description.
#include "app/server/routes.h"

#include "app/server/problem.h"
#include "core/base/json.h"

#include <QFile>
#include <QThreadPool>

namespace rolewright::server {

using namespace Qt::StringLiterals;

namespace {

ServerResponse textResponse(const QByteArray &text, const QByteArray &type = "text/plain; charset=utf-8")
{
    return {200, {{"Content-Type", type}}, text, nullptr};
}

} // namespace

Result<QHash<QString, QString>> readMembers(const QByteArray &body, const QStringList &members)
{
    const Result<JsonDocument> document = JsonDocument::parse(body);
    if (!document)
        return failure(document.error());
    const JsonValue root = document->root();
    Findings findings;
    const auto refuse = [&](const JsonValue &value, const QString &place, const QString &message) {
        const JsonDocument::Position at = document->position(value.offset());
        findings.append({Severity::Error, u"invalid"_s, message, place, at.line, at.column});
    };
    QHash<QString, QString> read;
    if (!root.isObject()) {
        refuse(root, {}, u"The body must be a JSON object."_s);
    } else {
        for (JsonValue member = root.firstChild(); member.isValid(); member = member.nextSibling()) {
            const QString key = member.key();
            if (member.isDuplicate())
                refuse(member, u'/' + key, u"The member \"%1\" is there twice; keep one."_s.arg(key));
            else if (!members.contains(key) && !members.contains(key + u'?'))
                refuse(member, u'/' + key, u"The member \"%1\" is not known here; leave it out."_s.arg(key));
            else if (!member.isString())
                refuse(member, u'/' + key, u"%1 must be a string."_s.arg(key));
            else
                read.insert(key, member.toString());
        }
        for (const QString &member : members) {
            if (!member.endsWith(u'?') && !root.member(member).isValid())
                refuse(root, {}, u"The member \"%1\" is missing."_s.arg(member));
        }
    }
    if (findings.isEmpty())
        return read;
    return failure(ErrorCode::Invalid, u"The body is not what this endpoint takes."_s, {}, findings);
}

void offThread(const std::function<void()> &task)
{
    QThreadPool::globalInstance()->start(task);
}

bool isJson(const ServerRequest &request)
{
    const QByteArray type = request.header("Content-Type").value_or(QByteArray());
    return type.split(';').first().trimmed().compare("application/json", Qt::CaseInsensitive) == 0;
}

ServerResponse notJson()
{
    return toResponse(Problem{400, {}, u"Send a JSON body, with \"Content-Type: application/json\"."_s});
}

Status addServiceRoutes(Router &router, const Services &services)
{
    const QList<Route> routes{
        {"GET", "/healthz", Admission::nothing(), 0,
         [](const Call &call) { call.reply(textResponse("ok\n")); }},
        {"GET", "/readyz", Admission::nothing(), 0,
         [feed = &services.feed](const Call &call) {
             if (feed->isFresh())
                 call.reply(textResponse("ready\n"));
             else
                 call.reply(toResponse(
                     Problem{503, "not-fresh", u"The server has not heard from its store for a second."_s}));
         }},
        {"GET", "/metrics", Admission::nothing(), 0,
         [services](const Call &call) {
             const HttpServer::Counts counts = services.connections();
             call.reply(textResponse(
                 services.metrics.text(
                     {{"rolewright_policy_version", "The version that decisions are taken on.", false,
                       call.served->version},
                      {"rolewright_store_fresh", "1 while the store was heard from within a second.", false,
                       services.feed.isFresh() ? 1 : 0},
                      {"rolewright_redis_trusted", "1 while this server keeps entries in Redis.", false,
                       services.redis.isTrusted() ? 1 : 0},
                      {"rolewright_sessions", "People signed in.", false, services.sessions.count()},
                      {"rolewright_event_listeners", "Connections to /api/v1/events.", false,
                       services.events.count()},
                      {"rolewright_connections", "Open connections.", false, counts.connections},
                      {"rolewright_requests_refused_total", "Malformed, too large or too slow.", true,
                       counts.refused},
                      {"rolewright_connections_shed_total", "Closed because there were too many.", true,
                       counts.shed}}),
                 "text/plain; version=0.0.4; charset=utf-8"));
         }},
        {"GET", "/openapi.json", Admission::nothing(), 0,
         [](const Call &call) {
             QFile file(u":/openapi/rolewrightd.json"_s);
             if (file.open(QIODevice::ReadOnly))
                 call.reply(jsonResponse(file.readAll()));
             else
                 call.reply(toResponse(Problem{500, {}, u"The description is missing from this build."_s}));
         }},
    };
    return router.add(routes);
}

} // namespace rolewright::server
