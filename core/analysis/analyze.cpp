// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/analyze.h"

#include "core/analysis/analyzer.h"
#include "core/validation/validate.h"

namespace rolewright {

using namespace Qt::StringLiterals;

const QStringList &analyzedCodes()
{
    static const QStringList codes{u"static-separation"_s,    u"constraint-broken-by-role"_s,
                                   u"redundant-grant"_s,      u"redundant-assignment"_s,
                                   u"sensitive-by-pattern"_s, u"same-roles"_s,
                                   u"inactive-user"_s,        u"assignment-over"_s,
                                   u"disabled-role"_s,        u"idle-role"_s,
                                   u"empty-role"_s,           u"ungranted"_s,
                                   u"look-alike"_s,           u"idle-pattern"_s,
                                   u"scoped-requirement"_s,   u"test-without-time"_s};
    return codes;
}

QString Analyzer::some(const QStringList &names)
{
    constexpr qsizetype Named = 3;
    if (names.size() <= Named + 1)
        return names.join(u", "_s);
    return names.mid(0, Named).join(u", "_s) + u", … (%1)"_s.arg(names.size());
}

Change Analyzer::withoutAssignment(const User &user, RoleId role) const
{
    return {Change::Verb::Remove, Change::Kind::Assignment, user.id, nameOf(role), {}, {}, {}};
}

std::optional<QList<AnalyzedFinding>> Analyzer::run()
{
    QList<AnalyzedFinding> others;
    for (const Finding &warning : warnings(m_policy, m_at)) {
        const bool separates =
            warning.code == u"static-separation" || warning.code == u"constraint-broken-by-role";
        (separates ? m_found : others).append({warning, {}});
    }
    for (const auto step :
         {&Analyzer::findRedundantGrants, &Analyzer::findRedundantAssignments,
          &Analyzer::findSensitivePatterns, &Analyzer::findSameRoles, &Analyzer::findInactiveUsers,
          &Analyzer::findAssignmentsOver, &Analyzer::findDisabledRoles, &Analyzer::findIdleRoles,
          &Analyzer::findEmptyRoles, &Analyzer::findUngranted}) {
        (this->*step)();
        if (isCancelled())
            return {};
    }
    return m_found + others;
}

std::optional<QList<AnalyzedFinding>> analyze(const PolicyIndex &index, Instant t, const CancelToken *cancel)
{
    return Analyzer(index, t, cancel).run();
}

} // namespace rolewright
