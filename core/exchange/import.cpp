// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/import.h"

#include "core/edit/difference.h"
#include "core/exchange/policyjson.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype StartSize = 4096; // where it is seen what a file is

Result<ImportPlan> planDocument(const Policy &policy, const QByteArray &bytes, bool merge)
{
    const Result<Policy> document = readPolicy(bytes);
    if (!document) {
        Error error = document.error();
        if (bytes.left(StartSize).contains("\"rolewright-changes\""))
            error.message += u" It looks like a change set; those are for \"apply\"."_s;
        return failure(error);
    }
    ImportPlan plan;
    plan.changes = differenceByName(policy, *document);
    if (merge)
        plan.changes.removeIf([](const Change &change) { return change.verb == Change::Verb::Remove; });
    return plan;
}

Result<ImportPlan> planTable(const Policy &policy, const QByteArray &bytes, const TableOptions &options)
{
    Result<TableImport> table = importTable(policy, bytes, options);
    if (!table)
        return failure(table.error());
    return ImportPlan{ImportFormat::Table, std::move(table->changes), table->rows, table->repeatedRows,
                      std::move(table->ignoredValues)};
}

} // namespace

Result<ImportFormat> formatOf(const QByteArray &bytes)
{
    QByteArray start = bytes.left(StartSize);
    if (start.startsWith("\xef\xbb\xbf"))
        start.remove(0, 3); // the document's reader says what to do about it
    if (start.trimmed().startsWith('{'))
        return ImportFormat::Document;
    if (looksLikeTable(bytes))
        return ImportFormat::Table;
    return failure(ErrorCode::Invalid,
                   u"This is neither a policy document (JSON) nor a table with a header line "
                   "(\"role,permission\", \"role,resource,action\" or \"user,role\")."_s);
}

Result<ImportPlan> planImport(const Policy &policy, const QByteArray &bytes, const ImportRequest &request)
{
    const Result<ImportFormat> format =
        request.format ? Result<ImportFormat>(*request.format) : formatOf(bytes);
    if (!format)
        return failure(format.error());
    return *format == ImportFormat::Table ? planTable(policy, bytes, request.table)
                                          : planDocument(policy, bytes, request.merge);
}

} // namespace rolewright
