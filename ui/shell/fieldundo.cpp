// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/fieldundo.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextDocument>

namespace rolewright {

FieldUndo::FieldUndo(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool FieldUndo::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    auto *key = static_cast<QKeyEvent *>(event);
    const bool undo = key->matches(QKeySequence::Undo);
    if (!undo && !key->matches(QKeySequence::Redo))
        return false;
    bool own = false;
    if (const auto *line = qobject_cast<QLineEdit *>(watched))
        own = !line->isReadOnly() && (undo ? line->isUndoAvailable() : line->isRedoAvailable());
    else if (const auto *text = qobject_cast<QPlainTextEdit *>(watched))
        own = !text->isReadOnly()
            && (undo ? text->document()->isUndoAvailable() : text->document()->isRedoAvailable());
    else
        return false;
    key->setAccepted(own); // whether the field gets the key, or the window's command
    return true;
}

} // namespace rolewright
