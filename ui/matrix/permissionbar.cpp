// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/permissionbar.h"

#include "ui/widgets/deletionbar.h"
#include "ui/widgets/namebar.h"

#include <QMenu>
#include <QVBoxLayout>

namespace rolewright {

namespace {

std::optional<QString> problemOf(const QString &text, const Policy &policy, const QString &renamed)
{
    const Result<PermissionName> name = parsePermission(text);
    if (!name)
        return PermissionBar::tr("The permission %1.").arg(name.error().message);
    if (name->toText() != renamed && policy.permissions().idOf(name->toText()).isValid())
        return PermissionBar::tr("The permission %1 exists already.").arg(name->toText());
    return {};
}

} // namespace

PermissionBar::PermissionBar(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_name(new NameBar(
          [this](const QString &text) { return problemOf(text, m_workspace.policy(), m_renamed); }, this))
    , m_deletion(new DeletionBar(this))
{
    m_name->hide();
    m_deletion->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_name);
    layout->addWidget(m_deletion);
    connect(m_name, &NameBar::accepted, this, &PermissionBar::take);
    connect(m_deletion, &DeletionBar::accepted, this, [this](const QList<Change> &changes) {
        if (m_workspace.edit(tr("Delete permission %1").arg(m_deleted), changes))
            m_deletion->hide();
    });
    connect(&workspace, &Workspace::storeChanged, this, [this] {
        m_name->hide();
        m_deletion->hide();
    });
}

void PermissionBar::askNew()
{
    m_renamed.clear();
    m_deletion->hide();
    m_name->open(tr("New permission, as resource:action or resource:action:scope:"), {});
}

void PermissionBar::take(const QString &text)
{
    const Result<PermissionName> name = parsePermission(text);
    if (!name)
        return; // the bar has told why
    const QString key = name->toText();
    bool done = false;
    if (m_renamed.isEmpty()) {
        Permission permission;
        permission.name = *name;
        Change change;
        change.verb = Change::Verb::Add;
        change.kind = Change::Kind::Permission;
        change.key = key;
        change.to = permission;
        done = m_workspace.edit(tr("Create permission %1").arg(key), QList<Change>{change});
    } else if (key == m_renamed) {
        done = true;
    } else {
        done = m_workspace.edit(tr("Rename permission %1 to %2").arg(m_renamed, key),
                                renaming(m_workspace.policy(), Change::Kind::Permission, m_renamed, key));
    }
    if (!done)
        return;
    m_name->hide();
    Q_EMIT permissionMade(key);
}

void PermissionBar::setSensitive(const QString &permission, bool sensitive)
{
    Change change;
    change.verb = Change::Verb::Set;
    change.kind = Change::Kind::Permission;
    change.key = permission;
    change.field = QStringLiteral("sensitive");
    change.to = sensitive;
    m_workspace.edit(sensitive ? tr("Mark %1 as sensitive").arg(permission)
                               : tr("Mark %1 as not sensitive").arg(permission),
                     QList<Change>{change});
}

QMenu *PermissionBar::menuFor(const QString &permission)
{
    const Policy &policy = m_workspace.policy();
    const PermissionId id = policy.permissions().idOf(permission);
    if (!id.isValid())
        return nullptr;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *sensitive = menu->addAction(tr("&Sensitive"));
    sensitive->setCheckable(true);
    sensitive->setChecked(policy.permissions().at(id).sensitive);
    connect(sensitive, &QAction::triggered, this,
            [this, permission](bool on) { setSensitive(permission, on); });
    menu->addSeparator();
    menu->addAction(tr("&New permission…"), this, &PermissionBar::askNew);
    menu->addAction(tr("&Rename…"), this, [this, permission] {
        m_renamed = permission;
        m_deletion->hide();
        m_name->open(tr("New name of the permission %1:").arg(permission), permission);
    });
    menu->addAction(tr("&Delete…"), this, [this, permission] {
        m_deleted = permission;
        m_name->hide();
        m_deletion->open(tr("Delete the permission %1?").arg(permission),
                         deletion(m_workspace.policy(), Change::Kind::Permission, permission));
    });
    return menu;
}

} // namespace rolewright
