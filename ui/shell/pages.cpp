// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/pages.h"

#include "ui/shell/icons.h"
#include "ui/widgets/pagescroll.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPainter>
#include <QStackedWidget>
#include <QStyledItemDelegate>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int NameRole = Qt::UserRole;
constexpr int TitleRole = Qt::UserRole + 1;
constexpr int NumberRole = Qt::UserRole + 2;

// The page that is shown is marked with a bar; only with the focus is it highlighted.
class PageDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem item = option;
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const bool focused = option.widget && option.widget->hasFocus();
        item.state.setFlag(QStyle::State_HasFocus, false);
        if (selected && !focused) {
            painter->fillRect(option.rect, option.palette.color(QPalette::Midlight));
            item.state.setFlag(QStyle::State_Selected, false);
            item.font.setBold(true);
        }
        QStyledItemDelegate::paint(painter, item, index);
        if (!selected)
            return;
        QRect bar = option.rect;
        bar.setWidth(3);
        painter->fillRect(QStyle::visualRect(option.direction, option.rect, bar),
                          option.palette.color(focused ? QPalette::HighlightedText : QPalette::Highlight));
        if (focused) {
            painter->setPen(option.palette.color(QPalette::HighlightedText));
            painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
        }
    }
};

} // namespace

Pages::Pages(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
{
    m_stack->setObjectName(u"pagestack"_s);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setItemDelegate(new PageDelegate(m_list));
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
    m_pages.append(page);
    m_stack->addWidget(new PageScroll(page)); // before its line, which chooses it
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
    return m_pages.value(m_stack->currentIndex());
}

QWidget *Pages::at(int index) const
{
    return m_pages.value(index);
}

int Pages::indexOf(const QWidget *page) const
{
    return int(m_pages.indexOf(page));
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
    show(indexOf(page));
}

void Pages::setNumber(QWidget *page, qsizetype number)
{
    m_list->item(indexOf(page))->setData(NumberRole, number);
    write();
}

QListWidget *Pages::list() const
{
    return m_list;
}

void Pages::look()
{
    const int side = fontMetrics().height() + 4;
    m_list->setIconSize({side, side});
    for (int i = 0; i < count(); ++i)
        m_list->item(i)->setIcon(icon(nameAt(i), palette()));
    write();
}

void Pages::write()
{
    m_fullWidth = 0;
    m_numberWidth = 0;
    QFont boldFont = font();
    boldFont.setBold(true); // as the one that is shown
    const QFontMetrics bold(boldFont);
    for (int i = 0; i < count(); ++i) {
        QListWidgetItem *item = m_list->item(i);
        const qsizetype number = item->data(NumberRole).toLongLong();
        const QString shown = number > 0 ? u"%L1"_s.arg(number) : QString();
        const QString full = number > 0 ? u"%1  %2"_s.arg(titleAt(i), shown) : titleAt(i);
        item->setSizeHint({0, fontMetrics().height() + (m_folded ? 10 : 18)});
        item->setText(m_folded ? shown : full);
        item->setData(Qt::AccessibleTextRole, full);
        item->setToolTip(m_folded ? full : QString());
        m_fullWidth = std::max(m_fullWidth, fontMetrics().horizontalAdvance(titleAt(i) + u"  0000"_s));
        m_numberWidth = std::max(m_numberWidth, bold.horizontalAdvance(shown));
    }
    m_fullWidth += m_list->iconSize().width() + 36;
    fitWidth();
}

void Pages::fitWidth()
{
    if (!m_folded) {
        m_list->setFixedWidth(m_fullWidth);
        return;
    }
    int rows = 0;
    for (int i = 0; i < count(); ++i)
        rows += m_list->item(i)->sizeHint().height();
    const int margin = style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, m_list) + 1;
    const int bar = rows > height() ? style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_list) : 0;
    constexpr int Padding = 28; // of the icon, or of icon and number and the bar
    m_list->setFixedWidth(m_list->iconSize().width() + m_numberWidth + std::max(Padding, 4 * margin + bar));
}

void Pages::fold()
{
    constexpr int Part = 4; // of the width, at most
    if (const bool folded = m_fullWidth * Part > width(); folded != m_folded) {
        m_folded = folded;
        write();
    }
}

void Pages::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
    fitWidth();
}

void Pages::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        look();
        fold();
    }
}

} // namespace rolewright
