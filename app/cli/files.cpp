// SPDX-License-Identifier: Apache-2.0
#include "app/cli/files.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype BlockSize = 64 * 1024;

tl::unexpected<Error> systemFailure(const QString &what, const QString &place, int number)
{
    return failure(ErrorCode::Unavailable, what.arg(qt_error_string(number)), place);
}

Result<int> openForReading(const QString &path)
{
    if (path == "-"_L1)
        return int(STDIN_FILENO);
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return systemFailure(u"The file cannot be opened: %1."_s, path, errno);
    return descriptor;
}

// Bytes read, 0 at the end.
Result<qsizetype> readSome(int descriptor, char *to, qsizetype size, const QString &name)
{
    for (;;) {
        const ssize_t got = ::read(descriptor, to, size_t(size));
        if (got >= 0)
            return qsizetype(got);
        if (errno != EINTR)
            return systemFailure(u"Reading failed: %1."_s, name, errno);
    }
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

// The new file is complete and on the disk before it takes the name.
Status replaceFile(const QByteArray &target, mode_t mode, const QByteArray &bytes, const QString &path)
{
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
    const QByteArray folder = QFile::encodeName(QFileInfo(QFile::decodeName(target)).absolutePath());
    const int folderDescriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folderDescriptor < 0)
        return {}; // it may be written but not listed: there is nothing to sync it by
    if (::fsync(folderDescriptor) != 0)
        status = systemFailure(u"The file is written, but may not survive a power cut: %1."_s, path, errno);
    ::close(folderDescriptor);
    return status;
}

} // namespace

QString inputName(const QString &path)
{
    return path == "-"_L1 ? u"standard input"_s : path;
}

Result<QByteArray> readInput(const QString &path)
{
    const Result<int> descriptor = openForReading(path);
    if (!descriptor)
        return failure(descriptor.error());
    QByteArray bytes;
    Status status;
    for (;;) {
        const qsizetype before = bytes.size();
        bytes.resize(before + BlockSize);
        const Result<qsizetype> got =
            readSome(*descriptor, bytes.data() + before, BlockSize, inputName(path));
        if (!got)
            status = failure(got.error());
        bytes.resize(before + (got ? *got : 0));
        if (!got || *got == 0)
            break;
        if (bytes.size() > InputMaximum) {
            status = failure(ErrorCode::Invalid,
                             u"The input is larger than 256 MiB, the most that is read."_s, inputName(path));
            break;
        }
    }
    if (*descriptor != STDIN_FILENO)
        ::close(*descriptor);
    if (!status)
        return failure(status.error());
    return bytes;
}

Status writeOutput(const QString &path, const QByteArray &bytes)
{
    const QFileInfo given(path);
    const QByteArray target = QFile::encodeName(given.exists() ? given.canonicalFilePath() : path);
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
    return replaceFile(target, exists ? there.st_mode & 07777 : 0666 & ~mask, bytes, path);
}

LineReader::LineReader(int descriptor, const QString &name)
    : m_descriptor(descriptor)
    , m_name(name)
{
}

LineReader::LineReader(LineReader &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_name(std::move(other.m_name))
    , m_buffer(std::move(other.m_buffer))
    , m_start(other.m_start)
    , m_end(other.m_end)
{
}

LineReader::~LineReader()
{
    if (m_descriptor > STDIN_FILENO)
        ::close(m_descriptor);
}

Result<LineReader> LineReader::open(const QString &path)
{
    Result<int> descriptor = openForReading(path);
    if (!descriptor)
        return failure(descriptor.error());
    return LineReader(*descriptor, inputName(path));
}

bool LineReader::hasLine() const
{
    return QByteArrayView(m_buffer).sliced(m_start, m_end - m_start).contains('\n');
}

Result<bool> LineReader::fill()
{
    if (m_buffer.isEmpty())
        m_buffer.resize(LineMaximum + BlockSize);
    if (m_start > 0) {
        std::copy(m_buffer.constData() + m_start, m_buffer.constData() + m_end, m_buffer.data());
        m_end -= m_start;
        m_start = 0;
    }
    const Result<qsizetype> got =
        readSome(m_descriptor, m_buffer.data() + m_end, m_buffer.size() - m_end, m_name);
    if (!got)
        return failure(got.error());
    m_end += *got;
    return *got > 0;
}

Result<std::optional<LineReader::Line>> LineReader::next()
{
    Line line;
    qsizetype searched = m_start;
    for (;;) {
        const QByteArrayView waiting = QByteArrayView(m_buffer).sliced(searched, m_end - searched);
        const qsizetype feed = waiting.indexOf('\n');
        if (feed >= 0) {
            line.tooLong = line.tooLong || searched + feed - m_start > LineMaximum;
            if (!line.tooLong)
                line.text = m_buffer.sliced(m_start, searched + feed - m_start);
            m_start = searched + feed + 1;
            return line;
        }
        if (m_end - m_start > LineMaximum) {
            line.tooLong = true;
            m_start = m_end;
        }
        const qsizetype pending = m_end - m_start;
        const Result<bool> more = fill();
        if (!more)
            return failure(more.error());
        searched = m_start + pending;
        if (*more)
            continue;
        if (pending == 0 && !line.tooLong)
            return std::nullopt;
        if (!line.tooLong)
            line.text = m_buffer.sliced(m_start, pending);
        m_start = m_end;
        return line;
    }
}

} // namespace rolewright::cli
