// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/http/httpstore.h"

namespace rolewright {

// The guard of a store on a server: every rule is the server's, and each refusal comes from there. What is
// done on the store itself, and not over HTTP, is refused and says so: its keys, archives, and another trail.
class HttpGuard final : public StoreGuard
{
public:
    explicit HttpGuard(HttpStore &store)
        : m_store(store)
        , m_link(*store.m_link)
    {
    }

    Result<bool> isGuarded() override { return true; }
    Status enrolFirst(const QString &user, const Secret &password, const Occasion &occasion) override;

    // The server has the keys, and seals and anchors the trail.
    void useKeys(const StoreKeys &, const std::optional<Anchor> &,
                 const std::function<void(const Anchor &)> &) override
    {
    }
    std::optional<Anchor> anchor() const override { return {}; }
    Result<QByteArrayList> sealingKeys() override { return QByteArrayList(); }
    Status sealAgain(qint64, Instant) override { return {}; }
    Status enrolKey(const QByteArray &key, const Occasion &occasion) override;
    Status rotateKeys(const StoreKeys &fresh, const Occasion &occasion) override;
    Status acceptTrail(const QString &user, const Proof &proof, const Occasion &occasion) override;
    Status recoverCode(const QString &user, const Secret &password, const Occasion &occasion) override;
    Result<Archived> archive(Instant before, const QString &path, const CommitContext &context) override;
    Status seeArchive(const ArchiveProof &proof) override;

    Status signIn(const QString &user, const Proof &proof, const Occasion &occasion) override;
    Result<Instant> nextAttempt(const QString &) override { return Instant(); } // the server tells nobody
    void signOut() override;
    bool isSignedIn() const override { return m_link.isSignedIn(); }
    Status checkSession() override;
    Status confirm(const QByteArray &digest, const Proof &proof, const Occasion &occasion) override;

    Status setPassword(const QString &user, const Secret &password, const Occasion &occasion) override;
    Status removeCredential(const QString &user, const Occasion &occasion) override;
    Result<QList<CredentialState>> credentials() override;
    Result<qint64> addToken(const ApplicationToken &token, qint64 replaces,
                            const Occasion &occasion) override;
    Status removeToken(qint64 id, const Occasion &occasion) override;
    Result<QList<ApplicationToken>> tokens() override;
    Status noteTokenUse(qint64 id, Instant time) override;
    Status setCode(const Secret &seed, const QString &code, const QByteArrayList &recovery,
                   const Occasion &occasion) override;
    Status removeCode(const QString &user, const Occasion &occasion) override;
    Result<qint64> erase(const QString &user, const Occasion &occasion) override;
    Status perform(const QString &operation, const QString &what, const Occasion &occasion) override;

    Result<qint64> ask(const ChangeSet &changes, const CommitContext &context) override;
    Result<QList<ApprovalRequest>> requests(Instant now) override;
    Result<Snapshot> approve(qint64 id, const Occasion &occasion) override;
    Status refuse(qint64 id, const Occasion &occasion) override;

private:
    // A JSON object of strings; a value that is a secret's is wiped.
    Result<HttpResponse> post(const QString &path, const QList<std::pair<QString, QString>> &members);
    Result<HttpResponse> post(const QString &path, const QList<std::pair<QString, QString>> &members,
                              const QString &secretName, const Secret &secret);
    Result<qint64> numberOf(const Result<HttpResponse> &response, QStringView name) const;
    Status decide(qint64 id, const QString &decision, const QString &note);

    HttpStore &m_store;
    ServerLink &m_link;
};

} // namespace rolewright
