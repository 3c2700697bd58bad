// SPDX-License-Identifier: Apache-2.0
#include "core/security/attempts.h"
#include "tests/contract/guardtest.h"

#include <QElapsedTimer>

#include <sqlite3.h>

#include <thread>

using namespace rolewright;

// Who signs in to a guarded store, and who guesses.
class TestGuardSignIn : public GuardTest
{
    Q_OBJECT

private:
    // Guesses at ann that were looked at, as the store has counted them.
    qint64 looked()
    {
        qint64 most = 0;
        sqlite3 *database = nullptr;
        sqlite3_open(QFile::encodeName(m_fixture->path()).constData(), &database);
        const auto take = [](void *to, int, char **values, char **) {
            *static_cast<qint64 *>(to) = QByteArray(values[0]).toLongLong();
            return 0;
        };
        sqlite3_exec(database, "SELECT max(failures) FROM attempt", take, &most, nullptr);
        sqlite3_close(database);
        return most;
    }

private Q_SLOTS:
    void theAnswerToAWrongSignInIsAlwaysTheSame()
    {
        give(u"bob"_s, "bob's password");
        QSet<QString> answers;
        answers.insert(toText(signIn("nobody", "whatever it is").error())); // no such user
        answers.insert(toText(signIn("carl", "whatever it is").error())); // no password
        answers.insert(toText(signIn("ann", "wrong password").error()));
        QVERIFY(signIn("ann", "ann's password"));
        QVERIFY(commitConfirmed(sleeping("bob")));
        answers.insert(toText(signIn("bob", "bob's password").error())); // inactive
        for (int i = 0; i < 10; ++i)
            answers.insert(toText(signIn("nobody", "whatever it is").error())); // made to wait
        for (int i = 0; i < 10; ++i)
            answers.insert(toText(signIn("ann", "wrong password").error()));
        answers.insert(toText(signIn("ann", "ann's password").error())); // right, but made to wait
        QCOMPARE(answers.size(), 1);
        QVERIFY(!commit(R"({"add": "role", "value": {"name": "r"}})"));
    }

    // Nor does the time that it takes tell whether there is such a user.
    void theAnswerTakesAsLongForAnUnknownName()
    {
        QList<qint64> known, unknown;
        for (int i = 0; i < 11; ++i) {
            for (const auto &[user, times] : {std::pair("ann", &known), std::pair("nobody", &unknown)}) {
                m_now.msecs += LongestWait;
                QElapsedTimer timer;
                timer.start();
                QVERIFY(!signIn(user, "wrong password"));
                times->append(timer.nsecsElapsed());
            }
        }
        std::sort(known.begin(), known.end());
        std::sort(unknown.begin(), unknown.end());
        const double ratio = double(known.at(5)) / double(unknown.at(5));
        QVERIFY2(ratio > 0.75 && ratio < 1.33, qPrintable(QString::number(ratio)));
    }

    void guessesAreCountedAndSlowedDownAcrossRestarts()
    {
        for (int i = 0; i < 30; ++i) {
            QVERIFY(!signIn("ann", "wrong password"));
            m_fixture->reopen(Backend::Sqlite);
        }
        QVERIFY(!signIn("ann", "ann's password"));
        const QStringList seen = events(u"session.open"_s);
        QCOMPARE(seen.size(), 1); // one of six that were looked at
        QVERIFY(seen.first().endsWith(u"failed attempts as ann: 1"_s));
        // The last administrator waits half a minute at the most, and is let in then.
        m_now.msecs += LongestWaitOfTheLast;
        QVERIFY(signIn("ann", "ann's password"));
        QVERIFY(signIn("ann", "ann's password"));
    }

    void manyGuessesFindNothing_data()
    {
        QTest::addColumn<bool>("confirms");
        QTest::newRow("signing in") << false;
        QTest::newRow("confirming") << true;
    }
    // A slice of the 10,000 of the figures: those that are not looked at cost a look-up. As fast as a program tries them.
    void manyGuessesFindNothing()
    {
        QFETCH(bool, confirms);
        const int guesses = qEnvironmentVariable("ROLEWRIGHT_FAULTS") == u"all" ? 10'000 : 300;
        if (confirms)
            QVERIFY(signIn("ann", "ann's password"));
        const QByteArray digest = operationDigest(u"policy.export"_s, u"x"_s);
        for (int i = 0; i < guesses; ++i) {
            m_now.msecs += 10;
            QVERIFY(confirms ? !guard().confirm(digest, secret("wrong password"), occasion())
                             : !signIn("ann", "wrong password"));
        }
        QVERIFY2(looked() >= FreeAttempts && looked() <= 100, qPrintable(QString::number(looked())));
        QVERIFY(!confirms || needsConfirmation(guard().perform(u"policy.export"_s, u"x"_s, occasion()).error()));
        m_now.msecs += LongestWaitOfTheLast;
        QVERIFY(signIn("ann", "ann's password"));
    }

    // Ways in share the counter: who is made to wait in one waits in the other.
    void guessesAreCountedTogether()
    {
        QVERIFY(signIn("ann", "ann's password"));
        for (int i = 0; i < 10; ++i)
            QVERIFY(!guard().confirm({}, secret("wrong password"), occasion()));
        QVERIFY(!signIn("ann", "ann's password"));
        m_now.msecs += LongestWaitOfTheLast;
        QVERIFY(signIn("ann", "ann's password"));
    }

    // Each has a first attempt, and to make names up needs no password.
    void namesThatAreMadeUpDoNotFillTheTrail()
    {
        const qint64 before = store().events({}).value().first().sequence;
        for (int i = 0; i < 12; ++i)
            QVERIFY(!signIn(QByteArray("nobody" + QByteArray::number(i)).constData(), "whatever it is"));
        const QStringList seen = events(u"session.open"_s);
        QCOMPARE(store().events({}).value().first().sequence, before + 2);
        QVERIFY(std::any_of(seen.begin(), seen.end(),
                            [](const QString &event) { return event.endsWith(u"somebody unknown: 10"_s); }));
        QVERIFY(!signIn("ann", "wrong password")); // who is there is counted apart
        QCOMPARE(store().events({}).value().first().sequence, before + 3);
    }

    void namesThatAreNoUsersAreNotKept()
    {
        QVERIFY(!signIn("hunter2, typed into the wrong field", "x"));
        store().verifyTrail().value();
        m_fixture->store.reset();
        QFile file(m_fixture->path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains("hunter2") && !bytes.contains("ann's password"));
        QVERIFY(bytes.contains("$argon2id$v=19$m=65536,t=3,p=1$"));
        m_fixture->reopen(Backend::Sqlite);
    }

    void whoIsMadeAgainHasNoPassword()
    {
        give(u"bob"_s, "bob's password");
        QVERIFY(signIn("bob", "bob's password"));
        QVERIFY(signIn("ann", "ann's password"));
        QVERIFY(commitConfirmed(R"({"remove": "user", "id": "bob"})"));
        QVERIFY(commitConfirmed(
            R"({"add": "user", "value": {"id": "bob", "assignments": [{"role": "people"}]}})"));
        QVERIFY(!signIn("bob", "bob's password"));
    }

    void aRenamedUserKeepsThePassword()
    {
        give(u"bob"_s, "bob's password");
        QVERIFY(signIn("ann", "ann's password"));
        QVERIFY(commitConfirmed(R"({"rename": "user", "was": "bob", "to": "robert"})"));
        QVERIFY(signIn("robert", "bob's password"));
        QVERIFY(!signIn("bob", "bob's password"));
    }

    void aNewPasswordEndsTheSessionsOfTheOldOne()
    {
        give(u"bob"_s, "bob's password");
        auto other = openStore(m_fixture->path()).value();
        QVERIFY(other->guard()->signIn(u"bob"_s, secret("bob's password"), occasion()));
        // Nor does a session come back when the password is taken away and the same one set again.
        QVERIFY(signIn("ann", "ann's password"));
        QVERIFY(guard().confirm(operationDigest(u"credential.remove"_s, u"bob"_s), secret("ann's password"),
                                occasion()));
        QVERIFY(guard().removeCredential(u"bob"_s, occasion()));
        give(u"bob"_s, "bob's password");
        const Status again = other->guard()->confirm({}, secret("bob's password"), occasion());
        QVERIFY(!again);
        QVERIFY2(again.error().message.contains(u"nobody is signed in"), qPrintable(again.error().message));
        give(u"bob"_s, "bob's new password");
        QVERIFY(!other->commit(change(R"({"add": "user", "value": {"id": "dan"}})"), by(u"bob"_s)));
        QVERIFY(!other->guard()->signIn(u"bob"_s, secret("bob's password"), occasion()));
        QVERIFY(other->guard()->signIn(u"bob"_s, secret("bob's new password"), occasion()));
        // One's own, with what one has.
        QCOMPARE(other->guard()->setPassword(u"bob"_s, secret("third password"), occasion()).error().code,
                 ErrorCode::NotPermitted);
        QVERIFY(other->guard()->confirm(operationDigest(u"credential.change"_s, u"bob"_s),
                                        secret("bob's new password"), occasion()));
        QVERIFY(other->guard()->setPassword(u"bob"_s, secret("third password"), occasion()));
        QVERIFY(other->guard()->signIn(u"bob"_s, secret("third password"), occasion()));
    }

    void weakHashesAreRenewed()
    {
        m_fixture->store.reset();
        const QByteArray weak = hashPassword(secret("ann's password"), {1, 8 * 1024 * 1024}).value();
        sqlite3 *database = nullptr;
        QCOMPARE(sqlite3_open(QFile::encodeName(m_fixture->path()).constData(), &database), SQLITE_OK);
        const QByteArray sql = QByteArray("UPDATE credential SET password = 'HASH'").replace("HASH", weak);
        QCOMPARE(sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(database);
        m_fixture->reopen(Backend::Sqlite);
        QVERIFY(signIn("ann", "ann's password"));
        m_fixture->store.reset();
        QFile file(m_fixture->path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("$argon2id$v=19$m=65536,t=3,p=1$"));
        m_fixture->reopen(Backend::Sqlite);
        QVERIFY(signIn("ann", "ann's password"));
    }

    // Guesses of many programs at once are as many guesses.
    void guessesAtOnceAreCountedEach()
    {
        constexpr int Programs = 4;
        std::vector<std::thread> threads;
        for (int i = 0; i < Programs; ++i) {
            threads.emplace_back([path = m_fixture->path()] {
                auto other = openStore(path);
                for (int k = 0; k < 5; ++k) {
                    const Status refused =
                        (*other)->guard()->signIn(u"ann"_s, secret("wrong password"), {u"test"_s, noon, {}});
                    Q_ASSERT(!refused);
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QVERIFY(!signIn("ann", "ann's password")); // six were looked at: the seventh waits
    }
};

QTEST_GUILESS_MAIN(TestGuardSignIn)
#include "tst_guardsignin.moc"
