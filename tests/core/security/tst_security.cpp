// SPDX-License-Identifier: Apache-2.0
#include "core/security/attempts.h"
#include "core/security/onetimecode.h"
#include "core/security/password.h"
#include "core/security/recoverycode.h"

#include <QProcess>
#include <QSet>
#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

const PasswordCost cheap{1, 8 * 1024 * 1024};

Secret secret(const char *text)
{
    QByteArray bytes(text);
    return Secret::taking(bytes);
}

// Programs of other people, as judges.
QByteArray run(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForStarted())
        qFatal("%s is not installed: ./dev deps installs it", qPrintable(program));
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished();
    return process.readAllStandardOutput().trimmed();
}

} // namespace

class TestSecurity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPasswordIsVerified()
    {
        const QByteArray hash = hashPassword(secret("correct horse"), cheap).value();
        QVERIFY(hash.startsWith("$argon2id$v=19$m=8192,t=1,p=1$"));
        QVERIFY(verifyPassword(hash, secret("correct horse")));
        QVERIFY(!verifyPassword(hash, secret("correct hors")));
        QVERIFY(!verifyPassword(hash, secret("")));
        QVERIFY(!verifyPassword({}, secret("correct horse")));
        QVERIFY(!verifyPassword("$argon2id$v=19$m=8192,t=1,p=1$x", secret("correct horse")));
        QVERIFY(hashPassword(secret("correct horse"), cheap).value() != hash); // salted
        QVERIFY(!verifyPassword(hashOfNobody(), secret("")));
    }

    void risenParametersAreNoticed()
    {
        const QByteArray hash = hashPassword(secret("correct horse"), cheap).value();
        QVERIFY(!needsRehash(hash, cheap));
        QVERIFY(needsRehash(hash, {2, cheap.memory}));
        QVERIFY(needsRehash(hash, {1, 2 * cheap.memory}));
        QVERIFY(needsRehash(hash));
        QVERIFY(hashPassword(secret("correct horse")).value().startsWith("$argon2id$v=19$m=65536,t=3,p=1$"));
    }

    // What the reference implementation's program says of the same salt and parameters.
    void theHashIsTheReferenceImplementations()
    {
        const QByteArray theirs = run(
            u"argon2"_s,
            {u"somesaltsomesalt"_s, u"-id"_s, u"-t"_s, u"1"_s, u"-k"_s, u"8192"_s, u"-p"_s, u"1"_s, u"-e"_s},
            "correct horse");
        QVERIFY2(theirs.startsWith("$argon2id$"), theirs.constData());
        QVERIFY(verifyPassword(theirs, secret("correct horse")));
        QVERIFY(!verifyPassword(theirs, secret("correct house")));
    }

    void passwordsHaveALength()
    {
        QVERIFY(problemOfPassword(secret("1234567")));
        QVERIFY(!problemOfPassword(secret("12345678")));
        QVERIFY(problemOfPassword(secret(QByteArray(1025, 'x').constData())));
    }

    void codesAreThoseOfOathtool()
    {
        for (int i = 0; i < 50; ++i) {
            const Secret seed = newSeed();
            const Instant now{1'790'000'000'000 + i * 17'000};
            const QString at = u"@%1"_s.arg(now.msecs / 1000);
            const QString code =
                QString::fromLatin1(run(u"oathtool"_s, {u"--totp"_s, u"-b"_s, u"-N"_s, at, toBase32(seed)}));
            QCOMPARE(code.size(), 6);
            QCOMPARE(matchingStep(seed, code, now, 0), std::optional(now.msecs / 30'000));
        }
    }

    // RFC 6238, appendix B, in six digits.
    void codesAreThoseOfTheStandard()
    {
        const Secret seed = secret("12345678901234567890");
        const auto at = [&](qint64 seconds, const QString &code) {
            return matchingStep(seed, code, {seconds * 1000}, -1).has_value();
        };
        QVERIFY(at(59, u"287082"_s));
        QVERIFY(at(1'111'111'109, u"081804"_s));
        QVERIFY(at(1'234'567'890, u"005924"_s));
        QVERIFY(at(20'000'000'000, u"353130"_s));
        QVERIFY(!at(59, u"287083"_s));
        QVERIFY(!at(59, u"87082"_s));
        QVERIFY(!at(59, QString()));
        QVERIFY(!at(59, u"２８７０８２"_s));
    }

    void aCodeCountsOnceAndForAMinuteOrSo()
    {
        const Secret seed = secret("12345678901234567890");
        const QString code = u"081804"_s; // of step 37037036
        const qint64 step = 37'037'036;
        const auto match = [&](qint64 seconds, qint64 last) {
            return matchingStep(seed, code, {seconds * 1000}, last).value_or(-1);
        };
        QCOMPARE(match(step * 30, 0), step);
        QCOMPARE(match(step * 30 - 1, 0), step);
        QCOMPARE(match(step * 30 + 59, 0), step);
        QCOMPARE(match(step * 30 + 60, 0), -1);
        QCOMPARE(match(step * 30 - 31, 0), -1);
        QCOMPARE(match(step * 30, step), -1); // again
        QCOMPARE(match(step * 30, step + 1), -1); // after the clock was set back
    }

    void anAuthenticatorReadsTheEnrolment()
    {
        QCOMPARE(enrolmentUri(secret("12345678901234567890"), u"acme"_s, u"a b&c"_s),
                 u"otpauth://totp/Rolewright%20acme:a%20b%26c?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer="
                 "Rolewright%20acme&algorithm=SHA1&digits=6&period=30"_s);
    }

    void base32IsTheStandards()
    {
        QCOMPARE(toBase32(secret("")), QString());
        QCOMPARE(toBase32(secret("f")), u"MY"_s);
        QCOMPARE(toBase32(secret("fo")), u"MZXQ"_s);
        QCOMPARE(toBase32(secret("foobar")), u"MZXW6YTBOI"_s);
    }

    void recoveryCodesAreDistinctAndReadable()
    {
        const RecoveryCodes made = newRecoveryCodes();
        QCOMPARE(made.codes.size(), 10);
        QCOMPARE(QSet<QByteArray>(made.hashes.begin(), made.hashes.end()).size(), 10);
        QCOMPARE(made.codes.first().size(), 19);
        QCOMPARE(recoveryHash(made.codes.first()), made.hashes.first());
        QCOMPARE(recoveryHash(made.codes.first().toLower().replace(u'-', u' ')), made.hashes.first());
        QVERIFY(recoveryHash(made.codes.first().mid(1)) != made.hashes.first());
    }

    void guessesWaitLongerAndLonger()
    {
        Attempts attempts;
        Instant now{1'790'000'000'000};
        QList<qint64> waits;
        for (int i = 0; i < 18; ++i) {
            QVERIFY(mayTry(attempts, now, LongestWait));
            attempts = tried(attempts, now, LongestWait);
            const qint64 wait = attempts.notBefore.msecs - now.msecs;
            waits.append(wait / 1000);
            QVERIFY(wait == 0 || !mayTry(attempts, {now.msecs + wait - 1}, LongestWait));
            now.msecs += wait;
        }
        QCOMPARE(waits, (QList<qint64>{0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900}));
        QVERIFY(mayTry(attempts, {now.msecs - 2 * LongestWait},
                       LongestWait)); // the clock was wrong: not locked for good
        Attempts last;
        for (int i = 0; i < 100; ++i)
            last = tried(last, now, LongestWaitOfTheLast);
        QCOMPARE(last.notBefore.msecs - now.msecs, LongestWaitOfTheLast);
    }

    // 10,000 guesses as fast as they come, a millisecond each: few are looked at.
    void manyGuessesAreNotLookedAt()
    {
        Attempts attempts;
        int looked = 0;
        for (qint64 i = 0; i < 10'000; ++i) {
            const Instant now{1'790'000'000'000 + i};
            if (!mayTry(attempts, now, LongestWait))
                continue;
            attempts = tried(attempts, now, LongestWait);
            ++looked;
        }
        QVERIFY2(looked <= 100, qPrintable(QString::number(looked)));
    }
};

QTEST_GUILESS_MAIN(TestSecurity)
#include "tst_security.moc"
