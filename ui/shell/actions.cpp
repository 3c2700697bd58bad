// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/actions.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

Actions::Actions(Workspace &workspace, Settings &settings, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_window(window)
{
    connect(&workspace, &Workspace::storeChanged, this, &Actions::look);
    connect(&workspace, &Workspace::sessionChanged, this, &Actions::look);
    connect(&workspace, &Workspace::changed, this, &Actions::look);
    connect(&workspace, &Workspace::baseChanged, this, &Actions::look);
    connect(&workspace, &Workspace::openingChanged, this, &Actions::look);
    connect(&workspace, &Workspace::awayChanged, this, &Actions::look);
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
    m_first.insert(action, keys);
    const std::optional<QStringList> own = m_settings.keys(name);
    QList<QKeySequence> chosen;
    for (const QString &text : own.value_or(QStringList()))
        chosen.append(QKeySequence::fromString(text, QKeySequence::PortableText));
    action->setShortcuts(own ? chosen : keys);
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

QList<Command> Actions::commands() const
{
    QList<Command> commands;
    for (const QAction *action : m_all) {
        if (action->isEnabled())
            commands.append({action->objectName(), titleOf(action), keysOf(action)});
    }
    return commands;
}

// "Never" alone says nothing.
QString Actions::titleOf(const QAction *action)
{
    for (const QObject *holder : action->associatedObjects()) {
        const auto *menu = qobject_cast<const QMenu *>(holder);
        const QObjectList above = menu ? menu->menuAction()->associatedObjects() : QObjectList();
        const bool isOfBar = // a narrow bar has the rest of its menus in a menu, too
            std::any_of(above.begin(), above.end(), [](QObject *over) { return qobject_cast<QMenuBar *>(over); });
        if (!isOfBar
            && std::any_of(above.begin(), above.end(), [](QObject *over) { return qobject_cast<QMenu *>(over); }))
            return plainTitleOf(menu->menuAction()) + u" › "_s + plainTitleOf(action);
    }
    return plainTitleOf(action);
}

QString Actions::plainTitleOf(const QAction *action)
{
    QString title;
    const QString text = action->text().section(u'\t', 0, 0);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'&' && i + 1 < text.size())
            ++i; // the letter after it; "&&" is one
        title += text.at(i);
    }
    return title;
}

QString Actions::keysOf(const QAction *action)
{
    return hasToldKeys(action) ? action->text().section(u'\t', 1)
                               : action->shortcut().toString(QKeySequence::NativeText);
}

QString Actions::allKeysOf(const QAction *action)
{
    return hasToldKeys(action)
        ? keysOf(action)
        : QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText).replace(u"; "_s, u", "_s);
}

bool Actions::hasToldKeys(const QAction *action)
{
    return action->text().contains(u'\t');
}

void Actions::setKeys(QAction *action, const QKeySequence &keys)
{
    if (QAction *other = keys.isEmpty() ? nullptr : ownerOf(keys, action)) {
        QList<QKeySequence> rest = other->shortcuts();
        rest.removeAll(keys);
        remember(other, rest);
    }
    remember(action, keys.isEmpty() ? QList<QKeySequence>() : QList{keys});
    Q_EMIT keysChanged();
}

void Actions::resetKeys(QAction *action)
{
    for (const QKeySequence &keys : m_first.value(action)) {
        if (QAction *other = ownerOf(keys, action)) {
            QList<QKeySequence> rest = other->shortcuts();
            rest.removeAll(keys);
            remember(other, rest);
        }
    }
    remember(action, m_first.value(action));
    Q_EMIT keysChanged();
}

void Actions::resetAllKeys()
{
    for (QAction *action : m_all)
        remember(action, m_first.value(action));
    Q_EMIT keysChanged();
}

void Actions::remember(QAction *action, const QList<QKeySequence> &keys)
{
    action->setShortcuts(keys);
    if (!hasOwnKeys(action)) {
        m_settings.setKeys(action->objectName(), std::nullopt);
        return;
    }
    QStringList texts;
    for (const QKeySequence &sequence : keys)
        texts.append(sequence.toString(QKeySequence::PortableText));
    m_settings.setKeys(action->objectName(), texts);
}

bool Actions::hasOwnKeys(const QAction *action) const
{
    return action->shortcuts() != m_first.value(action);
}

QAction *Actions::ownerOf(const QKeySequence &keys, const QAction *except) const
{
    for (QAction *action : m_all) {
        const bool told =
            hasToldKeys(action) && QKeySequence::fromString(keysOf(action), QKeySequence::NativeText) == keys;
        if (action != except && (told || action->shortcuts().contains(keys)))
            return action;
    }
    return nullptr;
}

void Actions::look()
{
    const bool shut = m_workspace.isShut();
    for (auto it = m_needs.cbegin(); it != m_needs.cend(); ++it) {
        if (it.value() == Needs::Opened)
            it.key()->setEnabled(m_workspace.isOpen());
        else if (it.value() == Needs::Store)
            it.key()->setEnabled(m_workspace.isOpen() && !shut);
        else if (it.value() == Needs::Session)
            it.key()->setEnabled(m_workspace.session().isSignedIn());
        else if (it.value() == Needs::Editable)
            it.key()->setEnabled(!m_workspace.isReadOnly());
        else if (it.value() == Needs::Changes)
            it.key()->setEnabled(m_workspace.draft().isDirty() && !m_workspace.isApplying() && !shut);
    }
    // Their state is the undo stack's; what is not visible has no keys.
    for (const QString &name : {u"undo"_s, u"redo"_s}) {
        if (QAction *action = find(name))
            action->setVisible(!shut);
    }
}

} // namespace rolewright
