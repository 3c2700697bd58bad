// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/palette/finder.h"
#include "ui/shell/settings.h"
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
    // Store: one that is open, and not shut until somebody signs in; Opened: also that. Session: somebody signed in.
    enum class Needs { Nothing, Opened, Store, Session, Editable, Changes };

    Actions(Workspace &workspace, Settings &settings, QWidget *window);

    // `text` may end with a tab and keys that are told, not taken: those belong to whatever has the focus.
    QAction *add(QMenu *menu, const QString &name, const QString &text, const QKeySequence &keys, Needs needs,
                 std::function<void()> run);
    // Of an action that somebody else made, and whose state somebody else knows where it needs nothing.
    QAction *adopt(QMenu *menu, const QString &name, QAction *action, const QList<QKeySequence> &keys,
                   Needs needs);

    const QList<QAction *> &all() const { return m_all; }
    QAction *find(const QString &name) const;
    QList<Command> commands() const; // those that can be started now, in the order of the menus

    // The keys that a person chose are remembered; what they start otherwise loses them.
    void setKeys(QAction *action, const QKeySequence &keys); // empty: none
    void resetKeys(QAction *action);
    void resetAllKeys();
    bool hasOwnKeys(const QAction *action) const;
    QAction *ownerOf(const QKeySequence &keys, const QAction *except) const; // null: nobody

    static QString titleOf(const QAction *action); // without mnemonic and keys, after that of the submenu it is in
    static QString keysOf(const QAction *action); // the first, as a person reads it; also one only told
    static QString allKeysOf(const QAction *action);
    static bool hasToldKeys(const QAction *action);

Q_SIGNALS:
    void keysChanged();

private:
    static QString plainTitleOf(const QAction *action);
    void look();
    void remember(QAction *action, const QList<QKeySequence> &keys);

    Workspace &m_workspace;
    Settings &m_settings;
    QWidget *m_window;
    QList<QAction *> m_all;
    QHash<QAction *, Needs> m_needs;
    QHash<const QAction *, QList<QKeySequence>> m_first; // the keys that each came with
};

} // namespace rolewright
