// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/springlist.h"

#include "ui/widgets/namedrag.h"

#include <QDropEvent>
#include <QListWidget>
#include <QTimerEvent>

namespace rolewright {

namespace {

constexpr int HoldTime = 400; // ms

} // namespace

SpringList::SpringList(QListWidget *list, QObject *parent)
    : QObject(parent)
    , m_list(list)
{
    list->setAcceptDrops(true);
    list->viewport()->setAcceptDrops(true);
    list->viewport()->installEventFilter(this);
}

bool SpringList::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::DragLeave || event->type() == QEvent::Drop) {
        m_timer.stop();
        m_row = -1;
        return true;
    }
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove)
        return false;
    auto *drag = static_cast<QDropEvent *>(event); // which the others are, too
    if (!draggedNames(drag->mimeData()))
        return false;
    const QListWidgetItem *item = m_list->itemAt(drag->position().toPoint());
    const int row = item ? m_list->row(item) : -1;
    if (row != m_row && row >= 0)
        m_timer.start(HoldTime, this);
    else if (row < 0)
        m_timer.stop();
    m_row = row;
    // Entering must be accepted to hear of moves.
    drag->setAccepted(event->type() == QEvent::DragEnter);
    return true;
}

void SpringList::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return;
    m_timer.stop();
    m_list->setCurrentRow(m_row);
}

} // namespace rolewright
