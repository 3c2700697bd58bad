// SPDX-License-Identifier: Apache-2.0
#include "app/cli/checkpoints.h"

#include "app/cli/keyplace.h"
#include "app/cli/logtext.h"
#include "app/cli/openstore.h"
#include "core/base/readfile.h"

#include <QSet>

#include <algorithm>

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

// Nothing where the trail has no such event.
Result<std::optional<AuditEvent>> eventAt(PolicyStore &store, qint64 sequence)
{
    AuditQuery query;
    query.before = sequence + 1;
    query.limit = 1;
    const Result<QList<AuditEvent>> events = store.events(query);
    if (!events)
        return failure(events.error());
    if (events->isEmpty() || events->first().sequence != sequence)
        return std::optional<AuditEvent>();
    return std::optional(events->first());
}

tl::unexpected<Error> noTrail(PolicyStore &store)
{
    return failure(ErrorCode::Usage, u"A policy document has no trail; name an SQLite store."_s,
                   store.traits().location);
}

} // namespace

Result<ExitStatus> checkpoint(const CheckpointOptions &options, const Globals &globals, Console &console)
{
    const KeyPlace place(globals);
    if (options.makeKey) {
        if (!place.isFile())
            return failure(ErrorCode::Usage, u"Name the new file with --key-file."_s);
        if (Status made = place.keep(newStoreKeys()); !made)
            return failure(made.error());
    }
    const auto store = openNamedStore(globals, console);
    if (!store)
        return failure(store.error());
    const Result<QByteArrayList> sealing =
        (*store)->guard() ? (*store)->guard()->sealingKeys() : Result<QByteArrayList>(QByteArrayList());
    if (!sealing)
        return failure(sealing.error());
    const Result<std::optional<StoreKeys>> keys = place.find(*sealing);
    if (!keys)
        return failure(keys.error());
    if (!*keys)
        return failure(ErrorCode::Usage,
                       u"There is no key to sign with. Name its file with --key-file; --make-key makes a new one."_s);
    const Secret &key = (*keys)->signing;
    if (!(*store)->traits().versioned)
        return noTrail(**store);
    const Result<TrailState> state = (*store)->verifyTrail();
    if (!state)
        return failure(state.error());
    if (state->firstBad || !state->problem.isEmpty())
        return failure(
            ErrorCode::Invalid,
            u"The trail is not intact: %1. Nothing was signed: see \"log verify\"."_s.arg(state->problem),
            (*store)->traits().location);
    const auto first = eventAt(**store, state->begin ? state->intactTo : 1);
    const auto newest = eventAt(**store, state->intactTo);
    if (!first || !newest)
        return failure(!first ? first.error() : newest.error());
    if (!*first || !*newest)
        return noTrail(**store);
    const QByteArray id = state->begin ? state->begin->store : (*first)->hash;
    if (!sealing->isEmpty()) { // the store says itself that it was looked at
        if (Status sealed = (*store)->guard()->sealAgain(0, Instant::now()); !sealed)
            return failure(sealed.error());
    }
    console.data(toJsonLine(signedCheckpoint(id, **newest, Instant::now(), key)));
    console.note(u"Keep this line away from the store. It is trusted by --key %1"_s.arg(
        QString::fromLatin1(publicKeyOf(key).toHex())));
    return ExitStatus::Done;
}

namespace {

// Those of the file, the oldest first, each signed by a key that is trusted.
Result<QList<Checkpoint>> keptCheckpoints(const VerifyOptions &options)
{
    QList<Checkpoint> all;
    if (options.checkpoints.empty())
        return all;
    if (options.keys.empty())
        return failure(
            ErrorCode::Usage,
            u"Anybody can sign with some key: say with --key whose checkpoints count; \"log checkpoint\" prints it."_s);
    const Result<QByteArray> bytes = readInput(text(options.checkpoints));
    if (!bytes)
        return failure(bytes.error());
    for (const QByteArray &line : bytes->split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const QString place =
            u"%1, line %2"_s.arg(inputName(text(options.checkpoints)), QString::number(all.size() + 1));
        const Result<Checkpoint> read = parseCheckpoint(line);
        if (!read)
            return failure(ErrorCode::Invalid, read.error().message, place);
        const std::string key = read->key.toHex().toStdString();
        if (std::find(options.keys.begin(), options.keys.end(), key) == options.keys.end()
            || !isSignatureGood(*read))
            return failure(ErrorCode::Invalid,
                           u"The checkpoint is not signed by a key that is trusted, or was changed since."_s,
                           place);
        all.append(*read);
    }
    std::sort(all.begin(), all.end(),
              [](const Checkpoint &a, const Checkpoint &b) { return a.sequence < b.sequence; });
    return all;
}

// Holds the trail against checkpoints that were kept elsewhere: to which event they seal it, or what does not
// fit.
Status holdCheckpoints(PolicyStore &store, const QList<Checkpoint> &kept, const HeldArchives &archives,
                       TrailState &state)
{
    const auto hashAt = [&](qint64 sequence) -> Result<QByteArray> {
        if (archives.hashes.contains(sequence))
            return archives.hashes.value(sequence);
        if (state.begin && sequence <= state.begin->sequence)
            return sequence == state.begin->sequence ? state.begin->head : QByteArray();
        const auto event = eventAt(store, sequence);
        if (!event)
            return failure(event.error());
        return *event ? (*event)->hash : QByteArray();
    };
    const Result<QByteArray> first = state.begin ? Result<QByteArray>(state.begin->store) : hashAt(1);
    if (!first)
        return failure(first.error());
    std::optional<qint64> sealed;
    std::optional<qint64> outOfReach;
    for (const Checkpoint &each : kept) {
        const Result<QByteArray> hash = hashAt(each.sequence);
        if (!hash)
            return failure(hash.error());
        const qint64 from = sealed.value_or(0) + 1;
        if (*first != each.store) {
            state.firstBad = 1;
            state.problem = u"it is another trail than the one that the checkpoint of %1 was made of"_s.arg(
                toText(each.time));
        } else if (hash->isEmpty() && state.begin && each.sequence < state.begin->sequence) {
            outOfReach = each.sequence;
            continue;
        } else if (hash->isEmpty()) {
            state.firstBad = state.intactTo + 1;
            state.problem = u"the trail ends at event %1, but had come to event %2 on %3: it was cut off, "
                            u"or an older copy put "
                            u"back"_s.arg(state.intactTo)
                                .arg(each.sequence)
                                .arg(toText(each.time));
        } else if (*hash != each.head) {
            state.firstBad = from;
            state.problem =
                u"the trail was written anew, from some event between %1 and %2 on, after %3"_s.arg(from)
                    .arg(each.sequence)
                    .arg(toText(each.time));
        } else {
            sealed = each.sequence;
            continue;
        }
        break;
    }
    if (!sealed && outOfReach && state.problem.isEmpty())
        return failure(
            ErrorCode::Usage,
            u"The checkpoints are of records that were archived, the newest of record %1. Name the archive "
            u"too, with --archive."_s.arg(*outOfReach));
    if (sealed) {
        state.sealedTo = std::max(*sealed, state.isTrusted ? state.sealedTo.value_or(0) : 0);
        state.isTrusted = true;
    }
    return {};
}

} // namespace

Result<ExitStatus> verifyLog(const VerifyOptions &options, const Globals &globals, Console &console)
{
    const Result<QList<Checkpoint>> kept = keptCheckpoints(options);
    if (!kept)
        return failure(kept.error());
    const auto store = openNamedStore(globals, console);
    if (!store)
        return failure(store.error());
    StoreGuard *guard = (*store)->guard();
    const std::optional<Anchor> anchor = guard ? guard->anchor() : std::nullopt;
    QSet<qint64> wanted;
    for (const Checkpoint &each : *kept)
        wanted.insert(each.sequence);
    if (anchor)
        wanted.insert(anchor->sequence);
    QStringList paths;
    for (const std::string &each : options.archives)
        paths.append(text(each));
    Result<HeldArchives> archives = readArchives(paths, wanted);
    if (!archives)
        return failure(archives.error());
    Result<TrailState> state = (*store)->verifyTrail();
    if (!state)
        return failure(state.error());
    if (!archives->files.isEmpty()) {
        TrailState joint = *state;
        joint.firstBad.reset();
        joint.problem.clear();
        holdArchives(*archives, joint);
        if (!joint.problem.isEmpty()) {
            printTrailState(console, joint, nullptr);
            return ExitStatus::No;
        }
        // Whoever has not seen the archiving sees it here.
        if (guard && !archives->files.first().begin) {
            if (Status seen = guard->seeArchive(
                    {*archives->files.last().end,
                     anchor ? archives->hashes.value(anchor->sequence) : QByteArray(), archives->keys});
                !seen)
                return failure(seen.error());
            state = (*store)->verifyTrail();
            if (!state)
                return failure(state.error());
        }
    }
    if (state->isIntact()) {
        if (Status held = holdCheckpoints(**store, *kept, *archives, *state); !held)
            return failure(held.error());
    }
    printTrailState(console, *state, archives->files.isEmpty() ? nullptr : &archives->files);
    return state->isIntact() ? ExitStatus::Done : ExitStatus::No;
}

} // namespace rolewright::cli
