// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/settings.h"
#include "ui/shell/workspace.h"

#include <QMainWindow>

class QDockWidget;
class QLabel;
class QStackedWidget;

namespace rolewright {

class Actions;
class ChangesBar;
class ChangesPage;
class ComparePage;
class MatrixPage;
class MessageBar;
class Pages;
class ReplacePane;
class SimulatePanel;
class StartPage;

// The frame: pages at the left, the simulate panel at the right, messages above, what is pending below. It
// knows the pages; they know only the workspace. A new page is a line in makePages(), a new command one in
// the menu that it is in.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Workspace &workspace, Settings &settings, QWidget *parent = nullptr);

    void openSample(); // the newsroom, in a store of its own among the program's data
    void openStore(const QString &location) { m_workspace.open(location); }
    void newStore(const QString &location);

    MatrixPage &matrix() { return *m_matrix; }
    MessageBar &messages() { return *m_messages; }
    ChangesBar &changesBar() { return *m_changesBar; }
    QAction *action(const QString &name) const; // by object name

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makeFrame();
    void makePages();
    void makeBulkPanes();
    void makeOrderMenu(Qt::Orientation axis);
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makeAppearance();
    void makeHelpMenu();

    void takeStore();
    void apply();
    void look(); // title and the store's label
    void updateRecent();
    void pickStore(bool fresh);
    void zoomBy(int percent);
    void cyclePanes();
    void askActor();

    Workspace &m_workspace;
    Settings &m_settings;
    Actions *m_actions;
    QStackedWidget *m_stack = nullptr; // start page, work
    StartPage *m_start = nullptr;
    Pages *m_pages = nullptr;
    MessageBar *m_messages = nullptr;
    ChangesBar *m_changesBar = nullptr;
    QDockWidget *m_simulateDock = nullptr;
    SimulatePanel *m_simulate = nullptr;
    MatrixPage *m_matrix = nullptr;
    ChangesPage *m_changes = nullptr;
    ComparePage *m_compare = nullptr;
    QDockWidget *m_replaceDock = nullptr;
    ReplacePane *m_replace = nullptr;
    QDockWidget *m_historyDock = nullptr;
    QMenu *m_viewMenu = nullptr;
    QMenu *m_recentMenu = nullptr;
    QLabel *m_storeLabel = nullptr;
    bool m_dockWanted = true;
};

} // namespace rolewright
