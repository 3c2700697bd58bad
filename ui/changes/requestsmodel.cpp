// SPDX-License-Identifier: Apache-2.0
#include "ui/changes/requestsmodel.h"

#include "ui/shell/plaintext.h"
#include "ui/widgets/momentedit.h"

#include <QCoreApplication>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QString stateOf(const RequestsModel::Line &line)
{
    switch (line.standing) {
    case RequestsModel::Standing::WaitsForMe:
        return RequestsModel::tr("waits for you");
    case RequestsModel::Standing::Mine:
    case RequestsModel::Standing::WaitsForOthers:
        return RequestsModel::tr("waits");
    case RequestsModel::Standing::MovedOn:
        return RequestsModel::tr("out of date");
    case RequestsModel::Standing::Over:
        break;
    }
    const QString &state = line.request.state;
    return state == "applied"_L1 ? RequestsModel::tr("applied")
        : state == "refused"_L1  ? RequestsModel::tr("refused")
        : state == "expired"_L1  ? RequestsModel::tr("expired")
                                 : RequestsModel::tr("withdrawn");
}

} // namespace

QString textOf(const RequestsModel::Line &line)
{
    const ApprovalRequest &request = line.request;
    const QString roles = line.roles.join(u", "_s);
    const QString expires = RequestsModel::tr("It expires %1.").arg(shownTime(request.expires));
    switch (line.standing) {
    case RequestsModel::Standing::WaitsForMe:
        return RequestsModel::tr("It waits for somebody with the role %1: you may approve or refuse it.")
                   .arg(roles)
            + u' ' + expires;
    case RequestsModel::Standing::Mine:
        return RequestsModel::tr("You asked for it. It waits for somebody else with the role %1.").arg(roles)
            + u' ' + expires;
    case RequestsModel::Standing::WaitsForOthers:
        return RequestsModel::tr("It waits for somebody with the role %1.").arg(roles) + u' ' + expires;
    case RequestsModel::Standing::MovedOn:
        return RequestsModel::tr(
                   "It was made on version %1, and the policy has moved on since: it cannot be approved any "
                   "more. Bring it into the draft to ask again, or refuse it.")
            .arg(request.changes.base);
    case RequestsModel::Standing::Over:
        break;
    }
    QString text = request.state == "applied"_L1
        ? RequestsModel::tr("It was approved by %1 and is applied.").arg(request.approvedBy.join(u", "_s))
        : request.state == "refused"_L1 ? RequestsModel::tr("It was refused.")
        : request.state == "expired"_L1
        ? RequestsModel::tr("Nobody decided on it until %1: it is over.").arg(shownTime(request.expires))
        : RequestsModel::tr("Who asked took it back.");
    if (!request.note.isEmpty())
        text += u' ' + RequestsModel::tr("The reason: %1").arg(request.note);
    return text;
}

void RequestsModel::set(const QList<Line> &lines)
{
    beginResetModel();
    m_lines = lines;
    std::stable_sort(m_lines.begin(), m_lines.end(), [](const Line &a, const Line &b) {
        const auto rank = [](const Line &line) {
            return line.standing == Standing::WaitsForMe ? 0 : line.standing == Standing::Over ? 2 : 1;
        };
        return rank(a) < rank(b);
    });
    endResetModel();
}

int RequestsModel::rowOf(qint64 id) const
{
    for (int row = 0; row < m_lines.size(); ++row) {
        if (m_lines.at(row).request.id == id)
            return row;
    }
    return -1;
}

int RequestsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int RequestsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant RequestsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Line &line = m_lines.at(index.row());
    if (role == Qt::ToolTipRole)
        return asPlainText(textOf(line));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case What: {
        const QString count = tr("%Ln change(s)", nullptr, int(line.request.changes.changes.size()));
        const QString &reason = line.request.changes.reason;
        return reason.isEmpty() ? tr("%1: %2").arg(line.request.id).arg(count)
                                : tr("%1: %2, %3").arg(line.request.id).arg(reason, count);
    }
    case State:
        return stateOf(line);
    case By:
        return line.request.requester.isEmpty() ? tr("somebody who is gone") : line.request.requester;
    case Asked:
        return shownTime(line.request.asked);
    default:
        return {};
    }
}

QVariant RequestsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("Request");
    case State:
        return tr("State");
    case By:
        return tr("Asked by");
    case Asked:
        return tr("Asked");
    default:
        return {};
    }
}

} // namespace rolewright
