// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/about.h"

#include "ui/shell/icons.h"
#include "ui/shell/mainwindow.h"

#include <QMessageBox>

namespace rolewright {

using namespace Qt::StringLiterals;

void showAboutStore(Workspace &workspace, QWidget *window)
{
    const StoreTraits &traits = workspace.service().traits();
    auto *box = new QMessageBox(
        QMessageBox::Information, MainWindow::tr("About this store"),
        MainWindow::tr("%1, version %2").arg(traits.name).arg(workspace.draft().baseVersion()),
        QMessageBox::Ok, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(u"%1\n\n%2"_s.arg(traits.location, noticeOf(traits)).trimmed());
    box->open();
}

void showAbout(QWidget *window)
{
    auto *box =
        new QMessageBox(QMessageBox::NoIcon, MainWindow::tr("About Rolewright"),
                        u"Rolewright %1"_s.arg(QStringLiteral(ROLEWRIGHT_VERSION)), QMessageBox::Ok, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(icon(u"rolewright"_s, window->palette()).pixmap(64, 64));
    box->setInformativeText(
        MainWindow::tr("A policy editor for role-based access control.\nApache License 2.0"));
    box->open();
}

} // namespace rolewright
