// SPDX-License-Identifier: Apache-2.0
#include "ui/operations/operationspage.h"

#include "ui/operations/operationdetails.h"
#include "ui/operations/operationsmodel.h"

namespace rolewright {

namespace {

EntityPage::Words words()
{
    return {OperationsPage::tr("Operations"),
            OperationsPage::tr("Filter by name or description; permission:…"),
            OperationsPage::tr("Name of the new operation:"),
            {},
            OperationsPage::tr("Delete the operation %1?"),
            OperationsPage::tr("Create operation %1"),
            {},
            OperationsPage::tr("Delete operation %1"),
            [](int count) { return OperationsPage::tr("Delete %Ln operation(s)?", nullptr, count); },
            [](int count) { return OperationsPage::tr("Delete %Ln operation(s)", nullptr, count); }};
}

} // namespace

OperationsPage::OperationsPage(Workspace &workspace, QWidget *parent)
    : EntityPage(workspace, Change::Kind::Operation, new OperationsModel(workspace), words(), parent)
    , m_details(new OperationDetails(workspace))
{
    setDetails(m_details);
    connect(m_details, &OperationDetails::questionAsked, this, &OperationsPage::questionAsked);
    start();
}

Change OperationsPage::addition(const QString &key) const
{
    return {Change::Verb::Add, Change::Kind::Operation, key, {}, {}, {}, Operation{key, {}, {}}};
}

std::optional<QString> OperationsPage::problemOfKey(const QString &key) const
{
    return problemOfOperationName(workspace().policy(), key);
}

void OperationsPage::showDetails(quint32 id)
{
    m_details->setOperation(OperationId{id});
}

} // namespace rolewright
