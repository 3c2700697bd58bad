// SPDX-License-Identifier: Apache-2.0
#include "ui/roles/inheritancepane.h"

#include "ui/roles/inheritancegraph.h"
#include "ui/roles/inheritancetree.h"
#include "ui/widgets/completionfield.h"
#include "ui/widgets/problemlabel.h"
#include "ui/widgets/suggestions.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QToolButton>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// Up to so many roles are drawn whole, unless one asks for less.
constexpr qsizetype SmallPolicy = 60;

QList<Change> changeOf(const Policy &policy, Change::Verb verb, const Inheriting &inheriting)
{
    return {{verb,
             Change::Kind::Inheritance,
             policy.roles().at(inheriting.senior).name,
             policy.roles().at(inheriting.junior).name,
             {},
             {},
             {}}};
}

} // namespace

InheritancePane::InheritancePane(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_tree(new InheritanceTree)
    , m_field(new CompletionField(
          [this](const QString &typed) { return suggestRoles(m_workspace.policy(), typed); }))
    , m_inherit(new QPushButton(tr("Inher&it it")))
    , m_beInherited(new QPushButton(tr("&Let it inherit")))
    , m_remove(new QPushButton(tr("&Remove")))
    , m_problem(new ProblemLabel)
    , m_graph(new InheritanceGraph)
    , m_depth(new QSpinBox)
    , m_extent(new QLabel)
{
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(makeTree());
    splitter->addWidget(makeGraph());
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 0);
    column->addWidget(splitter);

    connect(m_tree, &InheritanceTree::roleRequested, this, &InheritancePane::roleRequested);
    connect(m_graph, &InheritanceGraph::roleRequested, this, &InheritancePane::roleRequested);
    connect(m_tree, &InheritanceTree::removeRequested, this, &InheritancePane::remove);
    connect(m_tree, &InheritanceTree::moveRequested, this, &InheritancePane::move);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &InheritancePane::updateButtons);
    connect(m_graph, &InheritanceGraph::drawn, this, &InheritancePane::say);
    connect(m_depth, &QSpinBox::valueChanged, this, &InheritancePane::refresh);
    connect(&workspace, &Workspace::changed, this, &InheritancePane::refresh);
    connect(&workspace, &Workspace::storeChanged, this, [this] {
        const bool small = m_workspace.policy().roles().size() <= SmallPolicy;
        m_depth->setValue(small ? Neighbourhood::Everything : 2);
        refresh();
    });
    if (workspace.policy().roles().size() > SmallPolicy)
        m_depth->setValue(2);
    updateButtons();
}

QWidget *InheritancePane::makeTree()
{
    m_field->setPlaceholderText(tr("Role"));
    m_field->setAccessibleName(tr("Role to put above or below"));
    m_inherit->setToolTip(tr("The role shown inherits the role in the field"));
    m_beInherited->setToolTip(tr("The role in the field inherits the role shown"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_field, 1);
    row->addWidget(m_inherit);
    row->addWidget(m_beInherited);
    row->addWidget(m_remove);
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tree, 1);
    column->addLayout(row);
    column->addWidget(m_problem);
    connect(m_field, &QLineEdit::returnPressed, this, [this] { add(true); });
    connect(m_field, &QLineEdit::textEdited, this, [this] {
        m_problem->setProblem({});
        m_field->setAccessibleDescription({});
    });
    connect(m_field, &QLineEdit::textChanged, this, &InheritancePane::updateButtons);
    connect(m_inherit, &QPushButton::clicked, this, [this] { add(true); });
    connect(m_beInherited, &QPushButton::clicked, this, [this] { add(false); });
    connect(m_remove, &QPushButton::clicked, this,
            [this] { remove(m_tree->inheritingOf(m_tree->currentItem())); });
    return part;
}

QWidget *InheritancePane::makeGraph()
{
    m_depth->setRange(Neighbourhood::Everything, 9);
    m_depth->setSpecialValueText(tr("everything"));
    m_depth->setAccessibleName(tr("Steps shown"));
    auto *label = new QLabel(tr("&Steps shown"));
    label->setBuddy(m_depth);
    m_extent->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_depth);
    row->addWidget(m_extent, 1);
    const auto button = [&](const QString &text, const QString &name, auto run) {
        auto *made = new QToolButton;
        made->setText(text);
        made->setAccessibleName(name);
        made->setToolTip(name);
        connect(made, &QToolButton::clicked, this, run);
        row->addWidget(made);
    };
    button(u"−"_s, tr("Smaller"), [this] { m_graph->zoomBy(1 / 1.2); });
    button(u"+"_s, tr("Larger"), [this] { m_graph->zoomBy(1.2); });
    button(tr("Fit"), tr("Fit the graph into its place"), [this] { m_graph->fit(); });
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_graph, 1);
    return part;
}

void InheritancePane::setRole(RoleId role)
{
    if (role == m_role)
        return;
    m_role = role;
    m_field->clear();
    m_problem->setProblem({});
    refresh();
}

void InheritancePane::refresh()
{
    m_stale = !isVisible();
    if (m_stale)
        return;
    const Policy &policy = m_workspace.policy();
    m_tree->setEditable(!m_workspace.isReadOnly());
    m_tree->showRole(policy, m_role);
    m_graph->showAround(policy, m_role, m_depth->value());
    updateButtons();
}

void InheritancePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void InheritancePane::say()
{
    const qsizetype left = m_graph->leftOut();
    m_extent->setText(left == 0 ? tr("%Ln role(s)", nullptr, int(m_graph->shown().nodes.size()))
                                : tr("the nearest %L1 roles; %L2 more are left out")
                                      .arg(m_graph->shown().nodes.size())
                                      .arg(left));
}

void InheritancePane::add(bool asJunior)
{
    const QString name = m_field->name();
    const RoleId other = m_workspace.policy().roles().idOf(name);
    const auto refuse = [this](const QString &problem) {
        m_problem->setProblem(problem);
        m_field->setAccessibleDescription(problem);
    };
    if (name.isEmpty() || !m_workspace.policy().roles().contains(m_role))
        return;
    if (!other.isValid())
        return refuse(tr("There is no role %1.").arg(name));
    const QString before = m_field->text();
    move({}, asJunior ? Inheriting{m_role, other} : Inheriting{other, m_role});
    if (m_problem->text().isEmpty() && m_field->text() == before)
        m_field->clear();
}

void InheritancePane::remove(const Inheriting &inheriting)
{
    if (!inheriting.isValid())
        return;
    const Policy &policy = m_workspace.policy();
    m_workspace.edit(tr("Let role %1 no longer inherit %2")
                         .arg(policy.roles().at(inheriting.senior).name,
                              policy.roles().at(inheriting.junior).name),
                     changeOf(policy, Change::Verb::Remove, inheriting));
}

// One step, also where a role moves from one place to another.
void InheritancePane::move(const Inheriting &from, const Inheriting &to)
{
    Policy policy = m_workspace.policy();
    const QString senior = policy.roles().at(to.senior).name;
    const QString junior = policy.roles().at(to.junior).name;
    QList<Change> changes;
    if (from.isValid())
        changes = changeOf(policy, Change::Verb::Remove, from);
    if (const Status removed = rolewright::apply(policy, changes); !removed) {
        m_workspace.show(toMessage(removed.error()));
        return;
    }
    if (const auto problem = problemOfInheriting(policy, to.senior, to.junior)) {
        m_problem->setProblem(*problem);
        m_field->setAccessibleDescription(*problem);
        return;
    }
    bool there = false;
    policy.inheritance().forEachOf(to.senior.value, [&](const InheritanceRow &row) {
        there = there || row.junior == to.junior;
    });
    if (there) {
        m_problem->setProblem(tr("%1 inherits %2 already.").arg(senior, junior));
        return;
    }
    m_problem->setProblem({});
    m_workspace.edit(tr("Let role %1 inherit %2").arg(senior, junior),
                     changes + changeOf(policy, Change::Verb::Add, to));
}

void InheritancePane::updateButtons()
{
    const bool editable = !m_workspace.isReadOnly() && m_workspace.policy().roles().contains(m_role);
    m_field->setEnabled(editable);
    m_inherit->setEnabled(editable && !m_field->name().isEmpty());
    m_beInherited->setEnabled(editable && !m_field->name().isEmpty());
    m_remove->setEnabled(editable && m_tree->inheritingOf(m_tree->currentItem()).isValid());
}

} // namespace rolewright
