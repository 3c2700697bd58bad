// SPDX-License-Identifier: Apache-2.0
#include "ui/operations/operationsmodel.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

enum class Guard { None, Public, AnyUser, Requirement };

Guard guardOf(const Operation &operation)
{
    if (!operation.required)
        return Guard::None;
    if (operation.required->kind == Requirement::Kind::Public)
        return Guard::Public;
    return operation.required->kind == Requirement::Kind::Authenticated ? Guard::AnyUser : Guard::Requirement;
}

QString textOf(Guard guard)
{
    switch (guard) {
    case Guard::None:
        return OperationsModel::tr("unguarded");
    case Guard::Public:
        return OperationsModel::tr("public");
    case Guard::AnyUser:
        return OperationsModel::tr("any user");
    case Guard::Requirement:
        return OperationsModel::tr("guarded");
    }
    return {};
}

} // namespace

OperationsModel::OperationsModel(Workspace &workspace, QObject *parent)
    : PermutedModel(workspace, Change::Kind::Operation, parent)
{
    start();
}

int OperationsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OperationsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Operation *operation = policy().operations().find(OperationId{idAt(index.row())});
    if (!operation)
        return {}; // gone already, the row follows
    if (role == Qt::ToolTipRole)
        return operation->description.toHtmlEscaped();
    if (role != Qt::DisplayRole)
        return {};
    return index.column() == Name ? operation->name : textOf(guardOf(*operation));
}

QVariant OperationsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::UserRole && section == State)
        return textOf(Guard::None);
    if (role == Qt::ToolTipRole && section == State)
        return tr("Unguarded: it states no requirement, and is denied to everybody");
    if (role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Operation") : tr("State");
}

qint64 OperationsModel::weight(quint32 id, int column) const
{
    return column == State ? qint64(guardOf(policy().operations().at(OperationId{id}))) : 0;
}

} // namespace rolewright
