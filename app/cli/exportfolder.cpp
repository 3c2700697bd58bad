// SPDX-License-Identifier: Apache-2.0
#include "app/cli/exportfolder.h"

#include "app/cli/command.h"
#include "core/exchange/enginefolder.h"

#include <QDir>

namespace rolewright::cli {

using namespace Qt::StringLiterals;

std::optional<Engine> engineOf(const std::string &format)
{
    return format == "casbin" ? std::optional(Engine::Casbin)
        : format == "cedar"   ? std::optional(Engine::Cedar)
        : format == "cerbos"  ? std::optional(Engine::Cerbos)
        : format == "python"  ? std::optional(Engine::Python)
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

    if (const Status written = writeFolder(text(folder), made->files); !written)
        return failure(written.error());
    console.note(u"wrote %1 files to %2"_s.arg(QString::number(made->files.size()), QDir::cleanPath(text(folder))));
    return ExitStatus::Done;
}

} // namespace rolewright::cli
