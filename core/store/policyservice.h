// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/policystore.h"

#include <QObject>
#include <QThread>

namespace rolewright {

// The asynchronous front of a store for the GUI: one reader and one writer thread, each with its own connection.
// Requests are values; each answers once through its callback on the thread of `context`, or never when the context
// has died. Polls for new versions every 250 ms.
class PolicyService : public QObject
{
    Q_OBJECT

public:
    explicit PolicyService(QObject *parent = nullptr);
    ~PolicyService() override;

    template <class T>
    using Callback = std::function<void(const Result<T> &)>;

    void open(const QString &location, QObject *context, Callback<Snapshot> done);
    void create(const QString &location, const Policy &first, const CommitContext &commit, QObject *context,
                Callback<Snapshot> done);
    void close();

    bool isOpen() const { return m_open; }
    const StoreTraits &traits() const { return m_traits; }

    void load(qint64 version, QObject *context, Callback<Snapshot> done);
    void commit(const ChangeSet &changes, const CommitContext &commit, QObject *context, Callback<Snapshot> done);
    void history(QObject *context, Callback<QList<VersionInfo>> done);
    void changeSet(qint64 version, QObject *context, Callback<ChangeSet> done);
    void events(const AuditQuery &query, QObject *context, Callback<QList<AuditEvent>> done);
    void verifyTrail(QObject *context, Callback<TrailState> done);
    void cancel();

Q_SIGNALS:
    // Somebody else (or we) made a newer version; the snapshot is already loaded.
    void versionAppeared(const rolewright::Snapshot &snapshot);
    // The store cannot be read any more (file replaced, removed, damaged): said once until it is well again.
    void trouble(const rolewright::Error &error);

private:
    struct Worker;
    std::unique_ptr<Worker> m_worker;
    StoreTraits m_traits;
    bool m_open = false;
};

} // namespace rolewright
