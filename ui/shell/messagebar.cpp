// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/messagebar.h"

#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int InformationTime = 12'000; // ms

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
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
    setAutoFillBackground(true);
    setVisible(false);

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
    setVisible(true);
    if (message.kind == Message::Kind::Information)
        m_timer.start(InformationTime);
    else
        m_timer.stop();
    m_text->setAccessibleName(message.text);
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
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
