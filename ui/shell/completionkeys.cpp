// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/completionkeys.h"

#include "ui/shell/actions.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>

namespace rolewright {

CompletionKeys::CompletionKeys(const Actions &actions, QWidget *window)
    : QObject(window)
    , m_actions(actions)
    , m_window(window)
{
    qApp->installEventFilter(this);
    // It would stay, and have the keys, where a shortcut took the focus from its field.
    connect(qApp, &QApplication::focusChanged, this, [](QWidget *, QWidget *now) {
        auto *list = qobject_cast<QListView *>(QApplication::activePopupWidget());
        if (now && list && qobject_cast<QLineEdit *>(list->focusProxy()) && list->focusProxy() != now)
            list->hide();
    });
}

bool CompletionKeys::eventFilter(QObject *, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    auto *list = qobject_cast<QListView *>(QApplication::activePopupWidget());
    auto *field = list ? qobject_cast<QLineEdit *>(list->focusProxy()) : nullptr;
    if (!field || field->window() != m_window)
        return false;
    const auto *press = static_cast<QKeyEvent *>(event);
    const QKeySequence keys(press->keyCombination());
    QAction *action = m_actions.ownerOf(keys, nullptr);
    if (!action || !action->isEnabled() || !action->shortcuts().contains(keys))
        return false;
    QKeyEvent asked(QEvent::ShortcutOverride, press->key(), press->modifiers(), press->text());
    asked.ignore();
    QCoreApplication::sendEvent(field, &asked);
    if (asked.isAccepted())
        return false;
    list->hide();
    action->trigger();
    return true;
}

} // namespace rolewright
