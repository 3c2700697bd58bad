// SPDX-License-Identifier: Apache-2.0
#include "core/store/servicelane.h"

namespace rolewright {

using namespace Qt::StringLiterals;

template <class T>
void PolicyService::ask(Lane &asked, const std::function<Result<T>(Lane &)> &question, QObject *context,
                        const Callback<T> &done)
{
    Q_ASSERT(context && context->thread() == thread());
    asked.post(
        [this, question, guard = QPointer<QObject>(context), done, epoch = m_cancelled.load()](Lane &lane) {
            const Result<T> result = epoch == m_cancelled ? question(lane) : Result<T>(cancelled());
            QMetaObject::invokeMethod(
                this, [this, guard, done, result] { answer(guard, done, result); }, Qt::QueuedConnection);
        });
}

template <class T>
void PolicyService::ask(const Question<T> &question, QObject *context, const Callback<T> &done)
{
    ask<T>(
        *m_reader,
        [question](Lane &lane) { return lane.hasStore() ? lane.run(question) : Result<T>(nothingOpen()); },
        context, done);
}

// Of a store object that is made at the first such question, in whose place there may be another store by
// then.
template <class T>
void PolicyService::askAtLeisure(const Question<T> &question, QObject *context, const Callback<T> &done)
{
    ask<T>(
        *m_longReader,
        [question, open = m_open, location = m_location, id = m_traits.id,
         latest = m_latest](Lane &lane) -> Result<T> {
            if (!open)
                return nothingOpen();
            if (Status opened = openLane(lane, location); !opened)
                return failure(opened.error());
            bool isAnother = false;
            const Result<T> result = lane.run([&](PolicyStore &store) -> Result<T> {
                const Result<qint64> version = store.version();
                if (!version)
                    return failure(version.error());
                isAnother = *version < latest.version || (!id.isEmpty() && store.traits().id != id);
                if (*version < latest.version)
                    return goneBack(latest.version, *version);
                if (isAnother) {
                    return failure(ErrorCode::Unavailable,
                                   u"Another store was put in the place of this one. Open it again."_s,
                                   location);
                }
                store.prime(latest);
                return question(store);
            });
            if (isAnother)
                lane.setStore(nullptr);
            else
                lane.store().rest();
            return result;
        },
        context, done);
}

void PolicyService::load(qint64 version, QObject *context, const Callback<Snapshot> &done)
{
    ask<Snapshot>([version](PolicyStore &store) { return store.load(version); }, context, done);
}

void PolicyService::history(QObject *context, const Callback<QList<VersionInfo>> &done)
{
    ask<QList<VersionInfo>>([](PolicyStore &store) { return store.history(); }, context, done);
}

void PolicyService::changeSet(qint64 version, QObject *context, const Callback<ChangeSet> &done)
{
    ask<ChangeSet>([version](PolicyStore &store) { return store.changeSet(version); }, context, done);
}

void PolicyService::events(const AuditQuery &query, QObject *context, const Callback<QList<AuditEvent>> &done)
{
    ask<QList<AuditEvent>>([query](PolicyStore &store) { return store.events(query); }, context, done);
}

void PolicyService::facets(const AuditQuery &query, QObject *context, const Callback<TrailFacets> &done)
{
    ask<TrailFacets>([query](PolicyStore &store) { return store.facets(query); }, context, done);
}

void PolicyService::verifyTrail(QObject *context, const Callback<TrailState> &done)
{
    askAtLeisure<TrailState>(
        [held = m_keys](PolicyStore &store) {
            if (held)
                store.guard()->useKeys(held->keys(), held->anchor());
            return store.verifyTrail();
        },
        context, done);
}

} // namespace rolewright
