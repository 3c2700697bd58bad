// SPDX-License-Identifier: Apache-2.0
// How a change set gets to the server, once, whatever the network does.
#include "core/exchange/policyjson.h"
#include "core/store/commitcheck.h"
#include "core/store/http/httpstore.h"
#include "core/store/http/serverjson.h"

#include <QDeadlineTimer>
#include <QThread>

namespace rolewright {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Reconnecting = 5s; // after a cut, until the outcome is given up
constexpr int Pause = 250; // ms, between attempts

} // namespace

QByteArray etagOf(qint64 version)
{
    return '"' + QByteArray::number(version) + '"';
}

Error cutOff(const Error &after)
{
    return outcomeUnknown(u"The connection ended before the server said whether the changes were applied"_s,
                          after);
}

QString queryOf(const CommitContext &context)
{
    return context.overrideTests ? u"?override-tests=true"_s : QString();
}

QList<HttpHeader> headersOf(const ChangeSet &changes)
{
    return {{"If-Match", etagOf(changes.base)},
            {"Idempotency-Key", changes.operation.toByteArray(QUuid::WithoutBraces)}};
}

Result<HttpResponse> HttpStore::post(const ChangeSet &changes, const CommitContext &context)
{
    return m_link->send("POST", u"/api/v1/changesets"_s + queryOf(context),
                        writeChangeSet(changes, JsonWriter::Layout::OneLine), headersOf(changes));
}

// The newest version, after a change set was applied.
Result<Snapshot> HttpStore::afterwards()
{
    const Result<Snapshot> now = latest();
    return now ? now
               : failure(outcomeUnknown(u"The changes were applied, but the policy could not be read again"_s,
                                        now.error()));
}

Result<Snapshot> HttpStore::commit(const ChangeSet &changes, const CommitContext &context)
{
    const auto call = m_link->call();
    if (changes.changes.isEmpty())
        return latest();
    ChangeSet identified = changes;
    if (identified.operation.isNull())
        identified.operation = QUuid::createUuid();
    Result<HttpResponse> posted = post(identified, context);
    if (!posted && m_link->isUncertain()) {
        m_link->goOn(); // whoever cancelled it wants to know what became of it, too
        const Result<bool> applied = wasApplied(identified.operation);
        if (!applied)
            return failure(cutOff(applied.error()));
        if (*applied)
            return afterwards();
        if (posted.error().code == ErrorCode::Cancelled)
            return failure(cutOff(posted.error()));
        // It may still be on its way there: by its operation id it counts once, and this one waits for it.
        posted = post(identified, context);
        if (!posted && posted.error().code == ErrorCode::Unavailable)
            return failure(cutOff(posted.error()));
    }
    if (!posted)
        return failure(posted.error());
    const Result<JsonDocument> document = objectOf(*posted, m_link->place());
    const std::optional<qint64> version = document ? readNumber(document->root(), u"version") : std::nullopt;
    // A policy that we have is made the newest by the changes themselves.
    if (version && m_known && m_known->version == identified.base && *version == identified.base + 1) {
        Policy policy = m_known->policy;
        if (apply(policy, identified.changes)) {
            m_known = Snapshot{policy, *version};
            return *m_known;
        }
    }
    return afterwards();
}

Result<bool> HttpStore::wasApplied(const QUuid &operation)
{
    const QString path = u"/api/v1/changesets?operation="_s + operation.toString(QUuid::WithoutBraces);
    const QDeadlineTimer until(Reconnecting);
    for (;;) {
        const auto versions =
            m_link->get(path, readVersions, u"The server answered with what is no history"_s);
        if (versions)
            return !versions->isEmpty();
        if (versions.error().code != ErrorCode::Unavailable || until.hasExpired())
            return failure(versions.error());
        QThread::msleep(Pause);
    }
}

} // namespace rolewright
