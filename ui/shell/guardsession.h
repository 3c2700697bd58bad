// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/policyservice.h"

namespace rolewright {

// Copied as the calls to a store are, held once; wiped with the last of them.
using SharedSecret = std::shared_ptr<const Secret>;

// A second confirmation that goes along with what asks for it; without a secret there is none.
struct Confirmation
{
    QByteArray digest; // confirmationDigest() or operationDigest()
    SharedSecret secret; // the password, or six digits: a one-time code
};

// Who is signed in to the open store (interfaces.md, open and guarded stores). In a store that is open nobody
// needs to be. GUI thread; the store is asked through the service and answers once, or never when `context`
// has died.
class GuardSession : public QObject
{
    Q_OBJECT

public:
    explicit GuardSession(PolicyService &service, QObject *parent = nullptr);

    bool isGuarded() const { return m_service.isOpen() && m_service.traits().guarded; }
    bool isSignedIn() const { return !m_user.isEmpty(); }
    bool isShut() const
    {
        return isGuarded() && !isSignedIn();
    } // nothing is shown or changed until somebody signs in
    const QString &user() const { return m_user; }
    QString lastUser() const { return m_lastUser; } // of this store; empty at first

    enum class End { None, ByHand, Idle, Revoked };
    End end() const { return m_end; } // how the last session ended

    // `code`: a one-time or recovery code; needed where the answer is needsCode().
    void signIn(const QString &user, const SharedSecret &password, const QString &code, const Occasion &occasion,
                QObject *context, const PolicyService::Callback<void> &done);
    // After one's own password was changed, which ends every session: signed in with the new one where that
    // is enough.
    void renew(const SharedSecret &password, const Occasion &occasion, QObject *context);
    void signOut(End how = End::ByHand);
    void reset(); // another store, or none

    // The call, after the confirmation where there is one. A session that the store knows no more ends.
    template <class T>
    void call(const std::function<Result<T>(StoreGuard &)> &act, const Confirmation &confirmation,
              const Occasion &occasion, QObject *context, const PolicyService::Callback<T> &done)
    {
        m_service.guarded<T>(
            [act, confirmation, occasion](StoreGuard &guard) -> Result<T> {
                if (const Status given = confirm(guard, confirmation, occasion); !given)
                    return failure(given.error());
                return act(guard);
            },
            context,
            [this, done](const Result<T> &result) {
                if (!result)
                    look(result.error());
                if (done)
                    done(result);
            });
    }
    // Ends the session where this is the refusal of one that is over.
    void look(const Error &refusal);

Q_SIGNALS:
    void changed(); // somebody signed in or out, or the store was made guarded

private:
    static Status confirm(StoreGuard &guard, const Confirmation &confirmation, const Occasion &occasion);
    void finish(End how);

    PolicyService &m_service;
    QString m_user;
    QString m_lastUser;
    End m_end = End::None;
    quint64 m_run = 0; // answers to an earlier attempt, or of an earlier store, are dropped
};

// Was it refused because the password or code of the confirmation is wrong? Another try may do.
bool isConfirmationRefused(const Error &error);

} // namespace rolewright
