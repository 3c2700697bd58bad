// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/decide.h"

#include <QSet>

#include <random>

namespace rolewright {

using namespace Qt::StringLiterals;

// Twelve roles, ten users and every kind of grant; validities are over, on or to come.
inline QByteArray randomDocument(std::mt19937 &random)
{
    const auto below = [&](int n) { return int(random() % quint32(n)); };
    const QStringList validities{{},
                                 u"\"until\": \"2020-01-01T00:00:00Z\""_s,
                                 u"\"from\": \"2999-01-01T00:00:00Z\""_s,
                                 u"\"from\": \"2020-01-01T00:00:00Z\", \"until\": \"2999-01-01T00:00:00Z\""_s};
    QStringList permissions;
    for (const QChar resource : u"ab"_s) {
        for (const QChar action : u"xyz"_s) {
            for (const QString &scope : {QString(), u":own"_s, u":team"_s}) {
                if (below(3) > 0)
                    permissions.append(u"%1:%2%3"_s.arg(resource).arg(action).arg(scope));
            }
        }
    }
    permissions.append(u"c:x"_s);
    QStringList parts;
    for (const QString &name : std::as_const(permissions))
        parts.append(u"{\"name\": \"%1\"}"_s.arg(name));
    QString text = u"{\"rolewright\": 1, \"permissions\": [%1], \"roles\": ["_s.arg(parts.join(u", "_s));
    parts.clear();
    for (int role = 0; role < 12; ++role) {
        QSet<QString> grants;
        for (int i = below(3); i > 0; --i)
            grants.insert(u"\"%1\""_s.arg(permissions.at(below(int(permissions.size())))));
        if (below(4) == 0)
            grants.insert(below(2) ? u"\"a:*\""_s : u"\"*:x:own\""_s);
        const QString inherits = role > 0 && below(2) ? u"\"r%1\""_s.arg(below(role)) : QString();
        parts.append(u"{\"name\": \"r%1\", \"enabled\": %2, \"inherits\": [%3], \"grants\": [%4]}"_s.arg(role)
                         .arg(below(6) ? u"true"_s : u"false"_s, inherits,
                              QStringList(grants.begin(), grants.end()).join(u", "_s)));
    }
    text += parts.join(u", "_s) + u"], \"users\": ["_s;
    parts.clear();
    for (int user = 0; user < 10; ++user) {
        QStringList assignments;
        for (int role = 0; role < 12; ++role) {
            if (below(5) > 0)
                continue;
            const QString validity = validities.at(below(4));
            assignments.append(u"{\"role\": \"r%1\"%2}"_s.arg(role).arg(
                validity.isEmpty() ? QString() : u", "_s + validity));
        }
        parts.append(u"{\"id\": \"u%1\", \"active\": %2, \"assignments\": [%3]}"_s.arg(user)
                         .arg(below(8) ? u"true"_s : u"false"_s, assignments.join(u", "_s)));
    }
    text += parts.join(u", "_s)
        + u"], \"constraints\": [{\"name\": \"d\", \"kind\": \"dynamic\", \"roles\": [\"r0\", \"r1\"], \"limit\": 2}]}"_s;
    return text.toUtf8();
}

// What the user may now do, where the scope that the permission has holds.
inline Decision decided(const PolicyIndex &index, const QString &user, const PermissionName &name)
{
    Request request;
    request.subject = user;
    request.action = name.action;
    request.resourceType = name.resource;
    request.resource = u"1"_s;
    if (name.scope == u"own")
        request.properties.emplace(u"owner"_s, user);
    else if (name.hasScope())
        request.relations = QStringList{name.scope};
    return decide(index, request, Instant::now());
}

} // namespace rolewright
