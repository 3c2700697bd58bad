// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/guardedplace.h"
#include "tests/support/authenticator.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using rolewright::Instant;

// The keys of a store and one-time codes, on the command line.
class TestCliKeys : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<GuardedPlace> m_place;

    Run verify(const QString &keys = {}) const
    {
        QStringList arguments{u"--store"_s, m_place->store(), u"log"_s, u"verify"_s};
        if (!keys.isEmpty())
            arguments << u"--key-file"_s << keys;
        return run(arguments);
    }
    // Its secret and its recovery codes; the authenticator answers through a pipe.
    QByteArray setUpCode() const
    {
        const Run set = shell(uR"sh(
            mkfifo first
            $R --store guarded.rolewright --user ann --password-file ann --key-file guarded.keys --confirm \
                enrol ann --code --new-code-file first > shown &
            until grep -q '^secret' shown; do sleep 0.05; done
            oathtool --totp -b "$(sed -n 's/^secret //p' shown)" > first
            wait $!; status=$?; cat shown; exit $status)sh"_s,
                              m_place->folder());
        return set.status == 0 ? set.out : QByteArray();
    }
    static QString secretIn(const QByteArray &shown)
    {
        const qsizetype at = shown.indexOf("\nsecret ") + 8;
        return QString::fromLatin1(shown.mid(at, shown.indexOf('\n', at) - at));
    }

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<GuardedPlace>();
        const Run made = m_place->init();
        QVERIFY2(made.status == 0, made.err.constData());
    }

    void theTrailIsSealedAndAnchored()
    {
        QCOMPARE(m_place->apply(u"ann"_s, R"({"add": "user", "value": {"id": "zed"}})").status, 0);
        const Run verified = verify(m_place->keys());
        QVERIFY2(verified.status == 0, (verified.out + verified.err).constData());
        const QByteArray n = verified.out.split(' ').at(3).chopped(1);
        QCOMPARE(verified.out,
                 "intact to event " + n + ", sealed to event " + n + ", anchored to event " + n + "\n");
        const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(m_place->keys()) & others));
        QVERIFY(!(QFile::permissions(m_place->keys() + u".anchor"_s) & others));
    }

    void nothingIsWrittenWithoutThem()
    {
        const Run refused = shell(
            u"DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere $R --store guarded.rolewright --user ann --password-file ann apply - "
            "<<< '{\"rolewright-changes\": 1, \"changes\": [{\"add\": \"user\", \"value\": {\"id\": \"zed\"}}]}'"_s,
            m_place->folder());
        QCOMPARE(refused.status, 6);
        QVERIFY2(refused.err.contains("its keys are not at hand") && refused.err.contains("--key-file"),
                 refused.err.constData());
    }

    // Nowhere is not an answer.
    void withoutAKeychainAFileHasToBeNamed()
    {
        const QString init = u"DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere $R --store new.rolewright init --admin ann "
                             "--new-password-file ann"_s;
        const Run refused = shell(init, m_place->folder());
        QCOMPARE(refused.status, 5);
        QVERIFY2(refused.err.contains("--key-file") && refused.err.contains("--unsealed"), refused.err.constData());
        QVERIFY(!QFile::exists(m_place->path(u"new.rolewright"_s)));
        const Run unsealed = shell(init + u" --unsealed"_s, m_place->folder());
        QVERIFY2(unsealed.status == 0, unsealed.err.constData());
        QVERIFY2(unsealed.err.contains("not sealed"), unsealed.err.constData());
        const Run sealed = shell(u"$R --store new.rolewright --user ann --password-file ann --key-file new.keys --confirm "
                                 "keys enrol && $R --store new.rolewright --key-file new.keys log verify"_s,
                                 m_place->folder());
        QVERIFY2(sealed.status == 0 && sealed.out.contains("sealed to event"), sealed.err.constData());
    }

    void theKeychainKeepsThem()
    {
        m_place->write(u"change"_s,
                       "{\"rolewright-changes\": 1, \"changes\": [{\"add\": \"user\", \"value\": {\"id\": \"zed\"}}]}");
        const QString keyring = QStringLiteral(ROLEWRIGHT_SOURCE_DIR) + u"/tests/support/with-keyring.sh bash -euc '"_s;
        const QString here = u"$R --store kept.rolewright init --admin ann --new-password-file ann 2> said\n"
                             "grep ^rolewright-keys-1 said > paper\n"
                             "$R --store kept.rolewright --user ann --password-file ann apply change\n"
                             "$R --store kept.rolewright log verify\n"
                             "$R --store kept.rolewright --user ann --password-file ann keys list\n"
                             "$R --store kept.rolewright keys backup kept.keys\n"
                             "cmp paper kept.keys'\n"_s;
        const QString elsewhere = u"$R --store kept.rolewright log verify 2> said\n"
                                  "grep -q keychain said\n"
                                  "$R --store kept.rolewright keys restore kept.keys\n"
                                  "$R --store kept.rolewright log verify'"_s;
        const Run done = shell(u"set -e\n"_s + keyring + here + keyring + elsewhere, m_place->folder());
        QVERIFY2(done.status == 0, done.err.constData());
        QVERIFY2(done.out.contains("this installation"), done.out.constData());
        QCOMPARE(done.out.count("anchored to event"), 2);
    }

    void withoutAKeychain_data()
    {
        QTest::addColumn<QString>("keyring");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("there is none") << u"none"_s << QByteArray("The keychain failed");
        QTest::newRow("its prompt is denied") << u"locked"_s << QByteArray("The keychain was not opened");
    }
    // Keys never lie somewhere without one's saying so: nothing is made or written, and a file goes in its place.
    void withoutAKeychain()
    {
        QFETCH(QString, keyring);
        QFETCH(QByteArray, says);
        const QString as = u"--user ann --password-file ann "_s;
        const Run done = shell(
            u"KEYRING=%1 "_s.arg(keyring) + QStringLiteral(ROLEWRIGHT_SOURCE_DIR)
                + u"/tests/support/with-keyring.sh bash -uc '"
                  "$R --store new.rolewright init --admin ann --new-password-file ann 2> made; echo init $?\n"
                  "test -e new.rolewright; echo there $?\n"
                  "$R --store guarded.rolewright log verify 2> seen; echo verify $?\n"
                  "$R --store guarded.rolewright "_s
                + as + u"history 2> refused; echo history $?\n"
                       "$R --store guarded.rolewright --key-file guarded.keys "_s
                + as + u"history > /dev/null 2>&1; echo file $?'"_s,
            m_place->folder());
        QVERIFY2(done.out.contains("there 1\n") && done.out.contains("verify 0\n") && done.out.contains("file 0\n"),
                 (done.out + done.err).constData());
        QVERIFY2(done.out.contains("history 6\n") && !done.out.contains("init 0\n"), done.out.constData());
        QVERIFY2(m_place->read(u"made"_s).contains(says), m_place->read(u"made"_s).constData());
        for (const QString &file : {u"made"_s, u"seen"_s}) {
            const QByteArray said = m_place->read(file);
            QVERIFY2(said.contains("keychain") && said.contains("--key-file"), said.constData());
        }
        QVERIFY2(m_place->read(u"refused"_s).contains("its keys are not at hand"), m_place->read(u"refused"_s).constData());
    }

    void oneTimeCodes()
    {
        const QByteArray shown = setUpCode();
        QVERIFY(shown.contains("otpauth://totp/Rolewright%20guarded.rolewright:ann?secret="));
        QCOMPARE(shown.count("recovery code "), 10);
        QVERIFY(shown.contains("\u2588\u2580")); // a picture
        const QStringList change{u"apply"_s, u"-"_s};
        const QByteArray add = R"({"add": "user", "value": {"id": "zed"}})";
        const Run asked = shell(u"setsid -w $R --store guarded.rolewright --user ann --password-file ann --key-file "
                                "guarded.keys history"_s,
                                m_place->folder());
        QCOMPARE(asked.status, 2);
        QVERIFY2(asked.err.contains("--code-file"), asked.err.constData());
        // The code of the step in which it was set up is used; the next one counts already, as clocks differ.
        const Instant later{QDateTime::currentMSecsSinceEpoch() + 30'000};
        m_place->secret(u"code"_s, rolewright::codeOf(secretIn(shown), later).toUtf8());
        const Run done = m_place->apply(u"ann"_s, add, {u"--code-file"_s, m_place->path(u"code"_s)});
        QVERIFY2(done.status == 0, done.err.constData());
        QCOMPARE(m_place->as(u"ann"_s, {u"history"_s, u"--code-file"_s, m_place->path(u"code"_s)}).status, 6); // once
        const qsizetype at = shown.indexOf("recovery code ") + 14;
        m_place->secret(u"code"_s, shown.mid(at, 19));
        QCOMPARE(m_place->as(u"ann"_s, {u"history"_s, u"--code-file"_s, m_place->path(u"code"_s)}).status, 0);
        QCOMPARE(m_place->as(u"ann"_s, {u"history"_s, u"--code-file"_s, m_place->path(u"code"_s)}).status, 6);
        // All of it is lost: the keys stand in.
        QCOMPARE(m_place->as(u"ann"_s, {u"keys"_s, u"recover"_s, u"ann"_s}).status, 0);
        QCOMPARE(m_place->as(u"ann"_s, {u"history"_s}).status, 0);
        QVERIFY(m_place->as(u"ann"_s, {u"log"_s, u"--action"_s, u"code"_s}).out.contains("at the console"));
    }

    void keysAreRotated()
    {
        const QString fresh = m_place->path(u"fresh.keys"_s);
        QCOMPARE(m_place->as(u"ann"_s, {u"keys"_s, u"rotate"_s, u"--confirm"_s}).status, 2);
        const Run rotated =
            m_place->as(u"ann"_s, {u"keys"_s, u"rotate"_s, u"--confirm"_s, u"--new-key-file"_s, fresh});
        QVERIFY2(rotated.status == 0, rotated.err.constData());
        QCOMPARE(m_place->as(u"ann"_s, {u"history"_s}).status, 6); // with the old ones
        QCOMPARE(verify(fresh).status, 0);
    }

    void anOlderCopyIsRefusedUntilItIsAccepted()
    {
        const QByteArray older = m_place->read(u"guarded.rolewright"_s);
        QCOMPARE(m_place->apply(u"ann"_s, R"({"add": "user", "value": {"id": "zed"}})").status, 0);
        m_place->write(u"guarded.rolewright"_s, older);
        const Run found = verify(m_place->keys());
        QCOMPARE(found.status, 1);
        QVERIFY2(found.out.contains("older copy"), found.out.constData());
        QCOMPARE(m_place->as(u"ann"_s, {u"history"_s}).status, 6);
        const Run accepted = m_place->as(u"ann"_s, {u"keys"_s, u"accept"_s});
        QVERIFY2(accepted.status == 0, accepted.err.constData());
        QCOMPARE(m_place->as(u"ann"_s, {u"history"_s}).status, 0);
        QCOMPARE(verify(m_place->keys()).status, 0);
    }

    // The file that --key-file names is not there before these commands make it.
    void aFileOfKeysIsMadeWhereThereIsNone()
    {
        const Run made = shell(
            u"set -e\n"
            "as() { $R --store guarded.rolewright --user ann --password-file ann --confirm \"$@\"; }\n"
            "$R --store guarded.rolewright --key-file guarded.keys keys backup paper.keys\n"
            "$R --store guarded.rolewright --key-file back.keys keys restore paper.keys\n"
            "cmp back.keys guarded.keys\n"
            "as --key-file back.keys keys enrol $($R --store guarded.rolewright --key-file second.keys keys new)\n"
            "as --key-file second.keys history\n"
            "as --key-file newest.keys keys accept --new-keys\n"
            "as --key-file newest.keys history\n"
            "$R --store guarded.rolewright --key-file newest.keys log verify"_s,
            m_place->folder());
        QVERIFY2(made.status == 0 && made.out.contains("sealed to event"), (made.out + made.err).constData());
        QCOMPARE(m_place->as(u"ann"_s, {u"history"_s}).status, 6); // the keys that were lost
    }
};

QTEST_GUILESS_MAIN(TestCliKeys)
#include "tst_clikeys.moc"
