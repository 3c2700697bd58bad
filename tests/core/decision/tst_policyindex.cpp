// SPDX-License-Identifier: Apache-2.0
#include "randompolicy.h"

#include "core/base/text.h"
#include "core/decision/decide.h"
#include "core/decision/explain.h"
#include "core/decision/review.h"
#include "tests/support/threadwork.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

quint32 seed()
{
    bool ok = false;
    const quint32 given = qEnvironmentVariable("ROLEWRIGHT_SEED").toUInt(&ok);
    return ok ? given : QRandomGenerator::global()->generate();
}

int edits(int slice)
{
    return qEnvironmentVariable("ROLEWRIGHT_FAULTS") == u"all" ? 100'000 : slice;
}

// What an index answers, by name: two of them that print the same are the same to everybody.
QString print(const PolicyIndex &index)
{
    QStringList lines;
    const auto texts = [&](const BitSet &bits) {
        QStringList names;
        bits.forEach([&](quint32 slot) {
            const PermissionName name = index.nameOf({slot});
            // A slot whose (resource, action) is not known any more answers nothing.
            if (index.holdable().test(slot))
                names.append(name.toText());
        });
        sortByCodePoint(names);
        return names.join(u' ');
    };
    const auto ids = [](const BitSet &bits) {
        QStringList numbers;
        bits.forEach([&](quint32 bit) { numbers.append(QString::number(bit)); });
        return numbers.join(u' ');
    };
    index.policy().roles().forEach([&](RoleId id, const Role &role) {
        lines.append(role.name + u": "_s + texts(index.own(id)) + u" | "_s + texts(index.effective(id)) + u" | "_s
                     + ids(index.reach(id)) + u" | "_s + ids(index.reachAll(id)));
    });
    // What is known, and under which scopes of the catalogue.
    QSet<PermissionName> pairs;
    index.policy().permissions().forEach([&](PermissionId id, const Permission &permission) {
        lines.append(index.nameOf(index.slot(id)).toText());
        pairs.insert(permission.name.withoutScope());
    });
    for (quint32 slot = 0; slot < index.slotEnd(); ++slot) {
        const PermissionName name = index.nameOf({slot});
        const bool builtIn = builtInRights().contains(name.withoutScope());
        const bool known = index.pair(name.resource, name.action);
        if (known != (builtIn || pairs.contains(name.withoutScope())))
            lines.append(u"known is not known: "_s + name.toText());
        if (index.catalogue().test(slot) != (index.policy().permissions().idOf(name.toText()).isValid()))
            lines.append(u"not as in the catalogue: "_s + name.toText());
    }
    return lines.join(u'\n');
}

// Sections 3, 4.1 and 4.3 once more, as slowly and as literally as they stand there.
struct Reference
{
    const Policy &policy;

    QList<RoleId> closure(const QList<RoleId> &from) const
    {
        QList<RoleId> all;
        QList<RoleId> work = from;
        while (!work.isEmpty()) {
            const RoleId role = work.takeLast();
            if (!policy.roles().at(role).enabled || all.contains(role))
                continue;
            all.append(role);
            policy.inheritance().forEachOf(role.value, [&](const InheritanceRow &row) { work.append(row.junior); });
        }
        return all;
    }

    bool isKnown(const Request &request) const
    {
        bool known = false;
        policy.permissions().forEach([&](PermissionId, const Permission &permission) {
            known = known || (permission.name.resource == request.resourceType && permission.name.action == request.action);
        });
        return known;
    }

    QString decide(const Request &request) const
    {
        const UserId user = policy.users().idOf(request.subject);
        if (!user.isValid())
            return u"unknown-user"_s;
        if (!policy.users().at(user).active)
            return u"user-inactive"_s;
        if (!isKnown(request))
            return u"unknown-permission"_s;
        QList<RoleId> assigned;
        policy.assignments().forEachOf(user.value, [&](const AssignmentRow &row) {
            if (policy.validityOf(row).contains(*request.time))
                assigned.append(row.role);
        });
        QList<RoleId> effective = closure(assigned);
        if (request.roles) {
            QList<RoleId> active;
            for (const QString &name : *request.roles) {
                const RoleId role = policy.roles().idOf(name);
                if (!effective.contains(role))
                    return u"role-not-authorized"_s;
                active.append(role);
            }
            effective = closure(active);
        }
        QStringList scopes;
        for (const RoleId role : std::as_const(effective)) {
            policy.grants().forEachOf(role.value, [&](const GrantRow &row) {
                const PermissionName grant = policy.nameOf(row.grant);
                if (covers(grant.withoutScope(), {request.resourceType, request.action, {}}))
                    scopes.append(grant.scope);
            });
        }
        if (scopes.contains(QString()))
            return u"granted"_s;
        const auto owner = request.properties.find(u"owner"_s);
        for (const QString &scope : std::as_const(scopes)) {
            if (scope == u"own" ? owner != request.properties.end() && owner->second == request.subject
                                : request.relations.contains(scope))
                return u"granted-by-scope"_s;
        }
        return effective.isEmpty() ? u"no-role"_s : scopes.isEmpty() ? u"not-granted"_s : u"scope-not-satisfied"_s;
    }
};

} // namespace

class PolicyIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsEveryEditAsIfBuiltAnew()
    {
        const quint32 start = seed();
        qInfo("seed %u", start);
        const int count = edits(6000);
        for (int run = 0; run * 300 < count; ++run) {
            RandomPolicy random(start + quint32(run));
            PolicyIndex index(random.policy());
            for (int i = 0; i < 300; ++i) {
                for (quint32 n = random.below(3); n < 3; ++n)
                    random.edit();
                index = index.updated(random.policy());
                const QString expected = print(PolicyIndex(random.policy()));
                if (print(index) != expected)
                    qInfo("run %d, edit %d", run, i);
                QCOMPARE(print(index), expected);
            }
        }
    }

    // 13,790 permissions over 2,434 roles once took eight seconds, each asking every role.
    void isBuiltInOnePassOverTheGrants()
    {
        Policy policy;
        for (int i = 0; i < 3'000; ++i)
            policy.roles().insert({u"r%1"_s.arg(i), {}, true});
        for (int i = 0; i < 14'000; ++i) {
            const PermissionId id = policy.permissions().insert({{u"t%1"_s.arg(i / 40), u"a%1"_s.arg(i % 40), {}}, {}, false});
            for (quint32 n = 0; n < 12; ++n)
                policy.grants().insert({{(quint32(i) * 7 + n * 251) % 3'000}, GrantId::of(id)});
        }
        QElapsedTimer timer;
        timer.start();
        qsizetype rows = 0;
        for (int i = 0; i < 20; ++i)
            policy.grants().forEach([&](const GrantRow &row) { rows += policy.nameOf(row.grant).action.size(); });
        const qint64 floor = timer.restart(); // twenty walks over the grants and their names
        const PolicyIndex built(policy);
        const qint64 took = timer.restart();
        const PolicyIndex grown = PolicyIndex().updated(policy);
        const qint64 grew = timer.elapsed();
        QVERIFY(rows > 0);
        QVERIFY2(took <= 20 * floor && grew <= 20 * floor,
                 qPrintable(u"built in %1 ms, grown in %2 ms, floor %3 ms"_s.arg(took).arg(grew).arg(floor)));
        QCOMPARE(print(grown).size(), print(built).size());
    }

    // Over 10,000 pairs, 10,000 grants of all of a resource once took five seconds.
    void patternsCostWhatTheyCover()
    {
        constexpr quint32 Roles = 1'000;
        constexpr quint32 Pairs = 8'000;
        const auto granting = [](const QString &form) {
            Policy policy;
            for (quint32 i = 0; i < Pairs; ++i)
                policy.permissions().insert({{u"t%1"_s.arg(i), u"a%1"_s.arg(i), {}}, {}, false});
            for (quint32 i = 0; i < Roles; ++i) {
                const RoleId role = policy.roles().insert({u"r%1"_s.arg(i), {}, true});
                for (quint32 n = 0; n < 5; ++n)
                    policy.grants().insert(
                        {role, policy.internGrant(*parseGrant(form.arg((i * 5 + n) % Pairs)))});
            }
            return policy;
        };
        const Policy exact = granting(u"t%1:a%1"_s);
        const double floor = workOf([&] { PolicyIndex{exact}; });
        for (const QString &form : {u"t%1:*"_s, u"*:a%1"_s,
                                    u"rolewright/"
                                    u"*:a%1"_s}) {
            const Policy patterns = granting(form);
            PolicyIndex index;
            const double work = workOf([&] { index = PolicyIndex(patterns); });
            QVERIFY2(
                work < 10 * floor,
                qPrintable(u"%1: %2 ms, %3 ms"_s.arg(form, QString::number(work), QString::number(floor))));
            const bool covers = !isBuiltInResource(form);
            QCOMPARE(index.own({7}).count(), covers ? 5 : 0);
        }
    }

    // The draft and the store may each have interned a pattern or a validity of their own under one number.
    void branchesOfOneBaseMayNumberDifferently()
    {
        Policy base;
        base.permissions().insert({{u"a"_s, u"x"_s, {}}, {}, false});
        base.permissions().insert({{u"b"_s, u"x"_s, {}}, {}, false});
        const RoleId role = base.roles().insert({u"r"_s, {}, true});
        const UserId user = base.users().insert({u"u"_s, u"u"_s, true, {}, {}});
        const auto branch = [&](const QString &resource, const Validity &validity) {
            Policy policy = base;
            policy.grants().insert({role, policy.internGrant({resource, u"*"_s, {}})});
            policy.assignments().insert(policy.internAssignment(user, role, {validity, {}}));
            return policy;
        };
        const Policy a = branch(u"a"_s, {Instant {0}, Instant {10}});
        const Policy b = branch(u"b"_s, {Instant {0}, Instant {10}});
        QCOMPARE(print(PolicyIndex(a).updated(b)), print(PolicyIndex(b)));
        const Policy over = branch(u"a"_s, {Instant {0}, Instant {2}});
        const auto lost = impact(PolicyIndex(a), PolicyIndex(over), Instant {5}, true);
        QVERIFY(lost);
        QCOMPARE(lost->losing, 1);
    }

    void decidesAsTheTextOfTheSemanticsSays()
    {
        const quint32 start = seed();
        qInfo("seed %u", start);
        const int count = edits(4000);
        for (int run = 0; run * 100 < count; ++run) {
            RandomPolicy random(start + quint32(run));
            for (int i = 0; i < 60; ++i)
                random.edit();
            for (int i = 0; i < 10; ++i) {
                random.edit();
                const PolicyIndex index(random.policy());
                for (int n = 0; n < 40; ++n) {
                    const Request request = random.request();
                    const Decision decision = decide(index, request, {});
                    QCOMPARE(toText(decision.reason), Reference {random.policy()}.decide(request));
                    QCOMPARE(decision.allowed,
                             decision.reason == Reason::Granted || decision.reason == Reason::GrantedByScope);
                    const Explanation explanation = explain(index, request, {});
                    QCOMPARE(explanation.decision, decision);
                    QCOMPARE(!explanation.paths.isEmpty(), decision.allowed);
                }
            }
        }
    }

    void impactIsWhatEachUserGainsAndLoses()
    {
        const quint32 start = seed();
        qInfo("seed %u", start);
        for (int run = 0; run < 60; ++run) {
            RandomPolicy random(start + quint32(run));
            for (int i = 0; i < 60; ++i)
                random.edit();
            const PolicyIndex before(random.policy());
            for (int i = 0; i < 4; ++i)
                random.edit();
            const PolicyIndex after = before.updated(random.policy());
            const auto byId = impact(before, after, Instant {3}, true);
            const auto byName = impact(before, PolicyIndex(random.policy()), Instant {3}, false);
            QVERIFY(byId && byName);
            QVERIFY(*byId == *byName);
            const auto held = [](const PolicyIndex &index, const QString &id) {
                QStringList names;
                if (const UserId user = index.policy().users().idOf(id); user.isValid()) {
                    for (const WhatCan &entry : whatCan(index, user, Instant {3}))
                        names.append(entry.permission.toText());
                }
                return names;
            };
            QStringList changed;
            for (const AccessChange &change : byId->changes) {
                changed.append(change.user);
                QStringList expected = held(before, change.user);
                for (const QString &lost : change.lost)
                    QVERIFY(expected.removeOne(lost));
                expected += change.gained;
                sortByCodePoint(expected);
                QCOMPARE(expected, held(after, change.user));
            }
            for (int u = 0; u < 6; ++u) {
                const QString id = u"u%1"_s.arg(u);
                if (!changed.contains(id))
                    QCOMPARE(held(after, id), held(before, id));
            }
        }
    }

    void whoCanAgreesWithDeciding()
    {
        const quint32 start = seed();
        qInfo("seed %u", start);
        for (int run = 0; run < 60; ++run) {
            RandomPolicy random(start + quint32(run));
            for (int i = 0; i < 80; ++i)
                random.edit();
            const PolicyIndex index(random.policy());
            const Request asked = random.request();
            const QList<WhoCan> found = whoCan(index, asked.action, asked.resourceType, Instant {3});
            for (int u = 0; u < 6; ++u) {
                Request request;
                request.subject = u"u%1"_s.arg(u);
                request.action = asked.action;
                request.resourceType = asked.resourceType;
                request.resource = u"1"_s;
                request.time = Instant {3};
                const Reason reason = decide(index, request, {}).reason;
                const auto entry = std::find_if(found.begin(), found.end(),
                                                [&](const WhoCan &who) { return who.user == request.subject; });
                QCOMPARE(entry != found.end(), reason == Reason::Granted || reason == Reason::ScopeNotSatisfied);
                if (entry != found.end()) {
                    QCOMPARE(entry->reason == Reason::GrantedByScope, reason == Reason::ScopeNotSatisfied);
                    QVERIFY(!entry->path.grant.isEmpty());
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(PolicyIndexTest)
#include "tst_policyindex.moc"
