// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/admin/administratorsmodel.h"
#include "ui/shell/workspace.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeView;

namespace rolewright {

class ConfirmationBar;
class PasswordPane;

// Who can sign in to the store. An open store becomes guarded here, with its first administrator; in a
// guarded one passwords and codes are set and taken away. What somebody may do is in the policy, by roles.
class AdministratorsPage : public QWidget
{
    Q_OBJECT

public:
    explicit AdministratorsPage(Workspace &workspace, QWidget *parent = nullptr);

    void changePassword(); // of who is signed in

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeButtons();
    void refresh();
    void take(const QList<AdministratorsModel::Line> &lines);
    void askFirst();
    void enrolFirst(const QString &user, const SharedSecret &password);
    void askPassword(const QString &user);
    void setPassword(const QString &user, const SharedSecret &password);
    void removePassword();
    void promote();
    // With its confirmation, on this page; `said` when it is done.
    void perform(const std::function<Status(StoreGuard &, const Occasion &)> &act, const QString &operation,
                 const QString &user, const QString &button, const QString &said,
                 const std::function<void(bool)> &done);
    void hidePanes();
    void updateState();
    QString selectedUser() const;

    Workspace &m_workspace;
    AdministratorsModel *m_model;
    LatestJob<QList<AdministratorsModel::Line>> m_lining;
    LatestJob<QList<Change>> m_promoting;
    QLabel *m_intro;
    QTreeView *m_view;
    QWidget *m_buttons;
    QPushButton *m_add;
    QPushButton *m_set;
    QPushButton *m_promote;
    QPushButton *m_remove;
    PasswordPane *m_password;
    ConfirmationBar *m_confirmation;
};

} // namespace rolewright
