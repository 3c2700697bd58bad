// SPDX-License-Identifier: Apache-2.0
// The menus of MainWindow and what they start.
#include "core/base/text.h"
#include "core/exchange/policyjson.h"
#include "core/exchange/sample.h"
#include "ui/changes/changespage.h"
#include "ui/matrix/matrixpage.h"
#include "ui/matrix/matrixpane.h"
#include "ui/shell/changesbar.h"
#include "ui/shell/icons.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/startpage.h"
#include "ui/simulate/simulatepanel.h"

#include <QActionGroup>
#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QInputDialog>
#include <QListWidget>
#include <QMenuBar>
#include <QMessageBox>
#include <QStackedWidget>
#include <QStandardPaths>

namespace rolewright {

using namespace Qt::StringLiterals;

QAction *MainWindow::addAction(QMenu *menu, const QString &name, const QString &text,
                               const QKeySequence &keys, std::function<void()> run)
{
    QAction *action = menu->addAction(text);
    action->setObjectName(name);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, std::move(run));
    return action;
}

void MainWindow::makeFileMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&File"));
    addAction(menu, u"new"_s, tr("&New store…"), QKeySequence::New, [this] { pickStore(true); });
    addAction(menu, u"open"_s, tr("&Open store…"), QKeySequence::Open, [this] { pickStore(false); });
    m_recentMenu = menu->addMenu(tr("Open &recent"));
    addAction(menu, u"sample"_s, tr("Open the &sample"), {}, [this] { openSample(); });
    menu->addSeparator();
    m_storeActions.append(addAction(menu, u"close"_s, tr("&Close store"), QKeySequence::Close,
                                    [this] { m_workspace.close(); }));
    addAction(menu, u"actor"_s, tr("&Name in the audit trail…"), {}, [this] { askActor(); });
    menu->addSeparator();
    addAction(menu, u"quit"_s, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });
}

void MainWindow::makeEditMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Edit"));
    QAction *undo = m_workspace.undoStack().createUndoAction(this, tr("&Undo"));
    undo->setObjectName(u"undo"_s);
    undo->setShortcut(QKeySequence::Undo);
    QAction *redo = m_workspace.undoStack().createRedoAction(this, tr("&Redo"));
    redo->setObjectName(u"redo"_s);
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    menu->addActions({undo, redo});
    menu->addSeparator();
    // Keys that a table handles itself are told, not taken: they belong to whatever has the focus.
    const auto matrixAction = [&](const QString &name, const QString &text, const QString &keys,
                                  void (MatrixView::*run)()) {
        QAction *action = addAction(menu, name, text + u'\t' + keys, {}, [this, run] {
            showPage(m_matrix);
            (m_matrix->currentPane().view().*run)();
        });
        m_storeActions.append(action);
    };
    matrixAction(u"copy"_s, tr("&Copy cells"), u"Ctrl+C"_s, &MatrixView::copy);
    matrixAction(u"toggle"_s, tr("&Toggle cells"), tr("Space"), &MatrixView::toggle);
    matrixAction(u"give"_s, tr("&Grant"), tr("Insert"), &MatrixView::give);
    matrixAction(u"take"_s, tr("Re&voke"), tr("Delete"), &MatrixView::take);
    m_storeActions.append(addAction(menu, u"newpermission"_s, tr("New &permission…"),
                                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), [this] {
                                        showPage(m_matrix);
                                        m_matrix->askNewPermission();
                                    }));
    menu->addSeparator();
    m_dirtyActions.append(
        addAction(menu, u"apply"_s, tr("&Apply…"), QKeySequence::Save, [this] { apply(); }));
    m_dirtyActions.append(addAction(menu, u"discard"_s, tr("&Discard all pending changes"), {},
                                    [this] { m_workspace.discard(); }));
}

void MainWindow::makeViewMenu()
{
    m_viewMenu = menuBar()->addMenu(tr("&View"));
    for (int i = 0; i < m_pages->count(); ++i) {
        const QString title = m_pageList->item(i)->data(Qt::UserRole + 1).toString();
        m_storeActions.append(addAction(m_viewMenu, u"page%1"_s.arg(i), title,
                                        QKeySequence(Qt::CTRL | (Qt::Key_1 + i)),
                                        [this, i] { showPage(i); }));
    }
    QAction *simulate = m_simulateDock->toggleViewAction();
    simulate->setText(tr("&Simulate access"));
    simulate->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    m_viewMenu->addAction(simulate);
    m_storeActions.append(simulate);
    m_viewMenu->addSeparator();
    m_storeActions.append(
        addAction(m_viewMenu, u"filter"_s, tr("&Filter the matrix"), QKeySequence::Find, [this] {
            showPage(m_matrix);
            m_matrix->currentPane().focusFilter();
        }));
    m_storeActions.append(addAction(m_viewMenu, u"unfold"_s, tr("&Unfold all groups"),
                                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Plus),
                                    [this] { m_matrix->foldAll(false); }));
    m_storeActions.append(addAction(m_viewMenu, u"fold"_s, tr("F&old all groups"),
                                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Minus),
                                    [this] { m_matrix->foldAll(true); }));
    m_storeActions.append(addAction(m_viewMenu, u"panes"_s, tr("&Next pane"), QKeySequence(Qt::Key_F6),
                                    [this] { cyclePanes(); }));
    m_viewMenu->addSeparator();

    QMenu *themes = m_viewMenu->addMenu(tr("&Theme"));
    auto *group = new QActionGroup(this);
    const auto theme = [&](const QString &name, const QString &text, ThemeChoice choice) {
        QAction *action = addAction(themes, name, text, {}, [this, choice] {
            m_settings.setTheme(choice);
            applyTheme(choice, m_settings.zoom());
        });
        action->setCheckable(true);
        action->setChecked(m_settings.theme() == choice);
        group->addAction(action);
    };
    theme(u"theme-system"_s, tr("Like the &system"), ThemeChoice::System);
    theme(u"theme-light"_s, tr("&Light"), ThemeChoice::Light);
    theme(u"theme-dark"_s, tr("&Dark"), ThemeChoice::Dark);
    addAction(m_viewMenu, u"larger"_s, tr("&Larger"), QKeySequence::ZoomIn, [this] {
        zoomBy(10);
    })->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    addAction(m_viewMenu, u"smaller"_s, tr("S&maller"), QKeySequence(Qt::CTRL | Qt::Key_Minus),
              [this] { zoomBy(-10); });
    addAction(m_viewMenu, u"normal"_s, tr("Normal si&ze"), QKeySequence(Qt::CTRL | Qt::Key_0),
              [this] { zoomBy(100 - m_settings.zoom()); });
}

void MainWindow::makeHelpMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Help"));
    m_storeActions.append(
        addAction(menu, u"aboutstore"_s, tr("About this &store"), {}, [this] { aboutStore(); }));
    addAction(menu, u"about"_s, tr("&About Rolewright"), {}, [this] { about(); });
}

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

void MainWindow::newStore(const QString &location)
{
    m_workspace.create(location, Policy());
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

void MainWindow::zoomBy(int percent)
{
    m_settings.setZoom(m_settings.zoom() + percent);
    applyTheme(m_settings.theme(), m_settings.zoom());
}

void MainWindow::cyclePanes()
{
    QList<QWidget *> panes{m_pageList, m_pages->currentWidget()};
    if (m_simulateDock->isVisible())
        panes.append(m_simulate);
    panes.append(m_changesBar);
    QWidget *focus = QApplication::focusWidget();
    qsizetype now = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (focus && (panes.at(i) == focus || panes.at(i)->isAncestorOf(focus)))
            now = i;
    }
    for (qsizetype step = 1; step <= panes.size(); ++step) {
        QWidget *next = panes.at((now + step) % panes.size());
        // The first thing in the pane that takes the focus.
        QWidget *target = next->focusProxy() || next->focusPolicy() != Qt::NoFocus ? next : nullptr;
        for (QWidget *child : next->findChildren<QWidget *>()) {
            if (!target && child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus))
                target = child;
        }
        if (target) {
            target->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

void MainWindow::askActor()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Name in the audit trail"));
    dialog->setLabelText(tr("Changes are recorded under this name:"));
    dialog->setTextValue(m_workspace.actor());
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &typed) {
        const QString name = toNfc(typed.trimmed());
        if (const auto problem = problemOfName(name)) {
            m_workspace.show({Message::Kind::Warning, tr("The name %1.").arg(*problem), tr("Try again"),
                              [this] { askActor(); }});
            return;
        }
        m_settings.setActor(name);
        m_workspace.setActor(name);
    });
    dialog->open();
}

void MainWindow::aboutStore()
{
    const StoreTraits &traits = m_workspace.service().traits();
    auto *box = new QMessageBox(QMessageBox::Information, tr("About this store"),
                                tr("%1, version %2").arg(traits.name).arg(m_workspace.draft().baseVersion()),
                                QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(u"%1\n\n%2"_s.arg(traits.location, traits.notice).trimmed());
    box->open();
}

void MainWindow::about()
{
    auto *box =
        new QMessageBox(QMessageBox::NoIcon, tr("About Rolewright"),
                        u"Rolewright %1"_s.arg(QStringLiteral(ROLEWRIGHT_VERSION)), QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(icon(u"rolewright"_s, palette()).pixmap(64, 64));
    box->setInformativeText(tr("A policy editor for role-based access control.\nApache License 2.0"));
    box->open();
}

} // namespace rolewright
