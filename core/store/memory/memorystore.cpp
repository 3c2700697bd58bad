// SPDX-License-Identifier: Apache-2.0
#include "core/store/memory/memorystore.h"

#include "core/edit/difference.h"
#include "core/store/commitcheck.h"
#include "core/store/trailentry.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

VersionInfo infoOf(qint64 version, const ChangeSet &changes, const CommitContext &context)
{
    const QString operation =
        changes.operation.isNull() ? QString() : changes.operation.toString(QUuid::WithoutBraces);
    return {version, context.time, context.actor, changes.reason, operation, changes.changes.size()};
}

bool matches(const AuditQuery &query, const AuditEvent &event, const QStringList &things)
{
    const auto contains = [&](const QString &text) { return text.contains(query.text, Qt::CaseInsensitive); };
    return (!query.since || *query.since <= event.time) && (!query.until || event.time < *query.until)
        && (query.actor.isEmpty() || query.actor == event.actor)
        && (query.result.isEmpty() || event.result == query.result)
        && (query.action.isEmpty() || event.action == query.action
            || event.action.startsWith(query.action + u'.'))
        && (query.target.isEmpty() || things.contains(query.target))
        && (query.text.isEmpty() || contains(event.summary) || contains(event.reason)
            || contains(event.target) || contains(event.targetName) || contains(event.actor))
        && (query.before <= 0 || event.sequence < query.before);
}

} // namespace

MemoryStore::MemoryStore(const CommitContext &context)
{
    m_versions.append({{}, {}, infoOf(0, {}, context)});
    const TrailEntry entry = creationEntry();
    append(trailEvent(entry, {}, context, 0), entry.things);
}

Result<std::unique_ptr<MemoryStore>> MemoryStore::create(const Policy &first, const CommitContext &context)
{
    std::unique_ptr<MemoryStore> store(new MemoryStore(context));
    const ChangeSet changes{0, QUuid::createUuid(), u"first version"_s, differenceByName({}, first)};
    const Result<Snapshot> made = store->commit(changes, context);
    if (!made)
        return failure(made.error());
    return store;
}

StoreTraits MemoryStore::traits() const
{
    StoreTraits traits;
    traits.name = u"memory"_s;
    traits.notice = QString::fromUtf8(
        QT_TRANSLATE_NOOP("notice", "This policy is kept in memory only: it is gone when the program ends."));
    return traits;
}

Result<Snapshot> MemoryStore::load()
{
    return load(m_versions.size() - 1);
}

Result<Snapshot> MemoryStore::load(qint64 version)
{
    if (version < 0 || version >= m_versions.size())
        return noSuchVersion(version, m_versions.size() - 1, {});
    return Snapshot{m_versions.at(version).policy, version};
}

Result<qint64> MemoryStore::version()
{
    return m_versions.size() - 1;
}

Result<Snapshot> MemoryStore::commit(const ChangeSet &changes, const CommitContext &context)
{
    if (changes.changes.isEmpty())
        return load();
    ChangeSet identified = changes;
    if (identified.operation.isNull())
        identified.operation = QUuid::createUuid();
    for (const Version &version : std::as_const(m_versions)) {
        if (version.changes.operation == identified.operation)
            return load();
    }
    const qint64 version = m_versions.size();
    const Policy before = m_versions.last().policy;
    CommitIndexes indexes(before);
    const Result<CheckedCommit> commit = checkedCommit({before, version - 1}, identified, context, indexes);
    if (!commit)
        return failure(commit.error());
    m_versions.append({commit->policy, identified, infoOf(version, identified, context)});
    for (const Change &change : std::as_const(identified.changes)) {
        const TrailEntry entry = trailEntry(change, before, commit->policy);
        AuditEvent event = trailEvent(entry, identified, context, version);
        event.change = QString::fromUtf8(trailText(change));
        append(std::move(event), entry.things);
    }
    if (!commit->brokenTests.isEmpty()) {
        const TrailEntry entry = overrideEntry(commit->brokenTests);
        append(trailEvent(entry, identified, context, version), entry.things);
    }
    return load();
}

void MemoryStore::append(AuditEvent event, const QStringList &things)
{
    event.sequence = m_trail.size() + 1;
    event.hash = chainHash(m_trail.isEmpty() ? chainStart() : m_trail.last().event.hash, event);
    m_trail.append({std::move(event), things});
}

Result<QList<VersionInfo>> MemoryStore::history(const HistoryQuery &query)
{
    QList<VersionInfo> infos;
    for (auto version = m_versions.crbegin(); version != m_versions.crend(); ++version) {
        if (query.limit > 0 && infos.size() == query.limit)
            break;
        if ((query.before <= 0 || version->info.version < query.before)
            && (query.operation.isEmpty() || version->info.operation == query.operation))
            infos.append(version->info);
    }
    return infos;
}

Result<ChangeSet> MemoryStore::changeSet(qint64 version)
{
    if (version < 1 || version >= m_versions.size())
        return noSuchVersion(version, m_versions.size() - 1, {});
    return m_versions.at(version).changes;
}

Result<QList<AuditEvent>> MemoryStore::events(const AuditQuery &query)
{
    QList<AuditEvent> events;
    for (auto record = m_trail.crbegin(); record != m_trail.crend(); ++record) {
        if (query.limit > 0 && events.size() == query.limit)
            break;
        if (matches(query, record->event, record->things))
            events.append(record->event);
    }
    return events;
}

Result<TrailFacets> MemoryStore::facets(const AuditQuery &query)
{
    AuditQuery whole = query;
    whole.before = 0;
    FacetCounter counter;
    for (const auto &record : std::as_const(m_trail)) {
        if (matches(whole, record.event, record.things))
            counter.add(record.event.actor, record.event.target, record.event.action, record.event.result);
    }
    return counter.finish();
}

Result<TrailState> MemoryStore::verifyTrail()
{
    ChainVerifier verifier;
    for (const Record &record : std::as_const(m_trail))
        verifier.add(record.event);
    return verifier.finish(m_trail.size(), m_trail.last().event.hash);
}

} // namespace rolewright
