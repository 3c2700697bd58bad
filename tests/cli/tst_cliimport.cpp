// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/program.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCliImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesEqual();
    void merges();
    void fromStandardInput();
    void tables();
    void ignoresColumns();
    void refuses_data();
    void refuses();
    void refusesWhatIsTooMuch();
    void dryRunChangesNothing();
    void exportsForEngines();
    void gcp();
    void frappe();

private:
    QString emptyStore(const QString &name) const
    {
        const QString store = m_place.path(name);
        const Run made = run({u"--store"_s, store, u"init"_s});
        Q_ASSERT(made.status == 0);
        return store;
    }

    Workplace m_place;
};

void TestCliImport::makesEqual()
{
    const QString store = m_place.store();
    const QByteArray smaller =
        R"({"rolewright": 1, "permissions": [{"name": "a:b"}], "roles": [{"name": "r", "grants": ["a:b"]}]})";
    m_place.write(u"smaller.json"_s, smaller);
    const Run done =
        run({u"--store"_s, store, u"import"_s, m_place.path(u"smaller.json"_s), u"--override-tests"_s});
    QVERIFY2(done.status == 0, done.err.constData());
    QVERIFY2(done.out.startsWith("version 3: "), done.out.constData());
    QVERIFY2(done.err.contains("The format is detected: a policy document."), done.err.constData());
    QCOMPARE(exported(store), run({u"--store"_s, m_place.path(u"smaller.json"_s), u"export"_s}).out);
    // There and back again, in one change set each.
    QCOMPARE(run({u"--store"_s, store, u"import"_s, samplePolicyPath()}).status, 0);
    QCOMPARE(exported(store), samplePolicy());
    const Run same = run({u"--store"_s, store, u"import"_s, samplePolicyPath()});
    QCOMPARE(same.status, 0);
    QCOMPARE(same.out, "version 4: 0 changes\n");
}

void TestCliImport::merges()
{
    const QString store = m_place.store(u"merge.rolewright"_s);
    m_place.write(u"more.json"_s,
                  R"({"rolewright": 1, "permissions": [{"name": "article:read", "description": "See it"}],
        "roles": [{"name": "reader", "grants": ["article:read"]}], "users": [{"id": "eve", "assignments": [{"role": "reader"}]}]})");
    const Run done =
        run({u"--store"_s, store, u"import"_s, u"--merge"_s, m_place.path(u"more.json"_s), u"--json"_s});
    QVERIFY2(done.status == 0, done.err.constData());
    QCOMPARE(QJsonDocument::fromJson(done.out)[u"changes"].toInt(), 4);
    QVERIFY(exported(store).contains("See it"));
    QCOMPARE(run({u"--store"_s, store, u"check"_s, u"eve"_s, u"read"_s, u"article"_s}).status, 0);
    QCOMPARE(run({u"--store"_s, store, u"check"_s, u"alice"_s, u"publish"_s, u"article"_s}).status, 0);
}

void TestCliImport::fromStandardInput()
{
    const QString store = emptyStore(u"stdin.rolewright"_s);
    const Run done = run({u"--store"_s, store, u"import"_s, u"-"_s}, samplePolicy());
    QVERIFY2(done.status == 0, done.err.constData());
    QCOMPARE(exported(store), samplePolicy());
}

void TestCliImport::tables()
{
    const QString store = emptyStore(u"tables.rolewright"_s);
    const Run grants = run({u"--store"_s, store, u"import"_s, u"-"_s},
                           "role,resource,action,scope\nauthor,article,update,own\nauthor,article,update,"
                           "own\neditor,article,update,any\n");
    QVERIFY2(grants.status == 0, grants.err.constData());
    QVERIFY2(grants.err.contains("a table") && grants.err.contains("3 rows read, 1 of them"),
             grants.err.constData());
    const Run users = run({u"--store"_s, store, u"import"_s, u"-"_s, u"--format"_s, u"table"_s},
                          "user\trole\nalice\teditor\n");
    QVERIFY2(users.status == 0, users.err.constData());
    QCOMPARE(run({u"--store"_s, store, u"check"_s, u"alice"_s, u"update"_s, u"article"_s}).out,
             "allow granted\n");
    const Run dotted = run({u"--store"_s, store, u"import"_s, u"-"_s, u"--names"_s, u"dotted"_s},
                           "role,permission\nroot,compute.disks.create\n");
    QVERIFY2(dotted.status == 0, dotted.err.constData());
    QVERIFY(exported(store).contains("compute.disks:create"));
}

void TestCliImport::ignoresColumns()
{
    const QString store = emptyStore(u"columns.rolewright"_s);
    const QByteArray table = "role,permission,level,note\na,b:c,1,\na,b:d,,\n";
    const Run refused = run({u"--store"_s, store, u"import"_s, u"-"_s}, table);
    QCOMPARE(refused.status, 3);
    QVERIFY2(refused.err.contains("level"), refused.err.constData());
    const Run done = run({u"--store"_s, store, u"import"_s, u"-"_s, u"--ignore-column"_s, u"level"_s,
                          u"--ignore-column"_s, u"note"_s},
                         table);
    QVERIFY2(done.status == 0, done.err.constData());
    QVERIFY2(done.err.contains("Column \"level\" is left out, with 1 value."), done.err.constData());
    QVERIFY2(done.err.contains("Column \"note\" is left out, with 0 values."), done.err.constData());
    const Run document =
        run({u"--store"_s, store, u"import"_s, u"-"_s, u"--names"_s, u"dotted"_s}, samplePolicy());
    QCOMPARE(document.status, 2);
}

void TestCliImport::refuses_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArrayList>("messages");

    QTest::newRow("empty") << QByteArray() << QByteArrayList{"standard input"};
    QTest::newRow("prose") << QByteArray("Dear all,\nthe roles are ...\n") << QByteArrayList{"neither"};
    QTest::newRow("syntax") << QByteArray("{\"rolewright\": 1,\n  \"roles\": [}\n")
                            << QByteArrayList{"line 2, column 13"};
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf" + samplePolicy())
                                     << QByteArrayList{"begins with a byte order mark"};
    QTest::newRow("bad UTF-8") << QByteArray("{\"rolewright\": 1, \"roles\": [{\"name\": \"\xff\"}]}")
                               << QByteArrayList{"line 1"};
    QTest::newRow("lone surrogate") << QByteArray(R"({"rolewright": 1, "roles": [{"name": "\ud800"}]})")
                                    << QByteArrayList{"line 1"};
    QTest::newRow("NUL") << QByteArray(R"({"rolewright": 1, "roles": [{"name": "a\u0000b"}]})")
                         << QByteArrayList{"line 1"};
    QTest::newRow("duplicate key") << QByteArray(R"({"rolewright": 1, "roles": [], "roles": []})")
                                   << QByteArrayList{"/roles"};
    QTest::newRow("change set") << QByteArray(R"({"rolewright-changes": 1, "changes": []})")
                                << QByteArrayList{"those are for \"apply\""};
    QTest::newRow("unknown member") << QByteArray(R"({"rolewright": 1, "rules": []})")
                                    << QByteArrayList{"/rules"};
    QTest::newRow("several") << QByteArray(
        "{\"rolewright\": 1, \"roles\": [{\"name\": \" a\"},\n{\"name\": \"b\", \"grants\": [\"x:y\"]}],\n"
        "\"users\": [{\"name\": \"no id\"}]}")
                             << QByteArrayList{"/roles/0/name", "/roles/1/grants/0", "line 2", "/users/0",
                                               "line 3"};
    QTest::newRow("cycle") << QByteArray(
        R"({"rolewright": 1, "roles": [{"name": "a", "inherits": ["b"]}, {"name": "b", "inherits": ["a"]}]})")
                           << QByteArrayList{"/roles/1/inherits/0"};
    QTest::newRow("deep") << QByteArray("{\"rolewright\": 1, \"roles\": ") + QByteArray(100'000, '[')
                          << QByteArrayList{"line 1"};
    QTest::newRow("table") << QByteArray("role,permission\na,b\nc,d:e\n,f:g\n")
                           << QByteArrayList{"line 2", "line 4"};
}

void TestCliImport::refuses()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArrayList, messages);
    const QString store = m_place.path(u"refuses.rolewright"_s);
    if (!QFile::exists(store))
        m_place.store(u"refuses.rolewright"_s);
    const Run done = run({u"--store"_s, store, u"import"_s, u"-"_s}, input);
    QVERIFY2(done.status == 3, done.err.constData());
    QCOMPARE(done.out, QByteArray());
    for (const QByteArray &message : messages)
        QVERIFY2(done.err.contains(message), done.err.constData());
    QCOMPARE(exported(store), samplePolicy());
}

void TestCliImport::refusesWhatIsTooMuch()
{
    const QString store = m_place.store(u"much.rolewright"_s);
    const Run endless = shell(u"$R --store much.rolewright import /dev/zero"_s, m_place.folder());
    QCOMPARE(endless.status, 3);
    QVERIFY2(endless.err.contains("256 MiB"), endless.err.constData());
    const Run string =
        run({u"--store"_s, store, u"import"_s, u"-"_s},
            "{\"rolewright\": 1, \"roles\": [{\"name\": \"" + QByteArray(100 << 20, 'x') + "\"}]}");
    QCOMPARE(string.status, 3);
    QVERIFY2(string.err.contains("/roles/0/name"), string.err.left(2000).constData());
    QVERIFY2(string.err.size() < 10'000, "the message repeats the whole string");
    QCOMPARE(exported(store), samplePolicy());
}

void TestCliImport::dryRunChangesNothing()
{
    const QString store = m_place.store(u"dry.rolewright"_s);
    const Run done =
        run({u"--store"_s, store, u"import"_s, u"-"_s, u"--dry-run"_s}, "user,role\nzoe,author\n");
    QVERIFY2(done.status == 0, done.err.constData());
    QVERIFY2(done.out.startsWith("2 changes:\n") && done.out.contains("    gains article:create\n"),
             done.out.constData());
    QCOMPARE(exported(store), samplePolicy());
}

void TestCliImport::exportsForEngines()
{
    const QStringList exporting{u"--store"_s, m_place.store(u"engines.rolewright"_s), u"export"_s,
                                u"--format"_s};
    const QString folder = m_place.path(u"engine"_s);
    const Run made = run(exporting + QStringList{u"cedar"_s, u"-o"_s, folder});
    QVERIFY2(made.status == 0, made.err.constData());
    QCOMPARE(QDir(folder).entryList(QDir::Files), (QStringList{u"entities.json"_s, u"policies.cedar"_s}));
    const Run again = run(exporting + QStringList{u"cedar"_s, u"-o"_s, folder});
    QCOMPARE(again.status, 5);
    QVERIFY2(again.err.contains("Something is there already."), again.err.constData());

    const QString other = m_place.path(u"casbin"_s);
    const Run refused = run(exporting + QStringList{u"casbin"_s, u"-o"_s, other});
    QCOMPARE(refused.status, 3);
    QVERIFY2(refused.err.contains("Casbin knows no time"), refused.err.constData());
    QVERIFY(!QDir(other).exists());
    const Run skipped = run(exporting + QStringList{u"casbin"_s, u"--skip"_s, u"-o"_s, other});
    QVERIFY2(skipped.status == 0, skipped.err.constData());
    QVERIFY2(skipped.err.contains("left out: "), skipped.err.constData());
    QCOMPARE(QDir(m_place.folder()).entryList({u"*.part"_s}, QDir::Dirs), QStringList());

    QCOMPARE(run(exporting + QStringList{u"cerbos"_s}).status, 2); // several files
    QCOMPARE(run(exporting + QStringList{u"document"_s, u"--skip"_s}).status, 2);
}

void TestCliImport::gcp()
{
    const QString table = sharedData(u"gcp/role_permissions.csv"_s);
    if (table.isEmpty()) {
        qInfo("left out: shared/data/gcp is absent");
        return;
    }
    const QString store = emptyStore(u"gcp.rolewright"_s);
    QElapsedTimer timer;
    timer.start();
    const Run done = run({u"--store"_s, store, u"import"_s, table, u"--names"_s, u"dotted"_s});
    qInfo("imported in %lld ms", timer.elapsed());
    QVERIFY2(done.status == 0, done.err.left(2000).constData());
    const QByteArray document = exported(store);
    const QJsonDocument policy = QJsonDocument::fromJson(document);
    QCOMPARE(policy[u"roles"].toArray().size(), 2'434);
    QCOMPARE(policy[u"permissions"].toArray().size(), 13'790);
    qsizetype grants = 0;
    const QJsonArray roles = policy[u"roles"].toArray();
    for (const QJsonValue &role : roles)
        grants += role[u"grants"].toArray().size();
    QCOMPARE(grants, 165'179);
    // The document is a store, too, and the same policy.
    m_place.write(u"gcp.json"_s, document);
    QCOMPARE(exported(m_place.path(u"gcp.json"_s)), document);
    QCOMPARE(run({u"diff"_s, store, m_place.path(u"gcp.json"_s)}).status, 0);
    QCOMPARE(run({u"--store"_s, store, u"log"_s, u"verify"_s}).status, 0);
    const Run again = run({u"--store"_s, store, u"import"_s, table, u"--names"_s, u"dotted"_s});
    QVERIFY(again.out.endsWith(": 0 changes\n"));
}

void TestCliImport::frappe()
{
    const QString table = sharedData(u"frappe-hrms/role_permissions.csv"_s);
    if (table.isEmpty()) {
        qInfo("left out: shared/data/frappe-hrms is absent");
        return;
    }
    const QString store = emptyStore(u"frappe.rolewright"_s);
    QCOMPARE(run({u"--store"_s, store, u"import"_s, table}).status, 3);
    const Run done = run({u"--store"_s, store, u"import"_s, table, u"--ignore-column"_s, u"permlevel"_s});
    QVERIFY2(done.status == 0, done.err.constData());
    const QJsonDocument policy = QJsonDocument::fromJson(exported(store));
    QCOMPARE(policy[u"roles"].toArray().size(), 11);
    qsizetype own = 0;
    const QJsonArray roles = policy[u"roles"].toArray();
    for (const QJsonValue &role : roles) {
        const QJsonArray grants = role[u"grants"].toArray();
        for (const QJsonValue &grant : grants)
            own += grant.toString().endsWith(u":own"_s) ? 1 : 0;
    }
    QCOMPARE(own, 10);
}

QTEST_GUILESS_MAIN(TestCliImport)
#include "tst_cliimport.moc"
