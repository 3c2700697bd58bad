// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/change.h"
#include "core/policy/policy.h"

namespace rolewright {

// Tables (CSV or TSV, RFC 4180, UTF-8) with a header line. Columns, in any order:
//   role, permission           grants; or role, resource, action [, scope]
//   user, role                 assignments; optionally from, until
// The delimiter (comma, tab, semicolon) is detected from the header. Roles, users and permissions that are
// named are created; nothing is removed (tables merge).
struct TableOptions
{
    bool dottedNames = false; // service.resource.action: the last dot parts resource and action
    QStringList ignoredColumns;
};

struct TableImport
{
    QList<Change> changes; // complete, on the policy given
    qsizetype rows = 0;
    qsizetype repeatedRows = 0; // rows that say what another row says
    QMap<QString, qsizetype> ignoredValues; // by ignored column: values that were not empty
};

// True where the first line looks like the header of such a table.
bool looksLikeTable(const QByteArray &text);
// What a person may want to choose about the table, seen from its first two lines.
struct TableShape
{
    QStringList unknownColumns;
    bool hasPermissions = false; // a column of whole names
    bool dottedNames = false; // that are written service.resource.action

    friend bool operator==(const TableShape &, const TableShape &) = default;
};
TableShape shapeOf(const QByteArray &text);
// All errors with their line; an unknown column is one.
Result<TableImport> importTable(const Policy &policy, const QByteArray &text, const TableOptions &options);

} // namespace rolewright
