// SPDX-License-Identifier: Apache-2.0
// How files come into the store that MainWindow shows, and out of it.
#include "core/base/writefile.h"
#include "core/exchange/policyjson.h"
#include "ui/importing/engineexportdialog.h"
#include "ui/importing/importpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"
#include "ui/shell/workbar.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QStackedWidget>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int WorkIndex = 1;
constexpr int ImportIndex = 2;

// The one file that is dragged, or nothing.
QString draggedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

void MainWindow::pickImport()
{
    auto *dialog = new QFileDialog(this, tr("Import a policy document or a table"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"pickimport"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("Policy documents and tables (*.json *.csv *.tsv *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::importFile);
    dialog->open();
}

void MainWindow::importFile(const QString &path)
{
    if (!m_workspace.isOpen()) {
        m_workspace.show({Message::Kind::Warning,
                          tr("Open a store first, or make a new one: a file is imported into a store."),
                          {},
                          {}});
        return;
    }
    if (m_workspace.isShut()) {
        m_workspace.show({Message::Kind::Warning, tr("Sign in first: a file is imported by somebody."), {}, {}});
        return;
    }
    if (m_workspace.isReadOnly()) {
        m_workspace.show({Message::Kind::Warning,
                          tr("This store is read-only: nothing can be imported into it."),
                          {},
                          {}});
        return;
    }
    const auto open = [this, path] {
        m_stack->setCurrentIndex(ImportIndex);
        m_import->open(path);
    };
    if (!m_workspace.session().isGuarded()) {
        open();
        return;
    }
    const Occasion occasion = m_workspace.occasion();
    m_workspace.session().call<void>(
        [what = QFileInfo(path).fileName(), occasion](StoreGuard &guard) {
            return guard.perform(u"policy.import"_s, what, occasion);
        },
        {}, occasion, this, [this, open](const Status &may) {
            if (may)
                open();
            else
                m_workspace.show(toMessage(may.error()));
        });
}

void MainWindow::endImport(bool imported)
{
    if (m_stack->currentIndex() != ImportIndex)
        return;
    m_stack->setCurrentIndex(WorkIndex);
    if (imported)
        m_pages->show(m_pages->indexOf(u"changes"_s));
    else
        m_pages->current()->setFocus();
}

void MainWindow::pickExport()
{
    auto *dialog = new QFileDialog(this, tr("Export the policy document"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"pickexport"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->setNameFilter(tr("Policy documents (*.json)"));
    dialog->selectFile(QFileInfo(m_workspace.service().traits().name).completeBaseName() + u".json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        exporting(QFileInfo(file).fileName(), [this, file] { exportTo(file); });
    });
    dialog->open();
}

// What is pending is no policy yet: nobody has applied it.
void MainWindow::exportTo(const QString &path)
{
    const qint64 version = m_workspace.draft().baseVersion();
    const bool dirty = m_workspace.draft().isDirty();
    m_exporting.start([policy = m_workspace.draft().base(),
                       path](const CancelToken &) { return writeOutput(path, writePolicy(policy)); },
                      [this, path, version, dirty](const Status &status) {
                          m_work->end();
                          if (!status) {
                              Message message = toMessage(status.error());
                              message.text = u"%1: %2"_s.arg(path, message.text);
                              message.actionText = tr("Try again");
                              message.action = [this, path] { exportTo(path); };
                              m_workspace.show(message);
                              return;
                          }
                          QString text = tr("Version %1 is exported to %2.").arg(version).arg(path);
                          if (dirty)
                              text += u' ' + tr("What is pending is not in it.");
                          m_workspace.show({Message::Kind::Information, text, {}, {}});
                      });
}

// Before the dialog: it writes as soon as somebody says where to.
void MainWindow::pickEngineExport()
{
    exporting(u"for an application"_s, [this] { showEngineExport(); });
}

void MainWindow::showEngineExport()
{
    auto *dialog = new EngineExportDialog(m_workspace.draft().base(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const qint64 version = m_workspace.draft().baseVersion();
    const bool dirty = m_workspace.draft().isDirty();
    connect(dialog, &EngineExportDialog::exported, this, [this, version, dirty](const QString &folder, qsizetype files, qsizetype leftOut) {
        QString text = tr("Version %1 is exported to %2: %Ln file(s).", nullptr, int(files)).arg(version).arg(folder);
        if (leftOut > 0)
            text += u' ' + tr("%Ln thing(s) are left out.", nullptr, int(leftOut));
        if (dirty)
            text += u' ' + tr("What is pending is not in it.");
        m_workspace.show({Message::Kind::Information, text, {}, {}});
    });
    dialog->open();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!draggedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

// Stores are opened; what is in any other file is imported.
void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = draggedFile(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    if (path.endsWith(u".rolewright"_s) || !m_workspace.isOpen())
        openStore(path);
    else
        importFile(path);
}

} // namespace rolewright
