// SPDX-License-Identifier: Apache-2.0
#include "core/validation/validate.h"

#include "tests/support/policytext.h"
#include "tests/support/threadwork.h"

#include <QElapsedTimer>
#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

using Kind = Requirement::Kind;

const Instant Now = *parseDocumentTime(u"2026-06-01T00:00:00Z");

QString linesOf(const Findings &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        lines.append(u"%1 | %2 | %3"_s.arg(finding.code, finding.place, finding.message));
    return lines.join(u'\n');
}

// Roles a, b, c, ... of which nothing is known but who inherits whom: "a>b b>c".
Policy inheriting(const QString &text)
{
    Policy policy;
    for (const QString &pair : text.split(u' ', Qt::SkipEmptyParts)) {
        RoleId ends[2];
        for (int i = 0; i < 2; ++i) {
            const QString name = pair.split(u'>').at(i);
            ends[i] = policy.roles().idOf(name);
            if (!ends[i].isValid())
                ends[i] = policy.roles().insert({name, {}, true});
        }
        policy.inheritance().insert({ends[0], ends[1]});
    }
    return policy;
}

Policy newsroom()
{
    return policyOf(R"({"rolewright": 1,
 "permissions": [{"name": "article:read"}, {"name": "article:update:own"}],
 "roles": [{"name": "author"}, {"name": "editor", "inherits": ["author"]}, {"name": "payer"}, {"name": "chief", "inherits": ["editor"]}],
 "users": [{"id": "alice", "assignments": [{"role": "editor"}]},
           {"id": "bob", "assignments": [{"role": "payer", "until": "2026-01-01T00:00:00Z"}]},
           {"id": "carol", "active": false, "assignments": [{"role": "payer", "from": "2027-01-01T00:00:00Z"}]}],
 "constraints": [{"name": "four eyes", "kind": "static", "roles": ["author", "payer"], "limit": 2}]})");
}

void assign(Policy &policy, const QString &user, const QString &role)
{
    policy.assignments().insert(
        policy.internAssignment(policy.users().idOf(user), policy.roles().idOf(role), {}));
}

// QVariant cannot compare a type that contains itself.
struct Required
{
    Requirement requirement;
};

} // namespace

Q_DECLARE_METATYPE(Required)

class tst_Validate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cycles_data();
    void cycles();
    void longChainsAndManyWays();
    void constraints();
    void administration();
    void requirements_data();
    void requirements();
    void nesting();
    void staticSeparation();
    void newViolations_data();
    void newViolations();
    void warnings_data();
    void warnings();
    void manyOfEverything();
};

void tst_Validate::cycles_data()
{
    QTest::addColumn<QString>("inheritance");
    QTest::addColumn<QString>("expected");
    const QString sentence =
        u"inheritance-cycle | role %1 | Roles inherit each other in a cycle: %2. Take one of these inheritances away."_s;
    QTest::newRow("none") << u"a>b b>c a>c"_s << QString();
    QTest::newRow("itself") << u"a>a"_s << sentence.arg(u"a"_s, u"a inherits a"_s);
    QTest::newRow("two") << u"b>a a>b"_s << sentence.arg(u"b"_s, u"a inherits b inherits a"_s);
    QTest::newRow("three, entered from outside")
        << u"x>b a>b b>c c>a"_s << sentence.arg(u"c"_s, u"a inherits b inherits c inherits a"_s);
    QTest::newRow("two cycles") << u"a>b b>a c>d d>c"_s
                                << sentence.arg(u"b"_s, u"a inherits b inherits a"_s) + u'\n'
            + sentence.arg(u"d"_s, u"c inherits d inherits c"_s);
}

void tst_Validate::cycles()
{
    QFETCH(QString, inheritance);
    const Policy policy = inheriting(inheritance);
    QTEST(linesOf(validate(policy)), "expected");
    // A long one is not said whole.
    const Policy ring = [] {
        QStringList pairs;
        for (int i = 0; i < 1000; ++i)
            pairs.append(u"%1>%2"_s.arg(i).arg((i + 1) % 1000));
        return inheriting(pairs.join(u' '));
    }();
    const Findings cycle = validate(ring);
    QCOMPARE(cycle.size(), 1);
    QVERIFY2(cycle.first().message.contains(u"inherits 18 inherits 19 inherits \u2026 inherits 0. Take"_s),
             qPrintable(cycle.first().message));
    // Nothing else hangs on a cycle either.
    QCOMPARE(violations(policy, Now), QList<Violation>());
    rolewright::warnings(policy, Now);
}

// A chain as long as no stack, and a lattice with as many ways as no loop counts.
void tst_Validate::longChainsAndManyWays()
{
    QElapsedTimer timer;
    timer.start();
    Policy chain;
    RoleId last = chain.roles().insert({u"0"_s, {}, true});
    for (int i = 1; i < 100'000; ++i) {
        const RoleId next = chain.roles().insert({QString::number(i), {}, true});
        chain.inheritance().insert({last, next});
        last = next;
    }
    QVERIFY(validate(chain).isEmpty());
    Policy lattice;
    for (int i = 0; i < 200; ++i) {
        const RoleId role = lattice.roles().insert({QString::number(i), {}, true});
        for (quint32 junior = 0; junior < role.value; ++junior)
            lattice.inheritance().insert({role, {junior}});
    }
    QVERIFY(validate(lattice).isEmpty());
    QVERIFY(timer.elapsed() < 10'000);
}

void tst_Validate::constraints()
{
    Policy policy = inheriting(u"a>b c>d"_s);
    const RoleId a = policy.roles().idOf(u"a"_s);
    const RoleId b = policy.roles().idOf(u"b"_s);
    const auto add = [&](const QString &name, const QList<RoleId> &roles, int limit) {
        policy.constraints().insert(
            {name, Constraint::Kind::Static, roles, limit, Constraint::Mode::Enforce});
    };
    add(u"fine"_s, {a, b}, 2);
    add(u"one role"_s, {a}, 2);
    add(u"too high"_s, {a, b}, 3);
    add(u"too low"_s, {a, b}, 1);
    QCOMPARE(
        linesOf(validate(policy)),
        u"constraint-roles | constraint one role | Constraint one role needs at least two roles; add some, "
        u"or delete it.\n"
        "constraint-limit | constraint too high | The limit of constraint too high is 3; it is between 2 and "
        "the number of its roles, 2.\n"
        "constraint-limit | constraint too low | The limit of constraint too low is 1; it is between 2 and the number of its roles, 2."_s);
}

void tst_Validate::administration()
{
    Policy policy = newsroom();
    policy.addDelegation(
        {u"editor"_s, {u"author"_s}, {u"article:*"_s, u"article:read"_s, u"rolewright/user:*"_s}, {}});
    for (const QString &change : {u"permission.create"_s, u"test.delete"_s, u"grant"_s, u"grant.sensitive"_s,
                                  u"inheritance"_s, u"assignment"_s, u"administration"_s, u"ownership"_s})
        policy.addApproval({{change}, u"editor"_s});
    QCOMPARE(linesOf(validate(policy)), QString());
    policy.addDelegation({u"nobody"_s, {u"intern"_s}, {u"article:delete"_s, u"a:b*"_s}, {}});
    policy.addApproval({{u"grant.create"_s}, u"nobody"_s});
    policy.addApproval({{}, u"editor"_s});
    policy.setOwnership({u"relations"_s, u"id"_s});
    QCOMPARE(
        linesOf(validate(policy)),
        u"unknown-role | delegation to nobody | There is no role nobody; add it, or name another.\n"
        "unknown-role | delegation to nobody | There is no role intern; add it, or name another.\n"
        "unknown-permission | delegation to nobody | The permission article:delete is not in the catalogue; "
        "add it, or name another.\n"
        "invalid-grant | delegation to nobody | The grant a:b* has a '*' inside its action; only the whole "
        "segment may be '*'.\n"
        "empty-list | approval by editor | An approval names at least one kind of change.\n"
        "unknown-role | approval by nobody | There is no role nobody; add it, or name another.\n"
        "unknown-change | approval by nobody | There is no kind of change grant.create; use one such as "
        "role.delete, grant.sensitive or administration.\n"
        "invalid-ownership | ownership | The ownership property cannot be relations, which holds the relations of a resource."_s);
}

void tst_Validate::requirements_data()
{
    QTest::addColumn<Required>("required");
    QTest::addColumn<QString>("expected"); // pointer code
    const Requirement open{Kind::Public, {}, {}, {}};
    QTest::newRow("any permission") << Required{Requirement{
        Kind::AnyPermission, {u"article:read"_s, u"article:update:own"_s}, {}, {}}}
                                    << QString();
    QTest::newRow("empty list") << Required{Requirement{Kind::AllPermissions, {}, {}, {}}}
                                << u"/allPermissions empty-list"_s;
    QTest::newRow("not in the catalogue, a pattern, twice")
        << Required{Requirement{Kind::AnyPermission,
                                {u"article:delete"_s, u"article:*"_s, u"article:read"_s, u"article:read"_s},
                                {},
                                {}}}
        << u"/anyPermission/0 unknown-permission, /anyPermission/1 invalid-permission, /anyPermission/3 duplicate-name"_s;
    QTest::newRow("twice in another spelling")
        << Required{Requirement{Kind::AllPermissions, {u"article:read"_s, u"article:read:any"_s}, {}, {}}}
        << u"/allPermissions/1 duplicate-name"_s;
    QTest::newRow("roles") << Required{Requirement{Kind::AnyRole, {u"editor"_s, u"intern"_s}, {}, {}}}
                           << u"/anyRole/1 unknown-role"_s;
    QTest::newRow("access known by a scope")
        << Required{Requirement{Kind::Access, {u"article:update"_s}, {}, {}}} << QString();
    QTest::newRow("access not known") << Required{Requirement{Kind::Access, {u"article:delete"_s}, {}, {}}}
                                      << u"/access unknown-permission"_s;
    QTest::newRow("access with a scope")
        << Required{Requirement{Kind::Access, {u"article:update:own"_s}, {}, {}}}
        << u"/access invalid-permission"_s;
    QTest::newRow("owner") << Required{Requirement{
        Kind::Owner, {}, {u"article:read"_s, u"article:update:own"_s}, {}}}
                           << QString();
    QTest::newRow("owner without own")
        << Required{Requirement{Kind::Owner, {u"article:read"_s}, {}, {}}} << u"/owner/own empty-list"_s;
    QTest::newRow("own with another scope")
        << Required{Requirement{Kind::Owner, {}, {u"article:read:team"_s}, {}}}
        << u"/owner/own/0 unknown-permission, /owner/own/0 scope-not-own"_s;
    QTest::newRow("public") << Required{open} << QString();
    QTest::newRow("public inside") << Required{Requirement{Kind::AnyOf, {}, {}, {Requirement(), open}}}
                                   << u"/anyOf/1/public nested-public"_s;
    QTest::newRow("all of nothing") << Required{Requirement{Kind::AllOf, {}, {}, {}}}
                                    << u"/allOf empty-list"_s;
    QTest::newRow("inside") << Required{Requirement{
        Kind::AllOf, {}, {}, {Requirement{Kind::AnyOf, {}, {}, {Requirement{Kind::AnyRole, {}, {}, {}}}}}}}
                            << u"/allOf/0/anyOf/0/anyRole empty-list"_s;
}

void tst_Validate::requirements()
{
    QFETCH(Required, required);
    QStringList problems;
    checkRequirement(newsroom(), required.requirement,
                     [&](const QString &pointer, const QString &code, const QString &message) {
                         QVERIFY(message.endsWith(u'.'));
                         problems.append(pointer + u' ' + code);
                     });
    QTEST(problems.join(u", "_s), "expected");
}

void tst_Validate::nesting()
{
    const auto problemsAt = [](int depth) {
        Requirement requirement;
        for (int i = 0; i < depth; ++i)
            requirement = {Kind::AllOf, {}, {}, {requirement}};
        int problems = 0;
        checkRequirement(newsroom(), requirement, [&](const QString &, const QString &code, const QString &) {
            problems += code == u"too-deep" ? 1 : 100;
        });
        return problems;
    };
    QCOMPARE(problemsAt(16), 0);
    QCOMPARE(problemsAt(17), 1);
    QCOMPARE(problemsAt(100), 1);
}

void tst_Validate::staticSeparation()
{
    Policy policy = newsroom();
    QCOMPARE(violations(policy, Now), QList<Violation>());
    assign(policy, u"alice"_s, u"payer"_s); // editor brings author
    assign(policy, u"bob"_s, u"chief"_s); // payer is over
    assign(policy, u"carol"_s, u"author"_s); // payer is still to come, and she is inactive
    QStringList lines;
    for (const Violation &violation : violations(policy, Now)) {
        QStringList roles;
        for (const RoleId role : violation.roles)
            roles.append(policy.roles().at(role).name);
        lines.append(policy.users().at(violation.user).id + u": "_s + roles.join(u", "_s));
    }
    QCOMPARE(lines, (QStringList{u"alice: author, payer"_s, u"carol: author, payer"_s}));
    // Disabled roles count.
    policy.roles().replace(policy.roles().idOf(u"editor"_s), {u"editor"_s, {}, false});
    QCOMPARE(violations(policy, Now).size(), 2);
}

void tst_Validate::newViolations_data()
{
    QTest::addColumn<QStringList>("before"); // assignments: "alice payer"
    QTest::addColumn<QStringList>("change"); // further ones; "inherit a b", "mode record", "limit 2"
    QTest::addColumn<QString>("users"); // who is named
    QTest::newRow("made") << QStringList() << QStringList{u"alice payer"_s} << u"alice"_s;
    QTest::newRow("made by inheritance")
        << QStringList() << QStringList{u"inherit editor payer"_s} << u"alice"_s;
    QTest::newRow("not made: over") << QStringList() << QStringList{u"bob author"_s} << QString();
    QTest::newRow("made: still to come, inactive")
        << QStringList() << QStringList{u"carol author"_s} << u"carol"_s;
    QTest::newRow("stands already") << QStringList{u"alice payer"_s} << QStringList{u"bob editor"_s}
                                    << QString();
    QTest::newRow("stands already, same roles another way")
        << QStringList{u"alice payer"_s} << QStringList{u"alice author"_s} << QString();
    QTest::newRow("stands already, another is made")
        << QStringList{u"alice payer"_s} << QStringList{u"carol editor"_s} << u"carol"_s;
    QTest::newRow("recorded only") << QStringList() << QStringList{u"mode record"_s, u"alice payer"_s}
                                   << QString();
}

void tst_Validate::newViolations()
{
    QFETCH(QStringList, before);
    QFETCH(QStringList, change);
    const auto edit = [](Policy &policy, const QStringList &lines) {
        for (const QString &line : lines) {
            const QStringList words = line.split(u' ');
            if (words.first() == u"inherit") {
                policy.inheritance().insert(
                    {policy.roles().idOf(words.at(1)), policy.roles().idOf(words.at(2))});
            } else if (words.first() == u"mode") {
                const ConstraintId id = policy.constraints().idOf(u"four eyes"_s);
                Constraint constraint = policy.constraints().at(id);
                constraint.mode = Constraint::Mode::Record;
                policy.constraints().replace(id, constraint);
            } else {
                assign(policy, words.at(0), words.at(1));
            }
        }
    };
    Policy was = newsroom();
    edit(was, before);
    Policy is = was;
    edit(is, change);
    QStringList users;
    for (const Finding &finding : rolewright::newViolations(was, is, Now)) {
        QCOMPARE(finding.code, u"static-separation"_s);
        QVERIFY(finding.message.contains(u"four eyes"_s));
        users.append(finding.place.mid(5));
    }
    QTEST(users.join(u", "_s), "users");
}

void tst_Validate::warnings_data()
{
    QTest::addColumn<QByteArray>("policy");
    QTest::addColumn<QString>("expected"); // code | place
    const auto row = [](const char *name, const char *members, const QString &expected) {
        QTest::newRow(name) << QByteArray("{\"rolewright\": 1, ") + members + "}" << expected;
    };
    row("names that differ by case or look alike",
        R"("roles": [{"name": "Editor"}, {"name": "editor"}, {"name": "аuthor"}, {"name": "author"}], "users": [{"id": "editor"}])",
        u"look-alike | role editor\nlook-alike | role аuthor"_s);
    row("attribute keys",
        R"("users": [{"id": "a", "attributes": {"team": "x"}}, {"id": "b", "attributes": {"Team": "x"}}])",
        u"look-alike | attribute team"_s);
    row("patterns",
        R"("permissions": [{"name": "a:x"}], "roles": [{"name": "r", "grants": ["a:*", "*:x:own", "b:*", "*:y", "rolewright/*:*", "rolewright/user:*"]}])",
        u"idle-pattern | role r\nidle-pattern | role r"_s);
    row("scoped permissions that are held",
        R"("permissions": [{"name": "a:x:own"}, {"name": "a:x"}],
           "operations": [{"name": "o", "requires": {"allOf": [{"anyPermission": ["a:x:own", "a:x"]}]}},
                          {"name": "p", "requires": {"owner": {"own": ["a:x:own"]}}}])",
        u"scoped-requirement | operation o"_s);
    row("a dynamic constraint that one role breaks",
        R"("roles": [{"name": "boss", "inherits": ["a", "b"]}, {"name": "off", "enabled": false, "inherits": ["a", "b"]},
                     {"name": "a"}, {"name": "b"}],
           "constraints": [{"name": "c", "kind": "dynamic", "roles": ["a", "b"], "limit": 2},
                           {"name": "s", "kind": "static", "roles": ["a", "b"], "limit": 2}])",
        u"constraint-broken-by-role | constraint c"_s);
    row("a violation that stands",
        R"("roles": [{"name": "a"}, {"name": "b"}], "users": [{"id": "u", "assignments": [{"role": "a"}, {"role": "b"}]}],
           "constraints": [{"name": "s", "kind": "static", "roles": ["a", "b"], "limit": 2, "mode": "record"}])",
        u"static-separation | user u"_s);
    row("tests without time",
        R"("permissions": [{"name": "a:x"}, {"name": "a:y"}],
           "roles": [{"name": "r", "grants": ["a:x"]}, {"name": "q", "grants": ["a:y"]}],
           "users": [{"id": "u", "assignments": [{"role": "r", "until": "2030-01-01T00:00:00Z"}, {"role": "q"}]}],
           "tests": [{"name": "changes", "expect": true, "request": {"subject": {"type": "user", "id": "u"}, "action": {"name": "x"}, "resource": {"type": "a", "id": "1"}}},
                     {"name": "stays", "expect": true, "request": {"subject": {"type": "user", "id": "u"}, "action": {"name": "y"}, "resource": {"type": "a", "id": "1"}}},
                     {"name": "has a time", "expect": true, "request": {"subject": {"type": "user", "id": "u"}, "action": {"name": "x"}, "resource": {"type": "a", "id": "1"},
                      "context": {"time": "2026-01-01T00:00:00Z"}}}])",
        u"test-without-time | test changes"_s);
}

void tst_Validate::warnings()
{
    QFETCH(QByteArray, policy);
    QStringList lines;
    for (const Finding &finding : rolewright::warnings(policyOf(policy), Now)) {
        QCOMPARE(finding.severity, Severity::Warning);
        lines.append(finding.code + u" | "_s + finding.place);
    }
    QTEST(lines.join(u'\n'), "expected");
}

// Each costs what it names, not what there is: measured against work of the same size that looks nothing up
// twice.
void tst_Validate::manyOfEverything()
{
    constexpr int Many = 4000;
    Policy policy;
    for (int i = 0; i < Many; ++i) {
        const QString number = QString::number(i);
        policy.permissions().insert({{u"r"_s + number, u"a"_s, u"own"_s}, {}, false});
        policy.users().insert({u"u"_s + number, u"u"_s + number, true, {}, {}});
    }
    const auto requiring = [&](Kind kind, const QString &scope) {
        Policy copy = policy;
        for (int i = 0; i < Many; ++i)
            copy.operations().insert(
                {QString::number(i), {}, Requirement{kind, {u"r%1:a%2"_s.arg(i).arg(scope)}, {}, {}}});
        return copy;
    };
    const Policy permissions = requiring(Kind::AnyPermission, u":own"_s);
    const Policy accesses = requiring(Kind::Access, {});
    const double floor = workOf([&] { QVERIFY(validate(permissions).isEmpty()); });
    const double work = workOf([&] { QVERIFY(validate(accesses).isEmpty()); });
    QVERIFY2(work < 10 * floor, qPrintable(u"access: %1 ms, %2 ms"_s.arg(work).arg(floor)));

    const auto separating = [&](int constraints) {
        Policy copy = policy;
        for (int i = 0; i < 2 * constraints; ++i)
            copy.roles().insert({QString::number(i), {}, true});
        for (quint32 i = 0; i < quint32(constraints); ++i)
            copy.constraints().insert(
                {QString::number(i), Constraint::Kind::Static, {{2 * i}, {2 * i + 1}}, 2});
        for (quint32 user = 0; user < Many; ++user) {
            for (quint32 role = 0; role < 2; ++role)
                copy.assignments().insert(copy.internAssignment({user}, {role}, {}));
        }
        return copy;
    };
    const Policy one = separating(1);
    const Policy thousand = separating(1000);
    const double few = workOf([&] { QCOMPARE(violations(one, Now).size(), Many); });
    const double all = workOf([&] { QCOMPARE(violations(thousand, Now), violations(one, Now)); });
    QVERIFY2(all < 20 * few, qPrintable(u"constraints: %1 ms, %2 ms"_s.arg(all).arg(few)));
}

QTEST_GUILESS_MAIN(tst_Validate)
#include "tst_validate.moc"
