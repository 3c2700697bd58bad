// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/matrixheader.h"

#include "ui/matrix/cellpainter.h"
#include "ui/matrix/matrixdrag.h"
#include "ui/shell/theme.h"
#include "ui/widgets/elidedname.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QPainter>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 6;

QFont fontFor(QFont font, const MatrixModel::Mark &mark, bool bold)
{
    font.setItalic(mark.fresh);
    font.setStrikeOut(mark.dimmed);
    font.setBold(bold);
    return font;
}

void paintBackground(QPainter *painter, const QRect &rect, const QPalette &palette, bool current)
{
    painter->fillRect(rect, palette.color(QPalette::Window));
    if (current) {
        QColor accent = palette.color(QPalette::Highlight);
        accent.setAlphaF(0.16f);
        painter->fillRect(rect, accent);
    }
    paintGrid(painter, rect, palette);
}

// Before the press changes what is selected.
Pulled pressedOn(const MatrixModel &model, const QHeaderView &header, const QMouseEvent *event)
{
    const int section = header.logicalIndexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || event->modifiers() != Qt::NoModifier || section < 0)
        return {};
    const QItemSelectionModel *selection = header.selectionModel();
    const bool isRow = header.orientation() == Qt::Vertical;
    if (isRow ? selection->isRowSelected(section) : selection->isColumnSelected(section))
        return {draggedFrom(model, header, section), selection->selection()};
    const QModelIndex first = model.index(isRow ? section : 0, isRow ? 0 : section);
    const QModelIndex last =
        model.index(isRow ? section : model.rowCount() - 1, isRow ? model.columnCount() - 1 : section);
    return {draggedFrom(model, header, section), QItemSelection(first, last)};
}

// Along the header the mouse selects; out of it, it drags what was pressed, and that is selected again.
bool pullOut(QHeaderView &header, const QMouseEvent *event, Pulled &pulled)
{
    if (pulled.names.names.isEmpty() || !(event->buttons() & Qt::LeftButton)
        || header.viewport()->rect().contains(event->position().toPoint()))
        return false;
    const Pulled dragged = std::exchange(pulled, Pulled());
    // The drag takes the release; the header must not go on selecting.
    QMouseEvent release(QEvent::MouseButtonRelease, event->position(), event->globalPosition(),
                        Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(header.viewport(), &release);
    header.selectionModel()->select(dragged.cells, QItemSelectionModel::ClearAndSelect);
    if (const QModelIndex current = header.selectionModel()->currentIndex(); current.isValid() && !dragged.cells.isEmpty()) {
        const QModelIndex first = dragged.cells.first().topLeft();
        const bool isRow = header.orientation() == Qt::Vertical;
        // Where one looks: its line alone changes.
        header.selectionModel()->setCurrentIndex(isRow ? first.siblingAtColumn(current.column())
                                                       : first.sibling(current.row(), first.column()),
                                                 QItemSelectionModel::NoUpdate);
    }
    startDrag(dragged.names, header);
    return true;
}

void paintSensitive(QPainter *painter, const QPointF &top, qreal side, const QPalette &palette)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(sensitiveColor(palette), 1.2));
    painter->setBrush(Qt::NoBrush);
    painter->drawPolygon(QPolygonF({top, top + QPointF(side / 2, side), top + QPointF(-side / 2, side)}));
}

QFont boldOf(QFont font)
{
    font.setBold(true);
    return font;
}

// As long as its names need, up to `most`; never more than half of the view, or no cell is seen on a small screen.
int fitting(int needed, int least, int most, int view)
{
    return std::clamp(needed, least, std::max(least, std::min(most, view / 2)));
}

} // namespace

int WidestLabel::of(const QFont &font, const QStringList &labels) const
{
    if (m_width >= 0 && font == m_font && labels == m_labels)
        return m_width;
    m_font = font;
    m_labels = labels;
    m_width = 0;
    const QFontMetrics metrics(font);
    for (const QString &label : labels)
        m_width = std::max(m_width, metrics.horizontalAdvance(label));
    return m_width;
}

ColumnHeader::ColumnHeader(MatrixModel &model, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_model(model)
{
    setSectionsClickable(true);
    setSectionResizeMode(QHeaderView::Fixed);
}

QSize ColumnHeader::sizeHint() const
{
    const QFontMetrics metrics(boldOf(font()));
    const int length = m_widest.of(boldOf(font()), m_model.longestColumnLabels());
    return {0, fitting(length + 2 * Margin + 2, metrics.height() * 3, metrics.height() * 11, parentWidget()->height())};
}

void ColumnHeader::setCurrentSection(int section)
{
    if (section == m_current)
        return;
    updateSection(m_current);
    m_current = section;
    updateSection(m_current);
}

void ColumnHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    constexpr qsizetype Kept = 1000; // some 20 kB each
    const qreal ratio = painter->device()->devicePixelRatioF();
    const QVariantList paintedFor{rect.size(), font(), palette().cacheKey(), palette().currentColorGroup(), ratio};
    if (paintedFor != m_paintedFor || m_pictures.size() > Kept) {
        m_pictures.clear();
        m_paintedFor = paintedFor;
    }
    const Head head{m_model.headerData(section, Qt::Horizontal, Qt::DisplayRole).toString(),
                    m_model.columnMark(section), section == m_current};
    QPixmap &picture = m_pictures[head];
    if (picture.isNull()) {
        picture = QPixmap(rect.size() * ratio);
        picture.setDevicePixelRatio(ratio);
        QPainter own(&picture);
        paintHead(&own, QRect(QPoint(), rect.size()), head);
    }
    painter->drawPixmap(rect.topLeft(), picture);
}

void ColumnHeader::paintHead(QPainter *painter, const QRect &rect, const Head &head) const
{
    paintBackground(painter, rect, palette(), head.current);
    int room = rect.height() - 2 * Margin;
    if (head.mark.sensitive) {
        const qreal side = QFontMetrics(font()).height() * 0.5;
        paintSensitive(painter, QPointF(rect.center().x() + 0.5, rect.top() + Margin), side, palette());
        room -= int(side) + Margin;
    }
    painter->setFont(fontFor(font(), head.mark, head.current));
    painter->setPen(head.mark.dimmed ? mutedText(palette()) : palette().color(QPalette::WindowText));
    painter->translate(rect.left(), rect.bottom());
    painter->rotate(-90);
    const QRect area(Margin, 0, room, rect.width());
    // Upwards from the cells, whichever way one reads.
    painter->drawText(area, Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine,
                      elidedName(head.name, painter->fontMetrics(), area.width()));
}

void ColumnHeader::mousePressEvent(QMouseEvent *event)
{
    m_pulled = pressedOn(m_model, *this, event);
    QHeaderView::mousePressEvent(event);
}

void ColumnHeader::mouseMoveEvent(QMouseEvent *event)
{
    if (!pullOut(*this, event, m_pulled))
        QHeaderView::mouseMoveEvent(event);
}

RowHeader::RowHeader(MatrixModel &model, QWidget *parent)
    : QHeaderView(Qt::Vertical, parent)
    , m_model(model)
{
    setSectionsClickable(true);
    setSectionResizeMode(QHeaderView::Fixed);
}

QSize RowHeader::sizeHint() const
{
    const QFontMetrics metrics(boldOf(font()));
    const int indent = m_model.hasGroups() ? metrics.height() : 0;
    const int text = m_widest.of(boldOf(font()), m_model.longestRowLabels());
    const int count = m_model.hasGroups() ? metrics.horizontalAdvance(u" (00000)"_s) : 0;
    const int width = text + indent + count + 2 * Margin + metrics.height();
    return {fitting(width, metrics.averageCharWidth() * 16, metrics.averageCharWidth() * 48, parentWidget()->width()), 0};
}

void RowHeader::setCurrentSection(int section)
{
    if (section == m_current)
        return;
    updateSection(m_current);
    m_current = section;
    updateSection(m_current);
}

void RowHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    if (section >= m_model.rowCount())
        return;
    painter->save();
    const bool current = section == m_current;
    const bool group = m_model.isGroup(section);
    paintBackground(painter, rect, palette(), current);
    const MatrixModel::Mark mark = m_model.rowMark(section);
    const QFont own = fontFor(font(), mark, current || group);
    const QFontMetrics metrics(own);
    const int indent = m_model.hasGroups() ? metrics.height() : 0;
    const bool reversed = layoutDirection() == Qt::RightToLeft;
    QRect area = QStyle::visualRect(layoutDirection(), rect, rect.adjusted(Margin + indent, 0, -Margin, 0));
    const auto cutEnd = [&](int width) {
        reversed ? area.setLeft(area.left() + width) : area.setRight(area.right() - width);
    };
    painter->setLayoutDirection(layoutDirection());
    painter->setRenderHint(QPainter::Antialiasing);
    if (group) {
        const qreal half = metrics.height() / 5.0;
        const qreal lead = Margin + indent / 2.0 - 2;
        const QPointF center(reversed ? rect.right() - lead : rect.left() + lead, rect.center().y() + 0.5);
        const qreal ahead = reversed ? -1 : 1;
        QPolygonF arrow({{-half, -half / 2}, {half, -half / 2}, {0, half * 0.75}});
        if (m_model.isFolded(section))
            arrow = QPolygonF({{-ahead * half / 2, -half}, {ahead * half * 0.75, 0}, {-ahead * half / 2, half}});
        painter->setPen(Qt::NoPen);
        painter->setBrush(mutedText(palette()));
        painter->drawPolygon(arrow.translated(center));
        const QString count = u"%L1"_s.arg(m_model.groupSize(section));
        painter->setFont(font());
        painter->setPen(mutedText(palette()));
        painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, count);
        cutEnd(QFontMetrics(font()).horizontalAdvance(count) + Margin);
    } else if (mark.sensitive) {
        const qreal side = metrics.height() * 0.5;
        const QPointF top(reversed ? area.left() + side / 2 : area.right() - side / 2, rect.center().y() - side / 2);
        paintSensitive(painter, top, side, palette());
        cutEnd(int(side) + Margin);
    }
    painter->setFont(own);
    painter->setPen(mark.dimmed ? mutedText(palette()) : palette().color(QPalette::WindowText));
    const QString name = m_model.headerData(section, Qt::Vertical, Qt::DisplayRole).toString();
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      elidedName(name, metrics, area.width()));
    painter->restore();
}

void RowHeader::mousePressEvent(QMouseEvent *event)
{
    const int section = logicalIndexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && section >= 0 && m_model.isGroup(section)) {
        m_model.setFolded(section, !m_model.isFolded(section));
        m_pulled = {};
        return;
    }
    m_pulled = pressedOn(m_model, *this, event);
    QHeaderView::mousePressEvent(event);
}

void RowHeader::mouseMoveEvent(QMouseEvent *event)
{
    if (!pullOut(*this, event, m_pulled))
        QHeaderView::mouseMoveEvent(event);
}

} // namespace rolewright
