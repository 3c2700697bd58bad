// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/completionfield.h"

#include "core/base/text.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>

namespace rolewright {

CompletionField::CompletionField(Source source, QWidget *parent)
    : QLineEdit(parent)
    , m_source(std::move(source))
    , m_offers(new QStringListModel(this))
{
    // The source ranks and cuts off by itself: QCompleter's own matching walks all names through the model.
    auto *completion = new QCompleter(m_offers, this);
    completion->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completion->setMaxVisibleItems(12);
    setCompleter(completion);
    setClearButtonEnabled(true);
    connect(this, &QLineEdit::textEdited, this, &CompletionField::offer);
}

QString CompletionField::name() const
{
    return toNfc(text().trimmed());
}

void CompletionField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::NoModifier
        && !completer()->popup()->isVisible()) {
        offer(text());
        completer()->complete();
        return;
    }
    const bool taken = (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && completer()->popup()->isVisible();
    if (taken) {
        completer()->popup()->hide();
        // A part of the only name that fits means that name; Escape before it takes what was typed.
        if (const QStringList offers = m_offers->stringList(); offers.size() == 1 && !name().isEmpty())
            setText(offers.first());
    }
    QLineEdit::keyPressEvent(event);
    if (taken) // the completer would write the name once more, into a field that may have been cleared for the next
        event->accept();
}

void CompletionField::offer(const QString &typed)
{
    m_offers->setStringList(m_source(toNfc(typed.trimmed())));
    // The list is as wide as the field by itself, where names would be cut.
    auto *list = completer()->popup();
    constexpr int Characters = 70;
    const int wanted =
        list->sizeHintForColumn(0) + list->style()->pixelMetric(QStyle::PM_ScrollBarExtent) + 8;
    list->setMinimumWidth(std::min(wanted, fontMetrics().averageCharWidth() * Characters));
    list->setTextElideMode(Qt::ElideMiddle);
}

} // namespace rolewright
