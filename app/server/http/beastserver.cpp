// SPDX-License-Identifier: Apache-2.0
// With headercheck and certificate the one place that knows Boost.Beast and Asio.
#include "app/server/http/certificate.h"
#include "app/server/http/headercheck.h"
#include "app/server/http/httpserver.h"

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>
#include <vector>

namespace rolewright::server {

using namespace Qt::StringLiterals;

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Tcp = asio::ip::tcp;
using Plain = beast::tcp_stream;
using Secure = beast::ssl_stream<beast::tcp_stream>;
using Clock = std::chrono::steady_clock;
using boost::system::error_code;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::uint32_t HeaderLimit = 16 << 10;
constexpr std::size_t BufferLimit = 64 << 10;
constexpr qint64 ChunkedLimit = 1 << 20; // of a body whose length is not said
constexpr qint64 BodyBudget = 256ll << 20; // of all bodies that are being read
constexpr seconds HeaderTime(10);
constexpr seconds IdleTime(60); // between requests
constexpr seconds BodyProgress(5);
constexpr seconds WriteProgress(20);
constexpr qint64 MinimumRate = 8 << 10; // bytes a second, of a body
constexpr milliseconds DrainTime(1000);
constexpr std::size_t WritePiece = 256 << 10;

// Errors as values: the coroutines decide what each of them means.
constexpr auto Await = asio::as_tuple(asio::use_awaitable);

QByteArray bytes(const beast::string_view &text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

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

std::vector<std::unique_ptr<asio::io_context>> contexts(int count)
{
    std::vector<std::unique_ptr<asio::io_context>> made;
    for (int i = 0; i < count; ++i)
        made.push_back(std::make_unique<asio::io_context>(1));
    return made;
}

class BeastServer final : public HttpServer
{
public:
    BeastServer(const HttpSettings &settings, HttpHandler &handler)
        : m_settings(settings)
        , m_handler(handler)
        , m_io(contexts(settings.threads))
        , m_acceptor(*m_io.front())
    {
    }
    ~BeastServer() override { stop(0); }

    Status bind()
    {
        if (!m_settings.certificate.isEmpty()) {
            if (Status read = reloadCertificate(); !read)
                return read;
        }
        error_code error;
        const auto address = asio::ip::make_address(m_settings.address.toStdString(), error);
        const Tcp::endpoint end(address, m_settings.port);
        if (!error)
            m_acceptor.open(end.protocol(), error);
        if (!error)
            m_acceptor.set_option(asio::socket_base::reuse_address(true), error);
        if (!error)
            m_acceptor.bind(end, error);
        if (!error)
            m_acceptor.listen(asio::socket_base::max_listen_connections, error);
        if (error)
            return failure(ErrorCode::Unavailable,
                           u"The server cannot listen on %1, port %2: %3."_s.arg(m_settings.address)
                               .arg(m_settings.port)
                               .arg(QString::fromLocal8Bit(error.message().c_str())));
        m_port = m_acceptor.local_endpoint().port();
        return {};
    }

    void start() override
    {
        asio::co_spawn(*m_io.front(), accept(), asio::detached);
        for (const auto &io : m_io) {
            m_threads.emplace_back([&io = *io] {
                const auto stays = asio::make_work_guard(io);
                io.run();
            });
        }
    }

    quint16 port() const override { return m_port; }

    Status reloadCertificate() override
    {
        Result<std::shared_ptr<asio::ssl::context>> context =
            readCertificate(m_settings.certificate, m_settings.key);
        if (!context)
            return failure(context.error());
        const std::lock_guard lock(m_tlsMutex);
        m_tls = std::move(*context);
        return {};
    }

    void stop(int grace) override
    {
        if (m_threads.empty())
            return;
        m_stopping = true;
        asio::post(*m_io.front(), [this] {
            error_code ignored;
            m_acceptor.close(ignored);
        });
        const auto end = Clock::now() + milliseconds(grace);
        while (m_busy > 0 && Clock::now() < end)
            std::this_thread::sleep_for(milliseconds(5));
        for (const auto &io : m_io)
            io->stop();
        for (std::thread &thread : m_threads)
            thread.join();
        m_threads.clear();
    }

    Counts counts() const override { return {m_connections, m_refused, m_shed}; }

private:
    struct Counted // while it lives
    {
        explicit Counted(std::atomic<qint64> &counter)
            : count(counter)
        {
            ++count;
        }
        ~Counted() { --count; }
        Counted(const Counted &) = delete;
        Counted &operator=(const Counted &) = delete;
        std::atomic<qint64> &count;
    };

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

    std::shared_ptr<asio::ssl::context> tls()
    {
        const std::lock_guard lock(m_tlsMutex);
        return m_tls;
    }

    asio::awaitable<void> accept()
    {
        for (std::size_t next = 0; !m_stopping; ++next) {
            auto [error, socket] = co_await m_acceptor.async_accept(*m_io[next % m_io.size()], Await);
            if (error) {
                if (error == asio::error::operation_aborted || error == asio::error::bad_descriptor)
                    co_return;
                // Most likely no descriptor is free: one will be, when a connection ends.
                asio::steady_timer pause(*m_io.front(), milliseconds(50));
                co_await pause.async_wait(Await);
                continue;
            }
            if (m_connections >= m_settings.connections) {
                ++m_shed;
                continue; // closes it
            }
            error_code ignored;
            socket.set_option(Tcp::no_delay(true), ignored);
            const auto executor = socket.get_executor();
            if (const auto context = tls())
                asio::co_spawn(executor, serveSecure(std::move(socket), context), asio::detached);
            else
                asio::co_spawn(executor, servePlain(Plain(std::move(socket))), asio::detached);
        }
    }

    asio::awaitable<void> servePlain(Plain stream)
    {
        const Counted counted(m_connections);
        co_await serve(stream, stream);
        error_code ignored;
        stream.socket().shutdown(Tcp::socket::shutdown_both, ignored);
    }

    asio::awaitable<void> serveSecure(Tcp::socket socket, std::shared_ptr<asio::ssl::context> context)
    {
        const Counted counted(m_connections);
        Secure stream(Plain(std::move(socket)), *context);
        Plain &lowest = stream.next_layer();
        lowest.expires_after(HeaderTime);
        if (const auto [error] = co_await stream.async_handshake(asio::ssl::stream_base::server, Await);
            error) {
            ++m_refused;
            co_return;
        }
        co_await serve(stream, lowest);
        lowest.expires_after(seconds(2));
        co_await stream.async_shutdown(Await);
    }

    // `lowest` is where deadlines are set.
    template <class Stream>
    asio::awaitable<void> serve(Stream &stream, Plain &lowest)
    {
        beast::flat_buffer buffer(BufferLimit);
        bool first = true;
        error_code unknown;
        const QByteArray peer =
            QByteArray::fromStdString(lowest.socket().remote_endpoint(unknown).address().to_string());
        while (!m_stopping) {
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
            const Counted busy(m_busy);
            const int problem = error == beast::error::timeout ? 408
                : error                                        ? statusOf(error)
                                                               : problemOfHeader(parser.get());
            if (problem != 0) {
                co_await refuse(stream, lowest, problem);
                co_return;
            }
            ServerRequest request = headerOf(parser, peer);
            const auto length = parser.content_length();
            const qint64 allowed = m_handler.bodyLimit(request);
            const qint64 limit = length ? allowed : std::min(allowed, ChunkedLimit);
            parser.body_limit(std::uint64_t(limit));
            if (length && *length > std::uint64_t(limit)) {
                co_await refuse(stream, lowest, 413);
                co_return;
            }
            const Reserved reserved(m_bodies, length ? qint64(*length) : limit);
            if (m_bodies > BodyBudget) {
                co_await refuse(stream, lowest, 503);
                co_return;
            }
            if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
                static constexpr char Continue[] = "HTTP/1.1 100 Continue\r\n\r\n";
                lowest.expires_after(WriteProgress);
                if (const auto [failed, sent] = co_await asio::async_write(
                        stream, asio::buffer(Continue, sizeof Continue - 1), Await);
                    failed)
                    co_return;
            }
            if (const int bad = co_await readBody(stream, lowest, buffer, parser, limit); bad != 0) {
                co_await refuse(stream, lowest, bad);
                co_return;
            }
            const bool keep = parser.keep_alive() && !m_stopping;
            const unsigned version = parser.get().version();
            request.body = QByteArray::fromStdString(parser.get().body());
            const bool isHead = request.method == "HEAD";
            lowest.expires_never();
            const ServerResponse response = co_await ask(std::move(request));
            if (!co_await write(stream, lowest, response, version, keep && !response.stream, isHead))
                co_return;
        }
    }

    static ServerRequest headerOf(const Parser &parser, const QByteArray &peer)
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
        const auto end = Clock::now() + BodyProgress
            + seconds(qint64(length ? *length : std::uint64_t(limit)) / MinimumRate);
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
    asio::awaitable<ServerResponse> ask(ServerRequest request)
    {
        const auto executor = co_await asio::this_coro::executor;
        auto begin = [this, executor, &request](auto handler) {
            // std::function wants to copy what it holds.
            const auto done = std::make_shared<decltype(handler)>(std::move(handler));
            m_handler.handle(std::move(request), [executor, done](ServerResponse response) {
                asio::post(executor, [done, response = std::move(response)]() mutable {
                    (*done)(std::move(response));
                });
            });
        };
        ServerResponse response =
            co_await asio::async_initiate<const asio::use_awaitable_t<> &, void(ServerResponse)>(
                begin, asio::use_awaitable);
        co_return response;
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
    static void closeWithReader(Tcp::socket &socket, const std::shared_ptr<HttpStream> &stream)
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

    template <class Stream>
    asio::awaitable<bool> write(Stream &stream, Plain &lowest, const ServerResponse &response,
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

    // Says why, and takes what is still coming for a moment: a reset would take the answer along.
    template <class Stream>
    asio::awaitable<void> refuse(Stream &stream, Plain &lowest, int status)
    {
        ++m_refused;
        co_await write(stream, lowest, plainError(status), 11, false, false);
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

    const HttpSettings m_settings;
    HttpHandler &m_handler;
    quint16 m_port = 0;
    std::mutex m_tlsMutex;
    std::shared_ptr<asio::ssl::context> m_tls;
    std::atomic<bool> m_stopping = false;
    std::atomic<qint64> m_connections = 0;
    std::atomic<qint64> m_busy = 0; // requests under way
    std::atomic<qint64> m_bodies = 0; // bytes of bodies that are being read or answered
    std::atomic<qint64> m_refused = 0;
    std::atomic<qint64> m_shed = 0;
    // Last: what it destroys counts down above.
    // One a thread, and a connection stays on its own: threads that share one wake each other for every byte.
    const std::vector<std::unique_ptr<asio::io_context>> m_io;
    Tcp::acceptor m_acceptor;
    std::vector<std::thread> m_threads;
};

} // namespace

Result<std::unique_ptr<HttpServer>> HttpServer::listen(const HttpSettings &settings, HttpHandler &handler)
{
    auto server = std::make_unique<BeastServer>(settings, handler);
    if (Status bound = server->bind(); !bound)
        return failure(bound.error());
    return server;
}

} // namespace rolewright::server
