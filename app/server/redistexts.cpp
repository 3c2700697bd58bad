// SPDX-License-Identifier: Apache-2.0
#include "app/server/redistexts.h"

#include "core/base/json.h"

#include <QFile>

namespace rolewright::server {

using namespace Qt::StringLiterals;

QByteArray redisScript(const char *name)
{
    const auto read = [](const QString &path) {
        QFile file(path);
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT(opened);
        return file.readAll();
    };
    return read(u":/redis/common.lua"_s) + read(u":/redis/%1.lua"_s.arg(QLatin1StringView(name)));
}

QByteArray redisEntry(const Holding &holding, qint64 version)
{
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    json.member(u"version", version);
    for (const auto &[name, list] :
         {std::pair(u"permissions", &holding.permissions), {u"scoped", &holding.scoped}}) {
        json.key(name);
        json.beginArray();
        for (const QString &permission : *list)
            json.value(permission);
        json.endArray();
    }
    json.endObject();
    return json.take();
}

} // namespace rolewright::server
