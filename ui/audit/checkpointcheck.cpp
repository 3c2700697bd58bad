// SPDX-License-Identifier: Apache-2.0
#include "ui/audit/checkpointcheck.h"

#include "core/base/readfile.h"
#include "core/store/trailarchive.h"
#include "ui/widgets/momentedit.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

Result<QList<Checkpoint>> readCheckpoints(const QString &path, const QByteArrayList &trusted)
{
    const Result<QByteArray> bytes = readInput(path);
    if (!bytes)
        return failure(bytes.error());
    QList<Checkpoint> all;
    qsizetype number = 0;
    for (const QByteArray &line : bytes->split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const Result<Checkpoint> read = parseCheckpoint(line);
        const QString place = u"%1, line %2"_s.arg(path, QString::number(number));
        if (!read)
            return failure(ErrorCode::Invalid, read.error().message, place);
        if (!trusted.contains(read->key) || !isSignatureGood(*read))
            return failure(ErrorCode::Invalid,
                           CheckpointCheck::tr(
                               "The checkpoint is not signed by a key that this trail is known to have had, "
                               "or was changed since. \"rolewrightctl log verify --checkpoints\" takes "
                               "other keys."),
                           place);
        all.append(*read);
    }
    if (all.isEmpty())
        return failure(
            ErrorCode::Invalid,
            CheckpointCheck::tr("There is no checkpoint in this file. Name one with what \"rolewrightctl log "
                                "checkpoint\" printed."),
            path);
    std::stable_sort(all.begin(), all.end(),
                     [](const Checkpoint &a, const Checkpoint &b) { return a.sequence < b.sequence; });
    return all;
}

} // namespace

CheckpointCheck::CheckpointCheck(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::storeChanged, this, [this] {
        m_run.reset();
        m_reading.cancel();
    });
}

void CheckpointCheck::start(const QString &path, const TrailState &trail, const QStringList &archives,
                            const QByteArray &own, const Done &done)
{
    m_run = std::make_shared<Run>(Run{path, trail, archives, {own}, {}, {}, {}, 0, 0, done});
    findKeys(m_run);
}

// What the own key has sealed names them, so that a checkpoint of before a rotation counts, too.
void CheckpointCheck::findKeys(const Runs &run)
{
    AuditQuery enrolled;
    enrolled.action = u"key"_s;
    enrolled.limit = 1000;
    m_workspace.service().events(enrolled, this, [this, run](const Result<QList<AuditEvent>> &events) {
        if (!isLatest(run))
            return;
        if (!events) {
            m_workspace.show(toMessage(events.error()));
            return;
        }
        for (const AuditEvent &event : run->trail.isTrusted ? *events : QList<AuditEvent>()) {
            if (event.action == "key.enrol"_L1 && event.result == "done"_L1)
                run->trusted.append(QByteArray::fromHex(event.target.section(u'/', 1).toLatin1()));
        }
        read(run);
    });
}

void CheckpointCheck::read(const Runs &run)
{
    m_reading.start(
        [path = run->path, trusted = run->trusted,
         files = run->archives](const CancelToken &cancelled) -> Result<Kept> {
            const Result<QList<Checkpoint>> checkpoints = readCheckpoints(path, trusted);
            if (!checkpoints)
                return failure(checkpoints.error());
            QSet<qint64> wanted;
            for (const Checkpoint &each : *checkpoints)
                wanted.insert(each.sequence);
            const Result<HeldArchives> archives =
                readArchives(files, wanted, [&](qint64) { return !cancelled; });
            if (!archives)
                return failure(archives.error());
            return Kept{*checkpoints, archives->hashes};
        },
        [this, run](const Result<Kept> &read) {
            if (!isLatest(run))
                return;
            if (!read) {
                m_workspace.show(toMessage(read.error()));
                return;
            }
            run->checkpoints = read->checkpoints;
            run->archived = read->archived;
            findStore(run);
        });
}

void CheckpointCheck::findStore(const Runs &run)
{
    const auto take = [this, run](const QByteArray &hash) {
        run->store = hash;
        holdNext(run);
    };
    if (run->trail.begin)
        take(run->trail.begin->store);
    else
        hashOf(1, run, take);
}

void CheckpointCheck::holdNext(const Runs &run)
{
    if (run->next == run->checkpoints.size()) {
        const Checkpoint &newest = run->checkpoints.last();
        QStringList said;
        if (const int fitting = int(run->next) - run->outOfReach; fitting > 0)
            said.append(tr("%Ln checkpoint(s) fit; the newest is of entry %L1, %2.", nullptr, fitting)
                            .arg(newest.sequence)
                            .arg(shownTime(newest.time)));
        if (run->outOfReach > 0)
            said.append(tr("%Ln checkpoint(s) of archived entries can be held against the archive only.",
                           nullptr, run->outOfReach));
        run->done(true, said.join(u' '));
        return;
    }
    const qint64 sequence = run->checkpoints.at(run->next).sequence;
    if (run->archived.contains(sequence))
        hold(run, run->archived.value(sequence));
    else if (const auto &begin = run->trail.begin; begin && sequence <= begin->sequence)
        hold(run, sequence == begin->sequence ? begin->head : QByteArray());
    else
        hashOf(sequence, run, [this, run](const QByteArray &hash) { hold(run, hash); });
}

void CheckpointCheck::hold(const Runs &run, const QByteArray &hash)
{
    const Checkpoint &checkpoint = run->checkpoints.at(run->next++);
    const QString when = shownTime(checkpoint.time);
    if (checkpoint.store != run->store)
        run->done(false,
                  tr("This is another trail than the one that the checkpoint of %1 was made of.").arg(when));
    else if (hash.isEmpty() && run->trail.begin && checkpoint.sequence < run->trail.begin->sequence) {
        ++run->outOfReach;
        holdNext(run);
    } else if (hash.isEmpty())
        run->done(false,
                  tr("The trail does not have entry %L1, which it had on %2: it was cut off, or an older "
                     "copy put back.")
                      .arg(checkpoint.sequence)
                      .arg(when));
    else if (hash != checkpoint.head)
        run->done(false,
                  tr("Entry %L1, or one before it, is not what it was on %2: the trail was written anew.")
                      .arg(checkpoint.sequence)
                      .arg(when));
    else
        holdNext(run);
}

void CheckpointCheck::hashOf(qint64 sequence, const Runs &run,
                             const std::function<void(const QByteArray &)> &take)
{
    AuditQuery query;
    query.before = sequence + 1;
    query.limit = 1;
    m_workspace.service().events(
        query, this, [this, sequence, run, take](const Result<QList<AuditEvent>> &found) {
            if (!isLatest(run))
                return;
            if (!found)
                m_workspace.show(toMessage(found.error()));
            else
                take(found->isEmpty() || found->first().sequence != sequence ? QByteArray()
                                                                             : found->first().hash);
        });
}

} // namespace rolewright
