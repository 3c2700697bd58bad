// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/draftrights.h"

#include "ui/shell/workspace.h"

namespace rolewright {

DraftRights::DraftRights(Workspace &workspace)
    : QObject(&workspace)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::changed, this, &DraftRights::refresh);
    connect(&workspace, &Workspace::baseChanged, this, &DraftRights::refresh);
    connect(&workspace, &Workspace::storeChanged, this, &DraftRights::refresh);
    connect(&workspace, &Workspace::netChangesMade, this, &DraftRights::refresh);
    connect(&workspace.session(), &GuardSession::changed, this, &DraftRights::refresh);
}

void DraftRights::refresh()
{
    if (!m_workspace.hasCurrentNet())
        return; // comes again with the net changes
    if (!m_workspace.session().isSignedIn() || m_workspace.netChanges().isEmpty()) {
        m_reviewing.cancel();
        m_review = {};
        Q_EMIT changed();
        return;
    }
    m_reviewing.start(
        [before = m_workspace.baseIndex(), caller = Caller{m_workspace.session().user(), {}, {}},
         changes = m_workspace.netChanges()](const CancelToken &) {
            return reviewed(before, caller, changes, Instant::now());
        },
        [this](const Result<ChangeReview> &review) {
            if (review)
                m_review = *review;
            else
                m_review = {{{Severity::Error, {}, review.error().message, {}, 0, 0}}, {}, {}};
            Q_EMIT changed();
        });
}

} // namespace rolewright
