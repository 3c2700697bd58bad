// SPDX-License-Identifier: Apache-2.0
#include "ui/admin/confirmationbar.h"

#include "ui/admin/secretfield.h"
#include "ui/widgets/problemlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace rolewright {

using namespace Qt::StringLiterals;

ConfirmationBar::ConfirmationBar(QWidget *parent)
    : QFrame(parent)
    , m_why(new QLabel)
    , m_secret(new SecretField)
    , m_problem(new ProblemLabel)
    , m_progress(new QProgressBar)
    , m_confirm(new QPushButton)
    , m_cancel(new QPushButton(tr("Cancel")))
{
    setFrameShape(QFrame::StyledPanel);
    setObjectName(u"confirmation"_s);
    m_why->setTextFormat(Qt::PlainText);
    m_why->setWordWrap(true);
    auto *label = new QLabel(tr("Pass&word or code"));
    label->setBuddy(m_secret);
    m_secret->setMaximumWidth(fontMetrics().averageCharWidth() * 40);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(120);
    m_progress->setAccessibleName(tr("Confirming"));
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_secret, 1);
    row->addWidget(m_confirm);
    row->addWidget(m_cancel);
    row->addWidget(m_progress);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_why);
    column->addLayout(row);
    column->addWidget(m_problem);
    hide();
    connect(m_secret, &QLineEdit::returnPressed, this, &ConfirmationBar::submit);
    connect(m_secret, &QLineEdit::textChanged, this, [this] { setBusy(false); });
    connect(m_confirm, &QPushButton::clicked, this, &ConfirmationBar::submit);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        end();
        Q_EMIT givenUp();
    });
}

void ConfirmationBar::open(const QString &why, const QString &act, const Taker &take)
{
    m_take = take;
    m_why->setText(tr("%1 Confirm it with your password once more, or with a code. It counts once, for five minutes and "
                      "for nothing else.")
                       .arg(why));
    m_confirm->setText(act);
    m_problem->setProblem({});
    m_secret->clear();
    setBusy(false);
    show();
    m_secret->setFocus(Qt::OtherFocusReason);
}

void ConfirmationBar::refuse(const QString &problem)
{
    setBusy(false);
    m_problem->setProblem(problem);
    m_secret->setFocus(Qt::OtherFocusReason);
}

void ConfirmationBar::end()
{
    m_take = {};
    m_secret->clear();
    hide();
}

QString ConfirmationBar::whyOf(const Error &refusal)
{
    QStringList why;
    for (const Finding &finding : refusal.findings)
        why.append(finding.message);
    why.removeDuplicates();
    return why.join(u' ');
}

void ConfirmationBar::submit()
{
    if (!m_confirm->isEnabled() || !m_take)
        return;
    m_problem->setProblem({});
    const SharedSecret secret = m_secret->take();
    setBusy(true);
    const Taker take = m_take; // may open() anew
    take(secret);
}

void ConfirmationBar::setBusy(bool busy)
{
    m_progress->setVisible(busy);
    m_secret->setReadOnly(busy);
    m_confirm->setEnabled(!busy && !m_secret->text().isEmpty());
}

void ConfirmationBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        m_cancel->click();
    else
        QFrame::keyPressEvent(event);
}

} // namespace rolewright
