// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/pages.h"

#include "ui/shell/icons.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QListWidget>
#include <QStackedWidget>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int NameRole = Qt::UserRole;
constexpr int TitleRole = Qt::UserRole + 1;

} // namespace

Pages::Pages(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
{
    m_stack->setObjectName(u"pagestack"_s);
    // Not the widest page's: at 200 % the window must still fit on a screen.
    m_stack->setMinimumSize(400, 240);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setIconSize({20, 20});
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setObjectName(u"pages"_s);
    // A click beside the pages selects none of them, but one is still shown.
    connect(m_list, &QListWidget::itemSelectionChanged, this, [this] {
        if (QListWidgetItem *current = m_list->currentItem(); current && !current->isSelected())
            current->setSelected(true);
    });
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_stack->setCurrentIndex(row);
        Q_EMIT currentChanged();
    });

    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::VLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Midlight);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_list);
    layout->addWidget(line);
    layout->addWidget(m_stack, 1);
}

void Pages::add(const QString &name, const QString &title, QWidget *page)
{
    auto *item = new QListWidgetItem(title);
    item->setData(NameRole, name);
    item->setData(TitleRole, title);
    m_stack->addWidget(page); // before its line, which chooses it
    m_list->addItem(item);
    look();
}

int Pages::count() const
{
    return m_list->count();
}

QString Pages::nameAt(int index) const
{
    return m_list->item(index)->data(NameRole).toString();
}

QString Pages::titleAt(int index) const
{
    return m_list->item(index)->data(TitleRole).toString();
}

QWidget *Pages::current() const
{
    return m_stack->currentWidget();
}

QWidget *Pages::at(int index) const
{
    return m_stack->widget(index);
}

int Pages::indexOf(const QWidget *page) const
{
    return m_stack->indexOf(page);
}

int Pages::indexOf(const QString &name) const
{
    for (int i = 0; i < count(); ++i) {
        if (nameAt(i) == name)
            return i;
    }
    return -1;
}

void Pages::show(int index)
{
    Q_EMIT aboutToShow();
    m_list->setCurrentRow(index);
    current()->setFocus();
}

void Pages::show(QWidget *page)
{
    show(m_stack->indexOf(page));
}

void Pages::setNumber(QWidget *page, qsizetype number)
{
    QListWidgetItem *item = m_list->item(m_stack->indexOf(page));
    const QString title = item->data(TitleRole).toString();
    item->setText(number > 0 ? u"%1  %L2"_s.arg(title).arg(number) : title);
}

QListWidget *Pages::list() const
{
    return m_list;
}

void Pages::look()
{
    int width = 0;
    for (int i = 0; i < count(); ++i) {
        QListWidgetItem *item = m_list->item(i);
        item->setIcon(icon(nameAt(i), palette()));
        item->setSizeHint({0, fontMetrics().height() + 18});
        width = std::max(width, fontMetrics().horizontalAdvance(titleAt(i) + u"  0000"_s));
    }
    m_list->setFixedWidth(width + 56);
}

void Pages::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        look();
}

} // namespace rolewright
