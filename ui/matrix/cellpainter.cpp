// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/cellpainter.h"

#include "ui/shell/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace rolewright {

namespace {

QPolygonF triangle(const QPointF &a, const QPointF &b, const QPointF &c)
{
    return QPolygonF({a, b, c});
}

void paintShape(QPainter &painter, Cell::Shape shape, const QRectF &square, const QPalette &palette)
{
    const QColor granted = grantedColor(palette);
    const qreal width = std::max(1.5, square.width() / 8);
    const QRectF outline = square.adjusted(width / 2, width / 2, -width / 2, -width / 2);
    const auto frame = [&](const QColor &color) {
        painter.setPen(QPen(color, width));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(outline, 1.5, 1.5);
    };
    const auto fill = [&](const QRectF &area, const QColor &color) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRoundedRect(area, 1.5, 1.5);
    };
    switch (shape) {
    case Cell::Shape::None: {
        const qreal radius = std::max(1.25, square.width() / 9);
        painter.setPen(Qt::NoPen);
        painter.setBrush(mutedText(palette));
        painter.setOpacity(painter.opacity() * 0.55);
        painter.drawEllipse(square.center(), radius, radius);
        break;
    }
    case Cell::Shape::Granted:
        fill(square, granted);
        break;
    case Cell::Shape::Inherited:
    case Cell::Shape::Covered:
        frame(granted);
        break;
    case Cell::Shape::Pattern: {
        const QColor color = patternColor(palette);
        painter.save();
        painter.setClipRect(outline);
        painter.setPen(QPen(color, width));
        for (qreal x = outline.left() - outline.height(); x < outline.right(); x += 3 * width)
            painter.drawLine(QPointF(x, outline.bottom()), QPointF(x + outline.height(), outline.top()));
        painter.restore();
        frame(color);
        break;
    }
    case Cell::Shape::Scoped: {
        const QColor color = scopedColor(palette);
        fill(QRectF(square.left(), square.center().y(), square.width(), square.height() / 2), color);
        frame(color);
        break;
    }
    case Cell::Shape::All:
        fill(square.adjusted(2, 2, -2, -2), mutedText(palette));
        frame(mutedText(palette));
        break;
    case Cell::Shape::Some:
        fill(QRectF(square.left() + 2, square.center().y() - width, square.width() - 4, 2 * width),
             mutedText(palette));
        frame(mutedText(palette));
        break;
    }
}

void paintClock(QPainter &painter, const QRectF &square, const QPalette &palette)
{
    const qreal radius = square.width() * 0.36;
    const QPointF center = square.bottomRight();
    painter.setPen(QPen(palette.color(QPalette::Text), 1));
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawEllipse(center, radius, radius);
    painter.drawLine(center, center - QPointF(0, radius * 0.7));
    painter.drawLine(center, center + QPointF(radius * 0.55, 0));
}

void paintWarning(QPainter &painter, const QRectF &bounds, const QPalette &palette, bool filled)
{
    const QColor color = sensitiveColor(palette);
    const qreal side = bounds.height() * 0.34;
    const QPointF top(bounds.right() - 1.5 - side / 2, bounds.top() + 1.5);
    painter.setPen(QPen(color, 1));
    painter.setBrush(filled ? QBrush(color) : QBrush(palette.color(QPalette::Base)));
    painter.drawPolygon(triangle(top, top + QPointF(side / 2, side), top + QPointF(-side / 2, side)));
}

void paintPending(QPainter &painter, const QRectF &bounds, const QPalette &palette)
{
    const qreal side = bounds.height() * 0.36;
    painter.setPen(Qt::NoPen);
    painter.setBrush(pendingColor(palette));
    painter.drawPolygon(
        triangle(bounds.topLeft(), bounds.topLeft() + QPointF(side, 0), bounds.topLeft() + QPointF(0, side)));
}

void paintOthers(QPainter &painter, const QRectF &bounds, const QPalette &palette)
{
    const qreal side = bounds.height() * 0.28;
    painter.setPen(QPen(palette.color(QPalette::Text), 1.25));
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawEllipse(QRectF(bounds.left() + 1.5, bounds.bottom() - 2.5 - side, side, side));
}

} // namespace

void paintGrid(QPainter *painter, const QRect &cell, const QPalette &palette)
{
    const QColor line = lineColor(palette);
    painter->fillRect(cell.left(), cell.bottom(), cell.width(), 1, line);
    painter->fillRect(cell.right(), cell.top(), 1, cell.height(), line);
}

QRect CellPainter::shapeRect(const QSize &cell)
{
    // Even, so that the outline falls on pixels.
    const int side = std::max(8, std::min(cell.width(), cell.height()) / 2 & ~1);
    return QRect((cell.width() - side) / 2, (cell.height() - side) / 2, side, side);
}

QPixmap CellPainter::render(const Cell &cell) const
{
    QPixmap pixmap(m_size * m_ratio);
    pixmap.setDevicePixelRatio(m_ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF bounds{QPointF(), QSizeF(m_size)};
    const QRectF square = shapeRect(m_size);
    painter.setOpacity(cell.dimmed ? 0.4 : 1.0);
    paintShape(painter, cell.shape, square, m_palette);
    painter.setOpacity(1.0);
    if (cell.dimmed && cell.isHeld()) {
        painter.setPen(QPen(m_palette.color(QPalette::Text), std::max(1.5, square.width() / 9)));
        painter.drawLine(square.bottomLeft() + QPointF(-2, 2), square.topRight() + QPointF(2, -2));
    }
    if (cell.temporary)
        paintClock(painter, square, m_palette);
    if (cell.sensitive || cell.conflict)
        paintWarning(painter, bounds, m_palette, cell.conflict);
    if (cell.pending)
        paintPending(painter, bounds, m_palette);
    if (cell.others)
        paintOthers(painter, bounds, m_palette);
    return pixmap;
}

void CellPainter::paint(QPainter *painter, const QRect &rect, const Cell &cell, const QPalette &palette)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    if (rect.size() != m_size || ratio != m_ratio || palette.cacheKey() != m_palette.cacheKey()) {
        m_looks.clear();
        m_size = rect.size();
        m_ratio = ratio;
        m_palette = palette;
    }
    QPixmap &look = m_looks[cell.key()];
    if (look.isNull())
        look = render(cell);
    painter->drawPixmap(rect.topLeft(), look);
}

} // namespace rolewright
