// SPDX-License-Identifier: Apache-2.0
#include "tests/server/runningserver.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

// A sealed store that is served is sealed anew although nothing happens, and as often as it was said.
class TestSealClock : public QObject
{
    Q_OBJECT

private:
    static qint64 seals(const QString &store)
    {
        qint64 count = -1;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"seals"_s);
            database.setDatabaseName(store);
            QSqlQuery query(database);
            if (database.open() && query.exec(u"SELECT count(*) FROM seal"_s) && query.next())
                count = query.value(0).toLongLong();
        }
        QSqlDatabase::removeDatabase(u"seals"_s);
        return count;
    }

private Q_SLOTS:
    void seals_although_nothing_happens()
    {
        RunningServer server({u"--seal-every"_s, u"1"_s}, RunningServer::Store::SealedFile);
        QVERIFY2(!server.url.isEmpty(), server.log().constData());
        const qint64 before = seals(server.store);
        QVERIFY(before > 0);
        QTRY_VERIFY_WITH_TIMEOUT(seals(server.store) >= before + 2, 20'000);
        QVERIFY(!server.signIn(u"ann"_s, u"ann's password"_s)
                     .isEmpty()); // who signs in meanwhile is not in its way
        QCOMPARE(server.stop(), 0);
    }

    void does_not_where_it_was_told_not_to()
    {
        RunningServer server({u"--seal-every"_s, u"0"_s}, RunningServer::Store::SealedFile);
        QVERIFY2(!server.url.isEmpty(), server.log().constData());
        const qint64 before = seals(server.store);
        QTest::qWait(3000);
        QCOMPARE(seals(server.store), before);
    }
};

QTEST_GUILESS_MAIN(TestSealClock)
#include "tst_sealclock.moc"
