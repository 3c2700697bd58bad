// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QGraphicsItem>

namespace rolewright {

// A role in the graph: its name in a box, thick where the page shows it, dashed where it is disabled, with a
// second frame where the keyboard is.
class RoleNode : public QGraphicsItem
{
public:
    RoleNode(const QString &name, bool enabled, bool current, const QSizeF &size);

    void setMarked(bool marked);
    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const QString m_name;
    const bool m_enabled;
    const bool m_current;
    bool m_marked = false;
    const QSizeF m_size;
};

// "senior inherits junior": a curve with its head at the junior.
class InheritanceEdge : public QGraphicsItem
{
public:
    explicit InheritanceEdge(const QList<QPointF> &curve);

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const QList<QPointF> m_curve;
};

} // namespace rolewright
