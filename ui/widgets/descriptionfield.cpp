// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/descriptionfield.h"

#include "core/base/text.h"

#include <QKeyEvent>

namespace rolewright {

DescriptionField::DescriptionField(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DescriptionField::setSaved(const QString &saved)
{
    if (saved == m_saved)
        return;
    m_saved = saved;
    setPlainText(saved);
}

QSize DescriptionField::sizeHint() const
{
    constexpr int Lines = 3;
    return {240, fontMetrics().lineSpacing() * Lines + 2 * frameWidth() + 8};
}

void DescriptionField::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        commit();
}

void DescriptionField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && toPlainText() != m_saved) {
        setPlainText(m_saved);
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && event->modifiers() & Qt::ControlModifier) {
        commit();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void DescriptionField::commit()
{
    if (toPlainText() != m_saved)
        Q_EMIT changed(toNfc(toPlainText()));
}

} // namespace rolewright
