// SPDX-License-Identifier: Apache-2.0
#include "ui/connect/newdatabasedialog.h"

#include "core/base/text.h"
#include "core/security/password.h"
#include "ui/admin/secretfield.h"
#include "ui/connect/locationfields.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/coretext.h"
#include "ui/widgets/problemlabel.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// On a worker. The owner is signed in no longer than it takes.
Status makeStore(const QString &location, const SharedSecret &owner, const QString &user,
                 const SharedSecret &password, const CommitContext &context)
{
    const Result<QString> login = loginOf(location);
    if (!login)
        return failure(login.error());
    if (Status held = useLogin(location, *login, *owner); !held)
        return held;
    const FirstAdministrator administrator{user, *password};
    const Result<std::unique_ptr<PolicyStore>> store =
        createStore(location, Policy(), context, &administrator);
    if (!store) {
        const Status forgotten = useLogin(location, *login, Secret());
        return forgotten ? Status(failure(store.error())) : forgotten;
    }
    (*store)->guard()->signOut();
    return {};
}

} // namespace

NewDatabaseDialog::NewDatabaseDialog(QWidget *parent)
    : GrowingDialog(parent)
    , m_fields(new LocationFields)
    , m_owner(new SecretField)
    , m_user(new QLineEdit)
    , m_first(new SecretField)
    , m_second(new SecretField)
    , m_problem(new ProblemLabel)
    , m_progress(new QProgressBar)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel))
{
    setObjectName(u"newdatabase"_s);
    setWindowTitle(tr("New database store"));
    auto *what = new QLabel(
        tr("Makes an empty policy in a PostgreSQL database that is there. The user is a login that "
           "may make roles and schemas in it; it is needed this once."));
    what->setWordWrap(true);
    m_fields->add(tr("Pass&word of this user"), m_owner);
    auto *box = new QGroupBox(tr("First administrator"));
    auto *form = new QFormLayout(box);
    form->addRow(tr("&Name and login"), m_user);
    form->addRow(tr("Pass&word"), m_first);
    form->addRow(tr("On&ce more"), m_second);
    form->addRow(m_problem);
    m_first->setPlaceholderText(tr("at least 8 characters"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Making the store"));
    m_fields->keepTo(LocationFields::Kind::Database);
    QPushButton *make = m_buttons->addButton(tr("&Make"), QDialogButtonBox::AcceptRole);
    auto *column = new QVBoxLayout(this);
    column->addWidget(what);
    column->addSpacing(8);
    column->addWidget(m_fields);
    column->addWidget(box);
    column->addStretch(1);
    column->addWidget(m_progress);
    column->addWidget(m_buttons);
    resize(fontMetrics().averageCharWidth() * 84, sizeHint().height());
    connect(m_buttons, &QDialogButtonBox::accepted, this, &NewDatabaseDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &NewDatabaseDialog::reject);
    for (QLineEdit *field : {m_user, static_cast<QLineEdit *>(m_first), static_cast<QLineEdit *>(m_second)})
        connect(field, &QLineEdit::textEdited, this, [this] { m_problem->setProblem({}); });
    make->setDefault(true);
    setRunning(false);
    m_fields->setFocus();
}

QString NewDatabaseDialog::problem() const
{
    if (const auto why = problemOfName(toNfc(m_user->text().trimmed())))
        return tr("The name %1.").arg(inWindowLanguage(*why));
    QByteArray bytes = m_first->text().toUtf8();
    if (const auto why = problemOfPassword(Secret::taking(bytes)))
        return tr("The password %1.").arg(inWindowLanguage(*why));
    return m_first->text() == m_second->text() ? QString() : tr("The two passwords differ.");
}

void NewDatabaseDialog::accept()
{
    m_location = m_running ? QString() : m_fields->take();
    if (m_location.isEmpty())
        return;
    m_problem->setProblem(problem());
    if (!m_problem->text().isEmpty()) {
        (m_user->text().trimmed().isEmpty() ? m_user : m_first)->setFocus(Qt::OtherFocusReason);
        return;
    }
    makeUndumpable();
    const QString user = toNfc(m_user->text().trimmed());
    const SharedSecret owner = m_owner->take();
    const SharedSecret password = m_first->take();
    m_second->clear();
    const CommitContext context{user, u"rolewright %1"_s.arg(QStringLiteral(ROLEWRIGHT_VERSION)),
                                Instant::now(), false};
    m_fields->setProblem({});
    setRunning(true);
    m_making.start([location = m_location, owner, user, password, context](
                       const CancelToken &) { return makeStore(location, owner, user, password, context); },
                   [this, user, password](const Status &status) { finish(status, user, password); });
}

void NewDatabaseDialog::finish(const Status &status, const QString &user, const SharedSecret &password)
{
    setRunning(false);
    const Result<PostgresLocation> location = PostgresLocation::parse(m_location);
    if (!status || !location) {
        m_fields->setProblem(toMessage(status ? location.error() : status.error()).text);
        m_owner->setFocus(Qt::OtherFocusReason); // what was disabled has lost it
        return;
    }
    PostgresLocation theirs = *location;
    theirs.user = user;
    Q_EMIT made(theirs.text(), user, password);
    QDialog::accept();
}

// What the worker has begun it ends; a store that is made then can be opened.
void NewDatabaseDialog::reject()
{
    m_making.cancel();
    QDialog::reject();
}

void NewDatabaseDialog::setRunning(bool running)
{
    m_running = running;
    m_progress->setVisible(running);
    for (QWidget *part :
         {static_cast<QWidget *>(m_fields), static_cast<QWidget *>(m_owner), static_cast<QWidget *>(m_user),
          static_cast<QWidget *>(m_first), static_cast<QWidget *>(m_second)})
        part->setEnabled(!running);
    for (QAbstractButton *button : m_buttons->buttons()) {
        if (m_buttons->buttonRole(button) == QDialogButtonBox::AcceptRole)
            button->setEnabled(!running);
    }
}

} // namespace rolewright
