// SPDX-License-Identifier: Apache-2.0
#include "ui/catalogue/ownershippane.h"

#include "core/base/text.h"
#include "ui/widgets/coretext.h"
#include "ui/widgets/namefield.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace rolewright {

using namespace Qt::StringLiterals;

OwnershipPane::OwnershipPane(Workspace &workspace, QWidget *parent)
    : QGroupBox(tr("Who owns a thing"), parent)
    , m_workspace(workspace)
    , m_property(new NameField([](const QString &text) -> std::optional<QString> {
        if (text == u"relations")
            return tr("The property relations holds the relations of a thing; take another.");
        const auto problem = problemOfName(text);
        return problem ? std::optional(tr("The property %1.").arg(inWindowLanguage(*problem))) : std::nullopt;
    }))
    , m_attribute(new NameField([](const QString &text) -> std::optional<QString> {
        const auto problem = problemOfName(text);
        return problem ? std::optional(tr("The attribute %1.").arg(inWindowLanguage(*problem)))
                       : std::nullopt;
    }))
    , m_meaning(new QLabel)
{
    m_meaning->setTextFormat(Qt::PlainText);
    m_meaning->setWordWrap(true);
    m_property->edit()->setAccessibleName(tr("Property of the thing"));
    m_attribute->edit()->setAccessibleName(tr("Attribute of the user"));
    constexpr int ReadableCharacters = 14;
    for (NameField *field : {m_property, m_attribute})
        field->setMinimumWidth(fontMetrics().averageCharWidth() * ReadableCharacters);
    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("Property &of the thing"), m_property);
    form->addRow(tr("Att&ribute of the user"), m_attribute);
    form->addRow(m_meaning);
    const auto set = [this](const QString &field, const QString &to, const QString &text) {
        m_workspace.edit(text,
                         QList<Change>{{Change::Verb::Set, Change::Kind::Ownership, {}, {}, field, {}, to}});
    };
    connect(m_property, &NameField::changed, this, [set](const QString &name) {
        set(u"property"_s, name, tr("Compare the property %1 for ownership").arg(name));
    });
    connect(m_attribute, &NameField::changed, this, [set](const QString &name) {
        set(u"attribute"_s, name, tr("Compare the attribute %1 for ownership").arg(name));
    });
    connect(&workspace, &Workspace::changed, this, &OwnershipPane::refresh);
    connect(&workspace, &Workspace::storeChanged, this, &OwnershipPane::refresh);
    refresh();
}

void OwnershipPane::refresh()
{
    const Ownership &ownership = m_workspace.policy().ownership();
    m_property->setSaved(ownership.property);
    m_attribute->setSaved(ownership.attribute);
    m_property->setEnabled(!m_workspace.isReadOnly());
    m_attribute->setEnabled(!m_workspace.isReadOnly());
    const QString attribute =
        ownership.attribute == u"id" ? tr("id") : tr("attribute %1").arg(ownership.attribute);
    m_meaning->setText(
        tr("A user owns a thing whose property %1 is the user's %2. Permissions with the scope own, and "
           "operations that ask for the owner, look at it.")
            .arg(ownership.property, attribute));
}

} // namespace rolewright
