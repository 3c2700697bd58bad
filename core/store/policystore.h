// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/chainverifier.h"
#include "core/audit/trailfacets.h"
#include "core/edit/apply.h"

#include <QMap>

#include <functional>
#include <memory>

namespace rolewright {

class Secret;
struct StoreKeys;
class StoreGuard;

struct Snapshot
{
    Policy policy;
    qint64 version = 0;
};

struct VersionInfo
{
    qint64 version = 0;
    Instant time;
    QString actor;
    QString reason;
    QString operation; // UUID; empty for the first
    qsizetype changes = 0;

    friend bool operator==(const VersionInfo &, const VersionInfo &) = default;
};

// What to show of the versions. Empty members do not restrict.
struct HistoryQuery
{
    qint64 before = 0; // a version: older than this one; 0: from the newest
    qsizetype limit = 0; // 0: all
    QString operation; // the UUID of a change set, without braces
};

// Somebody who works on the store, too. For people to see each other, and never a reason to let anybody do
// anything: whoever may connect to a database says freely what their program is, and can keep others from
// being seen.
struct Presence
{
    QString user;
    QString program; // "rolewright 0.1.0 on laptop"; empty where nobody says
    std::optional<Instant> since; // nothing where nobody says

    friend bool operator==(const Presence &, const Presence &) = default;
};

struct CommitContext
{
    QString actor;
    QString origin;
    Instant time = Instant::now();
    bool overrideTests = false; // apply although tests that pass now would fail; audited
};

// What a store can promise and what it must say about itself.
struct StoreTraits
{
    QString name; // "acme.rolewright"
    QString location; // the store string
    QString id; // of the store, wherever it lies: a UUID; empty for a document
    QString login; // who signs in, as the store string says; else empty
    bool readOnly = false;
    bool versioned = true; // has history and a trail
    bool guarded = false; // one signs in before one changes anything: guard()
    bool keepsKeys = false; // seals, anchors and encrypts by itself: it takes no keys from who opens it
    // "This store is open: ..." or empty; shown by every program. One of the texts that the stores mark with
    // QT_TRANSLATE_NOOP("notice", ..), so that the window can say it in another language.
    QString notice;

    friend bool operator==(const StoreTraits &, const StoreTraits &) = default;
};

// A place where policies live (interfaces.md, Stores). Blocking and single-threaded: made, used and destroyed
// on one thread; PolicyService is the asynchronous front. Stores never merge: they refuse what was made on
// another version.
class PolicyStore
{
public:
    virtual ~PolicyStore() = default;

    virtual StoreTraits traits() const = 0;

    // The newest version. Cheap where nothing changed since the last call.
    virtual Result<Snapshot> load() = 0;
    // Any version from 0 (empty) on: @N.
    virtual Result<Snapshot> load(qint64 version) = 0;
    // What to poll: the newest version's number.
    virtual Result<qint64> version() = 0;
    // From now on it learns of newer versions by itself, where it can: `wake` is called when version() may
    // say another one, on any thread, until the store is destroyed. A hint: whoever follows polls all the
    // same.
    virtual void watch(const std::function<void()> & /*wake*/) { }
    // Who else works on it now, as far as can be known: nobody on a file; on a database or a server, whoever
    // is there, on the database itself or through any server on it. Polled as version() is; may be some 15
    // seconds old.
    virtual Result<QList<Presence>> others() { return QList<Presence>(); }
    // For a server, whose users have no connection of their own: that these, whom others() of other objects
    // then has, work on it. Holds as long as the connection does, so it is told again and again: cheap where
    // nothing changed. Users that the policy does not have are passed over.
    virtual Status tellPresent(const QStringList & /*users*/) { return {}; }

    // One transaction: the version is still the change set's base -> checked() -> rows -> audit events ->
    // chain head -> version + 1; durable on return. Conflict where the base is not the newest version. A
    // change set whose operation id was applied already is not applied again: the snapshot of now is
    // returned. On any failure nothing has changed, unless isOutcomeUnknown().
    virtual Result<Snapshot> commit(const ChangeSet &changes, const CommitContext &context) = 0;

    virtual Result<QList<VersionInfo>> history(const HistoryQuery &query) = 0; // newest first
    Result<QList<VersionInfo>> history() { return history(HistoryQuery()); }
    virtual Result<ChangeSet> changeSet(qint64 version) = 0; // that made the version
    virtual Result<QList<AuditEvent>> events(const AuditQuery &query) = 0; // newest first
    // Of all that it finds, whatever the page: a pass over the trail.
    virtual Result<TrailFacets> facets(const AuditQuery &query) = 0;
    // The chain; that no version holds a change without a record; that the policy is what the records make of
    // nothing.
    virtual Result<TrailState> verifyTrail() = 0;

    // Null where the store can have none. A guarded store refuses a commit with NotPermitted unless its guard
    // lets it pass, and its actor is who is signed in, whatever the context says.
    virtual StoreGuard *guard() { return nullptr; }

    // A snapshot of this store that another object on it gave out: what is loaded from now on shares what is
    // the same.
    virtual void prime(const Snapshot &) { }

    // Nobody needs it for a while: what it holds of a database server is let go, and taken again by the next
    // call.
    virtual void rest() { }

    // From another thread: make a running call return Cancelled soon.
    virtual void cancel() = 0;
};

// Did a commit fail in such a way that its changes are, or may be, in the store that was open? Then nobody
// may say that nothing was changed.
bool isOutcomeUnknown(const Error &error);

// Opens the store that the string names. Never creates one.
Result<std::unique_ptr<PolicyStore>> openStore(const QString &location);
// For a server, whose users have their passwords in the store: openStore(), but a database is opened with the
// login that the string names and this password (empty: none), which belong to the store object. Its guard
// lets in whoever has a credential in the store, and else an administrator with the password of their own
// database login. NotPermitted where the login may not keep credentials.
Result<std::unique_ptr<PolicyStore>> openServed(const QString &location, const Secret &password);
// A new SQLite store with an optional first policy (as version 1): open, or with a first administrator
// guarded from its first moment (StoreGuard::enrolFirst()). Refuses a file that exists. A new PostgreSQL
// store is always guarded: its first administrator gets a database login.
struct FirstAdministrator
{
    QString user;
    const Secret &password;
    const StoreKeys *keys = nullptr; // seals the store from its first moment
};
Result<std::unique_ptr<PolicyStore>> createStore(const QString &location, const Policy &first,
                                                 const CommitContext &context,
                                                 const FirstAdministrator *administrator = nullptr);
// Before a store in a database is made or opened, or one on a server is opened: who does it. Does no I/O. A database's
// login is kept in memory until they sign out. A server is signed in to with it by the next openStore(), once, which
// says what the guard's signIn() would: needsCode() asks for another useLogin() with the code, too. Usage where the
// location is of neither.
Status useLogin(const QString &location, const QString &user, const Secret &password, const QString &code = {});
// The login that such a location names, which may be none; Usage where it is of neither.
Result<QString> loginOf(const QString &location);

// The changes that bring `head` back to what it was at an earlier snapshot: a revert is a new change set.
QList<Change> reverting(const Policy &head, const Policy &earlier);

} // namespace rolewright
