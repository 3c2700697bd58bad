// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/celldelegate.h"

#include "ui/shell/theme.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QTableView>

#include <algorithm>

namespace rolewright {

namespace {

QColor mixed(const QColor &over, const QColor &under, qreal part)
{
    return QColor::fromRgbF(over.redF() * part + under.redF() * (1 - part),
                            over.greenF() * part + under.greenF() * (1 - part),
                            over.blueF() * part + under.blueF() * (1 - part));
}

// A row or column as it stands in the viewport.
struct Section
{
    int index;
    int at;
    int size;
};

// Between two places in the viewport.
QList<Section> sectionsIn(const QHeaderView &header, int from, int to)
{
    const auto indexAt = [&](int place) {
        const int index = header.logicalIndexAt(place);
        return index < 0 ? header.count() - 1 : index; // past the last one
    };
    const auto [first, last] = std::minmax({indexAt(from), indexAt(to)}); // from right to left, too
    QList<Section> sections;
    for (int index = std::max(0, first); index <= last; ++index)
        sections.append({index, header.sectionViewportPosition(index), header.sectionSize(index)});
    return sections;
}

} // namespace

CellDelegate::CellDelegate(MatrixModel &model, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_model(model)
{
}

// On the base colour and the grid, which are there.
void CellDelegate::paintCell(QPainter *painter, const QRect &rect, int row, int column, const Look &look,
                             const QPalette &palette) const
{
    const QColor &base = palette.color(QPalette::Base);
    const QColor &accent = palette.color(QPalette::Highlight);
    QColor background = m_model.isGroup(row) ? palette.color(QPalette::Window) : base;
    const bool inRow = m_current.isValid() && row == m_current.row();
    const bool inColumn = m_current.isValid() && column == m_current.column();
    if (inRow || inColumn)
        background = mixed(accent, background, 0.10);
    if (look.selected)
        background = mixed(accent, background, 0.28);
    if (background != base)
        painter->fillRect(rect.adjusted(0, 0, -1, -1), background);

    if (inRow && inColumn) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(accent, look.focused ? 2 : 1));
        painter->drawRect(rect.adjusted(1, 1, -1, -1));
    }
    // Over the frame, or that would hide the mark in the corner.
    m_painter.paint(painter, rect, m_model.cell(row, column), palette);
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    paintGrid(painter, option.rect, option.palette);
    paintCell(painter, option.rect, index.row(), index.column(),
              {bool(option.state & QStyle::State_Selected), bool(option.state & QStyle::State_HasFocus)},
              option.palette);
}

void CellDelegate::paintCells(QPainter *painter, const QTableView &view, const QRegion &region) const
{
    const QRect area = region.boundingRect();
    const QList<Section> rows = sectionsIn(*view.verticalHeader(), area.top(), area.bottom());
    const QList<Section> columns = sectionsIn(*view.horizontalHeader(), area.left(), area.right());
    if (rows.isEmpty() || columns.isEmpty())
        return;
    const QPalette &palette = view.palette();
    const QColor line = lineColor(palette);
    const auto [start, end] = std::minmax({columns.first().at, columns.last().at});
    const int width = end + columns.first().size - start;
    for (const Section &row : rows)
        painter->fillRect(start, row.at + row.size - 1, width, 1, line);
    for (const Section &column : columns)
        painter->fillRect(column.at + column.size - 1, rows.first().at, 1,
                          rows.last().at + rows.last().size - rows.first().at, line);

    const QItemSelection selection = view.selectionModel()->selection();
    const auto isSelected = [&](int row, int column) {
        return std::any_of(selection.begin(), selection.end(), [&](const QItemSelectionRange &range) {
            return row >= range.top() && row <= range.bottom() && column >= range.left() && column <= range.right();
        });
    };
    const bool focused = view.hasFocus();
    const bool isWhole = region.rectCount() == 1;
    for (const Section &row : rows) {
        for (const Section &column : columns) {
            const QRect rect(column.at, row.at, column.size, row.size);
            if (isWhole || region.intersects(rect))
                paintCell(painter, rect, row.index, column.index, {isSelected(row.index, column.index), focused},
                          palette);
        }
    }
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int side = std::max(20, option.fontMetrics.height() + 8);
    return {side + 2, side};
}

bool CellDelegate::editorEvent(QEvent *event, QAbstractItemModel *, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    if (!m_model.togglesByClick())
        return false;
    if (event->type() != QEvent::MouseButtonPress && event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton || mouse->modifiers() != Qt::NoModifier)
        return false;
    const QRect shape =
        CellPainter::shapeRect(option.rect.size()).translated(option.rect.topLeft()).adjusted(-2, -2, 2, 2);
    const bool hit = shape.contains(mouse->position().toPoint());
    if (event->type() == QEvent::MouseButtonPress) {
        m_pressed = hit ? QPersistentModelIndex(index) : QPersistentModelIndex();
        return false; // selecting goes on
    }
    const bool toggle = hit && m_pressed.isValid() && m_pressed == index;
    m_pressed = QPersistentModelIndex();
    if (!toggle)
        return false;
    // The release is taken from the view, which would have made the cell the only one selected: else the next key
    // would still mean the row or the range that was selected before.
    if (const auto *view = qobject_cast<const QAbstractItemView *>(option.widget))
        view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    m_model.edit(QItemSelection(index, index), MatrixModel::Edit::Toggle);
    return true;
}

} // namespace rolewright
