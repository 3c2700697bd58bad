// SPDX-License-Identifier: Apache-2.0
#include "core/admin/trailreplay.h"

#include "core/admin/adminregistry.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const JsonValue &event, QStringView name)
{
    const JsonValue value = event.member(name);
    return value.isValid() && value.isString() ? value.toString() : QString();
}

std::optional<Request> requestOf(const JsonValue &event)
{
    const AdminOperation *operation = findAdminOperation(textOf(event, u"action"));
    const QString actor = textOf(event, u"actor");
    const std::optional<Instant> time = parseDocumentTime(textOf(event, u"time"));
    if (!operation || operation->right.resource.isEmpty() || actor.isEmpty() || !time)
        return {};
    Request request;
    request.subject = actor;
    request.action = operation->right.action;
    request.resourceType = operation->right.resource;
    const QString target = textOf(event, u"target");
    request.resource = target.isEmpty() ? u"policy"_s : target;
    request.time = time;
    if (operation->isDelegable && textOf(event, u"result") == u"done")
        request.relations = {u"delegated"_s};
    return request;
}

} // namespace

ReplayLine replayLine(const QByteArray &text, bool tooLong)
{
    ReplayLine line {text, tooLong, false};
    if (!text.startsWith("{\"sequence\":"))
        return line;
    const Result<JsonDocument> document = JsonDocument::parse(text);
    if (!document || !document->root().member(u"hash").isValid())
        return line; // no event: replay() says what is wrong with it
    const std::optional<Request> request = requestOf(document->root());
    line.isSkipped = !request;
    if (request)
        line.text = toJson(*request).toUtf8();
    return line;
}

} // namespace rolewright
