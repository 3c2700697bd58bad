// SPDX-License-Identifier: Apache-2.0
#include "ui/connect/connectdialog.h"

#include "ui/connect/locationfields.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace rolewright {

using namespace Qt::StringLiterals;

ConnectDialog::ConnectDialog(Workspace &workspace, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_fields(new LocationFields)
    , m_progress(new QProgressBar)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Open | QDialogButtonBox::Cancel))
{
    setObjectName(u"connect"_s);
    setWindowTitle(tr("Open a database"));
    auto *what = new QLabel(tr("A policy in a PostgreSQL database, which several administrators work on."));
    what->setWordWrap(true);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Opening the store"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(what);
    column->addSpacing(8);
    column->addWidget(m_fields);
    column->addStretch(1);
    column->addWidget(m_progress);
    column->addWidget(m_buttons);
    resize(fontMetrics().averageCharWidth() * 84, sizeHint().height());
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ConnectDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ConnectDialog::reject);
    connect(&workspace, &Workspace::messageRaised, this,
            [this](const Message &message) { m_problem = message.text; });
    connect(&workspace, &Workspace::storeChanged, this, [this] {
        if (m_running && m_workspace.isOpen())
            done(Accepted);
    });
    connect(&workspace, &Workspace::openFailed, this, [this] {
        if (!std::exchange(m_running, false))
            return;
        m_fields->setProblem(m_problem);
        setRunning(false);
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
    setRunning(true);
    m_workspace.open(location);
}

void ConnectDialog::reject()
{
    if (std::exchange(m_running, false))
        m_workspace.cancelOpening();
    QDialog::reject();
}

void ConnectDialog::setRunning(bool running)
{
    m_running = running;
    m_progress->setVisible(running);
    m_fields->setEnabled(!running);
    m_buttons->button(QDialogButtonBox::Open)->setEnabled(!running);
}

} // namespace rolewright
