// SPDX-License-Identifier: Apache-2.0
#include "app/server/router.h"

#include "app/server/problem.h"
#include "app/server/requestlog.h"
#include "core/admin/adminregistry.h"

#include <QSysInfo>

#include <chrono>

namespace rolewright::server {

using namespace Qt::StringLiterals;

namespace {

// Does the path fit the pattern, and with what in its braces?
std::optional<QHash<QByteArray, QByteArray>> match(const QByteArray &pattern, const QByteArray &path)
{
    const QList<QByteArray> wanted = pattern.split('/');
    const QList<QByteArray> given = path.split('/');
    if (wanted.size() != given.size())
        return {};
    QHash<QByteArray, QByteArray> parameters;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted.at(i).startsWith('{') && !given.at(i).isEmpty())
            parameters.insert(wanted.at(i).mid(1, wanted.at(i).size() - 2),
                              QByteArray::fromPercentEncoding(given.at(i)));
        else if (wanted.at(i) != given.at(i))
            return {};
    }
    return parameters;
}

// What an application's token is for.
bool isWithin(const QStringList &scope, const QByteArray &path)
{
    return scope.isEmpty() || std::any_of(scope.begin(), scope.end(), [&](const QString &each) {
               return path.startsWith("/access/v1/" + each.toLatin1());
           });
}

} // namespace

Occasion Call::occasion(const QString &reason) const
{
    return {u"rolewrightd %1 on %2 for %3"_s.arg(QLatin1StringView(ROLEWRIGHT_VERSION),
                                                 QSysInfo::machineHostName(),
                                                 QString::fromLatin1(request.peer)),
            now, reason};
}

void Call::onStore(const ServerSession::Task &task) const
{
    ServerSession::post(session, task, [reply = reply](const Error &error) { reply(toResponse(error)); });
}

ServerResponse unauthorized()
{
    return toResponse(Problem{401,
                              "sign-in-needed",
                              u"Sign in with POST /api/v1/session, and send its token as "
                              "\"Authorization: Bearer ..\"."_s,
                              {},
                              {{"WWW-Authenticate", "Bearer"}}});
}

QByteArray bearerToken(const ServerRequest &request)
{
    const QByteArray value = request.header("Authorization").value_or(QByteArray());
    return value.size() > 7 && value.left(7).compare("Bearer ", Qt::CaseInsensitive) == 0
        ? value.mid(7).trimmed()
        : QByteArray();
}

Status Router::add(const Route &route)
{
    const QString name = QString::fromLatin1(route.method + ' ' + route.path);
    if (route.admission.kind() == Admission::Kind::Right && !findAdminOperation(route.admission.operation()))
        return failure(
            ErrorCode::Invalid,
            u"%1 requires \"%2\", which is no operation."_s.arg(name, route.admission.operation()));
    for (const Route &other : m_routes) {
        if (other.method == route.method && other.path == route.path)
            return failure(ErrorCode::Invalid, u"%1 is there twice."_s.arg(name));
    }
    if (route.path.contains('{'))
        m_patterns.append(m_routes.size());
    else
        m_fixed[route.path].append(m_routes.size());
    m_routes.append(route);
    return {};
}

Status Router::add(const QList<Route> &routes)
{
    for (const Route &route : routes) {
        if (Status added = add(route); !added)
            return added;
    }
    return {};
}

Router::Found Router::find(const ServerRequest &request) const
{
    Found found;
    const auto fits = [&](const Route &route) {
        if (route.method == request.method || (request.method == "HEAD" && route.method == "GET"))
            return true;
        found.allowed += (found.allowed.isEmpty() ? "" : ", ") + route.method;
        return false;
    };
    for (const qsizetype number : m_fixed.value(request.path)) {
        if (fits(m_routes.at(number)))
            return {&m_routes.at(number), {}, {}};
    }
    if (!found.allowed.isEmpty())
        return found;
    for (const qsizetype number : m_patterns) {
        const Route &route = m_routes.at(number);
        const auto parameters = match(route.path, request.path);
        if (parameters && fits(route))
            return {&route, *parameters, {}};
    }
    return found;
}

qint64 Router::bodyLimit(const ServerRequest &request)
{
    constexpr qint64 Otherwise = 64 << 10; // read, so that the answer arrives
    const Found found = find(request);
    if (!found.route || found.route->bodyLimit <= Otherwise)
        return found.route ? found.route->bodyLimit : Otherwise;
    // Nobody fills the memory who could not have it done anyhow.
    const Instant now = Instant::now();
    const std::shared_ptr<ServerSession> session = m_sessions.find(bearerToken(request), now);
    return session && mayChange(*session, now) ? found.route->bodyLimit : Otherwise;
}

bool Router::mayChange(const ServerSession &session, Instant now) const
{
    const std::shared_ptr<const ServedPolicy> served = m_feed.served();
    const QList<AdminOperation> &operations = adminOperations();
    return session.userIn(served->index.policy())
        && std::any_of(operations.begin(), operations.end(), [&](const AdminOperation &each) {
               return each.done == AdminOperation::Done::ByGuard
                   && each.trail == AdminOperation::Trail::Always && !each.right.resource.isEmpty()
                   && mayEver(served->index, {session.user(), {}, {}}, each.name, now);
           });
}

void Router::handle(ServerRequest request, std::function<void(ServerResponse)> reply)
{
    const Found found = find(request);
    const QByteArray name =
        found.route ? found.route->method + ' ' + found.route->path : QByteArray("unknown");
    const QByteArray id = request.header("X-Request-ID").value_or(QByteArray());
    const auto answer = [this, name, id, peer = request.peer, begun = std::chrono::steady_clock::now(),
                         reply = std::move(reply)](ServerResponse response) {
        m_metrics.countRequest(name, response.status);
        const auto took = std::chrono::steady_clock::now() - begun;
        logRequest({name, response.status,
                    std::chrono::duration_cast<std::chrono::microseconds>(took).count(), peer});
        if (!id.isEmpty())
            response.headers.emplaceBack("X-Request-ID", id);
        response.headers.emplaceBack("Cache-Control", "no-store");
        response.headers.emplaceBack("X-Content-Type-Options", "nosniff");
        reply(std::move(response));
    };
    if (!found.route) {
        answer(toResponse(
            found.allowed.isEmpty()
                ? Problem{404, {}, u"There is nothing at this path; /openapi.json lists what there is."_s}
                : Problem{405,
                          {},
                          u"This path takes %1."_s.arg(QString::fromLatin1(found.allowed)),
                          {},
                          {{"Allow", found.allowed}}}));
        return;
    }
    Call call{std::move(request), found.parameters, nullptr, m_feed.served(), Instant::now(), answer};
    if (const std::optional<ServerResponse> refusal = admit(found.route->admission, call)) {
        answer(*refusal);
        return;
    }
    found.route->handle(call);
}

std::optional<ServerResponse> Router::admit(const Admission &admission, Call &call)
{
    if (admission.kind() == Admission::Kind::Nothing)
        return {};
    call.session = m_sessions.find(bearerToken(call.request), call.now);
    if (!call.session)
        return unauthorized();
    const Policy &policy = call.served->index.policy();
    if (!call.session->userIn(policy)) {
        m_sessions.end(call.session);
        return unauthorized();
    }
    if (!isWithin(call.session->scope(), call.request.path))
        return toResponse(
            Problem{403, "out-of-scope", u"The token is not for this. Use one that is, or sign in."_s});
    if (admission.kind() == Admission::Kind::SignedIn)
        return {};
    const Status may =
        mayPerform(call.served->index, {call.session->user(), {}, {}}, admission.operation(), call.now);
    if (may)
        return {};
    // The store's guard refuses it too, and records that.
    ServerSession::post(
        call.session,
        [operation = admission.operation(), occasion = call.occasion()](PolicyStore &store) {
            const Status recorded = store.guard()->perform(operation, {}, occasion);
            Q_UNUSED(recorded) // the refusal that it is about
        },
        [](const Error &) {});
    return toResponse(may.error());
}

} // namespace rolewright::server
