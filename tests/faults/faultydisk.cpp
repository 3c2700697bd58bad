// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/faultydisk.h"

#include <QFile>

#include <sqlite3.h>

#include <cstring>

namespace rolewright {

namespace {

FaultyDisk *disk = nullptr;
sqlite3_vfs *realVfs = nullptr;
sqlite3_vfs faultyVfs;

} // namespace

// SQLite allocates one of these for each file it opens; the real file follows it in memory.
struct FaultyFile
{
    sqlite3_file base;
    const char *path;

    using Effect = FaultyDisk::Effect;

    static sqlite3_file *real(sqlite3_file *file)
    {
        return reinterpret_cast<sqlite3_file *>(reinterpret_cast<FaultyFile *>(file) + 1);
    }
    static QByteArray pathOf(sqlite3_file *file) { return reinterpret_cast<FaultyFile *>(file)->path; }
    static int failing(int own) { return disk->m_fault.code ? disk->m_fault.code : own; }

    // What the next call comes to; `works` does it.
    template <class Works>
    static int call(bool changes, int own, Works works)
    {
        switch (disk->next(changes)) {
        case Effect::Works:
            return works();
        case Effect::Swallowed:
            return SQLITE_OK;
        case Effect::Fails:
            break;
        }
        return failing(own);
    }

    static FaultyDisk::Unsynced *unsynced(sqlite3_file *file)
    {
        const QByteArray path = pathOf(file);
        if (path.isEmpty() || path.endsWith("-shm"))
            return nullptr;
        if (!disk->m_unsynced.contains(path))
            disk->m_unsynced[path].synced = contents(file);
        return &disk->m_unsynced[path];
    }
    // Through SQLite's own descriptor: closing another one would drop its locks.
    static QByteArray contents(sqlite3_file *file)
    {
        sqlite3_int64 size = 0;
        real(file)->pMethods->xFileSize(real(file), &size);
        QByteArray bytes(size, '\0');
        if (size > 0)
            real(file)->pMethods->xRead(real(file), bytes.data(), int(size), 0);
        return bytes;
    }

    static int close(sqlite3_file *file) { return real(file)->pMethods->xClose(real(file)); }
    static int read(sqlite3_file *file, void *to, int size, sqlite3_int64 offset)
    {
        return call(false, SQLITE_IOERR_READ,
                    [=] { return real(file)->pMethods->xRead(real(file), to, size, offset); });
    }
    static int write(sqlite3_file *file, const void *from, int size, sqlite3_int64 offset)
    {
        const int code = call(true, SQLITE_IOERR_WRITE, [=] {
            if (FaultyDisk::Unsynced *changed = unsynced(file))
                changed->writes.append({offset, QByteArray(static_cast<const char *>(from), size), -1});
            return real(file)->pMethods->xWrite(real(file), from, size, offset);
        });
        if (code != SQLITE_OK) // what fails may have been done by half
            real(file)->pMethods->xWrite(real(file), from, size / 2, offset);
        return code;
    }
    static int truncate(sqlite3_file *file, sqlite3_int64 size)
    {
        return call(true, SQLITE_IOERR_TRUNCATE, [=] {
            if (FaultyDisk::Unsynced *changed = unsynced(file))
                changed->writes.append({0, {}, size});
            return real(file)->pMethods->xTruncate(real(file), size);
        });
    }
    static int sync(sqlite3_file *file, int flags)
    {
        return call(true, SQLITE_IOERR_FSYNC, [=] {
            const bool lost = disk->m_fault.walNotSynced && pathOf(file).endsWith("-wal");
            if (FaultyDisk::Unsynced *changed = lost ? nullptr : unsynced(file))
                *changed = {contents(file), {}};
            const int result = real(file)->pMethods->xSync(real(file), flags);
            if (disk->m_fault.logSynced && pathOf(file).endsWith("-wal"))
                disk->m_fault.logSynced();
            return result;
        });
    }
    static int fileSize(sqlite3_file *file, sqlite3_int64 *size)
    {
        return call(false, SQLITE_IOERR_FSTAT,
                    [=] { return real(file)->pMethods->xFileSize(real(file), size); });
    }
    static int lock(sqlite3_file *file, int level)
    {
        return call(false, SQLITE_IOERR_LOCK, [=] { return real(file)->pMethods->xLock(real(file), level); });
    }
    static int unlock(sqlite3_file *file, int level)
    {
        return real(file)->pMethods->xUnlock(real(file), level);
    }
    static int checkReservedLock(sqlite3_file *file, int *held)
    {
        return call(false, SQLITE_IOERR_CHECKRESERVEDLOCK,
                    [=] { return real(file)->pMethods->xCheckReservedLock(real(file), held); });
    }
    static int fileControl(sqlite3_file *file, int operation, void *argument)
    {
        return real(file)->pMethods->xFileControl(real(file), operation, argument);
    }
    static int sectorSize(sqlite3_file *file) { return real(file)->pMethods->xSectorSize(real(file)); }
    static int characteristics(sqlite3_file *file)
    {
        return real(file)->pMethods->xDeviceCharacteristics(real(file));
    }
    static int shmMap(sqlite3_file *file, int page, int size, int extend, void volatile **to)
    {
        return call(false, SQLITE_IOERR_SHMMAP,
                    [=] { return real(file)->pMethods->xShmMap(real(file), page, size, extend, to); });
    }
    static int shmLock(sqlite3_file *file, int offset, int count, int flags)
    {
        const auto works = [=] { return real(file)->pMethods->xShmLock(real(file), offset, count, flags); };
        return flags & SQLITE_SHM_UNLOCK ? works() : call(false, SQLITE_IOERR_SHMLOCK, works);
    }
    static void shmBarrier(sqlite3_file *file) { real(file)->pMethods->xShmBarrier(real(file)); }
    static int shmUnmap(sqlite3_file *file, int remove)
    {
        return real(file)->pMethods->xShmUnmap(real(file), remove);
    }

    static int open(sqlite3_vfs *, const char *path, sqlite3_file *file, int flags, int *outFlags);
    static int remove(sqlite3_vfs *, const char *path, int syncFolder)
    {
        return call(true, SQLITE_IOERR_DELETE, [=] { return realVfs->xDelete(realVfs, path, syncFolder); });
    }
    static int access(sqlite3_vfs *, const char *path, int flags, int *result)
    {
        return call(false, SQLITE_IOERR_ACCESS,
                    [=] { return realVfs->xAccess(realVfs, path, flags, result); });
    }
};

static const sqlite3_io_methods methods = {2,
                                           FaultyFile::close,
                                           FaultyFile::read,
                                           FaultyFile::write,
                                           FaultyFile::truncate,
                                           FaultyFile::sync,
                                           FaultyFile::fileSize,
                                           FaultyFile::lock,
                                           FaultyFile::unlock,
                                           FaultyFile::checkReservedLock,
                                           FaultyFile::fileControl,
                                           FaultyFile::sectorSize,
                                           FaultyFile::characteristics,
                                           FaultyFile::shmMap,
                                           FaultyFile::shmLock,
                                           FaultyFile::shmBarrier,
                                           FaultyFile::shmUnmap,
                                           nullptr,
                                           nullptr};

int FaultyFile::open(sqlite3_vfs *, const char *path, sqlite3_file *file, int flags, int *outFlags)
{
    file->pMethods = nullptr; // until it is open
    reinterpret_cast<FaultyFile *>(file)->path = path;
    if (disk->m_fault.readOnly && (flags & SQLITE_OPEN_READWRITE)) {
        if (!(flags & SQLITE_OPEN_MAIN_DB))
            return SQLITE_CANTOPEN;
        flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
    }
    Effect effect = disk->next(flags & SQLITE_OPEN_CREATE);
    if (effect != Effect::Works)
        return failing(SQLITE_CANTOPEN);
    const int code = realVfs->xOpen(realVfs, path, real(file), flags, outFlags);
    if (code == SQLITE_OK)
        file->pMethods = &methods;
    return code;
}

FaultyDisk::FaultyDisk()
{
    Q_ASSERT(!disk);
    disk = this;
    realVfs = sqlite3_vfs_find(nullptr);
    faultyVfs = *realVfs;
    faultyVfs.zName = "faulty";
    faultyVfs.szOsFile = int(sizeof(FaultyFile)) + realVfs->szOsFile;
    faultyVfs.xOpen = FaultyFile::open;
    faultyVfs.xDelete = FaultyFile::remove;
    faultyVfs.xAccess = FaultyFile::access;
    sqlite3_vfs_register(&faultyVfs, 1);
}

FaultyDisk::~FaultyDisk()
{
    sqlite3_vfs_unregister(&faultyVfs);
    sqlite3_vfs_register(realVfs, 1);
    disk = nullptr;
}

void FaultyDisk::arm(const Fault &fault)
{
    m_fault = fault;
    m_calls = 0;
    m_failures = 0;
    m_unsynced.clear();
}

FaultyDisk::Effect FaultyDisk::next(bool changes)
{
    if (m_fault.writesOnly && !changes)
        return Effect::Works;
    ++m_calls;
    const bool fails = m_fault.at > 0 && (m_calls == m_fault.at || (m_fault.forGood && m_calls > m_fault.at));
    if (!fails)
        return Effect::Works;
    if (m_fault.meanwhile) {
        m_fault.meanwhile();
        return Effect::Works;
    }
    ++m_failures;
    return m_fault.swallowed && changes ? Effect::Swallowed : Effect::Fails;
}

void FaultyDisk::losePower(std::mt19937 &random)
{
    for (auto file = m_unsynced.cbegin(); file != m_unsynced.cend(); ++file) {
        QByteArray bytes = file->synced;
        for (const Unsynced::Write &write : file->writes) {
            const quint32 fate = random() % 3; // lost, there, or cut at a sector
            if (fate == 0)
                continue;
            if (write.truncatedTo >= 0) {
                bytes.truncate(write.truncatedTo);
                continue;
            }
            const qsizetype kept = fate == 1 ? write.bytes.size() : write.bytes.size() / 2 / 512 * 512;
            if (kept > 0 && bytes.size() < write.offset + kept)
                bytes.append(write.offset + kept - bytes.size(), '\0');
            if (kept > 0)
                bytes.replace(write.offset, kept, write.bytes.first(kept));
        }
        QFile on(QFile::decodeName(file.key()));
        if (on.exists() && on.open(QIODevice::WriteOnly))
            on.write(bytes);
        QFile::remove(QFile::decodeName(file.key()) + QLatin1StringView("-shm"));
    }
    m_unsynced.clear();
}

} // namespace rolewright
