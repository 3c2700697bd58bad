// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/server/eventhub.h"
#include "app/server/rediscache.h"
#include "app/server/router.h"

namespace rolewright::server {

// What the endpoints of interfaces.md (HTTP) work on; outlives the router.
struct Services
{
    PolicyFeed &feed;
    Sessions &sessions;
    TokenTable &tokens;
    EventHub &events;
    RedisCache &redis;
    Metrics &metrics;
    QString url; // how clients name this server, without a slash at its end
    std::function<HttpServer::Counts()> connections;
};

// Each adds its endpoints; an error is a programming error that stops the start.
Status addSessionRoutes(Router &router, const Services &services);
Status addPolicyRoutes(Router &router, const Services &services);
Status addHistoryRoutes(Router &router, const Services &services);
Status addRequestRoutes(Router &router, const Services &services);
Status addAuditRoutes(Router &router, const Services &services);
Status addAccessRoutes(Router &router, const Services &services);
Status addCredentialRoutes(Router &router, const Services &services);
Status addServiceRoutes(Router &router, const Services &services);

// The members of a JSON object that must be strings; anything else in it, or a missing one that does not end
// in '?', is Invalid.
Result<QHash<QString, QString>> readMembers(const QByteArray &body, const QStringList &members);
// On a thread of the pool: what takes long would keep others waiting for the thread of the connection.
void offThread(const std::function<void()> &task);
bool isJson(const ServerRequest &request);
ServerResponse notJson();

} // namespace rolewright::server
