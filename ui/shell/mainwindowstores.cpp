// SPDX-License-Identifier: Apache-2.0
// How MainWindow comes to a store.
#include "core/exchange/policyjson.h"
#include "core/exchange/sample.h"
#include "ui/admin/signinpage.h"
#include "ui/connect/connectdialog.h"
#include "ui/connect/newdatabasedialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/startpage.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QStandardPaths>

namespace rolewright {

using namespace Qt::StringLiterals;

void MainWindow::pickStore(bool fresh)
{
    auto *dialog = new QFileDialog(this, fresh ? tr("New store") : tr("Open a store"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"pickstore"_s);
    if (fresh) {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(u"rolewright"_s);
        dialog->setNameFilter(tr("Rolewright stores (*.rolewright)"));
        // A store is never overwritten; the refusal says so.
        dialog->setOption(QFileDialog::DontConfirmOverwrite);
    } else {
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilters(
            {tr("Stores and policy documents (*.rolewright *.json)"), tr("All files (*)")});
    }
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, fresh](const QString &path) { fresh ? newStore(path) : openStore(path); });
    dialog->open();
}

void MainWindow::askRemote()
{
    auto *dialog = new ConnectDialog(m_workspace, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::makeRemote()
{
    auto *dialog = new NewDatabaseDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewDatabaseDialog::made, this,
            [this](const QString &location, const QString &user, const SharedSecret &password) {
                m_signIn->expect(location, user, password);
                openStore(location);
            });
    dialog->open();
}

void MainWindow::newStore(const QString &location)
{
    m_workspace.create(location, Policy());
}

void MainWindow::openLast()
{
    if (m_settings.reopensLast() && !m_settings.lastStore().isEmpty())
        openStore(m_settings.lastStore());
}

void MainWindow::openSample()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    const QString location = folder + u"/newsroom.rolewright"_s;
    if (QFile::exists(location)) {
        openStore(location);
        return;
    }
    if (!QDir().mkpath(folder)) {
        m_workspace.show(
            {Message::Kind::Error,
             tr("The folder %1 for the sample cannot be made. Check its permissions.").arg(folder),
             {},
             {}});
        return;
    }
    const Result<Policy> newsroom = readPolicy(newsroomSample());
    Q_ASSERT(newsroom); // a part of the program
    m_workspace.create(location, *newsroom);
}

void MainWindow::updateRecent()
{
    const QStringList stores = m_settings.recentStores();
    m_start->setRecentStores(stores);
    m_recentMenu->clear();
    for (const QString &store : stores)
        m_recentMenu->addAction(QString(store).replace(u'&', u"&&"_s), this,
                                [this, store] { openStore(store); });
    m_recentMenu->setEnabled(!stores.isEmpty());
}

} // namespace rolewright
