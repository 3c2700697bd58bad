// SPDX-License-Identifier: Apache-2.0
#include "ui/filter/filteredit.h"

#include "ui/filter/filterfinder.h"
#include "ui/filter/filteroffers.h"
#include "ui/filter/filterwords.h"
#include "ui/filter/underline.h"
#include "ui/shell/icons.h"
#include "ui/shell/plaintext.h"
#include "ui/shell/workspace.h"

#include <QAction>
#include <QKeyEvent>

namespace rolewright {

using namespace Qt::StringLiterals;

FilterEdit::FilterEdit(Workspace &workspace, FilterAxis axis, const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
    , m_workspace(workspace)
    , m_axis(axis)
    , m_finder(new FilterFinder(workspace, this))
    , m_sign(new QAction(this))
    , m_completion(new WordCompletion(*this,
                                      [this](const QString &text, int cursor, bool asked) {
                                          return offersAt(text, cursor, asked);
                                      }))
{
    setObjectName(u"filter"_s); // Ctrl+F finds it
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(true);
    addAction(m_sign, QLineEdit::TrailingPosition);
    connect(this, &QLineEdit::textChanged, this, &FilterEdit::read);
    connect(m_finder, &FilterFinder::found, this, &FilterEdit::found);
    connect(m_finder, &FilterFinder::busyChanged, this, &FilterEdit::showState);
    showState();
}

void FilterEdit::lookAtDescriptions()
{
    m_finder->lookAtDescriptions();
}

void FilterEdit::read()
{
    m_filter = Filter(text(), m_axis);
    if (m_filter.isValid())
        m_finder->setFilter(m_filter);
    showState();
}

void FilterEdit::showState()
{
    struct Look
    {
        QString icon;
        QString text;
    };
    Look look;
    if (!m_filter.isValid()) {
        m_state = State::Invalid;
        look = {u"error"_s, toSentence(*m_filter.problem(), m_axis)};
    } else if (m_finder->isBusy()) {
        m_state = State::Busy;
        look = {u"busy"_s, tr("Looking…")};
    } else if (m_filter.isEmpty()) {
        m_state = State::Empty;
    } else if (!m_filter.advice().isEmpty()) {
        m_state = State::Deprecated;
        look = {u"info"_s, toSentence(m_filter)};
    } else {
        m_state = State::Valid;
        look = {u"valid"_s, tr("This filter is in effect.")};
    }
    m_sign->setVisible(m_state != State::Empty);
    if (m_state != State::Empty)
        m_sign->setIcon(icon(look.icon, palette()));
    m_sign->setText(look.text);
    m_sign->setToolTip(asPlainText(look.text));
    setToolTip(asPlainText(
        look.text.isEmpty()
            ? tr("Parts of names; article:* for whole names; /regular expression/; pending and other words: "
                 "Ctrl+Space offers them; and, or, not, parentheses. Filters, in Help, has them all.")
            : look.text));
    setAccessibleDescription(look.text);
    QList<Underline> places;
    if (m_filter.problem())
        places.append({m_filter.problem()->place, m_filter.problem()->length, true});
    for (const FilterAdvice &advice : m_filter.advice())
        places.append({advice.place, advice.length, false});
    underline(*this, places);
    Q_EMIT stateChanged();
}

WordCompletion::Offers FilterEdit::offersAt(const QString &text, int cursor, bool asked) const
{
    const FilterCursor at = cursorIn(text, m_axis, cursor);
    WordCompletion::Offers offers{at.place, {}};
    if (asked || !at.typed.isEmpty() || at.kind != FilterCursor::Kind::Word)
        offers.words = filterOffers(m_workspace.policy(), m_axis, at);
    return offers;
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    // While words are offered, keys come here by way of their list.
    if (event->key() == Qt::Key_Escape && m_completion->isOpen()) {
        m_completion->close();
    } else if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
    } else if (event->key() == Qt::Key_Down && event->modifiers() == Qt::AltModifier) {
        Q_EMIT savedRequested();
    } else {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
            m_completion->close(); // or it would keep the keys from where they go now
            if (m_filter.isValid())
                m_finder->setFilter(m_filter);
        }
        QLineEdit::keyPressEvent(event);
    }
}

void FilterEdit::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showState();
}

} // namespace rolewright
