// SPDX-License-Identifier: Apache-2.0
#include "ui/simulate/questionform.h"

#include "core/base/text.h"
#include "ui/simulate/sessionedit.h"
#include "ui/simulate/versionchooser.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/completionfield.h"
#include "ui/widgets/momentedit.h"
#include "ui/widgets/suggestions.h"

#include <QComboBox>
#include <QFormLayout>
#include <QScopedValueRollback>
#include <QSet>
#include <QToolButton>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// Ids tell at their beginning who and what is meant; a field shows the end of what is put into it.
void showStarts(std::initializer_list<QLineEdit *> fields)
{
    for (QLineEdit *field : fields)
        field->setCursorPosition(0);
}

} // namespace

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
    m_moreForm->addRow(m_session);
    m_moreForm->addRow(m_time);
    m_moreForm->addRow(m_policy);
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
    connect(m_session, &SessionEdit::changed, this, &QuestionForm::say);
    connect(m_time, &MomentEdit::momentChanged, this, &QuestionForm::say);
    connect(m_policy, &VersionChooser::chosen, this, &QuestionForm::say);
    connect(m_more, &QToolButton::toggled, this, [this](bool open) {
        m_more->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_morePart->setVisible(open);
    });
    updateRows();
}

void QuestionForm::makeFields()
{
    const auto users = [this](const QString &typed) {
        return suggestUsers(m_policy->index().policy(), typed);
    };
    m_user = new CompletionField(users);
    m_about = new QComboBox;
    m_about->addItems({tr("a resource"), tr("an operation")});
    m_type = new CompletionField(
        [this](const QString &typed) { return suggestResources(m_policy->index().policy(), typed); });
    m_action = new CompletionField([this](const QString &typed) {
        return suggestActions(m_policy->index().policy(), m_type->name(), typed);
    });
    m_resource = new QLineEdit;
    m_resource->setPlaceholderText(tr("any one"));
    m_operation = new CompletionField(
        [this](const QString &typed) { return suggestOperations(m_policy->index().policy(), typed); });
    m_owner = new CompletionField(users);
    m_owner->setPlaceholderText(tr("not said"));
    m_more = new QToolButton;
    m_more->setText(tr("&More: session, time, version"));
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setArrowType(Qt::RightArrow);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_relations = new CheckList;
    m_relations->setToolTip(tr("What else holds between the user and this resource, beside owning it."));
    m_session = new SessionEdit;
    m_time = new MomentEdit(tr("&At"));
    m_time->setToolTip(tr("Otherwise now."));
    m_policy = new VersionChooser(m_workspace);
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
        showStarts({m_user, m_type, m_action});
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
        showStarts({m_user, m_operation});
    }
    say();
}

void QuestionForm::ask(const Request &request)
{
    {
        const QScopedValueRollback quiet(m_quiet, true);
        reset();
        const bool operation = request.resourceType == u"operation" && request.action == u"perform";
        m_about->setCurrentIndex(operation ? 1 : 0);
        m_user->setText(request.subject);
        m_type->setText(operation ? QString() : request.resourceType);
        m_action->setText(operation ? QString() : request.action);
        m_operation->setText(operation ? request.resource : QString());
        m_resource->setText(operation || request.resource == u"any" ? QString() : request.resource);
        const auto owner = request.properties.find(m_policy->index().policy().ownership().property);
        m_owner->setText(owner == request.properties.end() ? QString() : owner->second);
        showStarts({m_user, m_type, m_action, m_operation, m_resource, m_owner});
        m_time->setMoment(request.time);
        refresh(); // the marks stand in lists
        m_relations->setCheckedNames(request.relations);
        if (request.roles)
            m_session->open(*request.roles);
        m_more->setChecked(m_more->isChecked() || request.roles || request.time
                           || !request.relations.isEmpty());
    }
    say();
}

void QuestionForm::askAt(Instant time)
{
    m_more->setChecked(true);
    m_time->setMoment(time);
    say();
}

void QuestionForm::changeSession(const QStringList &activate, const QStringList &drop)
{
    if (activate.isEmpty() && drop.isEmpty())
        return;
    m_more->setChecked(true);
    m_session->change(activate, drop);
}

void QuestionForm::reset()
{
    m_resource->clear();
    m_owner->clear();
    m_relations->setCheckedNames({});
    m_session->end();
    m_time->setMoment({});
    m_policy->setPast({});
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
        request.properties[m_policy->index().policy().ownership().property] = owner;
    request.relations = m_relations->checkedNames();
    request.time = m_time->moment();
    request.roles = m_session->roles();
    return request;
}

void QuestionForm::askOnlyNow()
{
    m_onlyNow = true;
    m_moreForm->setRowVisible(m_policy, false);
}

void QuestionForm::refresh()
{
    m_relations->setNames(scopesInQuestion());
    m_session->follow(m_policy->index(), m_user->name(), m_time->moment().value_or(Instant::now()));
    m_moreForm->setRowVisible(m_relations, m_relations->count() > 0);
    m_moreForm->setRowVisible(m_policy, m_policy->hasVersions() && !m_onlyNow);
}

void QuestionForm::updateRows()
{
    const bool operation = asksOperation();
    for (QWidget *field : {static_cast<QWidget *>(m_type), static_cast<QWidget *>(m_action),
                           static_cast<QWidget *>(m_resource)})
        m_form->setRowVisible(field, !operation);
    m_form->setRowVisible(m_operation, operation);
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
        m_policy->index().policy().permissions().forEach(
            [&](PermissionId, const Permission &permission) { scopes.insert(permission.name.scope); });
    } else if (const PolicyIndex::Pair *pair = m_policy->index().pair(m_type->name(), m_action->name())) {
        for (const PolicyIndex::Pair::Scoped &scoped : pair->scoped)
            scopes.insert(scoped.scope);
    }
    scopes.remove(QString());
    scopes.remove(u"own"_s);
    QStringList names = scopes.values();
    sortByCodePoint(names);
    return names;
}

} // namespace rolewright
