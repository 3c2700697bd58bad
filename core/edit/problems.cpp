// SPDX-License-Identifier: Apache-2.0
#include "core/edit/problems.h"

#include "core/base/text.h"
#include "core/decision/decide.h"
#include "core/decision/request.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Problem = std::optional<QString>;

// "has a description that ..."
Problem about(const QString &what, const Problem &problem)
{
    if (!problem)
        return {};
    const bool vowel =
        what.startsWith(u'a') || what.startsWith(u'e') || what.startsWith(u'i') || what.startsWith(u'o');
    return u"has %1 %2 that %3"_s.arg(vowel ? u"an"_s : u"a"_s, what, *problem);
}

Problem first(std::initializer_list<Problem> problems)
{
    for (const Problem &problem : problems) {
        if (problem)
            return problem;
    }
    return {};
}

Problem problemOfList(const QStringList &names)
{
    for (qsizetype i = 1; i < names.size(); ++i) {
        if (names.at(i) == names.at(i - 1))
            return u"names %1 twice in one list"_s.arg(names.at(i));
        if (!lessByCodePoint(names.at(i - 1), names.at(i)))
            return u"has a list that is not sorted: %1 stands after %2"_s.arg(names.at(i), names.at(i - 1));
    }
    return {};
}

Problem problemOf(const Requirement &requirement)
{
    if (const Problem problem = first({problemOfList(requirement.names), problemOfList(requirement.own)}))
        return problem;
    for (const Requirement &child : requirement.children) {
        if (const Problem problem = problemOf(child))
            return problem;
    }
    return {};
}

} // namespace

Problem problemOf(const Permission &permission)
{
    const Result<PermissionName> parsed = parsePermission(permission.name.toText());
    if (!parsed)
        return parsed.error().message;
    if (*parsed != permission.name)
        return u"is written %1"_s.arg(parsed->toText());
    return about(u"description"_s, problemOfDescription(permission.description));
}

Problem problemOf(const Role &role)
{
    return first({about(u"name"_s, problemOfName(role.name)),
                  about(u"description"_s, problemOfDescription(role.description))});
}

Problem problemOf(const User &user)
{
    if (const Problem problem =
            first({about(u"id"_s, problemOfName(user.id)), about(u"name"_s, problemOfValue(user.name)),
                   about(u"source"_s, problemOfValue(user.source))}))
        return problem;
    for (auto it = user.attributes.begin(); it != user.attributes.end(); ++it) {
        if (it.key() == u"id")
            return u"has an attribute named id, which stands for the user's id itself"_s;
        if (const Problem problem = first({about(u"attribute key"_s, problemOfName(it.key())),
                                           about(u"attribute "_s + it.key(), problemOfValue(it.value()))}))
            return problem;
    }
    return {};
}

Problem problemOf(const Constraint &constraint)
{
    return about(u"name"_s, problemOfName(constraint.name));
}

Problem problemOf(const Operation &operation)
{
    return first({about(u"name"_s, problemOfName(operation.name)),
                  about(u"description"_s, problemOfDescription(operation.description)),
                  operation.required ? problemOf(*operation.required) : Problem()});
}

Problem problemOf(const PolicyTest &test)
{
    if (const Problem problem = about(u"name"_s, problemOfName(test.name)))
        return problem;
    if (!test.expected.reason.isEmpty()) {
        const auto reason = reasonFromText(test.expected.reason);
        if (!reason || *reason == Reason::MalformedRequest)
            return u"expects the reason %1, which no decision has"_s.arg(test.expected.reason);
    }
    if (const Result<Request> request = parseRequest(test.request.toUtf8()); !request) {
        const Findings &findings = request.error().findings;
        return u"has a request that is malformed: %1"_s.arg(findings.isEmpty() ? request.error().message
                                                                               : toText(findings.first()));
    }
    if (!fitsTest(test.request))
        return u"has a request that is nested deeper than %1"_s.arg(TestRequestDepth);
    return {};
}

Problem problemOf(const Assignment &assignment)
{
    return about(u"source"_s, problemOfValue(assignment.source));
}

Problem problemOf(const Ownership &ownership)
{
    if (ownership.property == u"relations")
        return u"has the property relations, which holds the relations of a resource"_s;
    return first({about(u"property"_s, problemOfName(ownership.property)),
                  about(u"attribute"_s, problemOfName(ownership.attribute))});
}

Problem problemOf(const Delegation &delegation)
{
    if (const Problem problem = first({problemOfList(delegation.assign), problemOfList(delegation.grant)}))
        return problem;
    if (!delegation.users)
        return {};
    return first({about(u"attribute"_s, problemOfName(delegation.users->attribute)),
                  about(u"attribute value"_s, problemOfValue(delegation.users->equals))});
}

Problem problemOf(const Approval &approval)
{
    return problemOfList(approval.changes);
}

} // namespace rolewright
