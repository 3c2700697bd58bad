// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/storeguard.h"

#include <QHash>

#include <mutex>

namespace rolewright::server {

// The applications' tokens of the store, in memory: no request waits for the store. Any thread.
class TokenTable
{
public:
    static constexpr qint64 UseInterval = 60'000; // ms between two notes of a use

    // Afresh, from this store object.
    Status read(PolicyStore &store);
    // Nothing where it is none, or is over.
    std::optional<ApplicationToken> find(const QByteArray &hash, Instant now);
    // Notes in the store what was used since the last time.
    Status noteUses(PolicyStore &store);

private:
    std::mutex m_mutex;
    QHash<QByteArray, ApplicationToken> m_tokens; // by hash
    QHash<qint64, Instant> m_used; // not noted yet
};

} // namespace rolewright::server
