// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QKeySequence>
#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace rolewright {

// Every command of the window, by its name: what the menus hold, the palette finds and the keys start. An
// action is enabled exactly while what it needs is there.
class Actions : public QObject
{
    Q_OBJECT

public:
    enum class Needs { Nothing, Store, Changes };

    Actions(Workspace &workspace, QWidget *window);

    // `text` may end with a tab and keys that are told, not taken: those belong to whatever has the focus.
    QAction *add(QMenu *menu, const QString &name, const QString &text, const QKeySequence &keys, Needs needs,
                 std::function<void()> run);
    // Of an action that somebody else made, and whose state somebody else knows where it needs nothing.
    QAction *adopt(QMenu *menu, const QString &name, QAction *action, const QList<QKeySequence> &keys,
                   Needs needs);

    const QList<QAction *> &all() const { return m_all; }
    QAction *find(const QString &name) const;

private:
    void look();

    Workspace &m_workspace;
    QWidget *m_window;
    QList<QAction *> m_all;
    QHash<QAction *, Needs> m_needs;
};

} // namespace rolewright
