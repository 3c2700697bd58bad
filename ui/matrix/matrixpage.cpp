// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/matrixpage.h"

#include "ui/matrix/legend.h"
#include "ui/matrix/matrixpane.h"
#include "ui/matrix/permissionbar.h"
#include "ui/matrix/permissionrolemodel.h"
#include "ui/matrix/userrolemodel.h"

#include <QMenu>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace rolewright {

namespace {

QString countRoles(int count)
{
    return MatrixPage::tr("%Ln role(s)", nullptr, count);
}

} // namespace

MatrixPage::MatrixPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_tabs(new QTabBar(this))
    , m_permissionBar(new PermissionBar(workspace, this))
    , m_panes(new QStackedWidget(this))
{
    m_permissions =
        new MatrixPane(std::make_unique<PermissionRoleModel>(workspace),
                       {tr("Filter permissions: article:*"), tr("Filter roles"),
                        [](int count) { return tr("%Ln row(s)", nullptr, count); }, countRoles,
                        tr("There is nothing to show yet: a matrix needs a permission and a role.")},
                       this);
    m_users = new MatrixPane(std::make_unique<UserRoleModel>(workspace),
                             {tr("Filter users"), tr("Filter roles"),
                              [](int count) { return tr("%Ln user(s)", nullptr, count); }, countRoles,
                              tr("There is nothing to show yet: a matrix needs a user and a role.")},
                             this);
    m_panes->addWidget(m_permissions);
    m_panes->addWidget(m_users);
    m_tabs->addTab(tr("Permissions × Roles"));
    m_tabs->addTab(tr("Users × Roles"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_permissionBar);
    layout->addWidget(m_panes, 1);
    layout->addWidget(new Legend(this));

    connect(m_permissionBar, &PermissionBar::permissionMade, this,
            [this](const QString &name) { m_permissions->view().goTo(name, {}); });
    connect(&m_permissions->view(), &MatrixView::rowMenuOpened, this,
            [this](const QString &row, QMenu *menu) {
                if (QMenu *own = m_permissionBar->menuFor(row)) {
                    own->setParent(menu);
                    menu->addSeparator();
                    menu->addActions(own->actions());
                }
            });
    for (MatrixPane *pane : {m_permissions, m_users}) {
        connect(&pane->view(), &MatrixView::comparisonRequested, this,
                [this](Change::Kind kind, const QString &left, const QString &right) {
                    if (kind == Change::Kind::Role)
                        Q_EMIT rolesCompared(left, right);
                    else
                        Q_EMIT usersCompared(left, right);
                });
    }
    m_tabs->setChangeCurrentOnDrag(true); // a role is dragged to where the users are
    connect(m_tabs, &QTabBar::currentChanged, this, &MatrixPage::showPane);
    connect(&m_permissions->view(), &MatrixView::explainRequested, this, &MatrixPage::askAboutPermission);
    connect(&m_users->model(), &MatrixModel::userRequested, this, &MatrixPage::userRequested);
    connect(&m_users->view(), &MatrixView::explainRequested, this, &MatrixPage::askAboutUser);
}

MatrixPane &MatrixPage::currentPane()
{
    return m_panes->currentIndex() == 0 ? *m_permissions : *m_users;
}

void MatrixPage::showPane(int index)
{
    m_tabs->setCurrentIndex(index);
    m_panes->setCurrentIndex(index);
    currentPane().view().setFocus();
    setFocusProxy(&currentPane());
}

void MatrixPage::foldAll(bool folded)
{
    currentPane().model().setAllFolded(folded);
}

void MatrixPage::askNewPermission()
{
    showPane(0);
    m_permissionBar->askNew();
}

void MatrixPage::askAboutUser(const QString &user)
{
    Q_EMIT questionAsked(user, {}, {});
}

// The panel asks about users, so somebody who has the role stands for it.
void MatrixPage::askAboutPermission(const QString &permission, const QString &role)
{
    const Policy &policy = m_workspace.policy();
    const RoleId id = policy.roles().idOf(role);
    const Instant now = Instant::now();
    UserId found;
    policy.assignments().forEach([&](const AssignmentRow &row) {
        const User *user = policy.users().find(row.user);
        if (policy.validityOf(row).contains(now) && user && user->active
            && m_workspace.index().reach(row.role).test(id.value))
            found = row.user;
        return !found.isValid();
    });
    if (!found.isValid()) {
        m_workspace.show({Message::Kind::Information,
                          tr("Nobody has the role %1 now, so there is nobody to ask for.").arg(role),
                          {},
                          {}});
        return;
    }
    const Result<PermissionName> name = parseGrant(permission);
    const bool asks = name && name->resource != anySegment() && name->action != anySegment();
    Q_EMIT questionAsked(policy.users().at(found).id, asks ? name->action : QString(),
                         asks ? name->resource : QString());
}

} // namespace rolewright
