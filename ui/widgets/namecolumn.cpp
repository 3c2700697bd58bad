// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/namecolumn.h"

#include <QEvent>
#include <QHeaderView>
#include <QTreeView>

namespace rolewright {

NameColumn::NameColumn(QTreeView *view, int column)
    : QObject(view)
    , m_view(view)
    , m_column(column)
{
    QHeaderView *header = view->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(column, QHeaderView::Fixed);
    view->viewport()->installEventFilter(this);
    connect(header, &QHeaderView::sectionResized, this, [this](int section) {
        if (section != m_column)
            fit();
    });
    connect(view->model(), &QAbstractItemModel::modelReset, this, &NameColumn::fit);
    connect(view->model(), &QAbstractItemModel::rowsInserted, this, &NameColumn::fit);
}

void NameColumn::fit()
{
    const QHeaderView *header = m_view->header();
    const int width = m_view->viewport()->width();
    const int left = width - (header->length() - header->sectionSize(m_column));
    const QAbstractItemView *view = m_view; // where the hint is public
    const int needed = std::max(view->sizeHintForColumn(m_column), header->sectionSizeHint(m_column));
    m_view->header()->resizeSection(m_column, std::max(left, std::min(needed, width * 3 / 5)));
}

bool NameColumn::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

} // namespace rolewright
