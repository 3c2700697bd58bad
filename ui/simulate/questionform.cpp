// SPDX-License-Identifier: Apache-2.0
#include "ui/simulate/questionform.h"

#include "core/base/text.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/completionfield.h"
#include "ui/widgets/momentedit.h"
#include "ui/widgets/suggestions.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QScopedValueRollback>
#include <QSet>
#include <QToolButton>

namespace rolewright {

using namespace Qt::StringLiterals;

QuestionForm::QuestionForm(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_form(new QFormLayout)
    , m_moreForm(new QFormLayout)
{
    makeFields();
    m_form->addRow(tr("&User"), m_user);
    m_form->addRow(tr("A&bout"), m_about);
    m_form->addRow(tr("Resource t&ype"), m_type);
    m_form->addRow(tr("A&ction"), m_action);
    m_form->addRow(tr("Resource &id"), m_resource);
    m_form->addRow(tr("&Operation"), m_operation);
    m_form->addRow(tr("O&wner"), m_owner);
    m_moreForm->addRow(tr("&Relations"), m_relations);
    m_moreForm->addRow(m_onlyRoles, m_roles);
    m_moreForm->addRow(QString(), m_time);
    m_moreForm->setContentsMargins(0, 0, 0, 0);
    m_morePart = new QWidget;
    m_morePart->setLayout(m_moreForm);
    m_morePart->hide();
    m_form->addRow(m_more);
    m_form->addRow(m_morePart);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    setLayout(m_form);

    for (QLineEdit *field : {static_cast<QLineEdit *>(m_user), static_cast<QLineEdit *>(m_type),
                             static_cast<QLineEdit *>(m_action), m_resource,
                             static_cast<QLineEdit *>(m_operation), static_cast<QLineEdit *>(m_owner)})
        connect(field, &QLineEdit::textChanged, this, &QuestionForm::say);
    connect(m_about, &QComboBox::currentIndexChanged, this, &QuestionForm::say);
    connect(m_relations, &CheckList::checkedChanged, this, &QuestionForm::say);
    connect(m_onlyRoles, &QCheckBox::toggled, this, &QuestionForm::say);
    connect(m_roles, &CheckList::checkedChanged, this, &QuestionForm::say);
    connect(m_time, &MomentEdit::momentChanged, this, &QuestionForm::say);
    connect(m_more, &QToolButton::toggled, this, [this](bool open) {
        m_more->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_morePart->setVisible(open);
    });
    updateRows();
}

void QuestionForm::makeFields()
{
    const auto users = [this](const QString &typed) { return suggestUsers(m_workspace.policy(), typed); };
    m_user = new CompletionField(users);
    m_about = new QComboBox;
    m_about->addItems({tr("a resource"), tr("an operation")});
    m_type = new CompletionField(
        [this](const QString &typed) { return suggestResources(m_workspace.policy(), typed); });
    m_action = new CompletionField(
        [this](const QString &typed) { return suggestActions(m_workspace.policy(), m_type->name(), typed); });
    m_resource = new QLineEdit;
    m_resource->setPlaceholderText(tr("any one"));
    m_operation = new CompletionField(
        [this](const QString &typed) { return suggestOperations(m_workspace.policy(), typed); });
    m_owner = new CompletionField(users);
    m_owner->setPlaceholderText(tr("not said"));
    m_more = new QToolButton;
    m_more->setText(tr("&More: relations, roles, time"));
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setArrowType(Qt::RightArrow);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_relations = new CheckList;
    m_relations->setToolTip(tr("What else holds between the user and this resource, beside owning it."));
    m_onlyRoles = new QCheckBox(tr("O&nly as"));
    m_onlyRoles->setToolTip(tr("The roles that act in the session; otherwise all that are assigned."));
    m_roles = new CheckList;
    m_roles->setAccessibleName(tr("Roles of the session"));
    m_time = new MomentEdit(tr("&At"));
    m_time->setToolTip(tr("Otherwise now."));
}

void QuestionForm::ask(const QString &user, const QString &action, const QString &type)
{
    {
        const QScopedValueRollback quiet(m_quiet, true);
        reset();
        m_about->setCurrentIndex(0);
        m_user->setText(user);
        m_type->setText(type);
        m_action->setText(action);
    }
    say();
}

void QuestionForm::askOperation(const QString &user, const QString &operation)
{
    {
        const QScopedValueRollback quiet(m_quiet, true);
        reset();
        m_about->setCurrentIndex(1);
        m_user->setText(user);
        m_operation->setText(operation);
    }
    say();
}

void QuestionForm::changeSession(const QStringList &activate, const QStringList &drop)
{
    if (activate.isEmpty() && drop.isEmpty())
        return;
    {
        const QScopedValueRollback quiet(m_quiet, true);
        QStringList roles = m_onlyRoles->isChecked() ? m_roles->checkedNames() : assignedRoles();
        roles.append(activate);
        roles.removeIf([&](const QString &role) { return drop.contains(role); });
        m_more->setChecked(true);
        m_onlyRoles->setChecked(true);
        m_roles->setCheckedNames(roles);
    }
    say();
}

void QuestionForm::reset()
{
    m_resource->clear();
    m_owner->clear();
    m_relations->setCheckedNames({});
    m_onlyRoles->setChecked(false);
    m_roles->setCheckedNames({});
    m_time->setMoment({});
}

bool QuestionForm::asksOperation() const
{
    return m_about->currentIndex() == 1;
}

QString QuestionForm::missing() const
{
    if (m_user->name().isEmpty())
        return tr("Say which user.");
    if (asksOperation())
        return m_operation->name().isEmpty() ? tr("Say which operation.") : QString();
    if (m_type->name().isEmpty())
        return tr("Say which type of resource.");
    return m_action->name().isEmpty() ? tr("Say which action.") : QString();
}

Request QuestionForm::request() const
{
    Request request;
    request.subject = m_user->name();
    if (asksOperation()) {
        request.resourceType = u"operation"_s;
        request.action = u"perform"_s;
        request.resource = m_operation->name();
    } else {
        request.resourceType = m_type->name();
        request.action = m_action->name();
        request.resource = m_resource->text().isEmpty() ? u"any"_s : m_resource->text();
    }
    if (const QString owner = m_owner->name(); !owner.isEmpty())
        request.properties[m_workspace.policy().ownership().property] = owner;
    request.relations = m_relations->checkedNames();
    request.time = m_time->moment();
    if (m_onlyRoles->isChecked())
        request.roles = m_roles->checkedNames();
    return request;
}

void QuestionForm::refresh()
{
    m_relations->setNames(scopesInQuestion());
    m_roles->setNames(rolesInQuestion());
    m_moreForm->setRowVisible(m_relations, m_relations->count() > 0);
}

void QuestionForm::updateRows()
{
    const bool operation = asksOperation();
    for (QWidget *field : {static_cast<QWidget *>(m_type), static_cast<QWidget *>(m_action),
                           static_cast<QWidget *>(m_resource)})
        m_form->setRowVisible(field, !operation);
    m_form->setRowVisible(m_operation, operation);
    m_roles->setEnabled(m_onlyRoles->isChecked());
}

void QuestionForm::say()
{
    if (m_quiet)
        return;
    updateRows();
    refresh();
    Q_EMIT questionChanged();
}

// Other relations mean nothing to the policy.
QStringList QuestionForm::scopesInQuestion() const
{
    QSet<QString> scopes;
    if (asksOperation()) {
        m_workspace.policy().permissions().forEach(
            [&](PermissionId, const Permission &permission) { scopes.insert(permission.name.scope); });
    } else if (const PolicyIndex::Pair *pair = m_workspace.index().pair(m_type->name(), m_action->name())) {
        for (const PolicyIndex::Pair::Scoped &scoped : pair->scoped)
            scopes.insert(scoped.scope);
    }
    scopes.remove(QString());
    scopes.remove(u"own"_s);
    QStringList names = scopes.values();
    sortByCodePoint(names);
    return names;
}

QStringList QuestionForm::assignedRoles() const
{
    const PolicyIndex &index = m_workspace.index();
    QStringList names;
    for (const RoleId role : index.assignedRoles(index.policy().users().idOf(m_user->name()),
                                                 m_time->moment().value_or(Instant::now())))
        names.append(index.policy().roles().at(role).name);
    return names;
}

QStringList QuestionForm::rolesInQuestion() const
{
    const Policy &policy = m_workspace.policy();
    const UserId user = policy.users().idOf(m_user->name());
    if (!user.isValid())
        return {};
    QSet<QString> roles;
    policy.assignments().forEachOf(user.value, [&](const AssignmentRow &row) {
        m_workspace.index().reachAll(row.role).forEach(
            [&](quint32 role) { roles.insert(policy.roles().at(RoleId{role}).name); });
    });
    QStringList names = roles.values();
    sortByCodePoint(names);
    return names;
}

} // namespace rolewright
