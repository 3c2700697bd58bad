// SPDX-License-Identifier: Apache-2.0
#include "core/security/keychain.h"
#include "core/security/storekeys.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <csignal>

using namespace rolewright;
using namespace Qt::StringLiterals;

// A real keyring: there, locked, slow, and dying in the middle of a call.
class TestKeychain : public QObject
{
    Q_OBJECT

private:
    Keychain m_keychain;

    using Entry = Result<std::shared_ptr<const Secret>>;
    static Secret secret(QByteArray text) { return Secret::taking(text); }
    Entry read(const QString &name)
    {
        std::optional<Entry> answer;
        m_keychain.read(name, this, [&](const Entry &read) { answer = read; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 10'000))
            qFatal("the keychain never answers");
        return *answer;
    }
    Status write(const QString &name, const QByteArray &value)
    {
        std::optional<Status> answer;
        m_keychain.write(name, secret(value), this, [&](const Status &written) { answer = written; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 10'000))
            qFatal("the keychain never answers");
        return *answer;
    }
    static QByteArray textOf(const Entry &entry)
    {
        return entry && *entry ? QByteArray((*entry)->data(), (*entry)->size()) : QByteArray();
    }
    static QByteArray call(const QStringList &arguments)
    {
        QProcess gdbus;
        gdbus.start(u"gdbus"_s, QStringList{u"call"_s, u"--session"_s} + arguments);
        if (!gdbus.waitForFinished() || gdbus.exitCode() != 0)
            qFatal("gdbus: %s", gdbus.readAllStandardError().constData());
        return gdbus.readAllStandardOutput();
    }
    // The keyring that this session started, and no other.
    static pid_t daemon()
    {
        const QByteArray answer =
            call({u"--dest"_s, u"org.freedesktop.DBus"_s, u"--object-path"_s, u"/"_s, u"--method"_s,
                  u"org.freedesktop.DBus.GetConnectionUnixProcessID"_s, u"org.freedesktop.secrets"_s});
        return answer.mid(answer.indexOf("32 ") + 3).split(',').first().toInt();
    }
    static void lock()
    {
        call({u"--dest"_s, u"org.freedesktop.secrets"_s, u"--object-path"_s, u"/org/freedesktop/secrets"_s, u"--method"_s,
              u"org.freedesktop.Secret.Service.Lock"_s, u"[\"/org/freedesktop/secrets/collection/login\"]"_s});
    }

private Q_SLOTS:
    void init() { m_keychain.setPatience(5000); }

    void itKeepsWhatItIsGiven()
    {
        QVERIFY(!read(u"nothing"_s).value());
        QVERIFY(write(u"a"_s, "one"));
        QVERIFY(write(u"b"_s, QByteArray("\0\xff\n", 3)));
        QCOMPARE(textOf(read(u"a"_s)), QByteArray("one"));
        QCOMPARE(textOf(read(u"b"_s)), QByteArray("\0\xff\n", 3));
        QVERIFY(write(u"a"_s, "two"));
        QCOMPARE(textOf(read(u"a"_s)), QByteArray("two"));
        const StoreKeys keys = newStoreKeys();
        const Secret line = toLine(keys);
        QVERIFY(write(u"keys"_s, QByteArray(line.data(), line.size())));
        const QByteArray kept = textOf(read(u"keys"_s));
        QCOMPARE(parseStoreKeys(secret(kept))->signing.size(), 32);
        std::optional<Status> removed;
        m_keychain.remove(u"a"_s, this, [&](const Status &status) { removed = status; });
        QTRY_VERIFY(removed);
        QVERIFY(*removed);
        QVERIFY(!read(u"a"_s).value());
    }

    void nobodyIsToldWhoIsGone()
    {
        bool told = false;
        {
            QObject context;
            m_keychain.read(u"b"_s, &context, [&](const Entry &) { told = true; });
        }
        QVERIFY(!read(u"nothing"_s).value());
        QVERIFY(!told);
    }

    // The event loop runs on meanwhile.
    void aSlowOneIsGivenUp()
    {
        const pid_t keyring = daemon();
        QVERIFY(keyring > 1);
        QCOMPARE(::kill(keyring, SIGSTOP), 0);
        m_keychain.setPatience(500);
        int ticks = 0;
        QTimer clock;
        connect(&clock, &QTimer::timeout, this, [&] { ++ticks; });
        clock.start(10);
        const Entry answer = read(u"b"_s);
        QCOMPARE(answer.error().code, ErrorCode::Unavailable);
        QVERIFY2(answer.error().message.contains(u"in time"_s), qPrintable(answer.error().message));
        QVERIFY2(ticks > 20, qPrintable(QString::number(ticks)));

        m_keychain.setPatience(60'000);
        QTimer::singleShot(100, &m_keychain, &Keychain::cancel);
        QCOMPARE(read(u"b"_s).error().code, ErrorCode::Cancelled);
        QCOMPARE(::kill(keyring, SIGCONT), 0);
        m_keychain.setPatience(5000);
        QCOMPARE(textOf(read(u"b"_s)), QByteArray("\0\xff\n", 3));
    }

    // It is not told apart from one that has nothing: so nothing is written over it either.
    void aLockedOneGivesNothingAway()
    {
        lock();
        const Entry answer = read(u"b"_s);
        QCOMPARE(textOf(answer), QByteArray());
        QVERIFY(!write(u"b"_s, "other"));
    }

    void oneThatDiesFails()
    {
        const pid_t keyring = daemon();
        QCOMPARE(::kill(keyring, SIGSTOP), 0);
        QTimer::singleShot(100, this, [keyring] { ::kill(keyring, SIGKILL); });
        const Entry answer = read(u"b"_s);
        QVERIFY(!answer || !*answer);
    }
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
