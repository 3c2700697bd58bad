// SPDX-License-Identifier: Apache-2.0
#include "app/cli/importfile.h"

#include "app/cli/changetext.h"
#include "app/cli/files.h"
#include "core/edit/difference.h"
#include "core/exchange/policyjson.h"
#include "core/exchange/tableimport.h"

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype StartSize = 4096; // where it is seen what a file is

enum class Format { Document, Table };

Result<Format> formatOf(const ImportOptions &options, const QByteArray &bytes, Console &console)
{
    if (!options.format.empty())
        return options.format == "table" ? Format::Table : Format::Document;
    const QByteArray start = bytes.left(StartSize).trimmed();
    if (start.startsWith('{')) {
        console.note(u"The format is detected: a policy document."_s);
        return Format::Document;
    }
    if (looksLikeTable(bytes)) {
        console.note(u"The format is detected: a table."_s);
        return Format::Table;
    }
    return failure(
        ErrorCode::Invalid,
        u"This is neither a policy document (JSON) nor a table with a header line (\"role,permission\", "
        "\"role,resource,action\" or \"user,role\"). --format says which is meant."_s,
        inputName(text(options.file)));
}

Error atFile(Error error, const ImportOptions &options)
{
    error.place = inputName(text(options.file));
    return error;
}

Result<QList<Change>> changesOfDocument(const ImportOptions &options, const QByteArray &bytes,
                                        const Policy &head)
{
    const Result<Policy> document = readPolicy(bytes);
    if (!document) {
        Error error = atFile(document.error(), options);
        if (bytes.left(StartSize).contains("\"rolewright-changes\""))
            error.message += u" It looks like a change set; those are for \"apply\"."_s;
        return failure(error);
    }
    QList<Change> changes = differenceByName(head, *document);
    if (options.merge)
        changes.removeIf([](const Change &change) { return change.verb == Change::Verb::Remove; });
    return changes;
}

Result<QList<Change>> changesOfTable(const ImportOptions &options, const QByteArray &bytes,
                                     const Policy &head, Console &console)
{
    TableOptions tableOptions;
    tableOptions.dottedNames = options.names == "dotted";
    for (const std::string &column : options.ignoredColumns)
        tableOptions.ignoredColumns << text(column);
    const Result<TableImport> table = importTable(head, bytes, tableOptions);
    if (!table)
        return failure(atFile(table.error(), options));
    console.note(countOf(table->rows, u"row"_s) + u" read, "_s + QString::number(table->repeatedRows)
                 + u" of them repeat another."_s);
    for (auto it = table->ignoredValues.begin(); it != table->ignoredValues.end(); ++it)
        console.note(u"Column \"%1\" is left out, with %2."_s.arg(it.key(), countOf(it.value(), u"value"_s)));
    return table->changes;
}

} // namespace

Result<ExitStatus> importFile(const ImportOptions &options, const Globals &globals, Console &console)
{
    const Result<QByteArray> bytes = readInput(text(options.file));
    if (!bytes)
        return failure(bytes.error());
    const Result<Format> format = formatOf(options, *bytes, console);
    if (!format)
        return failure(format.error());
    const bool isTable = *format == Format::Table;
    if (!isTable && (!options.names.empty() || !options.ignoredColumns.empty()))
        return failure(ErrorCode::Usage,
                       u"--names and --ignore-column are for tables; this is a policy document."_s);
    Result<OpenPolicy> opened = openPolicy(globals, console);
    if (!opened)
        return failure(opened.error());
    Result<QList<Change>> changes = isTable ? changesOfTable(options, *bytes, opened->head.policy, console)
                                            : changesOfDocument(options, *bytes, opened->head.policy);
    if (!changes)
        return failure(changes.error());
    ChangeSet changeSet;
    changeSet.base = opened->head.version;
    changeSet.operation = QUuid::createUuid();
    changeSet.reason = options.commit.reason.empty()
        ? u"import of %1"_s.arg(visible(inputName(text(options.file))))
        : text(options.commit.reason);
    changeSet.changes = std::move(*changes);
    return commitOrShow(*opened, changeSet, options.commit, console);
}

} // namespace rolewright::cli
