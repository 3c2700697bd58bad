// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/answers.h"

#include "core/exchange/csv.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

void writeScopes(JsonWriter &json, const QStringList &scopes)
{
    if (scopes.isEmpty())
        return;
    json.key(u"scopes");
    writeNames(json, scopes);
}

// Each entry's members by `write`.
template <class Entry, class Write>
QByteArray answer(const AnswerHead &head, QStringView key, const QList<Entry> &entries, Write write)
{
    JsonWriter json;
    beginAnswer(json, head);
    json.key(key);
    json.beginArray();
    for (const Entry &entry : entries) {
        json.beginObject();
        write(json, entry);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.take() + '\n';
}

QString onText(const QStringList &scopes)
{
    return scopes.isEmpty() ? u"all"_s : scopes.join(u", "_s);
}

// With all roles together there is no session.
QString chosenRoles()
{
    return u"only with chosen roles"_s;
}

} // namespace

void beginAnswer(JsonWriter &json, const AnswerHead &head)
{
    json.beginObject();
    json.member(u"version", head.version);
    if (head.draft)
        json.member(u"draft", true);
    if (head.at)
        json.member(u"at", toText(*head.at));
    if (!head.user.isEmpty())
        json.member(u"user", head.user);
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

QString throughText(const GrantPath &path)
{
    return path.roles.isEmpty() ? QString() : path.roles.join(u" > "_s) + u": "_s + path.grant;
}

AnswerTable tableOf(const QList<WhoCan> &users)
{
    AnswerTable table{{u"USER"_s, u"NAME"_s, u"MAY"_s, u"THROUGH"_s}, {}};
    for (const WhoCan &who : users) {
        table.rows.append({who.user, who.name,
                           who.reason == Reason::DynamicSeparation ? chosenRoles() : onText(who.scopes),
                           throughText(who.path)});
    }
    return table;
}

AnswerTable tableOf(const QList<WhatCan> &permissions)
{
    AnswerTable table{{u"PERMISSION"_s, u"THROUGH"_s}, {}};
    for (const WhatCan &what : permissions)
        table.rows.append({what.permission.toText(), throughText(what.path)});
    return table;
}

AnswerTable tableOf(const QList<RoleGiving> &roles)
{
    AnswerTable table{{u"ROLE"_s, u"HOW"_s, u"ON"_s, u"THROUGH"_s}, {}};
    for (const RoleGiving &giving : roles)
        table.rows.append({giving.role, toText(giving.how), onText(giving.scopes), throughText(giving.path)});
    return table;
}

AnswerTable tableOf(const QList<OperationAccess> &operations)
{
    AnswerTable table{{u"OPERATION"_s, u"MAY"_s}, {}};
    for (const OperationAccess &access : operations) {
        table.rows.append({access.operation,
                           access.reason == Reason::GrantedByScope          ? u"within a scope"_s
                               : access.reason == Reason::DynamicSeparation ? chosenRoles()
                                                                            : u"all"_s});
    }
    return table;
}

QByteArray toCsv(const AnswerTable &table)
{
    QStringList headings;
    for (const QString &heading : table.headings)
        headings.append(heading.toLower());
    QByteArray text = csvLine(headings);
    for (const QStringList &row : table.rows)
        text += spreadsheetLine(row);
    return text;
}

QByteArray toJson(const AnswerHead &head, const QList<WhoCan> &users)
{
    return answer(head, u"users", users, [](JsonWriter &json, const WhoCan &who) {
        json.member(u"user", who.user);
        json.member(u"name", who.name);
        json.member(u"reason", toText(who.reason));
        writeScopes(json, who.scopes);
        writePath(json, who.path);
    });
}

QByteArray toJson(const AnswerHead &head, const QList<WhatCan> &permissions)
{
    return answer(head, u"permissions", permissions, [](JsonWriter &json, const WhatCan &what) {
        json.member(u"permission", what.permission.toText());
        writePath(json, what.path);
    });
}

QByteArray toJson(const AnswerHead &head, const QList<RoleGiving> &roles)
{
    return answer(head, u"roles", roles, [](JsonWriter &json, const RoleGiving &giving) {
        json.member(u"role", giving.role);
        json.member(u"how", toText(giving.how));
        writeScopes(json, giving.scopes);
        json.key(u"path");
        json.beginObject();
        writePath(json, giving.path);
        json.endObject();
    });
}

QByteArray toJson(const AnswerHead &head, const QList<OperationAccess> &operations)
{
    return answer(head, u"operations", operations, [](JsonWriter &json, const OperationAccess &access) {
        json.member(u"operation", access.operation);
        json.member(u"reason", toText(access.reason));
    });
}

} // namespace rolewright
