// SPDX-License-Identifier: Apache-2.0
// The half of EntityPage that is its list: how wide its columns and how high it is.
#include "ui/filter/filteredit.h"
#include "ui/widgets/elidedname.h"
#include "ui/widgets/entitypage.h"
#include "ui/widgets/flowlayout.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

QWidget *EntityPage::makeList()
{
    m_filter->lookAtDescriptions();
    m_view->setAccessibleName(m_words.list);
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setSortingEnabled(true);
    m_view->setItemDelegate(new NameDelegate(m_view));
    m_view->setDragDropMode(QAbstractItemView::DragOnly);
    m_view->sortByColumn(0, Qt::AscendingOrder);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setResizeContentsPrecision(0); // by the lines that are seen
    m_view->viewport()->installEventFilter(this);
    setFocusProxy(m_view); // where Insert and Delete are
    m_count->setTextFormat(Qt::PlainText);

    auto *buttons = new FlowLayout;
    for (QAction *action : std::as_const(m_actions)) {
        auto *button = new QPushButton(action->text());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, [action, button] {
            button->setEnabled(action->isEnabled());
            button->setText(action->text());
            button->setToolTip(action->whatsThis());
        });
        buttons->addWidget(button);
    }
    buttons->addGap();
    buttons->addWidget(m_count);
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->addWidget(m_filter);
    column->addWidget(m_view, 1);
    for (QWidget *bar : std::as_const(m_bars))
        column->addWidget(bar);
    column->addLayout(buttons);
    m_list = list;
    m_list->installEventFilter(this);
    fitFont();
    return list;
}

// Counts, and what has few different texts, take what they need.
void EntityPage::fitFont()
{
    m_nameColumns.clear();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const QVariant alignment = m_model->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole);
        const QString widest = m_model->headerData(column, Qt::Horizontal, Qt::UserRole).toString();
        if (!alignment.isValid() && widest.isEmpty() && column + 1 < m_model->columnCount()) {
            m_nameColumns.append(column);
            continue;
        }
        const QString title = m_model->headerData(column, Qt::Horizontal).toString();
        m_view->header()->resizeSection(column,
                                        std::max(fontMetrics().horizontalAdvance(title + u"000"_s),
                                                 fontMetrics().horizontalAdvance(widest + u"00"_s)));
    }
    m_view->setMinimumHeight(fontMetrics().height() * 7);
    constexpr int ReadableCharacters = 38;
    m_list->setMinimumWidth(0);
    m_list->setMinimumWidth(
        std::max(m_list->minimumSizeHint().width(), fontMetrics().averageCharWidth() * ReadableCharacters));
    fitColumns();
}

// Names share what the counts leave; where that is too little to read them, they take up to half of the list,
// which scrolls.
void EntityPage::fitColumns()
{
    constexpr int ReadableCharacters = 14;
    if (m_nameColumns.isEmpty())
        return;
    int rest = m_view->viewport()->width();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (!m_nameColumns.contains(column))
            rest -= m_view->header()->sectionSize(column);
    }
    const int share =
        std::max(rest / int(m_nameColumns.size()), fontMetrics().averageCharWidth() * ReadableCharacters);
    const int most = m_view->viewport()->width() / 2 / int(m_nameColumns.size());
    const QAbstractItemView *view = m_view; // where the hint is public
    for (const int column : std::as_const(m_nameColumns))
        m_view->header()->resizeSection(column,
                                        std::max(share, std::min(view->sizeHintForColumn(column), most)));
}

void EntityPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_list)
        fitFont();
}

bool EntityPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    if (watched == m_list
        && event->type() == QEvent::Resize) // a splitter does not ask what wrapped buttons need
        m_list->setMinimumHeight(m_list->layout()->minimumHeightForWidth(m_list->width()));
    return QWidget::eventFilter(watched, event);
}

} // namespace rolewright
