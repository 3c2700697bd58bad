// SPDX-License-Identifier: Apache-2.0
#include "app/server/problem.h"

#include "core/base/json.h"
#include "core/store/storeguard.h"

namespace rolewright::server {

using namespace Qt::StringLiterals;

ServerResponse toResponse(const Problem &problem)
{
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    json.member(u"type",
                problem.type.isEmpty()
                    ? u"about:blank"_s
                    : u"https://rolewright.org/problems/"_s + QString::fromLatin1(problem.type));
    json.member(u"status", problem.status);
    json.member(u"detail", problem.detail);
    for (const auto &[name, value] : problem.members)
        json.member(name, value);
    if (!problem.findings.isEmpty()) {
        json.key(u"errors");
        json.beginArray();
        for (const Finding &finding : problem.findings) {
            json.beginObject();
            json.member(u"code", finding.code);
            json.member(u"pointer", finding.place);
            if (finding.line > 0)
                json.member(u"line", finding.line);
            if (finding.column > 0)
                json.member(u"column", finding.column);
            json.member(u"detail", finding.message);
            json.endObject();
        }
        json.endArray();
    }
    json.endObject();
    ServerResponse response = jsonResponse(json.take(), problem.status);
    response.headers[0].second = "application/problem+json";
    response.headers += problem.headers;
    return response;
}

int statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
    case ErrorCode::Invalid:
        return 400;
    case ErrorCode::Conflict:
        return 412;
    case ErrorCode::NotPermitted:
        return 403;
    case ErrorCode::Unavailable:
    case ErrorCode::Cancelled:
        break;
    }
    return 503;
}

ServerResponse toResponse(const Error &error)
{
    return toResponse(Problem{statusOf(error.code),
                              isOutcomeUnknown(error) ? "outcome-unknown" : QByteArray(), error.message,
                              error.findings});
}

ServerResponse jsonResponse(const QByteArray &json, int status)
{
    return {status, {{"Content-Type", "application/json"}}, json, nullptr};
}

} // namespace rolewright::server
