// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QWidget>

class QCheckBox;
class QLabel;

namespace rolewright {

class DescriptionField;
class InheritancePane;
class MemberList;
class NameField;

// One role, all of it editable in place. Follows the draft; what is typed and not yet taken stays.
class RoleDetails : public QWidget
{
    Q_OBJECT

public:
    explicit RoleDetails(Workspace &workspace, QWidget *parent = nullptr);

    void setRole(RoleId role); // invalid: none

Q_SIGNALS:
    void roleRequested(const QString &role); // from the inheritance

private:
    void makeLayout();
    void connectEdits();
    void refresh();
    QStringList namesOfGrants() const;
    void set(const QString &field, const Change::Value &to, const QString &text);
    void addInheritance(const QString &junior);
    void addGrant(const QString &text);
    void addUser(const QString &user);
    void remove(Change::Kind kind, const QStringList &names);

    Workspace &m_workspace;
    RoleId m_role;
    QString m_key; // the role's name
    NameField *m_name;
    DescriptionField *m_description;
    QCheckBox *m_enabled;
    QLabel *m_summary;
    MemberList *m_inherits;
    MemberList *m_grants;
    MemberList *m_users;
    InheritancePane *m_inheritance;
};

// Why a role cannot be called so, as a sentence; nothing where it can. `own` is the name that it has already.
std::optional<QString> problemOfRoleName(const Policy &policy, const QString &name, const QString &own = {});

} // namespace rolewright
