// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/security/password.h"
#include "core/store/policystore.h"

namespace rolewright {

// Where something is done from, and when.
struct Occasion
{
    QString origin; // program and host
    Instant time = Instant::now();
    QString reason;
};

// Who can sign in, and with what.
struct CredentialState
{
    QString user;
    bool hasCode = false; // asked for one-time codes too
    int recoveryCodes = 0; // left

    friend bool operator==(const CredentialState &, const CredentialState &) = default;
};

// A change set that waits for a second person (semantics.md, section 9, approvals).
struct ApprovalRequest
{
    qint64 id = 0;
    QString requester; // by the name of now; empty where the user is gone
    Instant asked;
    Instant expires;
    ChangeSet changes;
    bool overridesTests = false;
    QString state; // "waiting", "expired", "applied", "refused", "withdrawn"
    QStringList approvedBy; // so far
    QString note; // of who decided last
};

// The guard of a store (interfaces.md, open and guarded stores; semantics.md, section 9). A guarded store
// takes changes only from who is signed in to this store object and holds the rights for them; each rule is
// checked, and each event written, in the transaction that it is about. Reading needs no sign-in here:
// whoever can read the file can read it. A database lets nobody read who is not signed in.
//
// Blocking, on the thread of its store. Calls with a password take a good part of a second, outside any
// transaction.
class StoreGuard
{
public:
    virtual ~StoreGuard() = default;

    virtual Result<bool> isGuarded() = 0;
    // Makes an open store guarded, with the password of its first administrator. NotPermitted where it is
    // guarded already, or where the policy would have no administrator with this user alone
    // (keepsAdministrators()).
    virtual Status enrolFirst(const QString &user, const Secret &password, const Occasion &occasion) = 0;

    // NotPermitted with one and the same answer whatever was wrong: the name, the password, or the number of
    // guesses. Guesses are counted in the store before they are looked at; see attempts.h.
    virtual Status signIn(const QString &user, const Secret &password, const Occasion &occasion) = 0;
    // From when on another attempt as this user is looked at; long ago where there is no wait. The same for who is no
    // user at all.
    virtual Result<Instant> nextAttempt(const QString &user) = 0;
    virtual void signOut() = 0;
    virtual bool isSignedIn() const = 0; // as far as this object knows

    // A second confirmation by who is signed in: good once, for five minutes, for the change set (or
    // operation) of this digest; see confirmationDigest() and operationDigest().
    virtual Status confirm(const QByteArray &digest, const Secret &password, const Occasion &occasion) = 0;

    // One's own: needs a confirmation of operationDigest("credential.change", user). Somebody else's: the
    // right for credential.set, and a confirmation for that. Sessions of that user end.
    virtual Status setPassword(const QString &user, const Secret &password, const Occasion &occasion) = 0;
    virtual Status removeCredential(const QString &user, const Occasion &occasion) = 0;
    virtual Result<QList<CredentialState>> credentials() = 0; // by user

    // What is no change of the policy: checks the right, takes the confirmation that the registry asks for,
    // and records it. In an open store it is only recorded, where the trail always has it.
    virtual Status perform(const QString &operation, const QString &what, const Occasion &occasion) = 0;

    // Asks for the approvals that the change set needs, after every other check that a commit makes, its
    // second confirmation among them. The number of the request.
    virtual Result<qint64> ask(const ChangeSet &changes, const CommitContext &context) = 0;
    virtual Result<QList<ApprovalRequest>> requests(Instant now) = 0; // newest first
    // Somebody else than who asked, with the role that the approval names, the right request:approve, and a
    // confirmation of operationDigest("request.approve", id). The last approval that it needs applies the
    // change set, as its author's, in the same transaction; everything is checked again then. Conflict where
    // the policy has moved on.
    virtual Result<Snapshot> approve(qint64 id, const Occasion &occasion) = 0;
    // By who may approve; by who asked it is a withdrawal. The occasion's reason is the note.
    virtual Status refuse(qint64 id, const Occasion &occasion) = 0;
};

constexpr qint64 RequestLife = 14ll * 24 * 60 * 60 * 1000;
constexpr qint64 ConfirmationLife = 5 * 60 * 1000;

// Was it refused only because nobody is signed in, or not any more? Then signIn().
bool needsSignIn(const Error &error);

// Was it refused only for want of a second confirmation? The findings say why it asks for one.
bool needsConfirmation(const Error &error);

// Was it refused only because it waits for a second person? Then ask().
bool needsApproval(const Error &error);

} // namespace rolewright
