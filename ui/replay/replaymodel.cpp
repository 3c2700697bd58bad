// SPDX-License-Identifier: Apache-2.0
#include "ui/replay/replaymodel.h"

#include "ui/shell/plaintext.h"
#include "ui/simulate/wording.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QString decisionText(const Decision &decision)
{
    return (decision.allowed ? ReplayModel::tr("allowed - %1") : ReplayModel::tr("denied - %1"))
        .arg(shortReason(decision.reason, nullptr));
}

} // namespace

QString ReplayModel::textOf(ReplayClass kind)
{
    switch (kind) {
    case ReplayClass::Same:
        return tr("the same");
    case ReplayClass::AllowedToDenied:
        return tr("allowed, then denied");
    case ReplayClass::DeniedToAllowed:
        return tr("denied, then allowed");
    case ReplayClass::ReasonChanged:
        return tr("another reason");
    case ReplayClass::UnknownSubject:
        return tr("unknown subject");
    case ReplayClass::UnknownResource:
        return tr("unknown permission or operation");
    }
    return {};
}

QVariant ReplayModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == Line)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return asPlainText(data(index, Qt::DisplayRole).toString());
    if (role != Qt::DisplayRole)
        return {};
    const ReplayRow &row = rowAt(index.row());
    if (index.column() == Line)
        return tr("%L1").arg(row.line);
    if (!row.problem.isEmpty()) {
        if (index.column() == What)
            return tr("no request");
        return index.column() == Subject ? row.problem : QString();
    }
    switch (index.column()) {
    case What:
        return textOf(row.outcome.kind);
    case Subject:
        return row.request.subject;
    case Action:
        return row.request.action;
    case Resource:
        return u"%1 %2"_s.arg(row.request.resourceType, row.request.resource);
    case Before:
        return decisionText(row.outcome.before);
    default:
        return decisionText(row.outcome.after);
    }
}

QVariant ReplayModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Line)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Line:
        return tr("Line");
    case What:
        return tr("What");
    case Subject:
        return tr("Subject");
    case Action:
        return tr("Action");
    case Resource:
        return tr("Resource");
    case Before:
        return tr("Before");
    case After:
        return tr("After");
    }
    return {};
}

} // namespace rolewright
