// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/admin/administratorsmodel.h"
#include "ui/shell/workspace.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeView;

namespace rolewright {

class CodePane;
class ConfirmationBar;
class KeyChoiceField;
class KeyPane;
class KeyRing;
class PasswordPane;
class ShownOnce;

// Who can sign in to the store. An open store becomes guarded here, with its first administrator, and sealed; in a
// guarded one passwords and codes are set and taken away. What somebody may do is in the policy, by roles.
class AdministratorsPage : public QWidget
{
    Q_OBJECT

public:
    AdministratorsPage(Workspace &workspace, KeyRing &keys, QWidget *parent = nullptr);

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
    void setUpCodes();
    void setCode(const SharedSecret &seed, const QString &code, const QByteArrayList &recovery);
    void removeCodes();
    void askKeys(); // where new ones are to be kept: the first, or those that come next
    void seal();
    void rotate();
    void showRecoveryKey(const SharedSecret &line);
    bool isPaneOpen() const; // that a newer version must not close
    // With its confirmation, on this page; `said` when it is done.
    void perform(const std::function<Status(StoreGuard &, const Occasion &)> &act, const QString &operation,
                 const QString &user, const QString &button, const QString &said,
                 const std::function<void(bool)> &done);
    void hidePanes();
    void hideList();
    void updateState();
    QString selectedUser() const;

    Workspace &m_workspace;
    KeyRing &m_keys;
    AdministratorsModel *m_model;
    LatestJob<QList<AdministratorsModel::Line>> m_lining;
    LatestJob<QList<Change>> m_promoting;
    QLabel *m_intro;
    QTreeView *m_view;
    QWidget *m_buttons;
    KeyPane *m_keyPane;
    QPushButton *m_add;
    QPushButton *m_set;
    QPushButton *m_promote;
    QPushButton *m_remove;
    QPushButton *m_setCodes;
    QPushButton *m_removeCodes;
    QPushButton *m_seal;
    QPushButton *m_rotate;
    PasswordPane *m_password;
    CodePane *m_code;
    QWidget *m_sealing;
    QLabel *m_sealingText;
    QPushButton *m_makeKeys;
    KeyChoiceField *m_keyChoice;
    ShownOnce *m_once;
    ConfirmationBar *m_confirmation;
};

} // namespace rolewright
