// SPDX-License-Identifier: Apache-2.0
#include "ui/operations/requirementbuilder.h"

#include "core/policy/names.h"
#include "core/validation/validate.h"
#include "ui/operations/requirementlines.h"
#include "ui/widgets/completionfield.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/problemlabel.h"
#include "ui/widgets/suggestions.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTreeView>

namespace rolewright {

using namespace Qt::StringLiterals;

using Kind = Requirement::Kind;

QList<RequirementBuilder::Choice> RequirementBuilder::choices()
{
    const QString permission = tr("Permission");
    return {{Kind::AnyPermission, false, tr("holds any of"), permission},
            {Kind::AllPermissions, false, tr("holds all of"), permission},
            {Kind::AnyRole, false, tr("has any role of"), tr("Role")},
            {Kind::Access, false, tr("may access"), tr("resource:action")},
            {Kind::Owner, true, tr("owns the thing and holds"), permission},
            {Kind::Owner, false, tr("or, of any thing, holds"), permission},
            {Kind::Authenticated, false, tr("any active user"), {}},
            {Kind::Public, false, tr("everybody"), {}}};
}

RequirementBuilder::RequirementBuilder(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_choices(choices())
    , m_kind(new QComboBox)
    , m_name(new CompletionField([this](const QString &typed) { return suggestions(typed); }))
    , m_problem(new ProblemLabel)
    , m_model(new TreeLinesModel(this))
    , m_view(new QTreeView)
    , m_add(new QAction(tr("Add"), this))
{
    makeFields();
    makeActions();
    const auto typed = [this] {
        setProblem({});
        updateState();
    };
    connect(m_kind, &QComboBox::currentIndexChanged, this, typed);
    connect(m_name, &QLineEdit::textChanged, this, typed);
    connect(m_name, &QLineEdit::returnPressed, m_add, &QAction::trigger);
    connect(m_add, &QAction::triggered, this, &RequirementBuilder::add);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &RequirementBuilder::updateState);
    updateState();
}

void RequirementBuilder::makeFields()
{
    for (const Choice &each : m_choices)
        m_kind->addItem(each.text);
    m_kind->setAccessibleName(tr("Kind of requirement"));
    m_name->setAccessibleName(tr("What is required"));
    m_view->setModel(m_model);
    m_view->setHeaderHidden(true);
    m_view->setUniformRowHeights(true);
    m_view->setAccessibleName(tr("Requirement"));
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void RequirementBuilder::makeActions()
{
    auto *add = new QPushButton(m_add->text());
    connect(add, &QPushButton::clicked, m_add, &QAction::trigger);
    connect(m_add, &QAction::changed, add, [this, add] { add->setEnabled(m_add->isEnabled()); });
    auto *row = new FlowLayout;
    row->addWidget(m_kind);
    row->addWidget(m_name);
    row->addWidget(add);

    const auto at = [this](auto change) {
        return [this, change] { return change(m_requirement, current()); };
    };
    const auto move = [this](RequirementMove to) {
        return [this, to] { return moved(m_requirement, current(), to); };
    };
    addAction(tr("Remove"), QKeySequence::Delete, at(removed));
    addAction(tr("Up"), Qt::ALT | Qt::Key_Up, move(RequirementMove::Up));
    addAction(tr("Down"), Qt::ALT | Qt::Key_Down, move(RequirementMove::Down));
    addAction(tr("Out"), Qt::ALT | Qt::Key_Left, move(RequirementMove::Out));
    addAction(tr("In"), Qt::ALT | Qt::Key_Right, move(RequirementMove::In));
    addAction(tr("Group"), Qt::CTRL | Qt::Key_G, at(grouped));
    addAction(tr("All / any"), Qt::Key_Space, at(switched));
    auto *buttons = new QVBoxLayout;
    for (const Step &step : std::as_const(m_steps)) {
        auto *button = new QPushButton(step.action->text());
        button->setToolTip(step.action->shortcut().toString(QKeySequence::NativeText));
        connect(button, &QPushButton::clicked, step.action, &QAction::trigger);
        connect(step.action, &QAction::changed, button,
                [button, action = step.action] { button->setEnabled(action->isEnabled()); });
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *tree = new QHBoxLayout;
    tree->addWidget(m_view, 1);
    tree->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->addLayout(row);
    column->addWidget(m_problem);
    column->addLayout(tree, 1);
}

QAction *RequirementBuilder::addAction(const QString &text, const QKeySequence &keys,
                                       std::function<RequirementEdit()> edited)
{
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(action);
    m_steps.append({action, edited});
    connect(action, &QAction::triggered, this, [this, edited] {
        edit(edited());
        m_view->setFocus();
    });
    return action;
}

void RequirementBuilder::setOperation(OperationId operation)
{
    const Operation *is = m_workspace.policy().operations().find(operation);
    const bool another = operation != m_operation;
    m_operation = operation;
    if (another) {
        m_name->clear(); // what was typed for another one is not for this one
        setProblem({});
    }
    const std::optional<Requirement> requirement = is ? is->required : std::nullopt;
    if (another || requirement != m_requirement)
        show(requirement);
    updateState();
}

void RequirementBuilder::show(const std::optional<Requirement> &requirement)
{
    const RequirementSpot spot = current();
    m_requirement = requirement;
    m_model->set(linesOf(requirement));
    m_view->expandAll();
    goTo(spot);
}

// The line of the spot, or the nearest one above it.
void RequirementBuilder::goTo(const RequirementSpot &spot)
{
    QModelIndex at = m_model->index(0, 0);
    for (QModelIndex next = at; next.isValid(); next = m_view->indexBelow(next)) {
        const auto here = next.data(Qt::UserRole).value<RequirementSpot>();
        const bool onTheWay =
            here.part == RequirementSpot::Part::Node && spot.node.mid(0, here.node.size()) == here.node;
        if (here == spot || onTheWay)
            at = next;
        if (here == spot)
            break;
    }
    m_view->setCurrentIndex(at);
}

RequirementSpot RequirementBuilder::current() const
{
    return m_view->currentIndex().data(Qt::UserRole).value<RequirementSpot>();
}

const RequirementBuilder::Choice &RequirementBuilder::choice() const
{
    return m_choices.at(std::max(0, m_kind->currentIndex()));
}

QStringList RequirementBuilder::suggestions(const QString &typed) const
{
    const Policy &policy = m_workspace.policy();
    if (choice().kind == Kind::AnyRole)
        return suggestRoles(policy, typed);
    QStringList names = suggestPermissions(policy, typed);
    if (choice().kind == Kind::Access) {
        for (QString &name : names)
            name = parsePermission(name)->withoutScope().toText();
        names.removeDuplicates();
    }
    return names;
}

void RequirementBuilder::add()
{
    if (!m_add->isEnabled())
        return;
    QString name = choice().placeholder.isEmpty() ? QString() : m_name->name();
    // As a policy spells it, so that the one that is there already is found.
    if (choice().kind != Kind::AnyRole) {
        if (const Result<PermissionName> parsed = parsePermission(name))
            name = parsed->toText();
    }
    const RequirementEdit edited = added(m_requirement, current(), choice().kind, choice().own, name);
    if (edited && edited->requirement == m_requirement)
        setProblem(tr("%1 is there already.").arg(name));
    else if (edit(edited,
                  choice().kind == Kind::Owner && !choice().own ? tr("Add what the owner must hold first.")
                                                                : QString()))
        m_name->clear();
}

bool RequirementBuilder::edit(const RequirementEdit &edited, const QString &hint)
{
    const Operation *operation = m_workspace.policy().operations().find(m_operation);
    if (!edited || !operation)
        return false;
    QString problem;
    if (edited->requirement) {
        checkRequirement(m_workspace.policy(), *edited->requirement,
                         [&](const QString &, const QString &, const QString &message) {
                             if (problem.isEmpty())
                                 problem = message;
                         });
    }
    if (!problem.isEmpty() && !hint.isEmpty())
        problem += u' ' + hint;
    setProblem(problem);
    if (!problem.isEmpty())
        return false;
    const bool done = m_workspace.edit(tr("Change what %1 requires").arg(operation->name),
                                       QList<Change>{{Change::Verb::Set,
                                                      Change::Kind::Operation,
                                                      operation->name,
                                                      {},
                                                      u"requires"_s,
                                                      {},
                                                      edited->requirement}});
    if (done)
        goTo(edited->spot);
    return done;
}

void RequirementBuilder::setProblem(const QString &problem)
{
    m_problem->setProblem(problem);
    m_name->setAccessibleDescription(problem);
}

void RequirementBuilder::updateState()
{
    const bool editable =
        m_workspace.policy().operations().contains(m_operation) && !m_workspace.isReadOnly();
    const bool named = !choice().placeholder.isEmpty();
    m_name->setPlaceholderText(choice().placeholder);
    m_name->setEnabled(editable && named);
    m_kind->setEnabled(editable);
    m_add->setEnabled(editable && (!named || !m_name->name().isEmpty()));
    for (const Step &step : std::as_const(m_steps))
        step.action->setEnabled(editable && m_view->currentIndex().isValid() && step.edit().has_value());
}

} // namespace rolewright
