// SPDX-License-Identifier: Apache-2.0
#include "ui/roles/rolespage.h"

#include "ui/roles/roledetails.h"
#include "ui/roles/rolesmodel.h"

namespace rolewright {

namespace {

EntityPage::Words words()
{
    return {RolesPage::tr("Roles"),
            RolesPage::tr("Filter by name or description"),
            RolesPage::tr("Name of the new role:"),
            RolesPage::tr("Name of the new role, with the grants of %1 and what it inherits:"),
            RolesPage::tr("Delete the role %1?"),
            RolesPage::tr("Create role %1"),
            RolesPage::tr("Clone role %1 as %2"),
            RolesPage::tr("Delete role %1"),
            [](int count) { return RolesPage::tr("Delete %Ln role(s)?", nullptr, count); },
            [](int count) { return RolesPage::tr("Delete %Ln role(s)", nullptr, count); }};
}

} // namespace

RolesPage::RolesPage(Workspace &workspace, QWidget *parent)
    : EntityPage(workspace, Change::Kind::Role, new RolesModel(workspace), words(), parent)
    , m_details(new RoleDetails(workspace))
{
    offerComparison();
    setDetails(m_details);
    connect(m_details, &RoleDetails::roleRequested, this, &RolesPage::select);
    start();
}

Change RolesPage::addition(const QString &key) const
{
    return {Change::Verb::Add, Change::Kind::Role, key, {}, {}, {}, Role{key, {}, true}};
}

std::optional<QString> RolesPage::problemOfKey(const QString &key) const
{
    return problemOfRoleName(workspace().policy(), key);
}

void RolesPage::showDetails(quint32 id)
{
    m_details->setRole(RoleId{id});
}

} // namespace rolewright
