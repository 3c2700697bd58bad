// SPDX-License-Identifier: Apache-2.0
#include "core/admin/adminregistry.h"
#include "core/audit/auditjson.h"
#include "core/base/writefile.h"
#include "core/edit/difference.h"
#include "core/store/sql/personalrows.h"
#include "core/store/sql/seals.h"
#include "core/store/sql/sqlstore.h"
#include "core/store/sql/trail.h"

#include <QScopeGuard>

// Older records leave the store for an archive.
namespace rolewright {

using namespace Qt::StringLiterals;

struct SqlGuard::Plan
{
    std::optional<NewFile> file;
    qint64 begin = 0; // the trail begins after this event, when the archive was written
    qint64 newest = 0; // and ended with this one
    TrailBase base; // what is to stay
    QByteArrayList lines; // of its policy
    QList<std::pair<QString, QList<PersonalValue>>> personal; // the values that stand in them, by user
};

namespace {

constexpr int PageSize = 1000; // events read at once

Error nothingThatOld(Instant before)
{
    return {ErrorCode::Usage,
            u"The trail begins with %1 or later: there is nothing to archive. Name a later moment."_s.arg(
                toText(before)),
            {},
            {}};
}

Status movedOn()
{
    return failure(ErrorCode::Conflict,
                   u"Somebody archived or erased records meanwhile. Nothing was archived: try again."_s);
}

} // namespace

// Within a read transaction.
Status SqlGuard::writeArchive(Instant before, const QString &path, Instant now, Plan &plan)
{
    Database &database = *m_store.m_database;
    Seals seals(database);
    const Result<Head> head = readHead(database);
    const Result<std::optional<TrailBase>> from = seals.base();
    const Result<QByteArray> store = seals.hashOf(1);
    if (!head || !from || !store)
        return failure(!head ? head.error() : !from ? from.error() : store.error());
    Result<NewFile> file = NewFile::create(path);
    if (!file)
        return failure(file.error());
    plan.file.emplace(std::move(*file));
    plan.newest = head->sequence;
    AuditEvent last;
    if (*from) {
        plan.begin = (*from)->checkpoint.sequence;
        plan.base.version = (*from)->version;
        last.sequence = plan.begin;
        last.hash = (*from)->checkpoint.head;
        if (Status status = plan.file->append(toJsonLine((*from)->checkpoint)); !status)
            return status;
    }
    ChainVerifier chain = *from ? ChainVerifier(plan.begin, last.hash) : ChainVerifier();
    for (bool isOver = false; !isOver;) {
        if (Status status = m_store.checkCancelled(); !status)
            return status;
        const Result<QList<AuditEvent>> events = trailAfter(database, last.sequence, PageSize);
        if (!events)
            return failure(events.error());
        isOver = events->isEmpty();
        for (const AuditEvent &event : *events) {
            isOver = event.time >= before;
            if (isOver)
                break;
            chain.add(event);
            if (Status status = plan.file->append(toJsonLine(event)); !status)
                return status;
            last = event;
            if (!event.operation.isEmpty()) // else it made no version
                plan.base.version = event.version;
        }
    }
    if (last.sequence == plan.begin)
        return failure(nothingThatOld(before));
    if (chain.state().firstBad)
        return database.damaged(chain.state().problem);

    const Result<Snapshot> newest = m_store.newest(*head);
    if (!newest)
        return failure(newest.error());
    const Result<Policy> policy = plan.base.version == newest->version
        ? Result<Policy>(newest->policy)
        : History(database).policyAt(plan.base.version, *newest);
    const Result<QList<SealingKey>> keys = seals.keysAt(last.sequence);
    if (!policy || !keys)
        return failure(!policy ? policy.error() : keys.error());
    for (const Change &change : differenceByName({}, *policy)) {
        QList<PersonalValue> values;
        plan.lines.append(trailText(masked(change, values)));
        if (!values.isEmpty())
            plan.personal.append({change.key, values});
    }
    plan.base.keys = *keys;
    plan.base.checkpoint = signedCheckpoint(*store, last, now, m_keys->signing,
                                            baseDigest(plan.base.version, plan.lines, plan.base.keys));
    if (Status status = plan.file->append(toJsonLine(plan.base.checkpoint)); !status)
        return status;
    return plan.file->finish();
}

// Within the write transaction.
Status SqlGuard::moveOut(const Plan &plan, Head &head, const QString &by, const CommitContext &context)
{
    Database &database = *m_store.m_database;
    Seals seals(database);
    const Result<std::optional<TrailBase>> from = seals.base();
    const qint64 last = plan.base.checkpoint.sequence;
    const Result<QByteArray> hash = seals.hashOf(last);
    if (!from || !hash)
        return failure(!from ? from.error() : hash.error());
    qint64 erasures = 0;
    Statement erased(database, u"SELECT count(*) FROM event WHERE sequence > ? AND action = 'trail.erase'"_s);
    if (Status status = erased.forEachRow(
            [&](const Statement &row) {
                erasures = row.integer(0);
                return true;
            },
            plan.newest);
        !status)
        return status;
    if ((*from ? (*from)->checkpoint.sequence : 0) != plan.begin || *hash != plan.base.checkpoint.head
        || erasures > 0)
        return movedOn();

    if (Status status = append(head, {by, u"trail.archive"_s, {}, plan.base.summary(), u"done"_s},
                               {context.origin, context.time, {}});
        !status)
        return status;
    TrailBase base = plan.base;
    base.event = head.sequence;
    if (Status status = beginRemoving(); !status)
        return status;
    // The seal of the last record stays: what is sealed from here on goes on from it.
    for (const QString &table : {u"event_thing WHERE sequence <= ?"_s, u"event WHERE sequence <= ?"_s,
                                 u"occasion WHERE sequence <= ?"_s, u"seal WHERE sequence < ?"_s}) {
        if (Status status = Statement(database, u"DELETE FROM "_s + table).run(last); !status)
            return status;
    }
    for (const QString &table : {u"change_set"_s, u"checkpoint"_s, u"personal"_s}) {
        Statement gone(database, u"DELETE FROM %1 WHERE version <= ?"_s.arg(table));
        if (Status status = gone.run(plan.base.version); !status)
            return status;
    }
    if (Status status = database.run("DELETE FROM thing WHERE id NOT IN (SELECT thing FROM event_thing) AND "
                                     "id NOT IN (SELECT target FROM event)");
        !status)
        return status;
    PersonalRows personal(database);
    for (const auto &[user, values] : plan.personal) {
        if (Status status = personal.add(values, user, plan.base.version); !status)
            return status;
    }
    if (Status status = personal.flush(); !status)
        return status;
    return writeTrailBase(database, base, compressedLines(plan.lines));
}

Result<StoreGuard::Archived> SqlGuard::archive(Instant before, const QString &path,
                                               const CommitContext &context)
{
    const SqlStore::Call call(m_store);
    if (!m_keys)
        return failure(keysNeeded(
            u"An archive ends in a signed checkpoint."_s,
            u"There is no key to sign the archive with. Nothing was archived: give the keys of the "
            u"store, or a key of your own for a store that is not sealed."_s));
    QString by = context.actor;
    const Occasion occasion{context.origin, context.time, {}};
    Status may = writing([&](Head &, const Snapshot &newest) -> Status {
        const Result<bool> guarded = isGuarded();
        if (!guarded || !*guarded)
            return guarded ? Status() : Status(failure(guarded.error()));
        return require(newest.policy, u"trail.archive"_s, path, context.time, by);
    });
    if (!may) {
        if (may.error().code == ErrorCode::NotPermitted && !needsConfirmation(may.error())) {
            if (Status recorded = recordRefusal(may.error(), context); !recorded)
                return failure(recorded.error());
        }
        return failure(may.error());
    }
    const Result<TrailState> state = m_store.verifyTrail();
    if (!state)
        return failure(state.error());
    if (!state->isIntact())
        return failure(
            ErrorCode::Invalid,
            u"The trail is not intact: %1. Nothing was archived: see \"log verify\"."_s.arg(state->problem));
    Plan plan;
    Status done = m_store.readingNewest(
        [&](const Snapshot &) { return writeArchive(before, path, context.time, plan); });
    if (!done)
        return failure(done.error());
    bool isMoved = false; // as far as this transaction goes
    const auto asItIs = qScopeGuard([this] { m_accepting = false; });
    done = writing([&](Head &head, const Snapshot &newest) -> Status {
        const Result<bool> guarded = isGuarded();
        if (!guarded)
            return failure(guarded.error());
        if (*guarded) { // they may have lost it since
            const Result<QString> user = signedInUser(newest.policy);
            if (!user)
                return failure(user.error());
            if (Status still =
                    mayPerform(PolicyIndex(newest.policy), {*user, {}, {}}, u"trail.archive"_s, context.time);
                !still)
                return still;
        }
        // Now, for afterwards there is less to hold it against.
        const Result<QByteArrayList> sealing = sealingKeys();
        if (!sealing)
            return failure(sealing.error());
        if (!sealing->isEmpty()) {
            if (Status sound = checkBefore(head); !sound)
                return sound;
        }
        m_accepting = true;
        isMoved = false;
        const Status moved = moveOut(plan, head, by, context);
        isMoved = moved.has_value();
        return moved;
    });
    if (!done && (!isMoved || done.error().code == ErrorCode::Cancelled)) { // a COMMIT is never cancelled
        plan.file->remove();
        return failure(done.error());
    }
    if (!done) { // what was not acknowledged may be found done when the store is opened again
        Error error = done.error();
        error.message =
            u"%1 The archive was written, and stays: \"log verify --archive\" says whether its records "
            u"are still in the store, too; then delete it and archive again."_s.arg(error.message);
        return failure(error);
    }
    Status status = m_store.overwriteDeleted();
    if (!status && status.error().code == ErrorCode::Cancelled) // too late: all of it is done by now
        status = m_store.overwriteDeleted();
    if (!status) {
        Error error = status.error();
        error.message = u"The archive was written and its records have left the store, but they could not be "
                        u"overwritten in the "
                        u"log beside it yet; the next program that opens the store does that. "_s
            + error.message;
        return failure(error);
    }
    return Archived{plan.begin + 1, plan.base.checkpoint.sequence, plan.base.version};
}

Status SqlGuard::seeArchive(const ArchiveProof &proof)
{
    std::optional<Anchor> moved;
    const Status seen = m_store.readingNewest([&](const Snapshot &) -> Status {
        Database &database = *m_store.m_database;
        Seals seals(database);
        const Result<Head> head = readHead(database);
        const Result<std::optional<TrailBase>> base = seals.base();
        if (!head || !base)
            return failure(!head ? head.error() : base.error());
        if (!m_anchor || !*base || m_anchor->sequence >= (*base)->event)
            return {};
        const Result<TrailState> chain = rolewright::verifyTrail(database, *head);
        const Result<bool> anchored = isAnchored(seals, *head);
        const Result<QByteArray> event = seals.hashOf((*base)->event);
        if (!chain || !anchored || !event)
            return failure(!chain ? chain.error() : !anchored ? anchored.error() : event.error());
        QList<SealingKey> keys;
        for (const auto &[key, since] : proof.keys)
            keys.append({key, since});
        const bool isArchived = m_anchor->sequence <= (*base)->checkpoint.sequence;
        if (chain->firstBad || proof.end != (*base)->checkpoint || keys != (*base)->keys || !*anchored
            || (isArchived && proof.atAnchor != m_anchor->head))
            return failure(
                ErrorCode::Invalid,
                u"The archives are not of the trail that this installation saw at record %1. Nothing was "
                u"changed: restore the store from a backup, or accept the trail as it is."_s.arg(
                    m_anchor->sequence));
        moved = Anchor{(*base)->event, *event};
        return {};
    });
    if (!seen || !moved)
        return seen;
    m_anchor = moved;
    if (m_moved)
        m_moved(*m_anchor);
    return {};
}

} // namespace rolewright
