// SPDX-License-Identifier: Apache-2.0
#include "app/server/storekeyfile.h"

#include "app/server/requestlog.h"

namespace rolewright::server {

using namespace Qt::StringLiterals;

Status StoreKeyFile::open(const QString &path)
{
    m_path = path;
    if (path.isEmpty())
        return {};
    Result<StoreKeys> keys = readKeyFile(path);
    if (!keys)
        return failure(keys.error());
    const Result<std::optional<QByteArray>> line = readAnchorFile(path);
    if (!line)
        return failure(line.error());
    if (*line) {
        const Result<Anchor> anchor = parseAnchor(**line);
        if (!anchor)
            return failure(anchor.error().code, anchor.error().message, path);
        m_anchor = *anchor;
    }
    m_keys = std::move(*keys);
    return {};
}

Status StoreKeyFile::give(StoreGuard &guard)
{
    const Result<QByteArrayList> sealing = guard.sealingKeys();
    if (!sealing)
        return failure(sealing.error());
    const std::lock_guard lock(m_mutex);
    if (!m_keys) {
        if (sealing->isEmpty())
            return {};
        return failure(
            ErrorCode::Unavailable,
            u"The store is sealed, and the server has no keys for it: start it with --key-file."_s);
    }
    if (sealing->isEmpty() && m_anchor)
        return failure(
            ErrorCode::NotPermitted,
            u"The store was sealed when the server last saw it, and is not any more: somebody went round "
            "Rolewright. Restore it from a backup."_s);
    guard.useKeys(*m_keys, m_anchor, [this](const Anchor &moved) { keep(moved); });
    return {};
}

// Sessions commit in turn, but tell of it in any order.
void StoreKeyFile::keep(const Anchor &anchor)
{
    const std::lock_guard lock(m_mutex);
    if (m_anchor && m_anchor->sequence >= anchor.sequence)
        return;
    m_anchor = anchor;
    // The anchor may be behind the trail, so that this costs no more than a word.
    if (const Status kept = writeAnchorFile(m_path, toLine(anchor)); !kept)
        logEvent(u"anchor-not-kept"_s, toText(kept.error()));
}

} // namespace rolewright::server
