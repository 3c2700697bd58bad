// SPDX-License-Identifier: Apache-2.0
#include "app/server/storekeyfile.h"

#include "app/server/requestlog.h"

#include <QFile>

namespace rolewright::server {

using namespace Qt::StringLiterals;

namespace {

bool isSame(const struct stat &one, const struct stat &other)
{
    return one.st_ino == other.st_ino && one.st_dev == other.st_dev && one.st_size == other.st_size
        && one.st_mtim.tv_sec == other.st_mtim.tv_sec && one.st_mtim.tv_nsec == other.st_mtim.tv_nsec;
}

} // namespace

Result<StoreKeyFile::Content> StoreKeyFile::read(const QString &path)
{
    Result<StoreKeys> keys = readKeyFile(path);
    if (!keys)
        return failure(keys.error());
    const Result<std::optional<QByteArray>> line = readAnchorFile(path);
    if (!line)
        return failure(line.error());
    std::optional<Anchor> anchor;
    if (*line) {
        const Result<Anchor> parsed = parseAnchor(**line);
        if (!parsed)
            return failure(parsed.error().code, parsed.error().message, path);
        anchor = *parsed;
    }
    return Content{std::move(*keys), anchor};
}

Status StoreKeyFile::open(const QString &path)
{
    m_path = path;
    if (path.isEmpty())
        return {};
    ::stat(QFile::encodeName(path).constData(), &m_seen);
    Result<Content> content = read(path);
    if (!content)
        return failure(content.error());
    m_keys = std::move(content->keys);
    m_anchor = content->anchor;
    return {};
}

Status StoreKeyFile::reload()
{
    if (m_path.isEmpty())
        return {};
    const std::lock_guard lock(m_mutex);
    // Before it is read: what comes later is looked at.
    ::stat(QFile::encodeName(m_path).constData(), &m_seen);
    Result<Content> content = read(m_path);
    if (!content)
        return failure(content.error());
    m_next = std::move(*content);
    return {};
}

void StoreKeyFile::look()
{
    if (m_path.isEmpty())
        return;
    {
        const std::lock_guard lock(m_mutex);
        struct stat now = {};
        if (::stat(QFile::encodeName(m_path).constData(), &now) != 0 || isSame(now, m_seen))
            return;
    }
    if (const Status read = reload(); !read)
        logEvent(u"keys-kept"_s, toText(read.error()));
}

bool StoreKeyFile::hasNext()
{
    const std::lock_guard lock(m_mutex);
    return m_next.has_value();
}

void StoreKeyFile::takeUp(const QByteArrayList &sealing)
{
    if (!m_next || !sealing.contains(publicKeyOf(m_next->keys.signing)))
        return;
    const bool isOther = !m_keys || publicKeyOf(m_keys->signing) != publicKeyOf(m_next->keys.signing);
    m_keys = std::move(m_next->keys);
    if (m_next->anchor && (!m_anchor || m_next->anchor->sequence > m_anchor->sequence))
        m_anchor = m_next->anchor;
    m_next.reset();
    ++m_number;
    if (isOther)
        logEvent(u"keys-taken-up"_s);
}

void StoreKeyFile::hand(StoreGuard &guard)
{
    guard.useKeys(*m_keys, m_anchor, [this](const Anchor &moved) { keep(moved); });
}

Result<int> StoreKeyFile::give(StoreGuard &guard)
{
    look();
    const Result<QByteArrayList> sealing = guard.sealingKeys();
    if (!sealing)
        return failure(sealing.error());
    const std::lock_guard lock(m_mutex);
    takeUp(*sealing);
    if (!m_keys) {
        if (sealing->isEmpty())
            return m_number;
        return failure(
            ErrorCode::Unavailable,
            u"The store is sealed, and the server has no keys for it: start it with --key-file."_s);
    }
    if (sealing->isEmpty() && m_anchor)
        return failure(
            ErrorCode::NotPermitted,
            u"The store was sealed when the server last saw it, and is not any more: somebody went round "
            "Rolewright. Restore it from a backup."_s);
    hand(guard);
    return m_number;
}

void StoreKeyFile::renew(StoreGuard &guard, int &given)
{
    look();
    Result<QByteArrayList> sealing = QByteArrayList();
    if (hasNext())
        sealing = guard.sealingKeys();
    const std::lock_guard lock(m_mutex);
    if (sealing) // else what it is used for fails likewise, and says why
        takeUp(*sealing);
    if (given != m_number)
        hand(guard);
    given = m_number;
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
