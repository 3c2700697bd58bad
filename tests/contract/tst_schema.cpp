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
