// SPDX-License-Identifier: Apache-2.0
#include "ui/changes/requests.h"

#include "core/admin/approvers.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int Interval = 5'000; // ms

} // namespace

Requests::Requests(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    m_poll.setInterval(Interval);
    connect(&m_poll, &QTimer::timeout, this, &Requests::refresh);
    connect(&workspace, &Workspace::sessionChanged, this, &Requests::refresh);
    connect(&workspace, &Workspace::storeChanged, this, &Requests::refresh);
    connect(&workspace, &Workspace::baseChanged, this, &Requests::refresh);
    connect(&workspace, &Workspace::requested, this, &Requests::refresh);
}

qsizetype Requests::waitingForMe() const
{
    return std::count_if(m_lines.begin(), m_lines.end(), [](const RequestsModel::Line &line) {
        return line.standing == RequestsModel::Standing::WaitsForMe;
    });
}

void Requests::refresh()
{
    if (!m_workspace.session().isSignedIn()) {
        m_poll.stop();
        m_lining.cancel();
        m_requests.clear();
        m_version = -1;
        if (!m_lines.isEmpty()) {
            m_lines.clear();
            Q_EMIT changed();
        }
        return;
    }
    m_poll.start();
    if (std::exchange(m_asking, true))
        return;
    m_workspace.session().call<QList<ApprovalRequest>>(
        [](StoreGuard &guard) { return guard.requests(Instant::now()); }, {}, {}, this,
        [this](const Result<QList<ApprovalRequest>> &requests) {
            m_asking = false;
            if (requests)
                take(*requests);
            else if (requests.error().code != ErrorCode::Cancelled)
                m_workspace.show(toMessage(requests.error()));
        });
}

void Requests::take(const QList<ApprovalRequest> &requests)
{
    const qint64 version = m_workspace.draft().baseVersion();
    const QString user = m_workspace.session().user();
    const bool same = requests.size() == m_requests.size() && version == m_version && user == m_user
        && std::equal(requests.begin(), requests.end(), m_requests.begin(),
                      [](const ApprovalRequest &a, const ApprovalRequest &b) {
                          return a.id == b.id && a.state == b.state && a.approvedBy == b.approvedBy;
                      });
    if (same || user.isEmpty())
        return;
    m_requests = requests;
    m_version = version;
    m_user = user;
    m_lining.start([requests, index = m_workspace.baseIndex(), version, user](
                       const CancelToken &) { return lined(requests, index, version, user, Instant::now()); },
                   [this](const QList<RequestsModel::Line> &lines) {
                       m_lines = lines;
                       Q_EMIT changed();
                   });
}

QList<RequestsModel::Line> Requests::lined(const QList<ApprovalRequest> &requests, const PolicyIndex &index,
                                           qint64 version, const QString &user, Instant now)
{
    using Standing = RequestsModel::Standing;
    QList<RequestsModel::Line> lines;
    for (const ApprovalRequest &request : requests) {
        RequestsModel::Line line{request, Standing::Over, {}};
        if (request.state == "waiting"_L1) {
            const Result<ChangeReview> review =
                reviewed(index, {request.requester, {}, {}}, request.changes.changes, now);
            const QList<Approval> open = review
                ? stillOpen(index, review->approvals, request.requester, request.approvedBy, now)
                : QList<Approval>();
            for (const Approval &approval : open)
                line.roles.append(approval.by);
            line.roles.removeDuplicates();
            const bool isForMe = user != request.requester
                && std::any_of(open.begin(), open.end(), [&](const Approval &approval) {
                                     return mayApprove(index, user, approval.by, now);
                                 });
            line.standing = !review || request.changes.base != version ? Standing::MovedOn
                : user == request.requester                            ? Standing::Mine
                : isForMe                                              ? Standing::WaitsForMe
                                                                       : Standing::WaitsForOthers;
        }
        lines.append(line);
    }
    return lines;
}

} // namespace rolewright
