// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QTabWidget;

namespace rolewright {

class AssignmentsPane;
class AttributesPane;
class EffectivePane;
class NameField;

// One user, all of it editable in place. Follows the draft; what is typed and not yet taken stays.
class UserDetails : public QWidget
{
    Q_OBJECT

public:
    explicit UserDetails(Workspace &workspace, QWidget *parent = nullptr);

    void setUser(UserId user); // invalid: none

private:
    void makeLayout();
    void connectEdits();
    void refresh();

    Workspace &m_workspace;
    UserId m_user;
    QString m_key; // the user's id
    NameField *m_id;
    NameField *m_name;
    QCheckBox *m_active;
    QLabel *m_source;
    QTabWidget *m_tabs;
    AssignmentsPane *m_assignments;
    EffectivePane *m_effective;
    AttributesPane *m_attributes;
};

// Why a user cannot be called so, as a sentence; nothing where one can. `own` is the id that the user has
// already.
std::optional<QString> problemOfUserId(const Policy &policy, const QString &id, const QString &own = {});

} // namespace rolewright
