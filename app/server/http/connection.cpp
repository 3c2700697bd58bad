// SPDX-License-Identifier: Apache-2.0
#include "app/server/http/connection.h"

#include "app/server/http/answerwriter.h"
#include "app/server/http/headercheck.h"

#include <chrono>

namespace rolewright::server {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::seconds;

constexpr std::uint32_t HeaderLimit = 16 << 10;
constexpr std::size_t BufferLimit = 64 << 10;
constexpr qint64 ChunkedLimit = 1 << 20; // of a body whose length is not said
constexpr qint64 BodyBudget = 256ll << 20; // of all bodies that are being read
constexpr seconds IdleTime(60); // between requests
constexpr seconds BodyProgress(5);
constexpr qint64 MinimumRate = 8 << 10; // bytes a second, of a body

using Parser = http::request_parser<http::string_body>;

int statusOf(const error_code &error)
{
    if (error == http::error::header_limit)
        return 431;
    if (error == http::error::body_limit)
        return 413;
    if (error == http::error::bad_version)
        return 505;
    return 400;
}

struct Reserved // bytes, while it lives
{
    Reserved(std::atomic<qint64> &budget, qint64 bytes)
        : total(budget)
        , mine(bytes)
    {
        total += mine;
    }
    ~Reserved() { total -= mine; }
    Reserved(const Reserved &) = delete;
    Reserved &operator=(const Reserved &) = delete;
    std::atomic<qint64> &total;
    const qint64 mine;
};

ServerRequest headerOf(const Parser &parser, const QByteArray &peer)
{
    ServerRequest request;
    const auto &message = parser.get();
    request.method = bytes(message.method_string());
    const QByteArray target = bytes(message.target());
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.left(mark);
    request.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    for (const auto &field : message)
        request.headers.emplaceBack(bytes(field.name_string()), bytes(field.value()));
    request.peer = peer;
    return request;
}

// 0, or the status to refuse with.
template <class Stream>
asio::awaitable<int> readBody(Stream &stream, Plain &lowest, beast::flat_buffer &buffer, Parser &parser,
                              qint64 limit)
{
    const auto length = parser.content_length();
    const auto end =
        Clock::now() + BodyProgress + seconds(qint64(length ? *length : std::uint64_t(limit)) / MinimumRate);
    while (!parser.is_done()) {
        const auto now = Clock::now();
        if (now >= end)
            co_return 408;
        lowest.expires_at(std::min(end, now + BodyProgress));
        const auto [error, got] = co_await http::async_read_some(stream, buffer, parser, Await);
        if (error == beast::error::timeout)
            co_return 408;
        if (error)
            co_return statusOf(error);
    }
    co_return 0;
}

// Comes back on the connection's own executor, whatever thread replies. The closures have names of their
// own: GCC 12 destroys an unnamed one within co_await twice.
asio::awaitable<ServerResponse> ask(HttpHandler &handler, ServerRequest request)
{
    const auto executor = co_await asio::this_coro::executor;
    auto begin = [&handler, executor, &request](auto completion) {
        // std::function wants to copy what it holds.
        const auto done = std::make_shared<decltype(completion)>(std::move(completion));
        handler.handle(std::move(request), [executor, done](ServerResponse response) {
            asio::post(executor,
                       [done, response = std::move(response)]() mutable { (*done)(std::move(response)); });
        });
    };
    ServerResponse response =
        co_await asio::async_initiate<const asio::use_awaitable_t<> &, void(ServerResponse)>(
            begin, asio::use_awaitable);
    co_return response;
}

template <class Stream>
asio::awaitable<void> refuse(Stream &stream, Plain &lowest, ServerState &state, int status)
{
    ++state.refused;
    co_await writeRefusal(stream, lowest, status);
}

} // namespace

template <class Stream>
asio::awaitable<void> serveConnection(Stream &stream, Plain &lowest, ServerState &state)
{
    beast::flat_buffer buffer(BufferLimit);
    bool first = true;
    error_code unknown;
    const QByteArray peer =
        QByteArray::fromStdString(lowest.socket().remote_endpoint(unknown).address().to_string());
    while (!state.stopping) {
        Parser parser;
        parser.header_limit(HeaderLimit);
        parser.body_limit(boost::none);
        // A connection may stand idle before its next request, but a header that has begun comes in time.
        if (!first && buffer.size() == 0) {
            lowest.expires_after(IdleTime);
            const auto [error, got] = co_await stream.async_read_some(buffer.prepare(4096), Await);
            if (error)
                co_return;
            buffer.commit(got);
        }
        first = false;
        lowest.expires_after(HeaderTime);
        const auto [error, got] = co_await http::async_read_header(stream, buffer, parser, Await);
        if (error == http::error::end_of_stream || error == asio::error::eof
            || error == asio::error::connection_reset || error == asio::error::operation_aborted)
            co_return;
        const Counted busy(state.busy);
        const int problem = error == beast::error::timeout ? 408
            : error                                        ? statusOf(error)
                                                           : problemOfHeader(parser.get());
        if (problem != 0) {
            co_await refuse(stream, lowest, state, problem);
            co_return;
        }
        ServerRequest request = headerOf(parser, peer);
        const auto length = parser.content_length();
        const qint64 allowed = state.handler.bodyLimit(request);
        const qint64 limit = length ? allowed : std::min(allowed, ChunkedLimit);
        parser.body_limit(std::uint64_t(limit));
        if (length && *length > std::uint64_t(limit)) {
            co_await refuse(stream, lowest, state, 413);
            co_return;
        }
        const Reserved reserved(state.bodies, length ? qint64(*length) : limit);
        if (state.bodies > BodyBudget) {
            co_await refuse(stream, lowest, state, 503);
            co_return;
        }
        if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
            if (!co_await writeContinue(stream, lowest))
                co_return;
        }
        if (const int bad = co_await readBody(stream, lowest, buffer, parser, limit); bad != 0) {
            co_await refuse(stream, lowest, state, bad);
            co_return;
        }
        const bool keep = parser.keep_alive() && !state.stopping;
        const unsigned version = parser.get().version();
        request.body = QByteArray::fromStdString(parser.get().body());
        const bool isHead = request.method == "HEAD";
        lowest.expires_never();
        const ServerResponse response = co_await ask(state.handler, std::move(request));
        if (!co_await writeAnswer(stream, lowest, response, version, keep && !response.stream, isHead))
            co_return;
    }
}

template asio::awaitable<void> serveConnection(Plain &, Plain &, ServerState &);
template asio::awaitable<void> serveConnection(Secure &, Plain &, ServerState &);

} // namespace rolewright::server
