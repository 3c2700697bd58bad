// SPDX-License-Identifier: Apache-2.0
#include "app/cli/exportfolder.h"

#include "app/cli/command.h"
#include "core/base/writefile.h"

#include <QCoreApplication>
#include <QDir>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace rolewright::cli {

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

std::optional<Engine> engineOf(const std::string &format)
{
    return format == "casbin" ? std::optional(Engine::Casbin)
        : format == "cedar"   ? std::optional(Engine::Cedar)
        : format == "cerbos"  ? std::optional(Engine::Cerbos)
                              : std::nullopt;
}

Result<ExitStatus> exportFolder(Engine engine, const Policy &policy, const std::string &folder, bool skip,
                                Console &console)
{
    if (folder == "-")
        return failure(ErrorCode::Usage,
                       u"This format is several files: name a new folder for them with -o FOLDER."_s);
    Result<EngineExport> made = exportFor(engine, policy, skip);
    if (!made) {
        made.error().message += u" With --skip they are left out."_s;
        return failure(made.error());
    }
    for (const Finding &finding : std::as_const(made->leftOut))
        console.note(u"left out: "_s + toText(finding));

    const QString target = QDir::cleanPath(text(folder));
    QDir beside(u"%1.%2.part"_s.arg(target, QString::number(QCoreApplication::applicationPid())));
    if (!QDir().mkdir(beside.path()))
        return failure(
            ErrorCode::Unavailable,
            u"No folder could be made there. Name one where you may write, in a folder that exists."_s,
            target);
    Status status = writeAll(beside, made->files);
    if (status
        && std::rename(QFile::encodeName(beside.path()).constData(), QFile::encodeName(target).constData())
            != 0) {
        const int error = errno;
        status = error == ENOTEMPTY || error == EEXIST || error == ENOTDIR
            ? failure(ErrorCode::Unavailable,
                      u"Something is there already. Name a new folder, or empty this one."_s, target)
            : failure(ErrorCode::Unavailable,
                      u"The folder could not be put in its place: %1."_s.arg(
                          QString::fromLocal8Bit(std::strerror(error))),
                      target);
    }
    if (!status) {
        beside.removeRecursively();
        return failure(status.error());
    }
    console.note(u"wrote %1 files to %2"_s.arg(QString::number(made->files.size()), target));
    return ExitStatus::Done;
}

} // namespace rolewright::cli
