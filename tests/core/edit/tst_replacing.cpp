// SPDX-License-Identifier: Apache-2.0
#include "core/edit/replacing.h"

#include "core/edit/apply.h"
#include "tests/support/policytext.h"

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Names = R"names({"rolewright": 1,
  "permissions": [{"name": "article:create"}, {"name": "article:update:own"}, {"name": "post:create"}],
  "roles": [{"name": "a1", "grants": ["article:create"]}, {"name": "a2", "inherits": ["a1"]}, {"name": "b1"}],
  "users": [{"id": "kim", "name": "Kim (intern)"}, {"id": "lee", "name": "Lee (intern)"}]})names";

QStringList print(const QList<ReplacedName> &names)
{
    QStringList lines;
    for (const ReplacedName &name : names)
        lines.append(u"%1 > %2%3"_s.arg(name.key, name.newKey == name.key ? name.is : name.newKey,
                                        name.problem.isEmpty() ? QString() : u": "_s + name.problem));
    return lines;
}

Replacing replacing(ReplacedField field, const QString &find, const QString &with, bool expression = false)
{
    return {field, find, with, expression, true};
}

} // namespace

class tst_Replacing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesPlainText();
    void replacesByExpression();
    void replacesSegmentsOfPermissions();
    void saysWhatCannotBe();
    void renamesInAnOrderThatWorks();
    void refusesACircle();
};

void tst_Replacing::replacesPlainText()
{
    const Policy policy = policyOf(Names);
    const auto names = findReplacements(policy, replacing(ReplacedField::UserName, u" (intern)"_s, u"\\1"_s));
    QCOMPARE(print(names), (QStringList{u"kim > Kim\\1"_s, u"lee > Lee\\1"_s}));
    const Result<QList<Change>> changes = replacementChanges(policy, ReplacedField::UserName, names);
    QVERIFY(changes);
    Policy after = policy;
    QVERIFY(apply(after, *changes));
    QCOMPARE(after.users().at(after.users().idOf(u"kim"_s)).name, u"Kim\\1"_s);
    QVERIFY(findReplacements(policy, replacing(ReplacedField::RoleName, {}, u"x"_s)).isEmpty());

    // A display name that is not in NFC is left as it is where nothing is found in it.
    const UserId lee = after.users().idOf(u"lee"_s);
    after.users().replace(lee, {u"lee"_s, u"Le\u0301e"_s, true, {}, {}});
    QVERIFY(findReplacements(after, replacing(ReplacedField::UserName, u"Zoe"_s, u"x"_s)).isEmpty());
    QCOMPARE(print(findReplacements(after, replacing(ReplacedField::UserName, u"Le"_s, u"Be"_s))),
             QStringList{u"lee > B\u00e9e"_s});
}

void tst_Replacing::replacesByExpression()
{
    const Policy policy = policyOf(Names);
    const Replacing rule = replacing(ReplacedField::RoleName, u"^a(\\d)$"_s, u"author \\1"_s, true);
    const auto names = findReplacements(policy, rule);
    QCOMPARE(print(names), (QStringList{u"a1 > author 1"_s, u"a2 > author 2"_s}));
    Policy after = policy;
    QVERIFY(apply(after, *replacementChanges(policy, rule.field, names)));
    QVERIFY(textOf(after).contains(u"\"inherits\": [\n        \"author 1\""_s));
    const Replacing broken = replacing(ReplacedField::RoleName, u"a("_s, {}, true);
    QVERIFY2(broken.problem().startsWith(u"This regular expression has an error at character 3:"_s),
             qPrintable(broken.problem()));
    QVERIFY(findReplacements(policy, broken).isEmpty());
}

void tst_Replacing::replacesSegmentsOfPermissions()
{
    const Policy policy = policyOf(Names);
    QCOMPARE(print(findReplacements(policy, replacing(ReplacedField::PermissionResource, u"post"_s, u"page"_s))),
             QStringList{u"post:create > page:create"_s});
    QCOMPARE(print(findReplacements(policy, replacing(ReplacedField::PermissionScope, u"own"_s, u"team"_s))),
             QStringList{u"article:update:own > article:update:team"_s});
    // The whole name, as somebody copies it.
    QCOMPARE(print(findReplacements(policy, replacing(ReplacedField::PermissionName, u"post:create"_s, u"page:make"_s))),
             QStringList{u"post:create > page:make"_s});
    QCOMPARE(print(findReplacements(policy, replacing(ReplacedField::PermissionName, u"post:create"_s, u"post"_s))).size(), 1);
    QVERIFY(print(findReplacements(policy, replacing(ReplacedField::PermissionName, u"post:create"_s, u"post"_s)))
                .first()
                .startsWith(u"post:create > post: The permission "_s));
    QCOMPARE(print(findReplacements(policy, replacing(ReplacedField::PermissionName, u"post:create"_s, u"post:create:any"_s))),
             QStringList{u"post:create > post:create:any: post:create:any is another spelling of post:create."_s});
    const auto names =
        findReplacements(policy, replacing(ReplacedField::PermissionAction, u"create"_s, u"make"_s));
    Policy after = policy;
    QVERIFY(apply(after, *replacementChanges(policy, ReplacedField::PermissionAction, names)));
    QVERIFY(after.permissions().idOf(u"article:make"_s).isValid());
    QVERIFY(textOf(after).contains(u"\"grants\": [\n        \"article:make\""_s));
}

void tst_Replacing::saysWhatCannotBe()
{
    const Policy policy = policyOf(Names);
    QCOMPARE(print(findReplacements(policy, replacing(ReplacedField::PermissionResource, u"post"_s, u"article"_s))),
             QStringList{u"post:create > article:create: article:create exists already."_s});
    QCOMPARE(print(findReplacements(policy, replacing(ReplacedField::RoleName, u"[12]"_s, u""_s, true))),
             (QStringList{u"a1 > a: Several would be called a."_s, u"a2 > a: Several would be called a."_s,
                          u"b1 > b"_s}));
    const auto colon = findReplacements(policy, replacing(ReplacedField::PermissionAction, u"create"_s, u"a:b"_s));
    QCOMPARE(colon.first().problem, u"A segment of a permission has no colon."_s);
    const auto star = findReplacements(policy, replacing(ReplacedField::PermissionAction, u"create"_s, u"*"_s));
    QVERIFY(!star.first().problem.isEmpty());
    const auto empty = findReplacements(policy, replacing(ReplacedField::RoleName, u"b1"_s, u""_s));
    QCOMPARE(empty.first().problem, u"The name is empty."_s);
    QVERIFY(replacementChanges(policy, ReplacedField::RoleName, empty)->isEmpty());
}

void tst_Replacing::renamesInAnOrderThatWorks()
{
    const Policy policy = policyOf(Names);
    // a1 takes the name that a2 gives up.
    const QList<ReplacedName> names{{u"a1"_s, u"a1"_s, u"a2"_s, u"a2"_s, {}},
                                    {u"a2"_s, u"a2"_s, u"a3"_s, u"a3"_s, {}}};
    const Result<QList<Change>> changes = replacementChanges(policy, ReplacedField::RoleName, names);
    QVERIFY(changes);
    Policy after = policy;
    QVERIFY(apply(after, *changes));
    QCOMPARE(after.roles().at(policy.roles().idOf(u"a1"_s)).name, u"a2"_s);
    QCOMPARE(after.roles().at(policy.roles().idOf(u"a2"_s)).name, u"a3"_s);
}

void tst_Replacing::refusesACircle()
{
    const Policy policy = policyOf(Names);
    const QList<ReplacedName> names{{u"a1"_s, u"a1"_s, u"b1"_s, u"b1"_s, {}},
                                    {u"b1"_s, u"b1"_s, u"a1"_s, u"a1"_s, {}}};
    const Result<QList<Change>> changes = replacementChanges(policy, ReplacedField::RoleName, names);
    QVERIFY(!changes);
    QVERIFY(changes.error().message.contains(u"circle"_s));
}

QTEST_GUILESS_MAIN(tst_Replacing)
#include "tst_replacing.moc"
