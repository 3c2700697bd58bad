// SPDX-License-Identifier: Apache-2.0
#include "core/audit/checkpoint.h"
#include "core/audit/trailreport.h"
#include "tests/cli/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

// history, show, revert and log, on a store at version 2.
class TestCliTrail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void historyAndShow();
    void reverts();
    void log();
    void logAsJson();
    void logVerify();
    void checkpoints();
    void checksReports();

private:
    Workplace m_place;
};

namespace {

constexpr auto AddIntern =
    R"({"rolewright-changes": 1, "changes": [{"add": "role", "value": {"name": "intern", "grants": ["article:read"]}}]})";

} // namespace

void TestCliTrail::historyAndShow()
{
    const QString store = m_place.store(u"history.rolewright"_s);
    QCOMPARE(apply(store, AddIntern, {u"--reason"_s, u"summer"_s}).status, 0);
    const Run history = run({u"--store"_s, store, u"history"_s});
    QCOMPARE(history.status, 0);
    const QList<QByteArray> lines = history.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines.at(0).startsWith("VERSION  TIME"));
    QVERIFY(lines.at(1).startsWith("@3") && lines.at(1).endsWith("summer"));
    QVERIFY(lines.at(2).startsWith("@2") && lines.at(2).endsWith("the start"));
    QVERIFY(lines.at(3).startsWith("@1") && lines.at(3).endsWith("somebody"));
    QVERIFY(lines.at(4).startsWith("@0"));

    QCOMPARE(run({u"--store"_s, store, u"show"_s, u"@2"_s}).out, samplePolicy());
    QCOMPARE(run({u"--store"_s, store, u"show"_s, u"2"_s, u"--json"_s}).out, samplePolicy());
    QCOMPARE(run({u"--store"_s, store, u"show"_s, u"@3"_s}).out, exported(store));
    QCOMPARE(run({u"--store"_s, store, u"show"_s, u"@0"_s}).out, "{\n  \"rolewright\": 1\n}\n");
    QCOMPARE(run({u"--store"_s, store, u"show"_s, u"@2"_s, u"-o"_s, m_place.path(u"shown.json"_s)}).status,
             0);
    QCOMPARE(m_place.read(u"shown.json"_s), samplePolicy());
    const Run missing = run({u"--store"_s, store, u"show"_s, u"@4"_s});
    QVERIFY(missing.status > 1);
    QVERIFY2(missing.err.contains("4"), missing.err.constData());
}

void TestCliTrail::reverts()
{
    const QString store = m_place.store(u"revert.rolewright"_s);
    QCOMPARE(apply(store, AddIntern).status, 0);
    QCOMPARE(
        apply(store, R"({"rolewright-changes": 1, "changes": [{"remove": "role", "name": "moderator"}]})")
            .status,
        0);
    const Run done = run({u"--store"_s, store, u"revert"_s, u"2"_s});
    QVERIFY2(done.status == 0, done.err.constData());
    QVERIFY2(done.out.startsWith("version 5: "), done.out.constData());
    QCOMPARE(exported(store), samplePolicy());
    const Run history = run({u"--store"_s, store, u"history"_s, u"--json"_s});
    QCOMPARE(QJsonDocument::fromJson(history.out)[u"versions"][0][u"reason"].toString(),
             u"revert to version 2"_s);
    const Run again = run({u"--store"_s, store, u"revert"_s, u"@2"_s});
    QCOMPARE(again.status, 0);
    QVERIFY(again.err.contains("Nothing to change."));
    QVERIFY(run({u"--store"_s, store, u"revert"_s, u"@9"_s}).status > 1);
}

void TestCliTrail::log()
{
    const QString store = m_place.store(u"log.rolewright"_s);
    QCOMPARE(apply(store, AddIntern, {u"--reason"_s, u"two\nlines"_s}).status, 0);
    const auto lines = [&](const QStringList &options) {
        const Run done = run(QStringList{u"--store"_s, store, u"log"_s} + options);
        Q_ASSERT(done.status == 0);
        return done.out.isEmpty() ? 0 : done.out.count('\n') - 1;
    };
    const Run all = run({u"--store"_s, store, u"log"_s});
    QVERIFY2(all.out.startsWith("EVENT  VERSION  TIME"), all.out.constData());
    QVERIFY2(all.out.split('\n').at(1).contains("intern"), all.out.constData());
    QVERIFY(all.out.contains("two\\nlines"));
    QCOMPARE(lines({u"--limit"_s, u"1"_s}), 1);
    QCOMPARE(lines({u"--target"_s, u"role/intern"_s}), 2);
    QCOMPARE(lines({u"--action"_s, u"role.add"_s, u"--target"_s, u"role/intern"_s}), 1);
    QCOMPARE(lines({u"--text"_s, u"INTERN"_s, u"--action"_s, u"grant"_s}), 1);
    QCOMPARE(lines({u"--actor"_s, u"nobody-of-that-name"_s}), 0);
    QCOMPARE(lines({u"--until"_s, u"2001-01-01"_s}), 0);
    QCOMPARE(lines({u"--since"_s, u"2001-01-01"_s}), all.out.count('\n') - 1);
}

void TestCliTrail::logAsJson()
{
    const QString store = m_place.store(u"logjson.rolewright"_s);
    QCOMPARE(apply(store, AddIntern, {u"--reason"_s, u"summer"_s}).status, 0);
    const Run done = run({u"--store"_s, store, u"log"_s, u"--json"_s, u"--limit"_s, u"1"_s});
    QCOMPARE(done.out.count('\n'), 1);
    const QJsonDocument event = QJsonDocument::fromJson(done.out);
    QCOMPARE(event[u"version"].toInt(), 3);
    QCOMPARE(event[u"reason"].toString(), u"summer"_s);
    QCOMPARE(event[u"result"].toString(), u"done"_s);
    QCOMPARE(event[u"hash"].toString().size(), 64);
    QVERIFY(event[u"change"].isObject());
    QVERIFY(event[u"origin"].toString().startsWith(u"rolewrightctl " ROLEWRIGHT_VERSION " on "_s));
}

void TestCliTrail::logVerify()
{
    const QString store = m_place.store(u"verify.rolewright"_s);
    const Run good = run({u"--store"_s, store, u"log"_s, u"verify"_s});
    QCOMPARE(good.status, 0);
    QVERIFY2(good.out.startsWith("intact to event ") && good.out.contains("not sealed"),
             good.out.constData());
    const Run json = run({u"--store"_s, store, u"--json"_s, u"log"_s, u"verify"_s});
    QCOMPARE(QJsonDocument::fromJson(json.out)[u"intact"].toBool(), true);

    // One letter of one reason, changed behind the program's back.
    QByteArray bytes = m_place.read(u"verify.rolewright"_s);
    const qsizetype at = bytes.lastIndexOf("the start");
    QVERIFY2(at >= 0, "the reason is not found in the file as text");
    m_place.write(u"verify.rolewright"_s, bytes.replace(at, 9, "the stark"));
    const Run bad = run({u"--store"_s, store, u"log"_s, u"verify"_s});
    QVERIFY2(bad.status == 1, bad.err.constData());
    QVERIFY2(bad.out.contains("the first event that is not: "), bad.out.constData());
}

// The chain of each of these stores is whole: only what was kept elsewhere tells.
void TestCliTrail::checkpoints()
{
    const QString store = m_place.store(u"sealed.rolewright"_s);
    const QString keyFile = m_place.path(u"seal.key"_s);
    const auto sign = [&](const QStringList &more = {}) {
        return run(QStringList{u"--store"_s, store, u"log"_s, u"checkpoint"_s, u"--key-file"_s, keyFile} + more);
    };
    QVERIFY(sign().status != 0); // no key yet, and none is made by itself
    const Run first = sign({u"--make-key"_s});
    QVERIFY2(first.status == 0, first.err.constData());
    QVERIFY(sign({u"--make-key"_s}).status != 0); // nor another in its place
    const QString key = QJsonDocument::fromJson(first.out)[u"key"].toString();
    QCOMPARE(key.size(), 64);
    QVERIFY(first.err.contains(key.toUtf8()));
    const QByteArray older = m_place.read(u"sealed.rolewright"_s);
    QCOMPARE(apply(store, AddIntern).status, 0);
    const Run second = sign();
    QCOMPARE(second.status, 0);
    m_place.write(u"kept"_s, second.out + first.out); // in any order
    const auto verify = [&](const QString &trusted, const QString &at) {
        return run({u"--store"_s, at, u"log"_s, u"verify"_s, u"--checkpoints"_s, m_place.path(u"kept"_s), u"--key"_s, trusted});
    };
    const Run good = verify(key, store);
    QCOMPARE(good.status, 0);
    const qint64 sealed = QJsonDocument::fromJson(second.out)[u"sequence"].toInteger();
    QVERIFY2(good.out.contains("sealed to event " + QByteArray::number(sealed)), good.out.constData());
    QCOMPARE(apply(store, R"({"rolewright-changes": 1, "changes": [{"remove": "role", "name": "intern"}]})").status, 0);
    QCOMPARE(verify(key, store).status, 0); // what came after is intact, and not sealed
    // Another's key, no key, a line that was touched.
    QCOMPARE(verify(QString(64, u'0'), store).status, 3);
    QCOMPARE(run({u"--store"_s, store, u"log"_s, u"verify"_s, u"--checkpoints"_s, m_place.path(u"kept"_s)}).status, 2);
    m_place.write(u"kept"_s, QByteArray(first.out).replace("\"sequence\": ", "\"sequence\": 1"));
    QCOMPARE(verify(key, store).status, 3);
    m_place.write(u"kept"_s, first.out + second.out);
    // An older copy put back.
    m_place.write(u"older.rolewright"_s, older);
    const Run rolledBack = verify(key, m_place.path(u"older.rolewright"_s));
    QCOMPARE(rolledBack.status, 1);
    QVERIFY2(rolledBack.out.contains("cut off, or an older copy"), rolledBack.out.constData());
    // The older copy, going its own way past the checkpoint.
    QCOMPARE(apply(m_place.path(u"older.rolewright"_s), AddIntern, {u"--reason"_s, u"another"_s}).status, 0);
    const Run rewritten = verify(key, m_place.path(u"older.rolewright"_s));
    QCOMPARE(rewritten.status, 1);
    QVERIFY2(rewritten.out.contains("written anew"), rewritten.out.constData());
    // Another store altogether.
    const Run other = verify(key, m_place.store(u"other.rolewright"_s));
    QCOMPARE(other.status, 1);
    QVERIFY2(other.out.contains("another trail"), other.out.constData());
    // A key that others may read is refused.
    QVERIFY(QFile::setPermissions(keyFile, QFile::ReadOwner | QFile::ReadGroup));
    QCOMPARE(sign().status, 2);
}

// As the window writes them.
void TestCliTrail::checksReports()
{
    using namespace rolewright;
    const Secret seed(std::vector<char>(size_t(SigningSeedSize), 's'));
    const SealedReport sealed = sealedReport({u"acme"_s, u"rae"_s, {0}, {}, {}, {}, u"intact"_s, 1, {}, {}}, &seed);
    const QString key = QString::fromLatin1(publicKeyOf(seed).toHex());
    const QStringList check{u"log"_s, u"check-report"_s, u"-"_s};
    const Run good = run(check + QStringList{u"--key"_s, key}, sealed.document);
    QCOMPARE(good.status, 0);
    QCOMPARE(good.out, "as it was written: " + sealed.seal.hash.toHex() + "\nsigned with " + key.toLatin1() + '\n');
    const Run other = run(check + QStringList{u"--key"_s, u"00"_s}, sealed.document);
    QCOMPARE(other.status, 3);
    QVERIFY2(other.err.contains("which --key does not name"), other.err.constData());
    QByteArray changed = sealed.document;
    changed.replace("acme", "acne");
    const Run touched = run(check, changed);
    QCOMPARE(touched.status, 3);
    QVERIFY2(touched.err.contains("not as it was written"), touched.err.constData());
    const Run unsigned_ = run(check + QStringList{u"--key"_s, key},
                              sealedReport({u"acme"_s, {}, {0}, {}, {}, {}, {}, 1, {}, {}}, nullptr).document);
    QCOMPARE(unsigned_.status, 3);
}

QTEST_GUILESS_MAIN(TestCliTrail)
#include "tst_clitrail.moc"
