// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/matrixview.h"

#include "ui/matrix/celldelegate.h"
#include "ui/matrix/frozencolumns.h"
#include "ui/matrix/matrixdrag.h"
#include "ui/matrix/matrixheader.h"
#include "ui/shell/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>

namespace rolewright {

using namespace Qt::StringLiterals;

MatrixView::MatrixView(MatrixModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_delegate(new CellDelegate(model, this))
    , m_columns(new ColumnHeader(model, this))
    , m_rows(new RowHeader(model, this))
{
    setHorizontalHeader(m_columns);
    setVerticalHeader(m_rows);
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_corner = findChild<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly);
    m_corner->installEventFilter(this);
    for (QHeaderView *header : {static_cast<QHeaderView *>(m_rows), static_cast<QHeaderView *>(m_columns)}) {
        header->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(header, &QWidget::customContextMenuRequested, this,
                [this, header](const QPoint &position) { openHeadMenu(*header, position); });
    }
    fitSections();
    setModel(&model);
    m_frozen = new FrozenColumns(model, *m_delegate, *this);
    connect(m_frozen, &FrozenColumns::headMenuRequested, this, &MatrixView::openHeadMenu);
    m_drop = new MatrixDrop(model, *this, *m_frozen);
    // After the view's own slots, so that there is a place to restore.
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &MatrixView::keepPlace);
    connect(&model, &QAbstractItemModel::modelReset, this, &MatrixView::restorePlace);
    connect(&model, &MatrixModel::rowRequested, this, [this](const QString &row) { goTo(row, {}); });
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        if (!m_model.togglesByClick())
            m_model.edit(QItemSelection(index, index), MatrixModel::Edit::Toggle);
    });
    restorePlace();
}

void MatrixView::fitSections()
{
    const QSize size = m_delegate->sizeHint(
        [this] {
            QStyleOptionViewItem option;
            initViewItemOption(&option);
            return option;
        }(),
        {});
    m_columns->setMinimumSectionSize(size.width());
    m_columns->setDefaultSectionSize(size.width());
    m_rows->setMinimumSectionSize(size.height());
    m_rows->setDefaultSectionSize(size.height());
}

void MatrixView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitSections();
}

void MatrixView::keepPlace()
{
    const QModelIndex index = currentIndex();
    if (!index.isValid())
        return;
    m_keptRow = m_model.rowName(index.row());
    m_keptColumn = m_model.columnName(index.column());
}

// A table with cells always has a current one.
void MatrixView::restorePlace()
{
    m_delegate->setCurrent({});
    m_columns->setCurrentSection(-1);
    m_rows->setCurrentSection(-1);
    m_corner->update(); // the order may be another
    if (m_model.rowCount() == 0 || m_model.columnCount() == 0)
        return;
    const int row = std::max(0, m_model.rowOf(m_keptRow));
    const int column = std::max(0, m_model.columnOf(m_keptColumn));
    selectionModel()->setCurrentIndex(m_model.index(row, column), QItemSelectionModel::ClearAndSelect);
    // The heads may need another width.
    updateGeometries();
}

void MatrixView::goTo(const QString &row, const QString &column)
{
    const int r = row.isEmpty() ? currentIndex().row() : m_model.revealRow(row);
    const int c = column.isEmpty() ? currentIndex().column() : m_model.columnOf(column);
    if (r >= 0 && c >= 0) {
        // Not the view's own setCurrentIndex(): with Ctrl held, that one adds to the selection.
        selectionModel()->setCurrentIndex(m_model.index(r, c), QItemSelectionModel::ClearAndSelect);
        scrollTo(currentIndex());
        setFocus();
    }
}

QItemSelection MatrixView::target() const
{
    const QItemSelection selected = selectionModel()->selection();
    return selected.isEmpty() ? QItemSelection(currentIndex(), currentIndex()) : selected;
}

void MatrixView::toggle()
{
    m_model.edit(target(), MatrixModel::Edit::Toggle);
}

void MatrixView::give()
{
    m_model.edit(target(), MatrixModel::Edit::Give);
}

void MatrixView::take()
{
    m_model.edit(target(), MatrixModel::Edit::Take);
}

void MatrixView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    m_delegate->paintCells(&painter, *this, event->region());
    m_drop->paint(&painter, *this);
}

void MatrixView::updateGeometries()
{
    QTableView::updateGeometries();
    if (m_frozen)
        m_frozen->fit();
}

void MatrixView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    const int before = horizontalScrollBar()->value();
    QTableView::scrollTo(index, hint);
    const int covered = m_frozen ? m_frozen->frozenWidth() : 0;
    if (covered == 0)
        return;
    if (index.column() < covered / std::max(1, m_columns->defaultSectionSize()))
        horizontalScrollBar()->setValue(before); // it stands still
    else if (const int lead = leadOf(index.column()); lead < covered)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - (covered - lead));
}

int MatrixView::leadOf(int column) const
{
    const int left = columnViewportPosition(column);
    return isRightToLeft() ? viewport()->width() - left - columnWidth(column) : left;
}

int MatrixView::columnUnder(int x) const
{
    const int rest = isRightToLeft() ? viewport()->width() - m_frozen->frozenWidth() : 0; // before it
    const bool frozen = isRightToLeft() ? x >= rest : x < m_frozen->frozenWidth();
    return frozen ? m_frozen->columnAt(x - rest) : columnAt(x);
}

// F1 on a cell asks about the cell; everywhere else it is the window's.
bool MatrixView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && currentIndex().isValid()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_F1) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

void MatrixView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::Paste))
        paste();
    else if (!currentIndex().isValid() || !handleKey(event))
        QTableView::keyPressEvent(event);
}

bool MatrixView::handleKey(QKeyEvent *event)
{
    const int row = currentIndex().row();
    const bool control = event->modifiers() & Qt::ControlModifier;
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    const QItemSelectionModel::SelectionFlags how =
        shift ? QItemSelectionModel::SelectCurrent : QItemSelectionModel::ClearAndSelect;
    switch (event->key()) {
    case Qt::Key_Space:
        if (control)
            selectColumn(currentIndex().column());
        else if (shift)
            selectRow(row);
        else
            toggle();
        return true;
    case Qt::Key_F2:
        toggle();
        return true;
    case Qt::Key_F4:
        if (m_model.hasDates())
            Q_EMIT datesRequested();
        return m_model.hasDates();
    case Qt::Key_Insert:
        give();
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        take();
        return true;
    case Qt::Key_F1:
        explain();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_model.isGroup(row))
            m_model.setFolded(row, !m_model.isFolded(row));
        else
            toggle();
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Minus:
        if (m_model.hasGroups() && !control) {
            const int group = m_model.groupRow(row);
            selectionModel()->setCurrentIndex(m_model.index(group, currentIndex().column()),
                                              QItemSelectionModel::ClearAndSelect);
            m_model.setFolded(group, event->key() == Qt::Key_Minus);
            return true;
        }
        return false;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (control)
            goToHeld(event->key() == Qt::Key_Up ? -1 : 1, 0, how);
        return control;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (control)
            goToHeld(0, event->key() == Qt::Key_Left ? -1 : 1, how);
        return control;
    default:
        return false;
    }
}

void MatrixView::explain()
{
    const int row = currentIndex().row();
    if (row >= 0)
        Q_EMIT explainRequested(m_model.isGroup(row) ? QString() : m_model.rowName(row),
                                m_model.columnName(currentIndex().column()));
}

QString MatrixView::orderText(Qt::Orientation axis) const
{
    switch (m_model.order(axis)) {
    case MatrixModel::Order::Name:
        break;
    case MatrixModel::Order::Held:
        return axis == Qt::Vertical ? tr("rows: most held first") : tr("columns: most held first");
    case MatrixModel::Order::Similar:
        return axis == Qt::Vertical ? tr("rows: most like %1").arg(m_model.orderedLike(axis))
                                    : tr("columns: most like %1").arg(m_model.orderedLike(axis));
    }
    return {};
}

// The style's corner is a raised button, which this one is not; it says what order rows and columns are in.
bool MatrixView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_corner || event->type() != QEvent::Paint)
        return QTableView::eventFilter(watched, event);
    QPainter painter(m_corner);
    const QRect area = m_corner->rect();
    painter.fillRect(area, palette().color(QPalette::Window));
    paintGrid(&painter, area, palette());
    painter.setPen(mutedText(palette()));
    const QRect text = area.adjusted(8, 4, -8, -6);
    const auto order = [&](Qt::Orientation axis, const QString &said) {
        return said.isEmpty() ? QString() : (axis == Qt::Vertical ? u"↓ "_s : u"→ "_s) + said;
    };
    QStringList lines{order(Qt::Horizontal, orderText(Qt::Horizontal)), order(Qt::Vertical, orderText(Qt::Vertical))};
    lines.removeAll(QString());
    for (QString &line : lines)
        line = painter.fontMetrics().elidedText(line, Qt::ElideMiddle, text.width());
    painter.drawText(text, Qt::AlignLeft | Qt::AlignBottom, lines.join(u'\n'));
    return true;
}

void MatrixView::goToHeld(int rowStep, int columnStep, QItemSelectionModel::SelectionFlags how)
{
    int row = currentIndex().row() + rowStep;
    int column = currentIndex().column() + columnStep;
    while (row >= 0 && column >= 0 && row < m_model.rowCount() && column < m_model.columnCount()) {
        if (m_model.isHeld(row, column)) {
            selectionModel()->setCurrentIndex(m_model.index(row, column), how);
            scrollTo(currentIndex());
            return;
        }
        row += rowStep;
        column += columnStep;
    }
}

void MatrixView::keyboardSearch(const QString &search)
{
    if (!m_sinceKey.isValid() || m_sinceKey.elapsed() > QApplication::keyboardInputInterval())
        m_search.clear();
    m_sinceKey.start();
    m_search += search;
    const int start = std::max(0, currentIndex().row());
    for (int step = 0; step < m_model.rowCount(); ++step) {
        const int row = (start + step) % m_model.rowCount();
        if (m_model.rowName(row).startsWith(m_search, Qt::CaseInsensitive)) {
            selectionModel()->setCurrentIndex(m_model.index(row, std::max(0, currentIndex().column())),
                                              QItemSelectionModel::ClearAndSelect);
            return;
        }
    }
}

void MatrixView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    m_delegate->setCurrent(current);
    m_columns->setCurrentSection(current.column());
    m_rows->setCurrentSection(current.row());
    if (m_frozen)
        m_frozen->setCurrent(current);
    updateLines(previous);
    updateLines(current);
}

void MatrixView::updateLines(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QRect cell = visualRect(index);
    viewport()->update(0, cell.top(), viewport()->width(), cell.height());
    viewport()->update(cell.left(), 0, cell.width(), viewport()->height());
}

void MatrixView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                             const QList<int> &roles)
{
    QTableView::dataChanged(topLeft, bottomRight, roles);
    const QModelIndex current = currentIndex();
    if (!QAccessible::isActive() || !current.isValid()
        || !QItemSelectionRange(topLeft, bottomRight).contains(current))
        return;
    // Qt 6.4 says nothing to a screen reader when a cell changes its text.
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(this);
    if (!table || !table->tableInterface())
        return;
    if (QAccessibleInterface *cell = table->tableInterface()->cellAt(current.row(), current.column())) {
        QAccessibleEvent renamed(cell, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&renamed);
    }
}

} // namespace rolewright
