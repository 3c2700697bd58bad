// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/settings.h"
#include "ui/shell/workspace.h"

#include <QMainWindow>

class QActionGroup;
class QDockWidget;
class QFileDialog;
class QLabel;
class QListWidget;
class QStackedWidget;

namespace rolewright {

class ChangesBar;
class ChangesPage;
class MatrixPage;
class MessageBar;
class SimulatePanel;
class StartPage;

// The frame: pages at the left, the simulate panel at the right, messages above, what is pending below. It
// knows the pages; they know only the workspace.
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
    void changeEvent(QEvent *event) override;

private:
    void makeFrame();
    void makePages();
    void addPage(const QString &icon, const QString &title, QWidget *page);
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makeHelpMenu();
    QAction *addAction(QMenu *menu, const QString &name, const QString &text, const QKeySequence &keys,
                       std::function<void()> run);

    void takeStore();
    void showPage(int index);
    void showPage(QWidget *page);
    void apply();
    void look(); // title, notice, what is enabled
    void updateIcons();
    void updateRecent();
    void pickStore(bool fresh);
    void zoomBy(int percent);
    void cyclePanes();
    void askActor();
    void about();
    void aboutStore();

    Workspace &m_workspace;
    Settings &m_settings;
    QStackedWidget *m_stack = nullptr; // start page, work
    StartPage *m_start = nullptr;
    QListWidget *m_pageList = nullptr;
    QStackedWidget *m_pages = nullptr;
    MessageBar *m_messages = nullptr;
    ChangesBar *m_changesBar = nullptr;
    QDockWidget *m_simulateDock = nullptr;
    SimulatePanel *m_simulate = nullptr;
    MatrixPage *m_matrix = nullptr;
    ChangesPage *m_changes = nullptr;
    QMenu *m_viewMenu = nullptr;
    QMenu *m_recentMenu = nullptr;
    QLabel *m_storeLabel = nullptr;
    QList<QAction *> m_storeActions; // that need an open store
    QList<QAction *> m_dirtyActions; // that need pending changes
    bool m_dockWanted = true;
};

} // namespace rolewright
