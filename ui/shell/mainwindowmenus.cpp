// SPDX-License-Identifier: Apache-2.0
// The menus of MainWindow and what they start.
#include "core/base/text.h"
#include "ui/changes/changespage.h"
#include "ui/help/helpwindow.h"
#include "ui/importing/importpage.h"
#include "ui/keys/keysdialog.h"
#include "ui/matrix/matrixpage.h"
#include "ui/matrix/matrixpane.h"
#include "ui/palette/palette.h"
#include "ui/shell/about.h"
#include "ui/shell/actions.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"
#include "ui/widgets/coretext.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QInputDialog>
#include <QMenuBar>
#include <QStackedWidget>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int ViewedPages = 9; // by Ctrl and their number; the rest are tools

} // namespace

void MainWindow::makeFileMenu()
{
    using enum Actions::Needs;
    QMenu *menu = menuBar()->addMenu(tr("&File"));
    m_actions->add(menu, u"new"_s, tr("&New store…"), QKeySequence::New, Nothing,
                   [this] { pickStore(true); });
    m_actions->add(menu, u"newremote"_s, tr("New da&tabase store…"), {}, Nothing, [this] { makeRemote(); });
    m_actions->add(menu, u"open"_s, tr("&Open store…"), QKeySequence::Open, Nothing,
                   [this] { pickStore(false); });
    m_actions->add(menu, u"openremote"_s, tr("Open &database or server…"), Qt::CTRL | Qt::SHIFT | Qt::Key_O, Nothing,
                   [this] { askRemote(); });
    m_recentMenu = menu->addMenu(tr("Open &recent"));
    m_actions->add(menu, u"sample"_s, tr("Open the &sample"), {}, Nothing, [this] { openSample(); });
    QAction *reopen =
        m_actions->add(menu, u"reopen"_s, tr("Re&open the last store at start"), {}, Nothing, [] {});
    reopen->setCheckable(true);
    reopen->setChecked(m_settings.reopensLast());
    connect(reopen, &QAction::toggled, this, [this](bool on) { m_settings.setReopensLast(on); });
    menu->addSeparator();
    m_actions->add(menu, u"import"_s, tr("&Import…"), Qt::CTRL | Qt::Key_I, Editable,
                   [this] { pickImport(); });
    m_actions->add(menu, u"export"_s, tr("&Export…"), Qt::CTRL | Qt::Key_E, Store, [this] { pickExport(); });
    m_actions->add(menu, u"exportengine"_s, tr("Export for an applica&tion…"), {}, Store, [this] { pickEngineExport(); });
    menu->addSeparator();
    m_actions->add(menu, u"print"_s, tr("&Print…"), QKeySequence::Print, Store, [this] { askPrinter(); });
    m_actions->add(menu, u"pdf"_s, tr("&Export PDF…"), {}, Store, [this] { askPdf(); });
    menu->addSeparator();
    m_actions->add(menu, u"close"_s, tr("&Close store"), QKeySequence::Close, Opened,
                   [this] { m_workspace.close(); });
    m_actions->add(menu, u"actor"_s, tr("&Name in the audit trail…"), {}, Nothing, [this] { askActor(); });
    menu->addSeparator();
    m_actions->add(menu, u"quit"_s, tr("&Quit"), Qt::CTRL | Qt::Key_Q, Nothing, [this] { close(); });
}

void MainWindow::makeEditMenu()
{
    using enum Actions::Needs;
    QMenu *menu = menuBar()->addMenu(tr("&Edit"));
    QUndoStack &stack = m_workspace.undoStack();
    m_actions->adopt(menu, u"undo"_s, stack.createUndoAction(this, tr("&Undo")),
                     {QKeySequence(QKeySequence::Undo)}, Nothing);
    m_actions->adopt(menu, u"redo"_s, stack.createRedoAction(this, tr("&Redo")),
                     {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y}, Nothing);
    menu->addSeparator();
    const auto matrixAction = [&](const QString &name, const QString &text, const QString &keys,
                                  Actions::Needs needs, void (MatrixView::*run)()) {
        m_actions->add(menu, name, text + u'\t' + keys, {}, needs, [this, run, edits = needs == Editable] {
            const bool isSeen = m_pages->current() == m_matrix;
            m_pages->show(m_matrix);
            if (isSeen || !edits)
                (m_matrix->currentPane().view().*run)();
            else // nobody knows on another page which cells are selected here
                m_workspace.show({Message::Kind::Information,
                                  tr("Nothing is changed yet. These are the selected cells: choose it again to change them."),
                                  {},
                                  {}});
        });
    };
    const auto native = [](QKeySequence::StandardKey key) {
        return QKeySequence(key).toString(QKeySequence::NativeText);
    };
    matrixAction(u"copy"_s, tr("&Copy cells"), native(QKeySequence::Copy), Store, &MatrixView::copy);
    matrixAction(u"paste"_s, tr("Pa&ste cells"), native(QKeySequence::Paste), Editable, &MatrixView::paste);
    matrixAction(u"toggle"_s, tr("&Toggle cells"), tr("Space"), Editable, &MatrixView::toggle);
    matrixAction(u"give"_s, tr("&Grant"), tr("Insert"), Editable, &MatrixView::give);
    matrixAction(u"take"_s, tr("Re&voke"), tr("Delete"), Editable, &MatrixView::take);
}

void MainWindow::makeViewMenu()
{
    using enum Actions::Needs;
    m_viewMenu = menuBar()->addMenu(tr("&View"));
    for (int i = 0; i < std::min(m_pages->count(), ViewedPages); ++i)
        addPage(m_viewMenu, i, QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)));
    QAction *simulate = m_simulateDock->toggleViewAction();
    simulate->setText(tr("&Simulate access"));
    m_actions->adopt(m_viewMenu, u"simulate"_s, simulate, {Qt::CTRL | Qt::SHIFT | Qt::Key_S}, Store);
    m_historyDock->toggleViewAction()->setText(tr("&History"));
    m_actions->adopt(m_viewMenu, u"history"_s, m_historyDock->toggleViewAction(),
                     {Qt::CTRL | Qt::SHIFT | Qt::Key_H}, Store);
    m_viewMenu->addSeparator();
    QAction *palette = m_actions->add(m_viewMenu, u"palette"_s, tr("Sear&ch or command…"),
                                      Qt::CTRL | Qt::Key_K, Nothing, [this] { m_palette->open(); });
    const auto tell = [this, palette] { m_palette->setKeys(Actions::keysOf(palette)); };
    connect(palette, &QAction::changed, m_palette, tell);
    tell();
    m_actions->add(m_viewMenu, u"filter"_s, tr("&Filter this page"), QKeySequence::Find, Store,
                   [this] { focusFilter(); });
    m_actions->add(m_viewMenu, u"unfold"_s, tr("&Unfold all groups"), Qt::CTRL | Qt::SHIFT | Qt::Key_Plus,
                   Store, [this] { m_matrix->foldAll(false); });
    m_actions->add(m_viewMenu, u"fold"_s, tr("F&old all groups"), Qt::CTRL | Qt::SHIFT | Qt::Key_Minus, Store,
                   [this] { m_matrix->foldAll(true); });
    makeOrderMenu(Qt::Vertical);
    makeOrderMenu(Qt::Horizontal);
    m_actions->add(m_viewMenu, u"panes"_s, tr("&Next pane"), Qt::Key_F6, Store, [this] { cyclePanes(); });
    m_viewMenu->addSeparator();
    makeAppearance();
}

void MainWindow::makeOrderMenu(Qt::Orientation axis)
{
    const bool rows = axis == Qt::Vertical;
    QMenu *menu = m_viewMenu->addMenu(rows ? tr("Sort ro&ws") : tr("Sort &columns"));
    const auto add = [&](const QString &name, const QString &text, std::function<void(MatrixView &)> run) {
        m_actions->add(menu, (rows ? u"rows-"_s : u"columns-"_s) + name, text, {}, Actions::Needs::Store,
                       [this, run] {
                           m_pages->show(m_matrix);
                           run(m_matrix->currentPane().view());
                       });
    };
    using enum MatrixOrder;
    add(u"name"_s, tr("By &name"), [axis](MatrixView &view) { view.sortBy(axis, Name); });
    add(u"held"_s, tr("By how &much is held"), [axis](MatrixView &view) { view.sortBy(axis, Held); });
    add(u"similar"_s, tr("By how &like they are to the current one"),
        [axis](MatrixView &view) { view.sortBy(axis, Similar); });
    menu->addSeparator();
    add(u"pin"_s, rows ? tr("&Pin or unpin the current row") : tr("&Pin or unpin the current column"),
        [axis](MatrixView &view) { view.togglePin(axis); });
}

void MainWindow::makeAppearance()
{
    using enum Actions::Needs;
    QMenu *themes = m_viewMenu->addMenu(tr("&Theme"));
    auto *group = new QActionGroup(this);
    const auto theme = [&](const QString &name, const QString &text, ThemeChoice choice) {
        QAction *action = m_actions->add(themes, name, text, {}, Nothing, [this, choice] {
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
    QMenu *tongues = m_viewMenu->addMenu(tr("Lan&guage"));
    auto *tongue = new QActionGroup(this);
    const auto language = [&](const QString &code, const QString &text) {
        QAction *action = m_actions->add(tongues, u"language-"_s + code, text, {}, Nothing, [this, code] {
            m_settings.setLanguage(code);
            m_workspace.show({Message::Kind::Information,
                              tr("Rolewright speaks that language from its next start."),
                              {},
                              {}});
        });
        action->setCheckable(true);
        action->setChecked(m_settings.language() == code);
        tongue->addAction(action);
    };
    language({}, tr("Like the &system"));
    for (const QString &code : languages())
        language(code, nameOfLanguage(code));
    auto *larger = new QAction(tr("&Larger"), this);
    connect(larger, &QAction::triggered, this, [this] { zoomBy(10); });
    m_actions->adopt(m_viewMenu, u"larger"_s, larger, {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal},
                     Nothing);
    m_actions->add(m_viewMenu, u"smaller"_s, tr("S&maller"), Qt::CTRL | Qt::Key_Minus, Nothing,
                   [this] { zoomBy(-10); });
    m_actions->add(m_viewMenu, u"normal"_s, tr("Normal si&ze"), Qt::CTRL | Qt::Key_0, Nothing,
                   [this] { zoomBy(100 - m_settings.zoom()); });
}

void MainWindow::makeHelpMenu()
{
    using enum Actions::Needs;
    QMenu *menu = menuBar()->addMenu(tr("&Help"));
    m_actions->add(menu, u"keys"_s, tr("&Keys…"), {}, Nothing, [this] {
        auto *dialog = new KeysDialog(*m_actions, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    m_actions->add(menu, u"help"_s, tr("&Help"), QKeySequence::HelpContents, Nothing, [this] { showHelp(); });
    menu->addSeparator();
    m_actions->add(menu, u"aboutstore"_s, tr("About this &store"), {}, Opened,
                   [this] { showAboutStore(m_workspace, this); });
    m_actions->add(menu, u"about"_s, tr("&About Rolewright"), {}, Nothing, [this] { showAbout(this); });
}

void MainWindow::zoomBy(int percent)
{
    m_settings.setZoom(m_settings.zoom() + percent);
    applyTheme(m_settings.theme(), m_settings.zoom());
}

void MainWindow::showHelp()
{
    if (!m_help)
        m_help = new HelpWindow(this);
    static const QHash<QString, QString> help{{u"matrix"_s, u"matrix"_s},
                                              {u"changes"_s, u"pages#Changes"_s},
                                              {u"audit"_s, u"audit"_s},
                                              {u"roles"_s, u"roles"_s},
                                              {u"users"_s, u"pages#Users"_s},
                                              {u"catalogue"_s, u"pages#Catalogue"_s},
                                              {u"constraints"_s, u"pages#Constraints"_s},
                                              {u"operations"_s, u"pages#Operations"_s},
                                              {u"tests"_s, u"access#Tests"_s},
                                              {u"findings"_s, u"access#Findings"_s},
                                              {u"questions"_s, u"access#Who can"_s},
                                              {u"replay"_s, u"access#Replay"_s},
                                              {u"compare"_s, u"matrix#Compare"_s},
                                              {u"tokens"_s, u"administrators#Tokens of applications"_s},
                                              {u"difference"_s, u"access#Versions"_s},
                                              {u"administrators"_s, u"administrators"_s},
                                              {u"opinion"_s, u"opinion#Many questions"_s}};
    if (m_stack->currentWidget() == m_pages)
        m_help->open(help.value(m_pages->nameAt(m_pages->indexOf(m_pages->current()))));
    else if (m_workspace.isShut())
        m_help->open(u"administrators"_s);
    else
        m_help->open(m_import->isVisible() ? u"importing"_s : QString());
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
            m_workspace.show({Message::Kind::Warning, tr("The name %1.").arg(inWindowLanguage(*problem)),
                              tr("Try again"), [this] { askActor(); }});
            return;
        }
        m_settings.setActor(name);
        m_workspace.setActor(name);
    });
    dialog->open();
}

} // namespace rolewright
