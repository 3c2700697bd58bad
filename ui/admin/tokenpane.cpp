// SPDX-License-Identifier: Apache-2.0
#include "ui/admin/tokenpane.h"

#include "core/admin/adminregistry.h"
#include "core/base/text.h"
#include "core/security/applicationtoken.h"
#include "ui/widgets/completionfield.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/problemlabel.h"
#include "ui/widgets/suggestions.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rolewright {

using namespace Qt::StringLiterals;

TokenPane::TokenPane(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_what(new QLabel)
    , m_user(new CompletionField(
          [this](const QString &typed) { return suggestUsers(m_workspace.baseIndex().policy(), typed); }))
    , m_name(new QLineEdit)
    , m_scopes{new QCheckBox(tr("deci&sions")), new QCheckBox(tr("sear&ches"))}
    , m_until(new QDateEdit)
    , m_problem(new ProblemLabel)
    , m_remark(new QLabel)
    , m_make(new QPushButton(tr("Ma&ke the token")))
{
    Q_ASSERT(m_scopes.size() == tokenScopes().size());
    for (QLabel *label : {m_what, m_remark}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    const int wide = fontMetrics().averageCharWidth() * 44;
    m_user->setMaximumWidth(wide);
    m_name->setMaximumWidth(wide);
    m_name->setPlaceholderText(tr("the application, and where it runs"));
    m_until->setTimeSpec(Qt::UTC);
    m_until->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_until->setLayoutDirection(Qt::LeftToRight);
    m_until->setCalendarPopup(true);
    m_until->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *scopes = new QWidget;
    auto *row = new FlowLayout(scopes);
    row->setContentsMargins(0, 0, 0, 0);
    for (QCheckBox *scope : m_scopes) {
        row->addWidget(scope);
        connect(scope, &QCheckBox::toggled, this, &TokenPane::updateState);
    }
    auto *form = new QFormLayout;
    form->addRow(tr("&User"), m_user);
    form->addRow(tr("Na&me"), m_name);
    form->addRow(tr("For"), scopes);
    form->addRow(tr("Counts unti&l (UTC)"), m_until);
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *buttons = new FlowLayout;
    buttons->addWidget(m_make);
    buttons->addWidget(cancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_what);
    column->addLayout(form);
    column->addWidget(m_problem);
    column->addWidget(m_remark);
    column->addLayout(buttons);
    for (QLineEdit *field : {static_cast<QLineEdit *>(m_user), m_name}) {
        connect(field, &QLineEdit::textChanged, this, &TokenPane::updateState);
        connect(field, &QLineEdit::returnPressed, this, &TokenPane::submit);
    }
    connect(m_make, &QPushButton::clicked, this, &TokenPane::submit);
    connect(cancel, &QPushButton::clicked, this, &TokenPane::givenUp);
    hide();
}

void TokenPane::open(const ApplicationToken *replaces)
{
    m_replaces = replaces ? replaces->id : 0;
    m_what->setText(replaces
                        ? tr("Another token in the place of “%1”, which counts for an hour more, so that the "
                             "application can change over.")
                              .arg(replaces->name)
                        : tr("A token for an application, which has the rights of its user then, for what "
                             "the token is for and nothing else."));
    m_user->setText(replaces ? replaces->user : QString());
    m_user->setReadOnly(replaces);
    m_user->setClearButtonEnabled(!replaces);
    m_user->setFocusPolicy(replaces ? Qt::NoFocus : Qt::StrongFocus);
    m_name->setText(replaces ? replaces->name : QString());
    const QStringList scope = replaces ? replaces->scope : QStringList(tokenScopes().first());
    for (qsizetype i = 0; i < m_scopes.size(); ++i)
        m_scopes.at(i)->setChecked(scope.contains(tokenScopes().at(i)));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_until->setMinimumDate(now.date().addDays(1));
    m_until->setDate(now.addMSecs(ApplicationTokenLife).date());
    setBusy(false);
    show();
    (replaces ? m_name : static_cast<QLineEdit *>(m_user))->setFocus(Qt::OtherFocusReason);
}

void TokenPane::setBusy(bool busy)
{
    m_busy = busy;
    updateState();
}

ApplicationToken TokenPane::token() const
{
    ApplicationToken token;
    token.user = m_user->name();
    token.name = m_name->text().normalized(QString::NormalizationForm_C).trimmed();
    for (qsizetype i = 0; i < m_scopes.size(); ++i) {
        if (m_scopes.at(i)->isChecked())
            token.scope.append(tokenScopes().at(i));
    }
    token.expires = {m_until->date().startOfDay(Qt::UTC).toMSecsSinceEpoch()};
    return token;
}

QString TokenPane::problem() const
{
    const ApplicationToken wanted = token();
    if (!wanted.user.isEmpty() && !m_workspace.baseIndex().policy().users().idOf(wanted.user).isValid())
        return tr("The store has no user %1.").arg(wanted.user);
    if (!wanted.name.isEmpty()) {
        if (const auto why = problemOfName(wanted.name))
            return tr("The name %1.").arg(*why);
    }
    return wanted.scope.isEmpty() ? tr("Say what it is for.") : QString();
}

QString TokenPane::remark() const
{
    const ApplicationToken wanted = token();
    if (wanted.user.isEmpty() || !problem().isEmpty()
        || mayPerform(m_workspace.baseIndex(), {wanted.user, {}, {}}, u"decision.ask"_s, Instant::now()))
        return {};
    return tr("%1 may not ask for decisions yet: give the user a role that grants rolewright/decision:ask.")
        .arg(wanted.user);
}

void TokenPane::submit()
{
    if (!m_make->isEnabled())
        return;
    const ApplicationToken wanted = token();
    setBusy(true);
    Q_EMIT accepted(wanted);
}

void TokenPane::updateState()
{
    const QString why = problem();
    m_problem->setProblem(why);
    const QString said = remark();
    m_remark->setText(said);
    m_remark->setVisible(!said.isEmpty());
    m_make->setEnabled(!m_busy && why.isEmpty() && !m_user->name().isEmpty()
                       && !m_name->text().trimmed().isEmpty());
    for (QWidget *part :
         {static_cast<QWidget *>(m_user), static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_until),
          static_cast<QWidget *>(m_scopes.at(0)), static_cast<QWidget *>(m_scopes.at(1))})
        part->setEnabled(!m_busy);
}

void TokenPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT givenUp();
    else
        QWidget::keyPressEvent(event);
}

} // namespace rolewright
