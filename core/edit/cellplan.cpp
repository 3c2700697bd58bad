// SPDX-License-Identifier: Apache-2.0
#include "core/edit/cellplan.h"

#include "core/base/text.h"

#include <QHash>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

class Planner
{
public:
    Planner(const Policy &policy, const Policy &base)
        : m_policy(policy)
        , m_base(base)
    {
    }

    CellPlan run(Kind kind, const QList<CellWish> &wishes)
    {
        QHash<std::pair<QString, QString>, CellState> seen;
        seen.reserve(wishes.size());
        for (qsizetype i = 0; i < wishes.size(); ++i) {
            const CellWish &wish = wishes.at(i);
            if (const std::optional<QString> problem = problemOf(kind, wish)) {
                m_plan.problems.append({i, *problem});
                continue;
            }
            const std::pair<QString, QString> cell(wish.key, wish.other);
            if (const auto before = seen.constFind(cell); before != seen.constEnd()) {
                if (*before != wish.state)
                    m_plan.problems.append({i, u"The same cell is pasted twice, with different values."_s});
                continue;
            }
            seen.insert(cell, wish.state);
            if (kind == Kind::Grant)
                planGrant(wish);
            else
                planAssignment(wish);
        }
        return m_plan;
    }

private:
    std::optional<QString> problemOf(Kind kind, const CellWish &wish) const
    {
        if (kind == Kind::Grant) {
            if (const std::optional<QString> problem = problemOfRole(m_policy, wish.key))
                return problem;
            if (wish.state.exactly && !wish.state.validity.isAlways())
                return u"A role holds a grant for good: only assignments have dates."_s;
            return problemOfGrant(m_policy, wish.other);
        }
        if (const std::optional<QString> problem = problemOfUser(m_policy, wish.key))
            return problem;
        if (!(wish.state.validity.from < wish.state.validity.until))
            return u"It would end before it begins."_s;
        return problemOfRole(m_policy, wish.other);
    }

    void planGrant(const CellWish &wish)
    {
        const GrantId grant = m_policy.grantId(*parseGrant(wish.other));
        const RoleId role = m_policy.roles().idOf(wish.key);
        const bool held = grant.isValid() && m_policy.grants().find(role.value, grant.value);
        if (held == wish.state.held) {
            ++m_plan.same;
            return;
        }
        ++(held ? m_plan.taken : m_plan.given);
        m_plan.changes.append(
            {held ? Verb::Remove : Verb::Add, Kind::Grant, wish.key, wish.other, {}, {}, {}});
    }

    void planAssignment(const CellWish &wish)
    {
        const UserId user = m_policy.users().idOf(wish.key);
        const RoleId role = m_policy.roles().idOf(wish.other);
        const AssignmentRow *row = m_policy.assignments().find(user.value, role.value);
        Change change{Verb::Add, Kind::Assignment, wish.key, wish.other, {}, {}, {}};
        if (!row && wish.state.held) {
            const AssignmentRow *stored = m_base.assignments().find(user.value, role.value);
            Assignment given = stored ? m_base.assignmentOf(*stored) : Assignment();
            if (wish.state.exactly)
                given.validity = wish.state.validity;
            change.to = given;
            m_plan.changes.append(change);
            ++m_plan.given;
        } else if (row && !wish.state.held) {
            change.verb = Verb::Remove;
            m_plan.changes.append(change);
            ++m_plan.taken;
        } else if (row && wish.state.exactly && m_policy.validityOf(*row) != wish.state.validity) {
            redate(change, m_policy.validityOf(*row), wish.state.validity);
            ++m_plan.redated;
        } else {
            ++m_plan.same;
        }
    }

    void redate(Change change, const Validity &was, const Validity &is)
    {
        change.verb = Verb::Set;
        if (was.from != is.from) {
            change.field = u"from"_s;
            change.to = is.from;
            m_plan.changes.append(change);
        }
        if (was.until != is.until) {
            change.field = u"until"_s;
            change.to = is.until;
            m_plan.changes.append(change);
        }
    }

    const Policy &m_policy;
    const Policy &m_base;
    CellPlan m_plan;
};

} // namespace

std::optional<QString> problemOfRole(const Policy &policy, const QString &name)
{
    if (policy.roles().idOf(name).isValid())
        return {};
    return u"There is no role %1."_s.arg(quoted(name));
}

std::optional<QString> problemOfUser(const Policy &policy, const QString &name)
{
    if (policy.users().idOf(name).isValid())
        return {};
    return u"There is no user %1."_s.arg(quoted(name));
}

std::optional<QString> problemOfGrant(const Policy &policy, const QString &name)
{
    const Result<PermissionName> grant = parseGrant(name);
    if (!grant)
        return u"The permission %1 %2."_s.arg(quoted(name), grant.error().message);
    if (isPattern(*grant) || policy.grantId(*grant).isValid())
        return {};
    return u"The catalogue has no permission %1."_s.arg(quoted(name));
}

CellPlan planCells(const Policy &policy, const Policy &base, Kind kind, const QList<CellWish> &wishes)
{
    Q_ASSERT(kind == Kind::Grant || kind == Kind::Assignment);
    return Planner(policy, base).run(kind, wishes);
}

} // namespace rolewright
