// SPDX-License-Identifier: Apache-2.0
#include "core/decision/access.h"
#include "core/exchange/policyjson.h"
#include "tests/core/decision/randompolicy.h"
#include "tests/support/threadwork.h"

#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

// Assign "give:role +adds", grant "to:role others".
QStringList printed(const Policy &policy, const QList<AccessOffer> &offers)
{
    QStringList lines;
    for (const AccessOffer &offer : offers) {
        const QString role = policy.roles().at(offer.role).name;
        lines.append(offer.way == AccessOffer::Way::Assign
                         ? u"assign %1 +%2"_s.arg(role).arg(offer.adds)
                         : u"grant %1 +%2 [%3]"_s.arg(role).arg(offer.adds).arg(offer.who.join(u' ')));
    }
    return lines;
}

} // namespace

class tst_Access : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersTheLeastFirst();
    void offersForManyUsers();
    void leavesOutWhatBreaksSeparation();
    void removesAllThatGivesIt();
    void anOfferDoesWhatItSays();
    void manyUsersAtOnce();

private:
    static Policy newsroom()
    {
        const Result<Policy> policy = readPolicy(R"({"rolewright": 1,
            "permissions": [{"name": "a:publish"}, {"name": "a:read"}, {"name": "a:update"}, {"name": "a:update:own"},
                            {"name": "b:pay"}],
            "roles": [{"name": "reader", "grants": ["a:read"]},
                      {"name": "author", "inherits": ["reader"], "grants": ["a:update:own"]},
                      {"name": "chief", "inherits": ["editor"], "grants": ["b:pay"]},
                      {"name": "editor", "inherits": ["author"], "grants": ["a:*"]},
                      {"name": "idle", "enabled": false, "grants": ["a:publish"]},
                      {"name": "publisher", "grants": ["a:publish"]},
                      {"name": "payer", "grants": ["b:pay"]}],
            "users": [{"id": "ann", "assignments": [{"role": "author"}]},
                      {"id": "ben", "assignments": [{"role": "reader"}, {"role": "author"}]},
                      {"id": "cat", "assignments": [{"role": "editor"}]},
                      {"id": "dan", "active": false, "assignments": [{"role": "reader"}]},
                      {"id": "eve", "assignments": [{"role": "reader"}]}],
            "constraints": [{"name": "s", "kind": "static", "roles": ["publisher", "payer"], "limit": 2}]})");
        Q_ASSERT(policy);
        return *policy;
    }
};

void tst_Access::offersTheLeastFirst()
{
    const Policy policy = newsroom();
    const PolicyIndex index(policy);
    const auto offers = [&](const QString &user, const QString &permission) {
        return printed(policy, accessOffers(index, {policy.users().idOf(user)}, policy.permissions().idOf(permission),
                                            Instant::now()));
    };
    // Further permissions: the editor adds read's brother update, the chief pays too.
    QCOMPARE(offers(u"ann"_s, u"a:publish"_s),
             QStringList({u"assign publisher +0"_s, u"assign editor +1"_s, u"assign chief +2"_s,
                          u"grant author +0 [ben]"_s}));
    QCOMPARE(offers(u"eve"_s, u"a:publish"_s).last(), u"grant reader +0 [ann ben]"_s); // dan is inactive
    QCOMPARE(offers(u"cat"_s, u"a:publish"_s), QStringList()); // has it
    // Granted without scope it covers the scoped one too.
    QCOMPARE(offers(u"eve"_s, u"a:update"_s).last(), u"grant reader +1 [ann ben]"_s);
}

void tst_Access::offersForManyUsers()
{
    const Policy policy = newsroom();
    const PolicyIndex index(policy);
    const QList<UserId> users {policy.users().idOf(u"ann"_s), policy.users().idOf(u"eve"_s),
                               policy.users().idOf(u"cat"_s)};
    const QStringList lines = printed(
        policy, accessOffers(index, users, policy.permissions().idOf(u"a:publish"_s), Instant::now()));
    // Eve would get two more of the editor; no role is everybody's.
    QCOMPARE(lines, QStringList({u"assign publisher +0"_s, u"assign editor +2"_s, u"assign chief +3"_s}));
}

void tst_Access::leavesOutWhatBreaksSeparation()
{
    Policy policy = newsroom();
    const UserId ann = policy.users().idOf(u"ann"_s);
    policy.assignments().insert(policy.internAssignment(ann, policy.roles().idOf(u"payer"_s), {}));
    const PolicyIndex index(policy);
    const QStringList lines = printed(
        policy, accessOffers(index, {ann}, policy.permissions().idOf(u"a:publish"_s), Instant::now()));
    QVERIFY2(!lines.contains(u"assign publisher +0"_s) && lines.contains(u"assign editor +1"_s),
             qPrintable(lines.join(u", "_s)));
}

void tst_Access::removesAllThatGivesIt()
{
    const Policy policy = newsroom();
    const PolicyIndex index(policy);
    const AccessRemoval removal = accessRemoval(index, policy.users().idOf(u"ben"_s),
                                                policy.permissions().idOf(u"a:read"_s), Instant::now());
    QCOMPARE(removal.roles, (QList<RoleId> {policy.roles().idOf(u"author"_s), policy.roles().idOf(u"reader"_s)}));
    QCOMPARE(removal.alsoLost, QStringList {u"a:update:own"_s});
    // Held for some scope only.
    const AccessRemoval scoped = accessRemoval(index, policy.users().idOf(u"ann"_s),
                                               policy.permissions().idOf(u"a:update"_s), Instant::now());
    QCOMPARE(scoped.roles, QList<RoleId> {policy.roles().idOf(u"author"_s)});
    QCOMPARE(scoped.alsoLost, QStringList {u"a:read"_s});
}

// Whatever the policy: doing it gives the access, to exactly so many others, and adds exactly so many permissions.
void tst_Access::anOfferDoesWhatItSays()
{
    int seen = 0;
    for (quint32 seed = 0; seed < 400; ++seed) {
        RandomPolicy random(seed);
        for (int i = 0; i < 120; ++i)
            random.edit();
        const Policy &before = random.policy();
        const PolicyIndex index(before);
        const Instant t {qint64(random.below(8))};
        const QList<UserId> users = before.users().idsByKey();
        const QList<PermissionId> permissions = before.permissions().idsByKey();
        if (users.isEmpty() || permissions.isEmpty())
            continue;
        const UserId user = users.at(random.below(quint32(users.size())));
        const PermissionId permission = permissions.at(random.below(quint32(permissions.size())));
        const SlotId slot = index.slot(permission);
        for (const AccessOffer &offer : accessOffers(index, {user}, permission, t)) {
            Policy after = before;
            if (offer.way == AccessOffer::Way::Assign) {
                after.assignments().remove(user.value, offer.role.value);
                after.assignments().insert(after.internAssignment(user, offer.role, {}));
            } else {
                after.grants().insert({offer.role, GrantId::of(permission)});
            }
            const PolicyIndex then(after);
            QVERIFY(then.effective(user, t).test(then.slot(permission).value));
            BitSet had = index.effective(user, t);
            had.set(slot.value);
            QCOMPARE(offer.adds, then.effective(user, t).countMissingIn(had, then.catalogue()));
            qsizetype others = 0;
            for (const UserId other : users) {
                others += other != user && before.users().at(other).active
                    && !index.effective(other, t).test(slot.value) && then.effective(other, t).test(slot.value);
            }
            QCOMPARE(offer.others, others);
            ++seen;
        }
        const AccessRemoval removal = accessRemoval(index, user, permission, t);
        Policy without = before;
        for (const RoleId role : removal.roles)
            without.assignments().remove(user.value, role.value);
        QVERIFY(!PolicyIndex(without).effective(user, t).test(slot.value));
    }
    QVERIFY2(seen > 100, qPrintable(QString::number(seen)));
}

// All who have a role asked about at once: each assignment is looked at once, not once for each of them.
void tst_Access::manyUsersAtOnce()
{
    Policy policy;
    const RoleId role = policy.roles().insert({u"r"_s, {}, true});
    const PermissionId permission = policy.permissions().insert({{u"a"_s, u"b"_s, {}}, {}, false});
    QList<UserId> users;
    for (int i = 0; i < 20'000; ++i) {
        users.append(policy.users().insert({u"u%1"_s.arg(i), {}, true, {}, {}}));
        policy.assignments().insert(policy.internAssignment(users.last(), role, {}));
    }
    const PolicyIndex index(policy);
    const auto printedFor = [&](const QList<UserId> &asked) {
        return printed(policy, accessOffers(index, asked, permission, Instant {0})).join(u'\n').left(20);
    };
    const double floor = workOf([&] { QCOMPARE(printedFor({users.first()}), u"grant r +0 [u1 u10 u"_s); });
    const double work = workOf([&] { QCOMPARE(printedFor(users), u"grant r +0 []"_s); });
    QVERIFY2(work < 12 * floor, qPrintable(u"%1 ms, and %2 ms of one"_s.arg(work).arg(floor)));
}

QTEST_MAIN(tst_Access)
#include "tst_access.moc"
