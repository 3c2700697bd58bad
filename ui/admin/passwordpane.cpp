// SPDX-License-Identifier: Apache-2.0
#include "ui/admin/passwordpane.h"

#include "core/base/text.h"
#include "ui/admin/keychoicefield.h"
#include "ui/admin/secretfield.h"
#include "ui/widgets/completionfield.h"
#include "ui/widgets/problemlabel.h"
#include "ui/widgets/suggestions.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace rolewright {

using namespace Qt::StringLiterals;

PasswordPane::PasswordPane(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_what(new QLabel)
    , m_form(new QFormLayout)
    , m_user(new CompletionField(
          [this](const QString &typed) { return suggestUsers(m_workspace.policy(), typed); }))
    , m_first(new SecretField)
    , m_second(new SecretField)
    , m_keys(new KeyChoiceField)
    , m_problem(new ProblemLabel)
    , m_act(new QPushButton)
    , m_cancel(new QPushButton(tr("Cancel")))
{
    m_what->setTextFormat(Qt::PlainText);
    m_what->setWordWrap(true);
    m_form->addRow(tr("&User"), m_user);
    m_form->addRow(tr("&New password"), m_first);
    m_form->addRow(tr("On&ce more"), m_second);
    m_form->addRow(tr("&Keys"), m_keys);
    const int wide = fontMetrics().averageCharWidth() * 44;
    connect(m_keys, &KeyChoiceField::changed, this, &PasswordPane::updateState);
    for (QLineEdit *field : {static_cast<QLineEdit *>(m_user), static_cast<QLineEdit *>(m_first),
                             static_cast<QLineEdit *>(m_second)}) {
        field->setMaximumWidth(wide);
        connect(field, &QLineEdit::textChanged, this, &PasswordPane::updateState);
        connect(field, &QLineEdit::returnPressed, this, &PasswordPane::submit);
    }
    m_first->setPlaceholderText(tr("at least 8 characters"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_act);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_what);
    column->addLayout(m_form);
    column->addWidget(m_problem);
    column->addLayout(buttons);
    connect(m_act, &QPushButton::clicked, this, &PasswordPane::submit);
    connect(m_cancel, &QPushButton::clicked, this, &PasswordPane::givenUp);
}

void PasswordPane::open(const QString &user, const QString &what, const QString &act, bool asksKeys)
{
    m_what->setText(what);
    m_act->setText(act);
    m_user->setText(user);
    m_user->setReadOnly(!user.isEmpty());
    m_user->setFocusPolicy(user.isEmpty() ? Qt::StrongFocus : Qt::NoFocus);
    m_form->setRowVisible(m_keys, asksKeys);
    m_keys->setUnsealedOffered(asksKeys);
    m_first->clear();
    m_second->clear();
    m_busy = false;
    updateState();
    show();
    (user.isEmpty() ? static_cast<QWidget *>(m_user) : m_first)->setFocus(Qt::OtherFocusReason);
}

KeyChoice PasswordPane::keys() const
{
    return m_keys->choice();
}

void PasswordPane::setBusy(bool busy)
{
    m_busy = busy;
    updateState();
}

void PasswordPane::submit()
{
    if (!m_act->isEnabled())
        return;
    const QString user = m_user->name();
    const SharedSecret password = m_first->take();
    m_second->clear();
    setBusy(true);
    Q_EMIT accepted(user, password);
}

QString PasswordPane::problem() const
{
    if (!m_user->name().isEmpty()) {
        if (const auto why = problemOfName(m_user->name()))
            return tr("The name %1.").arg(*why);
    }
    if (m_first->text().isEmpty() || m_second->text().isEmpty())
        return {};
    QByteArray bytes = m_first->text().toUtf8();
    if (const auto why = problemOfPassword(Secret::taking(bytes)))
        return tr("The password %1.").arg(*why);
    // Not before the second one could be it.
    if (m_first->text() != m_second->text() && m_second->text().size() >= m_first->text().size())
        return tr("The two passwords differ.");
    return {};
}

void PasswordPane::updateState()
{
    const QString why = problem();
    m_problem->setProblem(why);
    m_act->setEnabled(!m_busy && why.isEmpty() && m_keys->isComplete() && !m_user->name().isEmpty() && !m_first->text().isEmpty()
                      && m_first->text() == m_second->text());
    m_first->setReadOnly(m_busy);
    m_second->setReadOnly(m_busy);
}

void PasswordPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT givenUp();
    else
        QWidget::keyPressEvent(event);
}

} // namespace rolewright
