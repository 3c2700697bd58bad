// SPDX-License-Identifier: Apache-2.0
#include "app/server/http/answerwriter.h"

#include <chrono>
#include <vector>

namespace rolewright::server {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr seconds WriteProgress(20);
constexpr milliseconds DrainTime(1000);
constexpr std::size_t WritePiece = 256 << 10;

ServerResponse plainError(int status)
{
    ServerResponse response;
    response.status = status;
    const auto name = http::obsolete_reason(http::int_to_status(unsigned(status)));
    response.headers.emplaceBack("Content-Type", "application/problem+json");
    response.body = "{\"type\": \"about:blank\", \"title\": \"" + bytes(name)
        + "\", \"status\": " + QByteArray::number(status) + "}";
    return response;
}

asio::awaitable<QByteArray> nextPiece(HttpStream &source)
{
    const auto executor = co_await asio::this_coro::executor;
    auto begin = [&source, executor](auto handler) {
        const auto done = std::make_shared<decltype(handler)>(std::move(handler));
        source.next([executor, done](const QByteArray &piece) {
            asio::post(executor, [done, piece] { (*done)(piece); });
        });
    };
    QByteArray piece = co_await asio::async_initiate<const asio::use_awaitable_t<> &, void(QByteArray)>(
        begin, asio::use_awaitable);
    co_return piece;
}

// Whoever reads a stream sends nothing more: what comes is the end. Ended with the socket, else.
void closeWithReader(Tcp::socket &socket, const std::shared_ptr<HttpStream> &stream)
{
    socket.async_wait(Tcp::socket::wait_read, [stream](const error_code &) { stream->close(); });
}

template <class Stream>
asio::awaitable<bool> writeAll(Stream &stream, Plain &lowest, const QByteArray &data)
{
    for (qsizetype at = 0; at < data.size();) {
        lowest.expires_after(WriteProgress);
        const std::size_t most = std::min(std::size_t(data.size() - at), WritePiece);
        const auto [error, sent] =
            co_await stream.async_write_some(asio::buffer(data.constData() + at, most), Await);
        if (error)
            co_return false;
        at += qsizetype(sent);
    }
    co_return true;
}

} // namespace

template <class Stream>
asio::awaitable<bool> writeAnswer(Stream &stream, Plain &lowest, const ServerResponse &response,
                                  unsigned version, bool keep, bool isHead)
{
    const auto reason = http::obsolete_reason(http::int_to_status(unsigned(response.status)));
    const bool isSmall = response.body.size() < 4096; // goes out in one piece
    QByteArray head;
    head.reserve(512 + (isSmall ? response.body.size() : 0));
    head += "HTTP/1.1 ";
    head += QByteArray::number(response.status);
    head += ' ';
    head += bytes(reason);
    head += "\r\n";
    for (const auto &[key, value] : response.headers) {
        head += key;
        head += ": ";
        head += value;
        head += "\r\n";
    }
    // An answer without an end known before is ended by the connection's. HEAD need not know the length.
    if (!response.stream && response.status != 204 && response.status != 304
        && (!isHead || !response.body.isEmpty()))
        head += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    if (!keep)
        head += "Connection: close\r\n";
    else if (version == 10)
        head += "Connection: keep-alive\r\n";
    head += "\r\n";
    if (isSmall && !isHead)
        head += response.body;
    if (!co_await writeAll(stream, lowest, head))
        co_return false;
    if (isHead)
        co_return keep;
    if (!isSmall && !co_await writeAll(stream, lowest, response.body))
        co_return false;
    if (response.stream)
        closeWithReader(lowest.socket(), response.stream);
    while (response.stream) {
        lowest.expires_never();
        const QByteArray piece = co_await nextPiece(*response.stream);
        if (piece.isEmpty() || !co_await writeAll(stream, lowest, piece))
            co_return false;
    }
    co_return keep;
}

template <class Stream>
asio::awaitable<void> writeRefusal(Stream &stream, Plain &lowest, int status)
{
    co_await writeAnswer(stream, lowest, plainError(status), 11, false, false);
    error_code ignored;
    lowest.socket().shutdown(Tcp::socket::shutdown_send, ignored);
    lowest.expires_after(DrainTime);
    std::vector<char> drain(64 << 10);
    for (;;) {
        const auto [error, got] = co_await lowest.async_read_some(asio::buffer(drain), Await);
        if (error)
            co_return;
    }
}

template <class Stream>
asio::awaitable<bool> writeContinue(Stream &stream, Plain &lowest)
{
    static const QByteArray Continue = "HTTP/1.1 100 Continue\r\n\r\n";
    return writeAll(stream, lowest, Continue);
}

template asio::awaitable<bool> writeAnswer(Plain &, Plain &, const ServerResponse &, unsigned, bool, bool);
template asio::awaitable<bool> writeAnswer(Secure &, Plain &, const ServerResponse &, unsigned, bool, bool);
template asio::awaitable<void> writeRefusal(Plain &, Plain &, int);
template asio::awaitable<void> writeRefusal(Secure &, Plain &, int);
template asio::awaitable<bool> writeContinue(Plain &, Plain &);
template asio::awaitable<bool> writeContinue(Secure &, Plain &);

} // namespace rolewright::server
