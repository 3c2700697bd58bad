// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/policyjson.h"
#include "core/filter/matching.h"
#include "tests/core/decision/randompolicy.h"
#include "tests/support/threadwork.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;
using Axis = FilterAxis;

// Which things filters let through: each property on a policy that one can look at, and any filter against
// one thing at a time by the words of help/filters.md.
class tst_Matching : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void agreesWithOneAtATime();
    void stopsWhenCancelled();
    void ignoresCaseAsQtDoes();
    void isQuick();
    void patternsCostOnePass();
};

namespace {

constexpr Instant Now{1'800'000'000'000}; // 2027-01-15

const QByteArray Document = R"({"rolewright": 1,
"permissions": [{"name": "article:create"}, {"name": "article:delete", "sensitive": true},
  {"name": "article:update", "description": "Change what is written"}, {"name": "article:update:own"},
  {"name": "page:view"}, {"name": "role:view"}, {"name": "spare:part"}],
"roles": [{"name": "author", "grants": ["article:create", "article:update:own"]},
  {"name": "editor", "inherits": ["author"], "grants": ["article:update"]},
  {"name": "chief", "inherits": ["editor"], "grants": ["*:delete"]},
  {"name": "intern", "enabled": false, "grants": ["page:view"]}, {"name": "visitor", "description": "Nobody yet"}],
"users": [{"id": "alice", "name": "Alice Adams", "attributes": {"team": "news", "cost centre": "4 2"},
    "assignments": [{"role": "editor"}]},
  {"id": "bob", "active": false, "attributes": {"team": "sports"}, "assignments": [{"role": "chief"}]},
  {"id": "carol", "assignments": [{"role": "author", "until": "2026-12-31T00:00:00Z"}, {"role": "intern"}]},
  {"id": "dave"}],
"constraints": [{"name": "four eyes", "kind": "static", "roles": ["intern", "visitor"], "limit": 2}],
"operations": [{"name": "GET /roles", "requires": {"anyPermission": ["role:view"]}},
  {"name": "POST /", "requires": {"allOf": [{"anyRole": ["editor"]},
    {"owner": {"any": ["article:update"], "own": ["article:update:own"]}}]}}]
})";

QStringList names(const Policy &policy, Axis axis, const BitSet &ids)
{
    QStringList found;
    const auto add = [&](const auto &things) {
        things.forEach([&](auto id, const auto &thing) {
            if (ids.test(filterBit(axis, id.value)))
                found.append(keyOf(thing));
        });
    };
    switch (axis) {
    case Axis::Permission:
        add(policy.permissions());
        break;
    case Axis::Role:
        add(policy.roles());
        break;
    case Axis::User:
        add(policy.users());
        break;
    case Axis::Constraint:
        add(policy.constraints());
        break;
    case Axis::Operation:
        add(policy.operations());
        break;
    case Axis::Test:
        add(policy.tests());
        break;
    }
    sortByCodePoint(found);
    return found;
}

bool isLike(const FilterPattern &pattern, const QString &text)
{
    switch (pattern.kind) {
    case FilterPattern::Kind::Part:
        return text.contains(pattern.text, Qt::CaseInsensitive);
    case FilterPattern::Kind::Whole:
        return text.toCaseFolded() == pattern.text.toCaseFolded();
    default:
        return expressionOf(pattern).match(text).hasMatch();
    }
}

// The meaning of a filter for one role, said as plainly as possible.
bool holds(const FilterNode &node, const FilterInput &input, RoleId role)
{
    const Policy &policy = input.draft.policy();
    const auto all = [&](const auto &test) {
        return std::all_of(node.children.begin(), node.children.end(), test);
    };
    const auto any = [&](const auto &test) {
        return std::any_of(node.children.begin(), node.children.end(), test);
    };
    const auto each = [&](const FilterNode &child) { return holds(child, input, role); };
    bool found = false;
    switch (node.kind) {
    case FilterNode::Kind::Everything:
        return true;
    case FilterNode::Kind::And:
        return all(each);
    case FilterNode::Kind::Or:
        return any(each);
    case FilterNode::Kind::Not:
        return !each(node.children.first());
    case FilterNode::Kind::Named:
        return isLike(*node.pattern, policy.roles().at(role).name);
    case FilterNode::Kind::Property:
        break;
    }
    switch (node.property) {
    case FilterProperty::Granted:
        policy.grants().forEachOf(role.value, [&](const GrantRow &) { found = true; });
        return found;
    case FilterProperty::Disabled:
        return !policy.roles().at(role).enabled;
    case FilterProperty::Temporary:
        policy.assignments().forEach([&](const AssignmentRow &row) {
            found = found || (row.role == role && !policy.validityOf(row).isAlways());
        });
        return found;
    case FilterProperty::Unused:
        policy.assignments().forEach([&](const AssignmentRow &row) { found = found || row.role == role; });
        policy.inheritance().forEach([&](const InheritanceRow &row) { found = found || row.junior == role; });
        return !found;
    case FilterProperty::Pending: {
        const Policy &base = input.base.policy();
        const Role *before = base.roles().find(role);
        if (!before || !(*before == policy.roles().at(role)))
            return true;
        QSet<quint64> rows;
        const auto toggle = [&](quint64 key) {
            if (!rows.remove(key))
                rows.insert(key);
        };
        for (const Policy *side : {&base, &policy}) {
            side->grants().forEachOf(role.value, [&](const GrantRow &row) { toggle(row.key()); });
            side->inheritance().forEach([&](const InheritanceRow &row) {
                if (row.senior == role || row.junior == role)
                    toggle(row.key() + (quint64(1) << 62));
            });
            side->assignments().forEach([&](const AssignmentRow &row) {
                if (row.role == role)
                    toggle((row.key() * 31 + row.validity) ^ (quint64(1) << 63));
            });
        }
        return !rows.isEmpty();
    }
    case FilterProperty::Inherits:
        // Down the rows, one by one.
        {
            QList<RoleId> reached{role};
            for (qsizetype i = 0; i < reached.size(); ++i) {
                policy.inheritance().forEachOf(reached.at(i).value, [&](const InheritanceRow &row) {
                    if (!reached.contains(row.junior))
                        reached.append(row.junior);
                });
            }
            return std::any_of(reached.begin() + 1, reached.end(), [&](RoleId junior) {
                return isLike(*node.pattern, policy.roles().at(junior).name);
            });
        }
    case FilterProperty::Role:
        return isLike(*node.pattern, policy.roles().at(role).name);
    case FilterProperty::Permission:
        policy.permissions().forEach([&](PermissionId id, const Permission &permission) {
            found = found
                || (isLike(*node.pattern, permission.name.toText())
                    && input.draft.effective(role).test(input.draft.slot(id).value));
        });
        return found;
    default:
        qFatal("not asked here");
    }
}

FilterNode randomNode(RandomPolicy &random, int depth)
{
    using Kind = FilterNode::Kind;
    using P = FilterProperty;
    const quint32 choice = depth > 0 ? random.below(6) : 3 + random.below(3);
    if (choice == 0)
        return {.kind = Kind::Not, .children = {randomNode(random, depth - 1)}};
    if (choice <= 2)
        return {.kind = choice == 1 ? Kind::And : Kind::Or,
                .children = {randomNode(random, depth - 1), randomNode(random, depth - 1)}};
    const QString role = u"r%1"_s.arg(random.below(12));
    if (choice == 3)
        return {.kind = Kind::Named, .pattern = FilterPattern{FilterPattern::Kind::Part, role}};
    static const QList<P> properties{P::Granted, P::Disabled, P::Temporary, P::Unused,
                                     P::Pending, P::Inherits, P::Role,      P::Permission};
    const P property = properties.at(random.below(quint32(properties.size())));
    FilterNode node{.kind = Kind::Property, .property = property};
    if (property == P::Inherits || property == P::Role)
        node.pattern = {FilterPattern::Kind::Whole, role};
    else if (property == P::Permission)
        node.pattern = {FilterPattern::Kind::Glob, random.name(false).resource + u":*"_s};
    return node;
}

} // namespace

void tst_Matching::finds_data()
{
    QTest::addColumn<Axis>("axis");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](Axis axis, const QString &text, const QString &expected) {
        QTest::newRow(qPrintable(u"%1 %2"_s.arg(int(axis)).arg(text))) << axis << text << expected;
    };
    row(Axis::Permission, u"UPDATE"_s, u"article:update, article:update:own"_s);
    row(Axis::Permission, u"article:update"_s, u"article:update, article:update:own"_s);
    row(Axis::Permission, u"article:*ate"_s, u"article:create, article:update"_s);
    row(Axis::Permission, u"/^page|own$/"_s, u"article:update:own, page:view"_s);
    row(Axis::Permission, u"sensitive"_s, u"article:delete"_s);
    row(Axis::Permission, u"granted view"_s, u""_s); // only a disabled role grants it
    row(Axis::Permission, u"not granted"_s, u"page:view, role:view, spare:part"_s);
    row(Axis::Permission, u"unused"_s, u"spare:part"_s);
    row(Axis::Permission, u"role:editor"_s, u"article:create, article:update, article:update:own"_s);
    row(Axis::Permission, u"role:chief not role:editor"_s, u"article:delete"_s);
    row(Axis::Permission, u"name:role:*"_s, u"role:view"_s);
    row(Axis::Permission, u"description:written"_s, u"article:update"_s);
    row(Axis::Permission, u"permission:page:view"_s, u"page:view"_s);
    row(Axis::Role, u"inherits:author"_s, u"chief, editor"_s);
    row(Axis::Role, u"granted"_s, u"author, chief, editor, intern"_s);
    row(Axis::Role, u"sensitive"_s, u"chief"_s);
    row(Axis::Role, u"disabled or unused"_s, u"intern, visitor"_s);
    row(Axis::Role, u"unused"_s, u"visitor"_s);
    row(Axis::Role, u"temporary"_s, u"author"_s);
    row(Axis::Role, u"role:edit*"_s, u"editor"_s);
    row(Axis::Role, u"permission:article:update"_s, u"chief, editor"_s);
    row(Axis::Role, u"user:alice"_s, u"author, editor"_s);
    row(Axis::Role, u"user:carol"_s, u"author, intern"_s);
    row(Axis::Role, u"description:nobody"_s, u"visitor"_s);
    row(Axis::User, u"adams"_s, u"alice"_s);
    row(Axis::User, u"id:adams"_s, u""_s);
    row(Axis::User, u"name:adams"_s, u"alice"_s);
    row(Axis::User, u"user:ALICE"_s, u"alice"_s);
    row(Axis::User, u"inactive"_s, u"bob"_s);
    row(Axis::User, u"not granted"_s, u"dave"_s);
    row(Axis::User, u"temporary"_s, u"carol"_s);
    row(Axis::User, u"role:author"_s, u"alice, bob, carol"_s); // carol's has ended, but she is assigned
    row(Axis::User, u"role:editor"_s, u"alice, bob"_s);
    row(Axis::User, u"permission:article:update:own"_s, u"alice"_s); // bob is inactive, carol's has ended
    row(Axis::User, u"user.team=news"_s, u"alice"_s);
    row(Axis::User, u"user.team=*s"_s, u"alice, bob"_s);
    row(Axis::User, u"user.team not user.team=news"_s, u"bob"_s);
    row(Axis::User, u"user.\"cost centre\"=\"4 2\""_s, u"alice"_s);
    row(Axis::Constraint, u"role:visit*"_s, u"four eyes"_s);
    row(Axis::Constraint, u"role:editor"_s, u""_s);
    row(Axis::Constraint, u"eyes four"_s, u"four eyes"_s);
    row(Axis::Operation, u"permission:role:view"_s, u"GET /roles"_s);
    row(Axis::Operation, u"permission:*:own"_s, u"POST /"_s);
    row(Axis::Operation, u"role:editor"_s, u"POST /"_s);
    row(Axis::Operation, u"get"_s, u"GET /roles"_s);
    row(Axis::Test, u"pending"_s, u""_s);
    row(Axis::User, u"inherits:author"_s, u""_s); // invalid: nothing
}

void tst_Matching::finds()
{
    QFETCH(Axis, axis);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Result<Policy> policy = readPolicy(Document);
    QVERIFY2(policy, policy ? "" : qPrintable(toText(policy.error())));
    const PolicyIndex index(*policy);
    const std::optional<BitSet> found = matching(Filter(text, axis), {index, index, Now});
    QVERIFY(found);
    QCOMPARE(names(*policy, axis, *found).join(u", "_s), expected);
}

void tst_Matching::agreesWithOneAtATime()
{
    for (quint32 seed = 0; seed < 60; ++seed) {
        RandomPolicy random(seed);
        for (int i = 0; i < 150; ++i)
            random.edit();
        const PolicyIndex base(random.policy());
        for (int i = 0; i < 4; ++i)
            random.edit();
        const FilterInput input{base.updated(random.policy()), base, Instant{3}};
        BitSet earlier;
        for (int i = 0; i < 30; ++i) {
            const FilterNode node = randomNode(random, 3);
            const Filter filter(toText(node), Axis::Role);
            QVERIFY2(filter.isValid(), qPrintable(toText(node)));
            const std::optional<BitSet> found = matching(filter, input);
            QVERIFY(found);
            // Looking no further than somewhere finds what is there.
            BitSet there = *found;
            there.intersect(earlier);
            QCOMPARE(matching(filter, input, nullptr, &earlier), there);
            earlier = *found;
            random.policy().roles().forEach([&](RoleId id, const Role &role) {
                if (found->test(id.value) != holds(node, input, id))
                    qFatal("seed %u: %s: %s", seed, qPrintable(toText(node)), qPrintable(role.name));
            });
        }
    }
}

void tst_Matching::stopsWhenCancelled()
{
    const PolicyIndex index;
    const CancelToken cancelled = true;
    QVERIFY(!matching(Filter(u"a"_s, Axis::User), {index, index, Now}, &cancelled));
}

// The Kelvin sign, the long s and both small sigmas fold; capitals beyond the first plane, too.
void tst_Matching::ignoresCaseAsQtDoes()
{
    const QStringList letters{u"a"_s, u"K"_s,      u"k"_s,          u"\u212A"_s,    u"S"_s, u"\u017F"_s,
                              u"ß"_s, u"\u03A3"_s, u"\u03C2"_s,     u"\u03C3"_s,    u"İ"_s, u"ı"_s,
                              u":"_s, u"@"_s,      u"\U00010400"_s, u"\U00010428"_s};
    QRandomGenerator random(1);
    const auto text = [&](int longest) {
        QString made;
        for (int length = random.bounded(1, longest); length > 0; --length)
            made += letters.at(random.bounded(int(letters.size())));
        return made;
    };
    int found = 0;
    for (int i = 0; i < 20'000; ++i) {
        const QString part = text(3);
        const QString in = text(8);
        const bool expected = in.contains(part, Qt::CaseInsensitive);
        found += expected;
        QVERIFY2(PatternMatcher({FilterPattern::Kind::Part, part}).matches(in) == expected,
                 qPrintable(part + u" in "_s + in));
    }
    QVERIFY(found > 2'000 && found < 18'000);
}

// A plain word on 100,000 users: beside the pass alone, in the same units.
void tst_Matching::isQuick()
{
    Policy policy;
    for (int i = 0; i < 100'000; ++i)
        policy.users().insert({u"user%1"_s.arg(i), u"User %1"_s.arg(i), true, {}, {}});
    const PolicyIndex index(policy);
    QElapsedTimer timer;
    qint64 floor = std::numeric_limits<qint64>::max();
    qint64 best = floor;
    for (int round = 0; round < 5; ++round) {
        timer.start();
        qsizetype length = 0;
        policy.users().forEach([&](UserId, const User &user) { length += user.id.size(); });
        QVERIFY(length > 0);
        floor = std::min(floor, timer.nsecsElapsed());
        timer.start();
        const auto found = matching(Filter(u"r999"_s, Axis::User), {index, index, Now});
        best = std::min(best, timer.nsecsElapsed());
        QCOMPARE(found->count(), 111);
    }
    qInfo("%.2f ms for 100,000 users, %.2f ms for looking at each", double(best) / 1e6, double(floor) / 1e6);
    QVERIFY(best < 100'000'000);
}

// What is unused: thousands of patterns are looked up, not tried on each permission.
void tst_Matching::patternsCostOnePass()
{
    constexpr int Many = 5000;
    const auto granting = [](const QString &form) {
        Policy policy;
        const RoleId role = policy.roles().insert({u"r"_s, {}, true});
        for (int i = 0; i < Many; ++i)
            policy.permissions().insert({{u"t%1"_s.arg(i), u"a"_s, u"own"_s}, {}, false});
        for (int i = 1; i < Many; ++i)
            policy.grants().insert({role, policy.internGrant(*parseGrant(form.arg(i)))});
        return PolicyIndex(policy);
    };
    const auto unused = [](const PolicyIndex &index) {
        const auto found = matching(Filter(u"unused"_s, Axis::Permission), {index, index, Now});
        return names(index.policy(), Axis::Permission, *found).join(u' ');
    };
    const PolicyIndex exact = granting(u"t%1:a:own"_s);
    const PolicyIndex patterns = granting(u"t%1:*:own"_s);
    const double floor = workOf([&] { QCOMPARE(unused(exact), u"t0:a:own"_s); });
    const double work = workOf([&] { QCOMPARE(unused(patterns), u"t0:a:own"_s); });
    QVERIFY2(work < 20 * floor, qPrintable(u"%1 ms, and %2 ms without"_s.arg(work).arg(floor)));
}

QTEST_GUILESS_MAIN(tst_Matching)
#include "tst_matching.moc"
