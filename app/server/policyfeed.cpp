// SPDX-License-Identifier: Apache-2.0
#include "app/server/policyfeed.h"

#include "app/server/steadyclock.h"
#include "core/exchange/cbor.h"
#include "core/exchange/policyjson.h"

namespace rolewright::server {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds Interval(200);
constexpr qint64 FreshFor = 1000; // ms

} // namespace

QByteArray ServedPolicy::document() const
{
    std::call_once(m_once, [this] {
        m_document = writePolicy(index.policy());
        m_deflated = rolewright::server::deflated(m_document);
    });
    return m_document;
}

QByteArray deflated(const QByteArray &document)
{
    return qCompress(document, 6).mid(4); // without the length that Qt puts before it
}

QByteArray ServedPolicy::cbor() const
{
    std::call_once(m_cborOnce, [this] {
        const Result<JsonDocument> parsed = JsonDocument::parse(document());
        Q_ASSERT(parsed); // a document that is as semantics.md has it
        m_cbor = toCbor(parsed->root());
    });
    return m_cbor;
}

QByteArray ServedPolicy::deflated() const
{
    document();
    return m_deflated;
}

Result<std::unique_ptr<PolicyFeed>> PolicyFeed::follow(const StoreOpener &open, const Watcher &watcher)
{
    std::unique_ptr<PolicyFeed> feed(new PolicyFeed(watcher));
    feed->m_thread.reset(QThread::create([feed = feed.get(), open] { feed->run(open); }));
    feed->m_thread->start();
    std::unique_lock lock(feed->m_mutex);
    feed->m_wake.wait(lock, [&] { return feed->m_served || feed->m_failed; });
    if (feed->m_failed)
        return failure(*feed->m_failed);
    lock.unlock();
    return feed;
}

PolicyFeed::~PolicyFeed()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    m_thread->wait();
}

void PolicyFeed::run(const StoreOpener &open)
{
    qint64 asked = steadyNow();
    Result<std::unique_ptr<PolicyStore>> store = open();
    Result<Snapshot> head = store ? (*store)->load() : Result<Snapshot>(failure(store.error()));
    if (!head) {
        const std::lock_guard lock(m_mutex);
        m_failed = head.error();
        m_wake.notify_all();
        return;
    }
    m_traits = (*store)->traits();
    AuditQuery last;
    last.limit = 1;
    if (const Result<QList<AuditEvent>> newest = (*store)->events(last); newest && !newest->isEmpty())
        m_sequence = newest->first().sequence;
    if (const Status followed = followTokens(**store, head->version); !followed) {
        const std::lock_guard lock(m_mutex);
        m_failed = followed.error();
        m_wake.notify_all();
        return;
    }
    publish(*head);
    hear(*head, asked);
    m_wake.notify_all();
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            if (m_wake.wait_for(lock, Interval, [this] { return m_stop; }))
                return;
        }
        if (!*store) { // it was in trouble: from the start
            store = open();
            if (!store) {
                const std::lock_guard lock(m_mutex);
                m_trouble = toText(store.error());
                store = std::unique_ptr<PolicyStore>();
                continue;
            }
        }
        asked = steadyNow();
        const Result<Snapshot> snapshot = (*store)->load();
        Status followed = followTrail(**store);
        if (followed && snapshot)
            followed = followTokens(**store, snapshot->version);
        if (!snapshot || !followed) {
            const std::lock_guard lock(m_mutex);
            m_trouble = toText(!snapshot ? snapshot.error() : followed.error());
            store = std::unique_ptr<PolicyStore>();
            continue;
        }
        publish(*snapshot);
        hear(*snapshot, asked);
        m_watcher.presence(**store);
    }
}

// A password that was changed or taken away, by whatever program, is in the trail.
Status PolicyFeed::followTrail(PolicyStore &store)
{
    constexpr int Page = 100;
    AuditQuery query;
    query.limit = 1;
    qint64 newest = m_sequence;
    for (bool more = true; more; query.limit = Page) {
        const Result<QList<AuditEvent>> events = store.events(query);
        if (!events)
            return failure(events.error());
        more = !events->isEmpty();
        for (const AuditEvent &event : *events) {
            if (event.sequence <= m_sequence) {
                more = false;
                break;
            }
            newest = std::max(newest, event.sequence);
            query.before = event.sequence;
            if (event.action.startsWith("credential."_L1) && event.target.startsWith("user/"_L1)
                && event.result == "done"_L1)
                m_watcher.credentials(event.target.mid(5));
            m_hasOtherTokens |= event.action.startsWith("token."_L1);
        }
    }
    m_sequence = newest;
    return {};
}

Status PolicyFeed::followTokens(PolicyStore &store, qint64 version)
{
    if (!store.traits().guarded)
        return {};
    Status followed = m_watcher.tokens(store, m_hasOtherTokens || m_tokensOf != version);
    if (followed) {
        m_hasOtherTokens = false;
        m_tokensOf = version;
    }
    return followed;
}

void PolicyFeed::hear(const Snapshot &snapshot, qint64 asked)
{
    std::shared_ptr<const ServedPolicy> now;
    {
        const std::lock_guard lock(m_mutex);
        m_heard = asked;
        m_trouble.clear();
        now = m_served;
    }
    if (now->version == snapshot.version) // else this process has made a newer one meanwhile
        m_watcher.heard(now, asked);
}

std::shared_ptr<const ServedPolicy> PolicyFeed::served() const
{
    const std::lock_guard lock(m_mutex);
    return m_served;
}

void PolicyFeed::publish(const Snapshot &snapshot)
{
    const std::lock_guard publishing(m_publishing);
    const std::shared_ptr<const ServedPolicy> before = served();
    if (before && snapshot.version <= before->version)
        return;
    // Not updated() from before: two store objects need not share a lineage.
    const auto next = std::make_shared<const ServedPolicy>(snapshot, PolicyIndex(snapshot.policy));
    {
        const std::lock_guard lock(m_mutex);
        m_served = next;
    }
    m_watcher.version(*next);
}

bool PolicyFeed::isFresh() const
{
    const std::lock_guard lock(m_mutex);
    return steadyNow() - m_heard <= FreshFor;
}

QString PolicyFeed::trouble() const
{
    const std::lock_guard lock(m_mutex);
    return m_trouble;
}

} // namespace rolewright::server
