// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/guardedplace.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

// resources/tools/verify-trail.py, which has nothing of Rolewright's, on trails that the real program
// exported: it says the same of what is as it was written, and finds whatever is not.
class TestCliVerifier : public QObject
{
    Q_OBJECT

private:
    GuardedPlace m_place;
    QByteArrayList m_lines; // the oldest first, each with its line feed
    QString m_key; // public

    Run verifier(const QByteArrayList &lines, const QStringList &more = {}) const
    {
        m_place.write(u"trail.jsonl"_s, lines.join());
        return shell(u"python3 " ROLEWRIGHT_SOURCE_DIR "/resources/tools/verify-trail.py trail.jsonl "_s
                         + more.join(u' '),
                     m_place.folder());
    }
    Run sealedVerifier(const QByteArrayList &lines) const
    {
        return verifier(lines, {u"--checkpoints"_s, u"kept"_s, u"--key"_s, m_key});
    }
    // The newest, which are of every kind, and some of the many of the first version.
    bool isTried(qsizetype record) const { return record % 32 == 0 || record >= m_lines.size() - 8; }
    QByteArrayList exported() const
    {
        const Run log = m_place.as(u"ann"_s, {u"--confirm"_s, u"log"_s, u"--json"_s});
        QByteArrayList lines;
        for (const QByteArray &line : log.out.split('\n')) {
            if (!line.isEmpty())
                lines.prepend(line + '\n');
        }
        return lines;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_place.init().status, 0);
        const QByteArray zed =
            R"({"add": "user", "value": {"id": "zed", "name": "Zed Ω", "attributes": {"team": "news"}}})";
        QCOMPARE(m_place.apply(u"ann"_s, zed, {u"--reason"_s, u"ticket 7"_s}).status, 0);
        QCOMPARE(m_place.apply(u"ann"_s, R"({"add": "assignment", "user": "zed", "role": "reader"})").status,
                 0);
        const Run keys = m_place.as(u"ann"_s, {u"keys"_s, u"list"_s});
        QCOMPARE(keys.status, 0);
        m_key = QString::fromLatin1(keys.out.left(64));
        const Run checkpoint = m_place.as(u"ann"_s, {u"log"_s, u"checkpoint"_s});
        QVERIFY2(checkpoint.status == 0, checkpoint.err.constData());
        m_place.write(u"kept"_s, checkpoint.out);
        m_lines = exported();
        QVERIFY2(m_lines.size() > 10, m_lines.join().constData());
    }

    void agreesOnWhatIsIntact()
    {
        const Run alone = verifier(m_lines);
        QVERIFY2(alone.status == 0, (alone.out + alone.err).constData());
        const QByteArray n = QByteArray::number(m_lines.size());
        QCOMPARE(alone.out, "intact to event " + n + ", not sealed\n");
        const Run sealed = sealedVerifier(m_lines);
        QVERIFY2(sealed.status == 0 && sealed.out.contains(", sealed to event "),
                 (sealed.out + sealed.err).constData());
    }

    void findsWhatWasChanged_data()
    {
        QTest::addColumn<QByteArray>("member");
        for (const char *member : {"time", "actor", "origin", "action", "target", "summary", "reason",
                                   "operation", "version", "result", "hash"})
            QTest::newRow(member) << QByteArray(member);
    }
    // Whichever record it is, it is named as the first bad one.
    void findsWhatWasChanged()
    {
        QFETCH(QByteArray, member);
        const QRegularExpression value(u"(\"%1\": ?\"?)([^\",}])"_s.arg(QString::fromLatin1(member)));
        int tried = 0;
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            QString line = QString::fromUtf8(m_lines.at(i));
            const QRegularExpressionMatch found = value.match(line);
            if (!found.hasMatch() || !isTried(i))
                continue;
            const QChar was = found.captured(2).front();
            line[found.capturedStart(2)] = was == u'1' ? u'2' : u'1';
            QByteArrayList lines = m_lines;
            lines[i] = line.toUtf8();
            const Run run = verifier(lines);
            QVERIFY2(
                run.status == 1
                    && run.out.contains("the first event that is not: " + QByteArray::number(i + 1) + '\n'),
                (lines.at(i) + run.out + run.err).constData());
            ++tried;
        }
        QVERIFY2(tried > 0, "no record has it");
    }

    void findsWhatIsMissingDoubledOrSwapped()
    {
        for (qsizetype i = 0; i + 1 < m_lines.size(); ++i) {
            if (!isTried(i))
                continue;
            QByteArrayList lines = m_lines;
            lines.removeAt(i);
            Run run = verifier(lines);
            QVERIFY2(run.status == 1
                         && run.out.contains("record " + QByteArray::number(i + 1) + " is missing"),
                     run.out.constData());
            lines.insert(i, m_lines.at(i + 1));
            run = verifier(lines);
            QVERIFY2(run.status == 1, run.out.constData());
        }
        // Two records that take each other's number.
        QByteArrayList lines = m_lines;
        lines[2].replace("\"sequence\":3", "\"sequence\":4").replace("\"sequence\": 3", "\"sequence\": 4");
        lines[3].replace("\"sequence\":4", "\"sequence\":3").replace("\"sequence\": 4", "\"sequence\": 3");
        QVERIFY(lines.at(2) != m_lines.at(2) && lines.at(3) != m_lines.at(3));
        QCOMPARE(verifier(lines).status, 1);
    }

    // Only a checkpoint that is kept elsewhere knows it.
    void findsATrailThatWasCutOff()
    {
        const QByteArrayList lines = m_lines.mid(0, 5);
        QCOMPARE(verifier(lines).status, 0);
        const Run run = sealedVerifier(lines);
        QVERIFY2(run.status == 1 && run.out.contains("it was cut off"), run.out.constData());
    }

    void takesNobodyElsesCheckpoints()
    {
        const Run other = verifier(m_lines, {u"--checkpoints"_s, u"kept"_s, u"--key"_s, QString(64, u'a')});
        QVERIFY2(other.status == 1 && other.out.contains("not signed by a key that counts"),
                 other.out.constData());
        const QByteArray kept = m_place.read(u"kept"_s);
        QByteArray forged = kept;
        const qsizetype at = forged.indexOf("\"sequence\": ") + 12;
        forged.insert(at, '1');
        m_place.write(u"kept"_s, forged);
        const Run run = sealedVerifier(m_lines);
        m_place.write(u"kept"_s, kept);
        QVERIFY2(run.status == 1 && run.out.contains("not signed by a key that counts"), run.out.constData());
    }

    // Erased names are still vouched for, others in their place are not.
    void knowsErasedValues()
    {
        QVERIFY(m_lines.join().contains("Zed \xCE\xA9"));
        QCOMPARE(m_place.apply(u"ann"_s, R"({"remove": "user", "id": "zed"})", {u"--confirm"_s}).status, 0);
        const Run erased = m_place.as(u"ann"_s, {u"--confirm"_s, u"log"_s, u"erase"_s, u"zed"_s});
        QVERIFY2(erased.status == 0, erased.err.constData());
        const QByteArrayList lines = exported();
        QVERIFY(!lines.join().contains("Zed \xCE\xA9"));
        const Run run = sealedVerifier(lines);
        QVERIFY2(run.status == 0, (run.out + run.err).constData());
        QByteArrayList forged = lines;
        for (QByteArray &line : forged)
            line.replace("(erased)", "Somebody");
        QVERIFY(forged != lines);
        QCOMPARE(sealedVerifier(forged).status, 1);
    }

    void saysThatItCannotRead() { QCOMPARE(verifier({"no JSON\n"}).status, 2); }
};

QTEST_GUILESS_MAIN(TestCliVerifier)
#include "tst_cliverifier.moc"
