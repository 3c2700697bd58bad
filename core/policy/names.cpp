// SPDX-License-Identifier: Apache-2.0
#include "core/policy/names.h"

#include "core/base/text.h"

#include <QHash>
#include <QSet>

#include <utility>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int SegmentMaximum = 100;
constexpr QStringView BuiltInPrefix = u"rolewright/";
constexpr QStringView BuiltInPattern = u"rolewright/*";

tl::unexpected<Error> refuse(const QString &what)
{
    return failure(ErrorCode::Invalid, what);
}

enum class Star { Refuse, Allow };

Result<PermissionName> split(const QString &text, Star star)
{
    const auto colons = text.count(u':'); // before splitting: a long text of colons would be millions of parts
    const QStringList parts = colons == 1 || colons == 2 ? text.split(u':') : QStringList();
    if (parts.isEmpty())
        return refuse(u"is not of the form resource:action or resource:action:scope"_s);
    static const QString kinds[] = {u"resource"_s, u"action"_s, u"scope"_s};
    static const QString articles[] = {u"a"_s, u"an"_s, u"a"_s};
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QString &part = parts.at(i);
        const bool pattern = part == anySegment() || (i == 0 && part == BuiltInPattern);
        if (pattern && i < 2 && star == Star::Allow)
            continue;
        if (part.contains(u'*')) {
            if (star == Star::Refuse)
                return refuse(u"has a '*' in its %1; a pattern is allowed in grants only"_s.arg(kinds[i]));
            return refuse(i == 2 ? u"has a '*' in its scope; a scope is never a pattern"_s
                                 : u"has a '*' inside its %1; only the whole segment may be '*'"_s.arg(kinds[i]));
        }
        if (const auto problem = problemOfName(part, SegmentMaximum))
            return refuse(u"has %1 %2 that %3"_s.arg(articles[i], kinds[i], *problem));
    }
    const bool scoped = parts.size() == 3 && parts.at(2) != u"any";
    PermissionName name {parts.at(0), parts.at(1), scoped ? parts.at(2) : QString()};
    if (name.resource == u"operation" && name.action == u"perform")
        return refuse(u"is reserved: operations are guarded by what they require"_s);
    return name;
}

const QSet<PermissionName> &builtInSet()
{
    static const QSet<PermissionName> set(builtInRights().begin(), builtInRights().end());
    return set;
}

} // namespace

QString PermissionName::toText() const
{
    QString text;
    text.reserve(resource.size() + action.size() + scope.size() + 2);
    text += resource;
    text += u':';
    text += action;
    if (!scope.isEmpty()) {
        text += u':';
        text += scope;
    }
    return text;
}

Result<PermissionName> parsePermission(const QString &text)
{
    Result<PermissionName> name = split(text, Star::Refuse);
    if (name && isBuiltInResource(name->resource))
        return refuse(u"is under rolewright/, whose rights are built in and never in the catalogue"_s);
    return name;
}

Result<PermissionName> parseGrant(const QString &text)
{
    Result<PermissionName> name = split(text, Star::Allow);
    if (!name || !isBuiltInResource(name->resource))
        return name;
    if (name->hasScope() && name->scope != u"delegated")
        return refuse(u"has the scope \"%1\"; rights under rolewright/ know the scope delegated only"_s.arg(name->scope));
    if (name->resource != BuiltInPattern && name->action != anySegment() && !builtInSet().contains(name->withoutScope()))
        return refuse(u"is no right of Rolewright"_s);
    return name;
}

Result<PermissionName> parseAccess(const QString &text)
{
    Result<PermissionName> name = split(text, Star::Refuse);
    if (name && name->hasScope())
        return refuse(u"has a scope; access takes resource:action and looks at the scopes itself"_s);
    return name;
}

bool isPattern(const PermissionName &grant)
{
    return grant.action == anySegment() || grant.resource == anySegment() || isBuiltInResource(grant.resource);
}

bool isBuiltInResource(QStringView resource)
{
    return resource.startsWith(BuiltInPrefix);
}

const QList<PermissionName> &builtInRights()
{
    static const QList<PermissionName> rights = [] {
        QList<PermissionName> list;
        const auto add = [&](QStringView resource, std::initializer_list<QStringView> actions) {
            for (QStringView action : actions)
                list.append(PermissionName {BuiltInPrefix.toString() + resource.toString(), action.toString(), {}});
        };
        add(u"policy", {u"read", u"export", u"import"});
        for (QStringView kind : {u"permission", u"user", u"constraint", u"operation", u"test"})
            add(kind, {u"create", u"update", u"delete"});
        add(u"role", {u"create", u"update", u"delete", u"grant", u"inherit"});
        add(u"user", {u"assign"});
        add(u"audit", {u"read", u"export", u"archive"});
        add(u"decision", {u"ask", u"simulate"});
        add(u"administration", {u"update"});
        add(u"request", {u"approve"});
        return list;
    }();
    return rights;
}

bool covers(const PermissionName &grant, const PermissionName &permission)
{
    const bool builtIn = isBuiltInResource(permission.resource);
    const bool resource = grant.resource == permission.resource || (builtIn ? grant.resource == BuiltInPattern : grant.resource == anySegment());
    return resource && (grant.action == anySegment() || grant.action == permission.action)
        && (!grant.hasScope() || grant.scope == permission.scope);
}

size_t qHash(const PermissionName &name, size_t seed)
{
    return qHashMulti(seed, name.resource, name.action, name.scope);
}

} // namespace rolewright
