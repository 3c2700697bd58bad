// SPDX-License-Identifier: Apache-2.0
#include "app/cli/checkpoints.h"

#include "app/cli/keyplace.h"
#include "app/cli/openstore.h"
#include "core/base/readfile.h"

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
    const auto first = eventAt(**store, 1);
    const auto newest = eventAt(**store, state->intactTo);
    if (!first || !newest)
        return failure(!first ? first.error() : newest.error());
    if (!*first || !*newest)
        return noTrail(**store);
    if (!sealing->isEmpty()) { // the store says itself that it was looked at
        if (Status sealed = (*store)->guard()->sealAgain(0, Instant::now()); !sealed)
            return failure(sealed.error());
    }
    console.data(toJsonLine(signedCheckpoint((*first)->hash, **newest, Instant::now(), key)));
    console.note(u"Keep this line away from the store. It is trusted by --key %1"_s.arg(
        QString::fromLatin1(publicKeyOf(key).toHex())));
    return ExitStatus::Done;
}

Result<Sealed> sealedTo(PolicyStore &store, const VerifyOptions &options, const TrailState &state)
{
    if (options.checkpoints.empty())
        return Sealed();
    if (options.keys.empty())
        return failure(
            ErrorCode::Usage,
            u"Anybody can sign with some key: say with --key whose checkpoints count; \"log checkpoint\" prints it."_s);
    const Result<QByteArray> bytes = readInput(text(options.checkpoints));
    if (!bytes)
        return failure(bytes.error());
    QList<Checkpoint> all;
    for (const QByteArray &line : bytes->split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const Result<Checkpoint> read = parseCheckpoint(line);
        if (!read)
            return failure(ErrorCode::Invalid, read.error().message,
                           u"%1, line %2"_s.arg(inputName(text(options.checkpoints))).arg(all.size() + 1));
        const std::string key = read->key.toHex().toStdString();
        if (std::find(options.keys.begin(), options.keys.end(), key) == options.keys.end()
            || !isSignatureGood(*read))
            return failure(ErrorCode::Invalid,
                           u"The checkpoint is not signed by a key that is trusted, or was changed since."_s,
                           u"%1, line %2"_s.arg(inputName(text(options.checkpoints))).arg(all.size() + 1));
        all.append(*read);
    }
    std::sort(all.begin(), all.end(),
              [](const Checkpoint &a, const Checkpoint &b) { return a.sequence < b.sequence; });
    const auto first = eventAt(store, 1);
    if (!first)
        return failure(first.error());
    Sealed sealed;
    for (const Checkpoint &each : all) {
        const auto event = eventAt(store, each.sequence);
        if (!event)
            return failure(event.error());
        const qint64 from = sealed.to.value_or(0) + 1;
        if (!*first || (*first)->hash != each.store) {
            sealed.firstBad = 1;
            sealed.problem = u"it is another trail than the one that the checkpoint of %1 was made of"_s.arg(
                toText(each.time));
        } else if (!*event) {
            sealed.firstBad = state.intactTo + 1;
            sealed.problem = u"the trail ends at event %1, but had come to event %2 on %3: it was cut off, "
                             u"or an older copy put "
                             u"back"_s.arg(state.intactTo)
                                 .arg(each.sequence)
                                 .arg(toText(each.time));
        } else if ((*event)->hash != each.head) {
            sealed.firstBad = from;
            sealed.problem =
                u"the trail was written anew, from some event between %1 and %2 on, after %3"_s.arg(from)
                    .arg(each.sequence)
                    .arg(toText(each.time));
        } else {
            sealed.to = each.sequence;
            continue;
        }
        break;
    }
    return sealed;
}

} // namespace rolewright::cli
