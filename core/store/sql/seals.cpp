// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/seals.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

const QString Prefix = u"key/"_s;

} // namespace

QString archivedUnseen(const TrailBase &base)
{
    return u"the records up to %1 were archived, as record %2 says, and this installation has seen neither "
           u"that record nor "
           "the archive"_s.arg(base.checkpoint.sequence)
               .arg(base.event);
}

QString keyThing(const QByteArray &key)
{
    return Prefix + QString::fromLatin1(key.toHex());
}

Result<std::optional<TrailBase>> Seals::base()
{
    if (!m_base) {
        const Result<std::optional<TrailBase>> read = readTrailBase(m_database);
        if (!read)
            return read;
        m_base = *read;
    }
    return *m_base;
}

// Whoever can write the file can write the table: a row counts with the event that it names, or with what was
// archived.
Result<QList<Seals::Enrolment>> Seals::enrolled(qint64 upTo)
{
    QList<std::pair<Enrolment, bool>> rows; // and whether the trail has its event
    Statement statement(
        m_database,
        u"SELECT signing_key.key, signing_key.since, event.action, thing.name FROM signing_key "
        "LEFT JOIN event ON event.sequence = signing_key.since LEFT JOIN thing ON thing.id = event.target "
        "WHERE coalesce(signing_key.until, ?) >= ? ORDER BY signing_key.since"_s);
    const Status status = statement.forEachRow(
        [&](const Statement &row) {
            rows.append({{row.bytes(0), row.integer(1), 0},
                         row.text(2) == "key.enrol"_L1 && row.text(3) == keyThing(row.bytes(0))});
            return true;
        },
        upTo, upTo);
    if (!status)
        return failure(status.error());
    QList<Enrolment> keys;
    for (const auto &[each, isRecorded] : std::as_const(rows)) {
        if (!isRecorded) {
            const Result<std::optional<TrailBase>> from = base();
            if (!from)
                return failure(from.error());
            if (!*from || !(*from)->keys.contains({each.key, each.since}))
                continue;
        }
        keys.append(each);
    }
    return keys;
}

Result<QByteArrayList> Seals::keys()
{
    const Result<QList<Enrolment>> all = enrolled(std::numeric_limits<qint64>::max());
    if (!all)
        return failure(all.error());
    QByteArrayList keys;
    for (const Enrolment &each : *all)
        keys.append(each.key);
    return keys;
}

Result<qint64> Seals::newestSealBy(const QByteArray &own)
{
    const Result<QByteArray> store = hashOf(1);
    if (!store)
        return failure(store.error());
    qint64 newest = 0;
    Statement statement(
        m_database,
        u"SELECT seal.sequence, seal.time, seal.signature, event.hash FROM seal JOIN event USING (sequence) "
        "WHERE seal.key = ? ORDER BY seal.number DESC LIMIT 1"_s);
    const Status status = statement.forEachRow(
        [&](const Statement &row) {
            if (isSignatureGood(
                    {*store, row.integer(0), row.bytes(3), {row.integer(1)}, own, row.bytes(2), {}}))
                newest = row.integer(0);
            return true;
        },
        own);
    if (!status)
        return failure(status.error());
    return newest;
}

Result<QByteArrayList> Seals::trustedBy(const QByteArray &own, qint64 upTo)
{
    const Result<QList<Enrolment>> all = enrolled(upTo);
    const Result<qint64> spokenFor = newestSealBy(own);
    if (!all || !spokenFor)
        return failure(!all ? all.error() : spokenFor.error());
    QByteArrayList keys{own};
    for (const Enrolment &each : *all) {
        if (each.key != own && (*spokenFor == 0 || each.since <= *spokenFor))
            keys.append(each.key);
    }
    return keys;
}

Result<qint64> Seals::seenBy(const QByteArray &own, qint64 anchored)
{
    const Result<qint64> sealed = newestSealBy(own);
    return sealed ? Result<qint64>(std::max(*sealed, anchored)) : sealed;
}

Status Seals::addKey(const QByteArray &key, qint64 since)
{
    Statement statement(m_database, u"INSERT INTO signing_key VALUES (?, ?, NULL) ON CONFLICT (key) DO UPDATE SET since = excluded.since, "
                        "until = NULL"_s);
    return statement.run(key, since);
}

Status Seals::retireKey(const QByteArray &key, qint64 until)
{
    Statement statement(m_database, u"UPDATE signing_key SET until = ? WHERE key = ?"_s);
    return statement.run(until, key);
}

Status Seals::add(const Head &head, Instant time, const Secret &signing)
{
    const Result<QByteArray> store = hashOf(1);
    if (!store)
        return failure(store.error());
    AuditEvent newest;
    newest.sequence = head.sequence;
    newest.hash = head.chain;
    const Checkpoint seal = signedCheckpoint(*store, newest, time, signing);
    Statement statement(m_database,
                        u"INSERT INTO seal (sequence, time, key, signature) VALUES (?, ?, ?, ?)"_s);
    return statement.run(seal.sequence, seal.time.msecs, seal.key, seal.signature);
}

Result<QByteArray> Seals::hashOf(qint64 sequence)
{
    QByteArray hash;
    Statement statement(m_database, u"SELECT hash FROM event WHERE sequence = ?"_s);
    const Status status = statement.forEachRow(
        [&](const Statement &row) {
            hash = row.bytes(0);
            return true;
        },
        sequence);
    if (!status)
        return failure(status.error());
    if (!hash.isEmpty())
        return hash;
    const Result<std::optional<TrailBase>> from = base();
    if (!from)
        return failure(from.error());
    if (*from && sequence == 1)
        return (*from)->checkpoint.store;
    return *from && sequence == (*from)->checkpoint.sequence ? (*from)->checkpoint.head : QByteArray();
}

Result<qint64> Seals::sealedTo(const Head &head, const QByteArrayList &keys)
{
    const Result<QByteArray> store = hashOf(1);
    if (!store)
        return failure(store.error());
    QList<Checkpoint> last;
    Statement statement(
        m_database,
        u"SELECT sequence, time, key, signature FROM seal ORDER BY sequence DESC, number DESC LIMIT 8"_s);
    const Status status = statement.forEachRow([&](const Statement &row) {
        last.append({*store, row.integer(0), {}, {row.integer(1)}, row.bytes(2), row.bytes(3), {}});
        return true;
    });
    if (!status)
        return failure(status.error());
    for (Checkpoint &seal : last) {
        const Result<QByteArray> hash =
            seal.sequence == head.sequence ? Result<QByteArray>(head.chain) : hashOf(seal.sequence);
        if (!hash)
            return failure(hash.error());
        seal.head = *hash;
        if (keys.contains(seal.key) && isSignatureGood(seal))
            return seal.sequence;
    }
    return 0;
}

Result<std::optional<Instant>> Seals::lastTime()
{
    std::optional<Instant> time;
    Statement statement(m_database, u"SELECT time FROM seal ORDER BY number DESC LIMIT 1"_s);
    const Status status = statement.forEachRow([&](const Statement &row) {
        time = Instant{row.integer(0)};
        return true;
    });
    if (!status)
        return failure(status.error());
    return time;
}

// From the trail itself, which is chained: the table beside it is only quicker to look at.
Result<QList<Seals::Enrolment>> Seals::recordedKeys()
{
    const Result<std::optional<TrailBase>> from = base();
    if (!from)
        return failure(from.error());
    QList<Enrolment> keys;
    if (*from) {
        for (const SealingKey &each : (*from)->keys)
            keys.append({each.key, each.since, 0});
    }
    Statement statement(
        m_database,
        u"SELECT event.sequence, event.action, thing.name FROM event JOIN thing ON thing.id = event.target "
        "WHERE event.action IN ('key.enrol', 'key.retire') AND event.result = 'done' ORDER BY event.sequence"_s);
    const Status status = statement.forEachRow([&](const Statement &row) {
        if (!row.text(2).startsWith(Prefix))
            return true;
        const QByteArray key = QByteArray::fromHex(row.text(2).sliced(Prefix.size()).toLatin1());
        if (row.text(1) == "key.enrol"_L1) {
            keys.append({key, row.integer(0), 0});
            return true;
        }
        for (Enrolment &each : keys) {
            if (each.key == key)
                each.until = row.integer(0);
        }
        return true;
    });
    if (!status)
        return failure(status.error());
    return keys;
}

Result<QList<SealingKey>> Seals::keysAt(qint64 sequence)
{
    const Result<QList<Enrolment>> all = recordedKeys();
    if (!all)
        return failure(all.error());
    QList<SealingKey> keys;
    for (const Enrolment &each : *all) {
        if (each.since <= sequence && (each.until == 0 || each.until > sequence))
            keys.append({each.key, each.since});
    }
    return keys;
}

Status Seals::verify(TrailState &state, const Head &head, const QByteArrayList &own, qint64 seen)
{
    const Result<QList<Enrolment>> enrolled = recordedKeys();
    const Result<QByteArray> store = hashOf(1);
    const Result<std::optional<TrailBase>> from = base();
    if (!enrolled || !store || !from)
        return failure(!enrolled ? enrolled.error() : !store ? store.error() : from.error());
    QList<Checkpoint> seals;
    Statement statement(
        m_database,
        u"SELECT seal.sequence, seal.time, seal.key, seal.signature, event.hash FROM seal LEFT JOIN event USING (sequence) "
        "ORDER BY seal.sequence, seal.number"_s);
    const Status status = statement.forEachRow([&](const Statement &row) {
        seals.append(
            {*store, row.integer(0), row.bytes(4), {row.integer(1)}, row.bytes(2), row.bytes(3), {}});
        return true;
    });
    if (!status)
        return status;
    if (enrolled->isEmpty() && seals.isEmpty())
        return {}; // not sealed; that it was, the anchor says
    const Result<QList<Enrolment>> inUse = this->enrolled(std::numeric_limits<qint64>::max());
    if (!inUse)
        return failure(inUse.error());
    QList<Enrolment> recorded = *enrolled;
    recorded.removeIf([](const Enrolment &each) { return each.until != 0; });
    const qint64 rows = m_database.number(u"SELECT count(*) FROM signing_key WHERE until IS NULL"_s).value_or(-1);
    if (recorded != *inUse || rows != inUse->size()) {
        state.firstBad = head.sequence + 1;
        state.problem = u"the keys that the store names are not those that its trail names"_s;
        return {};
    }

    const auto counts = [&](const Checkpoint &seal, qint64 trustedTo) {
        if (own.contains(seal.key))
            return true;
        return std::any_of(enrolled->begin(), enrolled->end(), [&](const Enrolment &each) {
            return each.key == seal.key && each.since <= seal.sequence
                && (each.until == 0 || seal.sequence <= each.until) && (own.isEmpty() || each.since <= trustedTo);
        });
    };
    // Of a seal of the last record that was archived the hash stands where the trail goes on from.
    for (Checkpoint &seal : seals) {
        if (*from && seal.head.isEmpty() && seal.sequence == (*from)->checkpoint.sequence)
            seal.head = (*from)->checkpoint.head;
    }
    // A seal by one's own key speaks for all before it, the keys that were enrolled among that.
    qint64 trustedTo = 0;
    for (const Checkpoint &seal : std::as_const(seals)) {
        if (own.contains(seal.key) && isSignatureGood(seal))
            trustedTo = seal.sequence;
    }
    // The keys of what was archived are as good as the record that names them, and whoever vouches for that.
    if (*from && !own.isEmpty() && seen >= (*from)->event)
        trustedTo = std::max(trustedTo, (*from)->event);
    else if (*from && !own.isEmpty() && seen > 0) {
        state.firstBad = (*from)->event;
        state.problem = archivedUnseen(**from);
        state.intactTo = (*from)->event - 1;
        return {};
    }
    state.isTrusted = trustedTo > 0;
    qint64 sealed = 0;
    for (const Checkpoint &seal : std::as_const(seals)) {
        if (counts(seal, std::max(trustedTo, sealed)) && isSignatureGood(seal)) {
            sealed = seal.sequence;
            continue;
        }
        state.firstBad = std::min(sealed + 1, head.sequence);
        state.problem = seal.head.isEmpty()
            ? u"the trail ends at record %1, but was sealed up to record %2: it was cut off"_s.arg(head.sequence)
                  .arg(seal.sequence)
            : u"the seal of record %1 does not hold: some record from %2 on was written anew, or the seal was "
              "made with a key that does not count"_s.arg(seal.sequence)
                  .arg(sealed + 1);
        if (seal.head.isEmpty())
            state.firstBad = head.sequence + 1;
        break;
    }
    state.sealedTo = sealed;
    if (!state.firstBad && sealed < head.sequence) {
        state.firstBad = sealed + 1;
        state.problem = u"the records from %1 on are not sealed: they were written without a key"_s.arg(sealed + 1);
    }
    if (state.firstBad)
        state.intactTo = std::min(state.intactTo, *state.firstBad - 1);
    return {};
}

} // namespace rolewright
