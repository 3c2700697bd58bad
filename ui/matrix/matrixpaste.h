// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/cellplan.h"

#include <QCoreApplication>

namespace rolewright {

// A table from the clipboard, as what it would do to a matrix. Values; any thread.

// Where it is pasted.
struct PasteTarget
{
    Change::Kind kind = Change::Kind::Grant; // of the cells: Grant or Assignment
    QStringList rows; // from the current cell on, those that are shown
    QStringList columns;
    QStringList chosenRows; // the selection: what one pasted value fills, where it is more than one cell
    QStringList chosenColumns;
};

struct PasteReading
{
    CellPlan plan;
    QStringList problems; // each with its place, in order
    qsizetype cells = 0; // that were pasted
    bool hasHeads = false; // rows and columns are found by their names
};

// The text is tab-separated, cells may be quoted. With heads, rows and columns are found by name, shown or
// not; without, the table goes from the current cell on. A table has heads where all of its first row and
// column, but for the corner, can be names and none of them says what a cell can be, or they are names here.
class PasteReader
{
    Q_DECLARE_TR_FUNCTIONS(PasteReader)

public:
    static constexpr qsizetype CellMaximum = 100'000;

    PasteReader(const Policy &policy, const Policy &base, const PasteTarget &target);

    PasteReading read(const QString &text);

private:
    bool readTable(const QString &text);
    bool canBeHeads() const;
    std::optional<QString> problemOfRow(const QString &name) const;
    std::optional<QString> problemOfColumn(const QString &name) const;
    void readWithHeads();
    void readFromCurrent();
    void fillChosen();
    void add(const QString &row, const QString &column, qsizetype line, qsizetype field);
    void plan();

    const Policy &m_policy;
    const Policy &m_base;
    const PasteTarget &m_target;
    QList<QStringList> m_table;
    qsizetype m_width = 0;
    QList<CellWish> m_wishes;
    QStringList m_places; // of each wish
    PasteReading m_reading;
};

} // namespace rolewright
