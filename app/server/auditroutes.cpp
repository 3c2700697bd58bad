// SPDX-License-Identifier: Apache-2.0
#include "app/server/routes.h"

#include "app/server/changesets.h"
#include "app/server/problem.h"
#include "core/admin/changereview.h"
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
        } else if (name == "result"_L1) {
            read.result = value;
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
                u"is not known; there are since, until, actor, action, target, text, result, cursor and limit"_s);
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

void list(const Call &call)
{
    const Result<AuditQuery> query = readQuery(call.request.query);
    if (!query) {
        call.reply(toResponse(query.error()));
        return;
    }
    const bool asLines = call.request.header("Accept").value_or(QByteArray()).contains("application/jsonl");
    call.onStore([call, query = *query, asLines](PolicyStore &store) {
        const Result<QList<AuditEvent>> events = store.events(query);
        call.reply(events ? page(*events, query, asLines) : toResponse(events.error()));
    });
}

void count(const Call &call)
{
    const Result<AuditQuery> query = readQuery(call.request.query);
    if (!query) {
        call.reply(toResponse(query.error()));
        return;
    }
    call.onStore([call, query = *query](PolicyStore &store) {
        const Result<TrailFacets> facets = store.facets(query);
        if (!facets) {
            call.reply(toResponse(facets.error()));
            return;
        }
        JsonWriter json(JsonWriter::Layout::OneLine);
        json.beginObject();
        json.member(u"events", facets->events);
        const auto counts = [&](QStringView name, const QList<TrailFacets::Count> &list) {
            json.key(name);
            json.beginArray();
            for (const TrailFacets::Count &each : list) {
                json.beginObject();
                json.member(u"name", each.name);
                json.member(u"events", each.events);
                json.endObject();
            }
            json.endArray();
        };
        counts(u"actors", facets->actors);
        counts(u"targets", facets->targets);
        counts(u"actions", facets->actions);
        counts(u"results", facets->results);
        json.endObject();
        call.reply(jsonResponse(json.take()));
    });
}

void verify(const Call &call)
{
    call.onStore([call](PolicyStore &store) {
        const Result<TrailState> state = store.verifyTrail();
        if (!state) {
            call.reply(toResponse(state.error()));
            return;
        }
        JsonWriter json(JsonWriter::Layout::OneLine);
        json.beginObject();
        json.member(u"intactTo", state->intactTo);
        const std::pair<QStringView, std::optional<qint64>> numbers[] = {{u"firstBad", state->firstBad},
                                                                         {u"sealedTo", state->sealedTo},
                                                                         {u"anchoredTo", state->anchoredTo}};
        for (const auto &[name, number] : numbers) {
            if (number)
                json.member(name, *number);
        }
        if (!state->problem.isEmpty())
            json.member(u"problem", state->problem);
        if (state->begin) {
            const Result<JsonDocument> begin = JsonDocument::parse(toJsonLine(*state->begin));
            Q_ASSERT(begin);
            json.key(u"begin");
            json.value(begin->root());
        }
        json.endObject();
        call.reply(jsonResponse(json.take()));
    });
}

void erase(const Call &call)
{
    if (!isJson(call.request)) {
        call.reply(notJson());
        return;
    }
    const Result<QHash<QString, QString>> members = readMembers(call.request.body, {u"user"_s});
    if (!members) {
        call.reply(toResponse(members.error()));
        return;
    }
    call.onStore([call, user = members->value(u"user"_s)](PolicyStore &store) {
        const Result<qint64> erased = store.guard()->erase(user, call.occasion());
        if (!erased) {
            call.reply(needsConfirmation(erased.error())
                           ? confirmationAsked(erased.error(), operationDigest(u"trail.erase"_s, user))
                           : toResponse(erased.error()));
            return;
        }
        JsonWriter json(JsonWriter::Layout::OneLine);
        json.beginObject();
        json.member(u"erased", *erased);
        json.endObject();
        call.reply(jsonResponse(json.take()));
    });
}

} // namespace

Status addAuditRoutes(Router &router, const Services &)
{
    const Admission read = Admission::right(u"audit.read"_s);
    const QList<Route> routes{
        {"GET", "/api/v1/audit", read, 0, list},
        {"GET", "/api/v1/audit/facets", read, 0, count},
        {"GET", "/api/v1/audit/verification", read, 0, verify},
        // The store's guard decides.
        {"POST", "/api/v1/audit/erasure", Admission::signedIn(), 16 << 10, erase},
    };
    return router.add(routes);
}

} // namespace rolewright::server
