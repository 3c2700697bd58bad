// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/policyjson.h"
#include "core/store/policystore.h"
#include "core/store/sql/networkfilesystem.h"
#include "tests/contract/randomhistory.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>
#include <sys/stat.h>

using namespace rolewright;
using namespace Qt::StringLiterals;

// A store's file: what is refused, and that it is left alone then (issue 2, item 4).
namespace {

const CommitContext bob{u"bob"_s, u"test"_s, {1'790'000'000'000}, true};

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    QVERIFY(written);
}

void runSql(const QString &path, const char *sql)
{
    sqlite3 *database = nullptr;
    QCOMPARE(sqlite3_open(QFile::encodeName(path).constData(), &database), SQLITE_OK);
    QCOMPARE(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);
}

void makeStore(const QString &path)
{
    const auto store = createStore(path, {}, bob);
    QVERIFY2(store, qPrintable(store ? QString() : toText(store.error())));
    const ChangeSet changes = RandomHistory(1).next({}, 0);
    QVERIFY((*store)->commit(changes, bob));
}

mode_t modeOf(const QString &path)
{
    struct stat file = {};
    return stat(QFile::encodeName(path).constData(), &file) == 0 ? file.st_mode & 07777 : 0;
}

} // namespace

class TestStoreFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatIsNoStore_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("message");
        const auto add = [](const char *kind, const QString &message) {
            QTest::newRow(kind) << QString::fromLatin1(kind) << message;
        };
        add("missing", u"There is no such file."_s);
        add("folder", u"This is a folder"_s);
        add("pipe", u"This is a device or a pipe"_s);
        add("empty", u"The file is empty."_s);
        add("text", u"it is not an SQLite database"_s);
        add("cut header", u"it is not an SQLite database"_s);
        add("foreign", u"of another program"_s);
        add("foreign with our format number", u"of another program"_s);
        add("newer", u"written by a newer Rolewright: its format is 99, and this one knows up to "_s);
        add("cut in the middle", u"The store is damaged"_s);
        add("other tables", u"its tables are not those that Rolewright made"_s);
        add("a trigger", u"its tables are not those that Rolewright made"_s);
        add("dangling link", u"There is no such file."_s);
    }

    void refusesWhatIsNoStore()
    {
        QFETCH(QString, kind);
        QFETCH(QString, message);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"acme.rolewright"_s);
        if (kind == u"folder")
            QVERIFY(QDir().mkdir(path));
        if (kind == u"pipe")
            QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        if (kind == u"empty")
            write(path, {});
        if (kind == u"text")
            write(path, QByteArray("rolewright\n").repeated(100));
        if (kind == u"foreign")
            runSql(path, "PRAGMA journal_mode=WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1)");
        if (kind == u"foreign with our format number")
            runSql(path, "CREATE TABLE t (a); PRAGMA user_version=1");
        if (kind == u"dangling link")
            QVERIFY(QFile::link(folder.filePath(u"nowhere"_s), path));
        const bool ours = QStringList{u"cut header"_s, u"newer"_s, u"cut in the middle"_s, u"other tables"_s,
                                      u"a trigger"_s}
                              .contains(kind);
        if (ours)
            makeStore(path);
        if (kind == u"cut header")
            write(path, contents(path).first(90));
        if (kind == u"newer")
            runSql(path, "PRAGMA user_version=99; PRAGMA wal_checkpoint(TRUNCATE)");
        if (kind == u"cut in the middle")
            write(path, contents(path).first(4096 * 3));
        if (kind == u"other tables")
            runSql(path, "CREATE TABLE spy (a)");
        if (kind == u"a trigger")
            runSql(path, "CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM event; END");

        const QFileInfo before(path);
        const QByteArray bytes = before.isFile() ? contents(path) : QByteArray();
        const QStringList files =
            QDir(folder.path()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
        const auto store = openStore(path);
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::Unavailable);
        QVERIFY2(store.error().message.contains(message), qPrintable(store.error().message));
        QCOMPARE(store.error().place, path);

        QCOMPARE(before.isFile() ? contents(path) : QByteArray(), bytes);
        QCOMPARE(QFileInfo(path).lastModified(), before.lastModified());
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot),
                 files);
    }

    void refusesNetworkFileSystems_data()
    {
        QTest::addColumn<quint32>("magic");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("name");
        QTest::newRow("NFS") << 0x6969u << QByteArray() << u"NFS"_s;
        QTest::newRow("CIFS") << 0xFF534D42u << QByteArray() << u"CIFS"_s;
        QTest::newRow("SMB 2") << 0xFE534D42u << QByteArray() << u"SMB"_s;
        QTest::newRow("AFS") << 0x5346414Fu << QByteArray() << u"AFS"_s;
        QTest::newRow("9P") << 0x01021997u << QByteArray() << u"9P"_s;
        QTest::newRow("Ceph") << 0x00C36400u << QByteArray() << u"Ceph"_s;
        QTest::newRow("sshfs") << 0x65735546u << QByteArray("fuse.sshfs") << u"fuse.sshfs"_s;
        QTest::newRow("FUSE that nobody knows") << 0x65735546u << QByteArray() << u"FUSE"_s;
        QTest::newRow("NTFS by FUSE on a disk") << 0x65735546u << QByteArray("fuseblk") << QString();
        QTest::newRow("ext4") << 0xEF53u << QByteArray() << QString();
        QTest::newRow("btrfs") << 0x9123683Eu << QByteArray() << QString();
        QTest::newRow("tmpfs") << 0x01021994u << QByteArray() << QString();
    }

    void refusesNetworkFileSystems()
    {
        QFETCH(quint32, magic);
        QFETCH(QByteArray, type);
        QFETCH(QString, name);
        QCOMPARE(networkFileSystem(magic, type).value_or(QString()), name);
    }

    void isForItsOwnerOnly_data()
    {
        QTest::addColumn<int>("mask");
        for (const int mask : {0, 022, 077, 0777})
            QTest::addRow("umask %03o", mask) << mask;
    }

    void isForItsOwnerOnly()
    {
        QFETCH(int, mask);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"acme.rolewright"_s);
        const mode_t before = umask(mode_t(mask));
        const auto store = createStore(path, {}, bob);
        const bool committed = store && (*store)->commit(RandomHistory(1).next({}, 0), bob);
        umask(before);
        QVERIFY(committed);
        QCOMPARE(modeOf(path), mode_t(0600));
        QCOMPARE(modeOf(path + u"-wal"_s), mode_t(0600));
        QCOMPARE(modeOf(path + u"-shm"_s), mode_t(0600));
    }

    void creatingLeavesAFileAlone()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"acme.rolewright"_s);
        write(path, "mine");
        const auto store = createStore(path, {}, bob);
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::Usage);
        QCOMPARE(contents(path), "mine");
        QCOMPARE(createStore(folder.filePath(u"no/such/folder.rolewright"_s), {}, bob).error().code,
                 ErrorCode::Unavailable);
    }

    void aPolicyThatIsRefusedLeavesNoFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"acme.rolewright"_s);
        Policy policy;
        const RoleId a = policy.roles().insert({u"a"_s, {}, true});
        const RoleId b = policy.roles().insert({u"b"_s, {}, true});
        policy.inheritance().insert({a, b});
        policy.inheritance().insert({b, a});
        QCOMPARE(createStore(path, policy, bob).error().code, ErrorCode::Invalid);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void followsLinks()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"acme.rolewright"_s);
        const QString link = folder.filePath(u"link %20?.rolewright"_s);
        makeStore(path);
        QVERIFY(QFile::link(path, link));
        const auto store = openStore(u"sqlite:"_s + link);
        QVERIFY2(store, qPrintable(store ? QString() : toText(store.error())));
        const Snapshot head = (*store)->load().value();
        QVERIFY((*store)->commit(RandomHistory(2).next(head.policy, head.version), bob));
        QCOMPARE((*openStore(path))->version().value(), 2);
    }

    // A rename over the file, as an editor or a restored backup does it: what SQLite writes then goes
    // nowhere.
    void noticesAnotherFileInItsPlace_data()
    {
        QTest::addColumn<bool>("removed");
        QTest::newRow("replaced") << false;
        QTest::newRow("removed") << true;
    }

    void noticesAnotherFileInItsPlace()
    {
        QFETCH(bool, removed);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"acme.rolewright"_s);
        const QString other = folder.filePath(u"other.rolewright"_s);
        makeStore(path);
        makeStore(other);
        const auto store = openStore(path);
        const Snapshot head = (*store)->load().value();
        QVERIFY(QFile::rename(path, folder.filePath(u"aside.rolewright"_s)));
        if (!removed)
            QVERIFY(QFile::rename(other, path));
        const QByteArray bytes = contents(path);

        const Result<Snapshot> refused =
            (*store)->commit(RandomHistory(2).next(head.policy, head.version), bob);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unavailable);
        QVERIFY2(refused.error().message.contains(removed ? u"was removed"_s : u"Another file"_s),
                 qPrintable(refused.error().message));
        QVERIFY(!(*store)->load());
        QVERIFY(!(*store)->version());
        QCOMPARE(contents(path), bytes);
        QCOMPARE(QFileInfo::exists(path), !removed);
    }

    // Two stores of one process on one file: closing the one must not drop the locks of the other (POSIX).
    // Another process would then take the write-ahead log away under it.
    void closingOneStoreKeepsTheLocksOfTheOther()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"acme.rolewright"_s);
        makeStore(path);
        const auto store = openStore(path);
        QVERIFY((*store)->load());
        QVERIFY((*openStore(path))->load());
        QFile locks(u"/proc/locks"_s);
        QVERIFY(locks.open(QIODevice::ReadOnly));
        struct stat file = {};
        QCOMPARE(stat(QFile::encodeName(path).constData(), &file), 0);
        QVERIFY(locks.readAll().contains(':' + QByteArray::number(quint64(file.st_ino)) + ' '));
    }

    // Whatever a file that looks like a store holds, it is read or refused.
    void survivesDamage()
    {
        const quint32 seed = testSeed();
        std::mt19937 random(seed);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"acme.rolewright"_s);
        {
            const auto store = createStore(path, {}, bob);
            RandomHistory edits(seed);
            for (int i = 0; i < 20; ++i) {
                const Snapshot head = (*store)->load().value();
                QVERIFY((*store)->commit(edits.next(head.policy, head.version), bob));
            }
        }
        const QByteArray whole = contents(path);
        QVERIFY(whole.size() > 4096);
        const bool all = qEnvironmentVariable("ROLEWRIGHT_FAULTS") == u"all";
        int refused = 0;
        // Qt says on the console what is returned as an error here.
        const QtMessageHandler handler =
            qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
        const auto restore = qScopeGuard([&] { qInstallMessageHandler(handler); });
        for (int run = 0; run < (all ? 10'000 : 300); ++run) {
            QByteArray damaged = whole;
            for (int i = 0; i < 1 + int(random() % 40); ++i)
                damaged[qsizetype(random() % quint32(damaged.size()))] = char(random());
            for (const char *suffix : {"-wal", "-shm"})
                QFile::remove(path + QLatin1StringView(suffix));
            write(path, damaged);
            const auto store = openStore(path);
            const Result<Snapshot> head = store ? (*store)->load() : Result<Snapshot>(failure(store.error()));
            if (!head) {
                QVERIFY(!head.error().message.isEmpty());
                ++refused;
                continue;
            }
            for (qint64 version = 0; version <= std::min<qint64>(head->version, 30); ++version)
                Q_UNUSED((*store)->load(version).has_value());
            Q_UNUSED((*store)->verifyTrail().has_value());
            Q_UNUSED((*store)->events({}).has_value());
            Q_UNUSED((*store)->commit(RandomHistory(2).next(head->policy, head->version), bob).has_value());
        }
        QVERIFY(refused > 0);
    }
};

QTEST_GUILESS_MAIN(TestStoreFile)
#include "tst_storefile.moc"
