// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/entitypage.h"

namespace rolewright {

class RoleDetails;

// The roles: create, rename, clone, describe, disable, delete; what each inherits, grants and who has it.
class RolesPage : public EntityPage
{
    Q_OBJECT

public:
    explicit RolesPage(Workspace &workspace, QWidget *parent = nullptr);

protected:
    Change addition(const QString &key) const override;
    std::optional<QString> problemOfKey(const QString &key) const override;
    void showDetails(quint32 id) override;

private:
    RoleDetails *m_details;
};

} // namespace rolewright
