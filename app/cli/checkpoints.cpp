// SPDX-License-Identifier: Apache-2.0
#include "app/cli/checkpoints.h"

#include "app/cli/openstore.h"
#include "app/cli/signin.h"
#include "core/audit/checkpoint.h"
#include "core/base/readfile.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

// A new file that only its owner may read; one that exists is left alone.
Status makeKeyFile(const std::string &file)
{
    const Secret seed = randomSecret(SigningSeedSize);
    const QByteArray line = QByteArray::fromRawData(seed.data(), seed.size()).toHex() + '\n';
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    const bool written = descriptor >= 0
        && ::write(descriptor, line.constData(), size_t(line.size())) == line.size()
        && ::fsync(descriptor) == 0;
    const QString why = QString::fromLocal8Bit(std::strerror(errno));
    if (descriptor >= 0)
        ::close(descriptor);
    if (!written)
        return failure(
            ErrorCode::Unavailable,
            u"The key cannot be made: %1. Nothing was signed: name a new file with --key-file."_s.arg(why),
            text(file));
    return {};
}

Result<Secret> readKey(const std::string &file)
{
    const Result<Secret> line = readPassword(file, {});
    if (!line)
        return failure(line.error());
    const QByteArray hex = QByteArray::fromRawData(line->data(), line->size()).trimmed();
    QByteArray seed = QByteArray::fromHex(hex);
    if (seed.size() != SigningSeedSize || hex.size() != 2 * SigningSeedSize)
        return failure(ErrorCode::Invalid,
                       u"This is no key for checkpoints. Nothing was signed: make one with --make-key."_s,
                       text(file));
    return Secret::taking(seed);
}

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
    if (options.makeKey) {
        if (Status made = makeKeyFile(options.keyFile); !made)
            return failure(made.error());
    }
    const Result<Secret> key = readKey(options.keyFile);
    if (!key)
        return failure(key.error());
    const auto store = openNamedStore(globals, console);
    if (!store)
        return failure(store.error());
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
    console.data(toJsonLine(signedCheckpoint((*first)->hash, **newest, Instant::now(), *key)));
    console.note(u"Keep this line away from the store. It is trusted by --key %1"_s.arg(
        QString::fromLatin1(publicKeyOf(*key).toHex())));
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
