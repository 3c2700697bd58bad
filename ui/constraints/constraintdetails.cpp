// SPDX-License-Identifier: Apache-2.0
#include "ui/constraints/constraintdetails.h"

#include "core/base/text.h"
#include "core/validation/separation.h"
#include "ui/constraints/constraintsmodel.h"
#include "ui/widgets/coretext.h"
#include "ui/widgets/namefield.h"
#include "ui/widgets/problemlabel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

namespace rolewright {

using namespace Qt::StringLiterals;

std::optional<QString> problemOfConstraintName(const Policy &policy, const QString &name, const QString &own)
{
    if (const auto problem = problemOfName(name))
        return ConstraintDetails::tr("The name %1.").arg(inWindowLanguage(*problem));
    if (name != own && policy.constraints().idOf(name).isValid())
        return ConstraintDetails::tr("There is a constraint %1 already.").arg(name);
    return {};
}

ConstraintDetails::ConstraintDetails(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_name(new NameField(
          [this](const QString &name) { return problemOfConstraintName(m_workspace.policy(), name, m_key); }))
    , m_kind(new QComboBox)
    , m_limit(new QSpinBox)
    , m_mode(new QComboBox)
    , m_meaning(new QLabel)
    , m_problem(new ProblemLabel)
{
    makeLayout();
    connectEdits();
    connect(&workspace, &Workspace::changed, this, &ConstraintDetails::refresh);
}

void ConstraintDetails::makeLayout()
{
    m_name->edit()->setAccessibleName(tr("Name"));
    // In a word, which is never cut; what it means for these roles stands below.
    m_kind->addItem(tr("Static"), u"static"_s);
    m_kind->addItem(tr("Dynamic"), u"dynamic"_s);
    m_kind->setItemData(0, tr("Nobody may have them together"), Qt::ToolTipRole);
    m_kind->setItemData(1, tr("Nobody may use them together"), Qt::ToolTipRole);
    m_mode->addItem(tr("Enforce: it is refused"), u"enforce"_s);
    m_mode->addItem(tr("Record: it is only reported"), u"record"_s);
    m_limit->setKeyboardTracking(false);
    m_meaning->setTextFormat(Qt::PlainText);
    m_meaning->setWordWrap(true);
    for (QComboBox *box : {m_kind, m_mode}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Na&me"), m_name);
    form->addRow(tr("&Kind"), m_kind);
    form->addRow(tr("C&onflict at"), m_limit);
    form->addRow(tr("Mode"), m_mode);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_meaning);
    column->addWidget(m_problem);
    column->addStretch(1);
}

void ConstraintDetails::connectEdits()
{
    connect(m_name, &NameField::changed, this, [this](const QString &name) {
        m_workspace.edit(tr("Rename constraint %1 to %2").arg(m_key, name),
                         renaming(m_workspace.policy(), Change::Kind::Constraint, m_key, name));
    });
    connect(m_kind, &QComboBox::activated, this, [this] {
        set(u"kind"_s, m_kind->currentData().toString(), tr("Change the kind of constraint %1").arg(m_key));
    });
    connect(m_limit, &QSpinBox::valueChanged, this, [this](int limit) {
        set(u"limit"_s, qint64(limit), tr("Change the limit of constraint %1").arg(m_key));
    });
    connect(m_mode, &QComboBox::activated, this, [this] {
        set(u"mode"_s, m_mode->currentData().toString(), tr("Change the mode of constraint %1").arg(m_key));
    });
}

void ConstraintDetails::setConstraint(ConstraintId constraint)
{
    if (constraint != m_constraint)
        m_name->clear(); // what was typed for another one is not for this one
    m_constraint = constraint;
    refresh();
}

void ConstraintDetails::refresh()
{
    const Constraint *constraint = m_workspace.policy().constraints().find(m_constraint);
    m_key = constraint ? constraint->name : QString();
    m_name->setSaved(m_key);
    for (QWidget *field : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_kind),
                           static_cast<QWidget *>(m_limit), static_cast<QWidget *>(m_mode)})
        field->setEnabled(constraint && !m_workspace.isReadOnly());
    if (!constraint) {
        m_meaning->setText(tr("Choose a constraint, or create one."));
        m_problem->setProblem({});
        return;
    }
    m_kind->setCurrentIndex(int(constraint->kind));
    m_mode->setCurrentIndex(int(constraint->mode));
    {
        const QSignalBlocker blocker(m_limit);
        m_limit->setRange(2, std::max(2, int(constraint->roles.size())));
        m_limit->setSuffix(tr(" of %L1").arg(constraint->roles.size()));
        m_limit->setValue(constraint->limit);
    }
    const auto problem = problemOfConstraint(*constraint);
    m_meaning->setText(problem ? tr("Check its roles in the grid below.") : meaning(*constraint));
    m_problem->setProblem(problem.value_or(QString()));
}

QString ConstraintDetails::meaning(const Constraint &constraint) const
{
    constexpr qsizetype ShownRoles = 8;
    QString roles = listed(m_workspace.policy(), constraint.roles.mid(0, ShownRoles));
    if (constraint.roles.size() > ShownRoles)
        roles = tr("%1 and %Ln more", nullptr, int(constraint.roles.size() - ShownRoles)).arg(roles);
    return (constraint.kind == Constraint::Kind::Static
                ? tr("Nobody may be assigned or inherit %L1 or more of %2.")
                : tr("Nobody may use %L1 or more of %2 at a time; who has them says which one acts."))
        .arg(constraint.limit)
        .arg(roles);
}

void ConstraintDetails::set(const QString &field, const Change::Value &to, const QString &text)
{
    m_workspace.edit(text,
                     QList<Change>{{Change::Verb::Set, Change::Kind::Constraint, m_key, {}, field, {}, to}});
    refresh(); // what was refused goes back
}

} // namespace rolewright
