// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/usage.h"
#include "ui/shell/workspace.h"

#include <QWidget>

class QCheckBox;
class QLabel;

namespace rolewright {

class CatalogueModel;
class DescriptionField;
class MemberList;
class NameField;

// One permission, all of it editable in place, with the roles that grant it. Follows the draft.
class PermissionDetails : public QWidget
{
    Q_OBJECT

public:
    PermissionDetails(Workspace &workspace, const CatalogueModel &model, QWidget *parent = nullptr);

    void setPermission(PermissionId permission); // invalid: none

private:
    void makeLayout();
    void connectEdits();
    void refresh();
    void showGrants();
    QString summary(const PermissionUsage &usage) const;
    void grantTo(const QString &role);
    void revokeFrom(const QStringList &roles);

    Workspace &m_workspace;
    const CatalogueModel &m_model;
    PermissionId m_permission;
    QString m_key; // its name
    NameField *m_name;
    DescriptionField *m_description;
    QCheckBox *m_sensitive;
    QLabel *m_summary;
    MemberList *m_roles;
    QLabel *m_patterns;
};

// Why a permission cannot be called so, as a sentence; nothing where it can. `own` is its name already.
std::optional<QString> problemOfPermissionName(const Policy &policy, const QString &name,
                                               const QString &own = {});

} // namespace rolewright
