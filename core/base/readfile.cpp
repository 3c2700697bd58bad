// SPDX-License-Identifier: Apache-2.0
#include "core/base/readfile.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace rolewright {

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
    , m_read(other.m_read)
{
}

LineReader::~LineReader()
{
    if (m_descriptor > STDIN_FILENO)
        ::close(m_descriptor);
}

Result<LineReader> LineReader::open(const QString &path, qint64 from)
{
    Result<int> descriptor = openForReading(path);
    if (!descriptor)
        return failure(descriptor.error());
    LineReader reader(*descriptor, inputName(path));
    if (from > 0 && ::lseek(*descriptor, from, SEEK_SET) < 0)
        return systemFailure(u"Reading failed: %1."_s, path, errno);
    reader.m_read = from;
    return reader;
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
    m_read += *got;
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

} // namespace rolewright
