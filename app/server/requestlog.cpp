// SPDX-License-Identifier: Apache-2.0
#include "app/server/requestlog.h"

#include "core/base/instant.h"
#include "core/base/json.h"

#include <unistd.h>

namespace rolewright::server {

using namespace Qt::StringLiterals;

namespace {

JsonWriter begin()
{
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    json.member(u"time", toText(Instant::now()));
    return json;
}

// In one write, so that lines of several threads do not mix. A log that cannot be written stops nothing.
void end(JsonWriter &json)
{
    json.endObject();
    const QByteArray line = json.take() + '\n';
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, line.constData(), size_t(line.size()));
}

} // namespace

void logRequest(const LoggedRequest &request)
{
    JsonWriter json = begin();
    json.member(u"request", QString::fromLatin1(request.route));
    json.member(u"status", request.status);
    json.member(u"us", request.microseconds);
    json.member(u"peer", QString::fromLatin1(request.peer));
    end(json);
}

void logEvent(const QString &what, const QString &detail)
{
    JsonWriter json = begin();
    json.member(u"event", what);
    if (!detail.isEmpty())
        json.member(u"detail", detail);
    end(json);
}

} // namespace rolewright::server
