// SPDX-License-Identifier: Apache-2.0
#include "app/cli/answer.h"

#include "app/cli/explanationtext.h"

namespace rolewright::cli {

using namespace Qt::StringLiterals;

Status checkForm(bool csv, const Globals &globals)
{
    if (csv && globals.json)
        return failure(ErrorCode::Usage, u"Ask for --csv or for --json, not for both."_s);
    return {};
}

void printTable(const TextTable &table, bool csv, Console &console)
{
    if (csv)
        table.printCsv(console);
    else if (!table.isEmpty())
        table.print(console);
}

QString throughText(const GrantPath &path)
{
    return pathText(path.roles) + u": "_s + path.grant;
}

void beginAnswer(JsonWriter &json, qint64 version, std::optional<Instant> at)
{
    json.beginObject();
    json.member(u"version", version);
    if (at)
        json.member(u"at", toText(*at));
}

void writeNames(JsonWriter &json, const QStringList &names)
{
    json.beginArray();
    for (const QString &name : names)
        json.value(name);
    json.endArray();
}

void writePath(JsonWriter &json, const GrantPath &path)
{
    json.key(u"roles");
    writeNames(json, path.roles);
    json.member(u"grant", path.grant);
}

} // namespace rolewright::cli
