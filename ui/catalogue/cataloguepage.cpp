// SPDX-License-Identifier: Apache-2.0
#include "ui/catalogue/cataloguepage.h"

#include "ui/catalogue/addmanybar.h"
#include "ui/catalogue/cataloguemodel.h"
#include "ui/catalogue/permissiondetails.h"

#include <QAction>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

EntityPage::Words words()
{
    return {CataloguePage::tr("Permissions"),
            CataloguePage::tr("Filter by name or description; unused, pending…"),
            CataloguePage::tr("New permission, as resource:action or resource:action:scope:"),
            {},
            CataloguePage::tr("Delete the permission %1?"),
            CataloguePage::tr("Create permission %1"),
            {},
            CataloguePage::tr("Delete permission %1"),
            [](int count) { return CataloguePage::tr("Delete %Ln permission(s)?", nullptr, count); },
            [](int count) { return CataloguePage::tr("Delete %Ln permission(s)", nullptr, count); }};
}

} // namespace

CataloguePage::CataloguePage(Workspace &workspace, QWidget *parent)
    : CataloguePage(workspace, new CatalogueModel(workspace), parent)
{
}

CataloguePage::CataloguePage(Workspace &workspace, CatalogueModel *model, QWidget *parent)
    : EntityPage(workspace, Change::Kind::Permission, model, words(), parent)
    , m_details(new PermissionDetails(workspace, *model))
    , m_addMany(new AddManyBar(workspace))
    , m_add(new QAction(tr("Add many…"), this))
    , m_sensitive(new QAction(this))
{
    m_add->setShortcut(Qt::SHIFT | Qt::Key_Insert);
    m_sensitive->setShortcut(Qt::CTRL | Qt::Key_M);
    addListAction(m_add);
    addListAction(m_sensitive);
    addListBar(m_addMany);
    setDetails(m_details, 1200);
    connect(m_add, &QAction::triggered, this, [this] {
        hideBars();
        m_addMany->open();
    });
    connect(m_addMany, &AddManyBar::added, this, &CataloguePage::select);
    connect(m_sensitive, &QAction::triggered, this, &CataloguePage::toggleSensitive);
    start();
}

Change CataloguePage::addition(const QString &key) const
{
    const Result<PermissionName> name = parsePermission(key);
    Q_ASSERT(name); // problemOfKey() has been asked
    return {Change::Verb::Add,           Change::Kind::Permission, name->toText(), {}, {}, {},
            Permission{*name, {}, false}};
}

std::optional<QString> CataloguePage::problemOfKey(const QString &key) const
{
    return problemOfPermissionName(workspace().policy(), key);
}

void CataloguePage::showDetails(quint32 id)
{
    m_details->setPermission(PermissionId{id});
}

bool CataloguePage::areSensitive(const QStringList &permissions) const
{
    const Policy::Permissions &catalogue = workspace().policy().permissions();
    return !permissions.isEmpty()
        && std::all_of(permissions.begin(), permissions.end(), [&](const QString &key) {
               const Permission *permission = catalogue.find(catalogue.idOf(key));
               return permission && permission->sensitive;
           });
}

void CataloguePage::updateListActions()
{
    const QStringList selected = selectedKeys();
    m_sensitive->setText(areSensitive(selected) ? tr("Not sensitive") : tr("Sensitive"));
    m_sensitive->setEnabled(!selected.isEmpty() && !workspace().isReadOnly());
    m_add->setEnabled(!workspace().isReadOnly());
}

// Those that are not become so; where all are, none is any more.
void CataloguePage::toggleSensitive()
{
    const QStringList selected = selectedKeys();
    const bool to = !areSensitive(selected);
    QList<Change> changes;
    for (const QString &key : selected)
        changes.append({Change::Verb::Set, Change::Kind::Permission, key, {}, u"sensitive"_s, {}, to});
    const int count = int(changes.size());
    workspace().edit(to ? tr("Mark %Ln permission(s) as sensitive", nullptr, count)
                        : tr("Mark %Ln permission(s) as not sensitive", nullptr, count),
                     changes);
}

} // namespace rolewright
