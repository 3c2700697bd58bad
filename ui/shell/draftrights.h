// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/admin/changereview.h"
#include "ui/shell/latestjob.h"

#include <QObject>

namespace rolewright {

class Workspace;

// What the guard of the store will say to the draft when it is applied (semantics.md, section 9): what its
// author may not do, what asks for a second confirmation, what waits for a second person. Made by a worker as
// the net changes are; nothing in a store that is open. GUI thread.
class DraftRights : public QObject
{
    Q_OBJECT

public:
    explicit DraftRights(Workspace &workspace);

    // Places and positions are those of Workspace::netChanges(). What stands is that of before until it is
    // current.
    const ChangeReview &review() const { return m_review; }
    bool isCurrent() const { return !m_reviewing.isRunning(); }

Q_SIGNALS:
    void changed();

private:
    void refresh();

    Workspace &m_workspace;
    ChangeReview m_review;
    LatestJob<Result<ChangeReview>> m_reviewing;
};

} // namespace rolewright
