// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/program.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

// init, export, diff and apply, one story a test, on a store at version 2.
class TestCliChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initMakesAStore();
    void initWithSample();
    void exportIsCanonical();
    void exportToFile();
    void applies();
    void appliesOnce();
    void expectsAVersion();
    void carriesOver();
    void manyAtOnce();
    void conflicts();
    void refusesBadChanges_data();
    void refusesBadChanges();
    void refusesToBreakTests();
    void documentIsReadOnly();
    void diffOfVersions();
    void diffSeesRenames();
    void diffOfDocuments();
    void diffAppliesThroughAPipe();
    void failsOnGained();
    void dryRun();

private:
    Workplace m_place;
};

namespace {

constexpr auto GrantPublish =
    R"({"rolewright-changes": 1, "changes": [{"add": "grant", "role": "author", "grant": "article:publish"}]})";
constexpr auto AddIntern =
    R"({"rolewright-changes": 1, "changes": [{"add": "role", "value": {"name": "intern", "grants": ["article:read"]}}]})";

} // namespace

void TestCliChanges::initMakesAStore()
{
    const QString store = m_place.path(u"new.rolewright"_s);
    const Run made = run({u"--store"_s, store, u"init"_s});
    QCOMPARE(made.status, 0);
    QVERIFY2(made.out.startsWith("made ") && made.out.endsWith(", version 0\n"), made.out.constData());
    QVERIFY2(made.err.contains("open"), made.err.constData());
    QCOMPARE(QFile::permissions(store) & ~(QFile::ReadUser | QFile::WriteUser),
             QFile::ReadOwner | QFile::WriteOwner);
    QCOMPARE(exported(store), "{\n  \"rolewright\": 1\n}\n");

    const QByteArray before = m_place.read(u"new.rolewright"_s);
    const Run again = run({u"--store"_s, store, u"init"_s, u"--sample"_s, u"newsroom"_s});
    QVERIFY(again.status != 0);
    QCOMPARE(again.out, QByteArray());
    QVERIFY2(again.err.contains("new.rolewright"), again.err.constData());
    QCOMPARE(m_place.read(u"new.rolewright"_s), before);

    const Run nowhere = run({u"--store"_s, m_place.path(u"no/such/folder.rolewright"_s), u"init"_s});
    QCOMPARE(nowhere.status, 5);
    const Run json = run({u"--store"_s, m_place.path(u"json.rolewright"_s), u"init"_s, u"--json"_s});
    QCOMPARE(QJsonDocument::fromJson(json.out)[u"version"].toInt(-1), 0);
}

void TestCliChanges::initWithSample()
{
    const QString store = m_place.path(u"news.rolewright"_s);
    const Run made = run({u"--store"_s, store, u"init"_s, u"--sample"_s, u"newsroom"_s});
    QVERIFY2(made.status == 0, made.err.constData());
    const QByteArray document = exported(store);
    QVERIFY(document.contains("article:update:own"));
    QVERIFY(document.contains("PUT /articles/{id}"));
    const Run tests = run({u"--store"_s, store, u"test"_s});
    QVERIFY2(tests.status == 0, tests.out.constData());
    QVERIFY(tests.out.contains("passed"));
}

void TestCliChanges::exportIsCanonical()
{
    QCOMPARE(exported(m_place.store(u"export.rolewright"_s)), samplePolicy());
    QCOMPARE(exported(samplePolicyPath()), samplePolicy());
    QCOMPARE(run({u"--store"_s, samplePolicyPath(), u"export"_s, u"--json"_s}).out, samplePolicy());
}

void TestCliChanges::exportToFile()
{
    const QString store = m_place.store(u"tofile.rolewright"_s);
    const QString file = m_place.path(u"out.json"_s);
    const Run done = run({u"--store"_s, store, u"export"_s, u"-o"_s, file});
    QCOMPARE(done.status, 0);
    QCOMPARE(done.out, QByteArray());
    QCOMPARE(m_place.read(u"out.json"_s), samplePolicy());
    m_place.write(u"out.json"_s, "something older");
    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    QCOMPARE(run({u"--store"_s, store, u"export"_s, u"-o"_s, file}).status, 0);
    QCOMPARE(m_place.read(u"out.json"_s), samplePolicy());
    QCOMPARE(QFile::permissions(file) & ~(QFile::ReadUser | QFile::WriteUser),
             QFile::ReadOwner | QFile::WriteOwner);

    // Never over a store, nor into nowhere.
    const QByteArray before = m_place.read(u"tofile.rolewright"_s);
    QCOMPARE(run({u"--store"_s, store, u"export"_s, u"-o"_s, store}).status, 2);
    QCOMPARE(m_place.read(u"tofile.rolewright"_s), before);
    QCOMPARE(run({u"--store"_s, store, u"export"_s, u"-o"_s, m_place.folder()}).status, 2);
    QCOMPARE(run({u"--store"_s, store, u"export"_s, u"-o"_s, m_place.path(u"no/such.json"_s)}).status, 5);
}

void TestCliChanges::applies()
{
    const QString store = m_place.store(u"apply.rolewright"_s);
    m_place.write(u"changes.json"_s, AddIntern);
    const Run done = run(
        {u"--store"_s, store, u"apply"_s, m_place.path(u"changes.json"_s), u"--reason"_s, u"ticket 17"_s});
    QVERIFY2(done.status == 0, done.err.constData());
    QCOMPARE(done.out, "version 3: 2 changes\n");
    QVERIFY(exported(store).contains("\"intern\""));
    const Run history = run({u"--store"_s, store, u"history"_s, u"--json"_s});
    QCOMPARE(QJsonDocument::fromJson(history.out)[u"versions"][0][u"reason"].toString(), u"ticket 17"_s);

    // What goes with a deletion is found.
    const Run removed =
        apply(store, R"({"rolewright-changes": 1, "changes": [{"remove": "user", "id": "bob"}]})",
              {u"--json"_s, u"--override-tests"_s});
    QVERIFY2(removed.status == 0, removed.err.constData());
    QCOMPARE(QJsonDocument::fromJson(removed.out)[u"version"].toInt(), 4);
    QCOMPARE(QJsonDocument::fromJson(removed.out)[u"changes"].toInt(), 2);

    const Run empty = apply(store, R"({"rolewright-changes": 1, "changes": []})");
    QCOMPARE(empty.status, 0);
    QCOMPARE(empty.out, "version 4: 0 changes\n");
    QVERIFY(empty.err.contains("Nothing to change."));
}

void TestCliChanges::appliesOnce()
{
    const QString store = m_place.store(u"once.rolewright"_s);
    const QByteArray changes =
        R"({"rolewright-changes": 1, "base": 2, "operation": "5b0c2a51-91a5-4c0a-8a43-6f4f2a0f8c11",
        "changes": [{"add": "grant", "role": "moderator", "grant": "article:read"}]})";
    QCOMPARE(apply(store, changes).out, "version 3: 1 change\n");
    const Run again = apply(store, changes);
    QCOMPARE(again.status, 0);
    QCOMPARE(again.out, "version 3: 0 changes\n");
    QVERIFY2(again.err.contains("applied already, as version 3"), again.err.constData());
}

void TestCliChanges::expectsAVersion()
{
    const QString store = m_place.store(u"expect.rolewright"_s);
    const Run refused = apply(store, AddIntern, {u"--expect-version"_s, u"1"_s});
    QCOMPARE(refused.status, 4);
    QVERIFY2(refused.err.contains("version 2"), refused.err.constData());
    QCOMPARE(exported(store), samplePolicy());
    QCOMPARE(apply(store, AddIntern, {u"--expect-version"_s, u"2"_s}).status, 0);
}

void TestCliChanges::carriesOver()
{
    const QString store = m_place.store(u"carry.rolewright"_s);
    QCOMPARE(apply(store, AddIntern).status, 0);
    QCOMPARE(
        apply(
            store,
            R"({"rolewright-changes": 1, "changes": [{"rename": "role", "was": "moderator", "to": "keeper"}]})")
            .status,
        0);
    const Run done = apply(store, R"({"rolewright-changes": 1, "base": 2, "changes": [
        {"add": "grant", "role": "moderator", "grant": "article:read"}]})");
    QVERIFY2(done.status == 0, done.err.constData());
    QCOMPARE(done.out, "version 5: 1 change\n");
    QVERIFY2(done.err.contains("Made on version 2, carried over to version 4."), done.err.constData());
    const Run check =
        run({u"--store"_s, store, u"check"_s, u"frank"_s, u"read"_s, u"article"_s, u"--role"_s, u"keeper"_s});
    QCOMPARE(check.out, "allow granted\n");
}

// Programs that commit at the same time: the later ones carry their changes over, and nothing is lost.
void TestCliChanges::manyAtOnce()
{
    const QString store = m_place.store(u"many.rolewright"_s);
    const Run done = shell(u"for i in 1 2 3 4 5 6 7 8; do echo '{\"rolewright-changes\": 1, \"changes\": "
                           "[{\"add\": \"role\", \"value\": {\"name\": \"r'$i'\"}}]}' "
                           "| $R --store many.rolewright apply - 2> err$i || cat err$i & done; wait"_s,
                           m_place.folder());
    QVERIFY2(!done.out.contains("rolewrightctl:"), done.out.constData());
    const QJsonArray roles = QJsonDocument::fromJson(exported(store))[u"roles"].toArray();
    QCOMPARE(roles.size(), 3 + 8);
    const Run history = run({u"--store"_s, store, u"history"_s, u"--json"_s});
    QCOMPARE(QJsonDocument::fromJson(history.out)[u"versions"][0][u"version"].toInt(), 2 + 8);
    QCOMPARE(run({u"--store"_s, store, u"log"_s, u"verify"_s}).status, 0);
}

void TestCliChanges::conflicts()
{
    const QString store = m_place.store(u"conflict.rolewright"_s);
    const auto describe = [](const char *text, int base) {
        return R"({"rolewright-changes": 1, "base": )" + QByteArray::number(base)
            + R"(, "changes": [{"set": "role", "name": "editor", "field": "description", "was": "", "to": ")"
            + text + R"("}]})";
    };
    QCOMPARE(apply(store, describe("theirs", 2)).status, 0);
    const QByteArray before = exported(store);
    const Run refused = apply(store, describe("mine", 2));
    QCOMPARE(refused.status, 4);
    QCOMPARE(refused.out, QByteArray());
    QVERIFY2(refused.err.contains("role editor"), refused.err.constData());
    QCOMPARE(exported(store), before);
    // The same change on both sides is none.
    const Run same = apply(store, describe("theirs", 2));
    QCOMPARE(same.status, 0);
    QCOMPARE(same.out, "version 3: 0 changes\n");
    // On the newest version, `was` tells.
    const Run stale = apply(store, describe("mine", 3));
    QCOMPARE(stale.status, 4);
    QVERIFY2(stale.err.contains("/changes/0"), stale.err.constData());
    const Run ahead = apply(store, describe("mine", 77));
    QCOMPARE(ahead.status, 4);
    QVERIFY2(ahead.err.contains("77"), ahead.err.constData());
}

void TestCliChanges::refusesBadChanges_data()
{
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<QByteArrayList>("messages");

    QTest::newRow("no JSON") << QByteArray("changes!") << QByteArrayList{"line 1, column 1"};
    QTest::newRow("another document")
        << samplePolicy() << QByteArrayList{"rolewright-changes", "those are for \"import\""};
    QTest::newRow("two errors") << QByteArray(
        "{\"rolewright-changes\": 1, \"changes\": [\n{\"add\": \"rule\"},\n{\"bad\": 1}]}")
                                << QByteArrayList{"line 2", "/changes/0", "line 3", "/changes/1"};
    QTest::newRow("unknown role") << QByteArray(
        R"({"rolewright-changes": 1, "changes": [{"add": "grant", "role": "nobody", "grant": "article:read"}]})")
                                  << QByteArrayList{"/changes/0", "nobody"};
    QTest::newRow("cycle") << QByteArray(
        R"({"rolewright-changes": 1, "changes": [{"add": "inheritance", "role": "author", "inherits": "editor"}]})")
                           << QByteArrayList{"author", "editor"};
}

void TestCliChanges::refusesBadChanges()
{
    QFETCH(QByteArray, changes);
    QFETCH(QByteArrayList, messages);
    const QString store = m_place.store(QString::fromUtf8(QTest::currentDataTag()) + u".rolewright"_s);
    const Run done = apply(store, changes);
    QVERIFY2(done.status == 3, done.err.constData());
    QCOMPARE(done.out, QByteArray());
    for (const QByteArray &message : messages)
        QVERIFY2(done.err.contains(message), done.err.constData());
    QCOMPARE(exported(store), samplePolicy());
}

void TestCliChanges::refusesToBreakTests()
{
    const QString store = m_place.store(u"tests.rolewright"_s);
    const Run refused = apply(store, GrantPublish);
    QVERIFY(refused.status != 0);
    QVERIFY2(refused.err.contains("bob does not publish"), refused.err.constData());
    QCOMPARE(exported(store), samplePolicy());
    const Run overridden = apply(store, GrantPublish, {u"--override-tests"_s});
    QVERIFY2(overridden.status == 0, overridden.err.constData());
    QCOMPARE(run({u"--store"_s, store, u"test"_s}).status, 1);
}

void TestCliChanges::documentIsReadOnly()
{
    m_place.write(u"policy.json"_s, samplePolicy());
    const Run refused = apply(m_place.path(u"policy.json"_s), AddIntern);
    QVERIFY(refused.status == 5 || refused.status == 6);
    QVERIFY2(refused.err.contains("read"), refused.err.constData());
    QCOMPARE(m_place.read(u"policy.json"_s), samplePolicy());
}

void TestCliChanges::diffOfVersions()
{
    const QString store = m_place.store(u"diff.rolewright"_s);
    QCOMPARE(apply(store, GrantPublish, {u"--override-tests"_s}).status, 0);
    const Run forth = run({u"--store"_s, store, u"diff"_s, u"@2"_s, u"@3"_s});
    QCOMPARE(forth.status, 1);
    QCOMPARE(forth.out,
             "1 change:\n"
             "  grant article:publish to author\n"
             "1 user with more permissions, 0 users with fewer:\n"
             "  bob\n"
             "    gains article:publish\n");
    const Run back = run({u"--store"_s, store, u"diff"_s, u"@3"_s, u"@2"_s});
    QCOMPARE(back.status, 1);
    QVERIFY2(back.out.contains("    loses article:publish\n"), back.out.constData());
    const Run none = run({u"--store"_s, store, u"diff"_s, u"@3"_s, u"@3"_s});
    QCOMPARE(none.status, 0);
    QCOMPARE(none.out, QByteArray());
    const Run missing = run({u"--store"_s, store, u"diff"_s, u"@3"_s, u"@9"_s});
    QVERIFY(missing.status > 1);
    QVERIFY2(missing.err.contains("9"), missing.err.constData());
}

void TestCliChanges::diffSeesRenames()
{
    const QString store = m_place.store(u"renames.rolewright"_s);
    QCOMPARE(
        apply(
            store,
            R"({"rolewright-changes": 1, "changes": [{"rename": "role", "was": "author", "to": "writer"}]})")
            .status,
        0);
    const Run done = run({u"--store"_s, store, u"diff"_s, u"@2"_s, store});
    QCOMPARE(done.status, 1);
    QVERIFY2(done.out.startsWith("1 change:\n") && done.out.contains("writer"), done.out.constData());
    QVERIFY(done.out.contains(
        "author is now called writer, kept by 1 user.\nNobody gains or loses a permission.\n"));
    QVERIFY(!done.out.contains("Applications"));

    // Who may publish may release afterwards, and nobody else; but nobody may publish.
    const QByteArray release =
        R"({"rolewright-changes": 1, "changes": [{"rename": "permission", "was": "article:publish", "to": "article:release"}]})";
    m_place.write(u"release.json"_s, release);
    const Run dry = run({u"--store"_s, store, u"apply"_s, m_place.path(u"release.json"_s), u"--reason"_s,
                         u"wording"_s, u"--dry-run"_s});
    QCOMPARE(dry.status, 0);
    const QByteArray effect = "article:publish is now called article:release, kept by 2 users.\n"
                              "Applications that still ask for a permission by its old name are denied.\n"
                              "Nobody gains or loses a permission.\n";
    QVERIFY2(dry.out.contains(effect), dry.out.constData());
    QCOMPARE(apply(store, release, {u"--override-tests"_s}).status, 0);
    const QStringList permission{u"--store"_s, store, u"diff"_s, u"@3"_s, u"@4"_s};
    const Run kept = run(permission);
    QVERIFY2(kept.out.contains(effect), kept.out.constData());
    QCOMPARE(run(permission + QStringList{u"--fail-on"_s, u"gained"_s}).status, 0);
    QCOMPARE(run(permission + QStringList{u"--fail-on"_s, u"lost"_s}).status, 1);
}

void TestCliChanges::diffOfDocuments()
{
    m_place.write(u"a.json"_s, samplePolicy());
    m_place.write(u"b.json"_s, samplePolicy().replace("\"active\": false,", ""));
    const Run done = run({u"diff"_s, m_place.path(u"a.json"_s), m_place.path(u"b.json"_s)});
    QCOMPARE(done.status, 1);
    QVERIFY2(done.out.contains("  carol\n    gains article:create\n"), done.out.constData());
    const Run piped = run({u"diff"_s, m_place.path(u"a.json"_s), u"-"_s}, samplePolicy());
    QCOMPARE(piped.status, 0);
    const Run bad = run({u"diff"_s, m_place.path(u"a.json"_s), u"-"_s}, "{}");
    QCOMPARE(bad.status, 3);
    QVERIFY2(bad.err.contains("standard input"), bad.err.constData());
}

void TestCliChanges::diffAppliesThroughAPipe()
{
    m_place.store(u"a.rolewright"_s);
    m_place.write(u"target.json"_s, samplePolicy().replace("comment:*", "comment:delete"));
    const Run done =
        shell(u"$R diff --json a.rolewright target.json | $R --store a.rolewright apply - --reason sync"_s,
              m_place.folder());
    QVERIFY2(done.status == 0, done.err.constData());
    QCOMPARE(exported(m_place.path(u"a.rolewright"_s)), m_place.read(u"target.json"_s));
    const Run base =
        run({u"--store"_s, m_place.path(u"a.rolewright"_s), u"--json"_s, u"diff"_s, u"@2"_s, u"@3"_s});
    QCOMPARE(QJsonDocument::fromJson(base.out)[u"base"].toInt(), 2);
}

void TestCliChanges::failsOnGained()
{
    const QString store = m_place.store(u"gained.rolewright"_s);
    QCOMPARE(apply(store, GrantPublish, {u"--override-tests"_s}).status, 0);
    const QStringList forth{u"--store"_s, store, u"diff"_s, u"@2"_s, u"@3"_s, u"--fail-on"_s};
    const QStringList back{u"--store"_s, store, u"diff"_s, u"@3"_s, u"@2"_s, u"--fail-on"_s};
    QCOMPARE(run(forth + QStringList{u"gained"_s}).status, 1);
    QCOMPARE(run(forth + QStringList{u"lost"_s}).status, 0);
    QCOMPARE(run(back + QStringList{u"gained"_s}).status, 0);
    QCOMPARE(run(back + QStringList{u"lost"_s, u"--json"_s}).status, 1);
}

void TestCliChanges::dryRun()
{
    const QString store = m_place.store(u"dry.rolewright"_s);
    const Run done = apply(store, GrantPublish, {u"--dry-run"_s});
    QVERIFY2(done.status == 0, done.err.constData());
    QVERIFY2(done.out.contains("  bob\n    gains article:publish\n"), done.out.constData());
    QVERIFY2(done.err.contains("bob does not publish") && done.err.contains("it would be version 3"),
             done.err.constData());
    const Run json = apply(store, GrantPublish, {u"--dry-run"_s, u"--json"_s});
    QCOMPARE(QJsonDocument::fromJson(json.out)[u"changes"].toArray().size(), 1);
    QCOMPARE(exported(store), samplePolicy());
    QCOMPARE(run({u"--store"_s, store, u"revert"_s, u"1"_s, u"--dry-run"_s}).status, 0);
    QCOMPARE(exported(store), samplePolicy());
}

QTEST_GUILESS_MAIN(TestCliChanges)
#include "tst_clichanges.moc"
