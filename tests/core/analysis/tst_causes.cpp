// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/causes.h"

#include "core/edit/apply.h"
#include "tests/support/randomedits.h"
#include "tests/support/smallpolicy.h"

#include <rapidcheck.h>

#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

// user +gained -lost, a line a user and permission.
QStringList print(const Impact &impact, const QString &indent = {})
{
    QStringList lines;
    for (const AccessChange &access : impact.changes) {
        for (const QString &permission : access.gained)
            lines.append(indent + access.user + u" +"_s + permission);
        for (const QString &permission : access.lost)
            lines.append(indent + access.user + u" -"_s + permission);
    }
    return lines;
}

} // namespace

// Which change did it, which operations open or close, which permissions no test touches.
class CausesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachGainHasItsCause()
    {
        const Policy policy = smallPolicy();
        const QList<Change> changes {
            {Verb::Add, Kind::Grant, u"r2"_s, u"b:x"_s, {}, {}, {}},
            {Verb::Add, Kind::Grant, u"r2"_s, u"a:y"_s, {}, {}, {}},
            {Verb::Add, Kind::Assignment, u"u1"_s, u"r3"_s, {}, {}, Assignment {}},
            {Verb::Remove, Kind::Grant, u"r2"_s, u"a:y"_s, {}, {}, {}},
            {Verb::Set, Kind::User, u"u0"_s, {}, u"active"_s, true, false},
        };
        const auto causes = impactByCause(PolicyIndex(policy), changes, Instant {0});
        QVERIFY(causes);
        QStringList lines;
        for (const Cause &cause : *causes) {
            lines.append(describe(changes.at(cause.change)));
            lines.append(print(cause.impact, u"  "_s));
        }
        QCOMPARE(lines.join(u'\n'),
                 describe(changes.at(0)) + u"\n  u1 +b:x\n"_s + describe(changes.at(4)) + u"\n  u0 -a:x\n  u0 -a:y"_s);
        CancelToken cancel = true;
        const auto cancelled = impactByCause(PolicyIndex(policy), changes, Instant {0}, &cancel);
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    }

    void causesTogetherAreTheImpact()
    {
        const bool held = rc::check([](const std::vector<unsigned> &numbers) {
            const Policy before = smallPolicy();
            const QList<Change> changes = RandomEdits(numbers).validRest(before, Instant {5'000});
            Policy after = before;
            RC_ASSERT(bool(apply(after, changes)));
            const PolicyIndex index(before);
            const auto net = impact(index, PolicyIndex(after), Instant {5'000}, true);
            const auto causes = impactByCause(index, changes, Instant {5'000});
            RC_ASSERT(net.has_value() && causes.has_value());
            QStringList expected = print(*net);
            QStringList found;
            for (const Cause &cause : *causes)
                found += print(cause.impact);
            sortByCodePoint(expected);
            sortByCodePoint(found);
            RC_ASSERT(found == expected);
        });
        QVERIFY(held);
    }

    // As many as an import brings.
    void manyChangesHaveTheirCausesToo()
    {
        constexpr int Grants = 3'000;
        const Policy policy = smallPolicy();
        QList<Change> changes;
        for (int i = 0; i < Grants; ++i) {
            const QString name = u"new:n%1"_s.arg(i);
            changes.append({Verb::Add, Kind::Permission, name, {}, {}, {}, Permission {*parsePermission(name), {}, false}});
            changes.append({Verb::Add, Kind::Grant, u"r2"_s, name, {}, {}, {}});
        }
        std::atomic<qint64> done = 0;
        const auto causes = impactByCause(PolicyIndex(policy), changes, Instant {0}, nullptr, &done);
        QVERIFY(causes);
        QCOMPARE(causes->size(), Grants); // the permissions alone give nobody anything
        QCOMPARE(causes->at(7).change, 15);
        QCOMPARE(print(causes->at(7).impact), QStringList {u"u1 +new:n7"_s});
        QCOMPARE(done, changes.size() - 1);
    }

    void operationsOpenAndClose()
    {
        const Policy before = smallPolicy();
        Policy after = before;
        QVERIFY(apply(after, {{Verb::Remove, Kind::Assignment, u"u1"_s, u"r2"_s, {}, Assignment {}, {}},
                              {Verb::Add, Kind::Assignment, u"u1"_s, u"r1"_s, {}, {}, Assignment {}}}));
        const auto effect = operationImpact(PolicyIndex(before), PolicyIndex(after), Instant {0});
        QVERIFY(effect);
        QCOMPARE(effect->opened, 1);
        QCOMPARE(effect->closed, 0); // r1 inherits r0, which o0 takes as well
        QCOMPARE(effect->changes, (QList<OperationChange> {{u"u1"_s, {u"o1"_s}, {}}}));
        const auto back = operationImpact(PolicyIndex(after), PolicyIndex(before), Instant {0});
        QVERIFY(back);
        QCOMPARE(back->changes, (QList<OperationChange> {{u"u1"_s, {}, {u"o1"_s}}}));
    }

    void permissionsThatNoTestTouches()
    {
        Policy policy = smallPolicy(); // its test asks for a:x
        QCOMPARE(untestedPermissions(PolicyIndex(policy)), (QStringList {u"a:y"_s, u"b:x"_s}));
        policy.tests().insert({u"t1"_s,
                               u"{\"subject\": {\"type\": \"user\", \"id\": \"u0\"}, \"action\": {\"name\": \"perform\"}, "
                               "\"resource\": {\"type\": \"operation\", \"id\": \"o1\"}}"_s,
                               {true, {}}});
        QCOMPARE(untestedPermissions(PolicyIndex(policy)), (QStringList {u"b:x"_s}));
    }
};

QTEST_APPLESS_MAIN(CausesTest)
#include "tst_causes.moc"
