// SPDX-License-Identifier: Apache-2.0
#include "ui/opinion/opinionmodel.h"

#include "ui/shell/plaintext.h"
#include "ui/simulate/wording.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QString answerText(bool allowed, const QString &reason)
{
    if (reason.isEmpty())
        return allowed ? OpinionModel::tr("allowed") : OpinionModel::tr("denied");
    return (allowed ? OpinionModel::tr("allowed - %1") : OpinionModel::tr("denied - %1")).arg(reason);
}

// What of a request decides, beside its type and id.
QString resourceText(const Request &request)
{
    QStringList parts{request.resourceType, request.resource};
    for (const auto &[name, value] : request.properties)
        parts << u"%1=%2"_s.arg(name, value);
    if (!request.relations.isEmpty())
        parts << request.relations.join(u", "_s);
    return parts.join(u' ');
}

} // namespace

QVariant OpinionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::ToolTipRole)
        return asPlainText(data(index, Qt::DisplayRole).toString());
    if (role != Qt::DisplayRole)
        return {};
    const OpinionRow &row = rowAt(index.row());
    switch (index.column()) {
    case What:
        return row.what;
    case Subject:
        return row.request.roles ? tr("%1 as %2").arg(row.request.subject, row.request.roles->join(u", "_s))
                                 : row.request.subject;
    case Action:
        return row.request.action;
    case Resource:
        return resourceText(row.request);
    case Here:
        return answerText(row.opinion.ours.allowed, shortReason(row.opinion.ours.reason, nullptr));
    default:
        return row.opinion.theirs ? answerText(row.opinion.theirs->allowed, row.opinion.theirs->reason)
                                  : tr("no answer - %1").arg(row.opinion.theirs.error().message);
    }
}

QVariant OpinionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("Question");
    case Subject:
        return tr("Subject");
    case Action:
        return tr("Action");
    case Resource:
        return tr("Resource");
    case Here:
        return tr("Here");
    case There:
        return tr("There");
    }
    return {};
}

} // namespace rolewright
