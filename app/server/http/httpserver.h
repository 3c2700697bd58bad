// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/server/http/message.h"
#include "core/base/result.h"

#include <memory>

namespace rolewright::server {

// What answers. Called on the server's threads, many at once.
class HttpHandler
{
public:
    virtual ~HttpHandler() = default;
    // How long a body may be, asked before it is read; the request has none yet.
    virtual qint64 bodyLimit(const ServerRequest &request) = 0;
    // `reply` is called once, on any thread, also after the connection has gone.
    virtual void handle(ServerRequest request, std::function<void(ServerResponse)> reply) = 0;
};

struct HttpSettings
{
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 0; // 0: any free one
    QString certificate; // PEM files; both empty: no TLS
    QString key;
    int threads = 2;
    int connections = 1000; // more are closed at once
};

// HTTP/1.1, with limits on everything: 16 KiB of header, 10 s for it and for a handshake; 5 s of progress for
// a body, and as long as its length takes at 8 KiB a second; 20 s of progress for an answer. What is not
// plainly one request is refused before its body is read (libraries.md has why). TLS 1.2 or later.
class HttpServer
{
public:
    // Bound when it returns, and answering from start() on. The handler outlives the server, and nothing
    // replies to it after that.
    static Result<std::unique_ptr<HttpServer>> listen(const HttpSettings &settings, HttpHandler &handler);
    virtual ~HttpServer() = default; // stops

    virtual quint16 port() const = 0;
    virtual void start() = 0; // once
    // Reads the certificate and key again; connections from now on get them. On failure the old ones stay.
    virtual Status reloadCertificate() = 0;
    // Takes no more connections, lets requests that are under way end, at most `grace` ms, and closes all.
    // Once.
    virtual void stop(int grace) = 0;

    struct Counts
    {
        qint64 connections = 0; // open now
        qint64 refused = 0; // malformed, too large or too slow, so far
        qint64 shed = 0; // closed because there were too many
    };
    virtual Counts counts() const = 0;
};

} // namespace rolewright::server
