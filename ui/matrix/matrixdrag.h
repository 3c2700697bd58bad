// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/matrix/matrixmodel.h"
#include "ui/widgets/namedrag.h"

class QHeaderView;
class QPainter;
class QTableView;

namespace rolewright {

class FrozenColumns;
class MatrixView;

// Dragging heads onto rows and columns: a head that is pulled out of its header drags its name, or all that
// are selected with it; what is dropped on a row (or column) that it can stand in is given there.

// The names that pulling this section takes along.
DraggedNames draggedFrom(const MatrixModel &model, const QHeaderView &header, int section);
void startDrag(const DraggedNames &dragged, QHeaderView &header);

// Follows what is dragged over a matrix, its heads included, and gives it where it is dropped. Installed on
// the viewports of the table, of its heads and of what is pinned.
class MatrixDrop : public QObject
{
    Q_OBJECT

public:
    MatrixDrop(MatrixModel &model, MatrixView &view, FrozenColumns &frozen);

    bool eventFilter(QObject *watched, QEvent *event) override;
    // The row or column that would get it, on the viewport of one of the two tables.
    void paint(QPainter *painter, const QTableView &table) const;

private:
    struct Target
    {
        int row = -1; // one of them
        int column = -1;
        friend bool operator==(const Target &, const Target &) = default;
    };
    Target targetOf(const DraggedNames &dragged, const QPoint &position) const; // in the table's viewport
    void setTarget(const Target &target);
    void drop(const DraggedNames &dragged, const Target &target);

    MatrixModel &m_model;
    MatrixView &m_view;
    FrozenColumns &m_frozen;
    Target m_target;
};

} // namespace rolewright
