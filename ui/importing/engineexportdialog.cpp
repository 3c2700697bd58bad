// SPDX-License-Identifier: Apache-2.0
#include "ui/importing/engineexportdialog.h"

#include "core/exchange/enginefolder.h"
#include "ui/importing/findinglistmodel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>

namespace rolewright {

using namespace Qt::StringLiterals;

EngineExportDialog::EngineExportDialog(const Policy &policy, QWidget *parent)
    : QDialog(parent)
    , m_policy(policy)
    , m_engine(new QComboBox)
    , m_about(new QLabel)
    , m_leftOutTitle(new QLabel)
    , m_leftOut(new FindingListModel(this))
    , m_list(new QListView)
    , m_problem(new QLabel)
    , m_export(new QPushButton(tr("&Choose a new folder…")))
{
    setWindowTitle(tr("Export for an application"));
    setObjectName(u"engineexport"_s);
    m_engine->addItems({u"Casbin"_s, u"Cedar"_s, u"Cerbos"_s, tr("Python (FastAPI)")}); // as Engine has them
    for (QLabel *label : {m_about, m_leftOutTitle, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_list->setModel(m_leftOut);
    m_list->setWordWrap(true);
    m_list->setAccessibleName(tr("What is left out"));
    m_problem->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_export, QDialogButtonBox::ActionRole);
    m_export->setDefault(true);
    auto *form = new QFormLayout;
    auto *label = new QLabel(tr("&Engine that the application asks"));
    label->setBuddy(m_engine);
    form->addRow(label, m_engine);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_about);
    column->addWidget(m_leftOutTitle);
    column->addWidget(m_list, 1);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 22);
    connect(m_engine, &QComboBox::currentIndexChanged, this, &EngineExportDialog::look);
    connect(m_export, &QPushButton::clicked, this, &EngineExportDialog::pickFolder);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    look();
}

QString EngineExportDialog::aboutOf(Engine engine)
{
    switch (engine) {
    case Engine::Casbin:
        return tr("A model and a policy for node-casbin: model.conf, policy.csv.");
    case Engine::Cedar:
        return tr("Policies and entities for Cedar: policies.cedar, entities.json.");
    case Engine::Cerbos:
        return tr("A policy file for each resource type, and the users and roles as constants.");
    case Engine::Python:
        return tr("A module that decides by itself, dependencies for FastAPI, and the policy they read: no engine, "
                  "nothing to install.");
    }
    return {};
}

void EngineExportDialog::look()
{
    const auto engine = Engine(m_engine->currentIndex());
    m_about->setText(aboutOf(engine));
    m_made.reset();
    m_export->setEnabled(false);
    m_problem->hide();
    m_leftOut->set({});
    m_leftOutTitle->setText(tr("Looking what it can express…"));
    m_making.start([policy = m_policy, engine](const CancelToken &) { return exportFor(engine, policy, true); },
                   [this](const Result<EngineExport> &made) { take(made); });
}

void EngineExportDialog::take(const Result<EngineExport> &made)
{
    const Findings findings = made ? made->leftOut : made.error().findings;
    m_leftOut->set(findings);
    m_export->setEnabled(made.has_value());
    m_export->setDefault(made.has_value()); // a disabled one has handed it on
    if (!made) {
        m_leftOutTitle->setText(made.error().message);
        return;
    }
    m_made = *made;
    m_leftOutTitle->setText(
        findings.isEmpty()
            ? tr("It can express all that decides. What it decides there is what Rolewright decides.")
            : tr("It cannot express the following %Ln, which is left out. Nobody is ever allowed more for it, but some may be "
                 "allowed less.",
                 nullptr, int(findings.size())));
}

void EngineExportDialog::pickFolder()
{
    auto *dialog = new QFileDialog(this, tr("Name a new folder for the export"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"pickenginefolder"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(m_engine->currentText().section(u' ', 0, 0).toLower() + u"-policy"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &EngineExportDialog::exportTo);
    dialog->open();
}

void EngineExportDialog::exportTo(const QString &folder)
{
    if (!m_made)
        return;
    m_problem->hide();
    m_export->setEnabled(false);
    m_writing.start([folder, files = m_made->files](const CancelToken &) { return writeFolder(folder, files); },
                    [this, folder](const Status &status) {
                        m_export->setEnabled(true);
                        m_problem->setVisible(!status);
                        if (!status) {
                            m_problem->setText(u"%1: %2"_s.arg(folder, status.error().message));
                            return;
                        }
                        Q_EMIT exported(folder, m_made->files.size(), m_made->leftOut.size());
                        accept();
                    });
}

} // namespace rolewright
