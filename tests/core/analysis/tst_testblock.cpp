// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/testblock.h"

#include "core/edit/apply.h"
#include "tests/support/policytext.h"

#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

const QByteArray News = R"({"rolewright": 1,
  "permissions": [{"name": "article:read"}, {"name": "article:update"}, {"name": "article:update:own"}, {"name": "article:update:team"}],
  "roles": [{"name": "author", "inherits": ["reader"], "grants": ["article:update:own"]}, {"name": "chief", "grants": ["*:*", "rolewright\u002f*:read"]},
            {"name": "reader", "grants": ["article:read"]}],
  "users": [{"id": "amy", "assignments": [{"role": "author", "until": "2999-01-01T00:00:00Z"}]},
            {"id": "ben", "active": false, "assignments": [{"role": "chief"}]}]})";

Policy after(const Policy &policy, const TestBlock &block)
{
    Policy made = policy;
    const Result<QList<Change>> complete = completed(policy, block.changes);
    if (!complete || !apply(made, *complete))
        qFatal("The tests do not fit.");
    return made;
}

QStringList namesOf(const TestBlock &block)
{
    QStringList names;
    for (const Change &change : block.changes)
        names.append(change.key);
    return names;
}

} // namespace

// Cells become tests that hold what the policy decides.
class TestBlockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAUserMay()
    {
        const Policy policy = policyOf(News);
        QList<AccessCell> cells;
        for (const UserId user : policy.users().idsByKey()) {
            for (const PermissionId permission : policy.permissions().idsByKey())
                cells.append({user, {}, GrantId::of(permission)});
        }
        const Instant now = Instant::now();
        const TestBlock block = testBlock(PolicyIndex(policy), cells, now);
        QCOMPARE(namesOf(block).join(u'\n'),
                 u"amy may article:read\namy may not article:update\namy may article:update:own\n"
                 u"amy may not article:update:team\nben may not article:read\nben may not article:update\n"
                 u"ben may not article:update:own\nben may not article:update:team"_s);
        QCOMPARE(block.allowed, 2);
        QCOMPARE(block.denied, 6);
        const Policy made = after(policy, block);
        const QList<TestOutcome> outcomes = runTests(PolicyIndex(made), now);
        QCOMPARE(outcomes.size(), 8);
        for (const TestOutcome &outcome : outcomes)
            QVERIFY2(outcome.passed, qPrintable(outcome.test));
        // The moment counts for her, whose assignment ends; a later run decides the same.
        const Policy::Tests &tests = made.tests();
        QVERIFY(tests.at(tests.idOf(u"amy may article:read"_s)).request.contains(toText(now)));
        QVERIFY(!tests.at(tests.idOf(u"ben may not article:read"_s)).request.contains(u"time"));
        QCOMPARE(
            brokenTests(PolicyIndex(made), PolicyIndex(made), *parseDocumentTime(u"2999-06-01T00:00:00Z"_s)),
            QStringList());
        // Once more: they are there. ben's, who needs no moment.
        const TestBlock again = testBlock(PolicyIndex(made), cells.mid(4), now);
        QCOMPARE(again.same, 4);
        QCOMPARE(again.changes.size(), 0);
    }

    void whatARoleGives()
    {
        const Policy policy = policyOf(News);
        const GrantId own = GrantId::of(policy.permissions().idOf(u"article:update:own"_s));
        const GrantId read = GrantId::of(policy.permissions().idOf(u"article:read"_s));
        const GrantId all = policy.grantId(*parseGrant(u"*:*"_s));
        const GrantId rights = policy.grantId(*parseGrant(u"rolewright/"
                                                          u"*:read"_s)); // a pattern, too
        QVERIFY(rights.isValid());
        const auto role = [&](const QString &name) { return policy.roles().idOf(name); };
        const TestBlock block = testBlock(PolicyIndex(policy),
                                          {{{}, role(u"author"_s), own},
                                           {{}, role(u"reader"_s), read}, // amy inherits it
                                           {{}, role(u"reader"_s), own},
                                           {{}, role(u"chief"_s), read}, // nobody active has it
                                           {{}, role(u"chief"_s), all},
                                           {policy.users().idOf(u"amy"_s), {}, rights}},
                                          Instant::now());
        QCOMPARE(namesOf(block),
                 (QStringList{u"amy as author may article:update:own"_s, u"amy as reader may article:read"_s,
                              u"amy as reader may not article:update:own"_s}));
        QCOMPARE(block.left, 3);
    }

    void anotherTestOfThatNameStays()
    {
        Policy policy = policyOf(News);
        policy.tests().insert({u"amy may article:read"_s,
                               uR"({"subject": {"type": "user", "id": "ben"}, "action": {"name": "read"}, )"
                               uR"("resource": {"type": "article", "id": "1"}})"_s,
                               {false, {}}});
        const TestBlock block = testBlock(
            PolicyIndex(policy),
            {{policy.users().idOf(u"amy"_s), {}, GrantId::of(policy.permissions().idOf(u"article:read"_s))}},
            Instant::now());
        QCOMPARE(namesOf(block), QStringList{u"amy may article:read (2)"_s});
        // Whatever stands in the name.
        policy.users().insert({u"50%1"_s, {}, true, {}, {}});
        policy.tests().insert({u"50%1 may not article:read"_s, policy.tests().at({0}).request, {true, {}}});
        const TestBlock other = testBlock(
            PolicyIndex(policy),
            {{policy.users().idOf(u"50%1"_s), {}, GrantId::of(policy.permissions().idOf(u"article:read"_s))}},
            Instant::now());
        QCOMPARE(namesOf(other), QStringList{u"50%1 may not article:read (2)"_s});
        CancelToken cancel = true;
        QVERIFY(testBlock(PolicyIndex(policy), {{}}, Instant::now(), &cancel).changes.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestBlockTest)
#include "tst_testblock.moc"
