// SPDX-License-Identifier: Apache-2.0
#include "core/security/secretfile.h"

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> unreadable(const QString &name, const QString &why)
{
    return failure(ErrorCode::Usage, u"The password cannot be read: %1. Nothing was changed."_s.arg(why),
                   name);
}

class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int number() const { return m_number; }

private:
    int m_number;
};

} // namespace

Result<Secret> readSecretLine(int descriptor, const QString &name)
{
    std::vector<char> bytes;
    bytes.reserve(PasswordMaximum + 1); // never moved, so that no copy stays behind
    char next = 0;
    ssize_t got = 0;
    while (qsizetype(bytes.size()) <= PasswordMaximum) {
        got = ::read(descriptor, &next, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0 || next == '\n')
            break;
        bytes.push_back(next);
    }
    if (got < 0)
        return unreadable(name, QString::fromLocal8Bit(std::strerror(errno)));
    if (qsizetype(bytes.size()) > PasswordMaximum)
        return unreadable(name, u"it is longer than %1 bytes"_s.arg(PasswordMaximum));
    return Secret(std::move(bytes));
}

Result<Secret> readSecretFile(const QString &path)
{
    const Descriptor descriptor(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC));
    struct stat status = {};
    if (descriptor.number() < 0 || ::fstat(descriptor.number(), &status) != 0)
        return unreadable(path, QString::fromLocal8Bit(std::strerror(errno)));
    if (S_ISREG(status.st_mode) && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return unreadable(path, u"others may read the file; take that from them with chmod 600"_s);
    return readSecretLine(descriptor.number(), path);
}

} // namespace rolewright
