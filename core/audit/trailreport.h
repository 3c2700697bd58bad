// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/auditevent.h"
#include "core/security/secret.h"

namespace rolewright {

// Entries of a trail for somebody who has not got the store: with what was looked for, how far the trail had
// come, and a hash over all of it, signed where there is a key (Ed25519, RFC 8032). Pure; any thread.
//
// The document is three lines, so that anybody can check the hash: `sed -n 2p FILE | tr -d '\n' | sha256sum`.
//
//   {"report":
//   {...}
//   ,"seal":{"hash": "...", "key": "...", "signature": "..."}}
struct TrailReport
{
    QString store; // its name
    QString by; // who made it
    Instant made;
    QString filter; // a line of TrailFilter; empty: everything
    std::optional<Instant> since; // the period that was asked for
    std::optional<Instant> until;
    QString state; // of the trail then: "intact to 42"
    qint64 sequence = 0; // of the newest event then
    QByteArray head; // its hash
    QList<AuditEvent> events; // newest first
};

struct ReportSeal
{
    QByteArray hash; // SHA-256 of the second line
    QByteArray key; // public, 32 bytes; empty: not signed
    QByteArray signature; // 64 bytes, over "rolewright report 1\n" and the hash

    friend bool operator==(const ReportSeal &, const ReportSeal &) = default;
};

struct SealedReport
{
    QByteArray document;
    ReportSeal seal;
};
SealedReport sealedReport(const TrailReport &report, const Secret *seed);

// Of a document as it was written: Invalid where it was changed since, or is none. Whose key it is, the
// caller knows.
Result<ReportSeal> checkedReport(const QByteArray &document);

} // namespace rolewright
