// SPDX-License-Identifier: Apache-2.0
#include "core/audit/checkpoint.h"
#include "core/security/attempts.h"
#include "core/security/keyfile.h"
#include "core/security/onetimecode.h"
#include "core/security/recoverycode.h"
#include "tests/cli/program.h"
#include "tests/server/runningserver.h"
#include "tests/support/authenticator.h"
#include "tests/support/postgresserver.h"

#include <QTest>

#include <csignal>
#include <cstdio>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

QByteArray object(const QJsonObject &members)
{
    return QJsonDocument(members).toJson();
}

} // namespace

// A sealed store in PostgreSQL behind two rolewrightd: seals, checkpoints, one-time codes, and what is done
// with its keys where the server runs.
class TestSealedDatabase : public QObject
{
    Q_OBJECT

private:
    using Answer = RunningServer::Answer;

    std::unique_ptr<RunningServer> m_one;
    std::unique_ptr<RunningServer> m_two;
    Secret m_seed;
    qint64 m_step = 0; // of the code that set the seed up
    RecoveryCodes m_recovery;

    QString path(const char *name) const { return m_one->folder.filePath(QString::fromLatin1(name)); }
    QString write(const char *name, const QByteArray &text) const
    {
        QFile file(path(name));
        const bool written = file.open(QIODevice::WriteOnly)
            && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.write(text) == text.size();
        Q_ASSERT(written);
        return file.fileName();
    }
    // Where the server runs, as ann; with the keys in `keys`.
    Run where(const QString &keys, const QStringList &command) const
    {
        return run(QStringList{u"--store"_s, m_one->store, u"--server-password-file"_s, m_one->passwordFile(),
                               u"--user"_s, u"ann"_s, u"--password-file"_s, path("ann"), u"--key-file"_s,
                               keys, u"--confirm"_s}
                   + command);
    }
    void startBoth(const QString &keys)
    {
        m_two.reset();
        auto first = std::make_unique<RunningServer>(*m_one, QStringList{u"--key-file"_s, keys});
        QVERIFY2(!first->url.isEmpty(), first->log().constData());
        m_two = std::make_unique<RunningServer>(*m_one, QStringList{u"--key-file"_s, keys});
        QVERIFY2(!m_two->url.isEmpty(), m_two->log().constData());
        m_restarted = std::move(first);
    }
    std::unique_ptr<RunningServer> m_restarted; // in the place of the first, whose folder stays
    RunningServer &one() { return m_restarted ? *m_restarted : *m_one; }

    static Answer signIn(RunningServer &server, const QString &code,
                         const QString &password = u"ann's password"_s)
    {
        QJsonObject body{{u"user"_s, u"ann"_s}, {u"password"_s, password}};
        if (!code.isEmpty())
            body[u"code"_s] = code;
        return server.send("POST", u"/api/v1/session"_s, object(body));
    }
    static QByteArray tokenOf(const Answer &answer)
    {
        return answer.json()[u"token"_s].toString().toLatin1();
    }
    // Asks for the confirmation that it needs, and gives it.
    static Answer confirmed(RunningServer &server, const QByteArray &token, const QByteArray &method,
                            const QString &path, const QByteArray &body = {})
    {
        const Answer asked = server.sendAs(token, method, path, body);
        const QString digest = asked.json()[u"digest"_s].toString();
        if (digest.isEmpty())
            return asked;
        const Answer given =
            server.sendAs(token, "POST", u"/api/v1/session/confirmation"_s,
                          object({{u"digest"_s, digest}, {u"password"_s, u"ann's password"_s}}));
        return given.status == 204 ? server.sendAs(token, method, path, body) : given;
    }
    QString codeAt(qint64 step) const { return codeOf(m_seed, {step * 30'000}); }
    // Good now: the one that the set-up used, and no later one, is used up. For at least half a minute.
    QString nextCode() const { return codeAt(m_step + 1); }

    // Of ann, who is signed in with a password of the server's.
    void setUpCodes(RunningServer &server, const QByteArray &token)
    {
        m_seed = newSeed();
        m_recovery = newRecoveryCodes();
        QByteArrayList hashes;
        for (const QByteArray &hash : std::as_const(m_recovery.hashes))
            hashes.append(hash.toHex());
        m_step = Instant::now().msecs / 30'000;
        const QByteArray body =
            object({{u"seed"_s, QString::fromLatin1(QByteArray(m_seed.data(), m_seed.size()).toHex())},
                    {u"code"_s, codeAt(m_step)},
                    {u"recovery"_s, QString::fromLatin1(hashes.join(' '))}});
        const Answer set = confirmed(server, token, "POST", u"/api/v1/codes"_s, body);
        QVERIFY2(set.status == 204, set.body.constData());
    }

private Q_SLOTS:
    void init()
    {
        m_restarted.reset();
        m_two.reset();
        m_one = std::make_unique<RunningServer>(QStringList(), RunningServer::Store::SealedDatabase);
        QVERIFY2(!m_one->url.isEmpty(), m_one->log().constData());
        m_two = std::make_unique<RunningServer>(*m_one, QStringList{u"--key-file"_s, m_one->keyFile});
        QVERIFY2(!m_two->url.isEmpty(), m_two->log().constData());
        write("ann", "ann's password");
        // With her database login she has no codes; with a password of the server's she has.
        const QByteArray byLogin = m_one->signIn(u"ann"_s, u"ann's password"_s);
        const QByteArray elsewhere = m_two->signIn(u"ann"_s, u"ann's password"_s);
        QVERIFY2(!byLogin.isEmpty() && !elsewhere.isEmpty(), m_one->log().constData());
        const Answer none =
            confirmed(*m_one, byLogin, "POST", u"/api/v1/codes"_s,
                      object({{u"seed"_s, QString(40, u'a')}, {u"code"_s, u"1"_s}, {u"recovery"_s, u""_s}}));
        QVERIFY2(none.status != 204 && none.body.contains("a password of the server"), none.body.constData());
        const Answer own = confirmed(*m_one, byLogin, "POST", u"/api/v1/credentials"_s,
                                     object({{u"user"_s, u"ann"_s}, {u"password"_s, u"ann's password"_s}}));
        QVERIFY2(own.status == 204, own.body.constData());
        // Sessions by the password before are over, at the other server when it hears of that. The new one stays.
        QCOMPARE(m_one->sendAs(byLogin, "GET", u"/api/v1/credentials"_s).status, 401);
        const QByteArray fresh = m_one->signIn(u"ann"_s, u"ann's password"_s);
        QVERIFY(!fresh.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(m_two->sendAs(elsewhere, "GET", u"/api/v1/credentials"_s).status, 401, 30'000);
        QTest::qWait(1000); // this server hears of it, too
        setUpCodes(*m_one, fresh);
    }

    void cleanup()
    {
        if (QTest::currentTestFailed())
            return;
        const TrailState trail = m_one->openStore()->verifyTrail().value();
        QVERIFY2(trail.isIntact() && trail.sealedTo == trail.intactTo, qPrintable(trail.problem));
    }

    void codesCountOnceWhicheverServerIsAsked()
    {
        const Answer asked = signIn(*m_one, {});
        QCOMPARE(asked.status, 401);
        QVERIFY2(asked.body.contains("code-needed"), asked.body.constData());
        const QString code = nextCode();
        QCOMPARE(signIn(*m_one, code, u"wrong password"_s).status, 401);
        const Answer in = signIn(*m_one, code);
        QVERIFY2(in.status == 200, in.body.constData());
        QCOMPARE(signIn(*m_one, code).status, 401);
        QCOMPARE(signIn(*m_two, code).status, 401);
        // Confirms nothing either, and is used up after a restart, too.
        const Answer confirmation =
            m_one->sendAs(tokenOf(in), "POST", u"/api/v1/session/confirmation"_s,
                          object({{u"digest"_s, QString(64, u'a')}, {u"code"_s, code}}));
        QCOMPARE(confirmation.status, 401);
        QCOMPARE(m_one->stop(), 0);
        startBoth(m_one->keyFile);
        QCOMPARE(signIn(one(), code).status, 401);
        QCOMPARE(signIn(one(), m_recovery.codes.first()).status, 200);
        QCOMPARE(signIn(*m_two, m_recovery.codes.first()).status, 401);
    }

    void codesCountOnceForManyAtATime_data()
    {
        QTest::addColumn<bool>("isRecovery");
        QTest::newRow("one-time code") << false;
        QTest::newRow("recovery code") << true;
    }
    void codesCountOnceForManyAtATime()
    {
        QFETCH(bool, isRecovery);
        const QString code = isRecovery ? m_recovery.codes.first() : nextCode();
        const QByteArray body =
            object({{u"user"_s, u"ann"_s}, {u"password"_s, u"ann's password"_s}, {u"code"_s, code}});
        QNetworkAccessManager network;
        std::vector<std::unique_ptr<QNetworkReply>> replies;
        for (int i = 0; i < 4; ++i) {
            for (const RunningServer *server : {m_one.get(), m_two.get()}) {
                QNetworkRequest request(server->url.resolved(QUrl(u"/api/v1/session"_s)));
                request.setRawHeader("Content-Type", "application/json");
                replies.emplace_back(network.post(request, body));
            }
        }
        int in = 0;
        for (const auto &reply : replies) {
            QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 120'000);
            const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            QVERIFY2(status == 200 || status == 401, QByteArray::number(status).constData());
            in += status == 200;
        }
        QCOMPARE(in, 1);
    }

    // Whoever has the password guesses the code, here and there.
    void guessesAtTheCodeAreCountedTogether()
    {
        int asked = 0;
        for (int guess = 0; guess < 30; ++guess) {
            const QString code = u"%1"_s.arg(guess, 6, 10, QLatin1Char('0'));
            const qint64 now = Instant::now().msecs / 30'000;
            const QStringList right{codeAt(now - 1), codeAt(now), codeAt(now + 1), codeAt(now + 2)};
            if (right.contains(code))
                continue;
            const Answer refused = signIn(guess % 2 == 0 ? *m_one : *m_two, code);
            QVERIFY2(refused.status == 401 && !refused.body.contains("code-needed"),
                     refused.body.constData());
            ++asked;
        }
        const auto most = [&](const QString &what) {
            return PostgresServer::running()
                .number(u"SELECT max(%1) FROM rolewright.attempt"_s.arg(what),
                        PostgresLocation::parse(m_one->store)->database)
                .value();
        };
        const qint64 tried = most(u"failures"_s);
        QVERIFY2(tried > FreeAttempts && tried < asked, QByteArray::number(tried).constData());
        while (most(u"not_before"_s) - Instant::now().msecs < 5'000)
            signIn(*m_one, u"no code"_s);
        QCOMPARE(signIn(*m_two, m_recovery.codes.first()).status, 401); // right, and waits like the others
    }

    void checkpointsVerifyElsewhere()
    {
        const Run signedPoint = where(m_one->keyFile, {u"log"_s, u"checkpoint"_s});
        QVERIFY2(signedPoint.status == 0, signedPoint.err.constData());
        const QString kept = write("kept", signedPoint.out);
        const QString key =
            QString::fromLatin1(publicKeyOf(readKeyFile(m_one->keyFile).value().signing).toHex());
        const QByteArray token = tokenOf(signIn(*m_one, nextCode()));
        const Answer made =
            m_one->change(token, R"({"add": "user", "value": {"id": "zoe"}})", u"ann's password"_s);
        QVERIFY2(made.status == 200, made.body.constData());
        // By who has a database login and not the keys.
        const QString direct =
            PostgresServer::running().location(u"ann"_s, PostgresLocation::parse(m_one->store)->database);
        const auto verify = [&] {
            return run({u"--store"_s, direct, u"--password-file"_s, path("ann"), u"log"_s, u"verify"_s,
                        u"--checkpoints"_s, kept, u"--key"_s, key});
        };
        const Run good = verify();
        QVERIFY2(good.status == 0 && good.out.contains("sealed to event"), (good.out + good.err).constData());
        // Whoever owns the database rewrites an event.
        const auto rewrite = [&](const QByteArray &summary) {
            return PostgresServer::running().run("UPDATE rolewright.event SET summary = " + summary
                                                     + " WHERE sequence = 3",
                                                 PostgresLocation::parse(m_one->store)->database);
        };
        QVERIFY(rewrite("summary || '!'"));
        const Run bad = verify();
        QVERIFY(rewrite("left(summary, -1)"));
        QVERIFY2(bad.status == 1 && bad.out.contains("the first event that is not: 3"),
                 (bad.out + bad.err).constData());
    }

    // Where the server runs, with its login: the owner of the seeds.
    void keysAreRotated()
    {
        const QString database = PostgresLocation::parse(m_one->store)->database;
        const QString direct = PostgresServer::running().location(u"ann"_s, database);
        const QString fresh = path("fresh");
        const Run refused =
            run({u"--store"_s, direct, u"--password-file"_s, path("ann"), u"--key-file"_s, m_one->keyFile,
                 u"--confirm"_s, u"keys"_s, u"rotate"_s, u"--new-key-file"_s, path("unused")});
        QVERIFY2(refused.status == 2 && refused.err.contains("--server-password-file"),
                 refused.err.constData());
        write("code", m_recovery.codes.at(0).toUtf8());
        const Run rotated =
            run({u"--store"_s, m_one->store, u"--server-password-file"_s, m_one->passwordFile(), u"--user"_s,
                 u"ann"_s, u"--password-file"_s, path("ann"), u"--code-file"_s, path("code"), u"--key-file"_s,
                 m_one->keyFile, u"--confirm"_s, u"keys"_s, u"rotate"_s, u"--new-key-file"_s, fresh});
        QVERIFY2(rotated.status == 0, (rotated.out + rotated.err).constData());
        // Servers that still have the old ones write nothing.
        const Answer old = signIn(*m_two, m_recovery.codes.at(1));
        QVERIFY2(old.status != 200, old.body.constData());
        QCOMPARE(m_one->stop(), 0);
        startBoth(fresh);
        const QString code = nextCode(); // of the same seed, encrypted anew
        QCOMPARE(signIn(one(), code).status, 200);
        QCOMPARE(signIn(*m_two, code).status, 401);
    }

    // In a file that takes the place of the old one: who is signed in goes on, without a restart.
    void rotatedKeysAreTakenUpWhileItRuns()
    {
        const QByteArray token = tokenOf(signIn(*m_one, m_recovery.codes.at(0)));
        QVERIFY(!token.isEmpty());
        write("code", m_recovery.codes.at(1).toUtf8());
        const QString fresh = path("fresh");
        const Run rotated =
            run({u"--store"_s, m_one->store, u"--server-password-file"_s, m_one->passwordFile(), u"--user"_s,
                 u"ann"_s, u"--password-file"_s, path("ann"), u"--code-file"_s, path("code"), u"--key-file"_s,
                 m_one->keyFile, u"--confirm"_s, u"keys"_s, u"rotate"_s, u"--new-key-file"_s, fresh});
        QVERIFY2(rotated.status == 0, (rotated.out + rotated.err).constData());
        const auto add = [&](const QByteArray &user) {
            return m_one->change(token, R"({"add": "user", "value": {"id": ")" + user + R"("}})",
                                 u"ann's password"_s);
        };
        const Answer refused = add("early");
        QVERIFY2(refused.status == 403, refused.body.constData());
        // Other keys, which do not seal the store, change nothing.
        const QString own = m_one->keyFile;
        QVERIFY(QFile::rename(own, path("old")));
        QVERIFY(makeKeyFile(own, newStoreKeys()));
        QCOMPARE(add("strange").status, 403);
        QCOMPARE(::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(own).constData()), 0);
        const Answer made = add("zoe");
        QVERIFY2(made.status == 200, made.body.constData());
        // Of the same seed, encrypted anew; later than the one that set it up, however long this took.
        const QString code = codeAt(std::max(m_step + 1, Instant::now().msecs / 30'000));
        QCOMPARE(signIn(*m_two, code).status, 200);
        QCOMPARE(signIn(*m_one, code).status, 401);
        m_one->signal(SIGHUP);
        QTRY_VERIFY_WITH_TIMEOUT(m_one->log().contains("store-keys-reloaded"), 30'000);
        QCOMPARE(add("yan").status, 200);
    }

    void aLostCodeIsTakenAwayWithTheKeys()
    {
        const Run without = where(path("none"), {u"keys"_s, u"recover"_s, u"ann"_s});
        QVERIFY(without.status != 0);
        const Run taken = where(m_one->keyFile, {u"keys"_s, u"recover"_s, u"ann"_s});
        QVERIFY2(taken.status == 0, (taken.out + taken.err).constData());
        const Answer in = signIn(*m_two, {});
        QVERIFY2(in.status == 200, in.body.constData());
        const Answer log = confirmed(*m_two, tokenOf(in), "GET", u"/api/v1/audit?action=code.recover"_s);
        QVERIFY2(log.status == 200 && log.body.contains("at the console with the keys"),
                 log.body.constData());
    }

    void aTrailIsAcceptedWithNewKeys()
    {
        const QString fresh = path("fresh");
        write("code", m_recovery.codes.at(0).toUtf8());
        const Run accepted =
            run({u"--store"_s, m_one->store, u"--server-password-file"_s, m_one->passwordFile(), u"--user"_s,
                 u"ann"_s, u"--password-file"_s, path("ann"), u"--code-file"_s, path("code"), u"--key-file"_s,
                 fresh, u"keys"_s, u"accept"_s, u"--new-keys"_s});
        QVERIFY2(accepted.status == 0, (accepted.out + accepted.err).constData());
        QCOMPARE(m_one->stop(), 0);
        startBoth(fresh);
        // The seeds are gone with the old keys; a recovery code is not.
        QVERIFY(signIn(one(), nextCode()).status != 200);
        QCOMPARE(signIn(*m_two, m_recovery.codes.at(1)).status, 200);
    }
};

QTEST_GUILESS_MAIN(TestSealedDatabase)
#include "tst_sealeddatabase.moc"
