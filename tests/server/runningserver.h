// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/policystore.h"

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
    enum class Store { File, SealedFile, Database, SealedDatabase };
    explicit RunningServer(const QStringList &options = {}, Store kind = Store::File);
    // On a guarded store that is there.
    RunningServer(const QString &served, const QStringList &options);
    // Another one on the same store.
    RunningServer(const RunningServer &other, const QStringList &options);
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
    // A change set on the newest version, as who signed in; confirmed with the password where it asks for
    // that.
    Answer change(const QByteArray &token, const QByteArray &changes, const QString &password = {});
    // Of an application, by an administrator with this password; empty where refused.
    QByteArray giveToken(const QByteArray &administrator, const QString &user, const QString &password);
    QByteArray signIn(const QString &user, const QString &password); // the token; empty where refused

    bool isRunning() const { return m_process.state() == QProcess::Running; }
    qint64 memory() const; // KiB, resident
    QByteArray log() const;
    void signal(int number);
    int stop(); // exit status, after SIGTERM
    void die(); // at once

    QTemporaryDir folder;
    QString store;
    // As the server opens it.
    std::unique_ptr<PolicyStore> openStore() const;
    void trust(const QString &certificate); // a PEM file, and nobody else
    QString keyFile; // of a sealed one; an option of its own
    QString passwordFile() const { return folder.filePath(QStringLiteral("login")); } // of a database's login
    QUrl url;

private:
    void start(const QStringList &options);

    QProcess m_process;
    QNetworkAccessManager m_network;
    QSslConfiguration m_tls = QSslConfiguration::defaultConfiguration();
};

} // namespace rolewright
