// SPDX-License-Identifier: Apache-2.0
#include "ui/roles/roledetails.h"

#include "core/base/text.h"
#include "ui/roles/inheritancepane.h"
#include "ui/roles/inheritancetree.h"
#include "ui/widgets/coretext.h"
#include "ui/widgets/descriptionfield.h"
#include "ui/widgets/foldingsplitter.h"
#include "ui/widgets/memberlist.h"
#include "ui/widgets/namefield.h"
#include "ui/widgets/suggestions.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QTabWidget>

namespace rolewright {

using namespace Qt::StringLiterals;

std::optional<QString> problemOfRoleName(const Policy &policy, const QString &name, const QString &own)
{
    if (const auto problem = problemOfName(name))
        return RoleDetails::tr("The name %1.").arg(inWindowLanguage(*problem));
    if (name != own && policy.roles().idOf(name).isValid())
        return RoleDetails::tr("There is a role %1 already.").arg(name);
    return {};
}

RoleDetails::RoleDetails(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_name(new NameField(
          [this](const QString &name) { return problemOfRoleName(m_workspace.policy(), name, m_key); }))
    , m_description(new DescriptionField)
    , m_enabled(new QCheckBox(tr("Ena&bled")))
    , m_summary(new QLabel)
    , m_inherits(
          new MemberList(tr("&Inherits"), tr("Role to inherit"),
                         [this](const QString &typed) { return suggestRoles(m_workspace.policy(), typed); }))
    , m_grants(new MemberList(
          tr("Own &grants"), tr("resource:action, or a pattern"),
          [this](const QString &typed) { return suggestPermissions(m_workspace.policy(), typed); }))
    , m_users(
          new MemberList(tr("Assigned &users"), tr("User to assign"),
                         [this](const QString &typed) { return suggestUsers(m_workspace.policy(), typed); }))
    , m_inheritance(new InheritancePane(workspace))
{
    makeLayout();
    connectEdits();
    connect(&workspace, &Workspace::changed, this, &RoleDetails::refresh);
}

void RoleDetails::makeLayout()
{
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_name->edit()->setAccessibleName(tr("Name"));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Na&me"), m_name);
    form->addRow(tr("&Description"), m_description);
    form->addRow(QString(), m_enabled);
    auto *left = new QSplitter(Qt::Vertical);
    left->addWidget(m_inherits);
    left->addWidget(m_users);
    left->setChildrenCollapsible(false);
    auto *lists = new FoldingSplitter;
    lists->addWidget(m_grants);
    lists->addWidget(left);
    lists->foldBelow(90); // names of permissions are long
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_summary);
    auto *tabs = new QTabWidget;
    tabs->setDocumentMode(true);
    tabs->addTab(lists, tr("Grants and use&rs"));
    tabs->addTab(m_inheritance, tr("Inheritan&ce"));
    column->addWidget(tabs, 1);
}

void RoleDetails::connectEdits()
{
    connect(m_name, &NameField::changed, this, [this](const QString &name) {
        m_workspace.edit(tr("Rename role %1 to %2").arg(m_key, name),
                         renaming(m_workspace.policy(), Change::Kind::Role, m_key, name));
    });
    connect(m_description, &DescriptionField::changed, this,
            [this](const QString &text) { set(u"description"_s, text, tr("Describe role %1").arg(m_key)); });
    connect(m_enabled, &QCheckBox::clicked, this, [this](bool enabled) {
        set(u"enabled"_s, enabled, (enabled ? tr("Enable role %1") : tr("Disable role %1")).arg(m_key));
    });
    connect(m_inheritance, &InheritancePane::roleRequested, this, &RoleDetails::roleRequested);
    connect(m_inherits, &MemberList::activated, this, &RoleDetails::roleRequested);
    connect(m_inherits, &MemberList::addRequested, this, &RoleDetails::addInheritance);
    connect(m_grants, &MemberList::addRequested, this, &RoleDetails::addGrant);
    connect(m_users, &MemberList::addRequested, this, &RoleDetails::addUser);
    connect(m_inherits, &MemberList::removeRequested, this,
            [this](const QStringList &names) { remove(Change::Kind::Inheritance, names); });
    connect(m_grants, &MemberList::removeRequested, this,
            [this](const QStringList &names) { remove(Change::Kind::Grant, names); });
    connect(m_users, &MemberList::removeRequested, this,
            [this](const QStringList &names) { remove(Change::Kind::Assignment, names); });
}

void RoleDetails::setRole(RoleId role)
{
    if (role != m_role) {
        // What was typed for another role is not for this one.
        m_name->clear();
        for (MemberList *list : {m_inherits, m_grants, m_users})
            list->clearField();
    }
    m_role = role;
    m_inheritance->setRole(role);
    refresh();
}

void RoleDetails::refresh()
{
    const Policy &policy = m_workspace.policy();
    const Role *role = policy.roles().find(m_role);
    const bool editable = role && !m_workspace.isReadOnly();
    m_key = role ? role->name : QString();
    m_name->setSaved(m_key);
    m_name->setEnabled(editable);
    m_description->setSaved(role ? role->description : QString());
    m_description->setReadOnly(!editable);
    m_enabled->setChecked(role && role->enabled);
    m_enabled->setEnabled(editable);
    QStringList juniors;
    QStringList users;
    if (role) {
        policy.inheritance().forEachOf(m_role.value, [&](const InheritanceRow &row) {
            juniors.append(policy.roles().at(row.junior).name);
        });
        policy.assignments().forEach([&](const AssignmentRow &row) {
            if (row.role == m_role)
                users.append(policy.users().at(row.user).id);
        });
    }
    sortByCodePoint(juniors);
    sortByCodePoint(users);
    m_inherits->setNames(juniors);
    m_users->setNames(users);
    m_grants->setNames(namesOfGrants());
    for (MemberList *list : {m_inherits, m_grants, m_users})
        list->setEditable(editable);
    const PolicyIndex &index = m_workspace.index();
    const qsizetype gives = role ? index.effective(m_role).countMissingIn(BitSet(), index.holdable()) : 0;
    const qsizetype own = role ? index.own(m_role).countMissingIn(BitSet(), index.holdable()) : 0;
    if (!role)
        m_summary->setText(tr("Choose a role, or create one."));
    else if (!role->enabled)
        m_summary->setText(tr("Disabled: it gives nothing, and nothing flows through it."));
    else
        m_summary->setText(tr("Gives %Ln permission(s), %1 of them by its own grants.", nullptr, int(gives))
                               .arg(tr("%L1").arg(own)));
}

QStringList RoleDetails::namesOfGrants() const
{
    QStringList names;
    if (m_workspace.policy().roles().contains(m_role))
        m_workspace.policy().grants().forEachOf(
            m_role.value, [&](const GrantRow &row) { names.append(m_workspace.policy().textOf(row.grant)); });
    sortByCodePoint(names);
    return names;
}

void RoleDetails::set(const QString &field, const Change::Value &to, const QString &text)
{
    m_workspace.edit(text, QList<Change>{{Change::Verb::Set, Change::Kind::Role, m_key, {}, field, {}, to}});
    refresh(); // a refused check box goes back
}

void RoleDetails::addInheritance(const QString &junior)
{
    const RoleId id = m_workspace.policy().roles().idOf(junior);
    if (!id.isValid())
        m_inherits->setProblem(tr("There is no role %1.").arg(junior));
    else if (const auto problem = problemOfInheriting(m_workspace.policy(), m_role, id))
        m_inherits->setProblem(*problem);
    else if (m_workspace.edit(
                 tr("Let role %1 inherit %2").arg(m_key, junior),
                 QList<Change>{{Change::Verb::Add, Change::Kind::Inheritance, m_key, junior, {}, {}, {}}}))
        m_inherits->clearField();
}

void RoleDetails::addGrant(const QString &text)
{
    const Result<PermissionName> grant = parseGrant(text);
    if (!grant) {
        m_grants->setProblem(tr("The grant %1.").arg(inWindowLanguage(grant.error().message)));
        return;
    }
    const QString name = grant->toText();
    if (!isPattern(*grant) && !m_workspace.policy().permissions().idOf(name).isValid())
        m_grants->setProblem(tr("The catalogue has no permission %1.").arg(name));
    else if (m_workspace.edit(
                 tr("Grant %1 to %2").arg(name, m_key),
                 QList<Change>{{Change::Verb::Add, Change::Kind::Grant, m_key, name, {}, {}, {}}}))
        m_grants->clearField();
}

void RoleDetails::addUser(const QString &user)
{
    if (!m_workspace.policy().users().idOf(user).isValid())
        m_users->setProblem(tr("There is no user %1.").arg(user));
    else if (m_workspace.edit(
                 tr("Assign %1 to %2").arg(m_key, user),
                 QList<Change>{
                     {Change::Verb::Add, Change::Kind::Assignment, user, m_key, {}, {}, Assignment()}}))
        m_users->clearField();
}

void RoleDetails::remove(Change::Kind kind, const QStringList &names)
{
    QList<Change> changes;
    for (const QString &name : names) {
        const bool byUser = kind == Change::Kind::Assignment;
        changes.append(
            {Change::Verb::Remove, kind, byUser ? name : m_key, byUser ? m_key : name, {}, {}, {}});
    }
    QString text;
    if (kind == Change::Kind::Grant)
        text = names.size() == 1 ? tr("Revoke %1 from %2").arg(names.first(), m_key)
                                 : tr("Revoke %Ln grant(s) from %1", nullptr, int(names.size())).arg(m_key);
    else if (kind == Change::Kind::Inheritance)
        text = tr("Let role %1 no longer inherit %2").arg(m_key, names.join(u", "_s));
    else
        text = tr("Unassign %1 from %Ln user(s)", nullptr, int(names.size())).arg(m_key);
    m_workspace.edit(text, changes);
}

} // namespace rolewright
