// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/frozencolumns.h"

#include "ui/matrix/celldelegate.h"
#include "ui/matrix/matrixdrag.h"
#include "ui/matrix/matrixheader.h"
#include "ui/shell/theme.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>

namespace rolewright {

FrozenColumns::FrozenColumns(MatrixModel &model, CellDelegate &delegate, QTableView &matrix)
    : QTableView(&matrix)
    , m_model(model)
    , m_delegate(delegate)
    , m_matrix(matrix)
    , m_header(new ColumnHeader(model, this))
{
    setHorizontalHeader(m_header);
    verticalHeader()->hide();
    setModel(&model);
    QItemSelectionModel *own = selectionModel();
    setSelectionModel(matrix.selectionModel());
    own->deleteLater();
    setItemDelegate(&delegate);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setFocusProxy(&matrix);
    setSelectionMode(matrix.selectionMode());
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setAutoScroll(false);
    // Its cells are those of the matrix: told to a screen reader once.
    setAccessibleName(tr("Pinned columns"));
    connect(matrix.verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, matrix.verticalScrollBar(), &QScrollBar::setValue);
    // Choosing the current cell of the matrix must not scroll this one along.
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, this,
            [this] { horizontalScrollBar()->setValue(0); });
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_header, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &position) { Q_EMIT headMenuRequested(*m_header, position); });
    hide();
}

// Of those that are pinned, what the filter leaves: they come first.
int FrozenColumns::count() const
{
    const QStringList &pinned = m_model.pinned(Qt::Horizontal);
    int found = 0;
    while (found < std::min(int(pinned.size()), m_model.columnCount()) && pinned.contains(m_model.columnName(found)))
        ++found;
    return found;
}

int FrozenColumns::frozenWidth() const
{
    return isHidden() ? 0 : width();
}

void FrozenColumns::fit()
{
    const int wanted = count() * m_matrix.horizontalHeader()->defaultSectionSize();
    // Where they would leave no room for the rest, they scroll like any other.
    if (wanted == 0 || wanted > m_matrix.viewport()->width() / 2 || m_model.rowCount() == 0) {
        hide();
        return;
    }
    for (const Qt::Orientation axis : {Qt::Horizontal, Qt::Vertical}) {
        QHeaderView *mine = axis == Qt::Horizontal ? horizontalHeader() : verticalHeader();
        const QHeaderView *theirs =
            axis == Qt::Horizontal ? m_matrix.horizontalHeader() : m_matrix.verticalHeader();
        mine->setMinimumSectionSize(theirs->minimumSectionSize());
        mine->setDefaultSectionSize(theirs->defaultSectionSize());
    }
    m_header->setFixedHeight(m_matrix.horizontalHeader()->height());
    const QRect area = m_matrix.viewport()->geometry();
    const int head = m_matrix.horizontalHeader()->height();
    const int left = layoutDirection() == Qt::RightToLeft ? area.right() - wanted + 1 : area.left();
    setGeometry(left, area.top() - head, wanted, area.height() + head);
    verticalScrollBar()->setValue(m_matrix.verticalScrollBar()->value());
    show();
    raise();
}

void FrozenColumns::setCurrent(const QModelIndex &index)
{
    m_header->setCurrentSection(index.column());
    viewport()->update();
}

void FrozenColumns::mousePressEvent(QMouseEvent *event)
{
    m_matrix.setFocus(Qt::MouseFocusReason);
    QTableView::mousePressEvent(event);
}

void FrozenColumns::contextMenuEvent(QContextMenuEvent *event)
{
    QContextMenuEvent passed(event->reason(), m_matrix.viewport()->mapFromGlobal(event->globalPos()),
                             event->globalPos(), event->modifiers());
    QCoreApplication::sendEvent(m_matrix.viewport(), &passed);
}

// A line at the end, where the rest goes under.
void FrozenColumns::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    m_delegate.paintCells(&painter, *this, event->region());
    if (m_drop)
        m_drop->paint(&painter, *this);
    QColor edge = palette().color(QPalette::Highlight);
    edge.setAlphaF(0.6f);
    painter.setPen(edge);
    const QRect area = viewport()->rect();
    const int end = layoutDirection() == Qt::RightToLeft ? area.left() : area.right();
    painter.drawLine(end, area.top(), end, area.bottom());
}

} // namespace rolewright
