// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QHostAddress>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

namespace rolewright {

// tests/support/badserver.py, on this machine: at("slow") is the address that misbehaves so.
class BadServer
{
public:
    explicit BadServer(const QStringList &arguments = {}, const QString &scheme = QStringLiteral("http"))
        : m_scheme(scheme)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral("python3"),
                        QStringList {QStringLiteral(ROLEWRIGHT_SOURCE_DIR "/tests/support/badserver.py")} + arguments);
        if (m_process.waitForStarted() && m_process.waitForReadyRead(20'000))
            m_port = m_process.readLine().trimmed().toInt();
        if (m_port == 0)
            qWarning("badserver.py did not start; ./dev deps installs python3");
    }
    ~BadServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    QString at(const QString &mode) const
    {
        return QStringLiteral("%1://127.0.0.1:%2/%3").arg(m_scheme).arg(m_port).arg(mode);
    }
    bool isUp() const { return m_port != 0; }

private:
    QProcess m_process;
    QString m_scheme;
    int m_port = 0;
};

// The real Cerbos on the policy files in folder(), over AuthZEN.
class CerbosServer
{
public:
    // Writes nothing yet; `files` is called with the folder that Cerbos reads.
    template <class Files>
    bool start(Files files)
    {
        QProcess install;
        install.setProcessChannelMode(QProcess::ForwardedChannels);
        const QString installed = QDir::cleanPath(QStringLiteral(ROLEWRIGHT_BIN_DIR "/../differential"));
        install.start(QStringLiteral(ROLEWRIGHT_SOURCE_DIR "/tests/differential/peers.sh"), {installed});
        if (!install.waitForFinished(280'000) || install.exitCode() != 0)
            return false;
        files(m_folder.path());
        QTcpServer free;
        free.listen(QHostAddress::LocalHost);
        const quint16 port = free.serverPort();
        free.close();
        m_address = QStringLiteral("http://127.0.0.1:%1").arg(port);
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(installed + QStringLiteral("/node_modules/@cerbos/cerbos-linux-x64/cerbos-linux-x64"),
                        {QStringLiteral("server"), QStringLiteral("--log-level=error"),
                         QStringLiteral("--set=server.httpListenAddr=127.0.0.1:%1").arg(port),
                         QStringLiteral("--set=server.grpcListenAddr=unix:%1/grpc.sock").arg(m_scratch.path()),
                         QStringLiteral("--set=storage.driver=disk"),
                         QStringLiteral("--set=storage.disk.directory=") + m_folder.path(),
                         QStringLiteral("--set=telemetry.disabled=true")});
        QElapsedTimer waited;
        for (waited.start(); waited.elapsed() < 30'000 && m_process.state() != QProcess::NotRunning; QTest::qWait(50)) {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, port);
            if (socket.waitForConnected(1000))
                return true;
        }
        qWarning("Cerbos did not start: %s", m_process.readAll().constData());
        return false;
    }
    ~CerbosServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    QString address() const { return m_address; }

private:
    QTemporaryDir m_folder;
    QTemporaryDir m_scratch;
    QProcess m_process;
    QString m_address;
};

} // namespace rolewright
