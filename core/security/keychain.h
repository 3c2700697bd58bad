// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/security/secret.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

namespace rolewright {

// The desktop's keychain (QtKeychain; on Linux the Secret Service or KWallet). Asynchronous: a call answers once
// through its callback, on the thread of this object, which must have an event loop; never when `context` has died.
// The keychain may ask somebody to unlock it, for as long as that takes: after the patience, or cancel(), the answer
// is Unavailable or Cancelled, and what the keychain says later is dropped.
class Keychain : public QObject
{
    Q_OBJECT

public:
    explicit Keychain(QObject *parent = nullptr);

    // Nothing: there is no such entry, or the keychain is locked, which it does not tell apart: never a reason to
    // write over it. Unavailable where there is no keychain, or it refuses.
    using Read = std::function<void(const Result<std::shared_ptr<const Secret>> &)>; // null: nothing
    void read(const QString &name, QObject *context, const Read &done);
    using Written = std::function<void(const Status &)>;
    void write(const QString &name, const Secret &value, QObject *context, const Written &done);
    void remove(const QString &name, QObject *context, const Written &done);
    void cancel(); // what is under way

    void setPatience(int msecs) { m_patience = msecs; }
    static constexpr int Patience = 60'000; // milliseconds: somebody types a password

Q_SIGNALS:
    void cancelled();

private:
    template <class Job, class Finish>
    void run(Job *job, QObject *context, const Finish &finish);

    int m_patience = Patience;
};

} // namespace rolewright
