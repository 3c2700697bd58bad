// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/matrix/matrixmodel.h"

#include <QElapsedTimer>
#include <QTableView>

namespace rolewright {

class CellDelegate;
class ColumnHeader;
class RowHeader;

// A matrix in a table: Space or F2 toggles what is selected, Insert gives, Del takes, Ctrl+arrows go to the
// next held cell, Ctrl+Space and Shift+Space select columns and rows, Return or + and - fold groups, Ctrl+C
// copies with heads.
class MatrixView : public QTableView
{
    Q_OBJECT

public:
    explicit MatrixView(MatrixModel &model, QWidget *parent = nullptr);

    void toggle();
    void give();
    void take();
    void copy();
    QItemSelection target() const; // the selection, or the current cell
    void goTo(const QString &row, const QString &column); // empty: stay in that row or column
    void keyboardSearch(const QString &search) override; // rows by the beginning of their name

Q_SIGNALS:
    void datesRequested(); // F4, where cells have dates
    void explainRequested(const QString &row, const QString &column); // F1
    void rowMenuRequested(const QString &row, const QPoint &global); // on the head of a row that is no group

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override; // paints the corner
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    bool handleKey(QKeyEvent *event);
    void explain();
    void goToHeld(int rowStep, int columnStep, QItemSelectionModel::SelectionFlags how);
    void updateLines(const QModelIndex &index);
    void fitSections();
    void keepPlace();
    void restorePlace();

    MatrixModel &m_model;
    CellDelegate *m_delegate;
    ColumnHeader *m_columns;
    RowHeader *m_rows;
    QString m_search; // typed so far
    QElapsedTimer m_sinceKey;
    QString m_keptRow;
    QString m_keptColumn;
};

} // namespace rolewright
