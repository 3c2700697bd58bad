// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/program.h"
#include "tests/support/postgresserver.h"

#include <QFile>
#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

// A store in PostgreSQL on the command line: made, signed in to, changed, and what is refused.
class TestCliPostgres : public QObject
{
    Q_OBJECT

private:
    Workplace m_place;
    QString m_database;
    QString m_store; // as ann

    QString secret(const QString &name, const QByteArray &password)
    {
        m_place.write(name, password + '\n');
        QFile::setPermissions(m_place.path(name), QFile::ReadOwner | QFile::WriteOwner);
        return m_place.path(name);
    }
    Run ann(const QStringList &arguments, const QByteArray &input = {})
    {
        return run(QStringList{u"--store"_s, m_store, u"--password-file"_s, m_place.path(u"ann"_s)}
                       + arguments,
                   input);
    }
    static QByteArray addRole(const QByteArray &name)
    {
        return "{\"rolewright-changes\": 1, \"changes\": [{\"add\": \"role\", \"value\": {\"name\": \"" + name
            + "\"}}]}";
    }

private Q_SLOTS:
    void initTestCase()
    {
        PostgresServer &server = PostgresServer::running();
        m_database = server.newDatabase();
        m_store = server.location(u"ann"_s, m_database);
        const QString owner = server.location(u"pgadmin"_s, m_database);
        secret(u"ann"_s, "ann's password");
        const QStringList init{
            u"--store"_s, owner,         u"--password-file"_s, secret(u"owner"_s, "testpw"),
            u"init"_s,    u"--sample"_s, u"newsroom"_s};
        const Run open = run(init);
        QCOMPARE(open.status, 2);
        QVERIFY2(open.err.contains("always guarded"), open.err.constData());
        const Run made =
            run(init + QStringList{u"--admin"_s, u"ann"_s, u"--new-password-file"_s, m_place.path(u"ann"_s)});
        QVERIFY2(made.status == 0, made.err.constData());
        QCOMPARE(made.out, "made " + owner.toUtf8() + ", version 1\n");
        QVERIFY2(made.err.contains("guarded"), made.err.constData());
        const Run again =
            run(init + QStringList{u"--admin"_s, u"ann"_s, u"--new-password-file"_s, m_place.path(u"ann"_s)});
        QCOMPARE(again.status, 2);
        QVERIFY2(again.err.contains("a store in this database already"), again.err.constData());
    }

    void readsAndChangesAsTheLogin()
    {
        const Run checked = ann({u"check"_s, u"ann"_s, u"update"_s, u"rolewright/role"_s});
        QVERIFY2(checked.out.startsWith("allow"), checked.err.constData());
        const Run applied = ann({u"apply"_s, u"-"_s, u"--reason"_s, u"a shift at night"_s}, addRole("night"));
        QVERIFY2(applied.status == 0, applied.err.constData());
        const Run log = ann({u"log"_s, u"--action"_s, u"role.add"_s, u"--limit"_s, u"1"_s, u"--json"_s, u"--confirm"_s});
        QVERIFY2(log.out.contains("\"actor\": \"ann\""), qPrintable(QString::fromUtf8(log.out + log.err)));
        const Run verified = ann({u"log"_s, u"verify"_s});
        QCOMPARE(verified.status, 0);
        const Run shown = ann({u"diff"_s, u"@1"_s, u"@2"_s});
        QVERIFY2(shown.out.contains("night"), shown.err.constData());
    }

    void sensitiveChangesAreConfirmedByAFreshLogin()
    {
        const Run added =
            ann({u"apply"_s, u"-"_s},
                R"({"rolewright-changes": 1, "changes": [{"add": "user", "value": {"id": "zoe"}}]})");
        QVERIFY2(added.status == 0, added.err.constData());
        const QByteArray gone = R"({"rolewright-changes": 1, "changes": [{"remove": "user", "id": "zoe"}]})";
        const Run refused = ann({u"apply"_s, u"-"_s}, gone);
        QCOMPARE(refused.status, 6);
        const Run confirmed = ann({u"--confirm"_s, u"apply"_s, u"-"_s}, gone);
        QVERIFY2(confirmed.status == 0, confirmed.err.constData());
    }

    void nobodyIsLetInWithoutThePassword()
    {
        secret(u"wrong"_s, "wrong password");
        const Run wrong =
            run({u"--store"_s, m_store, u"--password-file"_s, m_place.path(u"wrong"_s), u"history"_s});
        QCOMPARE(wrong.status, 6);
        QVERIFY2(wrong.err.contains("does not let ann in"), wrong.err.constData());
        const Run none =
            shell(u"setsid -w $R --store %1 history < /dev/null"_s.arg(m_store), m_place.folder());
        QCOMPARE(none.status, 2);
        QVERIFY2(none.err.contains("--password-file"), none.err.constData());
    }

    void aPasswordInTheNameIsRefusedAndNotRepeated()
    {
        const Run refused =
            run({u"--store"_s, QString(m_store).replace(u"ann@"_s, u"ann:hunter2@"_s), u"history"_s});
        QCOMPARE(refused.status, 2);
        QVERIFY2(!(refused.err + refused.out).contains("hunter2"), refused.err.constData());
        QVERIFY2(refused.err.contains("A password does not belong"), refused.err.constData());
    }

    void twoOnOneVersion()
    {
        const QByteArray version = ann({u"history"_s, u"--json"_s}).out;
        QVERIFY(!version.isEmpty());
        const Run first = ann({u"apply"_s, u"-"_s}, addRole("first"));
        QCOMPARE(first.status, 0);
        const Run second = ann({u"apply"_s, u"-"_s, u"--expect-version"_s, u"1"_s}, addRole("second"));
        QCOMPARE(second.status, 4);
    }

    void aServerThatIsDownIsSaid()
    {
        PostgresServer::running().stop();
        const Run down = ann({u"history"_s});
        PostgresServer::running().start();
        QCOMPARE(down.status, 5);
        QVERIFY2(down.err.contains("cannot be reached"), down.err.constData());
        QCOMPARE(ann({u"history"_s}).status, 0);
    }
};

QTEST_GUILESS_MAIN(TestCliPostgres)
#include "tst_clipostgres.moc"
