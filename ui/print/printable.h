// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/auditevent.h"
#include "core/decision/policyindex.h"

#include <QHash>
#include <QImage>

#include <optional>

namespace rolewright {

// What goes on paper, as a value: made from what is shown or from a policy, painted by a worker.
struct Printable
{
    struct Table
    {
        QString title;
        QStringList heads; // repeated on every page
        QList<double> shares; // of the width, by column
        QList<QStringList> rows;
    };
    struct Grid
    {
        struct Row
        {
            QString head;
            bool group = false;
        };
        QStringList columns;
        QList<Row> rows;
        QList<quint16> keys; // Cell::key(), row by row
        QHash<quint32, QImage> looks; // by key
        QHash<quint32, QString> words; // what a look means
    };

    QString title;
    QStringList facts; // "Version 42", "Rows: article:*": on every page, under the title
    QList<Table> tables;
    std::optional<Grid> grid;
};

// A role: what it is, its grants, what it inherits and what inherits it, who has it.
Printable printableRole(const Policy &policy, RoleId role, const QStringList &facts);
Printable printableTrail(const QList<AuditEvent> &events, const QStringList &facts);

} // namespace rolewright
