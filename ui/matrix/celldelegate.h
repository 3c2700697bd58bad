// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/matrix/cellpainter.h"
#include "ui/matrix/matrixmodel.h"

#include <QAbstractItemDelegate>

class QTableView;

namespace rolewright {

// Paints the cells of a matrix view straight from its model; a click on a shape toggles it.
class CellDelegate : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    explicit CellDelegate(MatrixModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    // All cells of the view that the region touches. A view that asks for them one by one takes longer to ask than
    // they take to be painted.
    void paintCells(QPainter *painter, const QTableView &view, const QRegion &region) const;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

    // Row and column of this cell are highlighted.
    void setCurrent(const QModelIndex &index) { m_current = index; }

private:
    struct Look
    {
        bool selected = false;
        bool focused = false; // the view is
    };
    void paintCell(QPainter *painter, const QRect &rect, int row, int column, const Look &look,
                   const QPalette &palette) const;

    MatrixModel &m_model;
    mutable CellPainter m_painter;
    QPersistentModelIndex m_current;
    QPersistentModelIndex m_pressed;
};

} // namespace rolewright
