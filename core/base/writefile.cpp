// SPDX-License-Identifier: Apache-2.0
#include "core/base/writefile.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> systemFailure(const QString &what, const QString &place, int number)
{
    return failure(ErrorCode::Unavailable, what.arg(qt_error_string(number)), place);
}

Status writeAll(int descriptor, const QByteArray &bytes, const QString &path)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::write(descriptor, bytes.constData() + done, size_t(bytes.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return systemFailure(u"Writing failed: %1. Make room or choose another place."_s, path, errno);
        done += written;
    }
    return {};
}

bool isSqliteFile(const QByteArray &path)
{
    const int descriptor = ::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return false;
    char magic[16] = {};
    const ssize_t got = ::read(descriptor, magic, sizeof magic);
    ::close(descriptor);
    return got == ssize_t(sizeof magic) && QByteArrayView(magic, 15) == "SQLite format 3";
}

Status syncFolder(const QString &path)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int descriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return {}; // it may be written but not listed: there is nothing to sync it by
    Status status;
    if (::fsync(descriptor) != 0)
        status = systemFailure(u"The file is written, but may not survive a power cut: %1."_s, path, errno);
    ::close(descriptor);
    return status;
}

} // namespace

Status replaceFile(const QString &path, const QByteArray &bytes, mode_t mode)
{
    const QByteArray target = QFile::encodeName(path);
    QByteArray temporary = target + ".XXXXXX";
    const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
    if (descriptor < 0)
        return systemFailure(u"No file can be made here: %1."_s, path, errno);
    Status status = writeAll(descriptor, bytes, path);
    if (status && (::fchmod(descriptor, mode) != 0 || ::fsync(descriptor) != 0))
        status = systemFailure(u"Writing failed: %1."_s, path, errno);
    if (::close(descriptor) != 0 && status)
        status = systemFailure(u"Writing failed: %1."_s, path, errno);
    if (status && ::rename(temporary.constData(), target.constData()) != 0)
        status = systemFailure(u"The file cannot be replaced: %1."_s, path, errno);
    if (!status) {
        ::unlink(temporary.constData());
        return status;
    }
    return syncFolder(path);
}

Status writeOutput(const QString &path, const QByteArray &bytes)
{
    const QFileInfo given(path);
    const QString place = given.exists() ? given.canonicalFilePath() : path;
    const QByteArray target = QFile::encodeName(place);
    struct stat there = {};
    const bool exists = ::stat(target.constData(), &there) == 0;
    if (exists && S_ISDIR(there.st_mode))
        return failure(ErrorCode::Usage, u"This is a folder; name a file."_s, path);
    if (exists && !S_ISREG(there.st_mode)) {
        const int descriptor = ::open(target.constData(), O_WRONLY | O_CLOEXEC);
        if (descriptor < 0)
            return systemFailure(u"The file cannot be opened: %1."_s, path, errno);
        Status status = writeAll(descriptor, bytes, path);
        ::close(descriptor);
        return status;
    }
    if (exists && isSqliteFile(target))
        return failure(ErrorCode::Usage,
                       u"This is a database, not a document, and is not replaced. Name another file."_s,
                       path);
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return replaceFile(place, bytes, exists ? there.st_mode & 07777 : 0666 & ~mask);
}

NewFile::NewFile(int descriptor, const QString &path, const QByteArray &temporary)
    : m_descriptor(descriptor)
    , m_path(path)
    , m_name(temporary)
{
}

NewFile::NewFile(NewFile &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_path(std::move(other.m_path))
    , m_name(std::exchange(other.m_name, {}))
    , m_pending(std::move(other.m_pending))
    , m_isFinished(other.m_isFinished)
{
}

NewFile::~NewFile()
{
    if (!m_isFinished)
        remove();
}

void NewFile::remove()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
    if (!m_name.isEmpty())
        ::unlink(std::exchange(m_name, {}).constData());
}

Result<NewFile> NewFile::create(const QString &path)
{
    if (QFileInfo::exists(path))
        return failure(ErrorCode::Usage,
                       u"There is such a file already, and it is not replaced. Name another one."_s, path);
    QByteArray temporary = QFile::encodeName(path) + ".XXXXXX";
    const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC); // 0600
    if (descriptor < 0)
        return systemFailure(u"No file can be made here: %1. Choose another place."_s, path, errno);
    return NewFile(descriptor, path, temporary);
}

Status NewFile::append(const QByteArray &bytes)
{
    constexpr qsizetype Piece = 1 << 20;
    m_pending += bytes;
    if (m_pending.size() < Piece)
        return {};
    return writeAll(m_descriptor, std::exchange(m_pending, {}), m_path);
}

Status NewFile::finish()
{
    if (Status status = writeAll(m_descriptor, std::exchange(m_pending, {}), m_path); !status)
        return status;
    if (::fsync(m_descriptor) != 0 || ::close(std::exchange(m_descriptor, -1)) != 0)
        return systemFailure(u"Writing failed: %1. Make room or choose another place."_s, m_path, errno);
    const QByteArray target = QFile::encodeName(m_path);
    // A link, for a rename would replace what was made there meanwhile.
    if (::link(m_name.constData(), target.constData()) != 0)
        return systemFailure(u"The file cannot be given its name: %1. Choose another place."_s, m_path,
                             errno);
    ::unlink(m_name.constData());
    m_name = target;
    m_isFinished = true;
    return syncFolder(m_path);
}

} // namespace rolewright
