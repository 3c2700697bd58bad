// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/matrixpage.h"

#include "ui/matrix/accessbar.h"
#include "ui/matrix/legend.h"
#include "ui/matrix/matrixpane.h"
#include "ui/matrix/permissionbar.h"
#include "ui/matrix/permissionrolemodel.h"
#include "ui/matrix/testblockbar.h"
#include "ui/matrix/userpermissionmodel.h"
#include "ui/matrix/userrolemodel.h"
#include "ui/matrix/validitybar.h"
#include "ui/matrix/whybar.h"

#include <QMenu>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// What the resource has to name so that this user owns it.
QString ownerNamed(const Policy &policy, const QString &user)
{
    const QString &attribute = policy.ownership().attribute;
    const User *owner = policy.users().find(policy.users().idOf(user));
    return attribute == u"id" || !owner ? user : owner->attributes.value(attribute);
}

// Of a permission with a scope: that it holds.
Request accessRequest(const Policy &policy, const QString &user, const PermissionName &name)
{
    Request request;
    request.subject = user;
    request.resourceType = name.resource;
    request.action = name.action;
    request.resource = u"any"_s;
    if (name.scope == u"own")
        request.properties[policy.ownership().property] = ownerNamed(policy, user);
    else if (name.hasScope())
        request.relations = QStringList{name.scope};
    return request;
}

QString countRoles(int count)
{
    return MatrixPage::tr("%Ln role(s)", nullptr, count);
}

QString countUsers(int count)
{
    return MatrixPage::tr("%Ln user(s)", nullptr, count);
}

QString countPermissions(int count)
{
    return MatrixPage::tr("%Ln permission(s)", nullptr, count);
}

} // namespace

MatrixPage::MatrixPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_tabs(new QTabBar(this))
    , m_permissionBar(new PermissionBar(workspace, this))
    , m_testBlockBar(new TestBlockBar(workspace, this))
    , m_panes(new QStackedWidget(this))
    , m_whyBar(new WhyBar(this))
    , m_legend(new Legend(this))
{
    auto permissions = std::make_unique<PermissionRoleModel>(workspace);
    const auto countLines = [model = permissions.get()](int count) {
        return model->hasPatterns() ? tr("%Ln permission(s) and patterns", nullptr, count) : countPermissions(count);
    };
    m_permissions =
        new MatrixPane(std::move(permissions),
                       {tr("Filter permissions: article:*"), tr("Filter roles"), countLines, countRoles,
                        tr("There is nothing to show yet: a matrix needs a permission and a role."),
                        tr("No permission matches %1."), tr("No role matches %1.")},
                       this);
    m_panes->addWidget(m_permissions);
    m_tabs->addTab(tr("Permissions × Roles"));
    m_tabs->addTab(tr("Users × Roles"));
    m_tabs->addTab(tr("Users × Permissions"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_permissionBar);
    layout->addWidget(m_testBlockBar);
    layout->addWidget(m_panes, 1);
    makeUserPanes();
    m_legend->show(m_permissions->model().legend());
    layout->addWidget(m_whyBar);
    layout->addWidget(m_legend);

    setFocusProxy(m_permissions);

    connect(m_permissionBar, &PermissionBar::permissionMade, this,
            [this](const QString &name) { m_permissions->view().goTo(name, {}); });
    connect(&m_permissions->view(), &MatrixView::rowMenuOpened, this,
            [this](const QString &row, QMenu *menu) {
                if (QMenu *own = m_permissionBar->menuFor(row)) {
                    own->setParent(menu, own->windowFlags()); // without them it would be drawn in the menu
                    menu->addSeparator();
                    menu->addActions(own->actions());
                }
            });
    connect(m_testBlockBar, &TestBlockBar::closed, this, [this] { currentPane().view().setFocus(); });
    for (MatrixPane *pane : {m_permissions, m_users, m_access}) {
        connect(&pane->view(), &MatrixView::testsRequested, m_testBlockBar, &TestBlockBar::make);
        connect(&pane->view(), &MatrixView::trailRequested, this, &MatrixPage::trailRequested);
        connect(&pane->view(), &MatrixView::comparisonRequested, this,
                [this](Change::Kind kind, const QString &left, const QString &right) {
                    if (kind == Change::Kind::Role)
                        Q_EMIT rolesCompared(left, right);
                    else
                        Q_EMIT usersCompared(left, right);
                });
    }
    m_permissions->view().setAccessibleName(m_tabs->tabText(0));
    m_users->view().setAccessibleName(m_tabs->tabText(1));
    m_access->view().setAccessibleName(m_tabs->tabText(2));
    m_tabs->setChangeCurrentOnDrag(true); // a role is dragged to where the users are
    connect(m_tabs, &QTabBar::currentChanged, this, &MatrixPage::showPane);
    connect(&m_permissions->view(), &MatrixView::explainRequested, this, &MatrixPage::askAboutPermission);
}

void MatrixPage::makeUserPanes()
{
    auto roles = std::make_unique<UserRoleModel>(m_workspace);
    auto access = std::make_unique<UserPermissionModel>(m_workspace);
    UserRoleModel &roleModel = *roles;
    UserPermissionModel &accessModel = *access;
    m_users = new MatrixPane(std::move(roles),
                             {tr("Filter users"), tr("Filter roles"), countUsers, countRoles,
                              tr("There is nothing to show yet: a matrix needs a user and a role."),
                              tr("No user matches %1."), tr("No role matches %1.")},
                             this);
    m_access =
        new MatrixPane(std::move(access),
                       {tr("Filter users"), tr("Filter permissions: article:*"), countUsers, countPermissions,
                        tr("There is nothing to show yet: a matrix needs a user and a permission."),
                        tr("No user matches %1."), tr("No permission matches %1.")},
                       this);
    // The bars go with their panes.
    const auto addPane = [this](MatrixPane *pane, QWidget *bar) {
        auto *both = new QWidget(m_panes);
        auto *column = new QVBoxLayout(both);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(pane, 1);
        column->addWidget(bar);
        both->setFocusProxy(pane);
        m_panes->addWidget(both);
    };
    m_validityBar = new ValidityBar(roleModel, m_users->view(), this);
    m_accessBar = new AccessBar(m_workspace, this);
    addPane(m_users, m_validityBar);
    addPane(m_access, m_accessBar);

    connect(&m_users->view(), &MatrixView::explainRequested, this,
            [this] { m_whyBar->open(m_users->view()); });
    connect(&m_users->view(), &MatrixView::datesRequested, m_validityBar, &ValidityBar::open);
    connect(&roleModel, &UserRoleModel::datesRequested, m_validityBar, &ValidityBar::open);
    connect(&m_access->view(), &MatrixView::explainRequested, this, &MatrixPage::askAboutAccess);
    connect(&accessModel, &UserPermissionModel::giveRequested, m_accessBar, &AccessBar::give);
    connect(&accessModel, &UserPermissionModel::takeRequested, m_accessBar, &AccessBar::take);
    connect(m_accessBar, &AccessBar::left, &m_access->view(), qOverload<>(&QWidget::setFocus));
    for (MatrixPane *pane : {m_users, m_access}) {
        pane->model().setIdle(true);
        connect(&pane->view(), &MatrixView::rowMenuOpened, this, [this](const QString &user, QMenu *menu) {
            menu->addAction(tr("&Open the user"), this, [this, user] { Q_EMIT userRequested(user); });
        });
    }
}

void MatrixPage::follow(const OthersChanges &others)
{
    for (MatrixPane *pane : {m_permissions, m_users})
        pane->model().follow(others);
}

MatrixPane &MatrixPage::currentPane()
{
    switch (m_panes->currentIndex()) {
    case 1:
        return *m_users;
    case 2:
        return *m_access;
    default:
        return *m_permissions;
    }
}

void MatrixPage::showPane(int index)
{
    m_tabs->setCurrentIndex(index);
    m_panes->setCurrentIndex(index);
    for (MatrixPane *pane : {m_permissions, m_users, m_access})
        pane->model().setIdle(pane != &currentPane());
    m_whyBar->hide(); // it was about the other matrix
    m_legend->show(currentPane().model().legend());
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

QVariantMap MatrixPage::place() const
{
    QVariantMap place{{u"pane"_s, m_panes->currentIndex()}};
    const QList<MatrixPane *> panes{m_permissions, m_users, m_access};
    for (qsizetype i = 0; i < panes.size(); ++i)
        place.insert(u"pane%1"_s.arg(i), panes.at(i)->place());
    if (const std::optional<bool> folded = m_legend->chosenFolded())
        place.insert(u"legendFolded"_s, *folded);
    return place;
}

void MatrixPage::restore(const QVariantMap &place)
{
    const QList<MatrixPane *> panes{m_permissions, m_users, m_access};
    for (qsizetype i = 0; i < panes.size(); ++i)
        panes.at(i)->restore(place.value(u"pane%1"_s.arg(i)).toMap());
    const QVariant folded = place.value(u"legendFolded"_s);
    m_legend->chooseFolded(folded.isValid() ? std::optional(folded.toBool()) : std::nullopt);
    showPane(std::clamp(place.value(u"pane"_s).toInt(), 0, m_panes->count() - 1));
}

void MatrixPage::goToUser(const QString &user)
{
    showPane(1);
    m_users->goTo(user, {});
}

void MatrixPage::goToRole(const QString &role)
{
    showPane(0);
    m_permissions->goTo({}, role);
}

void MatrixPage::goToPermission(const QString &permission)
{
    showPane(0);
    m_permissions->goTo(permission, {});
}

void MatrixPage::askAboutAccess(const QString &user, const QString &permission)
{
    if (const Result<PermissionName> name = parseGrant(permission))
        Q_EMIT questionAsked(accessRequest(m_workspace.policy(), user, *name));
}

// The path from the role to the permission; and the panel, which asks about users, is asked for somebody who
// has the role and no other one, or acts with this one alone, so that no other way is told instead.
void MatrixPage::askAboutPermission(const QString &permission, const QString &role)
{
    const Policy &policy = m_workspace.policy();
    const Holder holder = holderOf(policy.roles().idOf(role));
    const Result<PermissionName> name = parseGrant(permission);
    const bool asks = name && !isPattern(*name) && !holder.user.isEmpty();
    m_whyBar->open(m_permissions->view(),
                   holder.user.isEmpty() ? tr("Nobody has the role %1 now.").arg(role)
                       : asks            ? tr("Asked beside for %1, who has the role.").arg(holder.user)
                                         : QString());
    if (!asks)
        return;
    Request request = accessRequest(policy, holder.user, *name);
    if (!holder.alone)
        request.roles = QStringList{role};
    Q_EMIT questionAsked(request);
}

MatrixPage::Holder MatrixPage::holderOf(RoleId role) const
{
    constexpr int Looks = 20'000; // at further assignments, for somebody who has it alone
    const Policy &policy = m_workspace.policy();
    const PolicyIndex &index = m_workspace.index();
    const Instant now = Instant::now();
    Holder found;
    int looks = 0;
    policy.assignments().forEach([&](const AssignmentRow &row) {
        if (!found.user.isEmpty() && ++looks > Looks)
            return false;
        if (!index.reach(row.role).test(role.value) || !policy.validityOf(row).contains(now))
            return true;
        const User *user = policy.users().find(row.user);
        if (!user || !user->active)
            return true;
        const bool alone = index.assignedRoles(row.user, now) == QList<RoleId>{role};
        if (alone || found.user.isEmpty())
            found = {user->id, alone};
        return !alone;
    });
    return found;
}

} // namespace rolewright
