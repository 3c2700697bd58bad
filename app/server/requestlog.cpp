// SPDX-License-Identifier: Apache-2.0
#include "app/server/requestlog.h"

#include "core/base/instant.h"
#include "core/base/json.h"

#include <unistd.h>

namespace rolewright::server {

using namespace Qt::StringLiterals;

namespace {

// In one write, so that lines of several threads do not mix. A log that cannot be written stops nothing.
void write(const QByteArray &line)
{
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, line.constData(), size_t(line.size()));
}

} // namespace

// For each request: by hand. Routes and addresses have nothing that JSON would escape.
void logRequest(const LoggedRequest &request)
{
    QByteArray line;
    line.reserve(192);
    line += "{\"time\": \"";
    line += toText(Instant::now()).toLatin1();
    line += "\", \"request\": \"";
    line += request.route;
    line += "\", \"status\": ";
    line += QByteArray::number(request.status);
    line += ", \"us\": ";
    line += QByteArray::number(request.microseconds);
    line += ", \"peer\": \"";
    line += request.peer;
    line += "\"}\n";
    write(line);
}

void logEvent(const QString &what, const QString &detail)
{
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    json.member(u"time", toText(Instant::now()));
    json.member(u"event", what);
    if (!detail.isEmpty())
        json.member(u"detail", detail);
    json.endObject();
    write(json.take() + '\n');
}

} // namespace rolewright::server
