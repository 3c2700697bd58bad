// SPDX-License-Identifier: Apache-2.0
#include "ui/admin/signinpage.h"

#include "core/base/text.h"
#include "core/store/trailacceptance.h"
#include "ui/admin/keypane.h"
#include "ui/admin/secretfield.h"
#include "ui/shell/plaintext.h"
#include "ui/widgets/problemlabel.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QLabel *text()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

SignInPage::SignInPage(Workspace &workspace, Settings &settings, KeyRing &keys, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_keys(keys)
    , m_title(text())
    , m_location(text())
    , m_end(text())
    , m_form(new QFormLayout)
    , m_user(new QLineEdit)
    , m_password(new SecretField)
    , m_code(new SecretField)
    , m_remember(new QCheckBox(tr("&Remember the password in the keychain")))
    , m_problem(new ProblemLabel)
    , m_wait(text())
    , m_progress(new QProgressBar)
    , m_signIn(new QPushButton(tr("&Sign in")))
    , m_close(new QPushButton(tr("&Close store")))
    , m_accept(new QPushButton(tr("&Accept the trail as it is")))
    , m_notice(text())
    , m_memory(workspace, settings)
{
    setObjectName(u"signin"_s);
    QFont big = m_title->font();
    big.setPointSizeF(big.pointSizeF() * 1.5);
    big.setBold(true);
    m_title->setFont(big);
    m_location->setForegroundRole(QPalette::PlaceholderText);
    m_notice->setForegroundRole(QPalette::PlaceholderText);
    m_form->addRow(tr("&User"), m_user);
    m_form->addRow(tr("Pass&word"), m_password);
    m_form->addRow(tr("C&ode"), m_code);
    m_code->setPlaceholderText(tr("from the authenticator, or a recovery code"));
    m_code->setEchoMode(QLineEdit::Normal); // good once
    m_form->setRowVisible(m_code, false);
    m_form->addRow(QString(), m_remember);
    m_remember->setToolTip(tr("Else it is kept in memory, until you sign out or close the store."));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(120);
    m_progress->setAccessibleName(tr("Signing in"));
    m_signIn->setAutoDefault(true);
    m_close->setAutoDefault(true);
    m_accept->hide();
    m_accept->setToolTip(asPlainText(tr("After an older copy was put back on purpose: an administrator does "
                                        "it with the password, and the trail "
                                        "says so for good.")));

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_signIn);
    buttons->addWidget(m_accept);
    buttons->addWidget(m_close);
    buttons->addWidget(m_progress);
    buttons->addStretch(1);
    auto *column = new QWidget;
    column->setMaximumWidth(fontMetrics().averageCharWidth() * 64);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_location);
    layout->addWidget(m_end);
    layout->addWidget(new KeyPane(keys));
    layout->addSpacing(12);
    layout->addLayout(m_form);
    layout->addWidget(m_problem);
    layout->addWidget(m_wait);
    layout->addLayout(buttons);
    layout->addSpacing(16);
    layout->addWidget(m_notice);
    auto *middle = new QWidget;
    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(column, 6);
    across->addStretch(1);
    auto *down = new QVBoxLayout(middle);
    down->addStretch(1);
    down->addLayout(across);
    down->addStretch(2);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(middle);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(scroll);

    m_second.setInterval(1'000);
    connect(&m_second, &QTimer::timeout, this, &SignInPage::countDown);
    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_accept, &QPushButton::clicked, this, &SignInPage::acceptTrail);
    connect(m_close, &QPushButton::clicked, &workspace, &Workspace::close);
    for (QLineEdit *field :
         {m_user, static_cast<QLineEdit *>(m_password), static_cast<QLineEdit *>(m_code)}) {
        connect(field, &QLineEdit::textChanged, this, &SignInPage::updateState);
        connect(field, &QLineEdit::returnPressed, this, &SignInPage::submit);
    }
    connect(m_user, &QLineEdit::textEdited, this, [this] {
        m_problem->setProblem({});
        m_early = false;
        forget();
    });
    connect(&workspace, &Workspace::sessionChanged, this, &SignInPage::settle);
    connect(&workspace, &Workspace::baseChanged, this, &SignInPage::settle);
    connect(&workspace, &Workspace::storeChanged, this, [this] {
        m_memory.cancel();
        m_looking = false;
        m_running = false;
        m_early = false;
        m_waiting.clear();
        m_unrecorded.reset();
        m_accept->hide();
        m_problem->setProblem({});
        forget();
    });
    connect(&keys, &KeyRing::changed, this, &SignInPage::takeKeys);
    updateState();
}

void SignInPage::start()
{
    const StoreTraits &traits = m_workspace.service().traits();
    m_title->setText(tr("Sign in to %1").arg(traits.name));
    m_location->setText(traits.location);
    m_notice->setText(noticeOf(traits));
    m_end->setText(endOfSession());
    m_end->setVisible(!m_end->text().isEmpty());
    m_password->clear();
    forget();
    m_keys.look();
    QString last = m_workspace.session().lastUser();
    if (last.isEmpty())
        last = m_settings.lastUser(traits.location);
    m_user->setText(last.isEmpty() ? traits.login : last);
    (m_user->text().isEmpty() ? m_user : m_password)->setFocus(Qt::OtherFocusReason);
    m_form->setRowVisible(m_remember, isRemote(traits.location));
    m_remember->setChecked(m_memory.remembers(traits.location));
    updateState();
    begin();
}

void SignInPage::expect(const QString &location, const QString &user, const SharedSecret &password)
{
    m_expected = Expected{location, user, password};
}

// Not after the end of a session: somebody else may sit there.
void SignInPage::begin()
{
    const QString location = m_workspace.service().traits().location;
    const std::optional<Expected> expected = std::exchange(m_expected, {});
    if (m_workspace.session().end() != GuardSession::End::None || !isRemote(location))
        return;
    if (expected && expected->location == location) {
        m_user->setText(expected->user);
        m_entered = expected->password;
        submit();
    } else if (m_workspace.draft().baseVersion() > 0 && !m_user->text().isEmpty()) {
        m_entered = std::make_shared<const Secret>(); // the server lets this login in without a password
        submit();
    } else if (m_remember->isChecked() && !m_user->text().isEmpty()) {
        readRemembered();
    }
}

void SignInPage::readRemembered()
{
    const QString user = m_user->text();
    m_looking = true;
    updateState();
    m_memory.read(m_workspace.service().traits().location, user, this,
                  [this, user](const SharedSecret &password, const QString &problem) {
                      m_looking = false;
                      if (m_user->text() == user && m_password->text().isEmpty()) { // else the person was faster
                          m_entered = password;
                          m_problem->setProblem(problem);
                      }
                      updateState();
                      if (m_entered)
                          submit();
                  });
}

QString SignInPage::endOfSession() const
{
    const QString kept = m_workspace.draft().isDirty() ? tr("Your pending changes are kept.") : QString();
    const auto both = [&](const QString &text) { return kept.isEmpty() ? text : text + u' ' + kept; };
    switch (m_workspace.session().end()) {
    case GuardSession::End::None:
        return {};
    case GuardSession::End::ByHand:
        return both(tr("You are signed out."));
    case GuardSession::End::Idle:
        return both(tr("You were signed out after %Ln minute(s) without key or mouse.", nullptr,
                       m_settings.lockMinutes()));
    case GuardSession::End::Revoked:
        return both(
            tr("Your session is over: the password was changed or taken away, the user is not active any "
               "more, or it had lasted as long as it may."));
    }
    return {};
}

void SignInPage::submit()
{
    if (!m_signIn->isEnabled() && !m_entered)
        return;
    m_early = m_keys.state() == KeyRing::State::Looking;
    if (m_early) {
        updateState();
        return;
    }
    const QString user = toNfc(m_user->text().trimmed());
    m_running = true;
    m_memory.cancel();
    m_looking = false;
    m_problem->setProblem({});
    updateState();
    // A code is asked for once the password is known to be right, which stays for that.
    if (!m_entered || !m_password->text().isEmpty())
        m_entered = m_password->take();
    m_workspace.session().signIn(user, m_entered, m_code->text().trimmed(), m_workspace.occasion(), this,
                                 [this, user](const Status &status) { finish(user, status); });
}

void SignInPage::finish(const QString &user, const Status &status)
{
    m_running = false;
    if (!status && needsCode(status.error())) {
        m_form->setRowVisible(m_code, true);
        m_password->setPlaceholderText(tr("was right"));
        updateState();
        m_code->setFocus(Qt::OtherFocusReason);
        return;
    }
    const SharedSecret entered = m_entered;
    forget();
    if (status) {
        const QString location = m_workspace.service().traits().location;
        m_settings.setLastUser(location, user);
        if (isRemote(location))
            m_memory.keep(location, user, entered, m_remember->isChecked() && entered && !entered->isEmpty());
        m_accept->hide();
        if (m_keys.state() == KeyRing::State::NotSealed && isRemote(location)) {
            m_unrecorded = Expected{location, user, entered};
            m_keys.look();
        }
        settle();
        return;
    }
    m_problem->setProblem(toMessage(status.error()).text);
    m_accept->setVisible(needsAcceptance(status.error()));
    updateState();
    m_password->setFocus(Qt::OtherFocusReason);
    if (needsKeys(status.error()))
        m_keys.look(); // sealed since
    else if (status.error().code == ErrorCode::NotPermitted)
        m_workspace.session().call<Instant>([user](StoreGuard &guard) { return guard.nextAttempt(user); }, {},
                                            {}, this,
                                            [this, user](const Result<Instant> &next) {
                                                if (next)
                                                    takeWait(user, *next);
                                            });
}

// Of a database nobody sees anything before: its policy comes after the sign-in.
void SignInPage::settle()
{
    if (!m_workspace.session().isSignedIn())
        m_unrecorded.reset();
    if (m_running || !isVisible())
        return;
    if (m_workspace.session().isSignedIn() && m_workspace.isShut() && !m_workspace.awaitsPolicy())
        m_problem->setProblem(tr("%1 You are signed in, but see nothing of it. Ask an administrator for the right, or "
                                 "sign in as somebody else.")
                                  .arg(m_workspace.whyNot(u"policy.read"_s)));
    updateState();
}

// What was entered for a sign-in that is over, or is somebody else's.
void SignInPage::forget()
{
    m_entered.reset();
    m_code->clear();
    m_password->setPlaceholderText({});
    m_form->setRowVisible(m_code, false);
}

void SignInPage::takeWait(const QString &user, Instant next)
{
    m_waiting = user;
    m_next = next;
    m_second.start();
    countDown();
}

void SignInPage::countDown()
{
    if (Instant::now() >= m_next) {
        m_second.stop();
        m_waiting.clear();
    }
    updateState();
}

void SignInPage::updateState()
{
    const bool waits = !m_waiting.isEmpty() && toNfc(m_user->text().trimmed()) == m_waiting;
    const qint64 left = std::max<qint64>(0, m_next.msecs - Instant::now().msecs + 999) / 1'000;
    m_wait->setVisible(waits);
    if (waits)
        m_wait->setText(tr("The next attempt as this user is looked at in %1:%2.")
                            .arg(left / 60)
                            .arg(left % 60, 2, 10, QChar(u'0')));
    const bool isBusy = m_running || m_workspace.awaitsPolicy();
    m_progress->setVisible(isBusy || m_early || m_looking);
    const SecretField *last = m_form->isRowVisible(m_code) ? m_code : m_password;
    m_signIn->setEnabled(!isBusy && !waits && (m_keys.lets() || m_keys.state() == KeyRing::State::Looking)
                         && !m_user->text().trimmed().isEmpty() && !last->text().isEmpty());
    m_accept->setEnabled(m_signIn->isEnabled());
    for (QLineEdit *field : {m_user, static_cast<QLineEdit *>(m_password), static_cast<QLineEdit *>(m_code)})
        field->setReadOnly(isBusy); // disabled, it would give the focus away
}

} // namespace rolewright
