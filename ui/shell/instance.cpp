// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/instance.h"

#include "ui/shell/draftkeeper.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalServer>
#include <QLocalSocket>
#include <QThread>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int AnswerTime = 5'000; // ms, for one that is just starting
constexpr int RetryInterval = 50;
constexpr qint64 MessageMaximum = 1 << 20;
constexpr char Taken = 'k';

} // namespace

Instance::Instance(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_lock(folder + u"/lock"_s)
    , m_server(new QLocalServer(this))
{
    m_lock.setStaleLockTime(0); // only a process that is gone leaves it
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server->nextPendingConnection())
            take(socket);
    });
}

Instance::~Instance() = default;

QString Instance::runtimeFolder()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return QDir::isAbsolutePath(runtime) ? runtime + u"/rolewright"_s : DraftKeeper::stateFolder();
}

Result<bool> Instance::start(const QStringList &arguments)
{
    if (!QDir().mkpath(m_folder))
        return failure(ErrorCode::Unavailable, tr("The folder %1 cannot be made.").arg(m_folder), m_folder);
    const QDeadlineTimer deadline(AnswerTime);
    for (;;) {
        if (m_lock.tryLock(0)) {
            if (const Status listening = listen(); !listening)
                return failure(listening.error());
            return true;
        }
        if (m_lock.error() != QLockFile::LockFailedError)
            return failure(
                ErrorCode::Unavailable,
                tr("The lock in the folder %1 cannot be made; check its permissions.").arg(m_folder),
                m_folder);
        const Status handed = handOver(arguments);
        if (handed)
            return false;
        if (deadline.hasExpired())
            return failure(handed.error());
        QThread::msleep(RetryInterval); // it is starting, or ending
    }
}

Status Instance::listen()
{
    const QString path = m_folder + u"/socket"_s;
    QLocalServer::removeServer(path); // whoever made it is gone: the lock is ours
    if (!m_server->listen(path))
        return failure(ErrorCode::Unavailable,
                       tr("A second start cannot be noticed: %1.").arg(m_server->errorString()), path);
    return {};
}

Status Instance::handOver(const QStringList &arguments)
{
    qint64 process = 0;
    QString host;
    QString program;
    m_lock.getLockInfo(&process, &host, &program);
    const auto silent = [&] {
        return failure(
            ErrorCode::Conflict,
            tr("Rolewright is running already, as process %1, but does not answer. End that one first.")
                .arg(process));
    };
    QLocalSocket socket;
    socket.connectToServer(m_folder + u"/socket"_s);
    if (!socket.waitForConnected(AnswerTime))
        return silent();
    // A line of JSON: whatever is in a file's name, it stays a line.
    socket.write(QJsonDocument(QJsonArray::fromStringList(arguments)).toJson(QJsonDocument::Compact) + '\n');
    if (!socket.waitForBytesWritten(AnswerTime) || !socket.waitForReadyRead(AnswerTime))
        return silent();
    char answer = 0;
    if (!socket.getChar(&answer) || answer != Taken)
        return silent();
    return {};
}

void Instance::take(QLocalSocket *socket)
{
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        if (!socket->canReadLine()) {
            if (socket->bytesAvailable() > MessageMaximum)
                socket->abort();
            return; // there is more to come
        }
        const QJsonDocument message = QJsonDocument::fromJson(socket->readLine());
        if (!message.isArray()) {
            socket->abort();
            return;
        }
        const QJsonArray items = message.array();
        QStringList arguments;
        for (const auto argument : items)
            arguments.append(argument.toString());
        socket->putChar(Taken);
        socket->flush();
        socket->disconnectFromServer();
        Q_EMIT argumentsReceived(arguments);
    });
}

} // namespace rolewright
