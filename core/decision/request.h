// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/instant.h"
#include "core/base/json.h"
#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <map>
#include <optional>

namespace rolewright {

// One question, as semantics.md section 4 has it: the AuthZEN shape without what Rolewright ignores. Segments are
// taken as they are, never joined and parsed.
struct Request
{
    QString subjectType = QStringLiteral("user");
    QString subject;
    QString action;
    QString resourceType;
    QString resource; // its id
    // The non-empty string properties of the resource; the policy's ownership setting says which one names the owner.
    std::map<QString, QString> properties;
    QStringList relations;
    std::optional<Instant> time; // none: now
    std::optional<QStringList> roles; // the session's active roles; none: all that are assigned
    bool explain = false;

    friend bool operator==(const Request &, const Request &) = default;
};

// Reads a request; unknown members are ignored, known ones of the wrong type refused, duplicate keys anywhere too.
// The failure is Invalid, with one finding whose place is a JSON pointer below `pointer`.
Result<Request> readRequest(const JsonDocument &document, const JsonValue &value, const QString &pointer = {});
// A whole JSON text of at most RequestMaximum bytes.
constexpr qint64 RequestMaximum = 1 << 20;
Result<Request> parseRequest(const QByteArray &json);

// How deep a request may stand in a policy's test: a change set that carries it adds four levels, and has to be readable
// itself (JsonLimits::depth).
constexpr int TestRequestDepth = 60;
bool fitsTest(const QString &request); // a request's JSON text

// The canonical one-line text of a request object (section 8): values as they are, members in the order of section 4,
// others after them by code point. The value must be a request that readRequest() takes.
QString canonicalRequest(const JsonValue &value);
// The JSON text of a request; what is default is left out.
QString toJson(const Request &request);

} // namespace rolewright
