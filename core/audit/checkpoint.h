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

    friend bool operator==(const Checkpoint &, const Checkpoint &) = default;
};

constexpr qsizetype SigningSeedSize = 32;
QByteArray publicKeyOf(const Secret &seed);
Checkpoint signedCheckpoint(const QByteArray &store, const AuditEvent &newest, Instant time,
                            const Secret &seed);
// Is it as it was signed, by its own key? Whose key that is, the caller knows.
bool isSignatureGood(const Checkpoint &checkpoint);

QByteArray toJsonLine(const Checkpoint &checkpoint); // with its line feed
Result<Checkpoint> parseCheckpoint(const QByteArray &line);

} // namespace rolewright
