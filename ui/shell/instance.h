// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QLockFile>
#include <QObject>
#include <QStringList>

class QLocalServer;
class QLocalSocket;

namespace rolewright {

// One running program a user: the first one holds a lock file and listens on a local socket that only this
// user may open; a later one hands its arguments over and ends. What a crash leaves behind, a lock of a
// process that is gone or a socket that nobody listens on, is cleared away. GUI thread; a second start waits
// some seconds at most, before it has a window.
class Instance : public QObject
{
    Q_OBJECT

public:
    // `folder` is made when first needed.
    explicit Instance(const QString &folder, QObject *parent = nullptr);
    ~Instance() override;

    static QString runtimeFolder(); // $XDG_RUNTIME_DIR/rolewright, or the state folder

    // True: this is the first one. False: another one took the arguments. Conflict: another one is there, but
    // does not answer. Unavailable: it cannot be told whether there is one.
    Result<bool> start(const QStringList &arguments);

Q_SIGNALS:
    void argumentsReceived(const QStringList &arguments); // of a later start

private:
    Status handOver(const QStringList &arguments);
    Status listen();
    void take(QLocalSocket *socket);

    const QString m_folder;
    QLockFile m_lock;
    QLocalServer *m_server;
};

} // namespace rolewright
