// SPDX-License-Identifier: Apache-2.0
#include "core/security/attempts.h"
#include "core/security/onetimecode.h"
#include "core/security/recoverycode.h"
#include "tests/contract/guardedstore.h"
#include "tests/support/authenticator.h"

#include <thread>

using namespace rolewright;

// One-time codes of a guarded store: asked for, once each, and what helps where they are lost.
class TestGuardCodes : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<GuardedStore> m_place;
    StoreKeys m_keys = newStoreKeys();
    Secret m_seed;
    RecoveryCodes m_recovery;

    StoreGuard &guard() { return m_place->guard(); }
    Occasion occasion() { return m_place->occasion(); }
    QString code() { return codeOf(m_seed, m_place->now); }
    QStringList codesNow() const
    {
        const qint64 now = m_place->now.msecs;
        return {codeOf(m_seed, {now - 30'000}), codeOf(m_seed, {now}), codeOf(m_seed, {now + 30'000})};
    }
    void nextStep() { m_place->now.msecs += 30'000; }
    Status signIn(const QString &code)
    {
        return guard().signIn(u"ann"_s, {GuardedStore::passwordOf(u"ann"_s), code}, occasion());
    }
    Status setUp()
    {
        if (Status status = m_place->signIn(u"ann"_s); !status)
            return status;
        if (Status status = m_place->confirm(u"ann"_s, u"code.change"_s, u"ann"_s); !status)
            return status;
        return guard().setCode(m_seed, code(), m_recovery.hashes, occasion());
    }

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<GuardedStore>(R"(, {"add": "user", "value": {"id": "bob"}})");
        m_seed = newSeed();
        m_recovery = newRecoveryCodes();
        guard().useKeys(m_keys);
        const Status status = setUp();
        QVERIFY2(status, qPrintable(status ? QString() : toText(status.error())));
        nextStep();
    }

    void cleanup() { QVERIFY(!m_place->store().verifyTrail()->firstBad); }

    void itIsAskedForAfterThePassword()
    {
        QVERIFY(needsCode(signIn({}).error()));
        QVERIFY(!guard().isSignedIn());
        const Status wrong = guard().signIn(u"ann"_s, {secret("wrong password"), code()}, occasion());
        QVERIFY(!wrong && !needsCode(wrong.error()));
        QVERIFY(!signIn(u"000000"_s) || code() == u"000000"_s);
        QVERIFY(signIn(code()));
        QVERIFY(guard().isSignedIn());
        QCOMPARE(guard().credentials().value(), (QList<CredentialState>{{u"ann"_s, true, 10}}));
    }

    void itCountsOnce()
    {
        const QString used = code();
        QVERIFY(signIn(used));
        QVERIFY(!signIn(used));
        m_place->fixture->reopen(Backend::Sqlite); // a restart
        guard().useKeys(m_keys);
        QVERIFY(!signIn(used));
        m_place->now.msecs -= 60'000; // a clock set back
        QVERIFY(!signIn(used));
        QVERIFY(!signIn(code()));
        m_place->now.msecs += 90'000;
        QVERIFY(signIn(code()));
    }

    void itCountsOnceForManyAtATime()
    {
        const QString used = code();
        std::atomic_int in = 0;
        std::vector<std::thread> programs;
        for (int i = 0; i < 4; ++i) {
            programs.emplace_back([&] {
                auto other = openStore(m_place->fixture->path()).value();
                other->guard()->useKeys(m_keys);
                if (other->guard()->signIn(u"ann"_s, {GuardedStore::passwordOf(u"ann"_s), used}, occasion()))
                    ++in;
            });
        }
        for (std::thread &program : programs)
            program.join();
        QCOMPARE(in.load(), 1);
    }

    void confirmsInThePlaceOfThePassword()
    {
        QVERIFY(signIn(code()));
        nextStep();
        const QByteArray digest = operationDigest(u"policy.export"_s, u"x"_s);
        QVERIFY(!guard().confirm(digest, {Secret(), u"000000"_s}, occasion()));
        const QString used = code();
        QVERIFY(guard().confirm(digest, {Secret(), used}, occasion()));
        QVERIFY(guard().perform(u"policy.export"_s, u"x"_s, occasion()));
        QVERIFY(!guard().confirm(digest, {Secret(), used}, occasion()));
        QVERIFY(!guard().confirm(digest, {Secret(), {}}, occasion()));
    }

    void recoveryCodesStandInOnceEach()
    {
        guard().signOut();
        m_place->fixture->reopen(Backend::Sqlite); // and need no keys
        QVERIFY(signIn(m_recovery.codes.first()));
        QVERIFY(!signIn(m_recovery.codes.first()));
        QVERIFY(signIn(m_recovery.codes.at(1).toLower().remove(u'-')));
        QCOMPARE(guard().credentials()->first().recoveryCodes, 8);
        QCOMPARE(signIn(code()).error().code, ErrorCode::Unavailable); // without the keys
        guard().useKeys(newStoreKeys());
        QCOMPARE(signIn(code()).error().code, ErrorCode::Unavailable); // with others
        guard().useKeys(m_keys);
        QVERIFY(signIn(code()));
    }

    void guessesAreSlowedDown()
    {
        const int guesses = qEnvironmentVariable("ROLEWRIGHT_FAULTS") == u"all" ? 10'000 : 60;
        for (int i = 0; i < guesses; ++i) {
            m_place->now.msecs += 10;
            if (i == guesses / 2) {
                m_place->fixture->reopen(Backend::Sqlite); // a restart
                guard().useKeys(m_keys);
            }
            const QString guess = u"%1"_s.arg(900'000 + i);
            if (!codesNow().contains(guess)) // a few of a million are right
                QVERIFY(!signIn(guess));
        }
        QVERIFY(!signIn(code())); // right, and has to wait like the others
        m_place->now.msecs += LongestWaitOfTheLast;
        QVERIFY(signIn(code()));
    }

    // Whoever has the password and a session that was left open has no more guesses at the code for confirming.
    void confirmingWithThePasswordForgetsNoGuesses()
    {
        QVERIFY(signIn(code()));
        const auto other = openStore(m_place->fixture->path()).value();
        other->guard()->useKeys(m_keys);
        const auto guess = [&] {
            return other->guard()->signIn(u"ann"_s, {GuardedStore::passwordOf(u"ann"_s), u"no code"_s}, occasion());
        };
        const QByteArray digest = operationDigest(u"policy.export"_s, u"x"_s);
        const auto confirm = [&] {
            return guard().confirm(digest, {GuardedStore::passwordOf(u"ann"_s), {}}, occasion());
        };
        for (int i = 0; i < FreeAttempts - 1; ++i) {
            QVERIFY(!guess());
            QVERIFY(confirm()); // counts for nothing itself
        }
        QVERIFY(!guess());
        QVERIFY(guard().nextAttempt(u"ann"_s)->msecs <= m_place->now.msecs);
        QVERIFY(confirm());
        QVERIFY(!guess());
        QVERIFY(guard().nextAttempt(u"ann"_s)->msecs > m_place->now.msecs);
        QVERIFY(!confirm()); // has to wait, too
        m_place->now.msecs += 2000;
        QVERIFY(confirm());
        nextStep();
        QVERIFY(signIn(code())); // all that she has: forgotten
        for (int i = 0; i < FreeAttempts; ++i)
            QVERIFY(!guess());
        QVERIFY(guard().nextAttempt(u"ann"_s)->msecs <= m_place->now.msecs);
    }

    void theSeedIsEncrypted()
    {
        m_place->fixture->store.reset();
        QFile file(m_place->fixture->path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains(QByteArray(m_seed.data(), m_seed.size())));
        QVERIFY(!bytes.contains(toBase32(m_seed).toUtf8()));
        for (const QString &recovery : std::as_const(m_recovery.codes))
            QVERIFY(!bytes.contains(recovery.toUtf8()));
        QVERIFY(bytes.contains("code.change"));
        m_place->fixture->reopen(Backend::Sqlite);
    }

    void anAdministratorTakesALostOneAway()
    {
        QVERIFY(signIn(code()));
        QVERIFY(m_place->confirm(u"ann"_s, u"credential.set"_s, u"bob"_s));
        QVERIFY(guard().setPassword(u"bob"_s, GuardedStore::passwordOf(u"bob"_s), occasion()));
        QVERIFY(m_place->signIn(u"bob"_s));
        QVERIFY(m_place->confirm(u"bob"_s, u"code.remove"_s, u"ann"_s));
        QCOMPARE(guard().removeCode(u"ann"_s, occasion()).error().code, ErrorCode::NotPermitted);
        const Secret seed = newSeed();
        QVERIFY(m_place->confirm(u"bob"_s, u"code.change"_s, u"bob"_s));
        QCOMPARE(guard().setCode(seed, u"12"_s, {}, occasion()).error().code, ErrorCode::Invalid);
        QVERIFY(m_place->confirm(u"bob"_s, u"code.change"_s, u"bob"_s));
        QVERIFY(guard().setCode(seed, codeOf(seed, m_place->now), {}, occasion()));
        QVERIFY(needsCode(m_place->signIn(u"bob"_s).error()));
        nextStep();
        QVERIFY(signIn(code()));
        QVERIFY(needsConfirmation(guard().removeCode(u"bob"_s, occasion()).error()));
        QVERIFY(m_place->confirm(u"ann"_s, u"code.remove"_s, u"bob"_s));
        QVERIFY(guard().removeCode(u"bob"_s, occasion()));
        QVERIFY(m_place->signIn(u"bob"_s));
        // A new password leaves the code; who is made again has neither.
        nextStep();
        QVERIFY(signIn(code()));
        QVERIFY(m_place->confirm(u"ann"_s, u"credential.change"_s, u"ann"_s));
        QVERIFY(guard().setPassword(u"ann"_s, GuardedStore::passwordOf(u"ann"_s), occasion()));
        QVERIFY(needsCode(signIn({}).error()));
    }
};

QTEST_GUILESS_MAIN(TestGuardCodes)
#include "tst_guardcodes.moc"
