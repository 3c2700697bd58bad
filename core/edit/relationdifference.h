// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/change.h"
#include "core/edit/tabledifference.h"

namespace rolewright {

// A row of a relation as the names of its two ends.
struct NamedRow
{
    QString key;
    QString other;
    Assignment assignment = {}; // where it is one

    friend bool operator<(const NamedRow &a, const NamedRow &b)
    {
        return a.key != b.key ? lessByCodePoint(a.key, b.key) : lessByCodePoint(a.other, b.other);
    }
};

// Rows that only one policy has, under its own names, sorted.
struct RowDifference
{
    QList<NamedRow> gone;
    QList<NamedRow> come;
};

// How the relations of two policies differ, given which entity is which. Of one lineage it costs the chunks
// that are not shared; else all rows.
struct RelationDifferences
{
    // An assignment that both have, with another value.
    struct Moved
    {
        NamedRow row; // as it is after
        Assignment was;
    };

    RowDifference grants;
    RowDifference inheritance;
    RowDifference assignments;
    RowDifference members;
    QList<Moved> moved; // sorted

    explicit RelationDifferences(const TableDifferences &tables);

private:
    void compareGrants();
    void compareInheritance();
    void compareAssignments();
    void compareMembers();

    const TableDifferences &m_tables;
};

} // namespace rolewright
