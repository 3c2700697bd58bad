// SPDX-License-Identifier: Apache-2.0
// The menus Policy and Tools of MainWindow, and the docks that they open.
#include "ui/matrix/matrixpage.h"
#include "ui/matrix/matrixpane.h"
#include "ui/replace/replacepane.h"
#include "ui/roles/rolespage.h"
#include "ui/shell/actions.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"
#include "ui/shell/springlist.h"
#include "ui/users/userspage.h"
#include "ui/widgets/elidedname.h"

#include <QDockWidget>
#include <QListWidget>
#include <QMenuBar>
#include <QUndoView>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// The history's lines are as wide as their list, however much they say.
class StepDelegate : public NameDelegate
{
public:
    using NameDelegate::NameDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {0, NameDelegate::sizeHint(option, index).height()};
    }
};

} // namespace

void MainWindow::makePolicyMenu()
{
    using enum Actions::Needs;
    QMenu *menu = menuBar()->addMenu(tr("&Policy"));
    const auto addNew = [&](const QString &name, const QString &text, EntityPage *page) {
        m_actions->add(menu, name, text, {}, Editable, [this, page] {
            m_pages->show(page);
            page->askNew();
        });
    };
    addNew(u"newrole"_s, tr("New &role…"), m_roles);
    addNew(u"newuser"_s, tr("New &user…"), m_users);
    m_actions->add(menu, u"newpermission"_s, tr("New &permission…"), Qt::CTRL | Qt::SHIFT | Qt::Key_P,
                   Editable, [this] {
                       m_pages->show(m_matrix);
                       m_matrix->askNewPermission();
                   });
    m_actions->add(menu, u"maketests"_s, tr("Ma&ke tests of the cells"), {}, Editable, [this] {
        m_pages->show(m_matrix);
        m_matrix->currentPane().view().makeTests();
    });
    menu->addSeparator();
    m_actions->add(menu, u"apply"_s, tr("&Apply…"), QKeySequence::Save, Changes, [this] { apply(); });
    m_actions->add(menu, u"discard"_s, tr("&Discard all pending changes"), {}, Changes,
                   [this] { m_workspace.discard(); });
    addSessionActions(menu);
}

void MainWindow::makeToolsMenu()
{
    using enum Actions::Needs;
    QMenu *menu = menuBar()->addMenu(tr("&Tools"));
    addPage(menu, m_pages->indexOf(u"findings"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    addPage(menu, m_pages->indexOf(u"questions"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_W);
    addPage(menu, m_pages->indexOf(u"replay"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_R);
    addPage(menu, m_pages->indexOf(u"compare"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    addPage(menu, m_pages->indexOf(u"difference"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_V);
    m_actions->add(menu, u"opinion"_s, tr("Compare the cells &with a second opinion"), {}, Store,
                   [this] { askSecondOpinion(); });
    menu->addSeparator();
    m_actions->add(menu, u"replace"_s, tr("&Find and replace in names…"), Qt::CTRL | Qt::Key_H, Store,
                   [this] {
                       static const QHash<QString, ReplacedField> fields{
                           {u"roles"_s, ReplacedField::RoleName},
                           {u"users"_s, ReplacedField::UserKey},
                           {u"catalogue"_s, ReplacedField::PermissionName},
                           {u"constraints"_s, ReplacedField::ConstraintName},
                           {u"operations"_s, ReplacedField::OperationName},
                           {u"tests"_s, ReplacedField::TestName}};
                       const auto field = fields.constFind(m_pages->nameAt(m_pages->list()->currentRow()));
                       m_replaceDock->show();
                       m_replace->open(field == fields.cend() ? std::nullopt : std::optional(*field));
                   });
}

void MainWindow::addPage(QMenu *menu, int index, const QKeySequence &keys)
{
    m_actions->add(menu, u"page-"_s + m_pages->nameAt(index), m_pages->titleAt(index), keys,
                   Actions::Needs::Store, [this, index] { m_pages->show(index); });
}

// What is reached from the menus rather than from the list of pages; both start hidden.
void MainWindow::makeBulkPanes()
{
    new SpringList(m_pages->list(), this);
    m_replace = new ReplacePane(m_workspace, this);
    m_replaceDock = new QDockWidget(tr("Find and replace in names"), this);
    m_replaceDock->setObjectName(u"replace"_s);
    m_replaceDock->setWidget(m_replace);
    addDockWidget(Qt::BottomDockWidgetArea, m_replaceDock);
    m_replaceDock->hide();
    connect(m_replace, &ReplacePane::closed, m_replaceDock, [this] {
        m_replaceDock->hide();
        m_pages->current()->setFocus();
    });

    auto *history = new QUndoView(&m_workspace.undoStack(), this);
    history->setEmptyLabel(tr("Where it began"));
    history->setAccessibleName(tr("History"));
    history->setItemDelegate(new StepDelegate(history));
    history->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // what is cut is told whole
    m_historyDock = new QDockWidget(tr("History"), this);
    m_historyDock->setObjectName(u"history"_s);
    m_historyDock->setWidget(history);
    addSideDock(m_historyDock);
    m_historyDock->hide();
}

// On the side where lines end, which docks do not find by themselves.
void MainWindow::addSideDock(QDockWidget *dock)
{
    dock->setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    addDockWidget(isRightToLeft() ? Qt::LeftDockWidgetArea : Qt::RightDockWidgetArea, dock);
}

} // namespace rolewright
