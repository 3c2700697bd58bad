// SPDX-License-Identifier: Apache-2.0
// What the server says of its trail is held against the records that it sends.
#include "core/audit/chainhash.h"
#include "core/store/http/httpstore.h"
#include "core/store/http/serverjson.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int PageSize = 1000; // events in an answer

// Verifies a chain from its newest record back, so that no more than a page is held. Pure.
class BackwardVerifier
{
public:
    // `state`: what is claimed. `seen`: what stood in the trail before; nothing: it was not looked at.
    BackwardVerifier(const TrailState &state, const std::optional<Anchor> &seen)
        : m_state(state)
        , m_seen(seen)
        , m_begin(state.begin ? state.begin->sequence : 0)
        , m_start(state.begin ? state.begin->head : chainStart())
    {
    }

    void add(const AuditEvent &event)
    {
        if (!m_later)
            m_newest = {event.sequence, event.hash};
        else if (event.sequence != m_later->sequence - 1)
            refuse(event.sequence + 1, u"record %1 is missing"_s.arg(event.sequence + 1));
        else
            hold(event.hash);
        if (m_seen && m_seen->sequence == event.sequence && m_seen->head != event.hash)
            refuse(event.sequence,
                   u"record %1 is not the one that stood there when the trail was verified before"_s.arg(
                       event.sequence));
        m_later = event;
    }
    // The next page goes on before this one; 0: no more.
    qint64 before() const { return m_later && m_later->sequence > m_begin + 1 ? m_later->sequence : 0; }
    const Anchor &newest() const { return m_newest; }

    TrailState finish()
    {
        const qint64 least = std::max(m_state.intactTo, m_seen ? m_seen->sequence : 0);
        if (m_newest.sequence < least)
            refuse(m_newest.sequence + 1,
                   u"the trail ends at record %1, but %2 were written"_s.arg(m_newest.sequence).arg(least));
        if (m_later && m_later->sequence == m_begin + 1)
            hold(m_start);
        else if (m_later)
            refuse(m_begin + 1, u"record %1 is missing"_s.arg(m_begin + 1));
        if (!m_state.firstBad)
            m_state.intactTo = m_newest.sequence;
        return m_state;
    }

private:
    void hold(const QByteArray &previous)
    {
        if (!isChained(previous, *m_later))
            refuse(m_later->sequence,
                   u"record %1 is not as it was written: its hash does not match"_s.arg(m_later->sequence));
    }
    void refuse(qint64 sequence, const QString &problem)
    {
        if (m_state.firstBad && *m_state.firstBad < sequence)
            return;
        m_state.firstBad = sequence;
        m_state.intactTo = sequence - 1;
        m_state.problem = problem;
    }

    TrailState m_state;
    const std::optional<Anchor> m_seen;
    const qint64 m_begin;
    const QByteArray m_start;
    Anchor m_newest;
    std::optional<AuditEvent> m_later; // the record after the next one
};

} // namespace

// Its change sets, its policy and its seals are the server's word; the chain is verified here.
Result<TrailState> HttpStore::verifyTrail()
{
    const auto call = m_link->call();
    Result<TrailState> state = m_link->get(u"/api/v1/audit/verification"_s, readTrailState,
                                           u"The server does not say whether the trail holds"_s);
    if (!state || !state->isIntact())
        return state;
    if (state->begin && !isSignatureGood(*state->begin)) {
        state->problem = u"what it goes on from, where older records were archived, is not signed"_s;
        return state;
    }
    BackwardVerifier verifier(*state, m_seenTrail);
    QString path = u"/api/v1/audit?limit=%1"_s.arg(PageSize);
    for (;;) {
        const auto page = m_link->get(path, readEvents, u"The server answered with what is no audit trail"_s);
        if (!page)
            return failure(page.error());
        const qint64 last = verifier.before();
        for (const AuditEvent &event : *page)
            verifier.add(event);
        const qint64 before = verifier.before();
        if (before == 0 || page->isEmpty() || (last > 0 && before >= last))
            break;
        path = u"/api/v1/audit?limit=%1&cursor=%2"_s.arg(PageSize).arg(before);
    }
    const TrailState held = verifier.finish();
    if (held.isIntact())
        m_seenTrail = verifier.newest();
    return held;
}

} // namespace rolewright
