// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

// check, test, who-can and what-can, on both kinds of store.
class TestCliDecisions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_stores = {samplePolicyPath(), m_place.store()}; }

    void check_data();
    void check();
    void checkExplains_data();
    void checkExplains();
    void checkAsJson();
    void checkRefuses_data();
    void checkRefuses();
    void policyTests();
    void failingPolicyTest();
    void whoCan();
    void whoCanAsJson();
    void whatCan();
    void whatCanAsJson();
    void checkRepairs();
    void whatCanPerform();
    void whichRoles();
    void compare();
    void commaSeparated();
    void questionsAboutNothing();

private:
    Workplace m_place;
    int m_repaired = 0;
    QStringList m_stores; // the document, the SQLite file
};

void TestCliDecisions::check_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("out");
    QTest::addColumn<int>("status");

    const auto row = [](const char *name, const QStringList &arguments, const char *out, int status) {
        QTest::newRow(name) << arguments << QByteArray(out) << status;
    };
    row("granted", {u"alice"_s, u"publish"_s, u"article"_s, u"1"_s}, "allow granted\n", 0);
    row("without id", {u"alice"_s, u"publish"_s, u"article"_s}, "allow granted\n", 0);
    row("inherited", {u"alice"_s, u"create"_s, u"article"_s}, "allow granted\n", 0);
    row("owner", {u"bob"_s, u"update"_s, u"article"_s, u"1"_s, u"--owner"_s, u"bob"_s},
        "allow granted-by-scope\n", 0);
    row("another owner", {u"bob"_s, u"update"_s, u"article"_s, u"1"_s, u"--owner"_s, u"alice"_s},
        "deny scope-not-satisfied\n", 1);
    row("relation", {u"bob"_s, u"update"_s, u"article"_s, u"--relation"_s, u"team"_s},
        "deny scope-not-satisfied\n", 1);
    row("not granted", {u"bob"_s, u"publish"_s, u"article"_s}, "deny not-granted\n", 1);
    row("inactive", {u"carol"_s, u"publish"_s, u"article"_s}, "deny user-inactive\n", 1);
    row("over", {u"dave"_s, u"publish"_s, u"article"_s}, "deny no-role\n", 1);
    row("over, but then not", {u"dave"_s, u"publish"_s, u"article"_s, u"--at"_s, u"2019-06-01"_s},
        "allow granted\n", 0);
    row("no role", {u"eve"_s, u"publish"_s, u"article"_s}, "deny no-role\n", 1);
    row("unknown user", {u"zoe"_s, u"publish"_s, u"article"_s}, "deny unknown-user\n", 1);
    row("unknown permission", {u"alice"_s, u"fly"_s, u"article"_s}, "deny unknown-permission\n", 1);
    row("two duties", {u"frank"_s, u"publish"_s, u"article"_s}, "deny dynamic-separation\n", 1);
    row("one duty", {u"frank"_s, u"publish"_s, u"article"_s, u"--role"_s, u"editor"_s}, "allow granted\n", 0);
    row("role before the user", {u"--role"_s, u"editor"_s, u"frank"_s, u"publish"_s, u"article"_s},
        "allow granted\n", 0);
    row("both roles",
        {u"frank"_s, u"publish"_s, u"article"_s, u"--role"_s, u"editor"_s, u"--role"_s, u"moderator"_s},
        "deny dynamic-separation\n", 1);
    row("another's role", {u"bob"_s, u"publish"_s, u"article"_s, u"--role"_s, u"editor"_s},
        "deny role-not-authorized\n", 1);
    row("operation",
        {u"bob"_s, u"perform"_s, u"operation"_s, u"PUT /articles/{id}"_s, u"--owner"_s, u"bob"_s},
        "allow requirement-met\n", 0);
    row("operation of another",
        {u"bob"_s, u"perform"_s, u"operation"_s, u"PUT /articles/{id}"_s, u"--owner"_s, u"alice"_s},
        "deny scope-not-satisfied\n", 1);
    row("public operation", {u"zoe"_s, u"perform"_s, u"operation"_s, u"GET /health"_s}, "allow public\n", 0);
    row("unknown operation", {u"bob"_s, u"perform"_s, u"operation"_s, u"DELETE /"_s},
        "deny unknown-operation\n", 1);
    row("words that are commands", {u"test"_s, u"check"_s, u"log"_s, u"history"_s}, "deny unknown-user\n", 1);
    row("a name with a dash", {u"--"_s, u"-x"_s, u"publish"_s, u"article"_s}, "deny unknown-user\n", 1);
}

void TestCliDecisions::check()
{
    QFETCH(QStringList, arguments);
    for (const QString &store : m_stores) {
        const Run done = run(QStringList{u"--store"_s, store, u"check"_s} + arguments);
        QTEST(done.out, "out");
        QTEST(done.status, "status");
    }
}

void TestCliDecisions::checkExplains_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("out");

    QTest::newRow("allow") << QStringList{u"bob"_s, u"update"_s, u"article"_s, u"1"_s, u"--owner"_s, u"bob"_s}
                           << QByteArray("allow granted-by-scope\n"
                                         "Granted through:\n"
                                         "  author: article:update:own (scope own, by bob)\n");
    QTest::newRow("inherited") << QStringList{u"alice"_s, u"create"_s, u"article"_s}
                               << QByteArray("allow granted\n"
                                             "Granted through:\n"
                                             "  editor > author: article:create\n");
    QTest::newRow("deny")
        << QStringList{u"dave"_s, u"publish"_s, u"article"_s}
        << QByteArray("deny no-role\n"
                      "Near misses:\n"
                      "  assignment-over: editor: article:publish (ended at 2020-01-01T00:00:00Z)\n"
                      "Roles that would give it:\n"
                      "  editor (adds 4 permissions)\n");
    QTest::newRow("operation")
        << QStringList{u"bob"_s,     u"perform"_s, u"operation"_s, u"PUT /articles/{id}"_s,
                       u"--owner"_s, u"bob"_s}
        << QByteArray("allow requirement-met\n"
                      "The operation requires:\n"
                      "  met      one of, where it says so with ownership\n"
                      "    not met  article:publish\n"
                      "               would be given by editor (adds 1 permission)\n"
                      "    met      article:update:own with ownership\n"
                      "               through author: article:update:own (scope own, by bob)\n");
}

void TestCliDecisions::checkExplains()
{
    QFETCH(QStringList, arguments);
    for (const QString &store : m_stores) {
        const Run done =
            run(QStringList{u"check"_s} + arguments + QStringList{u"--explain"_s, u"--store"_s, store});
        QTEST(done.out, "out");
    }
}

void TestCliDecisions::checkAsJson()
{
    const Run plain =
        run({u"--json"_s, u"--store"_s, m_stores.last(), u"check"_s, u"bob"_s, u"publish"_s, u"article"_s});
    QCOMPARE(plain.status, 1);
    QCOMPARE(plain.out,
             "{\"decision\": false, \"context\": {\"reason\": \"not-granted\", \"policyVersion\": 2}}\n");

    const Run explained = run({u"check"_s, u"alice"_s, u"publish"_s, u"article"_s, u"--explain"_s,
                               u"--json"_s, u"--store"_s, m_stores.last()});
    QCOMPARE(explained.status, 0);
    const QJsonObject context = QJsonDocument::fromJson(explained.out)[u"context"].toObject();
    const QJsonObject path = context[u"explanation"][u"paths"][0].toObject();
    QCOMPARE(path[u"grant"].toString(), u"article:publish"_s);
    QCOMPARE(path[u"roles"].toArray(), QJsonArray{u"editor"_s});
}

void TestCliDecisions::checkRefuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("message");

    const auto row = [](const char *name, const QStringList &arguments, int status, const char *message) {
        QTest::newRow(name) << arguments << status << QByteArray(message);
    };
    row("nothing", {}, 2, "USER is required");
    row("too much", {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}, 2, "e");
    row("no time", {u"alice"_s, u"read"_s, u"article"_s, u"--at"_s, u"noon"_s}, 2, "\"noon\" is not a time");
    row("no operation", {u"alice"_s, u"perform"_s, u"operation"_s}, 2, "Name the operation");
    row("unknown option", {u"alice"_s, u"read"_s, u"article"_s, u"--when"_s}, 2, "--when");
    row("empty user", {QString(), u"read"_s, u"article"_s}, 3, "/subject/id");
    row("control character", {u"al\u0007ice"_s, u"read"_s, u"article"_s, u"--at"_s, u"\u001b[31m"_s}, 2,
        "\\u{1B}[31m");
}

void TestCliDecisions::checkRefuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, message);
    const Run done = run(QStringList{u"--store"_s, m_stores.first(), u"check"_s} + arguments);
    QTEST(done.status, "status");
    QCOMPARE(done.out, QByteArray());
    QVERIFY2(done.err.contains(message), done.err.constData());
    QVERIFY(!done.err.contains('\x1b'));
}

void TestCliDecisions::policyTests()
{
    for (const QString &store : m_stores) {
        const Run done = run({u"--store"_s, store, u"test"_s});
        QCOMPARE(done.status, 0);
        QCOMPARE(done.out,
                 "RESULT  TEST                  EXPECTED          DECIDED\n"
                 "passed  alice publishes       allow             allow granted\n"
                 "passed  bob does not publish  deny not-granted  deny not-granted\n");
        QVERIFY2(done.err.contains("2 passed, 0 failed."), done.err.constData());
    }
}

void TestCliDecisions::failingPolicyTest()
{
    QByteArray policy = samplePolicy();
    QVERIFY(policy.contains("\"expect\": true"));
    m_place.write(u"failing.json"_s, policy.replace("\"expect\": true", "\"expect\": false"));
    const Run text = run({u"--store"_s, m_place.path(u"failing.json"_s), u"test"_s});
    QCOMPARE(text.status, 1);
    QVERIFY(text.out.contains("FAILED  alice publishes       deny              allow granted\n"));
    const Run json = run({u"--store"_s, m_place.path(u"failing.json"_s), u"test"_s, u"--json"_s});
    QCOMPARE(json.status, 1);
    const QJsonDocument answer = QJsonDocument::fromJson(json.out);
    QCOMPARE(answer[u"tests"][0][u"passed"].toBool(true), false);
    QCOMPARE(answer[u"tests"][1][u"passed"].toBool(), true);
}

void TestCliDecisions::whoCan()
{
    for (const QString &store : m_stores) {
        const Run update = run({u"--store"_s, store, u"who-can"_s, u"update"_s, u"article"_s});
        QCOMPARE(update.status, 0);
        QCOMPARE(update.out,
                 "USER   NAME   MAY                     THROUGH\n"
                 "alice  Alice  all                     editor: article:update\n"
                 "bob    bob    own                     author: article:update:own\n"
                 "frank  frank  only with chosen roles  editor: article:update\n");
        const Run earlier =
            run({u"--store"_s, store, u"who-can"_s, u"publish"_s, u"article"_s, u"--at"_s, u"2019-01-01"_s});
        QVERIFY(earlier.out.contains("dave   dave   all                     editor: article:publish\n"));
    }
}

void TestCliDecisions::whoCanAsJson()
{
    const Run done = run({u"who-can"_s, u"delete"_s, u"comment"_s, u"--at"_s, u"2026-01-01"_s, u"--json"_s,
                          u"--store"_s, m_stores.last()});
    QCOMPARE(done.out, R"({
  "version": 2,
  "at": "2026-01-01T00:00:00Z",
  "users": [
    {
      "user": "frank",
      "name": "frank",
      "reason": "dynamic-separation",
      "roles": [
        "moderator"
      ],
      "grant": "comment:*"
    }
  ]
}
)");
}

void TestCliDecisions::whatCan()
{
    for (const QString &store : m_stores) {
        const Run done = run({u"--store"_s, store, u"what-can"_s, u"alice"_s});
        QCOMPARE(done.status, 0);
        QCOMPARE(done.out,
                 "PERMISSION          THROUGH\n"
                 "article:create      editor > author: article:create\n"
                 "article:publish     editor: article:publish\n"
                 "article:read        editor > author: article:read\n"
                 "article:update      editor: article:update\n"
                 "article:update:own  editor: article:update\n");
    }
    const Run inactive = run({u"--store"_s, m_stores.first(), u"what-can"_s, u"carol"_s});
    QVERIFY2(inactive.err.contains("inactive"), inactive.err.constData());
}

void TestCliDecisions::whatCanAsJson()
{
    const Run done = run({u"what-can"_s, u"bob"_s, u"--json"_s, u"--store"_s, m_stores.last()});
    const QJsonDocument answer = QJsonDocument::fromJson(done.out);
    QCOMPARE(answer[u"user"].toString(), u"bob"_s);
    QCOMPARE(answer[u"permissions"].toArray().size(), 3);
    QCOMPARE(answer[u"permissions"][2][u"permission"].toString(), u"article:update:own"_s);
}

void TestCliDecisions::checkRepairs()
{
    const QStringList call {u"--store"_s, m_stores.last(), u"check"_s, u"bob"_s, u"publish"_s, u"article"_s, u"--repair"_s};
    const Run done = run(call);
    QCOMPARE(done.status, 1);
    QVERIFY2(done.out.startsWith("deny not-granted\nWhat would allow it:\n  "), done.out.constData());
    QVERIFY2(done.out.contains("\n  assign editor to bob ("), done.out.constData());
    const Run session = run({u"--store"_s, m_stores.last(), u"check"_s, u"frank"_s, u"update"_s, u"article"_s, u"--repair"_s});
    QVERIFY2(session.out.contains("\n  leave moderator out of the session (gives nothing else)\n"), session.out.constData());
    const Run json = run(call + QStringList {u"--json"_s});
    QCOMPARE(json.status, 1);
    const QJsonDocument answer = QJsonDocument::fromJson(json.out);
    QCOMPARE(answer[u"reason"].toString(), u"not-granted"_s);
    QCOMPARE(answer[u"bounded"].toBool(true), false);
    const QJsonArray repairs = answer[u"repairs"].toArray();
    QVERIFY(repairs.size() >= 2);
    for (const QJsonValue &repair : repairs) {
        // Each is a change set by itself, and applying it turns the answer.
        const QString store = m_place.store(u"repaired%1.rolewright"_s.arg(++m_repaired));
        QJsonObject changes {{u"rolewright-changes"_s, 1}, {u"changes"_s, repair[u"changes"]}};
        const Run applied = run({u"--store"_s, store, u"apply"_s, u"-"_s, u"--override-tests"_s}, QJsonDocument(changes).toJson());
        QVERIFY2(applied.status == 0, applied.err.constData());
        QCOMPARE(run({u"--store"_s, store, u"check"_s, u"bob"_s, u"publish"_s, u"article"_s}).status, 0);
    }
}

void TestCliDecisions::whatCanPerform()
{
    m_place.write(u"operations.json"_s, R"({"rolewright": 1,
 "permissions": [{"name": "article:update"}, {"name": "article:update:own"}],
 "roles": [{"name": "author", "grants": ["article:update:own"]}],
 "users": [{"id": "bob", "assignments": [{"role": "author"}]}],
 "operations": [{"name": "home", "requires": {"public": true}}, {"name": "save", "requires": {"access": "article:update"}},
                {"name": "purge", "requires": {"anyPermission": ["article:update"]}}, {"name": "bare"}]})");
    const Run done = run({u"--store"_s, m_place.path(u"operations.json"_s), u"what-can"_s, u"bob"_s, u"--operations"_s});
    QCOMPARE(done.out, "OPERATION  MAY\nhome       all\nsave       within a scope\n");
    const Run json = run({u"--store"_s, m_place.path(u"operations.json"_s), u"what-can"_s, u"bob"_s,
                          u"--operations"_s, u"--json"_s});
    const QJsonDocument answer = QJsonDocument::fromJson(json.out);
    QCOMPARE(answer[u"operations"].toArray().size(), 2);
    QCOMPARE(answer[u"operations"][1][u"reason"].toString(), u"granted-by-scope"_s);
}

void TestCliDecisions::whichRoles()
{
    for (const QString &store : m_stores) {
        const Run update = run({u"--store"_s, store, u"which-roles"_s, u"update"_s, u"article"_s});
        QCOMPARE(update.status, 0);
        QCOMPARE(update.out,
                 "ROLE    HOW     ON   THROUGH\n"
                 "author  direct  own  author: article:update:own\n"
                 "editor  direct  all  editor: article:update\n");
    }
    const Run read = run({u"--store"_s, m_stores.first(), u"which-roles"_s, u"read"_s, u"article"_s, u"--json"_s});
    const QJsonDocument answer = QJsonDocument::fromJson(read.out);
    QCOMPARE(answer[u"roles"][1][u"how"].toString(), u"inherited"_s);
    QCOMPARE(answer[u"roles"][1][u"path"][u"roles"].toArray().size(), 2);
    const Run pattern = run({u"--store"_s, m_stores.first(), u"which-roles"_s, u"delete"_s, u"comment"_s});
    QVERIFY2(pattern.out.contains("moderator  pattern  all  moderator: comment:*"), pattern.out.constData());
}

void TestCliDecisions::compare()
{
    const Run users = run({u"--store"_s, m_stores.last(), u"compare"_s, u"alice"_s, u"bob"_s});
    QCOMPARE(users.status, 0);
    QCOMPARE(users.out,
             "WHO        PERMISSION          LEFT                             RIGHT\n"
             "only left  article:publish     editor: article:publish\n"
             "only left  article:update      editor: article:update\n"
             "both       article:create      editor > author: article:create  author: article:create\n"
             "both       article:read        editor > author: article:read    author: article:read\n"
             "both       article:update:own  editor: article:update           author: article:update:own\n");
    const Run roles = run({u"--store"_s, m_stores.first(), u"compare"_s, u"author"_s, u"moderator"_s, u"--json"_s});
    const QJsonDocument answer = QJsonDocument::fromJson(roles.out);
    QCOMPARE(answer[u"onlyLeft"].toArray().size(), 3);
    QCOMPARE(answer[u"onlyRight"][0][u"grant"].toString(), u"comment:*"_s);
    QCOMPARE(answer[u"both"].toArray().size(), 0);
    const Run mixed = run({u"--store"_s, m_stores.first(), u"compare"_s, u"alice"_s, u"author"_s});
    QCOMPARE(mixed.status, 3);
    QVERIFY2(mixed.err.contains("alice and author"), mixed.err.constData());
}

void TestCliDecisions::commaSeparated()
{
    const Run who = run({u"--store"_s, m_stores.first(), u"who-can"_s, u"publish"_s, u"article"_s, u"--csv"_s});
    QCOMPARE(who.out.left(who.out.indexOf("frank")),
             "user,name,may,through\nalice,Alice,all,editor: article:publish\n");
    const Run nobody = run({u"--store"_s, m_stores.first(), u"compare"_s, u"eve"_s, u"eve"_s, u"--csv"_s});
    QCOMPARE(nobody.out, "who,permission,left,right\n");
    const Run both = run({u"--store"_s, m_stores.first(), u"what-can"_s, u"bob"_s, u"--csv"_s, u"--json"_s});
    QCOMPARE(both.status, 2);
    // No spreadsheet calculates what somebody called himself.
    m_place.write(u"formula.json"_s, R"({"rolewright": 1, "permissions": [{"name": "a:b"}],
 "roles": [{"name": "@r", "grants": ["a:b"]}],
 "users": [{"id": "-1", "name": "=1+2", "assignments": [{"role": "@r"}]}]})");
    const Run formula = run({u"--store"_s, m_place.path(u"formula.json"_s), u"who-can"_s, u"b"_s, u"a"_s, u"--csv"_s});
    QCOMPARE(formula.out, "user,name,may,through\n'-1,'=1+2,all,'@r: a:b\n");
}

void TestCliDecisions::questionsAboutNothing()
{
    const Run user = run({u"--store"_s, m_stores.first(), u"what-can"_s, u"zoe"_s});
    QCOMPARE(user.status, 3);
    QVERIFY2(user.err.contains("user zoe"), user.err.constData());
    const Run permission = run({u"--store"_s, m_stores.first(), u"who-can"_s, u"fly"_s, u"article"_s});
    QCOMPARE(permission.status, 0);
    QCOMPARE(permission.out, QByteArray());
    QVERIFY2(permission.err.contains("article:fly"), permission.err.constData());
}

QTEST_GUILESS_MAIN(TestCliDecisions)
#include "tst_clidecisions.moc"
