// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/actions.h"

#include <QAction>
#include <QMenu>

namespace rolewright {

Actions::Actions(Workspace &workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
{
    connect(&workspace, &Workspace::storeChanged, this, &Actions::look);
    connect(&workspace, &Workspace::changed, this, &Actions::look);
    connect(&workspace, &Workspace::baseChanged, this, &Actions::look);
    connect(&workspace, &Workspace::dirtyChanged, this, &Actions::look);
    connect(&workspace, &Workspace::applyingChanged, this, &Actions::look);
}

QAction *Actions::add(QMenu *menu, const QString &name, const QString &text, const QKeySequence &keys,
                      Needs needs, std::function<void()> run)
{
    auto *action = new QAction(text, m_window);
    connect(action, &QAction::triggered, m_window, std::move(run));
    QList<QKeySequence> shortcuts;
    if (!keys.isEmpty())
        shortcuts.append(keys);
    return adopt(menu, name, action, shortcuts, needs);
}

QAction *Actions::adopt(QMenu *menu, const QString &name, QAction *action, const QList<QKeySequence> &keys,
                        Needs needs)
{
    Q_ASSERT(!find(name));
    action->setObjectName(name);
    action->setShortcuts(keys);
    menu->addAction(action);
    m_all.append(action);
    m_needs.insert(action, needs);
    look();
    return action;
}

QAction *Actions::find(const QString &name) const
{
    for (QAction *action : m_all) {
        if (action->objectName() == name)
            return action;
    }
    return nullptr;
}

void Actions::look()
{
    for (auto it = m_needs.cbegin(); it != m_needs.cend(); ++it) {
        if (it.value() == Needs::Store)
            it.key()->setEnabled(m_workspace.isOpen());
        else if (it.value() == Needs::Changes)
            it.key()->setEnabled(m_workspace.draft().isDirty() && !m_workspace.isApplying());
    }
}

} // namespace rolewright
