// SPDX-License-Identifier: Apache-2.0
#include "app/server/routes.h"

#include "app/server/problem.h"
#include "core/audit/auditjson.h"
#include "core/base/json.h"

#include <QUrlQuery>

namespace rolewright::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int PageMaximum = 1000; // events

// Unknown parameters are refused: a misspelt filter must not show everything.
Result<AuditQuery> readQuery(const QByteArray &query)
{
    AuditQuery read;
    read.limit = 100;
    const QUrlQuery parameters(QString::fromLatin1(query));
    const auto refuse = [](const QString &name, const QString &what) {
        return failure(ErrorCode::Invalid, u"The parameter \"%1\" %2."_s.arg(name, what));
    };
    for (const auto &[name, value] : parameters.queryItems(QUrl::FullyDecoded)) {
        if (name == "since"_L1 || name == "until"_L1) {
            const std::optional<Instant> at = parseRequestTime(value);
            if (!at)
                return refuse(name, u"must be a time, such as 2026-01-31T12:00:00Z"_s);
            (name == "since"_L1 ? read.since : read.until) = at;
        } else if (name == "actor"_L1) {
            read.actor = value;
        } else if (name == "action"_L1) {
            read.action = value;
        } else if (name == "target"_L1) {
            read.target = value;
        } else if (name == "text"_L1) {
            read.text = value;
        } else if (name == "cursor"_L1 || name == "limit"_L1) {
            bool isNumber = false;
            const qint64 number = value.toLongLong(&isNumber);
            if (!isNumber || number < 1 || (name == "limit"_L1 && number > PageMaximum))
                return refuse(name, u"must be a number from 1 to %1"_s.arg(PageMaximum));
            if (name == "limit"_L1)
                read.limit = int(number);
            else
                read.before = number;
        } else {
            return refuse(
                name,
                u"is not known; there are since, until, actor, action, target, text, cursor and limit"_s);
        }
    }
    return read;
}

ServerResponse page(const QList<AuditEvent> &events, const AuditQuery &query, bool asLines)
{
    // Newest first; the next page begins before the last one of this.
    const qint64 next =
        events.size() == query.limit && events.last().sequence > 1 ? events.last().sequence : 0;
    QByteArray body;
    if (asLines) {
        for (const AuditEvent &event : events)
            body += toJsonLine(event);
    } else {
        body = "{\"events\": [";
        for (const AuditEvent &event : events)
            body += (body.endsWith('[') ? "" : ", ") + toJsonLine(event).trimmed();
        body += "], \"next\": " + (next > 0 ? QByteArray::number(next) : QByteArray("null")) + '}';
    }
    ServerResponse response = jsonResponse(body);
    if (asLines)
        response.headers[0].second = "application/jsonl";
    if (next > 0)
        response.headers.emplaceBack("X-Next-Cursor", QByteArray::number(next));
    return response;
}

} // namespace

Status addAuditRoutes(Router &router, const Services &)
{
    return router.add(
        {"GET", "/api/v1/audit", Admission::right(u"audit.read"_s), 0, [](const Call &call) {
             const Result<AuditQuery> query = readQuery(call.request.query);
             if (!query) {
                 call.reply(toResponse(query.error()));
                 return;
             }
             const bool asLines =
                 call.request.header("Accept").value_or(QByteArray()).contains("application/jsonl");
             ServerSession::post(call.session, [call, query = *query, asLines](PolicyStore &store) {
                 const Result<QList<AuditEvent>> events = store.events(query);
                 call.reply(events ? page(*events, query, asLines) : toResponse(events.error()));
             });
         }});
}

} // namespace rolewright::server
