// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/filteredit.h"

#include "ui/shell/icons.h"
#include "ui/shell/plaintext.h"
#include "ui/shell/theme.h"

#include <QAction>
#include <QKeyEvent>

namespace rolewright {

using namespace Qt::StringLiterals;

FilterEdit::FilterEdit(const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
    , m_problem(new QAction(this))
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(true);
    setToolTip(tr("Any part of the name; article:* for whole names; /regular expression/."));
    addAction(m_problem, QLineEdit::TrailingPosition);
    m_problem->setVisible(false);
    connect(this, &QLineEdit::textChanged, this, &FilterEdit::look);
}

void FilterEdit::look()
{
    const NameFilter filter(text());
    m_problem->setVisible(!filter.isValid());
    m_problem->setIcon(icon(u"warning"_s, palette()));
    m_problem->setToolTip(asPlainText(filter.problem()));
    setAccessibleDescription(filter.problem());
    if (filter.isValid())
        Q_EMIT filterChanged(filter);
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        QLineEdit::keyPressEvent(event);
}

void FilterEdit::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_problem->isVisible())
        m_problem->setIcon(icon(u"warning"_s, palette()));
}

} // namespace rolewright
