// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/matrix/matrixmodel.h"
#include "ui/matrix/matrixpaste.h"

#include <QElapsedTimer>
#include <QTableView>

class QAbstractButton;
class QMenu;

namespace rolewright {

class CellDelegate;
class ColumnHeader;
class FrozenColumns;
class MatrixDrop;
class RowHeader;

// A matrix in a table: Space or F2 toggles what is selected, Insert gives, Del takes, Ctrl+arrows go to the
// next held cell, Ctrl+Space and Shift+Space select columns and rows, Return or + and - fold groups, Ctrl+C
// copies with heads, Ctrl+V pastes. Heads can be dragged onto rows and columns, which gives them.
class MatrixView : public QTableView
{
    Q_OBJECT

public:
    explicit MatrixView(MatrixModel &model, QWidget *parent = nullptr);

    MatrixModel &matrixModel() const { return m_model; }

    void toggle();
    void give();
    void take();
    void copy();
    void paste();
    void makeTests(); // of what is selected
    void sortBy(Qt::Orientation axis, MatrixModel::Order order); // like the current one
    void togglePin(Qt::Orientation axis); // of the current one
    QItemSelection target() const; // the selection, or the current cell
    void goTo(const QString &row, const QString &column); // empty: stay in that row or column
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override; // out from under pins
    int columnUnder(int x) const; // in the viewport, pinned ones first; -1 where there is none
    void keyboardSearch(const QString &search) override; // rows by the beginning of their name

Q_SIGNALS:
    void datesRequested(); // F4, where cells have dates
    void explainRequested(const QString &row, const QString &column); // F1
    void pasteRequested(const QString &text, const PasteTarget &target);
    void testsRequested(const QList<rolewright::AccessCell> &cells);
    void trailRequested(Change::Kind kind, const QString &name); // everything that was done about it
    void comparisonRequested(Change::Kind kind, const QString &left, const QString &right); // right: or empty
    // On the head of a row that is no group, before the menu shows: for what the page adds.
    void rowMenuOpened(const QString &row, QMenu *menu);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override; // paints the corner
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void updateGeometries() override;

private:
    bool handleKey(QKeyEvent *event);
    void explain();
    QMenu *newMenu();
    void addEditActions(QMenu *menu);
    void addOrderActions(QMenu *menu, Qt::Orientation axis);
    void addCompareAction(QMenu *menu, Qt::Orientation axis);
    void addTrailAction(QMenu *menu, Qt::Orientation axis);
    void openHeadMenu(const QHeaderView &header, const QPoint &position);
    QString nameOf(Qt::Orientation axis) const;
    QString orderText(Qt::Orientation axis) const; // empty: by name
    QStringList chosenNames(Qt::Orientation axis) const;
    void goToHeld(int rowStep, int columnStep, QItemSelectionModel::SelectionFlags how);
    void updateLines(const QModelIndex &index);
    int leadOf(int column) const; // from the edge where the columns begin to this one, in the viewport
    void fitSections();
    void keepPlace();
    void restorePlace();

    MatrixModel &m_model;
    CellDelegate *m_delegate;
    ColumnHeader *m_columns;
    RowHeader *m_rows;
    MatrixDrop *m_drop;
    FrozenColumns *m_frozen = nullptr;
    QAbstractButton *m_corner = nullptr; // of both heads: says what order they are in
    QString m_search; // typed so far
    QElapsedTimer m_sinceKey;
    QString m_keptRow;
    QString m_keptColumn;
};

} // namespace rolewright
