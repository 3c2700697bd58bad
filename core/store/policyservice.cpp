// SPDX-License-Identifier: Apache-2.0
#include "core/store/policyservice.h"

#include "core/store/servicelane.h"

namespace rolewright {

using namespace Qt::StringLiterals;

tl::unexpected<Error> cancelled()
{
    return failure(ErrorCode::Cancelled, u"Cancelled; nothing was changed."_s);
}

tl::unexpected<Error> nothingOpen()
{
    return failure(ErrorCode::Usage, u"No store is open."_s);
}

tl::unexpected<Error> goneBack(qint64 from, qint64 to)
{
    return failure(
        ErrorCode::Unavailable,
        u"The store has gone back from version %1 to %2: an older copy was put in its place. Open it again."_s
            .arg(from)
            .arg(to));
}

PolicyService::PolicyService(QObject *parent)
    : QObject(parent)
    , m_reader(std::make_unique<Lane>())
    , m_writer(std::make_unique<Lane>())
    , m_longReader(std::make_unique<Lane>())
{
}

PolicyService::~PolicyService()
{
    cancel();
    // Their tasks use the members below: joined while all are there.
    m_longReader.reset();
    m_reader.reset();
    m_writer.reset();
}

void PolicyService::open(const QString &location, QObject *context, const Callback<Snapshot> &done)
{
    Q_ASSERT(context && context->thread() == thread());
    close();
    openReader(m_session, location, {}, context, done);
}

void PolicyService::create(const QString &location, const Policy &first, const CommitContext &commit,
                           QObject *context, const Callback<Snapshot> &done)
{
    Q_ASSERT(context && context->thread() == thread());
    close();
    m_writer->post([this, location, first, commit, session = m_session, guard = QPointer<QObject>(context),
                    done](Lane &lane) {
        Result<std::unique_ptr<PolicyStore>> store = createStore(location, first, commit);
        Result<Snapshot> snapshot = store ? (*store)->load() : Result<Snapshot>(failure(store.error()));
        if (snapshot)
            lane.setStore(std::move(*store));
        QMetaObject::invokeMethod(
            this,
            [this, session, location, snapshot, guard, done] {
                if (!snapshot || session != m_session)
                    answer(guard, done, snapshot ? Result<Snapshot>(cancelled()) : snapshot);
                else
                    openReader(session, location, *snapshot, guard, done);
            },
            Qt::QueuedConnection);
    });
}

void PolicyService::openReader(quint64 session, const QString &location,
                               const std::optional<Snapshot> &created, const QPointer<QObject> &context,
                               const Callback<Snapshot> &done)
{
    m_reader->post([this, session, location, created, context, done](Lane &lane) {
        Result<Snapshot> snapshot;
        StoreTraits traits;
        if (Result<std::unique_ptr<PolicyStore>> store = openStore(location)) {
            lane.setStore(std::move(*store));
            if (created)
                lane.store().prime(*created);
            snapshot = lane.run([](PolicyStore &opened) { return opened.load(); });
            if (!snapshot && needsSignIn(snapshot.error()))
                snapshot = Snapshot(); // the newest version appears when somebody has signed in
            traits = lane.store().traits();
        } else {
            snapshot = failure(store.error());
        }
        if (snapshot) {
            lane.lastVersion = snapshot->version;
            lane.startPolling([this, session](Lane &polled) { poll(polled, session); });
        } else {
            lane.setStore(nullptr);
        }
        QMetaObject::invokeMethod(
            this,
            [this, session, location, snapshot, traits, context, done] {
                if (session != m_session) {
                    answer<Snapshot>(context, done, cancelled());
                    return;
                }
                if (snapshot) {
                    m_open = true;
                    m_location = location;
                    m_traits = traits;
                    m_latest = *snapshot;
                }
                answer(context, done, snapshot);
            },
            Qt::QueuedConnection);
    });
}

void PolicyService::close()
{
    cancel();
    ++m_session;
    m_open = false;
    m_keys.reset();
    m_traits = {};
    m_latest = {};
    m_held.reset();
    if (!m_others.isEmpty()) {
        m_others.clear();
        Q_EMIT othersChanged();
    }
    m_commits = 0;
    for (Lane *lane : {m_reader.get(), m_writer.get()}) {
        lane->post([](Lane &closed) { closed.leave(); });
    }
    m_longReader->post(
        [](Lane &closed) { closed.setStore(nullptr); }); // who was signed in is out by the others
}

Status PolicyService::openLane(Lane &lane, const QString &location)
{
    if (lane.hasStore())
        return {};
    Result<std::unique_ptr<PolicyStore>> store = openStore(location);
    if (!store)
        return failure(store.error());
    lane.setStore(std::move(*store));
    return {};
}

void PolicyService::takeTraits(quint64 session, const std::optional<StoreTraits> &traits)
{
    if (session != m_session || !traits || *traits == m_traits)
        return;
    m_traits = *traits;
    Q_EMIT traitsChanged();
}

void PolicyService::cancel()
{
    ++m_cancelled;
    m_reader->cancel();
    m_writer->cancel();
    m_longReader->cancel();
}

void PolicyService::appeared(quint64 session, const Snapshot &snapshot)
{
    if (session != m_session || snapshot.version <= m_latest.version)
        return;
    if (m_commits > 0) {
        m_held = snapshot;
        return;
    }
    m_latest = snapshot;
    Q_EMIT versionAppeared(snapshot);
}

} // namespace rolewright
