// SPDX-License-Identifier: Apache-2.0
#include "core/base/text.h"
#include "core/decision/review.h"
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

QStringList textsOf(const QList<WhatCan> &list)
{
    QStringList texts;
    for (const WhatCan &what : list)
        texts.append(what.permission.toText());
    return texts;
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
            const auto compared = compare(index, a, b, Instant {3});
            QVERIFY(compared);
            QStringList both;
            for (const AccessComparison::Both &entry : compared->both) {
                both.append(entry.permission.toText());
                QVERIFY(left.contains(WhatCan {entry.permission, entry.left}));
                QVERIFY(right.contains(WhatCan {entry.permission, entry.right}));
            }
            QStringList all = textsOf(compared->onlyLeft) + both;
            sortByCodePoint(all);
            QCOMPARE(all, textsOf(left));
            all = textsOf(compared->onlyRight) + both;
            sortByCodePoint(all);
            QCOMPARE(all, textsOf(right));
            CancelToken cancelled = true;
            QCOMPARE(compare(index, a, b, Instant {3}, &cancelled).has_value(), left.isEmpty() && right.isEmpty());
        });
    }

    void twoRolesCompareAsTheyGive()
    {
        onRandomPolicies([](RandomPolicy &, const PolicyIndex &index) {
            const QList<RoleId> roles = index.policy().roles().idsByKey();
            if (roles.size() < 2)
                return;
            const auto compared = compare(index, roles.first(), roles.last());
            QVERIFY(compared);
            QCOMPARE(compared->onlyLeft.size() + compared->both.size(), whatGives(index, roles.first()).size());
            QCOMPARE(compared->onlyRight.size() + compared->both.size(), whatGives(index, roles.last()).size());
        });
    }
};

QTEST_APPLESS_MAIN(ReviewTest)
#include "tst_review.moc"
