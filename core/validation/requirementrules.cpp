// SPDX-License-Identifier: Apache-2.0
#include "core/validation/validate.h"

#include <QSet>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int NestingMaximum = 16;

class RequirementRules
{
public:
    RequirementRules(const Policy &policy, RequirementChecker &checker, const Report &report)
        : m_policy(policy)
        , m_checker(checker)
        , m_report(report)
    {
    }

    void check(const Requirement &requirement, const QString &pointer, int nesting) const
    {
        using Kind = Requirement::Kind;
        switch (requirement.kind) {
        case Kind::AnyPermission:
            return checkPermissions(requirement.names, pointer + u"/anyPermission"_s, List::NotEmpty);
        case Kind::AllPermissions:
            return checkPermissions(requirement.names, pointer + u"/allPermissions"_s, List::NotEmpty);
        case Kind::AnyRole:
            return checkRoles(requirement.names, pointer + u"/anyRole"_s);
        case Kind::Access:
            return checkAccess(requirement.names, pointer + u"/access"_s);
        case Kind::Owner:
            checkPermissions(requirement.names, pointer + u"/owner/any"_s, List::MayBeEmpty);
            checkPermissions(requirement.own, pointer + u"/owner/own"_s, List::NotEmpty);
            return checkOwnScopes(requirement.own, pointer + u"/owner/own"_s);
        case Kind::AllOf:
            return checkChildren(requirement, pointer + u"/allOf"_s, nesting + 1);
        case Kind::AnyOf:
            return checkChildren(requirement, pointer + u"/anyOf"_s, nesting + 1);
        case Kind::Authenticated:
            return;
        case Kind::Public:
            if (nesting > 0)
                m_report(pointer + u"/public"_s, u"nested-public"_s,
                         u"A public requirement stands alone; inside another one it says nothing."_s);
            return;
        }
    }

private:
    enum class List { NotEmpty, MayBeEmpty };

    // Reports an empty list and names that stand twice, however they are spelled; visit(name, pointer) for
    // the others.
    template <class Spelling, class Visit>
    void forEachName(const QStringList &names, const QString &pointer, List list, Spelling spelling,
                     Visit visit) const
    {
        if (names.isEmpty() && list == List::NotEmpty)
            m_report(pointer, u"empty-list"_s, u"The list is empty; it names at least one thing."_s);
        QSet<QString> seen;
        for (qsizetype i = 0; i < names.size(); ++i) {
            const QString &name = names.at(i);
            const QString place = u"%1/%2"_s.arg(pointer).arg(i);
            const QString spelled = spelling(name);
            if (seen.contains(spelled)) {
                m_report(place, u"duplicate-name"_s,
                         u"The name %1 stands twice in the list; once is enough."_s.arg(name));
                continue;
            }
            seen.insert(spelled);
            visit(name, place);
        }
    }

    void checkPermissions(const QStringList &names, const QString &pointer, List list) const
    {
        const auto withoutAny = [](const QString &name) {
            const Result<PermissionName> parsed = parsePermission(name);
            return parsed ? parsed->toText() : name;
        };
        forEachName(names, pointer, list, withoutAny, [&](const QString &name, const QString &place) {
            const Result<PermissionName> parsed = parsePermission(name);
            if (!parsed)
                m_report(place, u"invalid-permission"_s,
                         u"The permission %1 %2."_s.arg(name, parsed.error().message));
            else if (!m_policy.permissions().idOf(parsed->toText()).isValid())
                m_report(
                    place, u"unknown-permission"_s,
                    u"The permission %1 is not in the catalogue; add it, or require another."_s.arg(name));
        });
    }

    void checkOwnScopes(const QStringList &names, const QString &pointer) const
    {
        for (qsizetype i = 0; i < names.size(); ++i) {
            const Result<PermissionName> parsed = parsePermission(names.at(i));
            if (parsed && parsed->hasScope() && parsed->scope != u"own")
                m_report(
                    u"%1/%2"_s.arg(pointer).arg(i), u"scope-not-own"_s,
                    u"The permission %1 has the scope %2; the owner's list takes the scope own or none."_s
                        .arg(names.at(i), parsed->scope));
        }
    }

    void checkRoles(const QStringList &names, const QString &pointer) const
    {
        const auto asItIs = [](const QString &name) { return name; };
        forEachName(names, pointer, List::NotEmpty, asItIs, [&](const QString &name, const QString &place) {
            if (!m_policy.roles().idOf(name).isValid())
                m_report(place, u"unknown-role"_s,
                         u"There is no role %1; add it, or require another."_s.arg(name));
        });
    }

    void checkAccess(const QStringList &names, const QString &pointer) const
    {
        if (names.size() != 1) {
            m_report(pointer, u"empty-list"_s, u"access takes exactly one resource:action."_s);
            return;
        }
        const Result<PermissionName> parsed = parseAccess(names.first());
        if (!parsed)
            m_report(pointer, u"invalid-permission"_s,
                     u"The permission %1 %2."_s.arg(names.first(), parsed.error().message));
        else if (!m_checker.isKnown(*parsed))
            m_report(
                pointer, u"unknown-permission"_s,
                u"No permission of the catalogue has the resource and action %1, under any scope; add one, or require another."_s
                    .arg(names.first()));
    }

    void checkChildren(const Requirement &requirement, const QString &pointer, int nesting) const
    {
        if (requirement.children.isEmpty())
            m_report(pointer, u"empty-list"_s, u"The list is empty; it has at least one requirement."_s);
        if (nesting > NestingMaximum) {
            m_report(pointer, u"too-deep"_s,
                     u"Requirements are nested deeper than %1."_s.arg(NestingMaximum));
            return;
        }
        for (qsizetype i = 0; i < requirement.children.size(); ++i)
            check(requirement.children.at(i), u"%1/%2"_s.arg(pointer).arg(i), nesting);
    }

    const Policy &m_policy;
    RequirementChecker &m_checker;
    const Report &m_report;
};

} // namespace

void checkRequirement(const Policy &policy, const Requirement &requirement, const Report &report)
{
    RequirementChecker(policy).check(requirement, report);
}

void RequirementChecker::check(const Requirement &requirement, const Report &report)
{
    RequirementRules(m_policy, *this, report).check(requirement, {}, 0);
}

bool RequirementChecker::isKnown(const PermissionName &access)
{
    if (m_policy.permissions().idOf(access.toText()).isValid())
        return true;
    if (!m_accesses) {
        m_accesses.emplace();
        m_policy.permissions().forEach([this](PermissionId, const Permission &permission) {
            m_accesses->insert(permission.name.withoutScope());
        });
    }
    return m_accesses->contains(access);
}

QList<PermissionName> scopedIn(const Requirement &requirement)
{
    using Kind = Requirement::Kind;
    QList<PermissionName> scoped;
    if (requirement.kind == Kind::AnyPermission || requirement.kind == Kind::AllPermissions) {
        for (const QString &text : requirement.names) {
            if (const Result<PermissionName> name = parsePermission(text); name && name->hasScope())
                scoped.append(*name);
        }
    }
    for (const Requirement &child : requirement.children)
        scoped += scopedIn(child);
    return scoped;
}

} // namespace rolewright
