// SPDX-License-Identifier: Apache-2.0
#include "ui/filter/wordcompletion.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStringListModel>

namespace rolewright {

WordCompletion::WordCompletion(QLineEdit &field, Source source)
    : QObject(&field)
    , m_field(field)
    , m_source(std::move(source))
    , m_completer(new QCompleter(this))
    , m_words(new QStringListModel(this))
{
    // Not setCompleter(): that one completes the whole text, this one the word at the cursor.
    m_completer->setModel(m_words);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(12);
    m_completer->setWidget(&field);
    field.installEventFilter(this);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &WordCompletion::complete);
    connect(&field, &QLineEdit::textEdited, this, [this] { offer(false); });
}

bool WordCompletion::isOpen() const
{
    return m_completer->popup()->isVisible();
}

void WordCompletion::close()
{
    m_completer->popup()->hide();
}

bool WordCompletion::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        if (press->key() == Qt::Key_Space && press->modifiers() == Qt::ControlModifier) {
            offer(true);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void WordCompletion::offer(bool asked)
{
    Offers offers = m_source(m_field.text(), m_field.cursorPosition(), asked);
    // What stands there already.
    offers.words.removeAll(m_field.text().mid(offers.place, m_field.cursorPosition() - offers.place));
    m_words->setStringList(offers.words);
    if (offers.words.isEmpty() || !(asked || m_field.hasFocus())) {
        close();
    } else {
        m_completer->complete();
        m_completer->popup()->setCurrentIndex({}); // Return takes what is typed, until one has chosen
    }
}

void WordCompletion::complete(const QString &chosen)
{
    const auto place = int(m_source(m_field.text(), m_field.cursorPosition(), true).place);
    m_field.setSelection(place, m_field.cursorPosition() - place);
    m_field.insert(chosen);
    // After `role:` and `user.team=` comes a value.
    if (chosen.endsWith(u':') || chosen.endsWith(u'=') || chosen.endsWith(u'.'))
        offer(true);
}

} // namespace rolewright
