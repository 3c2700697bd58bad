// SPDX-License-Identifier: Apache-2.0
#include "ui/roles/inheritancegraph.h"

#include "ui/roles/rolenode.h"
#include "ui/shell/plaintext.h"

#include <QAccessible>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QWheelEvent>

#include <cmath>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr double ZoomStep = 1.2;
constexpr double ZoomMinimum = 0.2;
constexpr double ZoomMaximum = 4;
constexpr double WidthMaximum = 260; // longer names are elided, and whole in the tool tip

} // namespace

InheritanceGraph::InheritanceGraph(QWidget *parent)
    : QGraphicsView(parent)
{
    setScene(new QGraphicsScene(this));
    setAccessibleName(tr("Inheritance graph"));
    setDragMode(QGraphicsView::ScrollHandDrag);
    setTransformationAnchor(QGraphicsView::AnchorUnderMouse);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(fontMetrics().height() * 8);
}

void InheritanceGraph::showAround(const Policy &policy, RoleId role, int depth)
{
    QFont bold = font();
    bold.setBold(true);
    m_job.start(
        [policy, role, depth, bold](const CancelToken &cancelled) {
            Picture picture{neighbourhood(policy, role, depth), {}, {}};
            const QFontMetricsF metrics(bold);
            LayoutInput input;
            for (const Neighbourhood::Node &node : std::as_const(picture.shown.nodes))
                input.boxes.append({std::min(WidthMaximum, metrics.horizontalAdvance(node.name) + 20),
                                    metrics.height() + 10});
            picture.boxes = input.boxes;
            input.edges = picture.shown.edges;
            picture.layout = layOut(input, cancelled);
            return picture;
        },
        [this](const Picture &picture) { draw(picture); });
}

void InheritanceGraph::draw(const Picture &picture)
{
    m_nodes.clear();
    m_marked = -1;
    m_shown = picture.shown;
    scene()->clear();
    if (!picture.layout) {
        scene()->addSimpleText(tr("The graph could not be laid out."))->setBrush(palette().text());
        setAccessibleDescription(tr("The graph could not be laid out."));
        Q_EMIT drawn();
        return;
    }
    for (const QList<QPointF> &curve : picture.layout->curves)
        scene()->addItem(new InheritanceEdge(curve));
    for (qsizetype i = 0; i < m_shown.nodes.size(); ++i) {
        const Neighbourhood::Node &node = m_shown.nodes.at(i);
        auto *item = new RoleNode(node.name, node.enabled, i == 0, picture.boxes.at(i));
        item->setPos(picture.layout->centers.at(i));
        item->setToolTip(asPlainText(node.enabled ? node.name : tr("%1 (disabled)").arg(node.name)));
        scene()->addItem(item);
        m_nodes.append(item);
    }
    scene()->setSceneRect(QRectF({0, 0}, picture.layout->size).adjusted(-16, -16, 16, 16));
    mark(m_nodes.isEmpty() ? -1 : 0);
    if (m_fitted)
        fit();
    Q_EMIT drawn();
}

QString InheritanceGraph::markedRole() const
{
    return m_marked < 0 ? QString() : m_shown.nodes.at(m_marked).name;
}

// What a screen reader says of the role where the keyboard is.
void InheritanceGraph::mark(int node)
{
    if (m_marked >= 0)
        m_nodes.at(m_marked)->setMarked(false);
    m_marked = node;
    if (node < 0) {
        setAccessibleDescription({});
        return;
    }
    m_nodes.at(node)->setMarked(hasFocus());
    ensureVisible(m_nodes.at(node), 20, 20);
    QStringList juniors;
    QStringList seniors;
    for (const auto &[senior, junior] : std::as_const(m_shown.edges)) {
        if (senior == node)
            juniors.append(m_shown.nodes.at(junior).name);
        if (junior == node)
            seniors.append(m_shown.nodes.at(senior).name);
    }
    QString text = markedRole();
    if (!m_shown.nodes.at(node).enabled)
        text = tr("%1 (disabled)").arg(text);
    text += juniors.isEmpty() ? tr(", inherits nothing") : tr(", inherits %1").arg(juniors.join(u", "_s));
    text += seniors.isEmpty() ? tr(", inherited by nothing")
                              : tr(", inherited by %1").arg(seniors.join(u", "_s));
    setAccessibleDescription(text);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

// Down to the nearest junior, up to the nearest senior; sideways to the next role on the same line.
void InheritanceGraph::go(int dx, int dy)
{
    if (m_marked < 0)
        return;
    const QPointF here = m_nodes.at(m_marked)->pos();
    int best = -1;
    const auto offer = [&](int node) {
        const double distance = std::abs(m_nodes.at(node)->pos().x() - here.x());
        if (best < 0 || distance < std::abs(m_nodes.at(best)->pos().x() - here.x()))
            best = node;
    };
    if (dy != 0) {
        for (const auto &[senior, junior] : std::as_const(m_shown.edges)) {
            if ((dy > 0 ? senior : junior) == m_marked)
                offer(dy > 0 ? junior : senior);
        }
    } else {
        for (int i = 0; i < m_nodes.size(); ++i) {
            const QPointF there = m_nodes.at(i)->pos();
            if (std::abs(there.y() - here.y()) < 2 && (there.x() - here.x()) * dx > 0)
                offer(i);
        }
    }
    if (best >= 0)
        mark(best);
}

void InheritanceGraph::zoomBy(double factor)
{
    const double zoom = transform().m11() * factor;
    if (zoom < ZoomMinimum || zoom > ZoomMaximum)
        return;
    m_fitted = false;
    scale(factor, factor);
}

void InheritanceGraph::fit()
{
    m_fitted = true;
    resetTransform();
    const QRectF all = sceneRect();
    const QSizeF room = viewport()->size();
    if (all.isEmpty() || room.isEmpty())
        return;
    const double zoom = std::min({1.0, room.width() / all.width(), room.height() / all.height()});
    scale(std::max(ZoomMinimum, zoom), std::max(ZoomMinimum, zoom));
    if (m_nodes.isEmpty())
        centerOn(all.center());
    else
        centerOn(zoom < ZoomMinimum ? m_nodes.first()->pos() : all.center());
}

void InheritanceGraph::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        return go(0, -1);
    case Qt::Key_Down:
        return go(0, 1);
    case Qt::Key_Left:
        return go(-1, 0);
    case Qt::Key_Right:
        return go(1, 0);
    case Qt::Key_Home:
        return mark(m_nodes.isEmpty() ? -1 : 0);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_marked >= 0)
            Q_EMIT roleRequested(markedRole());
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(ZoomStep);
    case Qt::Key_Minus:
        return zoomBy(1 / ZoomStep);
    case Qt::Key_0:
        return fit();
    default:
        QGraphicsView::keyPressEvent(event);
    }
}

void InheritanceGraph::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QGraphicsView::wheelEvent(event);
    if (event->angleDelta().y() != 0)
        zoomBy(event->angleDelta().y() > 0 ? ZoomStep : 1 / ZoomStep);
}

int InheritanceGraph::nodeAt(const QPoint &position) const
{
    return int(m_nodes.indexOf(dynamic_cast<RoleNode *>(itemAt(position))));
}

void InheritanceGraph::mousePressEvent(QMouseEvent *event)
{
    QGraphicsView::mousePressEvent(event);
    if (const int node = nodeAt(event->pos()); node >= 0)
        mark(node);
}

void InheritanceGraph::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int node = nodeAt(event->pos()); node >= 0)
        Q_EMIT roleRequested(m_shown.nodes.at(node).name);
}

void InheritanceGraph::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    if (m_fitted)
        fit();
}

void InheritanceGraph::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

void InheritanceGraph::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    mark(m_marked);
}

void InheritanceGraph::focusOutEvent(QFocusEvent *event)
{
    QGraphicsView::focusOutEvent(event);
    if (m_marked >= 0)
        m_nodes.at(m_marked)->setMarked(false);
}

} // namespace rolewright
