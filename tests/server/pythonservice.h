// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

namespace rolewright {

// The service of a folder of examples/, run by uvicorn as its README.md says; with Debian's Python and
// packages. Stopped at the end whatever happens.
class PythonService
{
public:
    ~PythonService()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(10'000))
            m_process.kill();
        if (QTest::currentTestFailed())
            qWarning("%s", m_process.readAll().right(4000).constData());
    }

    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();

    // Until it answers the path with that status; false, with what it said, where it does not.
    bool start(const QString &example, const QString &path, int status)
    {
        QTcpServer free;
        if (!free.listen(QHostAddress::LocalHost))
            return false;
        const QString port = QString::number(free.serverPort());
        free.close();
        m_url = QStringLiteral("http://127.0.0.1:") + port;
        environment.insert(QStringLiteral("PYTHONDONTWRITEBYTECODE"), QStringLiteral("1"));
        m_process.setProcessEnvironment(environment);
        m_process.setWorkingDirectory(QStringLiteral(ROLEWRIGHT_SOURCE_DIR "/examples/") + example);
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral("/usr/bin/python3"),
                        {QStringLiteral("-m"), QStringLiteral("uvicorn"), QStringLiteral("--host"),
                         QStringLiteral("127.0.0.1"), QStringLiteral("--port"), port,
                         QStringLiteral("service:app")});
        return QTest::qWaitFor([&] { return ask("none", "GET", path) == status; }, 30'000)
            || (qWarning("%s", m_process.readAll().constData()), false);
    }
    // The status; 0 where it does not answer.
    int ask(const QByteArray &token, const QByteArray &method, const QString &path)
    {
        QNetworkRequest request{QUrl(m_url + path)};
        request.setTransferTimeout(10'000);
        request.setRawHeader("Authorization", "Bearer " + token);
        const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait(11'000);
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }

private:
    QProcess m_process;
    QString m_url;
    QNetworkAccessManager m_network;
};

} // namespace rolewright
