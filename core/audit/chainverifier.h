// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/checkpoint.h"

namespace rolewright {

struct TrailState
{
    qint64 intactTo = 0; // the last event whose hash holds
    std::optional<qint64> firstBad; // sequence of the first one that does not, or of one that is missing
    QString problem;
    // What the trail goes on from, where older records were archived: it has none up to this one. Nothing: it
    // has all.
    std::optional<Checkpoint> begin;
    // The newest event up to which a seal by a key that counts holds; nothing where the store has no key.
    std::optional<qint64> sealedTo;
    std::optional<qint64> anchoredTo; // the same of the installation's anchor
    bool isTrusted =
        false; // the seals are by a key of who asks, not only by those that the store itself names

    bool isIntact() const { return !firstBad && problem.isEmpty(); }
};

// Feed events in order; the head is what the store's head row says. Pure; linear.
class ChainVerifier
{
public:
    ChainVerifier() = default;
    // Of the events after this one, which has this hash.
    ChainVerifier(qint64 sequence, const QByteArray &hash);

    void add(const AuditEvent &event);
    const TrailState &state() const { return m_state; } // so far
    const QByteArray &hash() const { return m_hash; } // of the last event that holds
    TrailState finish(qint64 headSequence, const QByteArray &head) const;

private:
    QByteArray m_hash = chainStart();
    TrailState m_state;
};

} // namespace rolewright
