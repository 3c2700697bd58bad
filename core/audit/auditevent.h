// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace rolewright {

// A display name or an attribute value in the trail: the chain has its digest, so that it can be erased and the chain
// holds on. SHA-256 over 16 random bytes and the text, for short texts are guessed.
struct PersonalValue
{
    QString digest; // base 64, 43 characters
    QByteArray salt;
    QString value;

    bool isGenuine() const;
    friend bool operator==(const PersonalValue &, const PersonalValue &) = default;
};
PersonalValue personalValue(const QString &value);
constexpr char16_t DigestMark = 1; // before a digest, where a value stood: no text may have it
constexpr qsizetype DigestLength = 43;

// One record of the trail: who did what to what, when, why, and what was before. Written in the transaction
// of the change it records, never changed after.
struct AuditEvent
{
    qint64 sequence = 0; // 1, 2, 3, ... without gaps
    Instant time;
    QString actor;
    QString origin; // program and host: "rolewrightctl 0.1.0 on laptop"
    QString action; // "grant.add", "role.rename", "store.create"
    QString target; // "role/editor", "user/alice", "policy"
    QString targetName; // how it was shown then, where that differs from the key; else empty
    QString summary; // describe(change)
    QString change; // the change as JSON (before and after), or empty
    QString reason;
    QString operation; // the change set's UUID
    qint64 version = 0; // the version that it made
    QString result; // "done", "refused"
    QByteArray hash; // SHA-256 over the previous hash and every field above
    // As the chain has them, where names or attribute values stand in them, which can be erased: each a digest in its
    // place. Empty where they are as above.
    QString chainedName;
    QString chainedChange;
    QList<PersonalValue> values; // that the digests stand for, and that are not erased

    friend bool operator==(const AuditEvent &, const AuditEvent &) = default;
};

// The chain (architecture.md, Trail): plain SHA-256 over length-prefixed fields, from 32 zero bytes. Anybody
// who has the events can verify it; against whoever can rewrite the file it proves nothing until it is
// sealed.
QByteArray chainStart();
QByteArray chainHash(const QByteArray &previous, const AuditEvent &event);

// What to show of the trail. Empty members do not restrict.
struct AuditQuery
{
    std::optional<Instant> since;
    std::optional<Instant> until;
    QString actor;
    QString action; // a prefix up to a dot: "grant" finds grant.add
    QString target; // a thing: "role/editor"; also finds events that touch it from the other side
    QString text; // anywhere in summary, reason, target, actor; case-insensitive
    qint64 before = 0; // sequence: older than this one; 0: from the newest
    int limit = 0; // 0: all
    QString result; // "done", "refused"
    // The change as text, for which all changes of its version are read; false: a store may leave it empty.
    bool withChanges = true;

    friend bool operator==(const AuditQuery &, const AuditQuery &) = default;
};

} // namespace rolewright
