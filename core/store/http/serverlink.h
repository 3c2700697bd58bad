// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/json.h"
#include "core/net/httpclient.h"
#include "core/store/http/httplocation.h"
#include "core/store/http/httpsession.h"
#include "core/store/storeguard.h"

#include <QScopeGuard>

namespace rolewright {

// The error that a problem document states. Pure.
Error errorOf(const HttpResponse &response, const QString &place);
// A whole JSON object, or Unavailable: the server is not what it should be.
Result<JsonDocument> objectOf(const HttpResponse &response, const QString &place);
Error notThisServer(const QString &what, const QString &place);

// What a store asks its server, as who is signed in. Blocking, on one thread; the session is shared with the
// other stores of the location, and is ended when the last of them goes.
class ServerLink
{
public:
    static Result<std::unique_ptr<ServerLink>> open(const HttpLocation &location);
    ~ServerLink();

    const HttpLocation &location() const { return m_location; }
    QString place() const { return m_location.text(); }

    // With the token, which is renewed in time; 2xx and 304 are answers, everything else is the error that
    // its problem document states (RFC 9457): Conflict, NotPermitted, Invalid, Usage or Unavailable, with its
    // findings, and with the kinds of storeguard.h. needsSignIn() where nobody is signed in, or not any more.
    Result<HttpResponse> send(HttpRequest request);
    // The same with a JSON body, which is wiped afterwards where it is a secret's.
    Result<HttpResponse> send(const QByteArray &verb, const QString &path, QByteArray body = {},
                              const QList<HttpHeader> &headers = {});
    // Of the last send(): may the server have done it, though nobody knows?
    bool isUncertain() const { return m_isUncertain; }

    void rest() { m_client->rest(); }
    // Is this a server of policies, with the certificate that is trusted?
    Status probe();
    Status signIn(const QString &user, const Proof &proof);
    void signOut();
    bool isSignedIn() const { return !m_session->tokens().token.isEmpty(); }
    QString user() const { return m_session->tokens().user; }

    // What GET answers, as `read` takes it; `otherwise` says what is wrong where it takes nothing.
    template <class T>
    Result<T> get(const QString &path, std::optional<T> (*read)(const JsonValue &), const QString &otherwise)
    {
        const Result<HttpResponse> response = send("GET", path);
        if (!response)
            return failure(response.error());
        const Result<JsonDocument> document = objectOf(*response, place());
        std::optional<T> value = document ? read(document->root()) : std::nullopt;
        if (!value)
            return failure(notThisServer(otherwise, place()));
        return std::move(*value);
    }

    // From another thread: the running call, or the next one, is Cancelled. A call of the store is one of
    // these.
    void cancel() { m_cancelled = true; }
    auto call()
    {
        return qScopeGuard([this] { goOn(); });
    }
    void goOn() { m_cancelled = false; }

private:
    ServerLink(const HttpLocation &location, std::unique_ptr<HttpClient> client);
    Result<HttpResponse> sendOnce(const HttpRequest &request);
    Status exchange(QByteArray body); // under the session's lock
    Status renew(const QByteArray &used);
    void end(const HttpSession::Tokens &tokens);

    const HttpLocation m_location;
    const std::unique_ptr<HttpClient> m_client;
    std::shared_ptr<HttpSession> m_session;
    bool m_isUncertain = false;
    std::atomic_bool m_cancelled = false;
};

} // namespace rolewright
