// SPDX-License-Identifier: Apache-2.0
#include "app/cli/importfile.h"

#include "app/cli/changetext.h"
#include "core/admin/administrators.h"
#include "core/base/readfile.h"
#include "core/exchange/import.h"

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

Result<ImportFormat> formatOf(const ImportArguments &options, const QByteArray &bytes, Console &console)
{
    if (!options.format.empty())
        return options.format == "table" ? ImportFormat::Table : ImportFormat::Document;
    Result<ImportFormat> format = rolewright::formatOf(bytes);
    if (!format) {
        Error error = format.error();
        error.message += u" --format says which is meant."_s;
        return failure(error);
    }
    console.note(*format == ImportFormat::Table ? u"The format is detected: a table."_s
                                                : u"The format is detected: a policy document."_s);
    return format;
}

void tellRows(const ImportPlan &plan, Console &console)
{
    console.note(countOf(plan.rows, u"row"_s) + u" read, "_s + QString::number(plan.repeatedRows)
                 + u" of them repeat another."_s);
    for (auto it = plan.ignoredValues.begin(); it != plan.ignoredValues.end(); ++it)
        console.note(u"Column \"%1\" is left out, with %2."_s.arg(it.key(), countOf(it.value(), u"value"_s)));
}

} // namespace

Result<ExitStatus> importFile(const ImportArguments &options, const Globals &globals, Console &console)
{
    const Result<QByteArray> bytes = readInput(text(options.file));
    if (!bytes)
        return failure(bytes.error());
    const auto atFile = [&](Error error) {
        error.place = inputName(text(options.file));
        return failure(std::move(error));
    };
    const Result<ImportFormat> format = formatOf(options, *bytes, console);
    if (!format)
        return atFile(format.error());
    const bool isTable = *format == ImportFormat::Table;
    if (!isTable && (!options.names.empty() || !options.ignoredColumns.empty()))
        return failure(ErrorCode::Usage,
                       u"--names and --ignore-column are for tables; this is a policy document."_s);
    Result<OpenPolicy> opened = openPolicy(globals, console);
    if (!opened)
        return failure(opened.error());
    ImportRequest request{*format, options.merge, {options.names == "dotted", {}}};
    for (const std::string &column : options.ignoredColumns)
        request.table.ignoredColumns << text(column);
    Result<ImportPlan> plan = planImport(opened->head.policy, *bytes, request);
    if (!plan)
        return atFile(plan.error());
    if (isTable)
        tellRows(*plan, console);
    ChangeSet changeSet;
    changeSet.base = opened->head.version;
    changeSet.operation = QUuid::createUuid();
    changeSet.reason = options.commit.reason.empty()
        ? u"import of %1"_s.arg(visible(inputName(text(options.file))))
        : text(options.commit.reason);
    changeSet.changes = std::move(plan->changes);
    if (opened->store->traits().guarded) {
        const qsizetype asked = changeSet.changes.size();
        changeSet.changes = keepingAdministrators(opened->head.policy, changeSet.changes, Instant::now());
        if (changeSet.changes.size() < asked)
            console.note(u"The document brings no administrator: those that there are, and their roles, are kept."_s);
    }
    return commitOrShow(*opened, changeSet, options.commit, console);
}

} // namespace rolewright::cli
