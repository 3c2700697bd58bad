// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/policyindex.h"
#include "core/store/policystore.h"

#include <QThread>
#include <condition_variable>

#include <memory>
#include <mutex>

namespace rolewright::server {

// A version compiled for decisions, and its document as it is sent. Immutable; any thread.
class ServedPolicy
{
public:
    explicit ServedPolicy(const Snapshot &snapshot, const PolicyIndex &compiled)
        : version(snapshot.version)
        , index(compiled)
    {
    }

    const qint64 version;
    const PolicyIndex index;

    QByteArray document() const; // the policy document, written once
    QByteArray cbor() const; // the same, made from it once
    QByteArray deflated() const; // the same in the zlib format (HTTP's "deflate")

private:
    mutable std::once_flag m_once;
    mutable QByteArray m_document;
    mutable QByteArray m_deflated;
    mutable std::once_flag m_cborOnce;
    mutable QByteArray m_cbor;
};

QByteArray deflated(const QByteArray &document);

// Opens the store that is served, on the thread that uses it. Any thread.
using StoreOpener = std::function<Result<std::unique_ptr<PolicyStore>>()>;

// Follows the newest version of a store on a thread of its own, so that no decision waits for the store. Any
// thread.
class PolicyFeed
{
public:
    // On whatever thread learnt of it.
    struct Watcher
    {
        std::function<void(const ServedPolicy &)> version; // there is a newer one
        // The store had this one when it was read, which began at `asked` (steadyNow()).
        std::function<void(const std::shared_ptr<const ServedPolicy> &served, qint64 asked)> heard;
        std::function<void(const QString &)> credentials; // of this user are others, or are gone
        // On the thread of the feed, each time that the store was heard: tokens may be others, or their
        // users.
        std::function<Status(PolicyStore &, bool mayDiffer)> tokens;
        std::function<void(PolicyStore &)> presence; // likewise: who is there may be others
    };

    // Open and loaded when it returns.
    static Result<std::unique_ptr<PolicyFeed>> follow(const StoreOpener &open, const Watcher &watcher);
    ~PolicyFeed();

    std::shared_ptr<const ServedPolicy> served() const;
    // A version that this process has just made: answered from when this returns. Older ones are passed over.
    void publish(const Snapshot &snapshot);
    // Heard from the store within the last second. Decisions are not taken while it is not.
    bool isFresh() const;
    QString trouble() const; // why not
    const StoreTraits &traits() const { return m_traits; }

private:
    explicit PolicyFeed(const Watcher &watcher)
        : m_watcher(watcher)
    {
    }
    void run(const StoreOpener &open);
    Status followTrail(PolicyStore &store);
    Status followTokens(PolicyStore &store, qint64 version);
    void hear(const Snapshot &snapshot, qint64 asked);

    Watcher m_watcher;
    qint64 m_sequence = 0; // of the newest event that was looked at
    bool m_hasOtherTokens = true;
    qint64 m_tokensOf = -1; // a version
    StoreTraits m_traits;
    std::unique_ptr<QThread> m_thread;
    mutable std::mutex m_mutex;
    std::mutex m_publishing; // one index is built at a time
    std::condition_variable m_wake;
    std::shared_ptr<const ServedPolicy> m_served;
    std::optional<Error> m_failed; // to open
    QString m_trouble;
    qint64 m_heard = 0; // ms of the steady clock
    bool m_stop = false;
};

} // namespace rolewright::server
