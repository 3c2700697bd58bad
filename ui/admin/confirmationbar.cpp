// SPDX-License-Identifier: Apache-2.0
#include "ui/admin/confirmationbar.h"

#include "ui/admin/secretfield.h"
#include "ui/widgets/coretext.h"
#include "ui/widgets/problemlabel.h"

#include <QHBoxLayout>
#include <QHash>
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
    m_why->setText(
        tr("%1 Confirm it with your password once more, or with a code. It counts once, for five minutes and "
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

namespace {

// What is no change of the policy, as a person calls it; others are as core says.
QString whyOf(const QString &message)
{
    static const QHash<QString, const char *> deeds{
        {u"audit.export"_s, QT_TRANSLATE_NOOP("rolewright::ConfirmationBar", "It exports the trail.")},
        {u"code.change"_s,
         QT_TRANSLATE_NOOP("rolewright::ConfirmationBar", "It changes your one-time codes.")},
        {u"code.remove"_s,
         QT_TRANSLATE_NOOP("rolewright::ConfirmationBar", "It takes somebody's one-time codes away.")},
        {u"credential.change"_s,
         QT_TRANSLATE_NOOP("rolewright::ConfirmationBar", "It changes your password.")},
        {u"credential.remove"_s,
         QT_TRANSLATE_NOOP("rolewright::ConfirmationBar", "It takes somebody's password away.")},
        {u"credential.set"_s,
         QT_TRANSLATE_NOOP("rolewright::ConfirmationBar", "It lets somebody sign in with this password.")},
        {u"key.enrol"_s,
         QT_TRANSLATE_NOOP("rolewright::ConfirmationBar", "It seals the trail with these keys.")},
        {u"key.rotate"_s,
         QT_TRANSLATE_NOOP("rolewright::ConfirmationBar", "It changes the keys of the store.")},
        {u"policy.export"_s, QT_TRANSLATE_NOOP("rolewright::ConfirmationBar", "It exports the policy.")},
        {u"request.approve"_s,
         QT_TRANSLATE_NOOP("rolewright::ConfirmationBar", "It approves what somebody else asked for.")},
        {u"token.add"_s, QT_TRANSLATE_NOOP("rolewright::ConfirmationBar", "It lets an application in.")},
        {u"trail.accept"_s, QT_TRANSLATE_NOOP("rolewright::ConfirmationBar", "It takes the trail as it is.")},
        {u"trail.archive"_s,
         QT_TRANSLATE_NOOP("rolewright::ConfirmationBar", "It moves old entries out of the store.")},
        {u"trail.erase"_s,
         QT_TRANSLATE_NOOP("rolewright::ConfirmationBar", "It erases names and values from the trail.")}};
    constexpr QStringView Operation = u"It is the operation ";
    const char *deed =
        message.startsWith(Operation) ? deeds.value(message.mid(Operation.size()).chopped(1)) : nullptr;
    return deed ? ConfirmationBar::tr(deed) : inWindowLanguage(message);
}

} // namespace

QString ConfirmationBar::whyOf(const Error &refusal)
{
    QStringList why;
    for (const Finding &finding : refusal.findings)
        why.append(rolewright::whyOf(finding.message));
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
