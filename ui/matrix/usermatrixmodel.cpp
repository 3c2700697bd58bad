// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/usermatrixmodel.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype AtOnceMaximum = 2000; // users to sort on the GUI thread

} // namespace

UserMatrixModel::Sorted UserMatrixModel::sorted(const Policy &policy)
{
    Sorted result{policy, {}};
    const Policy::Users &users = policy.users();
    result.lines.reserve(users.size());
    for (const UserId id : users.idsByKey())
        result.lines.append(lineOf(id, users.at(id)));
    return result;
}

MatrixModel::Line UserMatrixModel::lineOf(UserId id, const User &user)
{
    return {id.value, user.name == user.id ? user.id : u"%1 · %2"_s.arg(user.id, user.name), {}, user.id};
}

bool UserMatrixModel::follow(const Policy &policy)
{
    if (std::abs(policy.users().size() - m_sorted.policy.users().size()) > AtOnceMaximum)
        return false;
    QSet<quint32> gone; // or about to come back in another place
    QList<Line> come;
    Policy::Users::forEachDifference(m_sorted.policy.users(), policy.users(),
                                     [&](UserId id, const User *was, const User *is) {
                                         if (was)
                                             gone.insert(id.value);
                                         if (is)
                                             come.append(lineOf(id, *is));
                                     });
    if (come.size() + gone.size() > AtOnceMaximum)
        return false;
    const auto less = [](const Line &a, const Line &b) { return lessByCodePoint(a.given, b.given); };
    std::sort(come.begin(), come.end(), less);
    if (!gone.isEmpty())
        m_sorted.lines.removeIf([&](const Line &line) { return gone.contains(line.id); });
    constexpr qsizetype Few = 8; // to put in one by one: a merge moves every line
    if (come.size() <= Few) {
        for (const Line &line : std::as_const(come)) {
            const auto at = std::lower_bound(m_sorted.lines.cbegin(), m_sorted.lines.cend(), line, less);
            m_sorted.lines.insert(at - m_sorted.lines.cbegin(), line);
        }
    } else {
        const qsizetype middle = m_sorted.lines.size();
        m_sorted.lines.append(std::move(come));
        std::inplace_merge(m_sorted.lines.begin(), m_sorted.lines.begin() + middle, m_sorted.lines.end(),
                           less);
    }
    m_sorted.policy = policy;
    return true;
}

QList<MatrixModel::Line> UserMatrixModel::loadLines()
{
    const Policy &policy = workspace().policy();
    if (follow(policy)) {
        m_sorting.cancel();
        return m_sorted.lines;
    }
    // What the users are by the time that they are sorted is followed then.
    m_sorting.start([policy](const CancelToken &) { return sorted(policy); },
                    [this](const Sorted &done) {
                        m_sorted = done;
                        reload();
                    });
    m_sorted = {};
    return {};
}

bool UserMatrixModel::hasUsersOf(const Policy &policy) const
{
    if (m_sorting.isRunning())
        return false;
    bool same = true;
    Policy::Users::forEachDifference(m_sorted.policy.users(), policy.users(),
                                     [&](UserId, const User *, const User *) { same = false; });
    return same;
}

MatrixModel::Mark UserMatrixModel::lineMark(quint32 line) const
{
    const User *user = workspace().policy().users().find({line});
    return {.fresh = !workspace().draft().base().users().contains({line}), .dimmed = user && !user->active};
}

} // namespace rolewright
