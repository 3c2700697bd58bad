// SPDX-License-Identifier: Apache-2.0
#include "core/decision/holding.h"

#include "core/decision/decide.h"
#include "tests/core/decision/randompolicy.h"

#include <QTest>

using namespace rolewright;

namespace {

// What an application does with a holding.
bool allows(const Holding &holding, const Policy &policy, const Request &request)
{
    const QString wanted = request.resourceType + u':' + request.action;
    if (holding.permissions.contains(wanted))
        return true;
    const auto has = [&](const QStringList &names, const QString &scope) {
        return names.contains(wanted + u':' + scope);
    };
    for (const QString &name : holding.permissions) {
        if (name.startsWith(wanted + u':') && !holding.scoped.contains(name))
            return true;
    }
    const auto owner = request.properties.find(policy.ownership().property);
    if (owner != request.properties.end() && owner->second == request.subject && has(holding.scoped, u"own"_s))
        return true;
    return std::any_of(request.relations.begin(), request.relations.end(),
                       [&](const QString &scope) { return scope != u"own" && has(holding.scoped, scope); });
}

Policy withConstraint(Policy policy)
{
    const QList<RoleId> roles = policy.roles().idsByKey();
    if (roles.size() > 1)
        policy.constraints().insert(
            {u"c"_s, Constraint::Kind::Dynamic, {roles.first(), roles.last()}, 2, Constraint::Mode::Enforce});
    return policy;
}

} // namespace

class TestHolding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lets_applications_decide_as_decide_does()
    {
        int allowed = 0;
        int scoped = 0;
        for (quint32 run = 0; run < 300; ++run) {
            RandomPolicy random(run);
            for (int i = 0; i < 120; ++i)
                random.edit();
            const PolicyIndex index(run % 3 ? random.policy() : withConstraint(random.policy()));
            for (int i = 0; i < 200; ++i) {
                Request request = random.request();
                request.roles.reset();
                const Decision decision = decide(index, request, *request.time);
                const Holding holding = holdingOf(index, request.subject, *request.time);
                if (decision.reason == Reason::UnknownPermission)
                    continue;
                QVERIFY2(allows(holding, index.policy(), request) == decision.allowed,
                         qPrintable(u"run %1: %2, of %3 / %4"_s.arg(run).arg(
                             toJson(request), holding.permissions.join(u' '), holding.scoped.join(u' '))));
                allowed += decision.allowed;
                scoped += decision.reason == Reason::GrantedByScope;
                // It is so until then.
                request.time = Instant {holding.until.msecs - 1};
                if (holding.until != Instant::openEnd())
                    QCOMPARE(decide(index, request, *request.time), decision);
            }
        }
        QVERIFY2(allowed > 1000 && scoped > 50, qPrintable(u"%1 allowed, %2 by scope"_s.arg(allowed).arg(scoped)));
    }

    void names_whose_holding_a_change_touches()
    {
        int touched = 0;
        for (quint32 run = 0; run < 300; ++run) {
            RandomPolicy random(run);
            for (int i = 0; i < 60; ++i)
                random.edit();
            for (int step = 0; step < 10; ++step) {
                const PolicyIndex before(random.policy());
                for (quint32 i = random.below(4); i < 4; ++i)
                    random.edit();
                const PolicyIndex after(step % 3 ? random.policy() : withConstraint(random.policy()));
                const Instant t {qint64(random.below(8))};
                QStringList expected;
                for (int user = 0; user < 6; ++user) {
                    const QString id = u"u%1"_s.arg(user);
                    if (holdingOf(before, id, t) != holdingOf(after, id, t))
                        expected.append(id);
                }
                QCOMPARE(usersHoldingOtherwise(before, after, t), expected);
                // What follows an edit step by step numbers its slots alike.
                QCOMPARE(usersHoldingOtherwise(before, before.updated(after.policy()), t), expected);
                touched += int(expected.size());
            }
        }
        QVERIFY(touched > 500);
    }
};

QTEST_GUILESS_MAIN(TestHolding)
#include "tst_holding.moc"
