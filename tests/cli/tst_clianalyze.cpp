// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

// analyze: what is found, how it is written, and that it can be mended.
class TestCliAnalyze : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lists();
    void keepsACode();
    void mendsThroughAPipe();
    void findsNothing();
    void refuses_data();
    void refuses();
    void realPolicy();

private:
    Workplace m_place;
};

void TestCliAnalyze::lists()
{
    const QString store = m_place.store();
    const Run done = run({u"--store"_s, store, u"analyze"_s});
    QCOMPARE(done.status, 1);
    QVERIFY2(done.out.startsWith(
                 "CODE             WHERE       FINDING\n"
                 "inactive-user    user carol  User carol is inactive and is assigned editor still, and "
                 "has it again when made active.\n"
                 "assignment-over  user dave   User dave is assigned editor until a time that is over. "
                 "To take it away changes nothing for them.\n"),
             done.out.constData());
    // Before it was over.
    const Run before =
        run({u"--store"_s, store, u"analyze"_s, u"--at"_s, u"2000-01-01T00:00:00Z"_s, u"--csv"_s});
    QCOMPARE(before.status, 1);
    QVERIFY2(before.out.startsWith("code,where,finding") && before.out.contains("inactive-user,user carol,")
                 && !before.out.contains("assignment-over"),
             before.out.constData());
    const Run json = run({u"--store"_s, store, u"analyze"_s, u"--json"_s});
    QCOMPARE(json.status, 1);
    const QJsonObject answer = QJsonDocument::fromJson(json.out).object();
    QCOMPARE(answer[u"version"_s].toInt(), 2);
    const QJsonObject first = answer[u"findings"_s].toArray().first().toObject();
    QCOMPARE(first[u"code"_s].toString(), u"inactive-user"_s);
    QCOMPARE(first[u"place"_s].toString(), u"user carol"_s);
    QCOMPARE(first[u"mendable"_s].toBool(), true);
    QVERIFY(first[u"message"_s].toString().startsWith(u"User carol is inactive"));
}

void TestCliAnalyze::keepsACode()
{
    const QString store = m_place.store(u"code.rolewright"_s);
    const Run done = run(
        {u"--store"_s, store, u"analyze"_s, u"--code"_s, u"assignment-over"_s, u"--code"_s, u"ungranted"_s});
    QCOMPARE(done.status, 1);
    QVERIFY2(done.out.contains("user dave") && !done.out.contains("carol"), done.out.constData());
    QCOMPARE(run({u"--store"_s, store, u"analyze"_s, u"--code"_s, u"idle-pattern"_s}).status, 0);
}

void TestCliAnalyze::mendsThroughAPipe()
{
    m_place.store(u"mend.rolewright"_s);
    const Run done = shell(u"$R --store mend.rolewright analyze --mend --code assignment-over | "
                           "$R --store mend.rolewright apply - --reason 'the time is over'"_s,
                           m_place.folder());
    QVERIFY2(done.status == 0, done.err.constData());
    const QString store = m_place.path(u"mend.rolewright"_s);
    QCOMPARE(run({u"--store"_s, store, u"analyze"_s, u"--code"_s, u"assignment-over"_s}).status, 0);
    const Run diff = run({u"--store"_s, store, u"diff"_s, u"@2"_s, u"@3"_s});
    QVERIFY2(diff.out.startsWith("1 change:\n  unassign editor from dave\n")
                 && diff.out.contains("Nobody gains or loses a permission.\n"),
             diff.out.constData());
}

void TestCliAnalyze::findsNothing()
{
    m_place.write(u"fine.json"_s, R"({"rolewright": 1})");
    const Run done = run({u"--store"_s, m_place.path(u"fine.json"_s), u"analyze"_s});
    QCOMPARE(done.status, 0);
    QCOMPARE(done.out, QByteArray());
    QVERIFY(done.err.contains("Nothing is found."));
}

void TestCliAnalyze::refuses_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("unknown code") << QStringList{u"--code"_s, u"redundant"_s};
    QTest::newRow("two ways to write it") << QStringList{u"--mend"_s, u"--csv"_s};
    QTest::newRow("bad time") << QStringList{u"--at"_s, u"tomorrow"_s};
    QTest::newRow("an operand") << QStringList{u"alice"_s};
}

void TestCliAnalyze::refuses()
{
    QFETCH(QStringList, options);
    const Run done =
        run(QStringList{u"--store"_s, samplePolicyPath(), u"analyze"_s} + options);
    QCOMPARE(done.status, 2);
    QCOMPARE(done.out, QByteArray());
}

// More than a hundred sets of Google's roles give the same.
void TestCliAnalyze::realPolicy()
{
    const QString table = sharedData(u"gcp/role_permissions.csv"_s);
    if (table.isEmpty())
        QSKIP("there is no ../shared/data beside this clone");
    const QString store = m_place.path(u"gcp.rolewright"_s);
    QCOMPARE(run({u"--store"_s, store, u"init"_s}).status, 0);
    QCOMPARE(run({u"--store"_s, store, u"import"_s, table, u"--names"_s, u"dotted"_s}).status, 0);
    const Run done = run({u"--store"_s, store, u"analyze"_s, u"--code"_s, u"same-roles"_s});
    QCOMPARE(done.status, 1);
    QVERIFY2(done.out.count('\n') > 100, done.out.constData());
    QVERIFY(done.out.contains(
        "The roles roles/accessapproval.editor, roles/accessapproval.viewer give exactly the same"));
}

QTEST_GUILESS_MAIN(TestCliAnalyze)
#include "tst_clianalyze.moc"
