// SPDX-License-Identifier: Apache-2.0
#include "ui/operations/operationdetails.h"

#include "core/base/text.h"
#include "core/validation/validate.h"
#include "ui/operations/requirementbuilder.h"
#include "ui/operations/requirementtext.h"
#include "ui/widgets/coretext.h"
#include "ui/widgets/descriptionfield.h"
#include "ui/widgets/namefield.h"
#include "ui/widgets/problemlabel.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>

namespace rolewright {

using namespace Qt::StringLiterals;

std::optional<QString> problemOfOperationName(const Policy &policy, const QString &name, const QString &own)
{
    if (const auto problem = problemOfName(name))
        return OperationDetails::tr("The name %1.").arg(inWindowLanguage(*problem));
    if (name != own && policy.operations().idOf(name).isValid())
        return OperationDetails::tr("There is an operation %1 already.").arg(name);
    return {};
}

OperationDetails::OperationDetails(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_name(new NameField(
          [this](const QString &name) { return problemOfOperationName(m_workspace.policy(), name, m_key); }))
    , m_description(new DescriptionField)
    , m_tabs(new QTabWidget)
    , m_builder(new RequirementBuilder(workspace))
    , m_text(new RequirementText(workspace))
    , m_warning(new ProblemLabel)
    , m_performers(new QLabel)
    , m_ask(new QPushButton(tr("&Simulate…")))
{
    makeLayout();
    connectEdits();
    connect(&workspace, &Workspace::changed, this, &OperationDetails::refresh);
}

void OperationDetails::makeLayout()
{
    m_name->edit()->setAccessibleName(tr("Name"));
    m_performers->setTextFormat(Qt::PlainText);
    m_performers->setWordWrap(true);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Na&me"), m_name);
    form->addRow(tr("&Description"), m_description);
    m_tabs->addTab(m_builder, tr("Re&quires"));
    m_tabs->addTab(m_text, tr("As te&xt"));
    m_ask->setToolTip(tr("Ask about one user in the panel Simulate access"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_performers, 1);
    row->addWidget(m_ask);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_warning);
    column->addLayout(row);
}

void OperationDetails::connectEdits()
{
    connect(m_name, &NameField::changed, this, [this](const QString &name) {
        m_workspace.edit(tr("Rename operation %1 to %2").arg(m_key, name),
                         renaming(m_workspace.policy(), Change::Kind::Operation, m_key, name));
    });
    connect(m_description, &DescriptionField::changed, this, [this](const QString &text) {
        m_workspace.edit(
            tr("Describe operation %1").arg(m_key),
            QList<Change>{
                {Change::Verb::Set, Change::Kind::Operation, m_key, {}, u"description"_s, {}, text}});
    });
    connect(m_ask, &QPushButton::clicked, this, [this] { Q_EMIT questionAsked(m_key); });
}

void OperationDetails::setOperation(OperationId operation)
{
    if (operation != m_operation)
        m_name->clear(); // what was typed for another one is not for this one
    m_operation = operation;
    refresh();
}

void OperationDetails::refresh()
{
    const Operation *operation = m_workspace.policy().operations().find(m_operation);
    const bool editable = operation && !m_workspace.isReadOnly();
    m_key = operation ? operation->name : QString();
    m_name->setSaved(m_key);
    m_name->setEnabled(editable);
    m_description->setSaved(operation ? operation->description : QString());
    m_description->setReadOnly(!editable);
    m_builder->setOperation(m_operation);
    m_text->setOperation(m_operation);
    m_tabs->setEnabled(operation);
    m_ask->setEnabled(operation);
    m_warning->setProblem(warning());
    m_stale = true;
    if (isVisible())
        count();
}

QString OperationDetails::warning() const
{
    const Operation *operation = m_workspace.policy().operations().find(m_operation);
    if (!operation || !operation->required)
        return {};
    const QList<PermissionName> scoped = scopedIn(*operation->required);
    if (scoped.isEmpty())
        return {};
    return tr("Holding %1 says nothing about the thing at hand. Require access to %2, or go by who owns it.")
        .arg(scoped.first().toText(), scoped.first().withoutScope().toText());
}

void OperationDetails::count()
{
    m_stale = false;
    const Operation *operation = m_workspace.policy().operations().find(m_operation);
    if (!operation || !operation->required) {
        m_counting.cancel();
        m_performers->setText(operation ? tr("It requires nothing yet: denied to everybody.")
                                        : tr("Choose an operation, or create one."));
        return;
    }
    if (operation->required->kind == Requirement::Kind::Public) {
        m_counting.cancel();
        m_performers->setText(tr("Public: anybody may perform it, known or not."));
        return;
    }
    m_performers->setText(tr("Counting who may perform it…"));
    m_counting.start(
        [index = m_workspace.index(), name = operation->name](const CancelToken &cancel) {
            return performersOf(index, name, Instant::now(), &cancel);
        },
        [this](const Performers &count) {
            QString text = tr("%Ln user(s) may perform it now.", nullptr, int(count.always));
            if (count.ownThings > 0)
                text += u' ' + tr("%Ln more on what they own.", nullptr, int(count.ownThings));
            if (count.chosenRoles > 0)
                text += u' ' + tr("%Ln must say which role acts.", nullptr, int(count.chosenRoles));
            m_performers->setText(text);
        });
}

void OperationDetails::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        count();
}

} // namespace rolewright
