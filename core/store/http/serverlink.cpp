// SPDX-License-Identifier: Apache-2.0
#include "core/store/http/serverlink.h"

#include "core/base/readfile.h"
#include "core/store/commitcheck.h"

namespace rolewright {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString SessionPath = u"/api/v1/session"_s;
constexpr auto Patience = 60s; // without a byte: passwords take a second each, and others may wait before us
constexpr auto Farewell = 5s; // where nobody waits for an answer
constexpr int Attempts = 3; // another thread may sign in again meanwhile
constexpr qint64 LongestLife = 24 * 60 * 60; // s, of a token, whatever a server says
constexpr auto Renewal = 60s; // before a token is over, the next one is got

QByteArray bytesOf(const Secret &secret)
{
    return QByteArray(secret.data(), secret.size());
}

void wipe(QByteArray &bytes)
{
    const Secret gone = Secret::taking(bytes);
}

void wipe(QString &text)
{
    text.fill(u'\0');
    text.clear();
}

// What to do about a certificate that nobody vouches for.
Error advised(Error error, const HttpLocation &location)
{
    error.place = location.text();
    const auto certificate =
        std::find_if(error.findings.begin(), error.findings.end(),
                     [](const Finding &finding) { return finding.code == "certificate"_L1; });
    if (certificate != error.findings.end()) {
        HttpLocation pinned = location;
        pinned.authorities.clear();
        pinned.pin = QByteArray::fromHex(certificate->place.section(u':', -1).toLatin1());
        error.message = u"%1 Nothing was sent. If the one who runs the server confirms that this digest is "
                        u"its certificate's, trust it as "
                        u"%2; or name the file of the authority that issued it with ?ca=FILE."_s.arg(
                            error.message, pinned.text());
    }
    return error;
}

} // namespace

Result<std::unique_ptr<ServerLink>> ServerLink::open(const HttpLocation &location)
{
    HttpClient::Trust trust;
    trust.pin = location.pin;
    if (!location.authorities.isEmpty()) {
        const Result<QByteArray> authorities = readInput(location.authorities);
        if (!authorities)
            return failure(authorities.error());
        trust.authorities = *authorities;
    }
    Result<std::unique_ptr<HttpClient>> client = HttpClient::open(location.address, trust);
    if (!client)
        return failure(advised(client.error(), location));
    return std::unique_ptr<ServerLink>(new ServerLink(location, std::move(*client)));
}

ServerLink::ServerLink(const HttpLocation &location, std::unique_ptr<HttpClient> client)
    : m_location(location)
    , m_client(std::move(client))
    , m_session(HttpSession::join(location.text()))
{
}

// A server has room for so many sessions.
ServerLink::~ServerLink()
{
    if (m_session->leave())
        signOut();
}

Result<HttpResponse> ServerLink::sendOnce(const HttpRequest &request)
{
    m_isUncertain = false;
    Result<HttpResponse> response = m_client->send(request, &m_cancelled);
    if (response)
        return response;
    m_isUncertain = m_client->wasSent();
    return failure(advised(response.error(), m_location));
}

Result<HttpResponse> ServerLink::send(HttpRequest request)
{
    for (int attempt = 1;; ++attempt) {
        HttpSession::Tokens tokens = m_session->tokens();
        if (!tokens.token.isEmpty() && tokens.over.remainingTimeAsDuration() < Renewal) {
            if (Status renewed = renew(bytesOf(tokens.token)); !renewed)
                return failure(renewed.error());
            tokens = m_session->tokens();
        }
        if (tokens.token.isEmpty())
            return failure(signInNeeded(place()));
        request.token = bytesOf(tokens.token);
        Result<HttpResponse> response = sendOnce(request);
        if (response && response->status >= 400 && request.verb == "HEAD") {
            request.verb = "GET"; // for the reason
            response = sendOnce(request);
        }
        if (!response || response->status < 300 || response->status == 304)
            return response;
        const Error error = errorOf(*response, place());
        if (!needsSignIn(error) || attempt == Attempts)
            return failure(error);
        // The server does not know the token: it did nothing, and may take the next one.
        if (Status renewed = renew(request.token); !renewed)
            return failure(renewed.error());
    }
}

Result<HttpResponse> ServerLink::send(const QByteArray &verb, const QString &path, QByteArray body,
                                      const QList<HttpHeader> &headers)
{
    HttpRequest request;
    request.verb = verb;
    request.path = path;
    request.headers = headers;
    request.headers.append(HttpHeader{"Accept", "application/json"});
    if (!body.isEmpty())
        request.headers.append(HttpHeader{"Content-Type", "application/json"});
    request.body = std::move(body);
    request.bodyMaximum = JsonLimits().bytes;
    request.silence = Patience;
    request.deadline = 600s;
    return send(std::move(request));
}

Status ServerLink::exchange(QByteArray body)
{
    HttpRequest request;
    request.verb = "POST";
    request.path = SessionPath;
    request.headers = {{"Content-Type", "application/json"}};
    request.silence = Patience;
    request.deadline = 120s;
    request.body = body;
    Result<HttpResponse> response = sendOnce(request);
    request.body.clear();
    wipe(body);
    if (!response)
        return failure(response.error());
    if (response->status != 200)
        return failure(errorOf(*response, place()));
    HttpSession::Tokens tokens;
    {
        const Result<JsonDocument> document = objectOf(*response, place());
        if (!document)
            return failure(document.error());
        const auto text = [root = document->root()](QStringView name) {
            const JsonValue member = root.member(name);
            return member.isValid() && member.isString() ? member.toString() : QString();
        };
        const auto secret = [&](QStringView name) {
            QString given = text(name);
            QByteArray bytes = given.toLatin1();
            wipe(given);
            return Secret::taking(bytes);
        };
        const JsonValue life = document->root().member(u"expiresIn");
        const qint64 seconds =
            life.isValid() && life.type() == JsonValue::Type::Integer ? life.toInteger().value_or(0) : 0;
        tokens = {text(u"user"), secret(u"token"), secret(u"refresh"),
                  QDeadlineTimer(std::chrono::seconds(std::clamp(seconds, qint64(0), LongestLife)))};
    }
    wipe(response->body);
    if (tokens.token.isEmpty())
        return failure(notThisServer(u"The server answered without a token"_s, place()));
    m_session->set(std::move(tokens));
    return {};
}

Status ServerLink::renew(const QByteArray &used)
{
    const QMutexLocker lock(&m_session->exchange());
    const HttpSession::Tokens tokens = m_session->tokens();
    if (tokens.token.isEmpty())
        return failure(signInNeeded(place()));
    if (bytesOf(tokens.token) != used)
        return {}; // somebody was faster
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    json.member(u"refresh", QString::fromLatin1(bytesOf(tokens.refresh)));
    json.endObject();
    const Status renewed = exchange(json.take());
    if (renewed || renewed.error().code != ErrorCode::NotPermitted)
        return renewed;
    m_session->set({});
    return failure(signInNeeded(place()));
}

// Before anybody types a password: it asks for a sign-in as rolewrightd does.
Status ServerLink::probe()
{
    HttpRequest request;
    request.path = u"/api/v1/policy"_s;
    const Result<HttpResponse> response = sendOnce(request);
    if (!response)
        return failure(response.error());
    const Error error = errorOf(*response, place());
    return needsSignIn(error) ? Status() : failure(error);
}

Status ServerLink::signIn(const QString &user, const Proof &proof)
{
    const QMutexLocker lock(&m_session->exchange());
    QString password = QString::fromUtf8(proof.password.data(), proof.password.size());
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    json.member(u"user", user);
    json.member(u"password", password);
    if (!proof.code.isEmpty())
        json.member(u"code", proof.code);
    json.endObject();
    wipe(password);
    const HttpSession::Tokens before = m_session->tokens();
    const Status signedIn = exchange(json.take());
    if (signedIn)
        end(before);
    return signedIn;
}

void ServerLink::signOut()
{
    const QMutexLocker lock(&m_session->exchange());
    const HttpSession::Tokens tokens = m_session->tokens();
    m_session->set({});
    end(tokens);
}

// Where the server is not to be had the token is over in some minutes anyway.
void ServerLink::end(const HttpSession::Tokens &tokens)
{
    if (tokens.token.isEmpty())
        return;
    HttpRequest request;
    request.verb = "DELETE";
    request.path = SessionPath;
    request.token = bytesOf(tokens.token);
    request.silence = Farewell;
    request.deadline = Farewell;
    const Result<HttpResponse> answered = m_client->send(request);
    Q_UNUSED(answered)
}

} // namespace rolewright
