// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/matrixdrag.h"

#include "ui/matrix/frozencolumns.h"
#include "ui/matrix/matrixview.h"

#include <QDrag>
#include <QDropEvent>
#include <QHeaderView>
#include <QPainter>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QStringList namesOf(const MatrixModel &model, const QItemSelection &rows)
{
    QStringList names;
    for (const int line : model.linesIn(rows))
        names.append(model.lineName(line));
    return names;
}

// What is pulled along by the pointer: the name, or how many.
QPixmap pictureOf(const QString &text, const QWidget &widget)
{
    const QFontMetrics metrics(widget.font());
    const QSize size(metrics.horizontalAdvance(text) + 16, metrics.height() + 8);
    QPixmap picture(size * widget.devicePixelRatioF());
    picture.setDevicePixelRatio(widget.devicePixelRatioF());
    picture.fill(widget.palette().color(QPalette::ToolTipBase));
    QPainter painter(&picture);
    painter.setFont(widget.font());
    painter.setPen(widget.palette().color(QPalette::ToolTipText));
    painter.drawText(QRect(QPoint(), size), Qt::AlignCenter, text);
    return picture;
}

} // namespace

DraggedNames draggedFrom(const MatrixModel &model, const QHeaderView &header, int section)
{
    const bool isRow = header.orientation() == Qt::Vertical;
    DraggedNames dragged{model.kindOf(header.orientation()), {}};
    const QItemSelectionModel *selection = header.selectionModel();
    if (isRow) {
        QItemSelection rows(model.index(section, 0), model.index(section, 0));
        if (selection->isRowSelected(section)) {
            for (const QItemSelectionRange &range : selection->selection())
                rows.append(range);
        }
        dragged.names = namesOf(model, rows);
    } else if (selection->isColumnSelected(section)) {
        for (int column = 0; column < model.columnCount(); ++column) {
            if (selection->isColumnSelected(column))
                dragged.names.append(model.columnName(column));
        }
    } else {
        dragged.names = {model.columnName(section)};
    }
    return dragged;
}

void startDrag(const DraggedNames &dragged, QHeaderView &header)
{
    auto *drag = new QDrag(&header);
    drag->setMimeData(mimeDataOf(dragged));
    const QString text = dragged.names.size() == 1
        ? dragged.names.first()
        : MatrixModel::tr("%Ln name(s)", nullptr, int(dragged.names.size()));
    drag->setPixmap(pictureOf(text, header));
    drag->exec(Qt::CopyAction); // Qt's own loop: there is no other way to drag
}

MatrixDrop::MatrixDrop(MatrixModel &model, MatrixView &view, FrozenColumns &frozen)
    : QObject(&view)
    , m_model(model)
    , m_view(view)
    , m_frozen(frozen)
{
    frozen.setDrop(*this);
    for (QAbstractScrollArea *area :
         {static_cast<QAbstractScrollArea *>(&view), static_cast<QAbstractScrollArea *>(&frozen),
          static_cast<QAbstractScrollArea *>(view.horizontalHeader()),
          static_cast<QAbstractScrollArea *>(frozen.horizontalHeader()),
          static_cast<QAbstractScrollArea *>(view.verticalHeader())}) {
        area->setAcceptDrops(true);
        area->viewport()->setAcceptDrops(true);
        area->viewport()->installEventFilter(this);
    }
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { setTarget({}); });
}

bool MatrixDrop::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop: {
        auto *drop = static_cast<QDropEvent *>(event); // which the others are, too
        const std::optional<DraggedNames> dragged = draggedNames(drop->mimeData());
        if (!dragged || m_model.workspace().isReadOnly())
            return false;
        const auto *from = static_cast<QWidget *>(watched);
        const QPoint global = from->mapToGlobal(drop->position().toPoint());
        const Target target = targetOf(*dragged, m_view.viewport()->mapFromGlobal(global));
        const bool fits = target != Target();
        drop->setDropAction(Qt::CopyAction);
        // Entering is allowed anywhere: the fitting place may be beside.
        drop->setAccepted(fits || event->type() == QEvent::DragEnter);
        setTarget(event->type() == QEvent::Drop ? Target() : target);
        if (fits && event->type() == QEvent::Drop)
            this->drop(*dragged, target);
        return true;
    }
    case QEvent::DragLeave:
        setTarget({});
        return true;
    default:
        return false;
    }
}

MatrixDrop::Target MatrixDrop::targetOf(const DraggedNames &dragged, const QPoint &position) const
{
    if (!m_model.cellKind())
        return {};
    Target target;
    if (dragged.kind == m_model.kindOf(Qt::Horizontal))
        target.row = m_view.rowAt(position.y());
    else if (dragged.kind == m_model.kindOf(Qt::Vertical))
        target.column = m_view.columnUnder(position.x());
    return target;
}

void MatrixDrop::setTarget(const Target &target)
{
    if (target == m_target)
        return;
    m_target = target;
    m_view.viewport()->update();
    m_frozen.viewport()->update();
}

void MatrixDrop::drop(const DraggedNames &dragged, const Target &target)
{
    if (target.column >= 0) {
        m_model.give(dragged.names, {m_model.columnName(target.column)});
        return;
    }
    const QModelIndex row = m_model.index(target.row, 0);
    m_model.give(namesOf(m_model, QItemSelection(row, row)), dragged.names);
}

void MatrixDrop::paint(QPainter *painter, const QTableView &table) const
{
    if (m_target == Target())
        return;
    const QRect area = table.viewport()->rect();
    QRect rect = area;
    if (m_target.row >= 0)
        rect = QRect(area.left(), table.rowViewportPosition(m_target.row), area.width(),
                     table.rowHeight(m_target.row));
    else
        rect = QRect(table.columnViewportPosition(m_target.column), area.top(),
                     table.columnWidth(m_target.column), area.height());
    const QColor accent = table.palette().color(QPalette::Highlight);
    QColor wash = accent;
    wash.setAlphaF(0.25f);
    painter->fillRect(rect, wash);
    painter->setPen(QPen(accent, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(rect.adjusted(1, 1, -2, -2));
}

} // namespace rolewright
