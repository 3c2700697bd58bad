// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/applier.h"
#include "core/edit/edits.h"
#include "core/edit/rebase.h"

namespace rolewright {

// The three-way merge that rebase() and the draft are made of. Takes what `mine` changed in the base over to
// `theirs`, thing by thing; what conflicts is left out. The policies outlive it.
class Merge
{
public:
    Merge(const Policy &base, const Policy &theirs, const Edits &theirEdits, const Policy &mine);

    // Also leaves out what makes the result invalid although neither side was.
    void validate(Instant now);
    // Leaves out edits of these things, because a later state of the same draft had to.
    void leaveOut(const QSet<QString> &things);

    const Policy &result();
    const QList<Conflict> &conflicts() const { return m_conflicts; }
    // Everything of mine that is not in the result and was not done by them.
    QSet<QString> thingsLeftOut() const;

private:
    enum class State { Kept, Done, LeftOut };

    void findSame();
    void findDeletedByMe();
    void findDeletedByThem();
    void findConflictsOfThings();
    void conflict(const QString &message, const QList<qsizetype> &mine, const QList<qsizetype> &theirs);
    QList<qsizetype> withDependents(const QList<qsizetype> &edits) const;

    struct Applied
    {
        Policy policy;
        QList<std::pair<qsizetype, QString>> refused; // edits, and why
    };
    // The first `count` of the kept edits.
    Applied applied(qsizetype count) const;
    void applyRenames(Applier &applier, const QList<qsizetype> &renames, Applied &applied) const;
    Change onto(const Policy &policy, const Edit &edit) const;
    QString nameIn(const Policy &policy, const Ent &ent) const;
    void settle();

    Findings newErrors(const Policy &result, Instant now);
    bool leaveOutAssignments(const Findings &errors);
    void leaveOutCulprit(Instant now);

    const Policy &m_base;
    const Policy &m_theirs;
    const Policy &m_mine;
    const Edits &m_their;
    Edits m_my;
    QList<State> m_states; // of my edits
    QList<Conflict> m_conflicts;
    std::optional<Policy> m_result;
    std::optional<Findings> m_errorsBefore; // of either side alone
};

} // namespace rolewright
