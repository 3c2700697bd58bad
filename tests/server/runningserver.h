// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/policy.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QUrl>

namespace rolewright {

Policy servedPolicy(); // the sample, "ann", "app" and "carl"

// The real rolewrightd on a guarded store of servedPolicy(), on a free port of this machine; "ann"
// administers, "app" may ask for decisions, "carl" has no rights but is in the policy. Stopped at the end
// whatever happens.
class RunningServer
{
public:
    enum class Trail { Unsealed, Sealed };
    explicit RunningServer(const QStringList &options = {}, Trail trail = Trail::Unsealed);
    ~RunningServer();

    struct Answer
    {
        int status = 0;
        QByteArray body;
        QList<QNetworkReply::RawHeaderPair> headers;

        QByteArray header(const QByteArray &name) const;
        QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    };
    // Waits for the answer in an event loop of its own.
    Answer send(const QByteArray &method, const QString &path, const QByteArray &body = {},
                const QList<QNetworkReply::RawHeaderPair> &headers = {});
    // Bytes as they are, and everything that comes back until the server closes, or a second passes in
    // silence.
    QByteArray sendRaw(const QByteArray &bytes);
    // With the token of who signed in.
    Answer sendAs(const QByteArray &token, const QByteArray &method, const QString &path,
                  const QByteArray &body = {}, QList<QNetworkReply::RawHeaderPair> headers = {});
    QByteArray signIn(const QString &user, const QString &password); // the token; empty where refused

    bool isRunning() const { return m_process.state() == QProcess::Running; }
    qint64 memory() const; // KiB, resident
    QByteArray log() { return m_log += m_process.readAllStandardError(); }
    void signal(int number);
    int stop(); // exit status, after SIGTERM

    QTemporaryDir folder;
    QString store;
    void trust(const QString &certificate); // a PEM file, and nobody else
    QString keyFile; // of a sealed one; an option of its own
    QUrl url;

private:
    QProcess m_process;
    QNetworkAccessManager m_network;
    QSslConfiguration m_tls = QSslConfiguration::defaultConfiguration();
    QByteArray m_log;
};

} // namespace rolewright
