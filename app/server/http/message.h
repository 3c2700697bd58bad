// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace rolewright::server {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

struct ServerRequest
{
    QByteArray method;
    QByteArray path; // as sent, up to the question mark
    QByteArray query; // after it
    HttpHeaders headers;
    QByteArray body;
    QByteArray peer; // the address of who asks

    // Names in any case; the first of that name, or nothing.
    std::optional<QByteArray> header(const QByteArray &name) const;
};

// A body that comes piece by piece, as long as somebody reads it: hands each piece to the callback that was
// given last, once; an empty piece is the end. Called on the connection's thread, may call back on any.
class HttpStream
{
public:
    virtual ~HttpStream() = default;
    virtual void next(std::function<void(const QByteArray &)> done) = 0;
    virtual void close() = 0; // nobody reads it any more: the end comes
};

struct ServerResponse
{
    int status = 200;
    HttpHeaders headers;
    QByteArray body; // shared, not copied, however many clients it goes to
    std::shared_ptr<HttpStream> stream; // instead of a body
};

} // namespace rolewright::server
