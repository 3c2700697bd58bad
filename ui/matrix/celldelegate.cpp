// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/celldelegate.h"

#include "ui/shell/theme.h"

#include <QAbstractItemView>
#include <QMouseEvent>
#include <QPainter>

namespace rolewright {

namespace {

QColor mixed(const QColor &over, const QColor &under, qreal part)
{
    return QColor::fromRgbF(over.redF() * part + under.redF() * (1 - part),
                            over.greenF() * part + under.greenF() * (1 - part),
                            over.blueF() * part + under.blueF() * (1 - part));
}

} // namespace

CellDelegate::CellDelegate(MatrixModel &model, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_model(model)
{
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const QPalette &palette = option.palette;
    const QColor base = palette.color(QPalette::Base);
    const QColor accent = palette.color(QPalette::Highlight);
    const bool group = m_model.isGroup(index.row());
    QColor background = group ? palette.color(QPalette::Window) : base;
    if (m_current.isValid() && (index.row() == m_current.row() || index.column() == m_current.column()))
        background = mixed(accent, background, 0.10);
    if (option.state & QStyle::State_Selected)
        background = mixed(accent, background, 0.28);
    if (background != base) // which the view has painted already
        painter->fillRect(option.rect, background);

    paintGrid(painter, option.rect, palette);

    m_painter.paint(painter, option.rect, m_model.cell(index.row(), index.column()), palette);

    if (m_current.isValid() && index == m_current) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(accent, option.state & QStyle::State_HasFocus ? 2 : 1));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
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
