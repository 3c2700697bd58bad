// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/settings.h"
#include "ui/shell/workspace.h"

#include <QMainWindow>

class QDockWidget;
class QStackedWidget;
class QToolButton;

namespace rolewright {

class Actions;
class AdministratorsPage;
class AuditPage;
class ChangesBar;
class ChangesPage;
class ComparePage;
class ConfirmationBar;
class ElidedLabel;
class HelpWindow;
class IdleLock;
class ImportPage;
class KeyRing;
class MatrixPage;
class MessageBar;
class OpinionPage;
class OthersChanges;
class Pages;
class PaletteField;
class Printing;
class ReplacePane;
class RolesPage;
struct PrintTarget;
class SignInPage;
class SimulatePanel;
class StartPage;
class TokensPage;
class UsersPage;
class WorkBar;

// The frame: pages at the left, the simulate panel at the right, messages above, what is pending below. It
// knows the pages; they know only the workspace. A new page is a line in makePages(), a new command one in
// the menu that it is in.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Workspace &workspace, Settings &settings, QWidget *parent = nullptr);

    void openLast(); // the store of the last run, where that is wanted
    void openSample(); // the newsroom, in a store of its own among the program's data
    void openStore(const QString &location) { m_workspace.open(location); }
    void newStore(const QString &location);
    void importFile(const QString &path); // shows what it would change
    void exportTo(const QString &path); // the stored version as a document

    MatrixPage &matrix() { return *m_matrix; }
    MessageBar &messages() { return *m_messages; }
    ChangesBar &changesBar() { return *m_changesBar; }
    void exportPdf(const QString &path); // of what is shown
    QAction *action(const QString &name) const; // by object name
    // The page of this thing with it chosen, or its row in the matrix.
    void goTo(Change::Kind kind, const QString &name, bool inMatrix = false);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void makeFrame();
    void makeCorner();
    void fitCorner();
    void makePages();
    void makeBulkPanes();
    void addSideDock(QDockWidget *dock);
    void makeOrderMenu(Qt::Orientation axis);
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makePolicyMenu();
    void addSessionActions(QMenu *menu);
    void makeToolsMenu();
    void makeAppearance();
    void addPage(QMenu *menu, int index, const QKeySequence &keys);
    void makeHelpMenu();

    void takeStore();
    void takeSession(); // the pages, or who signs in
    void hideWork();
    void showPerson();
    void keepPlace(); // for the next time that this store is open
    void restorePlace();
    void apply();
    void simulate(const Request &request); // in the panel, shown
    void showTrail(Change::Kind kind, const QString &key); // everything about a thing
    void askSecondOpinion(); // of the cells that are selected, or shown
    void look(); // title and the store's label
    void updateRecent();
    void pickStore(bool fresh);
    void askRemote(); // a database or a server
    void makeRemote(); // a store in a database
    void pickImport();
    void pickExport();
    void pickEngineExport();
    void showEngineExport();
    void endImport(bool imported);
    // What takes the policy out of the store, where the person may and has confirmed it; at once in an open store.
    void exporting(const QString &what, const std::function<void()> &run);
    void zoomBy(int percent);
    void cyclePanes();
    void focusFilter(); // of the page; from there, its next one
    void askActor();
    void showHelp(); // on the page that is shown
    void askPrinter();
    void askPdf();
    void print(const PrintTarget &target); // what is shown

    Workspace &m_workspace;
    Settings &m_settings;
    Actions *m_actions;
    QStackedWidget *m_stack = nullptr; // start page, work, import
    StartPage *m_start = nullptr;
    Pages *m_pages = nullptr;
    MessageBar *m_messages = nullptr;
    WorkBar *m_work = nullptr;
    ChangesBar *m_changesBar = nullptr;
    QDockWidget *m_simulateDock = nullptr;
    SimulatePanel *m_simulate = nullptr;
    MatrixPage *m_matrix = nullptr;
    ChangesPage *m_changes = nullptr;
    ComparePage *m_compare = nullptr;
    OpinionPage *m_opinion = nullptr;
    QDockWidget *m_replaceDock = nullptr;
    ReplacePane *m_replace = nullptr;
    QDockWidget *m_historyDock = nullptr;
    ImportPage *m_import = nullptr;
    KeyRing *m_keys = nullptr;
    OthersChanges *m_others = nullptr;
    SignInPage *m_signIn = nullptr;
    AdministratorsPage *m_administrators = nullptr;
    TokensPage *m_tokens = nullptr;
    ConfirmationBar *m_confirmation = nullptr;
    IdleLock *m_idle = nullptr;
    QToolButton *m_person = nullptr;
    HelpWindow *m_help = nullptr; // made when first needed
    LatestJob<Status> m_exporting;
    AuditPage *m_audit = nullptr;
    RolesPage *m_roles = nullptr;
    UsersPage *m_users = nullptr;
    Printing *m_printing;
    QMenu *m_viewMenu = nullptr;
    QMenu *m_recentMenu = nullptr;
    PaletteField *m_palette = nullptr;
    ElidedLabel *m_storeLabel = nullptr;
    bool m_dockWanted = true;
};

} // namespace rolewright
