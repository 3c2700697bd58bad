// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/entitypage.h"

namespace rolewright {

class UserDetails;

// The users: create, rename, clone, activate, delete; which roles each has from when until when, and what
// that gives.
class UsersPage : public EntityPage
{
    Q_OBJECT

public:
    explicit UsersPage(Workspace &workspace, QWidget *parent = nullptr);

protected:
    Change addition(const QString &key) const override;
    std::optional<QString> problemOfKey(const QString &key) const override;
    void showDetails(quint32 id) override;

private:
    UserDetails *m_details;
};

} // namespace rolewright
