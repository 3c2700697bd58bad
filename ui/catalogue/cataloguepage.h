// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/entitypage.h"

namespace rolewright {

class AddManyBar;
class CatalogueModel;
class PermissionDetails;

// The permissions: create one or many, rename, describe, mark as sensitive, delete; who grants and holds
// each, and which are unused. Also what makes somebody the owner of a thing.
class CataloguePage : public EntityPage
{
    Q_OBJECT

public:
    explicit CataloguePage(Workspace &workspace, QWidget *parent = nullptr);

protected:
    Change addition(const QString &key) const override;
    std::optional<QString> problemOfKey(const QString &key) const override;
    void showDetails(quint32 id) override;
    void updateListActions() override;

private:
    CataloguePage(Workspace &workspace, CatalogueModel *model, QWidget *parent);
    bool areSensitive(const QStringList &permissions) const; // all of them
    void toggleSensitive();

    PermissionDetails *m_details;
    AddManyBar *m_addMany;
    QAction *m_add;
    QAction *m_sensitive;
};

} // namespace rolewright
