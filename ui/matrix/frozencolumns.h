// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/matrix/matrixmodel.h"

#include <QTableView>

namespace rolewright {

class CellDelegate;
class ColumnHeader;
class MatrixDrop;

// The pinned columns of a matrix, standing still at its left while the rest scrolls under them: a second view
// on the same model, selection and delegate, as wide as they are. The matrix keeps the focus and the keys.
class FrozenColumns : public QTableView
{
    Q_OBJECT

public:
    FrozenColumns(MatrixModel &model, CellDelegate &delegate, QTableView &matrix);

    void fit(); // to the matrix, and to how many there are; hides itself where there are none
    int frozenWidth() const; // 0 where there are none
    void setCurrent(const QModelIndex &index); // as it is shown
    void setDrop(const MatrixDrop &drop) { m_drop = &drop; } // whose target it shows, too

Q_SIGNALS:
    void headMenuRequested(const QHeaderView &header, const QPoint &position);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override; // the matrix's
    void paintEvent(QPaintEvent *event) override;

private:
    int count() const;

    MatrixModel &m_model;
    const CellDelegate &m_delegate;
    QTableView &m_matrix;
    ColumnHeader *m_header;
    const MatrixDrop *m_drop = nullptr;
};

} // namespace rolewright
