// SPDX-License-Identifier: Apache-2.0
// The versions of the policy, and the change sets that made them.
#include "app/server/routes.h"

#include "app/server/changesets.h"
#include "app/server/problem.h"
#include "core/exchange/policyjson.h"

#include <QUrlQuery>

#include <algorithm>

namespace rolewright::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int PageMaximum = 1000; // versions

// The version in the path, or nothing: it was answered.
std::optional<qint64> versionOf(const Call &call, qint64 least)
{
    bool isNumber = false;
    const qint64 version = call.parameters.value("version").toLongLong(&isNumber);
    if (isNumber && version >= least && version <= call.served->version)
        return version;
    call.reply(toResponse(
        Problem{404, {}, u"There is no such version; the newest is %1."_s.arg(call.served->version)}));
    return {};
}

void sendVersion(const Call &call)
{
    const std::optional<qint64> version = versionOf(call, 0);
    if (!version)
        return;
    call.onStore([call, version = *version](PolicyStore &store) {
        const Result<Snapshot> snapshot = store.load(version);
        if (!snapshot) {
            call.reply(toResponse(snapshot.error()));
            return;
        }
        const bool deflate =
            call.request.header("Accept-Encoding").value_or(QByteArray()).contains("deflate");
        const QByteArray document = writePolicy(snapshot->policy);
        ServerResponse response = jsonResponse(deflate ? deflated(document) : document);
        response.headers.emplaceBack("ETag", etagOf(version));
        response.headers.emplaceBack("Vary", "Accept-Encoding");
        if (deflate)
            response.headers.emplaceBack("Content-Encoding", "deflate");
        call.reply(response);
    });
}

void sendChanges(const Call &call)
{
    const std::optional<qint64> version = versionOf(call, 1);
    if (!version)
        return;
    call.onStore([call, version = *version](PolicyStore &store) {
        const Result<ChangeSet> made = store.changeSet(version);
        call.reply(made ? jsonResponse(writeChangeSet(*made, JsonWriter::Layout::OneLine))
                        : toResponse(made.error()));
    });
}

Result<HistoryQuery> readHistoryQuery(const QByteArray &query)
{
    HistoryQuery read;
    read.limit = 100;
    for (const auto &[name, value] : QUrlQuery(QString::fromLatin1(query)).queryItems(QUrl::FullyDecoded)) {
        bool isNumber = false;
        const qint64 number = value.toLongLong(&isNumber);
        if (name == "operation"_L1 && !QUuid::fromString(value).isNull())
            read.operation = QUuid::fromString(value).toString(QUuid::WithoutBraces);
        else if (name == "cursor"_L1 && isNumber && number >= 1)
            read.before = number;
        else if (name == "limit"_L1 && isNumber && number >= 1 && number <= PageMaximum)
            read.limit = number;
        else
            return failure(ErrorCode::Invalid,
                           u"The parameter \"%1\" is not known or has no such value; there are limit (1 to "
                           u"%2), cursor (a "
                           u"version) and operation (a UUID)."_s.arg(name)
                               .arg(PageMaximum));
    }
    return read;
}

void write(JsonWriter &json, const VersionInfo &info)
{
    json.beginObject();
    json.member(u"version", info.version);
    json.member(u"time", toText(info.time));
    json.member(u"actor", info.actor);
    if (!info.reason.isEmpty())
        json.member(u"reason", info.reason);
    if (!info.operation.isEmpty())
        json.member(u"operation", info.operation);
    json.member(u"changes", qint64(info.changes));
    json.endObject();
}

void sendHistory(const Call &call)
{
    const Result<HistoryQuery> query = readHistoryQuery(call.request.query);
    if (!query) {
        call.reply(toResponse(query.error()));
        return;
    }
    call.onStore([call, query = *query](PolicyStore &store) {
        const Result<QList<VersionInfo>> history = store.history(query);
        if (!history) {
            call.reply(toResponse(history.error()));
            return;
        }
        JsonWriter json(JsonWriter::Layout::OneLine);
        json.beginObject();
        json.key(u"changeSets");
        json.beginArray();
        for (const VersionInfo &info : *history)
            write(json, info);
        json.endArray();
        json.endObject();
        call.reply(jsonResponse(json.take()));
    });
}

} // namespace

Status addHistoryRoutes(Router &router, const Services &)
{
    const Admission read = Admission::right(u"policy.read"_s);
    const QList<Route> routes{
        {"GET", "/api/v1/policy/{version}", read, 0, sendVersion},
        {"GET", "/api/v1/changesets", read, 0, sendHistory},
        {"GET", "/api/v1/changesets/{version}", read, 0, sendChanges},
    };
    return router.add(routes);
}

} // namespace rolewright::server
