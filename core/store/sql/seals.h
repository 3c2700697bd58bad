// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/chainverifier.h"
#include "core/store/sql/head.h"
#include "core/store/sql/trailbase.h"

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
    Result<QByteArray> hashOf(qint64 sequence); // of an event; empty: there is none, or it is archived
    // That a key counts at this event, for those that it names, as what was archived and the trail have it.
    Result<QList<SealingKey>> keysAt(qint64 sequence);
    // What older records were archived with; nothing: the store has all of them.
    Result<std::optional<TrailBase>> base();
    // How far whoever has this key knows the trail to be theirs: by its newest seal, or by the anchor, which
    // is a record of the trail. 0: not at all.
    Result<qint64> seenBy(const QByteArray &own, qint64 anchored);

    // What the seals say of a trail whose chain holds. `own`: public keys of who asks, who trusts them;
    // without one, those that the store names count for what they are worth. `seen`: seenBy(). Linear in the
    // seals.
    Status verify(TrailState &state, const Head &head, const QByteArrayList &own, qint64 seen);

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

    Result<qint64> newestSealBy(const QByteArray &own);

    Database &m_database;
    std::optional<std::optional<TrailBase>> m_base; // once it was looked for
};

// Why keys that archived records enrolled do not count yet, for who has not seen the record of that; a
// clause.
QString archivedUnseen(const TrailBase &base);
// What the trail calls a key.
QString keyThing(const QByteArray &key); // "key/1a2b.."

} // namespace rolewright
