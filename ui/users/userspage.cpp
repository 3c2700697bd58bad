// SPDX-License-Identifier: Apache-2.0
#include "ui/users/userspage.h"

#include "ui/users/userdetails.h"
#include "ui/users/usersmodel.h"

namespace rolewright {

namespace {

EntityPage::Words words()
{
    return {UsersPage::tr("Users"),
            UsersPage::tr("Filter by id or name"),
            UsersPage::tr("Id of the new user:"),
            UsersPage::tr("Id of the new user, with the roles of %1:"),
            UsersPage::tr("Delete the user %1?"),
            UsersPage::tr("Create user %1"),
            UsersPage::tr("Clone user %1 as %2"),
            UsersPage::tr("Delete user %1"),
            [](int count) { return UsersPage::tr("Delete %Ln user(s)?", nullptr, count); },
            [](int count) { return UsersPage::tr("Delete %Ln user(s)", nullptr, count); }};
}

} // namespace

UsersPage::UsersPage(Workspace &workspace, QWidget *parent)
    : EntityPage(workspace, Change::Kind::User, new UsersModel(workspace), words(), parent)
    , m_details(new UserDetails(workspace))
{
    offerComparison();
    setDetails(m_details, 1200);
    start();
}

Change UsersPage::addition(const QString &key) const
{
    return {Change::Verb::Add, Change::Kind::User, key, {}, {}, {}, User{key, key, true, {}, {}}};
}

std::optional<QString> UsersPage::problemOfKey(const QString &key) const
{
    return problemOfUserId(workspace().policy(), key);
}

void UsersPage::showDetails(quint32 id)
{
    m_details->setUser(UserId{id});
}

} // namespace rolewright
