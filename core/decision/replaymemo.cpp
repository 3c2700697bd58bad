// SPDX-License-Identifier: Apache-2.0
#include "core/decision/replaymemo.h"

#include "core/decision/evaluate.h"

namespace rolewright {

namespace {

constexpr size_t Entries = 16'384;
constexpr qint64 Trial = 16'384; // requests after which it is looked whether it pays

bool hasDates(const PolicyIndex &index)
{
    return index.policy().validities().size() > 1; // number 0 is always
}

size_t mixed(size_t hash, size_t more)
{
    return hash * 31 + more;
}

} // namespace

ReplayMemo::ReplayMemo(const PolicyIndex &before, const PolicyIndex &after, Instant now)
    : m_before(before)
    , m_after(after)
    , m_now(now)
    , m_timeDecides(hasDates(before) || hasDates(after))
    , m_entries(Entries)
{
}

size_t ReplayMemo::hashOf(const Request &request, bool isOperation) const
{
    size_t hash = qHashMulti(0, request.subject, request.action, request.resourceType);
    if (isOperation)
        hash = mixed(hash, ::qHash(request.resource));
    for (const auto &[name, value] : request.properties)
        hash = mixed(hash, ::qHash(value));
    for (const QString &relation : request.relations)
        hash = mixed(hash, ::qHash(relation));
    if (request.roles) {
        for (const QString &role : *request.roles)
            hash = mixed(hash, ::qHash(role));
    }
    if (m_timeDecides)
        hash = mixed(hash, size_t(request.time.value_or(m_now).msecs));
    return hash;
}

bool ReplayMemo::isSame(const Request &a, const Request &b, bool isOperation) const
{
    return a.subject == b.subject && a.action == b.action && a.resourceType == b.resourceType
        && a.subjectType == b.subjectType && (!isOperation || a.resource == b.resource) && a.properties == b.properties
        && a.relations == b.relations && a.roles == b.roles
        && (!m_timeDecides || a.time.value_or(m_now) == b.time.value_or(m_now));
}

ReplayOutcome ReplayMemo::decideBoth(const Request &request)
{
    if (asksOperation(request) || request.subjectType != u"user")
        return replay(m_before, m_after, request, m_now);
    const auto user = m_users.constFind(request.subject);
    std::pair<UserId, UserId> users;
    if (user != m_users.cend()) {
        users = *user;
    } else {
        users = {m_before.policy().users().idOf(request.subject), m_after.policy().users().idOf(request.subject)};
        if (users.first.isValid() || users.second.isValid())
            m_users.insert(request.subject, users);
    }
    const std::pair name(request.resourceType, request.action);
    const auto pair = m_pairs.constFind(name);
    Pairs pairs;
    if (pair != m_pairs.cend()) {
        pairs = *pair;
    } else {
        pairs = {m_before.pair(name.first, name.second), m_after.pair(name.first, name.second)};
        if (pairs.first || pairs.second)
            m_pairs.insert(name, pairs);
    }
    return rolewright::outcomeOf(decideAccess(m_before, request, m_now, users.first, pairs.first),
                                 decideAccess(m_after, request, m_now, users.second, pairs.second));
}

const ReplayOutcome &ReplayMemo::outcomeOf(const Request &request)
{
    if (m_entries.empty())
        return m_single = decideBoth(request);
    const bool isOperation = asksOperation(request);
    const size_t hash = hashOf(request, isOperation);
    Entry &entry = m_entries[(hash ^ hash >> 32) % Entries];
    ++m_asked;
    if (entry.used && entry.hash == hash && isSame(entry.request, request, isOperation)) {
        ++m_found;
        return entry.outcome;
    }
    m_single = decideBoth(request);
    if (m_asked == Trial && m_found * 8 < m_asked) {
        m_entries = {};
        return m_single;
    }
    entry = {request, m_single, hash, true};
    return m_single;
}

} // namespace rolewright
