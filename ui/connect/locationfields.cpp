// SPDX-License-Identifier: Apache-2.0
#include "ui/connect/locationfields.h"

#include "core/store/policystore.h"
#include "ui/widgets/coretext.h"
#include "ui/widgets/problemlabel.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QUrl>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int ServerPort = 8443;
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
    , m_kind(new QComboBox)
    , m_host(new QLineEdit)
    , m_hostProblem(new ProblemLabel)
    , m_port(new QSpinBox)
    , m_database(new QLineEdit)
    , m_databaseProblem(new ProblemLabel)
    , m_user(new QLineEdit)
    , m_security(new QComboBox)
    , m_securityNote(new ProblemLabel)
    , m_authority(new QLineEdit)
    , m_pin(new QLineEdit)
    , m_text(new QLineEdit)
    , m_problem(new ProblemLabel)
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_kind->addItem(tr("PostgreSQL database"), int(Kind::Database));
    m_kind->addItem(tr("Rolewright server"), int(Kind::Server));
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
    m_pin->setPlaceholderText(tr("none: its authority is trusted"));
    auto *browse = new QPushButton(tr("&Browse…"));
    browse->setAutoDefault(false); // Return opens the store
    auto *authority = new QWidget;
    auto *row = new QHBoxLayout(authority);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_authority, 1);
    row->addWidget(browse);
    authority->setFocusProxy(m_authority);

    m_kindRow = addRow(tr("&Kind"), m_kind);
    addRow(tr("&Host"), m_host, m_hostProblem);
    addRow(tr("&Port"), m_port);
    m_databaseRow = addRow(tr("&Database"), m_database, m_databaseProblem);
    addRow(tr("&User"), m_user);
    m_securityRow = addRow(tr("S&ecurity"), m_security, m_securityNote);
    addRow(tr("Certificate &authority"), authority);
    m_pinRow = addRow(tr("&Fingerprint"), m_pin);
    addRow(tr("&Store"), m_text, m_problem);
    m_text->setToolTip(tr("The name of the store, the same on the command line. It never holds a password."));

    connect(m_kind, &QComboBox::activated, this, &LocationFields::takeKind);
    for (QLineEdit *field : {m_host, m_database, m_user, m_authority, m_pin})
        connect(field, &QLineEdit::textEdited, this, &LocationFields::takeParts);
    connect(m_port, &QSpinBox::valueChanged, this, &LocationFields::takeParts);
    connect(m_security, &QComboBox::activated, this, [this] {
        m_hasChosen = true;
        takeParts();
    });
    connect(m_text, &QLineEdit::textEdited, this, &LocationFields::takeText);
    connect(browse, &QPushButton::clicked, this, &LocationFields::pickAuthority);
    setFocusProxy(m_host);
    takeKind();
}

QWidget *LocationFields::addRow(const QString &label, QWidget *field, ProblemLabel *problem)
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
    return cell;
}

void LocationFields::add(const QString &label, QWidget *field)
{
    addRow(label, field);
}

LocationFields::Kind LocationFields::kind() const
{
    return Kind(m_kind->currentData().toInt());
}

void LocationFields::keepTo(Kind kind)
{
    m_kind->setCurrentIndex(m_kind->findData(int(kind)));
    m_form->setRowVisible(m_kindRow, false);
    takeKind();
}

void LocationFields::takeKind()
{
    const QSignalBlocker quiet(m_port);
    const bool isServer = kind() == Kind::Server;
    const int usual = PostgresLocation().port;
    if (m_port->value() == (isServer ? usual : ServerPort))
        m_port->setValue(isServer ? ServerPort : usual);
    showRows();
    takeParts();
}

void LocationFields::showRows()
{
    const bool isServer = kind() == Kind::Server;
    m_form->setRowVisible(m_databaseRow, !isServer);
    m_form->setRowVisible(m_securityRow, !isServer);
    m_form->setRowVisible(m_pinRow, isServer);
    m_host->setPlaceholderText(isServer ? u"policies.example.com"_s : tr("this machine"));
    m_authority->setPlaceholderText(isServer ? tr("those of the system")
                                             : tr("that of your database configuration"));
}

void LocationFields::takeParts()
{
    m_text->setText(kind() == Kind::Server ? textOfServer() : textOfDatabase());
    clearProblems();
    showSecurity();
}

QString LocationFields::textOfDatabase()
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
    return location.text();
}

// Also of what is no server yet: take() says why.
QString LocationFields::textOfServer() const
{
    QUrl url;
    url.setScheme(u"https"_s);
    url.setHost(m_host->text().trimmed());
    url.setPort(m_port->value());
    HttpLocation location;
    location.address = url.toString();
    location.user = m_user->text().trimmed();
    location.authorities = m_authority->text().trimmed();
    const QString text = location.text();
    QString pin = m_pin->text().simplified().remove(u' ');
    if (pin.isEmpty())
        return text;
    if (!pin.startsWith("sha256:"_L1))
        pin.prepend(u"sha256:"_s);
    return text + (text.contains(u'?') ? u'&' : u'?') + u"pin="_s + pin;
}

void LocationFields::takeText()
{
    clearProblems();
    const QString text = m_text->text().trimmed();
    if (HttpLocation::isHttp(text) && m_form->isRowVisible(m_kindRow)) {
        const Result<HttpLocation> location = HttpLocation::parse(text);
        if (location)
            show(*location);
        else
            m_problem->setProblem(inWindowLanguage(location.error().message));
    } else {
        const Result<PostgresLocation> location = PostgresLocation::parse(text);
        if (location)
            show(*location);
        else
            m_problem->setProblem(inWindowLanguage(location.error().message));
    }
    showRows();
    showSecurity();
}

void LocationFields::show(const PostgresLocation &location)
{
    const QSignalBlocker quiet(m_port);
    m_kind->setCurrentIndex(m_kind->findData(int(Kind::Database)));
    m_host->setText(location.host);
    m_port->setValue(location.port);
    m_database->setText(location.database);
    m_user->setText(location.user);
    m_hasChosen = location.options.contains(Mode);
    m_security->setCurrentIndex(m_security->findData(location.options.value(Mode, usualMode(location))));
    m_authority->setText(location.options.value(Authority));
}

void LocationFields::show(const HttpLocation &location)
{
    const QSignalBlocker quiet(m_port);
    const QUrl url(location.address);
    m_kind->setCurrentIndex(m_kind->findData(int(Kind::Server)));
    m_host->setText(url.host());
    m_port->setValue(url.port(url.scheme() == "http"_L1 ? 80 : 443));
    m_user->setText(location.user);
    m_authority->setText(location.authorities);
    m_pin->setText(location.pin.isEmpty() ? QString()
                                          : u"sha256:"_s + QString::fromLatin1(location.pin.toHex()));
}

void LocationFields::setPin(const QString &pin)
{
    m_authority->clear();
    m_pin->setText(pin);
    takeParts();
}

void LocationFields::setProblem(const QString &problem)
{
    m_problem->setProblem(problem);
}

void LocationFields::clearProblems()
{
    for (ProblemLabel *label : {m_hostProblem, m_databaseProblem, m_problem})
        label->setProblem({});
}

QString LocationFields::take()
{
    const QString text = m_text->text().trimmed();
    const bool isServer = HttpLocation::isHttp(text);
    const Result<HttpLocation> server = HttpLocation::parse(text);
    const Result<PostgresLocation> database = PostgresLocation::parse(text);
    if (isServer && server)
        return server->text();
    if (!isServer && database)
        return database->text();
    QLineEdit *wrong = m_text;
    if (m_text->isModified()) { // typed by hand: the fields are of before
        m_problem->setProblem(inWindowLanguage((isServer ? server.error() : database.error()).message));
    } else if (isServer && m_host->text().trimmed().isEmpty()) {
        m_hostProblem->setProblem(tr("Name the host that the server runs on."));
        wrong = m_host;
    } else if (!isServer && m_database->text().trimmed().isEmpty()) {
        m_databaseProblem->setProblem(tr("Name the database that the store is in."));
        wrong = m_database;
    } else if (QUrl::fromUserInput(m_host->text().trimmed()).host().isEmpty()) {
        m_hostProblem->setProblem(tr("This is no host. Enter a name such as db.example.com, or an address."));
        wrong = m_host;
    } else {
        m_problem->setProblem(inWindowLanguage((isServer ? server.error() : database.error()).message));
    }
    wrong->setFocus(Qt::OtherFocusReason);
    return {};
}

// What is weaker than the default beyond this machine is said, and may be.
void LocationFields::showSecurity()
{
    PostgresLocation location;
    location.host = m_host->text().trimmed();
    const QString mode = m_security->currentData().toString();
    const bool isWeak = kind() == Kind::Database && !location.isOnThisMachine() && mode != "verify-full"_L1;
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
