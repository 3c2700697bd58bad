// SPDX-License-Identifier: Apache-2.0
// What a server refuses, as the errors that every store has.
#include "core/store/commitcheck.h"
#include "core/store/http/serverlink.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

ErrorCode codeOf(int status)
{
    switch (status) {
    case 400:
    case 413:
    case 422:
        return ErrorCode::Invalid;
    case 401:
    case 403:
        return ErrorCode::NotPermitted;
    case 404:
    case 405:
    case 428:
        return ErrorCode::Usage;
    case 409:
    case 412:
        return ErrorCode::Conflict;
    default:
        return ErrorCode::Unavailable;
    }
}

QString textOf(const JsonValue &object, QStringView name)
{
    const JsonValue member = object.member(name);
    return member.isValid() && member.isString() ? member.toString() : QString();
}

qint64 numberOf(const JsonValue &object, QStringView name)
{
    const JsonValue member = object.member(name);
    return member.isValid() && member.type() == JsonValue::Type::Integer ? member.toInteger().value_or(0) : 0;
}

Findings findingsOf(const JsonValue &problem)
{
    constexpr qsizetype Most = 100'001; // as many as a document has (policyjson.h)
    Findings findings;
    const JsonValue errors = problem.member(u"errors");
    if (!errors.isValid() || !errors.isArray())
        return findings;
    for (JsonValue each = errors.firstChild(); each.isValid() && findings.size() < Most;
         each = each.nextSibling()) {
        if (each.isObject())
            findings.append({Severity::Error, textOf(each, u"code"), textOf(each, u"detail"),
                             textOf(each, u"pointer"), numberOf(each, u"line"), numberOf(each, u"column")});
    }
    return findings;
}

} // namespace

Error notThisServer(const QString &what, const QString &place)
{
    return {
        ErrorCode::Unavailable,
        u"%1. Look whether this is the address of rolewrightd, and whether its version is the one of this program."_s
            .arg(what),
        place,
        {}};
}

Result<JsonDocument> objectOf(const HttpResponse &response, const QString &place)
{
    Result<JsonDocument> document = JsonDocument::parse(response.body);
    if (document && document->root().isObject() && !document->hasDuplicates())
        return document;
    return failure(notThisServer(u"The server answered with what is no JSON object"_s, place));
}

Error errorOf(const HttpResponse &response, const QString &place)
{
    const Result<JsonDocument> document = objectOf(response, place);
    if (!document || !response.header("Content-Type").startsWith("application/problem+json"))
        return notThisServer(u"The server answered with status %1 and no reason"_s.arg(response.status),
                             place);
    const JsonValue problem = document->root();
    const QString type = textOf(problem, u"type").section(u'/', -1);
    if (type == "sign-in-needed"_L1)
        return signInNeeded(place);
    Error error{codeOf(response.status), textOf(problem, u"detail"), place, findingsOf(problem)};
    if (error.message.isEmpty())
        error.message =
            u"The server answered with status %1 and no reason. Look at its log."_s.arg(response.status);
    if (type == "code-needed"_L1)
        error.findings.prepend({Severity::Error, type, u"The password is right."_s, {}, 0, 0});
    return error;
}

} // namespace rolewright
