// SPDX-License-Identifier: Apache-2.0
// What MainWindow prints: the page that is shown.
#include "ui/audit/auditpage.h"
#include "ui/matrix/matrixpage.h"
#include "ui/matrix/matrixpane.h"
#include "ui/print/printing.h"
#include "ui/roles/rolespage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPrintDialog>
#include <QPrinter>

namespace rolewright {

using namespace Qt::StringLiterals;

void MainWindow::askPrinter()
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(m_workspace.service().traits().name);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The dialog has the printer in its care until it is closed.
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this,
            [this, printer] {
                exporting(u"print"_s, [this, printer] { print({{}, printer}); });
            });
    connect(dialog, &QObject::destroyed, this, [printer] { });
    dialog->open();
}

void MainWindow::askPdf()
{
    auto *dialog = new QFileDialog(this, tr("Export as PDF"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("PDF (*.pdf)"));
    dialog->setDefaultSuffix(u"pdf"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        exporting(QFileInfo(file).fileName(), [this, file] { exportPdf(file); });
    });
    dialog->open();
}

void MainWindow::exportPdf(const QString &path)
{
    print({path, {}});
}

void MainWindow::print(const PrintTarget &target)
{
    QWidget *page = m_pages->current();
    if (page == m_matrix) {
        MatrixPane &pane = m_matrix->currentPane();
        QString title = tr("Matrix");
        if (&pane == &m_matrix->permissions())
            title = tr("Permissions × Roles");
        else if (&pane == &m_matrix->users())
            title = tr("Users × Roles");
        m_printing->printMatrix(pane.model(), title, target);
    } else if (page == m_roles && !m_roles->selectedKey().isEmpty()) {
        m_printing->printRole(m_roles->selectedKey(), target);
    } else if (page == m_audit) {
        m_audit->withChosen(
            [this, filter = m_audit->filterLine(), target](const QList<AuditEvent> &events) {
                m_printing->printTrail(events, filter, target);
            });
    } else {
        m_workspace.show({Message::Kind::Information,
                          tr("This page cannot be printed: the matrix, a role and the audit trail can."),
                          {},
                          {}});
    }
}

} // namespace rolewright
