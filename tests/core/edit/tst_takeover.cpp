// SPDX-License-Identifier: Apache-2.0
#include "core/edit/takeover.h"

#include "core/edit/apply.h"
#include "tests/support/policytext.h"

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

const QByteArray News = R"({"rolewright": 1,
  "permissions": [{"name": "article:create"}, {"name": "article:update"}, {"name": "comment:delete"}],
  "roles": [{"name": "author", "grants": ["article:create"]},
            {"name": "editor", "inherits": ["author"], "grants": ["article:*"]},
            {"name": "moderator", "grants": ["comment:delete", "article:create"]}],
  "users": [{"id": "amy", "assignments": [{"role": "editor", "until": "2999-01-01T00:00:00Z"}]},
            {"id": "ben", "assignments": [{"role": "author"}, {"role": "moderator"}]}]})";

QString textOf(const ComparedThing::Side &side)
{
    if (!side.has)
        return u"-"_s;
    return side.own ? u"own"_s : u"(%1)"_s.arg(side.through);
}

QStringList print(const QList<ComparedThing> &things)
{
    QStringList lines;
    for (const ComparedThing &thing : things)
        lines.append(u"%1 | %2 | %3"_s.arg(thing.name, textOf(thing.left), textOf(thing.right)));
    return lines;
}

Policy with(const Policy &policy, const QList<Change> &changes)
{
    Policy after = policy;
    const Result<QList<Change>> complete = completed(policy, changes);
    if (!complete || !apply(after, *complete))
        qFatal("The changes do not apply.");
    return after;
}

} // namespace

class tst_TakeOver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparesRoles();
    void comparesUsers();
    void makesARoleLikeAnother();
    void takesOverOneThing();
    void makesAUserLikeAnother();
};

void tst_TakeOver::comparesRoles()
{
    const PolicyIndex index(policyOf(News));
    QCOMPARE(print(compareRoles(index, u"editor"_s, u"moderator"_s)),
             (QStringList{u"author | own | -"_s, u"article:* | own | -"_s,
                          u"article:create | (article:*) | own"_s, u"article:update | (article:*) | -"_s,
                          u"comment:delete | - | own"_s}));
    QCOMPARE(compareRoles(index, u"editor"_s, u"nobody"_s), QList<ComparedThing>());
}

void tst_TakeOver::comparesUsers()
{
    const PolicyIndex index(policyOf(News));
    QCOMPARE(print(compareUsers(index, u"amy"_s, u"ben"_s, Instant::now())),
             (QStringList{u"author | (editor) | own"_s, u"editor | own | -"_s, u"moderator | - | own"_s,
                          u"article:create | (editor, article:*) | (author)"_s,
                          u"article:update | (editor, article:*) | -"_s, u"comment:delete | - | (moderator)"_s}));
}

void tst_TakeOver::makesARoleLikeAnother()
{
    const Policy policy = policyOf(News);
    const PolicyIndex index(policy);
    const QList<ComparedThing> things = compareRoles(index, u"editor"_s, u"moderator"_s);
    for (const bool toLeft : {false, true}) {
        const TakeOver over = takeOverOfRole(index, toLeft ? u"editor"_s : u"moderator"_s, things, toLeft);
        QCOMPARE(over.left, 0);
        const PolicyIndex after(with(policy, over.changes));
        for (const ComparedThing &thing : compareRoles(after, u"editor"_s, u"moderator"_s))
            QVERIFY2(!thing.differs(), qPrintable(thing.name));
    }
}

void tst_TakeOver::takesOverOneThing()
{
    const Policy policy = policyOf(News);
    const PolicyIndex index(policy);
    const QList<ComparedThing> things = compareRoles(index, u"editor"_s, u"moderator"_s);
    // Held through a pattern: granted by itself where the pattern does not come along.
    QCOMPARE(descriptionsOf(takeOverOfRole(index, u"moderator"_s, things.mid(3, 1), false).changes),
             QStringList{u"grant article:update to moderator"_s});
    // Both: the pattern brings it.
    QCOMPARE(descriptionsOf(
                 takeOverOfRole(index, u"moderator"_s, {things.at(1), things.at(3)}, false).changes),
             QStringList{u"grant article:* to moderator"_s});
    // What editor has through its pattern cannot be taken by itself.
    const TakeOver stays = takeOverOfRole(index, u"editor"_s, things.mid(3, 1), true);
    QVERIFY(stays.changes.isEmpty());
    QCOMPARE(stays.left, 1);
}

void tst_TakeOver::makesAUserLikeAnother()
{
    const Policy policy = policyOf(News);
    const PolicyIndex index(policy);
    const QList<ComparedThing> things = compareUsers(index, u"amy"_s, u"ben"_s, Instant::now());
    const TakeOver over = takeOverOfUser(index, u"ben"_s, things, false);
    QCOMPARE(over.left, 0);
    const Policy after = with(policy, over.changes);
    for (const ComparedThing &thing : compareUsers(PolicyIndex(after), u"amy"_s, u"ben"_s, Instant::now()))
        QVERIFY2(!thing.differs(), qPrintable(thing.name));
    const AssignmentRow *row = after.assignments().find(after.users().idOf(u"ben"_s).value,
                                                        after.roles().idOf(u"editor"_s).value);
    QVERIFY(row);
    QCOMPARE(toText(after.validityOf(*row).until), u"2999-01-01T00:00:00Z"_s);
    // Only the permissions: nothing to do, and that is said.
    const TakeOver none = takeOverOfUser(index, u"ben"_s, things.mid(4, 1), false);
    QVERIFY(none.changes.isEmpty());
    QCOMPARE(none.left, 1);
}

QTEST_GUILESS_MAIN(tst_TakeOver)
#include "tst_takeover.moc"
