// SPDX-License-Identifier: Apache-2.0
#include "ui/users/userdetails.h"

#include "core/base/text.h"
#include "ui/users/assignmentspane.h"
#include "ui/users/attributespane.h"
#include "ui/users/effectivepane.h"
#include "ui/widgets/coretext.h"
#include "ui/widgets/namefield.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>

namespace rolewright {

using namespace Qt::StringLiterals;

std::optional<QString> problemOfUserId(const Policy &policy, const QString &id, const QString &own)
{
    if (const auto problem = problemOfName(id))
        return UserDetails::tr("The id %1.").arg(inWindowLanguage(*problem));
    if (id != own && policy.users().idOf(id).isValid())
        return UserDetails::tr("There is a user %1 already.").arg(id);
    return {};
}

UserDetails::UserDetails(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_id(new NameField(
          [this](const QString &id) { return problemOfUserId(m_workspace.policy(), id, m_key); }))
    , m_name(new NameField([](const QString &name) -> std::optional<QString> {
        const auto problem = problemOfValue(name);
        return problem ? std::optional(tr("The name %1.").arg(inWindowLanguage(*problem))) : std::nullopt;
    }))
    , m_active(new QCheckBox(tr("&Active")))
    , m_source(new QLabel)
    , m_tabs(new QTabWidget)
    , m_assignments(new AssignmentsPane(workspace))
    , m_effective(new EffectivePane(workspace))
    , m_attributes(new AttributesPane(workspace))
{
    makeLayout();
    connectEdits();
    connect(&workspace, &Workspace::changed, this, &UserDetails::refresh);
}

void UserDetails::makeLayout()
{
    m_id->edit()->setAccessibleName(tr("User id"));
    m_name->edit()->setAccessibleName(tr("Display name"));
    m_source->setTextFormat(Qt::PlainText);
    m_source->setWordWrap(true);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("User &id"), m_id);
    form->addRow(tr("Na&me"), m_name);
    form->addRow(QString(), m_active);
    form->addRow(QString(), m_source);
    m_tabs->addTab(m_assignments, QString());
    m_tabs->addTab(m_effective, tr("Effective permissions"));
    m_tabs->addTab(m_attributes, QString());
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_tabs, 1);
}

void UserDetails::connectEdits()
{
    const auto set = [this](const QString &field, const Change::Value &to, const QString &text) {
        m_workspace.edit(text,
                         QList<Change>{{Change::Verb::Set, Change::Kind::User, m_key, {}, field, {}, to}});
        refresh(); // a refused check box goes back
    };
    connect(m_id, &NameField::changed, this, [this](const QString &id) {
        m_workspace.edit(tr("Rename user %1 to %2").arg(m_key, id),
                         renaming(m_workspace.policy(), Change::Kind::User, m_key, id));
    });
    connect(m_name, &NameField::changed, this, [this, set](const QString &name) {
        set(u"name"_s, name, tr("Call user %1 %2").arg(m_key, name));
    });
    connect(m_active, &QCheckBox::clicked, this, [this, set](bool active) {
        set(u"active"_s, active, (active ? tr("Activate user %1") : tr("Deactivate user %1")).arg(m_key));
    });
}

void UserDetails::setUser(UserId user)
{
    if (user != m_user) {
        // What was typed for another user is not for this one.
        m_id->clear();
        m_name->clear();
    }
    m_user = user;
    refresh();
}

void UserDetails::refresh()
{
    const User *user = m_workspace.policy().users().find(m_user);
    const bool editable = user && !m_workspace.isReadOnly();
    m_key = user ? user->id : QString();
    m_id->setSaved(m_key);
    m_name->setSaved(user ? user->name : QString());
    m_active->setChecked(user && user->active);
    for (QWidget *field :
         {static_cast<QWidget *>(m_id), static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_active)})
        field->setEnabled(editable);
    m_source->setVisible(user && !user->source.isEmpty());
    m_source->setText(user ? tr("Synchronised from %1.").arg(user->source) : QString());
    m_assignments->setUser(m_user);
    m_effective->setUser(m_user);
    m_attributes->setUser(m_user);
    m_tabs->setTabText(m_tabs->indexOf(m_assignments), tr("Ro&les (%L1)").arg(m_assignments->count()));
    m_tabs->setTabText(m_tabs->indexOf(m_attributes), tr("Attri&butes (%L1)").arg(m_attributes->count()));
}

} // namespace rolewright
