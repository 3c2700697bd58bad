// SPDX-License-Identifier: Apache-2.0
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

private:
    QByteArray exported(const QString &store) const { return run({u"--store"_s, store, u"export"_s}).out; }
    Run apply(const QString &store, const QByteArray &changes, const QStringList &options = {}) const
    {
        return run(QStringList{u"--store"_s, store, u"apply"_s, u"-"_s} + options, changes);
    }

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

QTEST_GUILESS_MAIN(TestCliTrail)
#include "tst_clitrail.moc"
