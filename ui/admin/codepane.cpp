// SPDX-License-Identifier: Apache-2.0
#include "ui/admin/codepane.h"

#include "core/security/onetimecode.h"
#include "ui/admin/qrpicture.h"
#include "ui/widgets/problemlabel.h"

#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QLabel *sentence(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

// In fours, as people copy it.
QString grouped(const QString &text)
{
    QString shown;
    for (qsizetype i = 0; i < text.size(); i += 4)
        shown += (i > 0 ? u" "_s : QString()) + text.mid(i, 4);
    return shown;
}

} // namespace

CodePane::CodePane(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_picture(new QrPicture)
    , m_text(new QLineEdit)
    , m_code(new QLineEdit)
    , m_problem(new ProblemLabel)
    , m_set(new QPushButton(tr("&Set up codes")))
{
    m_text->setReadOnly(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setMaximumWidth(m_text->fontMetrics().averageCharWidth() * 46);
    m_code->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData);
    m_code->setMaximumWidth(fontMetrics().averageCharWidth() * 14);
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *form = new QFormLayout;
    form->addRow(tr("Se&cret"), m_text);
    form->addRow(tr("C&ode"), m_code);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_set);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    auto *texts = new QVBoxLayout;
    texts->addWidget(sentence(
        tr("1. Let an authenticator on your telephone read the picture, or type the secret into it. Nobody "
           "else may see it: it is not shown again.")));
    texts->addWidget(sentence(tr("2. Enter the code that the authenticator shows now.")));
    texts->addLayout(form);
    texts->addWidget(m_problem);
    texts->addLayout(buttons);
    texts->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_picture, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    connect(m_code, &QLineEdit::textChanged, this, &CodePane::updateState);
    connect(m_code, &QLineEdit::returnPressed, this, &CodePane::submit);
    connect(m_set, &QPushButton::clicked, this, &CodePane::submit);
    connect(cancel, &QPushButton::clicked, this, &CodePane::giveUp);
}

void CodePane::start()
{
    m_seed = std::make_shared<const Secret>(newSeed());
    m_recovery = newRecoveryCodes();
    const QString uri =
        enrolmentUri(*m_seed, m_workspace.service().traits().name, m_workspace.session().user());
    m_picture->setText(uri);
    m_text->setText(grouped(toBase32(*m_seed)));
    m_text->setCursorPosition(0);
    m_code->clear();
    m_problem->setProblem({});
    m_busy = false;
    updateState();
    show();
    m_code->setFocus(Qt::OtherFocusReason);
}

void CodePane::refuse(const QString &problem)
{
    m_problem->setProblem(problem);
    m_busy = false;
    updateState();
    m_code->selectAll();
    m_code->setFocus(Qt::OtherFocusReason);
}

void CodePane::submit()
{
    if (!m_set->isEnabled())
        return;
    m_busy = true;
    updateState();
    Q_EMIT accepted(m_seed, m_code->text().trimmed(), m_recovery.hashes);
}

void CodePane::updateState()
{
    m_set->setEnabled(!m_busy && m_seed && m_code->text().trimmed().size() == 6);
    m_code->setReadOnly(m_busy);
}

void CodePane::forget()
{
    m_seed.reset();
    m_recovery = {};
    m_picture->setText({});
    m_text->clear();
    m_code->clear();
    hide();
}

void CodePane::giveUp()
{
    forget();
    Q_EMIT givenUp();
}

void CodePane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        giveUp();
    else
        QWidget::keyPressEvent(event);
}

} // namespace rolewright
