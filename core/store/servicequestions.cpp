// SPDX-License-Identifier: Apache-2.0
#include "core/store/servicelane.h"

namespace rolewright {

template <class T>
void PolicyService::ask(const Question<T> &question, QObject *context, const Callback<T> &done)
{
    Q_ASSERT(context && context->thread() == thread());
    m_reader->post(
        [this, question, guard = QPointer<QObject>(context), done, epoch = m_cancelled.load()](Lane &lane) {
            const Result<T> result = [&]() -> Result<T> {
                if (epoch != m_cancelled)
                    return cancelled();
                if (!lane.hasStore())
                    return nothingOpen();
                return lane.run(question);
            }();
            QMetaObject::invokeMethod(
                this, [this, guard, done, result] { answer(guard, done, result); }, Qt::QueuedConnection);
        });
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
    ask<TrailState>(
        [held = m_keys](PolicyStore &store) {
            if (held)
                store.guard()->useKeys(held->keys(), held->anchor());
            return store.verifyTrail();
        },
        context, done);
}

} // namespace rolewright
