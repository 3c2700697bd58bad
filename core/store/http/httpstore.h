// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/http/eventstream.h"

#include <QElapsedTimer>

namespace rolewright {

class HttpGuard;

// A store behind rolewrightd (interfaces.md, HTTP), which decides on its own policy who may read and change
// it. Signs in with what useLogin() was given, once; else every call is refused with needsSignIn() until
// guard()->signIn().
//
// A newer version is made from the one before by the change sets between, where they are few, so that both
// are of one lineage. A commit whose answer was lost is asked for by its operation id; where that cannot be
// found out, isOutcomeUnknown().
//
// Once it is watched, version() is what the server's events say, or is asked for once a second where they are
// not to be had.
class HttpStore final : public PolicyStore
{
public:
    static Result<std::unique_ptr<PolicyStore>> open(const QString &location);
    ~HttpStore() override;

    StoreTraits traits() const override;
    Result<Snapshot> load() override;
    Result<Snapshot> load(qint64 version) override;
    Result<qint64> version() override;
    void watch(const std::function<void()> &wake) override;
    Result<QList<Presence>> others() override;
    Result<Snapshot> commit(const ChangeSet &changes, const CommitContext &context) override;
    using PolicyStore::history;
    Result<QList<VersionInfo>> history(const HistoryQuery &query) override;
    Result<ChangeSet> changeSet(qint64 version) override;
    Result<QList<AuditEvent>> events(const AuditQuery &query) override;
    Result<TrailFacets> facets(const AuditQuery &query) override;
    Result<TrailState> verifyTrail() override;
    StoreGuard *guard() override;
    void prime(const Snapshot &snapshot) override;
    void rest() override { m_link->rest(); }
    void cancel() override { m_link->cancel(); }

private:
    friend class HttpGuard;

    explicit HttpStore(std::unique_ptr<ServerLink> link);
    Result<qint64> newest();
    Result<Snapshot> latest(); // load(), within a call
    Result<Snapshot> afterwards();
    Result<Snapshot> download(const QString &path);
    Result<ChangeSet> changeSetOf(qint64 version);
    // What the change sets between make of it; nothing where they cannot be applied to it.
    Result<std::optional<Policy>> walked(const Snapshot &from, qint64 to);
    Result<HttpResponse> post(const ChangeSet &changes, const CommitContext &context);
    Result<bool> wasApplied(const QUuid &operation); // after the connection broke; tries for some seconds

    const std::unique_ptr<ServerLink> m_link;
    std::unique_ptr<HttpGuard> m_guard;
    std::optional<Snapshot> m_known; // the newest that was seen
    std::optional<Anchor> m_seenTrail; // the end of the trail when it was verified last
    QElapsedTimer m_sinceAsked; // of m_asked, while watched without a stream
    qint64 m_asked = 0;
    std::unique_ptr<EventStream> m_events; // while watched
};

QByteArray etagOf(qint64 version);
// Whether the changes were applied, nobody can tell.
Error cutOff(const Error &after);
// What a change set is posted with, to be applied or to wait for an approval.
QList<HttpHeader> headersOf(const ChangeSet &changes);
QString queryOf(const CommitContext &context); // "?override-tests=true" or nothing

} // namespace rolewright
