// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/apply.h"

#include <vector>

namespace rolewright {

using namespace Qt::StringLiterals;

// Edits made of numbers, which a property test can shrink: few names, so that things are removed and made
// again, renamed in circles and changed twice. Each edit is complete and applies to the policy it was made
// for; constraints, requirements and inheritance may come out invalid as a whole, as in a draft.
class RandomEdits
{
public:
    explicit RandomEdits(std::vector<unsigned> numbers)
        : m_numbers(std::move(numbers))
    {
    }

    bool atEnd() const { return m_at >= m_numbers.size(); }

    // Empty where the numbers ask for something that cannot be done.
    QList<Change> next(const Policy &policy)
    {
        const Result<QList<Change>> changes = completed(policy, ask(policy));
        return changes ? *changes : QList<Change>();
    }
    // All of them, one after the other.
    QList<Change> rest(Policy policy)
    {
        QList<Change> all;
        while (!atEnd()) {
            const QList<Change> changes = next(policy);
            if (apply(policy, changes))
                all += changes;
        }
        return all;
    }

    // The same, but only those that a store would take.
    QList<Change> validRest(Policy policy, Instant now)
    {
        QList<Change> all;
        while (!atEnd()) {
            const QList<Change> changes = next(policy);
            if (const Result<Policy> after = checked(policy, changes, now)) {
                policy = *after;
                all += changes;
            }
        }
        return all;
    }

private:
    using Kind = Change::Kind;
    using Verb = Change::Verb;

    int below(int n) { return atEnd() ? 0 : int(m_numbers[m_at++] % unsigned(n)); }
    QString role() { return u"r%1"_s.arg(below(5)); }
    QString user() { return u"u%1"_s.arg(below(4)); }
    QString permission()
    {
        static const QStringList names{u"a:x"_s, u"a:y"_s, u"b:x"_s, u"a:x:own"_s, u"b:y:own"_s};
        return names.at(below(5));
    }
    QString grant()
    {
        static const QStringList names{u"a:*"_s, u"*:x"_s, u"*:*:own"_s, u"rolewright/role:grant"_s};
        const int n = below(8);
        return n < 4 ? names.at(n) : permission();
    }
    QString constraint() { return u"c%1"_s.arg(below(2)); }
    QString operation() { return u"o%1"_s.arg(below(3)); }
    QString test() { return u"t%1"_s.arg(below(2)); }
    bool coin() { return below(2) != 0; }
    Instant instant(int from) { return {from + below(5) * 1000}; }
    QStringList some(QString (RandomEdits::*one)(), int most)
    {
        QStringList names;
        for (int i = below(most + 1); i >= 0; --i) {
            const QString name = (this->*one)();
            if (!names.contains(name))
                names.append(name);
        }
        sortByCodePoint(names);
        return names;
    }
    Requirement requirement()
    {
        switch (below(5)) {
        case 0:
            return {Requirement::Kind::AnyPermission, some(&RandomEdits::permission, 2), {}, {}};
        case 1:
            return {Requirement::Kind::AnyRole, some(&RandomEdits::role, 2), {}, {}};
        case 2:
            return {Requirement::Kind::Access, {u"a:x"_s}, {}, {}};
        case 3:
            return {Requirement::Kind::AllOf, {}, {}, {requirement(), {}}};
        default:
            return {};
        }
    }
    Change::Value value(Kind kind, const QString &key)
    {
        switch (kind) {
        case Kind::Permission:
            return Permission{*parsePermission(key), coin() ? u"d"_s : QString(), coin()};
        case Kind::Role:
            return Role{key, {}, coin()};
        case Kind::User:
            return User{key, key, coin(), {}, {}};
        case Kind::Constraint:
            return ConstraintValue{key, coin() ? Constraint::Kind::Static : Constraint::Kind::Dynamic,
                                   some(&RandomEdits::role, 3), 2, Constraint::Mode::Enforce};
        case Kind::Operation:
            return Operation{key, {}, requirement()};
        default:
            return PolicyTest{
                key,
                u"{\"subject\": {\"type\": \"user\", \"id\": \"u0\"}, \"action\": {\"name\": \"x\"}, "
                "\"resource\": {\"type\": \"a\", \"id\": \"1\"}}"_s,
                {coin(), {}}};
        }
    }
    QString name(Kind kind)
    {
        switch (kind) {
        case Kind::Permission:
            return permission();
        case Kind::Role:
            return role();
        case Kind::User:
            return user();
        case Kind::Constraint:
            return constraint();
        case Kind::Operation:
            return operation();
        default:
            return test();
        }
    }
    Change setting()
    {
        switch (below(9)) {
        case 0:
            return {Verb::Set, Kind::Permission, permission(), {}, u"sensitive"_s, {}, coin()};
        case 1:
            return {Verb::Set, Kind::Role, role(), {}, u"enabled"_s, {}, coin()};
        case 2:
            return {Verb::Set, Kind::Role, role(), {}, u"description"_s, {}, u"d%1"_s.arg(below(3))};
        case 3:
            return {Verb::Set,
                    Kind::User,
                    user(),
                    {},
                    u"attributes"_s,
                    {},
                    QMap<QString, QString>{{u"team"_s, user()}}};
        case 4:
            return {Verb::Set, Kind::Assignment, user(), role(), u"from"_s, {}, instant(0)};
        case 5:
            return {Verb::Set, Kind::Assignment, user(), role(), u"until"_s, {}, instant(10'000)};
        case 6:
            return {
                Verb::Set, Kind::Operation, operation(), {}, u"requires"_s, {}, std::optional(requirement())};
        case 7:
            return {Verb::Set, Kind::Constraint, constraint(), {}, u"limit"_s, {}, qint64(2 + below(2))};
        default:
            return {Verb::Set, Kind::Ownership, {}, {}, u"property"_s, {}, coin() ? u"owner"_s : u"author"_s};
        }
    }
    Change relation(Verb verb)
    {
        switch (below(8)) {
        case 0:
        case 1:
            return {verb, Kind::Grant, role(), grant(), {}, {}, {}};
        case 2:
            return {verb, Kind::Inheritance, role(), role(), {}, {}, {}};
        case 3:
        case 4: {
            Change change{verb, Kind::Assignment, user(), role(), {}, {}, {}};
            if (verb == Verb::Add)
                change.to = Assignment{{coin() ? instant(0) : Instant::openStart(), instant(10'000)}, {}};
            return change;
        }
        case 5:
            return {verb, Kind::Member, constraint(), role(), {}, {}, {}};
        case 6: {
            const Delegation delegation{
                role(), some(&RandomEdits::role, 2), some(&RandomEdits::grant, 1), {}};
            Change change{verb, Kind::Delegation, {}, {}, {}, {}, {}};
            (verb == Verb::Add ? change.to : change.was) = delegation;
            return change;
        }
        default: {
            Change change{verb, Kind::Approval, {}, {}, {}, {}, {}};
            (verb == Verb::Add ? change.to : change.was) = Approval{{u"role.delete"_s}, role()};
            return change;
        }
        }
    }
    QList<Change> ask(const Policy &policy)
    {
        const Kind kind = Kind(below(6));
        switch (below(12)) {
        case 0:
        case 1:
        case 2: {
            const QString key = name(kind);
            return {{Verb::Add, kind, key, {}, {}, {}, value(kind, key)}};
        }
        case 3:
            return {{Verb::Remove, kind, name(kind), {}, {}, {}, {}}};
        case 4:
            if (const auto changes = renaming(policy, kind, name(kind), name(kind)))
                return *changes;
            return {};
        case 5:
        case 6:
            return {setting()};
        case 7:
        case 8:
            return {relation(Verb::Remove)};
        default:
            return {relation(Verb::Add)};
        }
    }

    std::vector<unsigned> m_numbers;
    std::size_t m_at = 0;
};

} // namespace rolewright
