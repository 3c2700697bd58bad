// SPDX-License-Identifier: Apache-2.0
#include "core/edit/difference.h"
#include "core/exchange/policyjson.h"
#include "core/exchange/tableimport.h"
#include "core/store/policystore.h"
#include "tests/contract/randomhistory.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace rolewright;
using namespace Qt::StringLiterals;

// What only a store in a file has to show: several connections, checkpoints, older formats, a trail that was
// touched.
namespace {

const CommitContext bob{u"bob"_s, u"test"_s, {1'790'000'000'000}, true};

qint64 runSql(const QString &path, const QByteArray &sql)
{
    qint64 number = -1;
    sqlite3 *database = nullptr;
    sqlite3_open(QFile::encodeName(path).constData(), &database);
    const auto take = [](void *to, int, char **values, char **) {
        *static_cast<qint64 *>(to) = QByteArray(values[0]).toLongLong();
        return 0;
    };
    char *error = nullptr;
    if (sqlite3_exec(database, sql.constData(), take, &number, &error) != SQLITE_OK)
        qFatal("%s: %s", sql.constData(), error);
    if (number < 0)
        number = sqlite3_total_changes(database);
    sqlite3_close(database);
    return number;
}

template <class TableType>
bool sameById(const TableType &a, const TableType &b)
{
    bool same = a.end() == b.end();
    TableType::forEachDifference(a, b, [&](auto, const auto *, const auto *) { same = false; });
    return same;
}

// Every row with the ids and numbers that it has, not only what they mean.
bool sameById(const Policy &a, const Policy &b)
{
    bool same = sameById(a.permissions(), b.permissions()) && sameById(a.roles(), b.roles())
        && sameById(a.users(), b.users()) && sameById(a.constraints(), b.constraints())
        && sameById(a.operations(), b.operations()) && sameById(a.tests(), b.tests())
        && a.patterns().size() == b.patterns().size() && a.validities().size() == b.validities().size()
        && a.sources().size() == b.sources().size();
    const auto differs = [&](const auto *, const auto *) { same = false; };
    Relation<GrantRow>::forEachDifference(a.grants(), b.grants(), differs);
    Relation<InheritanceRow>::forEachDifference(a.inheritance(), b.inheritance(), differs);
    Relation<AssignmentRow>::forEachDifference(a.assignments(), b.assignments(), differs);
    return same && writePolicy(a) == writePolicy(b);
}

} // namespace

class TestSqliteStore : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

    std::unique_ptr<PolicyStore> opened()
    {
        auto store = openStore(m_path);
        if (!store)
            qFatal("%s", qPrintable(toText(store.error())));
        return std::move(*store);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"acme.rolewright"_s);
        QVERIFY(createStore(m_path, {}, bob));
    }

    void theLaterOfTwoIsRefused()
    {
        const auto first = opened();
        const auto second = opened();
        const Snapshot base = first->load().value();
        QVERIFY(second->load());
        RandomHistory history(1);
        const ChangeSet mine = history.next(base.policy, base.version);
        const ChangeSet theirs = history.next(base.policy, base.version);
        const Snapshot done = second->commit(theirs, bob).value();
        const Result<Snapshot> refused = first->commit(mine, bob);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(first->version().value(), 1);
        QCOMPARE(writePolicy(first->load()->policy), writePolicy(done.policy));
    }

    // A policy that followed the change sets of another connection, one that was primed and one that was read
    // from the rows have the same ids: only then may they be compared by id.
    void idsAreTheSameForEverybody()
    {
        const auto first = opened();
        const auto second = opened();
        RandomHistory history(testSeed());
        for (int i = 0; i < 120; ++i) {
            PolicyStore &writer = i % 3 == 0 ? *first : *second;
            const Snapshot head = writer.load().value();
            const Snapshot done = writer.commit(history.next(head.policy, head.version), bob).value();
            if (i % 4 == 0)
                first->prime(done);
            if (i % 5 != 0)
                continue;
            const Policy fresh = opened()->load()->policy;
            QVERIFY(sameById(fresh, done.policy));
            QVERIFY(sameById(fresh, first->load()->policy));
            QVERIFY(sameById(fresh, second->load()->policy));
        }
    }

    void checkpointsLeadToEveryVersion()
    {
        QList<QByteArray> versions;
        {
            const auto store = opened();
            RandomHistory history(3);
            for (int i = 0; i < 60; ++i) {
                const Snapshot head = store->load().value();
                versions.append(writePolicy(head.policy));
                ChangeSet changes = history.next(head.policy, head.version);
                // Long texts that do not compress: what makes change sets outgrow the policy.
                std::mt19937 random{quint32(i)};
                QString text;
                for (int c = 0; c < 5000; ++c)
                    text += QChar(char16_t(0x4e00 + random() % 0x5000));
                const QString role = u"long %1"_s.arg(i % 3);
                const RoleId id = head.policy.roles().idOf(role);
                Change change{id.isValid() ? Change::Verb::Set : Change::Verb::Add,
                              Change::Kind::Role,
                              role,
                              {},
                              {},
                              {},
                              {}};
                if (id.isValid()) {
                    change.field = u"description"_s;
                    change.was = head.policy.roles().at(id).description;
                    change.to = text;
                } else {
                    change.to = Role{role, text, true};
                }
                changes.changes.prepend(change);
                const Result<Snapshot> done = store->commit(changes, bob);
                QVERIFY2(done, qPrintable(done ? QString() : toText(done.error())));
            }
        }
        QVERIFY(runSql(m_path, "SELECT count(*) FROM checkpoint") > 2);
        const auto store = opened();
        for (qsizetype version = 0; version < versions.size(); ++version)
            QCOMPARE(writePolicy(store->load(version)->policy), versions.at(version));

        // A policy from a checkpoint has other ids; the way back to it is right all the same.
        const Policy head = store->load()->policy;
        for (qsizetype version = 0; version < versions.size(); version += 7) {
            Policy reverted = head;
            QVERIFY(apply(reverted, reverting(head, store->load(version)->policy)));
            QCOMPARE(writePolicy(reverted), versions.at(version));
        }
    }

    // Every byte of the trail stands somewhere in the file; whatever is changed there is found.
    void aTouchedTrailIsFound_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<int>("firstBad");
        QTest::newRow("untouched") << QByteArray("SELECT 1") << 0;
        QTest::newRow("a summary") << QByteArray(
            "UPDATE event SET summary = summary || ' ' WHERE sequence = 7")
                                   << 7;
        QTest::newRow("an action") << QByteArray("UPDATE event SET action = 'x' WHERE sequence = 7") << 7;
        QTest::newRow("a result") << QByteArray("UPDATE event SET result = 'x' WHERE sequence = 7") << 7;
        QTest::newRow("a shown name")
            << QByteArray("UPDATE event SET target_name = 'x' WHERE sequence = 7") << 7;
        QTest::newRow("a hash") << QByteArray("UPDATE event SET hash = zeroblob(32) WHERE sequence = 7") << 7;
        QTest::newRow("another change")
            << QByteArray("UPDATE event SET line = line + 1 WHERE sequence = 7") << 7;
        QTest::newRow("no change") << QByteArray("UPDATE event SET line = NULL WHERE sequence = 7") << 7;
        QTest::newRow("another target")
            << QByteArray("UPDATE event SET target = target + 1 WHERE sequence = 7") << 7;
        QTest::newRow("a record deleted") << QByteArray("DELETE FROM event WHERE sequence = 7") << 7;
        QTest::newRow("the last deleted") << QByteArray("DELETE FROM event WHERE sequence = 21") << 21;
        QTest::newRow("the last deleted, the head moved")
            << QByteArray("DELETE FROM event WHERE sequence = 21; UPDATE head SET sequence = 20") << 20;
        QTest::newRow("two records swapped")
            << QByteArray("UPDATE event SET sequence = 0 WHERE sequence = 7; UPDATE event SET sequence = 7 "
                          "WHERE sequence = 8; "
                          "UPDATE event SET sequence = 8 WHERE sequence = 0")
            << 7;
        QTest::newRow("the actor of a version")
            << QByteArray("UPDATE change_set SET actor = 'eve' WHERE version = 7") << 8;
        QTest::newRow("the time of a version")
            << QByteArray("UPDATE change_set SET time = time + 1 WHERE version = 7") << 8;
        QTest::newRow("the reason of a version")
            << QByteArray("UPDATE change_set SET reason = '' WHERE version = 7") << 8;
        QTest::newRow("the origin of a version")
            << QByteArray("UPDATE change_set SET origin = '' WHERE version = 7") << 8;
        QTest::newRow("the operation of a version")
            << QByteArray("UPDATE change_set SET operation = 'x' WHERE version = 7") << 8;
        QTest::newRow("the changes of a version") << QByteArray(
            "UPDATE change_set SET body = (SELECT body FROM change_set WHERE version = 9) WHERE version = 7")
                                                  << 8;
        QTest::newRow("changes that are not readable")
            << QByteArray("UPDATE change_set SET body = x'00' WHERE version = 7") << 8;
        QTest::newRow("a version deleted") << QByteArray("DELETE FROM change_set WHERE version = 7") << 8;
        QTest::newRow("a version without a record")
            << QByteArray("INSERT INTO change_set SELECT 21, time, actor, origin, reason, 'y', changes, body "
                          "FROM change_set WHERE version = 1")
            << 22;
        QTest::newRow("a role that no record adds")
            << QByteArray("UPDATE head SET next_role = 21; INSERT INTO role VALUES (20, 'eve', '', 1)") << 22;
        QTest::newRow("a role renamed") << QByteArray("UPDATE role SET name = 'eve' WHERE name = 'r3'") << 22;
        QTest::newRow("a setting") << QByteArray("UPDATE head SET ownership_attribute = 'x'") << 22;
        QTest::newRow("a thing renamed")
            << QByteArray("UPDATE thing SET name = 'role/other' WHERE name = 'role/r6'") << 8;
    }

    void aTouchedTrailIsFound()
    {
        QFETCH(QByteArray, sql);
        QFETCH(int, firstBad);
        {
            const auto store = opened();
            for (int i = 0; i < 20; ++i) {
                Change change{Change::Verb::Add, Change::Kind::Role, u"r%1"_s.arg(i), {}, {}, {}, {}};
                change.to = Role{change.key, {}, true};
                QVERIFY(store->commit({i, QUuid::createUuid(), u"ticket"_s, {change}}, bob));
            }
        }
        runSql(m_path, sql);
        const Result<TrailState> state = opened()->verifyTrail();
        QVERIFY2(state, qPrintable(state ? QString() : toText(state.error())));
        QCOMPARE(int(state->firstBad.value_or(0)), firstBad);
        QCOMPARE(state->problem.isEmpty(), firstBad == 0);
    }

    void aNewerProgramMayMigrateUnderAnOpenStore()
    {
        const auto store = opened();
        const Snapshot head = store->load().value();
        runSql(m_path, "PRAGMA user_version=99");
        for (const Result<Snapshot> &refused :
             {store->load(), store->commit(RandomHistory(1).next(head.policy, head.version), bob)}) {
            QVERIFY(!refused);
            QVERIFY2(refused.error().message.contains(u"newer Rolewright"_s),
                     qPrintable(refused.error().message));
        }
    }

    void aStoreThatIsLockedSaysSo()
    {
        const auto store = opened();
        const Snapshot head = store->load().value();
        const ChangeSet changes = RandomHistory(1).next(head.policy, head.version);
        sqlite3 *other = nullptr;
        QCOMPARE(sqlite3_open(QFile::encodeName(m_path).constData(), &other), SQLITE_OK);
        QCOMPARE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
        QVERIFY(store->load()); // readers do not wait
        const Result<Snapshot> refused = store->commit(changes, bob);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unavailable);
        QVERIFY2(refused.error().message.contains(u"locked for too long"_s),
                 qPrintable(refused.error().message));
        sqlite3_close(other);
        QVERIFY(store->commit(changes, bob));
    }

    // A store of each format that was ever released, as it was written then.
    void olderFormatsAreMigrated_data()
    {
        QTest::addColumn<QString>("stored");
        QTest::newRow("format 1") << u"format1"_s;
        QTest::newRow("format 2") << u"format2"_s;
        QTest::newRow("format 3") << u"format3"_s;
        QTest::newRow("format 4") << u"format4"_s;
    }

    void olderFormatsAreMigrated()
    {
        QFETCH(QString, stored);
        const QString folder = QStringLiteral(ROLEWRIGHT_SOURCE_DIR) + u"/tests/contract/stored/"_s;
        QVERIFY(QFile::remove(m_path));
        QVERIFY(QFile::copy(folder + stored + u".rolewright"_s, m_path));
        QFile expected(folder + stored + u".json"_s);
        QVERIFY(expected.open(QIODevice::ReadOnly));

        const auto store = opened();
        const Snapshot head = store->load().value();
        QCOMPARE(writePolicy(head.policy), expected.readAll());
        Policy replayed;
        for (qint64 version = 1; version <= head.version; ++version) {
            QVERIFY(apply(replayed, store->changeSet(version)->changes));
            QCOMPARE(writePolicy(store->load(version)->policy), writePolicy(replayed));
        }
        QVERIFY(!store->verifyTrail()->firstBad);
        QVERIFY(store->commit(RandomHistory(1).next(head.policy, head.version), bob));
        QVERIFY(!store->verifyTrail()->firstBad);
    }

    // Its changes together are more than one document may hold.
    void aVersionOfMillionsOfChangesIsReadAgain()
    {
        if (qEnvironmentVariable("ROLEWRIGHT_FAULTS") != u"all")
            QSKIP("takes minutes: ./dev test --faults runs it");
        Policy policy;
        QList<RoleId> roles;
        for (int i = 0; i < 1000; ++i)
            roles.append(policy.roles().insert({u"r%1"_s.arg(i), {}, true}));
        for (int i = 0; i < 2600; ++i) {
            const QString name = u"u%1"_s.arg(i);
            const UserId user = policy.users().insert({name, name, true, {}, {}});
            for (const RoleId role : std::as_const(roles))
                policy.assignments().insert(policy.internAssignment(user, role, {}));
        }
        const QList<Change> changes = difference({}, policy);
        QVERIFY(changes.size() > 2'600'000);
        QVERIFY(opened()->commit({0, QUuid::createUuid(), u"all"_s, changes}, bob));
        const auto store = opened();
        const Result<ChangeSet> read = store->changeSet(1);
        QVERIFY2(read, qPrintable(read ? QString() : toText(read.error())));
        QVERIFY(read->changes == changes);
    }

    // 165,179 grants; prints what it took.
    void theGcpPolicy()
    {
        const QString shared = qEnvironmentVariable("ROLEWRIGHT_SHARED",
                                                    QStringLiteral(ROLEWRIGHT_SOURCE_DIR) + u"/../shared"_s);
        QFile file(shared + u"/data/gcp/role_permissions.csv"_s);
        if (!file.open(QIODevice::ReadOnly)) {
            qInfo("left out: %s is not there", qPrintable(file.fileName()));
            return;
        }
        TableOptions options;
        options.dottedNames = true;
        const Result<TableImport> import = importTable({}, file.readAll(), options);
        QVERIFY2(import, qPrintable(import ? QString() : toText(import.error()).left(2000)));
        QElapsedTimer timer;
        timer.start();
        const Snapshot done =
            opened()->commit({0, QUuid::createUuid(), u"import"_s, import->changes}, bob).value();
        const qint64 committed = timer.restart();
        const Snapshot loaded = opened()->load().value();
        const qint64 read = timer.restart();
        QCOMPARE(loaded.policy.grants().size(), 165'179);
        QVERIFY(sameById(loaded.policy, done.policy));
        timer.restart();
        const auto store = opened();
        AuditQuery query;
        query.limit = 100;
        QCOMPARE(store->events(query)->size(), 100);
        const qint64 page = timer.restart();
        QVERIFY(!store->verifyTrail()->firstBad);
        const qint64 verified = timer.restart();
        Change change{Change::Verb::Set,
                      Change::Kind::Role,
                      u"roles/accessapproval.admin"_s,
                      {},
                      u"description"_s,
                      QString(),
                      u"x"_s};
        QVERIFY(store->commit({1, QUuid::createUuid(), {}, {change}}, bob));
        const qint64 edited = timer.restart();
        QVERIFY(store->commit({2, QUuid::createUuid(), {}, {change.inverted()}}, bob));
        const qint64 editedAgain = timer.restart();
        QVERIFY(store->load(1));
        qInfo("%lld changes committed in %lld ms, read in %lld ms, a page of events %lld ms, verified in "
              "%lld ms, "
              "one edit %lld ms, another %lld ms, a version before %lld ms, file %lld KiB",
              qint64(import->changes.size()), committed, read, page, verified, edited, editedAgain,
              timer.elapsed(), QFileInfo(m_path).size() / 1024);
    }
};

QTEST_GUILESS_MAIN(TestSqliteStore)
#include "tst_sqlitestore.moc"
