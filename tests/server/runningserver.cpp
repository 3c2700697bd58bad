// SPDX-License-Identifier: Apache-2.0
#include "tests/server/runningserver.h"

#include "core/admin/administrators.h"
#include "core/admin/changereview.h"
#include "core/edit/apply.h"
#include "core/exchange/policyjson.h"
#include "core/exchange/sample.h"
#include "core/security/keyfile.h"
#include "core/store/storeguard.h"
#include "tests/support/postgresserver.h"
#include "tests/support/processmemory.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <csignal>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

Secret secret(const char *text)
{
    QByteArray bytes(text);
    return Secret::taking(bytes);
}

const char *const Password = "ann's password";

void setPasswords(StoreGuard &guard)
{
    const Occasion occasion{u"test"_s, Instant::now(), {}};
    Status done = guard.signIn(u"ann"_s, secret(Password), occasion);
    Q_ASSERT(done);
    for (const char *user : {"app", "carl"}) {
        const QString name = QString::fromLatin1(user);
        done = guard.confirm(operationDigest(u"credential.set"_s, name), secret(Password), occasion);
        Q_ASSERT(done);
        done = guard.setPassword(name, secret("their password"), occasion);
        Q_ASSERT(done);
    }
}

void makeFile(const QString &path, const StoreKeys *keys)
{
    const Secret password = secret(Password);
    const FirstAdministrator ann{u"ann"_s, password, keys};
    auto store = createStore(path, servedPolicy(), {u"test"_s, u"test"_s}, &ann);
    Q_ASSERT(store);
    setPasswords(*(*store)->guard());
}

// Its location, for a login that is the server's.
QString makeDatabase(const StoreKeys *keys)
{
    PostgresServer &postgres = PostgresServer::running();
    const QString made = newGuardedPostgresStore(u"ann"_s, servedPolicy(), {u"test"_s, u"test"_s});
    const QString database = PostgresLocation::parse(made)->database;
    const Status changed = postgres.run("ALTER ROLE ann PASSWORD 'ann''s password'");
    Q_ASSERT(changed);
    const QString login = u"server_of_"_s + database;
    postgres.addLogin(login, database, u"server"_s);
    const QString location = postgres.location(login, database);
    auto store = openServed(location, PostgresServer::loginPassword());
    Q_ASSERT(store);
    StoreGuard &guard = *(*store)->guard();
    setPasswords(guard);
    if (keys) {
        const QByteArray key = publicKeyOf(keys->signing);
        const Occasion occasion{u"test"_s, Instant::now(), {}};
        guard.useKeys(*keys);
        Status done = guard.confirm(operationDigest(u"key.enrol"_s, QString::fromLatin1(key.toHex())),
                                    secret(Password), occasion);
        Q_ASSERT(done);
        done = guard.enrolKey(key, occasion);
        Q_ASSERT(done);
    }
    return location;
}

} // namespace

Policy servedPolicy()
{
    Result<Policy> policy = readPolicy(newsroomSample());
    Q_ASSERT(policy);
    const Result<ChangeSet> more = readChangeSet(R"({"rolewright-changes": 1, "changes": [
        {"add": "role", "value": {"name": "asking", "grants": ["rolewright/decision:ask"]}},
        {"add": "user", "value": {"id": "app", "assignments": [{"role": "asking"}]}},
        {"add": "user", "value": {"id": "carl"}}]})");
    Q_ASSERT(more);
    Status status = apply(*policy, more->changes);
    Q_ASSERT(status);
    status = apply(*policy, makingAdministrator(*policy, u"ann"_s, Instant::now()));
    Q_ASSERT(status);
    return *policy;
}

RunningServer::RunningServer(const QStringList &options, Store kind)
    : store(folder.filePath(u"served.rolewright"_s))
    , keyFile(folder.filePath(u"keys"_s))
{
    const StoreKeys keys = newStoreKeys();
    QStringList more;
    if (kind == Store::SealedFile || kind == Store::SealedDatabase) {
        const Status kept = makeKeyFile(keyFile, keys);
        Q_ASSERT(kept);
        more = {u"--key-file"_s, keyFile};
    }
    if (kind == Store::Database || kind == Store::SealedDatabase)
        store = makeDatabase(kind == Store::SealedDatabase ? &keys : nullptr);
    else
        makeFile(store, kind == Store::SealedFile ? &keys : nullptr);
    start(options + more);
}

RunningServer::RunningServer(const QString &served, const QStringList &options)
    : store(served)
{
    start(options);
}

RunningServer::RunningServer(const RunningServer &other, const QStringList &options)
    : store(other.store)
{
    start(options);
}

void RunningServer::start(const QStringList &options)
{
    QStringList arguments{u"--store"_s, store};
    if (!options.contains(u"--listen"_s))
        arguments << u"--listen"_s << u"127.0.0.1:0"_s;
    if (PostgresLocation::isPostgres(store)) {
        QFile password(passwordFile());
        const Secret secret = PostgresServer::loginPassword();
        const bool written = password.open(QIODevice::WriteOnly)
            && password.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
            && password.write(secret.data(), secret.size()) == secret.size();
        Q_ASSERT(written);
        arguments << u"--password-file"_s << password.fileName();
    }
    m_process.setStandardErrorFile(folder.filePath(u"log"_s)); // a pipe that nobody reads would stop it
    m_process.start(QStringLiteral(ROLEWRIGHT_BIN_DIR "/rolewrightd"), arguments + options);
    if (m_process.waitForReadyRead(30'000))
        url = QUrl(QString::fromUtf8(m_process.readLine()).trimmed());
}

std::unique_ptr<PolicyStore> RunningServer::openStore() const
{
    auto opened = openServed(store, PostgresServer::loginPassword());
    return opened ? std::move(*opened) : nullptr;
}

QByteArray RunningServer::log() const
{
    QFile file(folder.filePath(u"log"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

RunningServer::~RunningServer()
{
    if (isRunning())
        stop();
    if (QTest::currentTestFailed())
        qWarning("%s", log().right(4000).constData());
}

void RunningServer::trust(const QString &certificate)
{
    m_tls.setCaCertificates(QSslCertificate::fromPath(certificate));
    m_network.clearConnectionCache(); // which keeps what it was told before
}

void RunningServer::signal(int number)
{
    ::kill(pid_t(m_process.processId()), number);
}

int RunningServer::stop()
{
    signal(SIGTERM);
    if (!m_process.waitForFinished(20'000)) {
        m_process.kill();
        m_process.waitForFinished();
        return -1;
    }
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void RunningServer::die()
{
    m_process.kill();
    m_process.waitForFinished();
}

qint64 RunningServer::memory() const
{
    return processMemory(m_process.processId(), "VmRSS");
}

QByteArray RunningServer::Answer::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

RunningServer::Answer RunningServer::send(const QByteArray &method, const QString &path,
                                          const QByteArray &body,
                                          const QList<QNetworkReply::RawHeaderPair> &headers)
{
    QNetworkRequest request(url.resolved(QUrl(path)));
    request.setTransferTimeout(30'000);
    request.setSslConfiguration(m_tls);
    for (const auto &[key, value] : headers)
        request.setRawHeader(key, value);
    if (!body.isEmpty() && !request.hasRawHeader("Content-Type"))
        request.setRawHeader("Content-Type", "application/json");
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait(31'000);
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
            reply->rawHeaderPairs()};
}

RunningServer::Answer RunningServer::sendAs(const QByteArray &token, const QByteArray &method,
                                            const QString &path, const QByteArray &body,
                                            QList<QNetworkReply::RawHeaderPair> headers)
{
    headers.emplaceBack("Authorization", "Bearer " + token);
    return send(method, path, body, headers);
}

RunningServer::Answer RunningServer::change(const QByteArray &token, const QByteArray &changes,
                                            const QString &password)
{
    const QByteArray base = sendAs(token, "GET", u"/api/v1/policy"_s).header("ETag");
    const QByteArray key = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    const auto post = [&] {
        return sendAs(token, "POST", u"/api/v1/changesets"_s,
                      R"({"rolewright-changes": 1, "reason": "test", "changes": [)" + changes + "]}",
                      {{"If-Match", base}, {"Idempotency-Key", key}});
    };
    const Answer answer = post();
    const QString digest = answer.json()[u"digest"_s].toString();
    if (digest.isEmpty() || password.isEmpty())
        return answer;
    const QJsonObject confirmation{{u"digest"_s, digest}, {u"password"_s, password}};
    const Answer confirmed =
        sendAs(token, "POST", u"/api/v1/session/confirmation"_s, QJsonDocument(confirmation).toJson());
    return confirmed.status == 204 ? post() : confirmed;
}

QByteArray RunningServer::giveToken(const QByteArray &administrator, const QString &user,
                                    const QString &password)
{
    const QByteArray body = QJsonDocument(QJsonObject{{u"user"_s, user}, {u"name"_s, u"a test"_s}}).toJson();
    const QString path = u"/api/v1/credentials"_s;
    const QString digest = sendAs(administrator, "POST", path, body).json()[u"digest"_s].toString();
    const QJsonObject confirmation{{u"digest"_s, digest}, {u"password"_s, password}};
    sendAs(administrator, "POST", u"/api/v1/session/confirmation"_s, QJsonDocument(confirmation).toJson());
    return sendAs(administrator, "POST", path, body).json()[u"token"_s].toString().toLatin1();
}

QByteArray RunningServer::signIn(const QString &user, const QString &password)
{
    const QJsonObject body{{u"user"_s, user}, {u"password"_s, password}};
    const Answer answer = send("POST", u"/api/v1/session"_s, QJsonDocument(body).toJson());
    return answer.status == 200 ? answer.json()[u"token"_s].toString().toLatin1() : QByteArray();
}

QByteArray RunningServer::sendRaw(const QByteArray &bytes)
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), quint16(url.port()));
    if (!socket.waitForConnected(5000))
        return "not connected";
    socket.write(bytes);
    QByteArray all;
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(1000))
        all += socket.readAll();
    return all + socket.readAll();
}

} // namespace rolewright
