// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/request.h"
#include "ui/shell/workspace.h"

#include <QVariantMap>
#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace rolewright {

class AccessBar;
class Legend;
class MatrixPane;
class OthersChanges;
class PermissionBar;
class TestBlockBar;
class ValidityBar;
class WhyBar;

// The page of the matrices: Permissions x Roles, Users x Roles, Users x Permissions. What is edited in place of
// a matrix stands above or below it.
class MatrixPage : public QWidget
{
    Q_OBJECT

public:
    explicit MatrixPage(Workspace &workspace, QWidget *parent = nullptr);

    void follow(const OthersChanges &others); // marks them; they outlive the page
    MatrixPane &currentPane();
    MatrixPane &permissions() { return *m_permissions; }
    MatrixPane &users() { return *m_users; }
    MatrixPane &access() { return *m_access; } // users x permissions
    void showPane(int index);
    void foldAll(bool folded);
    void askNewPermission(); // in place
    // Which matrix, its filters and its current cell, to come back to.
    QVariantMap place() const;
    void restore(const QVariantMap &place);
    // To the row or column of a thing, whatever fold or filter hides it.
    void goToUser(const QString &user);
    void goToRole(const QString &role);
    void goToPermission(const QString &permission);

Q_SIGNALS:
    void trailRequested(Change::Kind kind, const QString &name);
    void rolesCompared(const QString &left, const QString &right); // side by side; right may be empty
    void usersCompared(const QString &left, const QString &right);
    void userRequested(const QString &user); // the page of this user
    // Why the current cell says what it says, as a question for the simulate panel.
    void questionAsked(const rolewright::Request &request);

private:
    void makeUserPanes();
    void askAboutAccess(const QString &user, const QString &permission);
    void askAboutPermission(const QString &permission, const QString &role);
    struct Holder
    {
        QString user; // who has a role now; empty: nobody
        bool alone = false; // and no other one
    };
    Holder holderOf(RoleId role) const;

    Workspace &m_workspace;
    QTabBar *m_tabs;
    PermissionBar *m_permissionBar;
    TestBlockBar *m_testBlockBar;
    QStackedWidget *m_panes;
    MatrixPane *m_permissions;
    MatrixPane *m_users = nullptr;
    MatrixPane *m_access = nullptr;
    ValidityBar *m_validityBar = nullptr;
    AccessBar *m_accessBar = nullptr;
    WhyBar *m_whyBar;
    Legend *m_legend;
};

} // namespace rolewright
