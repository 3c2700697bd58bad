// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/checkpoint.h"
#include "core/store/sql/head.h"

#include <QByteArrayList>

namespace rolewright {

// The seals of a trail (003_seal.sql; architecture.md, Trail), within the caller's transaction.
class Seals
{
public:
    explicit Seals(Database &database)
        : m_database(database)
    {
    }

    // Whose seals count, as the trail has it; none: the store is not sealed.
    Result<QByteArrayList> keys();
    // Of those that counted up to an event, `own` and what was enrolled before its newest seal, which speaks for that;
    // all, where it has none.
    Result<QByteArrayList> trustedBy(const QByteArray &own, qint64 upTo);
    Status addKey(const QByteArray &key, qint64 since);
    Status retireKey(const QByteArray &key, qint64 until);

    // Signs the head as it is.
    Status add(const Head &head, Instant time, const Secret &signing);
    // The event up to which the trail is sealed by a key that counts; 0: none.
    Result<qint64> sealedTo(const Head &head, const QByteArrayList &keys);
    Result<std::optional<Instant>> lastTime();
    Result<QByteArray> hashOf(qint64 sequence); // of an event; empty: there is none

    // What the seals say of a trail whose chain holds. `own`: public keys of who asks, who trusts them; without
    // one, those that the store names count for what they are worth. Linear in the seals.
    Status verify(TrailState &state, const Head &head, const QByteArrayList &own);

private:
    struct Enrolment
    {
        QByteArray key;
        qint64 since = 0;
        qint64 until = 0; // 0: it counts

        friend bool operator==(const Enrolment &, const Enrolment &) = default;
    };
    Result<QList<Enrolment>> enrolled(qint64 upTo); // that count up to this event
    Result<QList<Enrolment>> recordedKeys();

    Database &m_database;
};

// What the trail calls a key.
QString keyThing(const QByteArray &key); // "key/1a2b.."

} // namespace rolewright
