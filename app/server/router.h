// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/server/http/httpserver.h"
#include "app/server/metrics.h"
#include "app/server/policyfeed.h"
#include "app/server/sessions.h"

namespace rolewright::server {

// What a caller must show before an endpoint is run. There is none without one: it has no default.
class Admission
{
public:
    enum class Kind { Nothing, SignedIn, Right };

    static Admission nothing() { return {Kind::Nothing, {}}; }
    static Admission signedIn() { return {Kind::SignedIn, {}}; }
    // An operation of core/admin's registry, "policy.read": the policy that is served decides who may.
    static Admission right(const QString &operation) { return {Kind::Right, operation}; }

    Kind kind() const { return m_kind; }
    const QString &operation() const { return m_operation; }

private:
    Admission(Kind kind, QString operation)
        : m_kind(kind)
        , m_operation(std::move(operation))
    {
    }
    Kind m_kind;
    QString m_operation;
};

// One request on its way: everything a handler needs, and the way back.
struct Call
{
    ServerRequest request;
    QHash<QByteArray, QByteArray> parameters; // the parts of the path in braces
    std::shared_ptr<ServerSession> session; // null where nothing was required
    std::shared_ptr<const ServedPolicy> served;
    Instant now;
    std::function<void(ServerResponse)> reply;

    Occasion occasion(const QString &reason = {}) const;
    // On the lane of the session; replies itself where the store cannot be opened.
    void onStore(const ServerSession::Task &task) const;
};

struct Route
{
    QByteArray method;
    QByteArray path; // "/api/v1/changesets/{version}"
    Admission admission;
    qint64 bodyLimit; // bytes
    std::function<void(const Call &)> handle;
};

// Default deny, for the server itself: finds the route, checks what it requires, and only then runs it.
class Router final : public HttpHandler
{
public:
    Router(PolicyFeed &feed, Sessions &sessions, Metrics &metrics)
        : m_feed(feed)
        , m_sessions(sessions)
        , m_metrics(metrics)
    {
    }

    // Invalid where the path is there already, or asks for an operation that the registry does not know: the
    // server does not start.
    Status add(const Route &route);
    Status add(const QList<Route> &routes); // each
    const QList<Route> &routes() const { return m_routes; }

    qint64 bodyLimit(const ServerRequest &request) override;
    void handle(ServerRequest request, std::function<void(ServerResponse)> reply) override;

private:
    struct Found
    {
        const Route *route = nullptr;
        QHash<QByteArray, QByteArray> parameters;
        QByteArray allowed; // methods of this path
    };
    Found find(const ServerRequest &request) const;
    bool mayChange(const ServerSession &session, Instant now) const; // anything at all
    // Nothing where the caller may; the answer where not.
    std::optional<ServerResponse> admit(const Admission &admission, Call &call);

    PolicyFeed &m_feed;
    Sessions &m_sessions;
    Metrics &m_metrics;
    QList<Route> m_routes;
    QHash<QByteArray, QList<qsizetype>> m_fixed; // numbers of routes, by a path without braces
    QList<qsizetype> m_patterns; // the others
};

// The token of "Authorization: Bearer ..", or nothing.
QByteArray bearerToken(const ServerRequest &request);
ServerResponse unauthorized(); // where it is none that counts

} // namespace rolewright::server
