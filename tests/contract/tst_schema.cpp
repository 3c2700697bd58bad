// SPDX-License-Identifier: Apache-2.0
#include "core/store/policystore.h"
#include "core/store/sql/schema.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

// How a store comes from one format to a later one, with scripts that there are not yet.
class TestSchema : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteDatabase> m_database;

private Q_SLOTS:
    void init()
    {
        m_database.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        const QString path = m_folder->filePath(u"acme.rolewright"_s);
        QVERIFY(createStore(path, {}, {u"bob"_s, u"test"_s}));
        auto database = SqliteDatabase::open(path);
        QVERIFY(database);
        m_database = std::move(*database);
    }

    void aNewStoreHasTheNewestFormat()
    {
        QCOMPARE(m_database->number(u"PRAGMA user_version"_s).value(), migrations().size());
        QVERIFY(checkFormat(*m_database, migrations()));
        QVERIFY(checkSchema(*m_database, migrations()));
        QVERIFY(migrate(*m_database, migrations()));
    }

    void scriptsThatItHasNotHadAreRun()
    {
        const QByteArrayList scripts = migrations()
            + QByteArrayList{"CREATE TABLE two (a);",
                             "ALTER TABLE two ADD COLUMN b; CREATE INDEX i ON two (b);"};
        QVERIFY(!checkFormat(*m_database, scripts));
        QVERIFY(!checkSchema(*m_database, scripts));
        QVERIFY(migrate(*m_database, scripts));
        QCOMPARE(m_database->number(u"PRAGMA user_version"_s).value(), migrations().size() + 2);
        QVERIFY(checkFormat(*m_database, scripts));
        QVERIFY(checkSchema(*m_database, scripts));
        QVERIFY(migrate(*m_database, scripts)); // again: nothing to do
        // An older program refuses it from then on.
        QVERIFY(!checkFormat(*m_database, migrations()));
        QVERIFY(!migrate(*m_database, migrations()));
    }

    // Prepared once, whoever left the last one in the middle, with what values, and what became of the table since.
    void statementsThatComeAgainBeginAnew()
    {
        QVERIFY(m_database->run("CREATE TABLE two (a); INSERT INTO two VALUES (1), (2), (3)"));
        const QString sql = u"SELECT a FROM two WHERE a >= coalesce(?, 0) ORDER BY a"_s;
        const auto first = [&](const auto &...values) {
            qint64 a = 0;
            Statement statement(*m_database, sql);
            const Status status = statement.forEachRow(
                [&](const Statement &row) {
                    a = row.integer(0);
                    return false;
                },
                values...);
            return status ? a : -1;
        };
        QCOMPARE(first(2), 2);
        QCOMPARE(first(), 1); // nothing is bound
        Statement outer(*m_database, sql);
        int seen = 0;
        QVERIFY(outer.forEachRow(
            [&](const Statement &) {
                seen += first(3) == 3; // the same, while it runs
                return true;
            },
            1));
        QCOMPARE(seen, 3);
        QVERIFY(m_database->run("DROP TABLE two"));
        QCOMPARE(first(2), -1);
        QVERIFY(m_database->run("CREATE TABLE two (b, a); INSERT INTO two VALUES (8, 9)"));
        QCOMPARE(first(2), 9);
    }

    void aScriptThatFailsLeavesTheStoreAsItWas()
    {
        const QByteArrayList scripts =
            migrations() + QByteArrayList{"CREATE TABLE two (a);", "CREATE TABLE two (a);"};
        QVERIFY(!migrate(*m_database, scripts));
        QCOMPARE(m_database->number(u"PRAGMA user_version"_s).value(), migrations().size());
        QVERIFY(checkSchema(*m_database, migrations()));
    }
};

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
