// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

namespace rolewright {

// Answers whatever comes on a connection with the same bytes, and keeps it open; no bytes: resets it. A
// thread of its own.
class Answering
{
public:
    explicit Answering(const QByteArray &answer)
    {
        m_home.moveToThread(&m_thread);
        m_thread.start();
        there([this, answer] {
            m_server = std::make_unique<QTcpServer>();
            if (!m_server->listen(QHostAddress::LocalHost))
                qFatal("no port to listen on");
            QObject::connect(m_server.get(), &QTcpServer::newConnection, &m_home, [this, answer] {
                QTcpSocket *socket = m_server->nextPendingConnection();
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
                    socket->readAll();
                    if (answer.isEmpty())
                        socket->abort();
                    else
                        socket->write(answer);
                });
            });
            m_port = m_server->serverPort();
        });
    }
    ~Answering()
    {
        there([this] { m_server.reset(); });
        m_thread.quit();
        m_thread.wait();
    }
    QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }

private:
    void there(const std::function<void()> &task)
    {
        QMetaObject::invokeMethod(&m_home, task, Qt::BlockingQueuedConnection);
    }
    QThread m_thread;
    QObject m_home; // on the thread
    std::unique_ptr<QTcpServer> m_server; // likewise
    int m_port = 0;
};

} // namespace rolewright
