// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace rolewright {

class MatrixPane;
class PermissionBar;

// The page of the matrices: Permissions x Roles, Users x Roles.
class MatrixPage : public QWidget
{
    Q_OBJECT

public:
    explicit MatrixPage(Workspace &workspace, QWidget *parent = nullptr);

    MatrixPane &currentPane();
    MatrixPane &permissions() { return *m_permissions; }
    MatrixPane &users() { return *m_users; }
    void showPane(int index);
    void foldAll(bool folded);
    void askNewPermission(); // in place

Q_SIGNALS:
    void rolesCompared(const QString &left, const QString &right); // side by side; right may be empty
    void usersCompared(const QString &left, const QString &right);
    void userRequested(const QString &user); // where the dates of an assignment are
    // "Why does this cell say what it says", as a question for the simulate panel; action and type may be
    // empty.
    void questionAsked(const QString &user, const QString &action, const QString &type);

private:
    void askAboutPermission(const QString &permission, const QString &role);
    void askAboutUser(const QString &user);

    Workspace &m_workspace;
    QTabBar *m_tabs;
    PermissionBar *m_permissionBar;
    QStackedWidget *m_panes;
    MatrixPane *m_permissions;
    MatrixPane *m_users;
};

} // namespace rolewright
