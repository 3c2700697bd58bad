// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/filter/filterset.h"
#include "ui/shell/latestjob.h"

#include <QObject>

namespace rolewright {

class Workspace;

// Finds what a filter lets through, at once where that is a matter of some milliseconds, else on a worker,
// newest wins. GUI thread.
//
// Follows the draft: what an edit makes fit appears, and what an edit makes unfit stays, so that no row
// leaves from under the cursor while one edits. It goes when the filter is set anew, also to the same text
// (Return in the field).
class FilterFinder : public QObject
{
    Q_OBJECT

public:
    explicit FilterFinder(Workspace &workspace, QObject *parent = nullptr);

    void setFilter(const Filter &filter); // a valid one
    void lookAtDescriptions() { m_descriptions = true; } // for bare words as well; before the first filter
    bool isBusy() const { return m_finding.isRunning(); }

Q_SIGNALS:
    void found(const rolewright::FilterSet &set);
    void busyChanged(bool busy);

private:
    void find(bool keep);
    void take(const BitSet &ids, bool keep);

    Workspace &m_workspace;
    Filter m_filter;
    BitSet m_found;
    // What was found for a filter in the draft of a revision, and nothing besides: narrower ones look no
    // further.
    struct Known
    {
        Filter filter;
        BitSet found;
        quint64 revision = 0;
    };
    std::optional<Known> m_known;
    bool m_descriptions = false;
    bool m_keeps = false; // what the answer under way is added to what was found
    LatestJob<std::optional<BitSet>> m_finding;
};

// The same at once: for small policies and for tests.
FilterSet foundNow(const Workspace &workspace, const Filter &filter, bool descriptions = false);

} // namespace rolewright
