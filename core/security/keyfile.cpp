// SPDX-License-Identifier: Apache-2.0
#include "core/security/keyfile.h"

#include "core/base/descriptor.h"
#include "core/base/readfile.h"
#include "core/base/writefile.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> unusable(ErrorCode code, const QString &path, const QString &why)
{
    return failure(code, u"The key file cannot be used: %1. Nothing was changed."_s.arg(why), path);
}

QString lastProblem()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

QString anchorPath(const QString &keyFile)
{
    return keyFile + u".anchor"_s;
}

} // namespace

Status makeKeyFile(const QString &path, const StoreKeys &keys)
{
    const Secret line = toLine(keys);
    const Descriptor file(path, O_WRONLY | O_CREAT | O_EXCL);
    if (file.number() < 0)
        return unusable(ErrorCode::Unavailable, path,
                        errno == EEXIST ? u"there is a file of that name; name a new one"_s : lastProblem());
    const bool written = ::write(file.number(), line.data(), size_t(line.size())) == line.size()
        && ::write(file.number(), "\n", 1) == 1 && ::fsync(file.number()) == 0;
    const Descriptor folder(QFileInfo(path).absolutePath(), O_RDONLY | O_DIRECTORY);
    if (written && folder.number() >= 0 && ::fsync(folder.number()) == 0)
        return {};
    const QString problem = lastProblem();
    QFile::remove(path);
    return unusable(ErrorCode::Unavailable, path, problem);
}

Result<StoreKeys> readKeyFile(const QString &path)
{
    const Descriptor file(path, O_RDONLY);
    struct stat status = {};
    if (file.number() < 0 || ::fstat(file.number(), &status) != 0)
        return unusable(ErrorCode::Unavailable, path, lastProblem());
    if (!S_ISREG(status.st_mode))
        return unusable(ErrorCode::Usage, path, u"it is no file"_s);
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return unusable(ErrorCode::Usage, path, u"others may read it; take that from them with chmod 600"_s);
    std::vector<char> bytes(256);
    const ssize_t size = ::read(file.number(), bytes.data(), bytes.size());
    if (size < 0)
        return unusable(ErrorCode::Unavailable, path, lastProblem());
    bytes.resize(size_t(size));
    while (!bytes.empty() && (bytes.back() == '\n' || bytes.back() == '\r'))
        bytes.pop_back();
    Result<StoreKeys> keys = parseStoreKeys(Secret(std::move(bytes)));
    if (!keys)
        return failure(keys.error().code, keys.error().message, path);
    return keys;
}

Result<std::optional<QByteArray>> readAnchorFile(const QString &keyFile)
{
    const QString path = anchorPath(keyFile);
    if (!QFile::exists(path))
        return std::optional<QByteArray>();
    const Result<QByteArray> line = readInput(path);
    if (!line)
        return failure(line.error());
    return std::optional(line->trimmed());
}

Status writeAnchorFile(const QString &keyFile, const QByteArray &line)
{
    return replaceFile(anchorPath(keyFile), line + '\n', S_IRUSR | S_IWUSR);
}

} // namespace rolewright
