// SPDX-License-Identifier: Apache-2.0
#include "app/server/changesets.h"

#include "app/server/problem.h"
#include "app/server/routes.h"
#include "core/admin/adminregistry.h"
#include "core/admin/changereview.h"
#include "core/exchange/policyjson.h"

#include <QUrlQuery>

namespace rolewright::server {

using namespace Qt::StringLiterals;

namespace {

// 412: with what was applied since.
ServerResponse movedOn(PolicyStore &store, const Call &call, qint64 base, qint64 head, const QString &detail)
{
    const Status mayRead =
        mayPerform(call.served->index, {call.session->user(), {}, {}}, u"policy.read"_s, call.now);
    const qint64 most = mayRead ? 100 : 0; // change sets; who is further behind loads the policy
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    json.member(u"type", u"https://rolewright.org/problems/moved-on"_s);
    json.member(u"status", 412);
    json.member(u"detail", detail);
    json.member(u"version", head);
    json.key(u"changeSets");
    json.beginArray();
    for (qint64 version = base + 1; version <= head && head - base <= most; ++version) {
        const Result<ChangeSet> made = store.changeSet(version);
        const Result<JsonDocument> document = made
            ? JsonDocument::parse(writeChangeSet(*made, JsonWriter::Layout::OneLine))
            : Result<JsonDocument>(failure(made.error()));
        if (!document)
            return toResponse(document.error());
        json.value(document->root());
    }
    json.endArray();
    json.endObject();
    ServerResponse response = jsonResponse(json.take(), 412);
    response.headers[0].second = "application/problem+json";
    response.headers.emplaceBack("ETag", etagOf(head));
    return response;
}

Result<qint64> baseOf(const ServerRequest &request)
{
    const std::optional<QByteArray> match = request.header("If-Match");
    if (!match)
        return failure(ErrorCode::Usage, u"Say with If-Match which version the change set was made on."_s);
    bool isNumber = false;
    const qint64 base = match->mid(1, match->size() - 2).toLongLong(&isNumber);
    if (!isNumber || base < 0 || *match != etagOf(base))
        return failure(ErrorCode::Invalid, u"If-Match must be a version in quotes, as ETag gives it."_s);
    return base;
}

} // namespace

QByteArray etagOf(qint64 version)
{
    return '"' + QByteArray::number(version) + '"';
}

CommitContext PostedChanges::context(const Call &call) const
{
    CommitContext context;
    context.actor = call.session->user();
    context.origin = call.occasion().origin;
    context.time = call.now;
    context.overrideTests = overridesTests;
    return context;
}

Result<PostedChanges> readPosted(const Call &call)
{
    if (!isJson(call.request))
        return failure(ErrorCode::Invalid, u"Send a JSON body, with \"Content-Type: application/json\"."_s);
    const Result<qint64> base = baseOf(call.request);
    if (!base)
        return failure(base.error());
    Result<ChangeSet> changes = readChangeSet(call.request.body);
    if (!changes)
        return failure(changes.error());
    if (changes->base != 0 && changes->base != *base)
        return failure(
            ErrorCode::Invalid,
            u"If-Match names version %1, and the change set says it was made on version %2."_s.arg(*base).arg(
                changes->base));
    changes->base = *base;
    if (const auto key = call.request.header("Idempotency-Key")) {
        const QUuid operation = QUuid::fromString(QString::fromLatin1(*key));
        if (operation.isNull() || (!changes->operation.isNull() && changes->operation != operation))
            return failure(ErrorCode::Invalid,
                           u"Idempotency-Key must be a UUID, and that of the change set where it has one."_s);
        changes->operation = operation;
    }
    if (changes->operation.isNull())
        changes->operation = QUuid::createUuid();
    const QString overrides =
        QUrlQuery(QString::fromLatin1(call.request.query)).queryItemValue(u"override-tests"_s);
    if (!overrides.isEmpty() && overrides != "true"_L1 && overrides != "false"_L1)
        return failure(ErrorCode::Invalid, u"override-tests must be true or false."_s);
    return PostedChanges{*changes, overrides == "true"_L1};
}

ServerResponse refusedPost(const Error &error)
{
    return error.code == ErrorCode::Usage ? toResponse(Problem{428, "if-match-needed", error.message})
                                          : toResponse(error);
}

Result<ChangeSet> completedPost(PolicyStore &store, const PostedChanges &posted)
{
    const Result<Snapshot> head = store.load();
    if (!head)
        return failure(head.error());
    ChangeSet changes = posted.changes;
    if (head->version != changes.base)
        return changes;
    const Result<QList<Change>> complete = completed(head->policy, changes.changes);
    if (!complete)
        return failure(complete.error());
    changes.changes = *complete;
    return changes;
}

ServerResponse confirmationAsked(const Error &error, const QByteArray &digest)
{
    return toResponse(Problem{403,
                              "confirmation-needed",
                              error.message,
                              error.findings,
                              {},
                              {{u"digest"_s, QString::fromLatin1(digest.toHex())}}});
}

std::optional<ServerResponse> refusedReuse(PolicyStore &store, const Call &call, const PostedChanges &posted)
{
    const ChangeSet &changes = posted.changes;
    HistoryQuery query;
    query.operation = changes.operation.toString(QUuid::WithoutBraces);
    query.limit = 1;
    const Result<QList<VersionInfo>> made = store.history(query);
    if (!made)
        return toResponse(made.error());
    if (made->isEmpty())
        return {};
    const VersionInfo &info = made->first();
    if (info.actor == call.session->user() && info.version == changes.base + 1) {
        const Result<ChangeSet> applied = store.changeSet(info.version);
        const Result<Snapshot> before = store.load(changes.base);
        if (!applied || !before)
            return toResponse(!applied ? applied.error() : before.error());
        const Result<QList<Change>> complete = completed(before->policy, changes.changes);
        if (complete && *complete == applied->changes)
            return {};
    }
    return toResponse(
        Problem{422, "operation-reused",
                u"Another change set was applied with this Idempotency-Key or operation, and this one was "
                "not: send it with a new one."_s});
}

ServerResponse refusedCommit(PolicyStore &store, const Call &call, const Error &error,
                             const ChangeSet &changes, bool overridesTests)
{
    if (needsConfirmation(error))
        return confirmationAsked(error, confirmationDigest(changes, overridesTests));
    if (needsApproval(error))
        return toResponse(Problem{403, "approval-needed", error.message, error.findings});
    if (error.code != ErrorCode::Conflict)
        return toResponse(error);
    const Result<qint64> version = store.version();
    return version && *version != changes.base
        ? movedOn(store, call, changes.base, *version, error.message)
        : toResponse(Problem{409, "conflict", error.message, error.findings});
}

} // namespace rolewright::server
