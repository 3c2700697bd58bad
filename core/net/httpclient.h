// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

namespace rolewright {

struct HttpHeader
{
    QByteArray name; // compared without regard to case
    QByteArray value;
};

struct HttpRequest
{
    QByteArray verb = "GET";
    QString path; // below the client's address: "/access/v1/evaluation", with its query
    QList<HttpHeader> headers; // such as If-None-Match
    QByteArray token; // a bearer token; empty: the client's
    QByteArray body;
    qint64 bodyMaximum = 1 << 20; // bytes of the answer's body, decompressed
    std::chrono::milliseconds silence {5'000}; // the longest time without a byte
    std::chrono::milliseconds deadline {30'000}; // for all of it, however it drips
    // Gets the body of a 2xx answer piece by piece, on another thread while send() waits, and
    // HttpResponse::body stays empty; a failure ends the call with it.
    std::function<Status(const QByteArray &piece)> received;
};

struct HttpResponse
{
    int status = 0; // 304, 404 and 500 are answers: the caller knows what they mean
    QList<HttpHeader> headers;
    QByteArray body;

    QByteArray header(QByteArrayView name) const; // empty where there is none
};

// The one HTTP client, for one server. TLS is verified, 1.2 or later; nothing is sent on to another address: a
// redirect is a failure that names it. No cookies, no cache, no passwords.
//
// Made, used and destroyed on one thread, which send() blocks, so that no event of it is handled meanwhile: never the
// GUI thread. Connections are kept between
// calls. Failures are Unavailable, Usage (the address) or Cancelled, and never say the token. One of a certificate that is not
// trusted has a finding "certificate", or "certificate-not-in-force" where no pin would help: its place is "sha256:" and
// the certificate's digest, as a pin has it.
class HttpClient
{
public:
    struct Trust
    {
        QByteArray token; // a bearer token; only over TLS, or to this machine
        QByteArray authorities; // PEM: these are trusted, and no others; empty: the system's
        // SHA-256 of the one certificate that is taken, whoever issued it and whatever host it names, as long as it is
        // in force; empty: authorities decide.
        QByteArray pin;
    };
    // `address` is http:// or https://, a host, perhaps a port and a path: no user, password, query or fragment.
    static Result<std::unique_ptr<HttpClient>> open(const QString &address, const Trust &trust = {});
    // What open() refuses of an address, or nothing.
    static Status check(const QString &address);
    // May secrets be sent to it: over TLS, or to this machine?
    static bool isPrivate(const QString &address);
    ~HttpClient();

    // Returns within 50 ms of `cancel` being set.
    Result<HttpResponse> send(const HttpRequest &request, const std::atomic_bool *cancel = nullptr);
    void rest(); // ends the connections that are kept
    // May the last request have reached the server? Then nobody knows what became of one that has failed.
    bool wasSent() const;
    QString address() const;

private:
    struct Wire;
    explicit HttpClient(std::unique_ptr<Wire> wire);
    std::unique_ptr<Wire> m_wire;
};

} // namespace rolewright
