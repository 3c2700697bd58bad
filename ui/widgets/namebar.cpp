// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/namebar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace rolewright {

NameBar::NameBar(NameField::Rule rule, QWidget *parent)
    : QFrame(parent)
    , m_question(new QLabel)
    , m_field(new NameField(std::move(rule)))
{
    setFrameShape(QFrame::StyledPanel);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    m_question->setBuddy(m_field);
    auto *create = new QPushButton(tr("&Create"));
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(create);
    buttons->addWidget(cancel);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_question);
    column->addWidget(m_field);
    column->addLayout(buttons);
    hide();

    connect(m_field, &NameField::accepted, this, &NameBar::accepted);
    connect(create, &QPushButton::clicked, this, [this] {
        if (m_field->check())
            Q_EMIT accepted(m_field->text());
    });
    connect(cancel, &QPushButton::clicked, this, &QWidget::hide);
}

void NameBar::open(const QString &question, const QString &suggestion)
{
    m_question->setText(question);
    m_field->edit()->setAccessibleName(question);
    m_field->clear();
    m_field->edit()->setText(suggestion);
    m_field->edit()->selectAll();
    show();
    m_field->edit()->setFocus(Qt::OtherFocusReason);
}

void NameBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

} // namespace rolewright
