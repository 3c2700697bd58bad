// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/checkpoint.h"
#include "core/security/password.h"
#include "core/security/storekeys.h"
#include "core/store/policystore.h"

namespace rolewright {

// Where something is done from, and when.
struct Occasion
{
    QString origin; // program and host
    Instant time = Instant::now();
    QString reason;
};

// What somebody shows that they are who they say, as an argument: it refers to the password. The code is a
// one-time code, or a recovery code in its place.
struct Proof
{
    Proof(const Secret &givenPassword, const QString &givenCode = {})
        : password(givenPassword)
        , code(givenCode)
    {
    }
    const Secret &password;
    QString code;
};

// Who can sign in, and with what.
struct CredentialState
{
    QString user;
    bool hasCode = false; // asked for one-time codes too
    int recoveryCodes = 0; // left

    friend bool operator==(const CredentialState &, const CredentialState &) = default;
};

// What an application sends to a server instead of signing in. It has the rights of its user, for what it is for.
struct ApplicationToken
{
    qint64 id = 0;
    QString user;
    QString name; // for people
    QByteArray hash; // SHA-256: the token itself is nowhere
    QStringList scope; // some of tokenScopes()
    Instant created;
    Instant expires;
    std::optional<Instant> lastUse; // roughly; nothing: never
    UserId userId; // of `user`, in the store itself; a server does not say it

    friend bool operator==(const ApplicationToken &, const ApplicationToken &) = default;
};
const QStringList &tokenScopes(); // "evaluation", "search"
constexpr qint64 TokenOverlap = 60ll * 60 * 1000; // ms that a token counts on after it was replaced

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
    // Makes an open store guarded, with the password of its first administrator, who is made one in the same
    // transaction where the policy says nothing of it (makingAdministrator()). NotPermitted where it is
    // guarded already.
    virtual Status enrolFirst(const QString &user, const Secret &password, const Occasion &occasion) = 0;

    // The installation's keys for this store, kept for the life of the object, and how far it saw the trail come.
    // Without them no one-time code can be set or checked (recovery codes can), and nothing be written to a
    // sealed store: needsKeys(). A trail that the anchor does not fit any more takes no change. `moved` is told
    // each new anchor, once the commit is durable, on the store's thread: it keeps it where the keys are.
    virtual void useKeys(const StoreKeys &keys, const std::optional<Anchor> &anchor = {},
                         const std::function<void(const Anchor &)> &moved = {}) = 0;
    // The newest that this object knows; nothing without keys.
    virtual std::optional<Anchor> anchor() const = 0;
    // The public keys whose seals count, the oldest first; none: the store is not sealed. enrolFirst() with keys
    // in use enrols the first.
    virtual Result<QByteArrayList> sealingKeys() = 0;
    // Makes the seals of this public key (publicKeyOf()) count too, in the first place one's own. The right and
    // a confirmation for operationDigest("key.enrol", the key in hexadecimal).
    virtual Status enrolKey(const QByteArray &key, const Occasion &occasion) = 0;
    // Seals with these keys from now on, encrypts the seeds with them, and lets the keys in use seal no more. A
    // confirmation of operationDigest("key.rotate", the new public key in hexadecimal).
    virtual Status rotateKeys(const StoreKeys &fresh, const Occasion &occasion) = 0;
    // Takes a trail as it is that was not sealed up to its end, or that the anchor does not fit: after an older
    // copy was put back on purpose. Keys in use that are not enrolled (those before are lost) take the place of the
    // others. Recorded; by who has the right for trail.accept, who is not signed in by it.
    virtual Status acceptTrail(const QString &user, const Proof &proof, const Occasion &occasion) = 0;
    // At the console, where an administrator has lost the authenticator and the recovery codes: the keys of the
    // store stand in for the code. Recorded; the user is asked for codes no more.
    virtual Status recoverCode(const QString &user, const Secret &password, const Occasion &occasion) = 0;
    // Seals the trail once more, where its last seal is older than `interval` (milliseconds): so that it is known
    // when nothing happened. Needs keys, and nobody signed in.
    virtual Status sealAgain(qint64 interval, Instant now) = 0;

    // The password, and a code where the user has set that up: needsCode() where only the code was missing,
    // else NotPermitted with one and the same answer whatever was wrong: the name, the password, the code, or
    // the number of guesses. Guesses are counted in the store before they are looked at; see attempts.h. A
    // code counts once, whoever asks, and not again for a clock that was set back.
    virtual Status signIn(const QString &user, const Proof &proof, const Occasion &occasion) = 0;
    // From when on another attempt as this user is looked at; long ago where there is no wait. The same for who is no
    // user at all.
    virtual Result<Instant> nextAttempt(const QString &user) = 0;
    virtual void signOut() = 0;
    virtual bool isSignedIn() const = 0; // as far as this object knows
    // Asks the store. needsSignIn() where the session is over: another password, or the user is gone or inactive.
    virtual Status checkSession() = 0;

    // A second confirmation by who is signed in, with the password or a code, where a code was given with the
    // code alone: good once, for five minutes, for the change set (or operation) of this digest; see
    // confirmationDigest() and operationDigest().
    virtual Status confirm(const QByteArray &digest, const Proof &proof, const Occasion &occasion) = 0;

    // One's own: needs a confirmation of operationDigest("credential.change", user). Somebody else's: the
    // right for credential.set, and a confirmation for that. Sessions of that user end.
    virtual Status setPassword(const QString &user, const Secret &password, const Occasion &occasion) = 0;
    virtual Status removeCredential(const QString &user, const Occasion &occasion) = 0;
    virtual Result<QList<CredentialState>> credentials() = 0; // by user

    // The right for token.add, confirmed for operationDigest("token.add", user). `replaces`: another one of the user, which
    // counts for TokenOverlap more; 0: none. Invalid where it would be for nothing, or over. Its number.
    virtual Result<qint64> addToken(const ApplicationToken &token, qint64 replaces, const Occasion &occasion) = 0;
    virtual Status removeToken(qint64 id, const Occasion &occasion) = 0; // the right for token.remove
    virtual Result<QList<ApplicationToken>> tokens() = 0; // oldest first; also those that are over
    virtual Status noteTokenUse(qint64 id, Instant time) = 0; // by the server; not in the trail

    // One-time codes for who is signed in: `seed` of newSeed(), which their authenticator has by now, as `code`
    // shows (Invalid where it does not); hashes of newRecoveryCodes(). Needs a confirmation of
    // operationDigest("code.change", user).
    virtual Status setCode(const Secret &seed, const QString &code, const QByteArrayList &recovery,
                           const Occasion &occasion) = 0;
    // One's own likewise; somebody else's, who lost it, needs the right for code.remove, confirmed.
    virtual Status removeCode(const QString &user, const Occasion &occasion) = 0;

    // Erases the display names and attribute values that the trail and the history have of a user of this id, but for
    // those that the policy has now; "(erased)" stands in their place from then on, and the chain holds on. Keys, reasons
    // and origins stay. A confirmation of operationDigest("trail.erase", user). How many.
    virtual Result<qint64> erase(const QString &user, const Occasion &occasion) = 0;

    // Moves the records before the first one of `before` or later into a new file (trailarchive.h), which is
    // durable before they go: they are in the store, in the file, or, after a crash, in both. What stays is
    // chained to them, and begins with the version that they led to; the versions before it are in the
    // archive alone. The archive ends in a checkpoint signed with the keys in use, needsKeys() without. The
    // right for trail.archive, and a confirmation of operationDigest("trail.archive", path). Usage where
    // there is nothing that old; Invalid where the trail is not intact.
    struct Archived
    {
        qint64 from = 0; // the first and the last record that are archived
        qint64 to = 0;
        qint64 version = 0; // that the store begins with
    };
    virtual Result<Archived> archive(Instant before, const QString &path, const CommitContext &context) = 0;
    // What somebody archived at another installation, this one has to see before it goes on: what the
    // archives say, from the first record of the store on, each verified and joined to the next. Where that
    // is what the store begins with, and the anchor's record is among them or in the trail, the anchor moves
    // to the record of the archiving. Invalid where not.
    struct ArchiveProof
    {
        Checkpoint end;
        QByteArray atAnchor; // the hash that the archives have where the anchor is; empty: it comes later
        QList<std::pair<QByteArray, qint64>>
            keys; // that counted at the end, with the events that enrolled them
    };
    virtual Status seeArchive(const ArchiveProof &proof) = 0;

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

// Was it refused only for want of the store's keys?
bool needsKeys(const Error &error);

// Was the password right, and a one-time code is asked for too?
bool needsCode(const Error &error);

// Was it refused only because it waits for a second person? Then ask().
bool needsApproval(const Error &error);

} // namespace rolewright
