// SPDX-License-Identifier: Apache-2.0
#include "app/server/tokentable.h"

namespace rolewright::server {

Status TokenTable::read(PolicyStore &store)
{
    const Result<QList<ApplicationToken>> tokens = store.guard()->tokens();
    if (!tokens)
        return failure(tokens.error());
    QHash<QByteArray, ApplicationToken> byHash;
    for (const ApplicationToken &token : *tokens)
        byHash.insert(token.hash, token);
    const std::lock_guard lock(m_mutex);
    m_tokens = byHash;
    return {};
}

std::optional<ApplicationToken> TokenTable::find(const QByteArray &hash, Instant now)
{
    const std::lock_guard lock(m_mutex);
    const auto at = m_tokens.find(hash);
    if (at == m_tokens.end() || at->expires <= now)
        return {};
    if (!at->lastUse || now.msecs - at->lastUse->msecs >= UseInterval) {
        at->lastUse = now;
        m_used.insert(at->id, now);
    }
    return *at;
}

Status TokenTable::noteUses(PolicyStore &store)
{
    QHash<qint64, Instant> used;
    {
        const std::lock_guard lock(m_mutex);
        used = std::exchange(m_used, {});
    }
    for (const auto &[id, time] : used.asKeyValueRange()) {
        if (Status noted = store.guard()->noteTokenUse(id, time); !noted)
            return noted;
    }
    return {};
}

} // namespace rolewright::server
