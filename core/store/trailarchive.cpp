// SPDX-License-Identifier: Apache-2.0
#include "core/store/trailarchive.h"

#include "core/audit/auditjson.h"
#include "core/store/personal.h"

#include <QFile>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// What is shown is what the chain has the digests of.
bool valuesHold(const AuditEvent &event)
{
    const FindValue find = [&](const QString &digest) -> std::optional<QString> {
        for (const PersonalValue &each : event.values) {
            if (each.digest == digest)
                return each.value;
        }
        return {};
    };
    const bool genuine = std::all_of(event.values.begin(), event.values.end(),
                                     [](const PersonalValue &each) { return each.isGenuine(); });
    return genuine
        && (event.chainedName.isEmpty() || event.targetName == unmaskedName(event.chainedName, find))
        && (event.chainedChange.isEmpty()
            || event.change.toUtf8() == unmaskedJson(event.chainedChange.toUtf8(), find));
}

} // namespace

ArchiveVerifier::ArchiveVerifier(std::function<void(const AuditEvent &)> visit)
    : m_visit(std::move(visit))
{
}

void ArchiveVerifier::fail(const QString &problem)
{
    m_state.firstBad = m_chain.state().intactTo + 1;
    m_state.problem = problem;
}

void ArchiveVerifier::add(const QByteArray &line)
{
    if (!m_state.problem.isEmpty())
        return;
    ++m_lines;
    if (m_state.end)
        fail(u"something follows the checkpoint that ends it"_s);
    else if (line.startsWith("{\"rolewright-checkpoint\""))
        addCheckpoint(line);
    else
        addRecord(line);
}

void ArchiveVerifier::addRecord(const QByteArray &line)
{
    const Result<AuditEvent> event = parseAuditEvent(line);
    if (!event || !valuesHold(*event)) {
        fail(u"record %1 is not as it was written"_s.arg(m_chain.state().intactTo + 1));
        return;
    }
    m_chain.add(*event);
    if (m_chain.state().firstBad) {
        fail(m_chain.state().problem);
        return;
    }
    if (event->sequence == 1)
        m_store = event->hash;
    if (m_visit)
        m_visit(*event);
}

void ArchiveVerifier::addCheckpoint(const QByteArray &line)
{
    const Result<Checkpoint> checkpoint = parseCheckpoint(line);
    const QByteArray written = checkpoint ? toJsonLine(*checkpoint) : QByteArray();
    if (!checkpoint || (written != line && written.chopped(1) != line) || !isSignatureGood(*checkpoint)
        || checkpoint->base.isEmpty()) {
        fail(u"its checkpoint, line %1, is not as it was signed"_s.arg(m_lines));
    } else if (m_lines == 1) {
        m_state.begin = *checkpoint;
        m_store = checkpoint->store;
        m_chain = ChainVerifier(checkpoint->sequence, checkpoint->head);
    } else if (checkpoint->sequence != m_chain.state().intactTo || checkpoint->head != m_chain.hash()) {
        fail(u"it ends with record %1, but its checkpoint was signed of record %2 or of another one there"_s
                 .arg(m_chain.state().intactTo)
                 .arg(checkpoint->sequence));
    } else if (checkpoint->store != m_store) {
        fail(u"its checkpoint is of another store"_s);
    } else {
        m_state.end = *checkpoint;
    }
}

ArchiveState ArchiveVerifier::finish(const QString &place)
{
    if (m_state.problem.isEmpty() && !m_state.end)
        fail(u"it does not end in a checkpoint: records were cut off"_s);
    m_state.intactTo = m_chain.state().intactTo;
    m_state.place = place;
    return m_state;
}

Result<ArchiveState> verifyArchive(const QString &path, const std::function<void(const AuditEvent &)> &visit,
                                   const std::function<bool(qint64)> &goOn)
{
    constexpr qint64 Step = 64 << 10; // bytes
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unavailable, u"The archive cannot be read: %1."_s.arg(file.errorString()),
                       path);
    ArchiveVerifier verifier(visit);
    qint64 told = 0;
    while (!file.atEnd()) {
        if (goOn && file.pos() - told >= Step && !goOn(file.pos() - std::exchange(told, file.pos())))
            return failure(ErrorCode::Cancelled, u"Cancelled; nothing was changed."_s, path);
        const QByteArray line = file.readLine();
        if (line.isEmpty())
            return failure(ErrorCode::Unavailable,
                           u"The archive cannot be read: %1."_s.arg(file.errorString()), path);
        verifier.add(line);
    }
    if (goOn && !goOn(file.pos() - told))
        return failure(ErrorCode::Cancelled, u"Cancelled; nothing was changed."_s, path);
    return verifier.finish(path);
}

QString problemOfJoint(QList<ArchiveState> &archives, const TrailState &trail,
                       std::optional<qint64> *firstBad)
{
    const auto from = [firstBad](qint64 sequence) {
        if (firstBad)
            *firstBad = sequence;
    };
    std::sort(archives.begin(), archives.end(),
              [](const ArchiveState &a, const ArchiveState &b) { return a.from() < b.from(); });
    for (qsizetype i = 1; i < archives.size(); ++i) {
        const Checkpoint &before = *archives.at(i - 1).end;
        const ArchiveState &next = archives.at(i);
        if (next.from() != before.sequence + 1) {
            from(std::min(next.from(), before.sequence + 1));
            return u"%1 ends with record %2, and %3 begins with record %4"_s.arg(
                archives.at(i - 1).place, QString::number(before.sequence), next.place,
                QString::number(next.from()));
        }
        if (*next.begin != before) {
            from(archives.at(i - 1).from());
            return u"%1 does not go on from %2"_s.arg(next.place, archives.at(i - 1).place);
        }
    }
    if (archives.isEmpty())
        return {};
    const QString &last = archives.last().place;
    const Checkpoint &end = *archives.last().end;
    if (!trail.begin)
        return u"the store has all of its records from the first on: none was archived, or %1 is of an "
               u"archiving that did "
               "not come to its end"_s.arg(last);
    if (end.sequence != trail.begin->sequence) {
        from(std::min(end.sequence, trail.begin->sequence) + 1);
        return u"%1 ends with record %2, and the trail of the store begins with record %3"_s.arg(last)
            .arg(end.sequence)
            .arg(trail.begin->sequence + 1);
    }
    if (end != *trail.begin) {
        from(archives.last().from());
        return u"the trail of the store does not go on from %1"_s.arg(last);
    }
    return {};
}

Result<HeldArchives> readArchives(const QStringList &paths, const QSet<qint64> &wanted,
                                  const std::function<bool(qint64)> &goOn)
{
    HeldArchives archives;
    QMap<qint64, AuditEvent> ofKeys;
    for (const QString &path : paths) {
        const Result<ArchiveState> state = verifyArchive(
            path,
            [&](const AuditEvent &event) {
                if (wanted.contains(event.sequence))
                    archives.hashes.insert(event.sequence, event.hash);
                if (event.result == "done"_L1 && event.action.startsWith("key."_L1))
                    ofKeys.insert(event.sequence, event);
            },
            goOn);
        if (!state)
            return failure(state.error());
        archives.files.append(*state);
    }
    std::sort(archives.files.begin(), archives.files.end(),
              [](const ArchiveState &a, const ArchiveState &b) { return a.from() < b.from(); });
    for (const AuditEvent &event : std::as_const(ofKeys)) {
        const QByteArray key = QByteArray::fromHex(event.target.section(u'/', 1).toLatin1());
        if (event.action == "key.enrol"_L1)
            archives.keys.append({key, event.sequence});
        else if (event.action == "key.retire"_L1)
            archives.keys.removeIf([&](const auto &other) { return other.first == key; });
    }
    return archives;
}

void holdArchives(HeldArchives &archives, TrailState &trail)
{
    for (const ArchiveState &each : std::as_const(archives.files)) {
        if (each.problem.isEmpty())
            continue;
        trail.firstBad = each.firstBad;
        trail.problem = u"the archive %1: %2"_s.arg(each.place, each.problem);
        return;
    }
    trail.problem = problemOfJoint(archives.files, trail, &trail.firstBad);
}

} // namespace rolewright
