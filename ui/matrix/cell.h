// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QString>

namespace rolewright {

// What one cell of a matrix shows: a shape, and marks on it. The states of the matrix pages; a value.
struct Cell
{
    Q_DECLARE_TR_FUNCTIONS(Cell)

public:
    enum class Shape : quint8 {
        None,
        Granted, // this role (or user) itself
        Inherited, // through a junior role
        Pattern, // through article:* and the like
        Scoped, // in a row without scope: only some scope is held
        Covered, // in a row with scope: held without scope
        All, // of a group: every member is held
        Some, // of a group: some members are held
    };

    Shape shape = Shape::None;
    bool pending = false; // not applied yet
    bool sensitive = false;
    bool conflict = false; // a separation of duty is broken
    bool temporary = false; // valid from or until
    bool others = false; // somebody else changed it a moment ago
    // Gives nothing now: a disabled role, an inactive user, a validity that is over, roles that may not act
    // together.
    bool dimmed = false;

    bool isHeld() const { return shape != Shape::None; }
    bool allows() const { return isHeld() && shape != Shape::Scoped && !dimmed; } // as decide() says, now
    quint32 key() const
    {
        return quint32(shape) << 6 | quint32(others) << 5 | quint32(pending) << 4 | quint32(sensitive) << 3 | quint32(conflict) << 2
            | quint32(temporary) << 1 | quint32(dimmed);
    }
    enum class Of { Grant, Assignment };
    QString toText(Of what = Of::Grant) const; // "granted, pending", or "assigned, pending"

    friend bool operator==(const Cell &, const Cell &) = default;
};

// A state that cells of a matrix can be in, and what the legend calls it.
struct LegendEntry
{
    Cell cell;
    QString word;
};
LegendEntry legendOf(Cell::Shape shape, Cell::Of what = Cell::Of::Grant);
// The marks are shown on a granted cell.
QList<LegendEntry> legendOfMarks(bool temporary, bool sensitive);

} // namespace rolewright
