// SPDX-License-Identifier: Apache-2.0
#include "ui/connect/locationfields.h"

#include "core/store/sql/postgreslocation.h"
#include "ui/widgets/coretext.h"
#include "ui/widgets/problemlabel.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

const QString Mode = u"sslmode"_s;
const QString Authority = u"sslrootcert"_s;

QString usualMode(const PostgresLocation &location)
{
    return location.isOnThisMachine() ? u"prefer"_s : u"verify-full"_s;
}

} // namespace

LocationFields::LocationFields(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_host(new QLineEdit)
    , m_hostProblem(new ProblemLabel)
    , m_port(new QSpinBox)
    , m_database(new QLineEdit)
    , m_databaseProblem(new ProblemLabel)
    , m_user(new QLineEdit)
    , m_security(new QComboBox)
    , m_securityNote(new ProblemLabel)
    , m_authority(new QLineEdit)
    , m_text(new QLineEdit)
    , m_problem(new ProblemLabel)
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_host->setPlaceholderText(tr("this machine"));
    m_port->setRange(1, 65'535);
    m_port->setValue(PostgresLocation().port);
    m_port->setGroupSeparatorShown(false);
    m_port->setMaximumWidth(fontMetrics().averageCharWidth() * 14);
    m_user->setPlaceholderText(tr("asked for when you sign in"));
    m_security->addItem(tr("Encrypted, the server's certificate checked"), u"verify-full"_s);
    m_security->addItem(tr("Encrypted, only the certificate's authority checked"), u"verify-ca"_s);
    m_security->addItem(tr("Encrypted, nothing checked"), u"require"_s);
    m_security->addItem(tr("Encrypted where the server can"), u"prefer"_s);
    m_security->addItem(tr("Not encrypted"), u"disable"_s);
    m_authority->setPlaceholderText(tr("the one of your database configuration"));
    auto *browse = new QPushButton(tr("&Browse…"));
    browse->setAutoDefault(false); // Return opens the store
    auto *authority = new QWidget;
    auto *row = new QHBoxLayout(authority);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_authority, 1);
    row->addWidget(browse);
    authority->setFocusProxy(m_authority);

    addRow(tr("&Host"), m_host, m_hostProblem);
    addRow(tr("&Port"), m_port);
    addRow(tr("&Database"), m_database, m_databaseProblem);
    addRow(tr("&User"), m_user);
    addRow(tr("S&ecurity"), m_security, m_securityNote);
    addRow(tr("Certificate &authority"), authority);
    addRow(tr("&Store"), m_text, m_problem);
    m_text->setToolTip(tr("The name of the store, the same on the command line. It never holds a password."));

    for (QLineEdit *field : {m_host, m_database, m_user, m_authority})
        connect(field, &QLineEdit::textEdited, this, &LocationFields::takeParts);
    connect(m_port, &QSpinBox::valueChanged, this, &LocationFields::takeParts);
    connect(m_security, &QComboBox::activated, this, [this] {
        m_hasChosen = true;
        takeParts();
    });
    connect(m_text, &QLineEdit::textEdited, this, &LocationFields::takeText);
    connect(browse, &QPushButton::clicked, this, &LocationFields::pickAuthority);
    setFocusProxy(m_host);
    takeParts();
}

void LocationFields::addRow(const QString &label, QWidget *field, ProblemLabel *problem)
{
    auto *cell = new QWidget;
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(field);
    if (problem)
        column->addWidget(problem);
    m_form->addRow(label, cell);
    static_cast<QLabel *>(m_form->labelForField(cell))->setBuddy(field);
}

void LocationFields::takeParts()
{
    PostgresLocation location;
    location.host = m_host->text().trimmed();
    location.port = m_port->value();
    location.database = m_database->text().trimmed();
    location.user = m_user->text().trimmed();
    if (!m_hasChosen)
        m_security->setCurrentIndex(m_security->findData(usualMode(location)));
    const QString mode = m_security->currentData().toString();
    if (mode != usualMode(location) || !location.isOnThisMachine())
        location.options.insert(Mode, mode);
    if (const QString file = m_authority->text().trimmed(); !file.isEmpty())
        location.options.insert(Authority, file);
    m_text->setText(location.text());
    m_hostProblem->setProblem({});
    m_databaseProblem->setProblem({});
    m_problem->setProblem({});
    showSecurity();
    Q_EMIT changed();
}

void LocationFields::takeText()
{
    const Result<PostgresLocation> location = PostgresLocation::parse(m_text->text().trimmed());
    m_hostProblem->setProblem({});
    m_databaseProblem->setProblem({});
    m_problem->setProblem(location ? QString() : inWindowLanguage(location.error().message));
    if (location) {
        const QSignalBlocker quiet(m_port);
        m_host->setText(location->host);
        m_port->setValue(location->port);
        m_database->setText(location->database);
        m_user->setText(location->user);
        m_hasChosen = location->options.contains(Mode);
        m_security->setCurrentIndex(
            m_security->findData(location->options.value(Mode, usualMode(*location))));
        m_authority->setText(location->options.value(Authority));
        showSecurity();
    }
    Q_EMIT changed();
}

void LocationFields::setLocation(const QString &location)
{
    m_text->setText(location);
    takeText();
}

void LocationFields::setProblem(const QString &problem)
{
    m_problem->setProblem(problem);
}

void LocationFields::setUserNote(const QString &placeholder)
{
    m_user->setPlaceholderText(placeholder);
}

QString LocationFields::take()
{
    const QString text = m_text->text().trimmed();
    const Result<PostgresLocation> location = PostgresLocation::parse(text);
    if (location)
        return location->text();
    if (m_text->isModified()) { // typed by hand: the fields are of before
        m_problem->setProblem(inWindowLanguage(location.error().message));
        m_text->setFocus(Qt::OtherFocusReason);
    } else if (m_database->text().trimmed().isEmpty()) {
        m_databaseProblem->setProblem(tr("Name the database that the store is in."));
        m_database->setFocus(Qt::OtherFocusReason);
    } else if (m_host->text().trimmed().contains(u' ') || m_host->text().contains(u'/')) {
        m_hostProblem->setProblem(tr("This is no host. Enter a name such as db.example.com, or an address."));
        m_host->setFocus(Qt::OtherFocusReason);
    } else {
        m_problem->setProblem(inWindowLanguage(location.error().message));
        m_text->setFocus(Qt::OtherFocusReason);
    }
    return {};
}

// What is weaker than the default beyond this machine is said, and may be.
void LocationFields::showSecurity()
{
    PostgresLocation location;
    location.host = m_host->text().trimmed();
    const QString mode = m_security->currentData().toString();
    const bool isWeak = !location.isOnThisMachine() && mode != "verify-full"_L1;
    m_securityNote->setProblem(
        isWeak ? tr("Somebody on the way could pose as the server, and read and change what is sent.")
               : QString());
}

void LocationFields::pickAuthority()
{
    auto *dialog = new QFileDialog(this, tr("Certificate authority"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.crt *.pem)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_authority->setText(path);
        takeParts();
    });
    dialog->open();
}

} // namespace rolewright
