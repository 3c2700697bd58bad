// SPDX-License-Identifier: Apache-2.0
#include "core/net/httpclient.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QThread>
#include <QTimer>
#include <QUrl>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int WatchInterval = 50; // ms

// QNetworkReply has an error for a status, too, which is an answer.
bool isForStatus(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::NoError
        || (error > QNetworkReply::UnknownProxyError && error <= QNetworkReply::UnknownContentError)
        || error == QNetworkReply::ProtocolInvalidOperationError // 400
        || error > QNetworkReply::ProtocolFailure;
}

QString seconds(std::chrono::milliseconds time)
{
    return QString::number(double(time.count()) / 1000);
}

bool isThisMachine(const QUrl &url)
{
    return url.host() == u"localhost" || QHostAddress(url.host()).isLoopback();
}

Result<QUrl> parsed(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    const auto refuse = [&](const QString &why) {
        // The address may carry what is not to be shown.
        return failure(ErrorCode::Usage, why + u" Give one such as https://pdp.example:3592."_s,
                       url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery));
    };
    if (!url.isValid() || (url.scheme() != u"http" && url.scheme() != u"https") || url.host().isEmpty())
        return refuse(u"This is not the address of a server."_s);
    if (!url.userInfo().isEmpty())
        return refuse(u"An address carries no user and no password."_s);
    if (url.hasQuery() || url.hasFragment())
        return refuse(u"An address ends before \"?\" and \"#\"."_s);
    return url.adjusted(QUrl::StripTrailingSlash | QUrl::NormalizePathSegments);
}

bool isPrivate(const QUrl &url)
{
    return url.scheme() == u"https" || isThisMachine(url);
}

QByteArray digestOf(const QSslCertificate &certificate)
{
    return QCryptographicHash::hash(certificate.toDer(), QCryptographicHash::Sha256);
}

bool isInForce(const QSslCertificate &certificate)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return !certificate.isNull() && certificate.effectiveDate() <= now && now < certificate.expiryDate();
}

// For people: whose it is, by whom, and how long it is good.
Finding shown(const QSslCertificate &certificate)
{
    const auto name = [](QStringList names) {
        return names.isEmpty() ? u"nobody named"_s : u"\"%1\""_s.arg(names.join(u' ').left(200));
    };
    const auto day = [](const QDateTime &time) { return time.toUTC().date().toString(Qt::ISODate); };
    return {Severity::Error,
            isInForce(certificate) ? u"certificate"_s : u"certificate-not-in-force"_s,
            u"The server showed a certificate for %1, issued by %2, good from %3 to %4."_s.arg(
                name(certificate.subjectInfo(QSslCertificate::CommonName)),
                name(certificate.issuerInfo(QSslCertificate::CommonName)), day(certificate.effectiveDate()),
                day(certificate.expiryDate())),
            u"sha256:"_s + QString::fromLatin1(digestOf(certificate).toHex()),
            0,
            0};
}

QString problemOf(QNetworkReply::NetworkError error, const QString &text)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return u"Nothing answers there. Start the server, or mend the address."_s;
    case QNetworkReply::HostNotFoundError:
        return u"There is no host of that name. Mend the address, or look at the network."_s;
    case QNetworkReply::RemoteHostClosedError:
        return u"The server ended the connection before its answer was whole. Look at its log, and try again."_s;
    case QNetworkReply::SslHandshakeFailedError:
        return u"The connection is not secure: %1 Check the certificate, and which authorities are trusted."_s.arg(text);
    default:
        return u"The server could not be asked: %1. Look at the address and at the server's log."_s.arg(text);
    }
}

} // namespace

// On a thread of its own: what waits for an answer there runs an event loop, in which nothing of the caller's may happen.
struct HttpClient::Wire
{
    Wire()
    {
        home.moveToThread(&thread);
        thread.start();
        there([this] { access = std::make_unique<QNetworkAccessManager>(); });
    }
    ~Wire()
    {
        there([this] { access.reset(); });
        thread.quit();
        thread.wait();
    }
    void there(const std::function<void()> &task)
    {
        QMetaObject::invokeMethod(&home, task, Qt::BlockingQueuedConnection);
    }

    QUrl url;
    QByteArray token;
    QByteArray pin;
    bool wasSent = false;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    QThread thread;
    QObject home; // on the thread
    std::unique_ptr<QNetworkAccessManager> access; // likewise

    QNetworkRequest requestFor(const HttpRequest &request) const;
    Result<HttpResponse> send(const HttpRequest &request, const std::atomic_bool *cancel); // there
};

QByteArray HttpResponse::header(QByteArrayView name) const
{
    for (const HttpHeader &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return {};
}

Status HttpClient::check(const QString &address)
{
    if (const Result<QUrl> url = parsed(address); !url)
        return failure(url.error());
    return {};
}

Result<std::unique_ptr<HttpClient>> HttpClient::open(const QString &address, const Trust &trust)
{
    const Result<QUrl> url = parsed(address);
    if (!url)
        return failure(url.error());
    if (!trust.token.isEmpty() && !rolewright::isPrivate(*url))
        return failure(ErrorCode::Usage, u"A token is sent over https only. Give the server's https address."_s, address);
    auto wire = std::make_unique<Wire>();
    wire->url = *url;
    wire->token = trust.token;
    wire->tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!trust.authorities.isEmpty()) {
        const QList<QSslCertificate> authorities = QSslCertificate::fromData(trust.authorities, QSsl::Pem);
        if (authorities.isEmpty())
            return failure(ErrorCode::Usage, u"There is no certificate in what is to be trusted. Give PEM text."_s, address);
        wire->tls.setCaCertificates(authorities);
    }
    if (!trust.pin.isEmpty()) {
        wire->pin = trust.pin;
        wire->tls.setCaCertificates({}); // so that every certificate is asked about
    }
    return std::unique_ptr<HttpClient>(new HttpClient(std::move(wire)));
}

HttpClient::HttpClient(std::unique_ptr<Wire> wire)
    : m_wire(std::move(wire))
{
}

HttpClient::~HttpClient() = default;

bool HttpClient::isPrivate(const QString &address)
{
    const Result<QUrl> url = parsed(address);
    return url && rolewright::isPrivate(*url);
}

void HttpClient::rest()
{
    m_wire->there([this] { m_wire->access->clearConnectionCache(); });
}

bool HttpClient::wasSent() const
{
    return m_wire->wasSent;
}

QString HttpClient::address() const
{
    return m_wire->url.toString();
}

QNetworkRequest HttpClient::Wire::requestFor(const HttpRequest &request) const
{
    QUrl target = url;
    const qsizetype query = request.path.indexOf(u'?');
    target.setPath(url.path() + request.path.left(query < 0 ? request.path.size() : query));
    if (query >= 0)
        target.setQuery(request.path.mid(query + 1));
    QNetworkRequest wire(target);
    wire.setSslConfiguration(tls);
    wire.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    wire.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    wire.setDecompressedSafetyCheckThreshold(-1); // bodyMaximum bounds what comes out
    wire.setHeader(QNetworkRequest::UserAgentHeader, u"Rolewright/" ROLEWRIGHT_VERSION ""_s);
    if (const QByteArray &bearer = request.token.isEmpty() ? token : request.token; !bearer.isEmpty())
        wire.setRawHeader("Authorization", "Bearer " + bearer);
    for (const HttpHeader &header : request.headers)
        wire.setRawHeader(header.name, header.value);
    return wire;
}

Result<HttpResponse> HttpClient::send(const HttpRequest &request, const std::atomic_bool *cancel)
{
    Result<HttpResponse> response;
    m_wire->there([&] { response = m_wire->send(request, cancel); });
    return response;
}

Result<HttpResponse> HttpClient::Wire::send(const HttpRequest &request, const std::atomic_bool *cancel)
{
    const QString address = url.toString();
    HttpResponse response;
    std::optional<Error> stopped; // by us
    const auto stop = [&](QNetworkReply &reply, ErrorCode code, const QString &why) {
        if (!stopped)
            stopped = Error {code, why, address, {}};
        reply.abort();
    };
    wasSent = false;
    if (cancel && *cancel)
        return failure(ErrorCode::Cancelled, u"The question to the server was cancelled."_s, address);
    if (!request.token.isEmpty() && !rolewright::isPrivate(url))
        return failure(ErrorCode::Usage, u"A token is sent over https only. Give the server's https address."_s, address);

    // A custom HEAD would be waited for until its body came.
    const std::unique_ptr<QNetworkReply> reply(
        request.verb == "HEAD" ? access->head(requestFor(request))
                               : access->sendCustomRequest(requestFor(request), request.verb, request.body));
    // What is not read yet waits in the server, not here.
    reply->setReadBufferSize(256 << 10);
    QEventLoop loop;
    QElapsedTimer begun;
    QElapsedTimer silent;
    begun.start();
    silent.start();
    qint64 size = 0;
    QStringList insecure;
    QSslCertificate certificate;
    const auto take = [&] {
        const QByteArray piece = reply->readAll();
        silent.restart();
        size += piece.size();
        if (size > request.bodyMaximum) {
            stop(*reply, ErrorCode::Unavailable,
                 u"The answer is longer than %1 bytes. Look whether this is the right server."_s.arg(request.bodyMaximum));
        } else if (!request.received
                   || reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() / 100 != 2) {
            response.body += piece;
        } else if (const Status taken = request.received(piece); !taken && !stopped) {
            stopped = taken.error();
            reply->abort();
        }
    };
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &loop, [&] {
        if (cancel && *cancel)
            stop(*reply, ErrorCode::Cancelled, u"The question to the server was cancelled."_s);
        else if (silent.elapsed() > request.silence.count())
            stop(*reply, ErrorCode::Unavailable,
                 u"The server said nothing for %1 s. Look whether it is busy, and try again."_s.arg(seconds(request.silence)));
        else if (begun.elapsed() > request.deadline.count())
            stop(*reply, ErrorCode::Unavailable,
                 u"The answer was not there after %1 s. Look whether the server is busy, and try again."_s.arg(
                     seconds(request.deadline)));
    });
    QObject::connect(reply.get(), &QNetworkReply::readyRead, &loop, [&] {
        if (!stopped)
            take();
    });
    QObject::connect(reply.get(), &QNetworkReply::uploadProgress, &loop, [&](qint64 sent, qint64 all) {
        silent.restart();
        wasSent = wasSent || (all > 0 && sent == all);
    });
    QObject::connect(reply.get(), &QNetworkReply::metaDataChanged, &loop, [&] { silent.restart(); });
    QObject::connect(reply.get(), &QNetworkReply::sslErrors, &loop, [&](const QList<QSslError> &errors) {
        certificate = reply->sslConfiguration().peerCertificate();
        if (!pin.isEmpty() && digestOf(certificate) == pin && isInForce(certificate)) {
            reply->ignoreSslErrors(errors);
            return;
        }
        if (!pin.isEmpty() && isInForce(certificate))
            insecure << u"The certificate is not the one that is pinned."_s;
        for (const QSslError &error : errors) {
            if (pin.isEmpty() || !isInForce(certificate))
                insecure << error.errorString() + u'.';
        }
    });
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    watch.start(WatchInterval);
    if (!reply->isFinished())
        loop.exec();
    watch.stop();
    if (!stopped && reply->bytesAvailable() > 0)
        take();
    if (stopped)
        return failure(*stopped);

    response.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = reply->error();
    wasSent = error != QNetworkReply::ConnectionRefusedError && error != QNetworkReply::HostNotFoundError
        && error != QNetworkReply::SslHandshakeFailedError;
    if (error == QNetworkReply::SslHandshakeFailedError) {
        insecure.removeDuplicates();
        return failure(ErrorCode::Unavailable, problemOf(error, insecure.isEmpty() ? reply->errorString() : insecure.join(u' ')),
                       address, certificate.isNull() ? Findings() : Findings{shown(certificate)});
    }
    if (response.status == 0 || !isForStatus(error))
        return failure(ErrorCode::Unavailable, problemOf(error, reply->errorString()), address);
    if (const QUrl target = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl(); target.isValid())
        return failure(ErrorCode::Unavailable,
                       u"The server sends on to %1, where nothing is sent unasked. Give that address if you trust it."_s.arg(
                           url.resolved(target).toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)),
                       address);
    for (const auto &[name, value] : reply->rawHeaderPairs())
        response.headers.append({name, value});
    return response;
}

} // namespace rolewright
