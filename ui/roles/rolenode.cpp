// SPDX-License-Identifier: Apache-2.0
#include "ui/roles/rolenode.h"

#include "ui/shell/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QWidget>

namespace rolewright {

RoleNode::RoleNode(const QString &name, bool enabled, bool current, const QSizeF &size)
    : m_name(name)
    , m_enabled(enabled)
    , m_current(current)
    , m_size(size)
{
    setZValue(1);
}

void RoleNode::setMarked(bool marked)
{
    m_marked = marked;
    update();
}

QRectF RoleNode::boundingRect() const
{
    return QRectF(-m_size.width() / 2, -m_size.height() / 2, m_size.width(), m_size.height())
        .adjusted(-5, -5, 5, 5);
}

void RoleNode::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *widget)
{
    const QPalette palette = widget->palette();
    const QRectF box(-m_size.width() / 2, -m_size.height() / 2, m_size.width(), m_size.height());
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor frame = m_current ? grantedColor(palette) : mutedText(palette);
    painter->setPen(QPen(frame, m_current ? 2.5 : 1, m_enabled ? Qt::SolidLine : Qt::DashLine));
    painter->setBrush(palette.color(QPalette::AlternateBase));
    painter->drawRoundedRect(box, 4, 4);
    QFont font = widget->font();
    font.setBold(m_current);
    painter->setFont(font);
    painter->setPen(m_enabled ? palette.color(QPalette::Text) : mutedText(palette));
    const QString shown =
        QFontMetricsF(font).elidedText(m_name, Qt::ElideMiddle, m_size.width() - 8);
    painter->drawText(box, Qt::AlignCenter | Qt::TextSingleLine, shown);
    if (!m_marked)
        return;
    painter->setPen(QPen(palette.color(QPalette::Text), 1.5, Qt::DotLine));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(box.adjusted(-3.5, -3.5, 3.5, 3.5), 6, 6);
}

InheritanceEdge::InheritanceEdge(const QList<QPointF> &curve)
    : m_curve(curve)
{
}

QRectF InheritanceEdge::boundingRect() const
{
    return QPolygonF(m_curve).boundingRect().adjusted(-6, -6, 6, 6);
}

void InheritanceEdge::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *widget)
{
    if (m_curve.size() < 4)
        return;
    QPainterPath path(m_curve.first());
    for (qsizetype i = 1; i + 2 < m_curve.size(); i += 3)
        path.cubicTo(m_curve.at(i), m_curve.at(i + 1), m_curve.at(i + 2));
    const QColor color = mutedText(widget->palette());
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.2));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(path);
    // The head points the way the curve arrives.
    const QPointF tip = m_curve.last();
    QLineF back(tip, path.pointAtPercent(path.percentAtLength(std::max(0.0, path.length() - 9))));
    back.setLength(9);
    QLineF left = back;
    QLineF right = back;
    left.setAngle(back.angle() + 22);
    right.setAngle(back.angle() - 22);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawPolygon(QPolygonF({tip, left.p2(), right.p2()}));
}

} // namespace rolewright
