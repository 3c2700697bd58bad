// SPDX-License-Identifier: Apache-2.0
#include "core/security/secretfile.h"

#include "core/base/descriptor.h"

#include <cerrno>
#include <cstring>

namespace rolewright {

using namespace Qt::StringLiterals;

tl::unexpected<Error> unreadableSecret(const QString &name, const QString &why)
{
    return failure(ErrorCode::Usage, u"The password cannot be read: %1. Nothing was changed."_s.arg(why), name);
}

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
        return unreadableSecret(name, QString::fromLocal8Bit(std::strerror(errno)));
    if (qsizetype(bytes.size()) > PasswordMaximum)
        return unreadableSecret(name, u"it is longer than %1 bytes"_s.arg(PasswordMaximum));
    return Secret(std::move(bytes));
}

Result<Secret> readSecretFile(const QString &path)
{
    const Descriptor descriptor(path, O_RDONLY);
    struct stat status = {};
    if (descriptor.number() < 0 || ::fstat(descriptor.number(), &status) != 0)
        return unreadableSecret(path, QString::fromLocal8Bit(std::strerror(errno)));
    if (S_ISREG(status.st_mode) && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return unreadableSecret(path, u"others may read the file; take that from them with chmod 600"_s);
    return readSecretLine(descriptor.number(), path);
}

} // namespace rolewright
