// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/deletionbar.h"

#include "ui/widgets/changetext.h"
#include "ui/widgets/coretext.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStringListModel>

namespace rolewright {

DeletionBar::DeletionBar(QWidget *parent)
    : QFrame(parent)
    , m_question(new QLabel)
    , m_lines(new QStringListModel(this))
    , m_view(new QListView)
    , m_delete(new QPushButton(tr("De&lete")))
    , m_cancel(new QPushButton(tr("Cancel")))
{
    setFrameShape(QFrame::StyledPanel);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    m_view->setModel(m_lines);
    m_view->setUniformItemSizes(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setSelectionMode(QAbstractItemView::NoSelection);
    m_view->setAccessibleName(tr("What goes with it"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_delete);
    buttons->addWidget(m_cancel);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_question);
    column->addWidget(m_view);
    column->addLayout(buttons);
    hide();

    connect(m_cancel, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_delete, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT accepted(m_deletion);
    });
}

void DeletionBar::open(const QString &question, const Result<QList<Change>> &deletion)
{
    QStringList lines;
    QString text = question;
    if (deletion) {
        m_deletion = *deletion;
        constexpr qsizetype ListedMaximum = 1000;
        qsizetype others = 0;
        for (const Change &change : std::as_const(m_deletion)) {
            const bool isThing = change.kind == m_deletion.last().kind && change.verb == Change::Verb::Remove;
            if (!isThing && ++others <= ListedMaximum)
                lines.append(textOf(change));
        }
        if (others > ListedMaximum)
            lines.append(tr("and %Ln more", nullptr, int(others - ListedMaximum)));
        text += u' '
            + (others == 0 ? tr("Nothing else goes with it.")
                           : tr("%Ln thing(s) go with it:", nullptr, int(others)));
    } else {
        m_deletion.clear();
        constexpr qsizetype ShownReasons = 6;
        const Findings &reasons = deletion.error().findings;
        text = inWindowLanguage(deletion.error().message);
        for (const Finding &reason : reasons.mid(0, ShownReasons))
            text += u'\n' + inWindowLanguage(reason.message);
        if (reasons.size() > ShownReasons)
            text += u'\n' + tr("and %Ln more", nullptr, int(reasons.size() - ShownReasons));
    }
    m_question->setText(text);
    m_lines->setStringList(lines);
    m_view->setVisible(!lines.isEmpty());
    constexpr int ShownLines = 8;
    m_view->setMaximumHeight((fontMetrics().height() + 4) * std::clamp(int(lines.size()), 2, ShownLines));
    m_delete->setVisible(deletion.has_value());
    m_cancel->setText(deletion ? tr("Cancel") : tr("Close"));
    show();
    m_cancel->setFocus(Qt::OtherFocusReason);
}

void DeletionBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

} // namespace rolewright
