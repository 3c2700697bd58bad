// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/auditevent.h"
#include "core/security/secret.h"

namespace rolewright {

// A signed word about how far a trail had come (architecture.md, Trail), to be kept away from the store: on
// paper, in a mail, on another machine. A trail that was rebuilt, cut off or replaced by an older copy does
// not fit it any more, however well its own chain holds. Ed25519 (RFC 8032). Pure; any thread.
struct Checkpoint
{
    QByteArray store; // the hash of the store's first event: 32 bytes, another for every store
    qint64 sequence = 0; // of the newest event then
    QByteArray head; // its hash
    Instant time;
    QByteArray key; // public, 32 bytes
    QByteArray signature; // 64 bytes
    // Of one that ends an archive, and that the trail goes on from: SHA-256 over what the store keeps of the
    // records (store/sql/trailbase.h). Else empty.
    QByteArray base;

    friend bool operator==(const Checkpoint &, const Checkpoint &) = default;
};

constexpr qsizetype SigningSeedSize = 32;
QByteArray publicKeyOf(const Secret &seed);
Checkpoint signedCheckpoint(const QByteArray &store, const AuditEvent &newest, Instant time,
                            const Secret &seed, const QByteArray &base = {});
// Is it as it was signed, by its own key? Whose key that is, the caller knows.
bool isSignatureGood(const Checkpoint &checkpoint);

// How far an installation saw a trail come: kept with its keys, away from the store. It follows the commits, so a
// trail that is longer is well, and one that is shorter, or has another event there, was cut off or replaced.
struct Anchor
{
    qint64 sequence = 0;
    QByteArray head; // the hash of that event

    friend bool operator==(const Anchor &, const Anchor &) = default;
};
QByteArray toLine(const Anchor &anchor); // "rolewright-anchor-1 300 <hex>"
Result<Anchor> parseAnchor(const QByteArray &line);

QByteArray toJsonLine(const Checkpoint &checkpoint); // with its line feed
Result<Checkpoint> parseCheckpoint(const QByteArray &line);

} // namespace rolewright
