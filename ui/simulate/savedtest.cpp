// SPDX-License-Identifier: Apache-2.0
#include "ui/simulate/savedtest.h"

#include "core/base/json.h"
#include "core/policy/policy.h"

#include <QCoreApplication>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

struct SavedTest
{
    Q_DECLARE_TR_FUNCTIONS(SavedTest)
};

bool hasDates(const Policy &policy, const QString &user)
{
    bool any = false;
    policy.assignments().forEachOf(policy.users().idOf(user).value, [&](const AssignmentRow &row) {
        any = any || !policy.validityOf(row).isAlways();
    });
    return any;
}

QString sayingOf(const Request &request, bool allowed, const Ownership &ownership)
{
    const bool operation = request.resourceType == u"operation" && request.action == u"perform";
    QString thing = operation ? request.resource : request.resourceType;
    if (!operation && request.resource != u"any")
        thing += u' ' + request.resource;
    QString saying =
        (allowed ? SavedTest::tr("%1 may %2 %3", "user, action, thing") : SavedTest::tr("%1 may not %2 %3"))
            .arg(request.subject, request.action, thing);
    const auto owner = request.properties.find(ownership.property);
    if (owner != request.properties.end())
        saying += SavedTest::tr(", owned by %1").arg(owner->second);
    if (request.roles)
        saying += request.roles->isEmpty()
            ? SavedTest::tr(", acting in no role")
            : SavedTest::tr(", acting as %1").arg(request.roles->join(u", "_s));
    return saying;
}

} // namespace

PolicyTest testOf(const QString &name, const Request &request, const Decision &decision, const Policy &policy,
                  Instant now)
{
    Request asked = request;
    asked.explain = false;
    if (!asked.time && hasDates(policy, asked.subject))
        asked.time = now;
    return {name, toJson(asked), {decision.allowed, {}}};
}

QString proposedTestName(const Request &request, const Decision &decision, const Policy &policy)
{
    constexpr qsizetype Longest = 180; // leaves room for the number; a name has 200 code points
    QString saying = sayingOf(request, decision.allowed, policy.ownership()).left(Longest);
    while (!saying.isEmpty() && (saying.back().isHighSurrogate() || saying.back().isSpace()))
        saying.chop(1);
    QString name = saying;
    for (int number = 2; policy.tests().idOf(name).isValid(); ++number)
        name = u"%1 %2"_s.arg(saying).arg(number);
    return name;
}

} // namespace rolewright
