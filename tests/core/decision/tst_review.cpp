// SPDX-License-Identifier: Apache-2.0
#include "core/base/text.h"
#include "core/decision/comparison.h"
#include "tests/core/decision/randompolicy.h"

#include <QTest>

using namespace rolewright;

namespace {

quint32 seed()
{
    bool given = false;
    const uint value = qEnvironmentVariable("ROLEWRIGHT_SEED").toUInt(&given);
    return given ? value : std::random_device {}();
}

} // namespace

// The reverse questions say what deciding says, on random policies.
class ReviewTest : public QObject
{
    Q_OBJECT

    template <class Check>
    void onRandomPolicies(Check check)
    {
        const quint32 start = seed();
        qInfo("seed %u", start);
        for (int run = 0; run < 100; ++run) {
            RandomPolicy random(start + quint32(run));
            for (int i = 0; i < 80; ++i)
                random.edit();
            check(random, PolicyIndex(random.policy()));
            if (QTest::currentTestFailed())
                return;
        }
    }

private Q_SLOTS:
    void rolesThatGiveAreThoseWhoseOnlyHolderMay()
    {
        onRandomPolicies([](RandomPolicy &random, const PolicyIndex &index) {
            const Request asked = random.request();
            QStringList expected;
            for (const RoleId role : index.policy().roles().idsByKey()) {
                Policy with = index.policy();
                const UserId user = with.users().insert({u"alone"_s, u"alone"_s, true, {}, {}});
                with.assignments().insert({user, role});
                Request request;
                request.subject = u"alone"_s;
                request.action = asked.action;
                request.resourceType = asked.resourceType;
                request.resource = u"1"_s;
                const Decision decision = decide(PolicyIndex(with), request, {});
                if (decision.allowed)
                    expected.append(with.roles().at(role).name);
                else if (decision.reason == Reason::ScopeNotSatisfied)
                    expected.append(with.roles().at(role).name + u" scoped"_s);
            }
            QStringList found;
            for (const RoleGiving &giving : whichRoles(index, asked.action, asked.resourceType)) {
                found.append(giving.role + (giving.scopes.isEmpty() ? QString() : u" scoped"_s));
                QCOMPARE(giving.path.roles.first(), giving.role);
                QCOMPARE(giving.how == RoleGiving::How::Inherited, giving.path.roles.size() > 1);
            }
            QCOMPARE(found, expected);
        });
    }

    void comparingIsWhatEachHolds()
    {
        onRandomPolicies([](RandomPolicy &random, const PolicyIndex &index) {
            const QList<UserId> users = index.policy().users().idsByKey();
            if (users.isEmpty())
                return;
            const UserId a = users.at(random.below(quint32(users.size())));
            const UserId b = users.at(random.below(quint32(users.size())));
            const QList<WhatCan> left = whatCan(index, a, Instant {3});
            const QList<WhatCan> right = whatCan(index, b, Instant {3});
            QList<WhatCan> onLeft;
            QList<WhatCan> onRight;
            const QString &nameOfA = index.policy().users().at(a).id;
            const QString &nameOfB = index.policy().users().at(b).id;
            for (const ComparedThing &thing : compareUsers(index, nameOfA, nameOfB, Instant {3})) {
                if (thing.kind != ComparedThing::Kind::Permission)
                    continue;
                const Result<PermissionName> name = parseGrant(thing.name);
                QVERIFY(name);
                if (thing.left.has)
                    onLeft.append({*name, thing.left.path});
                if (thing.right.has)
                    onRight.append({*name, thing.right.path});
            }
            QCOMPARE(onLeft, left);
            QCOMPARE(onRight, right);
            CancelToken cancelled = true;
            QVERIFY(compareUsers(index, nameOfA, nameOfB, Instant {3}, &cancelled).isEmpty());
        });
    }

    void twoRolesCompareAsTheyGive()
    {
        onRandomPolicies([](RandomPolicy &, const PolicyIndex &index) {
            const QList<RoleId> roles = index.policy().roles().idsByKey();
            if (roles.size() < 2)
                return;
            const QString &left = index.policy().roles().at(roles.first()).name;
            const QString &right = index.policy().roles().at(roles.last()).name;
            BitSet given = index.effective(roles.first());
            given.intersect(index.holdable());
            qsizetype inEffect = 0;
            for (const ComparedThing &thing : compareRoles(index, left, right)) {
                if (thing.left.path.roles.isEmpty())
                    continue;
                ++inEffect;
                const Result<PermissionName> name = parseGrant(thing.name);
                QVERIFY(name && given.test(index.slot(*name).value));
                QCOMPARE(thing.left.path.roles.first(), left);
            }
            QCOMPARE(inEffect, qsizetype(given.count()));
        });
    }
};

QTEST_APPLESS_MAIN(ReviewTest)
#include "tst_review.moc"
