// SPDX-License-Identifier: Apache-2.0
#include "app/cli/explanationtext.h"

#include "app/cli/changetext.h"

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

QString text(const GrantPath &path)
{
    QString line = pathText(path.roles) + u": "_s + path.grant;
    if (!path.scope.isEmpty())
        line += u" (scope %1, by %2)"_s.arg(path.scope, path.by.isEmpty() ? path.scope : path.by);
    return line;
}

QString text(const NearMiss &miss)
{
    QString line = u"%1: %2: %3"_s.arg(toText(miss.kind), pathText(miss.roles), miss.grant);
    switch (miss.kind) {
    case NearMiss::Kind::AssignmentOver:
        if (miss.at)
            line += u" (ended at %1)"_s.arg(toText(*miss.at));
        break;
    case NearMiss::Kind::AssignmentNotYet:
        if (miss.at)
            line += u" (begins at %1)"_s.arg(toText(*miss.at));
        break;
    case NearMiss::Kind::ScopeNotSatisfied:
        line += miss.owner.isEmpty() ? u" (the request names no owner)"_s
                                     : u" (the owner is %1)"_s.arg(miss.owner);
        break;
    case NearMiss::Kind::RoleDisabled:
    case NearMiss::Kind::RoleNotActive:
        break;
    }
    return line;
}

QString text(const RoleOffer &offer)
{
    return u"%1 (adds %2)"_s.arg(offer.role, countOf(offer.adds, u"permission"_s));
}

QString heading(const RequirementNode &node)
{
    switch (node.kind) {
    case Requirement::Kind::AnyPermission:
        return u"any permission of"_s;
    case Requirement::Kind::AllPermissions:
        return u"all permissions of"_s;
    case Requirement::Kind::AnyRole:
        return u"any role of"_s;
    case Requirement::Kind::Access:
        return u"access"_s;
    case Requirement::Kind::Owner:
        return u"one of, where it says so with ownership"_s;
    case Requirement::Kind::AllOf:
        return u"all of"_s;
    case Requirement::Kind::AnyOf:
        return u"any of"_s;
    case Requirement::Kind::Authenticated:
        return u"any active user"_s;
    case Requirement::Kind::Public:
        return u"everybody"_s;
    }
    Q_UNREACHABLE();
}

QString offersText(const QList<RoleOffer> &offers)
{
    QStringList all;
    for (const RoleOffer &offer : offers)
        all << text(offer);
    return all.join(u", "_s);
}

void printNode(Console &console, const RequirementNode &node, int depth)
{
    const QString indent(depth * 2, u' ');
    QString what = node.name.isEmpty() ? heading(node) : node.name;
    if (node.own)
        what += u" with ownership"_s;
    console.line(indent + (node.met ? u"met      "_s : u"not met  "_s) + what);
    const QString below = indent + u"           "_s;
    for (const GrantPath &path : node.paths)
        console.line(below + u"through "_s + text(path));
    if (node.more)
        console.line(below + u"and more"_s);
    for (const NearMiss &miss : node.nearMisses)
        console.line(below + u"nearly "_s + text(miss));
    if (!node.roles.isEmpty())
        console.line(below + u"would be given by "_s + offersText(node.roles));
    for (const RequirementNode &child : node.children)
        printNode(console, child, depth + 1);
}

} // namespace

QString pathText(const QStringList &roles)
{
    return roles.join(u" > "_s);
}

void printExplanation(Console &console, const Explanation &explanation)
{
    if (!explanation.paths.isEmpty()) {
        console.line(u"Granted through:"_s);
        for (const GrantPath &path : explanation.paths)
            console.line(u"  "_s + text(path));
        if (explanation.more)
            console.line(u"  and more"_s);
    }
    if (explanation.requirement) {
        console.line(u"The operation requires:"_s);
        printNode(console, *explanation.requirement, 1);
    }
    if (!explanation.nearMisses.isEmpty()) {
        console.line(u"Near misses:"_s);
        for (const NearMiss &miss : explanation.nearMisses)
            console.line(u"  "_s + text(miss));
    }
    if (!explanation.roles.isEmpty()) {
        console.line(u"Roles that would give it:"_s);
        for (const RoleOffer &offer : explanation.roles)
            console.line(u"  "_s + text(offer));
    }
}

} // namespace rolewright::cli
