// SPDX-License-Identifier: Apache-2.0
#include "serving.h"

#include "httpload.h"
#include "ratios.h"
#include "scenario.h"

#include "core/admin/administrators.h"
#include "core/edit/apply.h"
#include "core/exchange/enginefolder.h"
#include "core/exchange/policyjson.h"
#include "core/security/secret.h"
#include "tests/server/runningserver.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <cstdio>
#include <cstdlib>
#include <memory>

namespace rolewright::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int Connections = 16;
constexpr int Batch = 2'000;

const QByteArray Question = R"({"subject": {"type": "user", "id": "alice"}, "action": {"name": "update"},
    "resource": {"type": "article", "id": "7", "properties": {"owner": "alice"}}})";
const QByteArray Answer = R"({"decision": true})";

[[noreturn]] void fail(const QString &what)
{
    std::fprintf(stderr, "%s\n", qPrintable(what));
    std::exit(1);
}

quint16 freePort()
{
    QTcpServer free;
    if (!free.listen(QHostAddress::LocalHost))
        fail(u"no free port"_s);
    return free.serverPort();
}

// A PDP that others use, on the same policy; installed as the differential tests have it.
class Cerbos
{
public:
    Cerbos()
        : m_port(freePort())
    {
        const QString installed = QStringLiteral(ROLEWRIGHT_PEERS);
        if (QProcess::execute(QStringLiteral(ROLEWRIGHT_SOURCE_DIR "/tests/differential/peers.sh"),
                              {installed})
            != 0)
            fail(u"Cerbos could not be installed."_s);
        Result<EngineExport> made = exportFor(Engine::Cerbos, servedPolicy(), true);
        if (!made)
            fail(toText(made.error()));
        if (const Status written = writeFolder(m_folder.filePath(u"policies"_s), made->files); !written)
            fail(toText(written.error()));
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(
            installed + u"/node_modules/@cerbos/cerbos-linux-x64/cerbos-linux-x64"_s,
            {u"server"_s, u"--log-level=error"_s, u"--set=server.httpListenAddr=127.0.0.1:%1"_s.arg(m_port),
             u"--set=server.grpcListenAddr=127.0.0.1:%1"_s.arg(freePort()), u"--set=storage.driver=disk"_s,
             u"--set=storage.disk.directory="_s + m_folder.filePath(u"policies"_s),
             u"--set=telemetry.disabled=true"_s});
        QElapsedTimer timer;
        timer.start();
        for (;;) {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
            if (socket.waitForConnected(1000))
                return;
            if (timer.elapsed() > 30'000 || m_process.state() == QProcess::NotRunning)
                fail(u"Cerbos does not start: "_s + QString::fromUtf8(m_process.readAll()));
            QThread::msleep(50);
        }
    }
    ~Cerbos()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    quint16 port() const { return m_port; }

private:
    QTemporaryDir m_folder;
    quint16 m_port;
    QProcess m_process;
};

// What a benchmark needs, made when it first runs.
struct Scene
{
    RunningServer server;
    BareServer bare{Answer};
    QByteArray request;

    Scene()
    {
        const QByteArray ann = server.signIn(u"ann"_s, u"ann's password"_s);
        const QByteArray token = server.giveToken(ann, u"app"_s, u"ann's password"_s);
        if (token.isEmpty())
            fail(u"rolewrightd does not start: "_s + QString::fromUtf8(server.log()));
        request = postRequest("/access/v1/evaluation", Question, "Authorization: Bearer " + token + "\r\n");
    }
    std::unique_ptr<HttpLoad> load(quint16 port, int connections) const
    {
        return std::make_unique<HttpLoad>(port, connections, request, "\"decision\"");
    }
};

// A policy of a million assignments, as every desktop that connects gets it.
struct Download
{
    QTemporaryDir folder;
    std::unique_ptr<RunningServer> server;
    std::unique_ptr<BareServer> bare;
    QByteArray request;

    Download()
    {
        const QString path = folder.filePath(u"large.rolewright"_s);
        Policy policy = withUsers(gcpPolicy(), 100'000);
        if (const Status made = apply(policy, makingAdministrator(policy, u"ann"_s, Instant::now())); !made)
            fail(toText(made.error()));
        QByteArray password("ann's password");
        const Secret secret = Secret::taking(password);
        const FirstAdministrator ann{u"ann"_s, secret};
        if (const auto made = createStore(path, policy, {u"ann"_s, u"bench"_s}, &ann); !made)
            fail(toText(made.error()));
        server = std::make_unique<RunningServer>(path, QStringList());
        const QByteArray token = server->signIn(u"ann"_s, u"ann's password"_s);
        const RunningServer::Answer answer =
            server->sendAs(token, "GET", u"/api/v1/policy"_s, {}, {{"Accept-Encoding", "deflate"}});
        if (answer.status != 200 || answer.body.isEmpty())
            fail(u"no policy from rolewrightd: "_s + QString::fromUtf8(server->log()));
        std::fprintf(stderr, "A policy of 1 M assignments is %lld bytes on the wire.\n",
                     static_cast<long long>(answer.body.size()));
        bare = std::make_unique<BareServer>(answer.body);
        request = "GET /api/v1/policy HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: "
                  "deflate\r\nAuthorization: Bearer "
            + token + "\r\n\r\n";
    }
    std::unique_ptr<HttpLoad> load(quint16 port) const
    {
        return std::make_unique<HttpLoad>(port, 1, request, "HTTP/1.1 200");
    }
};

Download &download()
{
    static Download made;
    return made;
}

std::shared_ptr<Scene> scene()
{
    static const auto made = std::make_shared<Scene>();
    return made;
}

// `make` the load when it is first used, then sends so many requests an iteration.
std::function<void()> sending(const std::function<std::unique_ptr<HttpLoad>()> &make, int count)
{
    return [make, count, load = std::make_shared<std::unique_ptr<HttpLoad>>()] {
        if (!*load)
            *load = make();
        (*load)->send(count);
    };
}

quint16 served()
{
    return quint16(scene()->server.url.port());
}

} // namespace

void addServing()
{
    const auto ours = [](int connections) {
        return [connections] { return scene()->load(served(), connections); };
    };
    const auto bare = [](int connections) {
        return [connections] { return scene()->load(scene()->bare.port(), connections); };
    };
    const auto cerbos = [] {
        static const Cerbos peer;
        return std::make_unique<HttpLoad>(peer.port(), Connections,
                                          postRequest("/access/v1/evaluation", Question), "\"decision\"");
    };
    addPair({"decision over HTTP", 3, sending(ours(1), 1), sending(bare(1), 1)});
    addPair({"2000 decisions over HTTP, 16 clients", 1 / 0.3, sending(ours(Connections), Batch),
             sending(bare(Connections), Batch)});
    addPair({"download of 1 M assignments", 2,
             sending([] { return download().load(quint16(download().server->url.port())); }, 1),
             sending([] { return download().load(download().bare->port()); }, 1)});
    addPair(
        {"2000 decisions, beside Cerbos", 0.25, sending(ours(Connections), Batch), sending(cerbos, Batch)});
}

} // namespace rolewright::bench
