// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/changes/requestsmodel.h"
#include "ui/shell/workspace.h"

#include <QTimer>

namespace rolewright {

// What waits in the open store for a second person, and how each of it stands to who is signed in: asked for
// again and again, as somebody else may ask for an approval at any time. GUI thread; which approvals are open
// a worker finds.
class Requests : public QObject
{
    Q_OBJECT

public:
    explicit Requests(Workspace &workspace, QObject *parent = nullptr);

    const QList<RequestsModel::Line> &lines() const { return m_lines; }
    qsizetype waitingForMe() const;
    void refresh();

    // Pure; a review a request that waits.
    static QList<RequestsModel::Line> lined(const QList<ApprovalRequest> &requests, const PolicyIndex &index,
                                            qint64 version, const QString &user, Instant now);

Q_SIGNALS:
    void changed();

private:
    void take(const QList<ApprovalRequest> &requests);

    Workspace &m_workspace;
    QList<ApprovalRequest> m_requests; // that the lines are of
    qint64 m_version = -1;
    QString m_user;
    QList<RequestsModel::Line> m_lines;
    LatestJob<QList<RequestsModel::Line>> m_lining;
    QTimer m_poll;
    bool m_asking = false;
};

} // namespace rolewright
