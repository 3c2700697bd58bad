// SPDX-License-Identifier: Apache-2.0
#include "ui/users/assignmentspane.h"

#include "ui/users/assignmentsmodel.h"
#include "ui/widgets/completionfield.h"
#include "ui/widgets/elidedname.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/momentedit.h"
#include "ui/widgets/namecolumn.h"
#include "ui/widgets/problemlabel.h"
#include "ui/widgets/suggestions.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

namespace rolewright {

using namespace Qt::StringLiterals;

AssignmentsPane::AssignmentsPane(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new AssignmentsModel(this))
    , m_view(new QTreeView)
    , m_role(new CompletionField(
          [this](const QString &typed) { return suggestRoles(m_workspace.policy(), typed); }))
    , m_from(new MomentEdit(tr("Fro&m")))
    , m_until(new MomentEdit(tr("Unti&l")))
    , m_problem(new ProblemLabel)
    , m_assign(new QPushButton(tr("A&ssign")))
    , m_remove(new QPushButton(tr("&Remove")))
{
    makeLayout();
    auto *del = new QAction(this);
    del->setShortcut(QKeySequence::Delete);
    del->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(del);
    connect(del, &QAction::triggered, this, &AssignmentsPane::removeSelected);
    connect(m_remove, &QPushButton::clicked, this, &AssignmentsPane::removeSelected);
    connect(m_assign, &QPushButton::clicked, this, &AssignmentsPane::assign);
    connect(m_role, &QLineEdit::returnPressed, this, &AssignmentsPane::assign);
    connect(m_role, &QLineEdit::textChanged, this, &AssignmentsPane::updateState);
    connect(m_from, &MomentEdit::momentChanged, this, &AssignmentsPane::updateState);
    connect(m_until, &MomentEdit::momentChanged, this, &AssignmentsPane::updateState);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &AssignmentsPane::showSelected);
}

void AssignmentsPane::makeLayout()
{
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setAccessibleName(tr("Assigned roles"));
    new NameColumn(m_view, AssignmentsModel::RoleName);
    m_view->setItemDelegate(new NameDelegate(m_view));
    m_role->setPlaceholderText(tr("Role to assign"));
    auto *label = new QLabel(tr("R&ole"));
    label->setBuddy(m_role);
    auto *grid = new QGridLayout;
    grid->addWidget(label, 0, 0);
    grid->addWidget(m_role, 0, 1);
    grid->addWidget(m_from, 1, 1);
    grid->addWidget(m_until, 2, 1);
    grid->addWidget(m_problem, 3, 1);
    grid->setColumnStretch(1, 1);
    auto *buttons = new FlowLayout;
    buttons->addGap();
    buttons->addWidget(m_assign);
    buttons->addWidget(m_remove);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_view, 1);
    column->addLayout(grid);
    column->addLayout(buttons);
}

void AssignmentsPane::setUser(UserId user)
{
    const bool another = user != m_user;
    m_user = user;
    QStringList selected;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        selected.append(m_model->roleAt(index.row()));
    m_model->set(m_workspace.policy(), user, Instant::now());
    if (another) {
        m_role->clear();
        m_from->setMoment({});
        m_until->setMoment({});
        m_until->offer(inAMonth());
    } else {
        for (const QString &role : selected) {
            if (const int row = m_model->rowOf(role); row >= 0)
                m_view->selectionModel()->select(m_model->index(row, 0),
                                                 QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    updateState();
}

qsizetype AssignmentsPane::count() const
{
    return m_model->rowCount();
}

void AssignmentsPane::showSelected()
{
    const QModelIndexList selected = m_view->selectionModel()->selectedRows();
    if (selected.size() == 1) {
        const Validity validity = m_model->assignmentAt(selected.first().row()).validity;
        m_role->setText(m_model->roleAt(selected.first().row()));
        m_from->setMoment(validity.from == Instant::openStart() ? std::nullopt
                                                                : std::optional(validity.from));
        m_until->setMoment(validity.until == Instant::openEnd() ? std::nullopt
                                                                : std::optional(validity.until));
    }
    updateState();
}

// Adds the assignment, or gives it these dates where it is there already.
void AssignmentsPane::assign()
{
    if (!m_assign->isEnabled())
        return;
    const Policy &policy = m_workspace.policy();
    const QString role = m_role->name();
    const QString user = policy.users().at(m_user).id;
    const Validity wanted{m_from->moment().value_or(Instant::openStart()),
                          m_until->moment().value_or(Instant::openEnd())};
    if (!policy.roles().idOf(role).isValid()) {
        m_problem->setProblem(tr("There is no role %1.").arg(role));
        return;
    }
    if (!(wanted.from < wanted.until)) {
        m_problem->setProblem(tr("It must begin before it ends."));
        return;
    }
    const AssignmentRow *before = policy.assignments().find(m_user.value, policy.roles().idOf(role).value);
    if (wanted.until <= Instant::now() && !(before && policy.validityOf(*before).until == wanted.until)) {
        m_problem->setProblem(tr("It would be over already: choose a later end, or take the role away."));
        return;
    }
    QList<Change> changes;
    QString text = tr("Assign %1 to %2").arg(role, user);
    if (const int row = m_model->rowOf(role); row >= 0) {
        const Validity is = m_model->assignmentAt(row).validity;
        text = tr("Change the dates of %1 for %2").arg(role, user);
        if (is.from != wanted.from)
            changes.append(
                {Change::Verb::Set, Change::Kind::Assignment, user, role, u"from"_s, is.from, wanted.from});
        if (is.until != wanted.until)
            changes.append({Change::Verb::Set, Change::Kind::Assignment, user, role, u"until"_s, is.until,
                            wanted.until});
        // Both ends move past each other only in the right order.
        if (changes.size() == 2 && wanted.from >= is.until)
            changes.swapItemsAt(0, 1);
    } else {
        changes.append(
            {Change::Verb::Add, Change::Kind::Assignment, user, role, {}, {}, Assignment{wanted, {}}});
    }
    if (m_workspace.edit(text, changes) && !m_view->selectionModel()->hasSelection())
        m_role->clear();
}

void AssignmentsPane::removeSelected()
{
    if (!m_remove->isEnabled())
        return;
    const QString user = m_workspace.policy().users().at(m_user).id;
    QList<Change> changes;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        changes.append(
            {Change::Verb::Remove, Change::Kind::Assignment, user, m_model->roleAt(index.row()), {}, {}, {}});
    const QString text = changes.size() == 1
        ? tr("Unassign %1 from %2").arg(changes.first().other, user)
        : tr("Unassign %Ln role(s) from %1", nullptr, int(changes.size())).arg(user);
    m_workspace.edit(text, changes);
}

void AssignmentsPane::updateState()
{
    const bool editable = m_workspace.policy().users().contains(m_user) && !m_workspace.isReadOnly();
    for (QWidget *field :
         {static_cast<QWidget *>(m_role), static_cast<QWidget *>(m_from), static_cast<QWidget *>(m_until)})
        field->setEnabled(editable);
    m_problem->setProblem({});
    m_assign->setEnabled(editable && !m_role->name().isEmpty());
    m_assign->setText(m_model->rowOf(m_role->name()) >= 0 ? tr("&Set dates") : tr("A&ssign"));
    m_remove->setEnabled(editable && m_view->selectionModel()->hasSelection());
}

} // namespace rolewright
