// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/guardedplace.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

// "log archive", and what the program and the stand-alone verifier say of its files and of the trail that
// goes on from them.
class TestCliArchive : public QObject
{
    Q_OBJECT

private:
    GuardedPlace m_place;
    QString m_key; // public

    // A moment after all that is there and before all that comes.
    static QString between()
    {
        QTest::qSleep(5);
        const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
        QTest::qSleep(5);
        return now;
    }
    Run archived(const QString &file, const QString &before) const
    {
        return m_place.as(
            u"ann"_s,
            {u"--confirm"_s, u"log"_s, u"archive"_s, u"--before"_s, before, u"-o"_s, m_place.path(file)});
    }
    void addUser(const QString &id) const
    {
        const Run done = m_place.apply(
            u"ann"_s, uR"({"add": "user", "value": {"id": "%1", "name": "Name of %1"}})"_s.arg(id).toUtf8());
        QVERIFY2(done.status == 0, done.err.constData());
    }
    Run verify(const QStringList &archives, const QStringList &more = {}) const
    {
        QStringList arguments{u"log"_s, u"verify"_s};
        for (const QString &file : archives)
            arguments << u"--archive"_s << m_place.path(file);
        return m_place.as(u"ann"_s, arguments + more);
    }
    // The trail of now, exported.
    Run verifier(const QString &more) const
    {
        const Run log = m_place.as(u"ann"_s, {u"--confirm"_s, u"log"_s, u"--json"_s});
        m_place.write(u"trail.jsonl"_s, log.out);
        return shell(u"python3 " ROLEWRIGHT_SOURCE_DIR "/resources/tools/verify-trail.py trail.jsonl "_s
                         + more,
                     m_place.folder());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_place.init().status, 0);
        m_key = QString::fromLatin1(m_place.as(u"ann"_s, {u"keys"_s, u"list"_s}).out.left(64));
        addUser(u"zed"_s);
        const Run kept = m_place.as(u"ann"_s, {u"log"_s, u"checkpoint"_s});
        m_place.write(u"early"_s, kept.out);
        const QString first = between();
        addUser(u"yan"_s);
        const Run one = archived(u"1.jsonl"_s, first);
        QVERIFY2(one.status == 0, one.err.constData());
        QVERIFY2(one.out.contains("the store begins with event"), one.out.constData());
        const QString second = between();
        addUser(u"xia"_s);
        const Run two = archived(u"2.jsonl"_s, second);
        QVERIFY2(two.status == 0, two.err.constData());
    }

    void theTrailGoesOnFromThem()
    {
        const Run alone = verify({});
        QVERIFY2(alone.status == 0 && alone.out.contains("those before were archived"),
                 (alone.out + alone.err).constData());
        const Run joined = verify({u"2.jsonl"_s, u"1.jsonl"_s});
        QVERIFY2(joined.status == 0 && joined.out.contains("intact in the archives from event 1 to "),
                 joined.out.constData());
        const Run json = verify({u"1.jsonl"_s, u"2.jsonl"_s}, {u"--json"_s});
        const QJsonDocument said = QJsonDocument::fromJson(json.out);
        QCOMPARE(said[u"archives"][u"from"].toInt(), 1);
        QCOMPARE(said[u"archives"][u"to"].toInt(), said[u"archivedTo"].toInt());
        QVERIFY(said[u"archivedTo"].toInt() > 0);
        QVERIFY(!m_place.as(u"ann"_s, {u"log"_s}).out.contains("add user zed"));
        QVERIFY(m_place.read(u"1.jsonl"_s).contains("Name of zed"));
        QVERIFY(
            m_place.read(u"2.jsonl"_s).startsWith(m_place.read(u"1.jsonl"_s).trimmed().split('\n').last()));
    }

    void checkpointsFromBeforeAreHeldAgainstThem()
    {
        const QStringList early{u"--checkpoints"_s, m_place.path(u"early"_s), u"--key"_s, m_key};
        const Run without = verify({}, early);
        QVERIFY2(without.status == 2 && without.err.contains("--archive"), without.err.constData());
        const Run with = verify({u"1.jsonl"_s, u"2.jsonl"_s}, early);
        QVERIFY2(with.status == 0, (with.out + with.err).constData());
        // The last line of an archive is one for the trail that follows.
        m_place.write(u"last"_s, m_place.read(u"2.jsonl"_s).trimmed().split('\n').last() + '\n');
        const Run last = verify({}, {u"--checkpoints"_s, m_place.path(u"last"_s), u"--key"_s, m_key});
        QVERIFY2(last.status == 0, (last.out + last.err).constData());
    }

    void theVerifierSaysTheSame()
    {
        const Run alone = verifier({});
        QVERIFY2(alone.status == 1 && alone.out.contains("is missing"), alone.out.constData());
        const Run all = verifier(u"--archive 2.jsonl --archive 1.jsonl --checkpoints early --key "_s + m_key);
        QVERIFY2(all.status == 0 && all.out.contains(", sealed to event "), (all.out + all.err).constData());
        const Run newer = verifier(u"--archive 2.jsonl"_s);
        QVERIFY2(newer.status == 0 && newer.out.contains("those before were archived"),
                 (newer.out + newer.err).constData());
        const Run begin = verifier(u"--checkpoints last --key "_s + m_key);
        QVERIFY2(begin.status == 0, (begin.out + begin.err).constData());
        const Run gap = verifier(u"--archive 1.jsonl"_s);
        QVERIFY2(gap.status == 1, gap.out.constData());
    }

    void whatWasChangedIsFound_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("a name") << QByteArray("Name of zed") << QByteArray("Name of Zed");
        QTest::newRow("a hash") << QByteArray("\"hash\": \"") << QByteArray("\"hash\": \"0");
        QTest::newRow("the checkpoint") << QByteArray("\"base\": \"") << QByteArray("\"base\": \"00");
        QTest::newRow("its key") << QByteArray("\"key\": \"") << QByteArray("\"key\": \"00");
    }
    void whatWasChangedIsFound()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QByteArray bytes = m_place.read(u"1.jsonl"_s);
        QVERIFY(bytes.contains(from));
        m_place.write(u"forged.jsonl"_s, bytes.replace(bytes.lastIndexOf(from), from.size(), to));
        const Run run = verify({u"forged.jsonl"_s, u"2.jsonl"_s});
        QVERIFY2(run.status == 1 && run.out.contains("forged.jsonl"), (run.out + run.err).constData());
        const Run second = verifier(u"--archive forged.jsonl --archive 2.jsonl"_s);
        QVERIFY2(second.status == 1, (second.out + second.err).constData());
    }

    void itIsRefused()
    {
        const auto status = [&](const QStringList &arguments) {
            return m_place.as(u"ann"_s, QStringList{u"--confirm"_s, u"log"_s, u"archive"_s} + arguments);
        };
        const QString file = m_place.path(u"3.jsonl"_s);
        QCOMPARE(status({u"-o"_s, file}).status, 2);
        QCOMPARE(status({u"-o"_s, file, u"--keep"_s, u"7"_s}).status, 2);
        QCOMPARE(status({u"-o"_s, file, u"--keep"_s, u"7y"_s, u"--before"_s, u"2020-01-01"_s}).status, 2);
        const Run nothing = status({u"-o"_s, file, u"--keep"_s, u"1d"_s});
        QVERIFY2(nothing.status == 2 && nothing.err.contains("there is nothing to archive"),
                 nothing.err.constData());
        const Run exists = archived(u"1.jsonl"_s, between());
        QVERIFY2(exists.status == 2 && exists.err.contains("not replaced"), exists.err.constData());
        const Run again =
            m_place.as(u"ann"_s, {u"log"_s, u"archive"_s, u"--before"_s, between(), u"-o"_s, file});
        QVERIFY2(again.status == 6 && again.err.contains("second confirmation"), again.err.constData());
        QVERIFY(!QFile::exists(file));
        const Run gone = m_place.as(u"ann"_s, {u"--confirm"_s, u"show"_s, u"@1"_s});
        QVERIFY2(gone.status == 2 && gone.err.contains("is archived"), gone.err.constData());
    }

    // With the same keys and another anchor, as on a machine that was away: it is shown the archives.
    void anotherMachineIsShownThem()
    {
        const QString anchor = m_place.path(u"guarded.keys.anchor"_s);
        const QByteArray now = m_place.read(u"guarded.keys.anchor"_s);
        const QJsonDocument early = QJsonDocument::fromJson(m_place.read(u"early"_s));
        m_place.write(u"guarded.keys.anchor"_s,
                      "rolewright-anchor-1 " + QByteArray::number(early[u"sequence"].toInt()) + ' '
                          + early[u"head"].toString().toLatin1());
        QFile::setPermissions(anchor, QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(!verify({}).out.contains("anchored"));
        const Run shown = verify({u"1.jsonl"_s, u"2.jsonl"_s});
        QVERIFY2(shown.status == 0, (shown.out + shown.err).constData());
        QVERIFY(shown.out.contains("anchored to event"));
        QVERIFY(m_place.read(u"guarded.keys.anchor"_s) != now);
        addUser(u"wim"_s);
    }
};

QTEST_GUILESS_MAIN(TestCliArchive)
#include "tst_cliarchive.moc"
