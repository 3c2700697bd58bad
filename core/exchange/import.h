// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exchange/tableimport.h"

#include <optional>

namespace rolewright {

// What a file does to a policy, whatever it is: the same for the command line and for the window
// (interfaces.md, Command line). Pure; any thread.
enum class ImportFormat { Document, Table };

// By its beginning.
Result<ImportFormat> formatOf(const QByteArray &bytes);

struct ImportRequest
{
    std::optional<ImportFormat> format; // nothing: detected
    bool merge = false; // of a document: only add and change. Tables always merge
    TableOptions table;
};

struct ImportPlan
{
    ImportFormat format = ImportFormat::Document;
    QList<Change> changes; // complete, on the policy given
    qsizetype rows = 0; // of a table, as TableImport has them
    qsizetype repeatedRows = 0;
    QMap<QString, qsizetype> ignoredValues;
};

// Invalid with every error and its place where the file is not good, or with none where it is neither format.
Result<ImportPlan> planImport(const Policy &policy, const QByteArray &bytes, const ImportRequest &request);

} // namespace rolewright
