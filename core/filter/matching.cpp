// SPDX-License-Identifier: Apache-2.0
#include "core/filter/matching.h"

#include "core/filter/matchingrelations.h"

#include <algorithm>

namespace rolewright {

namespace {

// visit(bit, entity) for the things of an axis.
template <class Visit>
void forEachThing(const Policy &policy, FilterAxis axis, Visit visit)
{
    const auto all = [&](const auto &things) {
        things.forEach([&](auto id, const auto &thing) { visit(id.value, thing); });
    };
    switch (axis) {
    case FilterAxis::Permission: {
        policy.permissions().forEach([&](PermissionId id, const Permission &permission) {
            visit(filterBit(axis, id.value), permission);
        });
        const auto patterns = quint32(policy.patterns().size());
        for (quint32 number = 0; number < patterns; ++number)
            visit(filterBit(axis, GrantId::ofPattern(number).value),
                  Permission{policy.patterns().at(number), {}, false});
        return;
    }
    case FilterAxis::Role:
        return all(policy.roles());
    case FilterAxis::User:
        return all(policy.users());
    case FilterAxis::Constraint:
        return all(policy.constraints());
    case FilterAxis::Operation:
        return all(policy.operations());
    case FilterAxis::Test:
        return all(policy.tests());
    }
}

qint64 sizeOf(const Policy &policy, FilterAxis axis)
{
    switch (axis) {
    case FilterAxis::Permission:
        return policy.permissions().size();
    case FilterAxis::Role:
        return policy.roles().size();
    case FilterAxis::User:
        return policy.users().size();
    case FilterAxis::Constraint:
        return policy.constraints().size();
    case FilterAxis::Operation:
        return policy.operations().size();
    case FilterAxis::Test:
        return policy.tests().size();
    }
    return 0;
}

template <class Thing>
bool isNamed(const Thing &thing, const PatternMatcher &matcher, bool orDescribed)
{
    if constexpr (requires { thing.description; }) {
        if (orDescribed && matcher.matches(thing.description))
            return true;
    }
    if constexpr (std::is_same_v<Thing, User>)
        return matcher.matches(thing.id) || (thing.name != thing.id && matcher.matches(thing.name));
    else
        return matcher.matches(keyOf(thing));
}

template <class Thing>
bool hasText(const Thing &thing, FilterProperty property, const PatternMatcher &matcher)
{
    if constexpr (std::is_same_v<Thing, User>) {
        return matcher.matches(property == FilterProperty::Id           ? thing.id
                                   : property == FilterProperty::Source ? thing.source
                                                                        : thing.name);
    } else {
        if constexpr (requires { thing.description; }) {
            if (property == FilterProperty::Description)
                return matcher.matches(thing.description);
        }
        return matcher.matches(keyOf(thing));
    }
}

// As sets of bits: a part of the filter is found for all things at once.
class Matching
{
public:
    Matching(const FilterInput &input, FilterAxis axis, const CancelToken *cancel, const BitSet *within)
        : m_input(input)
        , m_policy(input.draft.policy())
        , m_axis(axis)
        , m_cancel(cancel)
        , m_within(within)
    {
    }

    BitSet of(const FilterNode &node)
    {
        if (isCancelled())
            return {};
        switch (node.kind) {
        case FilterNode::Kind::Everything:
            return all();
        case FilterNode::Kind::And: {
            BitSet both = of(node.children.first());
            for (const FilterNode &child : node.children.mid(1))
                both.intersect(of(child));
            return both;
        }
        case FilterNode::Kind::Or: {
            BitSet either;
            for (const FilterNode &child : node.children)
                either.unite(of(child));
            return either;
        }
        case FilterNode::Kind::Not: {
            BitSet rest;
            all().forEachMissingIn(of(node.children.first()), [&](quint32 bit) { rest.set(bit); });
            return rest;
        }
        case FilterNode::Kind::Named: {
            const PatternMatcher matcher(*node.pattern);
            return where([&](const auto &thing) {
                return isNamed(thing, matcher, m_input.looksAtDescriptions);
            });
        }
        case FilterNode::Kind::Property:
            return having(node);
        }
        return {};
    }

    bool isCancelled() const { return m_cancel && *m_cancel; }

private:
    template <class Test>
    BitSet where(Test test)
    {
        BitSet found;
        forEachThing(m_policy, m_axis, [&](quint32 bit, const auto &thing) {
            if ((!m_within || m_within->test(bit)) && !isCancelled() && test(thing))
                found.set(bit);
        });
        return found;
    }

    BitSet all()
    {
        return where([](const auto &) { return true; });
    }

    // A part of the thing itself, which only one kind has.
    template <class Thing, class Test>
    BitSet whereA(Test test)
    {
        return where([&](const auto &thing) {
            if constexpr (std::is_same_v<std::decay_t<decltype(thing)>, Thing>)
                return bool(test(thing));
            else
                return false;
        });
    }

    BitSet having(const FilterNode &node)
    {
        using P = FilterProperty;
        const FilterInput &input = m_input;
        switch (node.property) {
        case P::Granted:
            return grantedThings(m_axis, input.draft);
        case P::Pending:
            return pendingThings(m_axis, input.base.policy(), m_policy);
        case P::Sensitive:
            return m_axis == FilterAxis::Role
                ? sensitiveRoles(input.draft)
                : whereA<Permission>([](const Permission &permission) { return permission.sensitive; });
        case P::Disabled:
            return whereA<Role>([](const Role &role) { return !role.enabled; });
        case P::Inactive:
            return whereA<User>([](const User &user) { return !user.active; });
        case P::Temporary:
            return temporaryThings(m_axis, m_policy);
        case P::Unused:
            return m_axis == FilterAxis::Role ? unusedRoles(m_policy) : unusedPermissions(m_policy);
        case P::Inherits:
            return inheriting(input.draft, rolesNamed(m_policy, *node.pattern));
        case P::Role:
            return m_axis == FilterAxis::Operation
                ? operationsRequiringRoles(m_policy, *node.pattern)
                : holdingRoles(m_axis, input, rolesNamed(m_policy, *node.pattern));
        case P::Permission:
            if (m_axis == FilterAxis::Permission)
                break;
            return holdingPermissions(m_axis, input, *node.pattern);
        case P::User:
            if (m_axis == FilterAxis::User)
                break;
            return rolesOfUsers(input, *node.pattern);
        case P::Attribute: {
            const std::optional<PatternMatcher> matcher =
                node.pattern ? std::optional<PatternMatcher>(*node.pattern) : std::nullopt;
            return whereA<User>([&](const User &user) {
                const auto value = user.attributes.constFind(node.attribute);
                return value != user.attributes.cend() && (!matcher || matcher->matches(*value));
            });
        }
        case P::Name:
        case P::Id:
        case P::Description:
        case P::Source: {
            const PatternMatcher matcher(*node.pattern);
            return where([&](const auto &thing) { return hasText(thing, node.property, matcher); });
        }
        }
        // The thing's own key.
        const PatternMatcher matcher(*node.pattern);
        return where([&](const auto &thing) { return matcher.matches(keyOf(thing)); });
    }

    const FilterInput &m_input;
    const Policy &m_policy;
    FilterAxis m_axis;
    const CancelToken *m_cancel;
    const BitSet *m_within;
};

} // namespace

std::optional<BitSet> matching(const Filter &filter, const FilterInput &input, const CancelToken *cancel,
                               const BitSet *within)
{
    if (!filter.isValid())
        return BitSet();
    Matching pass(input, filter.axis(), cancel, within);
    BitSet found = pass.of(filter.root());
    if (within)
        found.intersect(*within); // a relation's part is found for all
    return pass.isCancelled() ? std::nullopt : std::optional(found);
}

qint64 costOf(const Filter &filter, const Policy &policy)
{
    constexpr qint64 OfExpression = 5;
    const qint64 things = sizeOf(policy, filter.axis());
    const auto cost = [&](const auto &self, const FilterNode &node) -> qint64 {
        qint64 sum = 0;
        for (const FilterNode &child : node.children)
            sum += self(self, child);
        if (!node.children.isEmpty())
            return sum + (node.kind == FilterNode::Kind::Not ? things / 4 : 0);
        sum = things;
        if (node.pattern
            && (node.pattern->kind == FilterPattern::Kind::Glob
                || node.pattern->kind == FilterPattern::Kind::Expression))
            sum *= OfExpression;
        if (node.kind != FilterNode::Kind::Property || node.property == FilterProperty::Name
            || node.property == FilterProperty::Id || node.property == FilterProperty::Description
            || node.property == FilterProperty::Source || node.property == FilterProperty::Attribute)
            return sum;
        return sum * 2 + policy.assignments().size() + policy.grants().size()
            + OfExpression * (policy.roles().size() + policy.permissions().size());
    };
    return cost(cost, filter.root());
}

} // namespace rolewright
