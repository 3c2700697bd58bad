// SPDX-License-Identifier: Apache-2.0
// This folder is the one place that knows Boost.Beast and Asio.
#include "app/server/http/certificate.h"
#include "app/server/http/connection.h"

#include <chrono>
#include <mutex>
#include <thread>
#include <vector>

namespace rolewright::server {

using namespace Qt::StringLiterals;

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;
using std::chrono::seconds;

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
        , m_state{handler}
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
        m_state.stopping = true;
        asio::post(*m_io.front(), [this] {
            error_code ignored;
            m_acceptor.close(ignored);
        });
        const auto end = Clock::now() + milliseconds(grace);
        while (m_state.busy > 0 && Clock::now() < end)
            std::this_thread::sleep_for(milliseconds(5));
        for (const auto &io : m_io)
            io->stop();
        for (std::thread &thread : m_threads)
            thread.join();
        m_threads.clear();
    }

    Counts counts() const override { return {m_state.connections, m_state.refused, m_state.shed}; }

private:
    std::shared_ptr<asio::ssl::context> tls()
    {
        const std::lock_guard lock(m_tlsMutex);
        return m_tls;
    }

    asio::awaitable<void> accept()
    {
        for (std::size_t next = 0; !m_state.stopping; ++next) {
            auto [error, socket] = co_await m_acceptor.async_accept(*m_io[next % m_io.size()], Await);
            if (error) {
                if (error == asio::error::operation_aborted || error == asio::error::bad_descriptor)
                    co_return;
                // Most likely no descriptor is free: one will be, when a connection ends.
                asio::steady_timer pause(*m_io.front(), milliseconds(50));
                co_await pause.async_wait(Await);
                continue;
            }
            if (m_state.connections >= m_settings.connections) {
                ++m_state.shed;
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
        const Counted counted(m_state.connections);
        co_await serveConnection(stream, stream, m_state);
        error_code ignored;
        stream.socket().shutdown(Tcp::socket::shutdown_both, ignored);
    }

    asio::awaitable<void> serveSecure(Tcp::socket socket, std::shared_ptr<asio::ssl::context> context)
    {
        const Counted counted(m_state.connections);
        Secure stream(Plain(std::move(socket)), *context);
        Plain &lowest = stream.next_layer();
        lowest.expires_after(HeaderTime);
        if (const auto [error] = co_await stream.async_handshake(asio::ssl::stream_base::server, Await);
            error) {
            ++m_state.refused;
            co_return;
        }
        co_await serveConnection(stream, lowest, m_state);
        lowest.expires_after(seconds(2));
        co_await stream.async_shutdown(Await);
    }

    const HttpSettings m_settings;
    ServerState m_state;
    quint16 m_port = 0;
    std::mutex m_tlsMutex;
    std::shared_ptr<asio::ssl::context> m_tls;
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
