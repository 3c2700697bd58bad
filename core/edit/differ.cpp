// SPDX-License-Identifier: Apache-2.0
// What can be said of a difference without making it.
#include "core/edit/difference.h"

namespace rolewright {

namespace {

bool differInSize(const Policy &a, const Policy &b)
{
    return a.permissions().size() != b.permissions().size() || a.roles().size() != b.roles().size()
        || a.users().size() != b.users().size() || a.constraints().size() != b.constraints().size()
        || a.operations().size() != b.operations().size() || a.tests().size() != b.tests().size()
        || a.grants().size() != b.grants().size() || a.inheritance().size() != b.inheritance().size()
        || a.assignments().size() != b.assignments().size();
}

// A grant that only one has, although both have its role and its permission. Others may be the same by name:
// of a role that was removed and made again, or patterns.
bool differInGrant(const Policy &before, const Policy &after)
{
    bool found = false;
    Relation<GrantRow>::forEachDifference(
        before.grants(), after.grants(), [&](const GrantRow *was, const GrantRow *is) {
            const GrantRow &row = was ? *was : *is;
            found = !(was && is) && !row.grant.isPattern() && before.roles().contains(row.role)
                && after.roles().contains(row.role) && before.permissions().contains(row.grant.permission())
                && after.permissions().contains(row.grant.permission());
            return !found;
        });
    return found;
}

} // namespace

bool differ(const Policy &before, const Policy &after)
{
    return differInSize(before, after) || differInGrant(before, after) || !difference(before, after).isEmpty();
}

qsizetype countDifferent(const Policy &before, const Policy &after, qsizetype most)
{
    qsizetype count = 0;
    const auto visit = [&](auto &&...) { return ++count < most; };
    const auto compare = [&]<class Rows>(const Rows &was, const Rows &is) {
        if (count < most)
            Rows::forEachDifference(was, is, visit);
    };
    compare(before.grants(), after.grants());
    compare(before.assignments(), after.assignments());
    compare(before.inheritance(), after.inheritance());
    compare(before.permissions(), after.permissions());
    compare(before.roles(), after.roles());
    compare(before.users(), after.users());
    compare(before.constraints(), after.constraints());
    compare(before.operations(), after.operations());
    compare(before.tests(), after.tests());
    return std::min(count, most);
}

} // namespace rolewright
