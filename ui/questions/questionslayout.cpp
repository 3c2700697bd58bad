// SPDX-License-Identifier: Apache-2.0
// How QuestionsPage is laid out.
#include "ui/questions/questionspage.h"

#include "ui/widgets/completionfield.h"
#include "ui/widgets/momentedit.h"
#include "ui/widgets/treelines.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

namespace rolewright {

QLayout *QuestionsPage::makeHead()
{
    m_question->addItems({tr("Who can do this?"), tr("What can this user do?"), tr("Which roles give this?"),
                          tr("Which operations can this user perform?")});
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(tr("&Question"), m_question);
    m_form->addRow(tr("Resource t&ype"), m_type);
    m_form->addRow(tr("A&ction"), m_action);
    m_form->addRow(tr("&User"), m_user);
    m_form->addRow(QString(), m_time);
    m_time->setToolTip(tr("Otherwise now."));
    connect(m_question, &QComboBox::currentIndexChanged, this, &QuestionsPage::refresh);
    for (CompletionField *field : {m_type, m_action, m_user})
        connect(field, &QLineEdit::textChanged, this, &QuestionsPage::refresh);
    connect(m_time, &MomentEdit::momentChanged, this, &QuestionsPage::refresh);
    return m_form;
}

QWidget *QuestionsPage::makeWays()
{
    m_ways->setModel(m_lines);
    m_ways->setAccessibleName(tr("Ways"));
    return m_ways;
}

QLayout *QuestionsPage::makeFoot()
{
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_state, 1);
    foot->addWidget(m_follow);
    foot->addWidget(m_export);
    connect(m_follow, &QPushButton::clicked, this, &QuestionsPage::follow);
    connect(m_export, &QPushButton::clicked, this, &QuestionsPage::pickExport);
    return foot;
}

} // namespace rolewright
