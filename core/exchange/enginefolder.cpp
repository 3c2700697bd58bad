// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/enginefolder.h"

#include "core/base/writefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

Status writeAll(const QDir &folder, const QList<EngineFile> &files)
{
    for (const EngineFile &file : files) {
        if (const Status written = writeOutput(folder.filePath(file.name), file.bytes); !written)
            return failure(written.error());
    }
    return {};
}

} // namespace

Status writeFolder(const QString &folder, const QList<EngineFile> &files)
{
    const QString target = QDir::cleanPath(folder);
    QDir beside(u"%1.%2.part"_s.arg(target, QString::number(QCoreApplication::applicationPid())));
    if (!QDir().mkdir(beside.path())) {
        return failure(ErrorCode::Unavailable,
                       u"No folder could be made there. Name one where you may write, in a folder that exists."_s, target);
    }
    Status status = writeAll(beside, files);
    if (status && std::rename(QFile::encodeName(beside.path()).constData(), QFile::encodeName(target).constData()) != 0) {
        const int error = errno;
        status = error == ENOTEMPTY || error == EEXIST || error == ENOTDIR
            ? failure(ErrorCode::Unavailable, u"Something is there already. Name a new folder, or empty this one."_s, target)
            : failure(ErrorCode::Unavailable,
                      u"The folder could not be put in its place: %1."_s.arg(QString::fromLocal8Bit(std::strerror(error))),
                      target);
    }
    if (!status)
        beside.removeRecursively();
    return status;
}

} // namespace rolewright
