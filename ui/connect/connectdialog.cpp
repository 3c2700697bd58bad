// SPDX-License-Identifier: Apache-2.0
#include "ui/connect/connectdialog.h"

#include "ui/connect/locationfields.h"
#include "ui/widgets/coretext.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace rolewright {

using namespace Qt::StringLiterals;

ConnectDialog::ConnectDialog(Workspace &workspace, QWidget *parent)
    : GrowingDialog(parent)
    , m_workspace(workspace)
    , m_fields(new LocationFields)
    , m_trust(new QPushButton(tr("&Trust this certificate")))
    , m_progress(new QProgressBar)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Open | QDialogButtonBox::Cancel))
{
    setObjectName(u"connect"_s);
    setWindowTitle(tr("Open a database or server"));
    auto *what = new QLabel(tr("A policy that several administrators work on, in a PostgreSQL database or "
                               "behind a Rolewright server."));
    what->setWordWrap(true);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Opening the store"));
    m_trust->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->addWidget(what);
    column->addSpacing(8);
    column->addWidget(m_fields);
    column->addWidget(m_trust, 0, Qt::AlignRight);
    column->addStretch(1);
    column->addWidget(m_progress);
    column->addWidget(m_buttons);
    resize(fontMetrics().averageCharWidth() * 84, sizeHint().height());
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ConnectDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ConnectDialog::reject);
    connect(m_trust, &QPushButton::clicked, this, [this] {
        m_fields->setPin(m_shown);
        accept();
    });
    connect(&workspace, &Workspace::storeChanged, this, [this] {
        if (m_running && m_workspace.isOpen())
            done(Accepted);
    });
    connect(&workspace, &Workspace::openFailed, this, [this](const QString &, const Error &error) {
        if (std::exchange(m_running, false))
            fail(error);
    });
    m_buttons->button(QDialogButtonBox::Open)->setDefault(true);
    setRunning(false);
    m_fields->setFocus();
}

void ConnectDialog::accept()
{
    const QString location = m_running ? QString() : m_fields->take();
    if (location.isEmpty())
        return;
    m_fields->setProblem({});
    m_shown.clear();
    setRunning(true);
    m_workspace.open(location);
}

void ConnectDialog::reject()
{
    if (std::exchange(m_running, false))
        m_workspace.cancelOpening();
    QDialog::reject();
}

void ConnectDialog::fail(const Error &error)
{
    QString problem = toMessage(error).text;
    for (const Finding &finding : error.findings) {
        if (finding.code != "certificate"_L1)
            continue;
        m_shown = finding.place;
        problem = tr("The server's certificate is vouched for by nobody whom this computer trusts. %1 Its "
                     "fingerprint is %2: "
                     "trust it if whoever runs the server confirms that.")
                      .arg(inWindowLanguage(finding.message), finding.place);
    }
    m_fields->setProblem(problem);
    setRunning(false);
    m_fields->setFocus(Qt::OtherFocusReason); // what was disabled has lost it
}

void ConnectDialog::setRunning(bool running)
{
    m_running = running;
    m_progress->setVisible(running);
    m_trust->setVisible(!running && !m_shown.isEmpty());
    m_fields->setEnabled(!running);
    m_buttons->button(QDialogButtonBox::Open)->setEnabled(!running);
}

} // namespace rolewright
