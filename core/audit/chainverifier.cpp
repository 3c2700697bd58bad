// SPDX-License-Identifier: Apache-2.0
#include "core/audit/chainverifier.h"

#include "core/audit/chainhash.h"

namespace rolewright {

using namespace Qt::StringLiterals;

ChainVerifier::ChainVerifier(qint64 sequence, const QByteArray &hash)
    : m_hash(hash)
{
    m_state.intactTo = sequence;
}

void ChainVerifier::add(const AuditEvent &event)
{
    if (m_state.firstBad)
        return;
    const qint64 expected = m_state.intactTo + 1;
    if (event.sequence != expected) {
        m_state.firstBad = expected;
        m_state.problem =
            u"record %1 is missing: record %2 stands in its place"_s.arg(expected).arg(event.sequence);
        return;
    }
    if (!isChained(m_hash, event)) {
        m_state.firstBad = expected;
        m_state.problem = u"record %1 is not as it was written: its hash does not match"_s.arg(expected);
        return;
    }
    m_hash.replace(0, m_hash.size(), event.hash); // sharing it would count references in every record
    m_state.intactTo = expected;
}

TrailState ChainVerifier::finish(qint64 headSequence, const QByteArray &head) const
{
    TrailState state = m_state;
    if (state.firstBad)
        return state;
    if (state.intactTo < headSequence) {
        state.firstBad = state.intactTo + 1;
        state.problem =
            u"the trail ends at record %1, but %2 were written"_s.arg(state.intactTo).arg(headSequence);
    } else if (state.intactTo > headSequence) {
        state.firstBad = headSequence + 1;
        state.problem =
            u"record %1 was added: only %2 were written"_s.arg(headSequence + 1).arg(headSequence);
    } else if (m_hash != head) {
        state.firstBad = headSequence;
        state.problem =
            u"the last record, %1, is not the one that the head of the trail names"_s.arg(headSequence);
    }
    return state;
}

} // namespace rolewright
