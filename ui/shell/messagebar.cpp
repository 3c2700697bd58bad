// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/messagebar.h"

#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int InformationTime = 12'000; // ms
constexpr int Settling = 300; // ms: what an edit tells may come before the edit itself

} // namespace

MessageBar::MessageBar(QWidget *over)
    : QFrame(over)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(m_close->toolTip());
    m_icon->setAlignment(Qt::AlignTop);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->setSpacing(10);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    setObjectName(u"messages"_s);
    setAutoFillBackground(true);
    setFrameShape(QFrame::StyledPanel);
    setVisible(false);
    over->installEventFilter(this);

    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) {
        if (isVisible() && covers(now))
            place(!m_atTop);
    });
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        if (const auto action = m_message.action)
            action();
    });
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::show(const Message &message)
{
    m_message = message;
    m_text->setText(message.text);
    m_action->setText(message.actionText);
    m_action->setVisible(!message.actionText.isEmpty());
    look();
    m_shown.start();
    const QPoint pointer = parentWidget()->mapFromGlobal(QCursor::pos());
    settle();
    if (!m_atTop && geometry().contains(pointer))
        place(true);
    setVisible(true);
    raise();
    if (message.kind == Message::Kind::Information)
        m_timer.start(InformationTime);
    else
        m_timer.stop();
    m_text->setAccessibleName(message.text);
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

// At the bottom, or at the top where it is in the way there and not there, too.
void MessageBar::settle()
{
    const QWidget *focus = QApplication::focusWidget();
    place(false);
    if (!covers(focus)
        && std::none_of(m_kept.begin(), m_kept.end(), [this](const QWidget *part) { return liesOn(part); }))
        return;
    place(true);
    if (covers(focus))
        place(false);
}

void MessageBar::pageChanged()
{
    if (isVisible())
        settle();
}

void MessageBar::keepClearOf(QWidget *part)
{
    m_kept.append(part);
    part->installEventFilter(this);
}

bool MessageBar::liesOn(const QWidget *part) const
{
    return part->isVisible() && parentWidget()->isAncestorOf(part)
        && geometry().intersects({part->mapTo(parentWidget(), QPoint()), part->size()});
}

// A field or button; a list that it covers in part can still be worked in.
bool MessageBar::covers(const QWidget *focus) const
{
    return focus && !isAncestorOf(focus) && focus != this && focus->height() < parentWidget()->height() / 2
        && liesOn(focus);
}

void MessageBar::leave(Message::About about)
{
    if (m_message.kind != Message::Kind::Information && m_message.about == about && m_shown.isValid()
        && m_shown.elapsed() > Settling)
        hide();
}

void MessageBar::leaveUndone()
{
    if (m_message.kind == Message::Kind::Information && m_message.about == Message::About::Edit)
        hide();
}

// As tall as its text needs, in the middle of the edge.
void MessageBar::place(bool atTop)
{
    m_atTop = atTop;
    constexpr int Margin = 8;
    const QRect room = parentWidget()->rect().adjusted(Margin, Margin, -Margin, -Margin);
    const int width = std::min(room.width(), fontMetrics().averageCharWidth() * 120);
    const int height = std::max(heightForWidth(width), minimumSizeHint().height());
    setGeometry(room.left() + (room.width() - width) / 2, atTop ? room.top() : room.bottom() + 1 - height,
                width, height);
}

bool MessageBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place(m_atTop);
    // The page has come, or the part to its place: its layout may still be under way.
    const bool moves =
        event->type() == QEvent::Show || event->type() == QEvent::Move || event->type() == QEvent::Resize;
    if (watched != parentWidget() && moves && isVisible() && !m_atTop)
        QMetaObject::invokeMethod(
            this,
            [this, part = QPointer(qobject_cast<QWidget *>(watched))] {
                if (part && !m_atTop && liesOn(part))
                    pageChanged();
            },
            Qt::QueuedConnection);
    return QFrame::eventFilter(watched, event);
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

void MessageBar::look()
{
    const QPalette base = parentWidget() ? parentWidget()->palette() : palette();
    QString name = u"info"_s;
    QColor color = grantedColor(base);
    if (m_message.kind == Message::Kind::Warning) {
        name = u"warning"_s;
        color = scopedColor(base);
    } else if (m_message.kind == Message::Kind::Error) {
        name = u"error"_s;
        color = pendingColor(base);
    }
    const int side = fontMetrics().height() + 4;
    m_icon->setPixmap(icon(name, color).pixmap(QSize(side, side), devicePixelRatioF()));
    m_close->setIcon(icon(u"close"_s, base));
    const QColor window = base.color(QPalette::Window);
    const auto mix = [](int over, int under) { return (over * 14 + under * 86) / 100; };
    QPalette own = base;
    own.setColor(QPalette::Window,
                 QColor(mix(color.red(), window.red()), mix(color.green(), window.green()),
                        mix(color.blue(), window.blue())));
    setPalette(own);
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || m_looking)
        return;
    m_looking = true; // look() sets a palette itself
    look();
    m_looking = false;
}

} // namespace rolewright
