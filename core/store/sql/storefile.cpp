// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/storefile.h"

#include "core/store/sql/networkfilesystem.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QMutex>
#include <QtEndian>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int HeaderSize = 100; // of an SQLite database

// The descriptors of the process, by file.
struct Held
{
    QList<int> descriptors;
    int users = 0;
};
using Identity = std::pair<quint64, quint64>; // device and inode

QMutex heldMutex;
QHash<Identity, Held> &heldFiles()
{
    static QHash<Identity, Held> files;
    return files;
}

QString systemMessage(int error)
{
    return QString::fromLocal8Bit(strerror(error));
}

tl::unexpected<Error> refusal(const QString &path, const QString &message)
{
    return failure(ErrorCode::Unavailable, message, path);
}

tl::unexpected<Error> openFailure(const QString &path, int error)
{
    if (error == ENOENT || error == ENOTDIR)
        return refusal(path, u"There is no such file. Check the path, or create a new store."_s);
    if (error == EACCES || error == EPERM)
        return refusal(path, u"The file may not be read by you. Ask its owner for access."_s);
    return refusal(path, u"The file cannot be opened: %1."_s.arg(systemMessage(error)));
}

tl::unexpected<Error> networkFailure(const QString &path, const QString &system)
{
    return refusal(
        path,
        u"The file is on a network file system (%1), where SQLite cannot keep it safe. Keep it on a local "
        u"disk; to share a policy, use a PostgreSQL store or a server."_s.arg(system));
}

// Nothing where the bytes begin a store in a format that is known.
std::optional<QString> problemOfHeader(const QByteArray &header, int newestFormat)
{
    if (header.isEmpty())
        return u"The file is empty. If a store's creation was interrupted here, remove the file and create it again."_s;
    if (header.size() < HeaderSize || !header.startsWith(QByteArrayView("SQLite format 3\0", 16)))
        return u"The file is not a Rolewright store: it is not an SQLite database."_s;
    const quint32 format = qFromBigEndian<quint32>(header.constData() + 60); // user_version
    const quint32 application = qFromBigEndian<quint32>(header.constData() + 68); // application_id
    if (application != StoreFile::ApplicationId || format == 0)
        return u"The file is an SQLite database of another program, not a Rolewright store."_s;
    if (format > quint32(newestFormat)) {
        return u"The store was written by a newer Rolewright: its format is %1, and this one knows up to %2. "
               u"Update "
               u"Rolewright to open it."_s.arg(format)
                   .arg(newestFormat);
    }
    return {};
}

QByteArray headerOf(int descriptor)
{
    QByteArray header(HeaderSize, '\0');
    const ssize_t size = pread(descriptor, header.data(), HeaderSize, 0);
    header.truncate(std::max<ssize_t>(0, size));
    return header;
}

Identity identityOf(const struct stat &file)
{
    return {file.st_dev, file.st_ino};
}

} // namespace

Result<StoreFile> StoreFile::hold(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const QMutexLocker lock(&heldMutex);
    struct stat file = {};
    if (stat(name.constData(), &file) != 0)
        return openFailure(path, errno);
    if (S_ISDIR(file.st_mode))
        return refusal(path, u"This is a folder, not a store file."_s);
    if (!S_ISREG(file.st_mode))
        return refusal(path, u"This is a device or a pipe, not a store file."_s);

    if (!heldFiles().contains(identityOf(file))) {
        const int descriptor = ::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
        if (descriptor < 0)
            return openFailure(path, errno);
        // Another file may have come in its place since.
        if (fstat(descriptor, &file) != 0 || !S_ISREG(file.st_mode)) {
            ::close(descriptor);
            return refusal(path, u"The file was replaced while it was opened. Try again."_s);
        }
        heldFiles()[identityOf(file)].descriptors.append(descriptor);
    }
    Held &held = heldFiles()[identityOf(file)];
    ++held.users;
    return StoreFile(path, identityOf(file), held.descriptors.first());
}

Result<StoreFile> StoreFile::open(const QString &path, int newestFormat)
{
    Result<StoreFile> file = hold(path);
    if (!file)
        return file;
    if (const std::optional<QString> network = networkFileSystem(file->m_descriptor))
        return networkFailure(path, *network);
    if (const std::optional<QString> problem = problemOfHeader(headerOf(file->m_descriptor), newestFormat))
        return refusal(path, *problem);
    return file;
}

Result<StoreFile> StoreFile::create(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    const int folderDescriptor =
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folderDescriptor < 0)
        return refusal(path, u"The folder \"%1\" cannot be opened: %2."_s.arg(folder, systemMessage(errno)));
    const std::optional<QString> network = networkFileSystem(folderDescriptor);
    ::close(folderDescriptor);
    if (network)
        return networkFailure(path, *network);

    const QByteArray name = QFile::encodeName(path);
    const int descriptor = ::open(name.constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0 && errno == EEXIST)
        return failure(ErrorCode::Usage,
                       u"There is a file of this name already. Open it, or choose another name."_s, path);
    if (descriptor < 0)
        return refusal(path, u"The file cannot be created: %1."_s.arg(systemMessage(errno)));
    fchmod(descriptor, S_IRUSR | S_IWUSR); // the umask may have taken more
    ::close(descriptor); // nobody else has it open yet
    return hold(path);
}

StoreFile::StoreFile(const QString &path, std::pair<quint64, quint64> identity, int descriptor)
    : m_path(path)
    , m_identity(identity)
    , m_descriptor(descriptor)
{
}

StoreFile::StoreFile(StoreFile &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_identity(other.m_identity)
    , m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

StoreFile::~StoreFile()
{
    if (m_descriptor < 0)
        return;
    const QMutexLocker lock(&heldMutex);
    const auto held = heldFiles().find(m_identity);
    if (--held->users > 0)
        return;
    for (const int descriptor : std::as_const(held->descriptors))
        ::close(descriptor);
    heldFiles().erase(held);
}

Status StoreFile::checkInPlace() const
{
    struct stat file = {};
    if (stat(QFile::encodeName(m_path).constData(), &file) != 0) {
        return refusal(
            m_path,
            u"The store's file was removed or cannot be reached any more (%1). Put it back, or open "
            u"another store."_s.arg(systemMessage(errno)));
    }
    if (identityOf(file) != m_identity) {
        return refusal(
            m_path,
            u"Another file was put in the place of the store while it was open. Open the store again "
            u"to work on the new file."_s);
    }
    return {};
}

Status StoreFile::syncFolder() const
{
    const QString folder = QFileInfo(m_path).absolutePath();
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && fsync(descriptor) == 0;
    const int error = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!synced)
        return refusal(m_path, u"The new file could not be made durable: %1."_s.arg(systemMessage(error)));
    return {};
}

} // namespace rolewright
