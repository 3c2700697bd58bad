// SPDX-License-Identifier: Apache-2.0
#include "ui/catalogue/permissiondetails.h"

#include "core/base/text.h"
#include "ui/catalogue/cataloguemodel.h"
#include "ui/catalogue/ownershippane.h"
#include "ui/widgets/coretext.h"
#include "ui/widgets/descriptionfield.h"
#include "ui/widgets/memberlist.h"
#include "ui/widgets/namefield.h"
#include "ui/widgets/suggestions.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace rolewright {

using namespace Qt::StringLiterals;

std::optional<QString> problemOfPermissionName(const Policy &policy, const QString &name, const QString &own)
{
    const Result<PermissionName> parsed = parsePermission(name);
    if (!parsed)
        return PermissionDetails::tr("The permission %1.").arg(inWindowLanguage(parsed.error().message));
    const QString key = parsed->toText();
    if (key != own && policy.permissions().idOf(key).isValid())
        return PermissionDetails::tr("There is a permission %1 already.").arg(key);
    return {};
}

PermissionDetails::PermissionDetails(Workspace &workspace, const CatalogueModel &model, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(model)
    , m_name(new NameField(
          [this](const QString &name) { return problemOfPermissionName(m_workspace.policy(), name, m_key); }))
    , m_description(new DescriptionField)
    , m_sensitive(new QCheckBox(tr("&Sensitive")))
    , m_summary(new QLabel)
    , m_roles(
          new MemberList(tr("&Granted to"), tr("Role to grant it to"),
                         [this](const QString &typed) { return suggestRoles(m_workspace.policy(), typed); }))
    , m_patterns(new QLabel)
{
    makeLayout();
    connectEdits();
    connect(&workspace, &Workspace::changed, this, &PermissionDetails::refresh);
    connect(&model, &CatalogueModel::counted, this, &PermissionDetails::refresh);
}

void PermissionDetails::makeLayout()
{
    for (QLabel *label : {m_summary, m_patterns}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_name->edit()->setAccessibleName(tr("Name"));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Na&me"), m_name);
    form->addRow(tr("&Description"), m_description);
    form->addRow(QString(), m_sensitive);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_summary);
    column->addWidget(m_roles, 1);
    column->addWidget(m_patterns);
    column->addWidget(new OwnershipPane(m_workspace));
}

void PermissionDetails::connectEdits()
{
    const auto set = [this](const QString &field, const Change::Value &to, const QString &text) {
        m_workspace.edit(
            text, QList<Change>{{Change::Verb::Set, Change::Kind::Permission, m_key, {}, field, {}, to}});
        refresh(); // a refused check box goes back
    };
    connect(m_name, &NameField::changed, this, [this](const QString &name) {
        m_workspace.edit(tr("Rename permission %1 to %2").arg(m_key, name),
                         renaming(m_workspace.policy(), Change::Kind::Permission, m_key, name));
    });
    connect(m_description, &DescriptionField::changed, this, [this, set](const QString &text) {
        set(u"description"_s, text, tr("Describe permission %1").arg(m_key));
    });
    connect(m_sensitive, &QCheckBox::clicked, this, [this, set](bool sensitive) {
        set(u"sensitive"_s, sensitive,
            (sensitive ? tr("Mark %1 as sensitive") : tr("Mark %1 as not sensitive")).arg(m_key));
    });
    connect(m_roles, &MemberList::addRequested, this, &PermissionDetails::grantTo);
    connect(m_roles, &MemberList::removeRequested, this, &PermissionDetails::revokeFrom);
}

void PermissionDetails::setPermission(PermissionId permission)
{
    if (permission != m_permission) {
        // What was typed for another one is not for this one.
        m_name->clear();
        m_roles->clearField();
    }
    m_permission = permission;
    refresh();
}

void PermissionDetails::refresh()
{
    const Permission *permission = m_workspace.policy().permissions().find(m_permission);
    const bool editable = permission && !m_workspace.isReadOnly();
    m_key = permission ? permission->name.toText() : QString();
    m_name->setSaved(m_key);
    m_name->setEnabled(editable);
    m_description->setSaved(permission ? permission->description : QString());
    m_description->setReadOnly(!editable);
    m_sensitive->setChecked(permission && permission->sensitive);
    m_sensitive->setEnabled(editable);
    m_roles->setEditable(editable);
    const auto usage = permission ? m_model.usageOf(m_permission.value) : std::nullopt;
    if (!permission)
        m_summary->setText(tr("Choose a permission, or create one."));
    else
        m_summary->setText(usage ? summary(*usage) : tr("Counting who holds it…"));
    showGrants();
}

QString PermissionDetails::summary(const PermissionUsage &usage) const
{
    if (usage.isUnused())
        return tr("Unused: no role grants it and no operation asks for it.");
    QString text = tr("%Ln user(s) hold it now.", nullptr, usage.users);
    if (usage.isRequired)
        text += u' ' + tr("An operation asks for it.");
    return text;
}

void PermissionDetails::showGrants()
{
    const Policy &policy = m_workspace.policy();
    const Permission *permission = policy.permissions().find(m_permission);
    QStringList roles;
    QStringList patterns;
    if (permission) {
        policy.grants().forEach([&](const GrantRow &row) {
            if (row.grant == GrantId::of(m_permission))
                roles.append(policy.roles().at(row.role).name);
            else if (row.grant.isPattern() && covers(policy.nameOf(row.grant), permission->name))
                patterns.append(
                    tr("%1 (%2)").arg(policy.roles().at(row.role).name, policy.textOf(row.grant)));
        });
    }
    sortByCodePoint(roles);
    sortByCodePoint(patterns);
    m_roles->setNames(roles);
    constexpr qsizetype ShownPatterns = 10;
    QString text = tr("By pattern: %1").arg(patterns.mid(0, ShownPatterns).join(u", "_s));
    if (patterns.size() > ShownPatterns)
        text += u' ' + tr("and %Ln more", nullptr, int(patterns.size() - ShownPatterns));
    m_patterns->setText(text);
    m_patterns->setVisible(!patterns.isEmpty());
}

void PermissionDetails::grantTo(const QString &role)
{
    if (!m_workspace.policy().roles().idOf(role).isValid())
        m_roles->setProblem(tr("There is no role %1.").arg(role));
    else if (m_workspace.edit(
                 tr("Grant %1 to %2").arg(m_key, role),
                 QList<Change>{{Change::Verb::Add, Change::Kind::Grant, role, m_key, {}, {}, {}}}))
        m_roles->clearField();
}

void PermissionDetails::revokeFrom(const QStringList &roles)
{
    QList<Change> changes;
    for (const QString &role : roles)
        changes.append({Change::Verb::Remove, Change::Kind::Grant, role, m_key, {}, {}, {}});
    m_workspace.edit(roles.size() == 1
                         ? tr("Revoke %1 from %2").arg(m_key, roles.first())
                         : tr("Revoke %1 from %Ln role(s)", nullptr, int(roles.size())).arg(m_key),
                     changes);
}

} // namespace rolewright
