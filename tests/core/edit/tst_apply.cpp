// SPDX-License-Identifier: Apache-2.0
#include "core/edit/apply.h"

#include "core/decision/request.h"
#include "core/edit/difference.h"
#include "core/exchange/policyjson.h"
#include "tests/support/smallpolicy.h"

#include <QElapsedTimer>
#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;
using Changes = QList<Change>;

const Instant Now{1'000'000'000'000};

// With the value as `to` where something comes, as `was` where it goes.
Change entity(Verb verb, Kind kind, const QString &key, const Change::Value &value)
{
    Change change{verb, kind, key, {}, {}, {}, {}};
    (verb == Verb::Add ? change.to : change.was) = value;
    return change;
}
Change relation(Verb verb, Kind kind, const QString &key, const QString &other,
                const Change::Value &value = {})
{
    Change change = entity(verb, kind, key, value);
    change.other = other;
    return change;
}
Change set(Kind kind, const QString &key, const QString &field, const Change::Value &was,
           const Change::Value &to, const QString &other = {})
{
    return {Verb::Set, kind, key, other, field, was, to};
}
Change rename(Kind kind, const QString &from, const QString &to)
{
    return {Verb::Rename, kind, from, {}, {}, {}, to};
}

const QString T1Request = u"{\"subject\": {\"type\": \"user\", \"id\": \"u0\"}, \"action\": {\"name\": \"y\"}, "
                        "\"resource\": {\"type\": \"a\", \"id\": \"1\"}}"_s;
const QString T0Request =
    u"{\"subject\": {\"type\": \"user\", \"id\": \"u0\"}, \"action\": {\"name\": \"x\"}, "
    "\"resource\": {\"type\": \"a\", \"id\": \"1\"}}"_s;

// The lines of a document that differ, as "- was" and "+ is".
QString lineDifference(const QString &was, const QString &is)
{
    QStringList before = was.split(u'\n');
    QStringList after = is.split(u'\n');
    while (!before.isEmpty() && !after.isEmpty() && before.first() == after.first()) {
        before.removeFirst();
        after.removeFirst();
    }
    while (!before.isEmpty() && !after.isEmpty() && before.last() == after.last()) {
        before.removeLast();
        after.removeLast();
    }
    QStringList lines;
    for (const QString &line : std::as_const(before))
        lines.append(u"- "_s + line.trimmed());
    for (const QString &line : std::as_const(after))
        lines.append(u"+ "_s + line.trimmed());
    return lines.join(u'\n');
}

} // namespace

Q_DECLARE_METATYPE(QList<rolewright::Change>)

class tst_Apply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKind_data();
    void everyKind();
    void refused_data();
    void refused();
    void checkedRefusesWhatIsInvalidAsAWhole();
    void testsFitEveryDocument();
    void deletion_data();
    void deletion();
    void deletionOfWhatIsInUse_data();
    void deletionOfWhatIsInUse();
    void renaming_data();
    void renaming();
    void renamingFindsNamesThatJsonEscapes();
    void cloning();
    void completionFillsInAndMakesCanonical();
    void completionNamesTheChangesGiven();
    void describesByWholeCharacters();
    void manyChangesAtOnce();
};

void tst_Apply::everyKind_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("description");
    QTest::addColumn<QString>("effect");
    const auto row = [](const Change &change, const char *description, const char *effect) {
        QTest::newRow(description) << change << QString::fromUtf8(description) << QString::fromUtf8(effect);
    };
    row(entity(Verb::Add, Kind::Permission, u"b:y:own"_s,
               Permission{{u"b"_s, u"y"_s, u"own"_s}, u"d"_s, true}),
        "add permission b:y:own",
        "+ },\n+ {\n+ \"name\": \"b:y:own\",\n+ \"description\": \"d\",\n+ \"sensitive\": true");
    row(entity(Verb::Add, Kind::Role, u"r4"_s, Role{u"r4"_s, {}, false}), "add role r4",
        "+ },\n+ {\n+ \"name\": \"r4\",\n+ \"enabled\": false");
    row(entity(Verb::Add, Kind::User, u"u2"_s,
               User{u"u2"_s, u"Bob"_s, true, {{u"team"_s, u"news"_s}}, u"ldap"_s}),
        "add user u2", "");
    row(entity(Verb::Add, Kind::Constraint, u"c1"_s,
               ConstraintValue{
                   u"c1"_s, Constraint::Kind::Dynamic, {u"r1"_s, u"r2"_s}, 2, Constraint::Mode::Record}),
        "add constraint c1", "");
    row(entity(Verb::Add, Kind::Operation, u"o2"_s,
               Operation{u"o2"_s, {}, Requirement{Requirement::Kind::Public, {}, {}, {}}}),
        "add operation o2", "");
    row(entity(Verb::Add, Kind::Test, u"t1"_s, PolicyTest{u"t1"_s, T1Request, {false, u"not-granted"_s}}),
        "add test t1", "");
    row(entity(Verb::Remove, Kind::Permission, u"b:x"_s, Permission{{u"b"_s, u"x"_s, {}}, {}, false}),
        "remove permission b:x", "- },\n- {\n- \"name\": \"b:x\"");
    row(entity(Verb::Remove, Kind::Role, u"r3"_s, Role{u"r3"_s, {}, true}), "remove role r3",
        "- },\n- {\n- \"name\": \"r3\"");
    row(entity(Verb::Remove, Kind::Constraint, u"c0"_s,
               ConstraintValue{
                   u"c0"_s, Constraint::Kind::Static, {u"r0"_s, u"r2"_s}, 2, Constraint::Mode::Enforce}),
        "remove constraint c0", "");
    row(entity(Verb::Remove, Kind::Operation, u"o0"_s,
               Operation{u"o0"_s, {}, Requirement{Requirement::Kind::AnyRole, {u"r0"_s, u"r2"_s}, {}, {}}}),
        "remove operation o0", "");
    row(entity(Verb::Remove, Kind::Test, u"t0"_s, PolicyTest{u"t0"_s, T0Request, {true, {}}}),
        "remove test t0", "");
    row(set(Kind::Permission, u"a:x"_s, u"description"_s, QString(), u"Read"_s),
        "set description of permission a:x to \"Read\"",
        "- \"name\": \"a:x\"\n+ \"name\": \"a:x\",\n+ \"description\": \"Read\"");
    row(set(Kind::Permission, u"a:x"_s, u"sensitive"_s, false, true), "mark permission a:x as sensitive",
        "- \"name\": \"a:x\"\n+ \"name\": \"a:x\",\n+ \"sensitive\": true");
    row(set(Kind::Role, u"r2"_s, u"description"_s, QString(), u"Two"_s),
        "set description of role r2 to \"Two\"",
        "- \"name\": \"r2\"\n+ \"name\": \"r2\",\n+ \"description\": \"Two\"");
    row(set(Kind::Role, u"r2"_s, u"enabled"_s, true, false), "disable role r2",
        "- \"name\": \"r2\"\n+ \"name\": \"r2\",\n+ \"enabled\": false");
    row(set(Kind::User, u"u1"_s, u"name"_s, u"u1"_s, u"Una"_s), "set name of user u1 to \"Una\"",
        "+ \"name\": \"Una\",");
    row(set(Kind::User, u"u1"_s, u"active"_s, true, false), "deactivate user u1", "+ \"active\": false,");
    row(set(Kind::User, u"u1"_s, u"attributes"_s, QMap<QString, QString>(),
            QMap<QString, QString>{{u"team"_s, u"news"_s}}),
        "set attributes of user u1 to \"team=news\"", "+ \"attributes\": {\n+ \"team\": \"news\"\n+ },");
    row(set(Kind::User, u"u1"_s, u"source"_s, QString(), u"ldap"_s), "set source of user u1 to \"ldap\"",
        "+ \"source\": \"ldap\",");
    row(set(Kind::Constraint, u"c0"_s, u"kind"_s, u"static"_s, u"dynamic"_s),
        "set kind of constraint c0 to \"dynamic\"", "- \"kind\": \"static\",\n+ \"kind\": \"dynamic\",");
    row(set(Kind::Constraint, u"c0"_s, u"limit"_s, qint64(2), qint64(3)), "set limit of constraint c0 to 3",
        "- \"limit\": 2\n+ \"limit\": 3");
    row(set(Kind::Constraint, u"c0"_s, u"mode"_s, u"enforce"_s, u"record"_s),
        "set mode of constraint c0 to \"record\"", "- \"limit\": 2\n+ \"limit\": 2,\n+ \"mode\": \"record\"");
    row(set(Kind::Operation, u"o0"_s, u"description"_s, QString(), u"Opens"_s),
        "set description of operation o0 to \"Opens\"", "+ \"description\": \"Opens\",");
    row(set(Kind::Operation, u"o0"_s, u"requires"_s,
            std::optional(Requirement{Requirement::Kind::AnyRole, {u"r0"_s, u"r2"_s}, {}, {}}),
            std::optional<Requirement>()),
        "let operation o0 require nothing yet (denied)", "");
    row(set(Kind::Test, u"t0"_s, u"request"_s, T0Request, T1Request),
        "set request of test t0 to \"{\"subject\": {\"type\": \"user\", \"id\": \"u0\"}, \"action\": "
        "{\"name\": \"y\"}, \"resource\": …\"",
        "- \"name\": \"x\"\n+ \"name\": \"y\"");
    row(set(Kind::Test, u"t0"_s, u"expect"_s, Expectation{true, {}}, Expectation{false, u"not-granted"_s}),
        "expect test t0 to be denied as not-granted",
        "- \"expect\": true\n+ \"expect\": {\n+ \"decision\": false,\n+ \"reason\": \"not-granted\"\n+ }");
    row(relation(Verb::Add, Kind::Grant, u"r2"_s, u"a:x"_s), "grant a:x to r2",
        "- \"name\": \"r2\"\n+ \"name\": \"r2\",\n+ \"grants\": [\n+ \"a:x\"\n+ ]");
    row(relation(Verb::Add, Kind::Grant, u"r2"_s, u"*:*:own"_s), "grant *:*:own to r2",
        "- \"name\": \"r2\"\n+ \"name\": \"r2\",\n+ \"grants\": [\n+ \"*:*:own\"\n+ ]");
    row(relation(Verb::Remove, Kind::Grant, u"r0"_s, u"a:*"_s), "revoke a:* from r0", "- \"a:*\",");
    row(relation(Verb::Add, Kind::Inheritance, u"r2"_s, u"r3"_s), "let r2 inherit r3",
        "- \"name\": \"r2\"\n+ \"name\": \"r2\",\n+ \"inherits\": [\n+ \"r3\"\n+ ]");
    row(relation(Verb::Remove, Kind::Inheritance, u"r1"_s, u"r0"_s), "stop r1 inheriting r0",
        "- \"inherits\": [\n- \"r0\"\n- ],");
    row(relation(Verb::Add, Kind::Assignment, u"u1"_s, u"r3"_s,
                 Assignment{{Instant{0}, Instant{1000}}, u"ldap"_s}),
        "assign r3 to u1 from 1970-01-01T00:00:00Z until 1970-01-01T00:00:01Z",
        "+ },\n+ {\n+ \"role\": \"r3\",\n+ \"from\": \"1970-01-01T00:00:00Z\",\n+ \"until\": "
        "\"1970-01-01T00:00:01Z\",\n+ \"source\": \"ldap\"");
    row(relation(Verb::Remove, Kind::Assignment, u"u0"_s, u"r0"_s, Assignment()), "unassign r0 from u0",
        "- \"role\": \"r0\"\n- },\n- {");
    row(set(Kind::Assignment, u"u0"_s, u"from"_s, Instant::openStart(), Instant{0}, u"r0"_s),
        "let the assignment of r0 to u0 begin at 1970-01-01T00:00:00Z",
        "- \"role\": \"r0\"\n+ \"role\": \"r0\",\n+ \"from\": \"1970-01-01T00:00:00Z\"");
    row(set(Kind::Assignment, u"u0"_s, u"until"_s, Instant{1798761600000}, Instant::openEnd(), u"r1"_s),
        "let the assignment of r1 to u0 have no end",
        "- \"role\": \"r1\",\n- \"until\": \"2027-01-01T00:00:00Z\"\n+ \"role\": \"r1\"");
    row(set(Kind::Assignment, u"u0"_s, u"source"_s, QString(), u"ldap"_s, u"r0"_s),
        "set source of the assignment of r0 to u0 to \"ldap\"",
        "- \"role\": \"r0\"\n+ \"role\": \"r0\",\n+ \"source\": \"ldap\"");
    row(relation(Verb::Add, Kind::Member, u"c0"_s, u"r3"_s), "add role r3 to constraint c0",
        "- \"r2\"\n+ \"r2\",\n+ \"r3\"");
    row(relation(Verb::Remove, Kind::Member, u"c0"_s, u"r0"_s), "take role r0 out of constraint c0",
        "- \"r0\",");
    row(entity(Verb::Add, Kind::Delegation, {},
               Delegation{u"r2"_s, {u"r3"_s}, {}, Delegation::Users{u"team"_s, u"news"_s}}),
        "add delegation: r2 may assign r3 for users whose team is \"news\"", "");
    row(entity(Verb::Remove, Kind::Delegation, {}, Delegation{u"r1"_s, {u"r0"_s}, {u"a:x"_s}, {}}),
        "remove delegation: r1 may assign r0 and grant a:x", "");
    row(entity(Verb::Add, Kind::Approval, {}, Approval{{u"grant.sensitive"_s, u"role.delete"_s}, u"r0"_s}),
        "add approval: grant.sensitive, role.delete needs r0", "");
    row(entity(Verb::Remove, Kind::Approval, {}, Approval{{u"role.delete"_s}, u"r2"_s}),
        "remove approval: role.delete needs r2", "");
    row(set(Kind::Ownership, {}, u"property"_s, u"owner"_s, u"author"_s),
        "set the ownership property to \"author\"", "+ \"ownership\": {\n+ \"property\": \"author\"\n+ },");
    row(set(Kind::Ownership, {}, u"attribute"_s, u"id"_s, u"email"_s),
        "set the ownership attribute to \"email\"", "+ \"ownership\": {\n+ \"attribute\": \"email\"\n+ },");
    row(rename(Kind::Permission, u"b:x"_s, u"c:z"_s), "rename permission b:x to c:z",
        "- \"name\": \"b:x\"\n+ \"name\": \"c:z\"");
    row(rename(Kind::Role, u"r3"_s, u"r9"_s), "rename role r3 to r9",
        "- \"name\": \"r3\"\n+ \"name\": \"r9\"");
    row(rename(Kind::User, u"u1"_s, u"u9"_s), "rename user u1 to u9",
        "- \"id\": \"u1\",\n+ \"id\": \"u9\",\n+ \"name\": \"u1\",");
    row(rename(Kind::Constraint, u"c0"_s, u"c9"_s), "rename constraint c0 to c9",
        "- \"name\": \"c0\",\n+ \"name\": \"c9\",");
    row(rename(Kind::Operation, u"o1"_s, u"o9"_s), "rename operation o1 to o9",
        "- \"name\": \"o1\",\n+ \"name\": \"o9\",");
    row(rename(Kind::Test, u"t0"_s, u"t9"_s), "rename test t0 to t9",
        "- \"name\": \"t0\",\n+ \"name\": \"t9\",");
}

void tst_Apply::everyKind()
{
    QFETCH(Change, change);
    QFETCH(QString, effect);
    QTEST(describe(change), "description");
    const Policy before = smallPolicy();
    Policy after = before;
    QCOMPARE(problemsOf(apply(after, {change})), QStringList());
    QVERIFY(textOf(after) != textOf(before));
    if (!effect.isEmpty())
        QCOMPARE(lineDifference(textOf(before), textOf(after)), effect);
    QCOMPARE(change.inverted().inverted(), change);
    QCOMPARE(difference(before, after), Changes{change});
    QCOMPARE(problemsOf(apply(after, {change.inverted()})), QStringList());
    QCOMPARE(textOf(after), textOf(before));
}

void tst_Apply::refused_data()
{
    QTest::addColumn<Changes>("changes");
    QTest::addColumn<bool>("isConflict");
    QTest::addColumn<QString>("problem");
    const Change fine = set(Kind::Role, u"r2"_s, u"enabled"_s, true, false);

    QTest::newRow("an unknown role")
        << Changes{fine, relation(Verb::Add, Kind::Grant, u"nobody"_s, u"a:x"_s)} << false
        << u"/changes/1 unknown-name: There is no role nobody; it may have been removed or renamed."_s;
    QTest::newRow("a permission that is not in the catalogue")
        << Changes{relation(Verb::Add, Kind::Grant, u"r2"_s, u"z:z"_s)} << false
        << u"/changes/0 unknown-name: There is no permission z:z; it may have been removed or renamed."_s;
    QTest::newRow("a grant that is none")
        << Changes{relation(Verb::Add, Kind::Grant, u"r2"_s, u"a:x*"_s)} << false
        << u"/changes/0 invalid-grant: The grant a:x* has a '*' inside its action; only the whole segment may be '*'."_s;
    QTest::newRow("a name that is taken")
        << Changes{rename(Kind::Role, u"r2"_s, u"r3"_s)} << false
        << u"/changes/0 name-taken: There is a role r3 already; choose another name."_s;
    QTest::newRow("a bad name")
        << Changes{entity(Verb::Add, Kind::Role, u" r"_s, Role{u" r"_s, {}, true})} << false
        << u"/changes/0 invalid-value: The role  r has a name that begins or ends with a space."_s;
    QTest::newRow("another `was`")
        << Changes{fine, set(Kind::Role, u"r2"_s, u"enabled"_s, true, false)} << true
        << u"/changes/1 was-differs: Cannot disable role r2: the field enabled of role r2 is not what the change expects; it was changed meanwhile."_s;
    QTest::newRow("another removed value")
        << Changes{entity(Verb::Remove, Kind::Role, u"r3"_s, Role{u"r3"_s, u"x"_s, true})} << true
        << u"/changes/0 was-differs: Cannot remove role r3: role r3 is not what the change expects; it was changed meanwhile."_s;
    QTest::newRow("removing what is still assigned")
        << Changes{relation(Verb::Remove, Kind::Member, u"c0"_s, u"r2"_s),
                   entity(Verb::Remove, Kind::Role, u"r2"_s, Role{u"r2"_s, {}, true})}
        << false
        << u"/changes/1 still-referenced: A role that is removed is still assigned to user u1; remove that first."_s;
    QTest::newRow("a validity that ends before it begins")
        << Changes{set(Kind::Assignment, u"u0"_s, u"from"_s, Instant::openStart(), Instant{1798761600001},
                       u"r1"_s)}
        << false << u"/changes/0 invalid-value: The assignment of r1 to u0 ends before it begins."_s;
    QTest::newRow("a field that there is not")
        << Changes{set(Kind::Role, u"r2"_s, u"colour"_s, {}, u"red"_s)} << false
        << u"/changes/0 unknown-field: A role has no field colour."_s;
    QTest::newRow("a value of another type")
        << Changes{set(Kind::Role, u"r2"_s, u"enabled"_s, true, u"no"_s)} << false
        << u"/changes/0 invalid-value: The new enabled of role r2 is not a value of its type."_s;
    QTest::newRow("an attribute named id")
        << Changes{set(Kind::User, u"u0"_s, u"attributes"_s, QMap<QString, QString>(),
                       QMap<QString, QString>{{u"id"_s, u"x"_s}})}
        << false
        << u"/changes/0 invalid-value: The user u0 has an attribute named id, which stands for the user's id itself."_s;
    QTest::newRow("a verb that a kind does not know")
        << Changes{{Verb::Rename, Kind::Grant, u"r0"_s, u"a:x"_s, {}, {}, u"a:y"_s}} << false
        << u"/changes/0 unsupported: A change cannot rename a thing of the kind grant."_s;
    QTest::newRow("the reserved ownership property")
        << Changes{set(Kind::Ownership, {}, u"property"_s, u"owner"_s, u"relations"_s)} << false
        << u"/changes/0 invalid-value: The ownership setting has the property relations, which holds the relations of a resource."_s;
}

void tst_Apply::refused()
{
    QFETCH(Changes, changes);
    QFETCH(bool, isConflict);
    Policy policy = smallPolicy();
    const Status status = apply(policy, changes);
    QTEST(problemsOf(status).join(u'\n'), "problem");
    QCOMPARE(status.error().code, isConflict ? ErrorCode::Conflict : ErrorCode::Invalid);
    QCOMPARE(textOf(policy), textOf(smallPolicy()));
}

void tst_Apply::checkedRefusesWhatIsInvalidAsAWhole()
{
    const Policy policy = smallPolicy();
    QCOMPARE(
        problemsOf(checked(policy, {relation(Verb::Add, Kind::Inheritance, u"r0"_s, u"r1"_s)}, Now)),
        QStringList{
            u"role r1 inheritance-cycle: Roles inherit each other in a cycle: r0 inherits r1 inherits r0. Take one of these inheritances away."_s});
    QCOMPARE(
        problemsOf(
            checked(policy, {relation(Verb::Add, Kind::Assignment, u"u1"_s, u"r1"_s, Assignment())}, Now)),
        QStringList{
            u"user u1 static-separation: Constraint c0 forbids that user u1 has r0 and r2 together, also by inheritance. Take a role away, or change the constraint."_s});
    QVERIFY(checked(policy, {relation(Verb::Add, Kind::Inheritance, u"r2"_s, u"r3"_s)}, Now));
}

// A request may be 64 deep; in a test only so deep that the change set which removes it can be read.
void tst_Apply::testsFitEveryDocument()
{
    const auto deep = [](int levels) {
        const QString more = u", \"x\": "_s + QString(levels - 1, u'[') + QString(levels - 1, u']') + u"}"_s;
        return PolicyTest{u"deep"_s, T1Request.chopped(1) + more, {false, u"not-granted"_s}};
    };
    const auto added = [&](int levels) {
        return Changes{entity(Verb::Add, Kind::Test, u"deep"_s, deep(levels))};
    };
    QVERIFY(parseRequest(deep(64).request.toUtf8()));
    Policy policy = smallPolicy();
    for (const int levels : {61, 64})
        QCOMPARE(problemsOf(apply(policy, added(levels))),
                 QStringList{u"/changes/0 invalid-value: The test deep has a request that is nested deeper than 60."_s});
    QVERIFY(apply(policy, added(60)));
    const QByteArray removal = writeChangeSet({1, {}, {}, inverted(added(60))});
    const Result<ChangeSet> read = readChangeSet(removal);
    QVERIFY2(read, read ? "" : qPrintable(toText(read.error())));
    QVERIFY(apply(policy, read->changes));
    QCOMPARE(textOf(policy), textOf(smallPolicy()));
}

void tst_Apply::deletion_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("expected");
    QTest::newRow("role") << Change{Verb::Remove, Kind::Role, u"r1"_s, {}, {}, {}, {}}
                          << u"revoke a:y from r1\nstop r1 inheriting r0\nunassign r1 from u0\n"
                             "remove delegation: r1 may assign r0 and grant a:x\nremove role r1"_s;
    QTest::newRow("permission") << Change{Verb::Remove, Kind::Permission, u"b:x"_s, {}, {}, {}, {}}
                                << u"remove permission b:x"_s;
    QTest::newRow("user") << Change{Verb::Remove, Kind::User, u"u0"_s, {}, {}, {}, {}}
                          << u"unassign r0 from u0\nunassign r1 from u0\nremove user u0"_s;
    QTest::newRow("constraint") << Change{Verb::Remove, Kind::Constraint, u"c0"_s, {}, {}, {}, {}}
                                << u"remove constraint c0"_s;
    QTest::newRow("operation") << Change{Verb::Remove, Kind::Operation, u"o0"_s, {}, {}, {}, {}}
                               << u"remove operation o0"_s;
}

void tst_Apply::deletion()
{
    QFETCH(Change, change);
    const Policy before = smallPolicy();
    const auto changes = rolewright::deletion(before, change.kind, change.key);
    QCOMPARE(problemsOf(changes), QStringList());
    QTEST(descriptionsOf(*changes).join(u'\n'), "expected");
    Policy after = before;
    QVERIFY(apply(after, *changes));
    QVERIFY(apply(after, inverted(*changes)));
    QCOMPARE(textOf(after), textOf(before));
}

void tst_Apply::deletionOfWhatIsInUse_data()
{
    QTest::addColumn<Changes>("changes");
    QTest::addColumn<QString>("problems");
    QTest::addColumn<QString>("descriptions");
    const Change blank = set(Kind::Operation, u"o0"_s, u"requires"_s, {}, std::optional<Requirement>());
    QTest::newRow("by an operation and an approval")
        << Changes{{Verb::Remove, Kind::Role, u"r2"_s, {}, {}, {}, {}}}
        << u"/changes/0 still-referenced: The role r2 cannot be deleted: operation o0 still names it. Change "
           u"that first.\n"
           "/changes/0 still-referenced: The role r2 cannot be deleted: an approval still names it. Change that first."_s
        << QString();
    QTest::newRow("by access")
        << Changes{blank, {Verb::Remove, Kind::Permission, u"a:y"_s, {}, {}, {}, {}}}
        << u"/changes/1 still-referenced: The permission a:y cannot be deleted: operation o1 still names it. Change that first."_s
        << QString();
    QTest::newRow("changed first")
        << Changes{blank, {Verb::Remove, Kind::Role, u"r0"_s, {}, {}, {}, {}}} << QString()
        << u"let operation o0 require nothing yet (denied)\nrevoke a:* from r0\nrevoke a:x from r0\nstop r1 "
           u"inheriting r0\n"
           "unassign r0 from u0\nremove constraint c0\nremove delegation: r1 may assign r0 and grant a:x\n"
           "add delegation: r1 may grant a:x\nremove role r0"_s;
    QTest::newRow("a constraint that is left with roles enough")
        << Changes{relation(Verb::Add, Kind::Member, u"c0"_s, u"r1"_s),
                   relation(Verb::Add, Kind::Member, u"c0"_s, u"r3"_s),
                   set(Kind::Constraint, u"c0"_s, u"limit"_s, {}, qint64(4)),
                   {Verb::Remove, Kind::Role, u"r3"_s, {}, {}, {}, {}}}
        << QString()
        << u"add role r1 to constraint c0\nadd role r3 to constraint c0\nset limit of constraint c0 to 4\n"
           "take role r3 out of constraint c0\nset limit of constraint c0 to 3\nremove role r3"_s;
}

void tst_Apply::deletionOfWhatIsInUse()
{
    QFETCH(Changes, changes);
    const auto complete = completed(smallPolicy(), changes);
    QTEST(problemsOf(complete).join(u'\n'), "problems");
    QTEST(complete ? descriptionsOf(*complete).join(u'\n') : QString(), "descriptions");
}

void tst_Apply::renaming_data()
{
    QTest::addColumn<Change>("change"); // kind, key and other: to what
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("effect");
    QTest::newRow("role") << relation(Verb::Rename, Kind::Role, u"r0"_s, u"zz"_s) << u"rename role r0 to zz"_s
                          << u"zz"_s;
    QTest::newRow("permission that an access needs")
        << relation(Verb::Rename, Kind::Permission, u"a:y"_s, u"a:z"_s)
        << u"rename permission a:y to a:z\nlet operation o1 require all of (any permission of a:x and access to a:z)"_s
        << u"a:z"_s;
    QTest::newRow("permission in a test")
        << relation(Verb::Rename, Kind::Permission, u"a:x"_s, u"c:read"_s)
        << u"rename permission a:x to c:read\n"
           "set request of test t0 to \"{\"subject\": {\"type\": \"user\", \"id\": \"u0\"}, \"action\": {\"name\": \"read\"}, \"resource…\""_s
        << u"c:read"_s;
    QTest::newRow("permission of a pair that stays known")
        << relation(Verb::Rename, Kind::Permission, u"b:x"_s, u"b:x:own"_s)
        << u"rename permission b:x to b:x:own"_s << u"b:x:own"_s;
    QTest::newRow("user")
        << relation(Verb::Rename, Kind::User, u"u0"_s, u"alice"_s)
        << u"rename user u0 to alice\nset name of user alice to \"alice\"\n"
           "set request of test t0 to \"{\"subject\": {\"type\": \"user\", \"id\": \"alice\"}, \"action\": {\"name\": \"x\"}, \"resource…\""_s
        << u"alice"_s;
}

void tst_Apply::renaming()
{
    QFETCH(Change, change);
    QFETCH(QString, effect);
    const Policy before = smallPolicy();
    const auto changes = rolewright::renaming(before, change.kind, change.key, change.other);
    QCOMPARE(problemsOf(changes), QStringList());
    QTEST(descriptionsOf(*changes).join(u'\n'), "expected");
    const Result<Policy> after = checked(before, *changes, Now);
    QCOMPARE(problemsOf(after), QStringList());
    // Written again and read again, nothing names the old one any more.
    const QString text = textOf(*after);
    QVERIFY(text.contains(u'"' + effect + u'"'));
    QVERIFY(!text.contains(u'"' + change.key + u'"'));
    Policy back = *after;
    QVERIFY(apply(back, inverted(*changes)));
    QCOMPARE(textOf(back), textOf(before));
}

void tst_Apply::renamingFindsNamesThatJsonEscapes()
{
    const Policy policy = policyOf(R"({"rolewright": 1, "roles": [{"name": "a\"\\b"}], "users": [{"id": "u"}],
 "tests": [{"name": "t", "expect": false,
            "request": {"subject": {"type": "user", "id": "u"}, "action": {"name": "x"},
                        "resource": {"type": "y", "id": "1"}, "context": {"roles": ["c", "a\"\\b"]}}}]})");
    const auto changes = rolewright::renaming(policy, Kind::Role, u"a\"\\b"_s, u"d"_s);
    QCOMPARE(problemsOf(changes), QStringList());
    QCOMPARE(changes->size(), 2);
    QVERIFY(std::get<QString>(changes->last().to).contains(u"[\"c\", \"d\"]"_s));
}

void tst_Apply::cloning()
{
    const Policy policy = smallPolicy();
    QCOMPARE(descriptionsOf(*rolewright::cloning(policy, Kind::Role, u"r1"_s, u"r9"_s)).join(u'\n'),
             u"add role r9\ngrant a:y to r9\nlet r9 inherit r0"_s);
    QCOMPARE(descriptionsOf(*rolewright::cloning(policy, Kind::User, u"u0"_s, u"u9"_s)).join(u'\n'),
             u"add user u9\nassign r0 to u9\nassign r1 to u9 until 2027-01-01T00:00:00Z"_s);
    QVERIFY(!rolewright::cloning(policy, Kind::Role, u"nobody"_s, u"r9"_s));
    QVERIFY(!rolewright::cloning(policy, Kind::Role, u"r1"_s, u"r0"_s));
}

void tst_Apply::completionFillsInAndMakesCanonical()
{
    const Policy policy = smallPolicy();
    const Requirement unsorted{Requirement::Kind::AnyPermission, {u"b:x:any"_s, u"a:x"_s}, {}, {}};
    const auto changes =
        completed(policy,
                  {set(Kind::User, u"u0"_s, u"active"_s, {}, false),
                   set(Kind::User, u"u1"_s, u"active"_s, {}, true), // is so already
                   relation(Verb::Add, Kind::Grant, u"r2"_s, u"a:x:any"_s),
                   relation(Verb::Add, Kind::Assignment, u"u0"_s, u"r3"_s),
                   relation(Verb::Remove, Kind::Assignment, u"u0"_s, u"r1"_s),
                   set(Kind::Operation, u"o1"_s, u"requires"_s, {}, std::optional(unsorted))});
    QCOMPARE(problemsOf(changes), QStringList());
    const Requirement sorted{Requirement::Kind::AnyPermission, {u"a:x"_s, u"b:x"_s}, {}, {}};
    QCOMPARE(changes->size(), 5);
    QCOMPARE(changes->at(0).was, Change::Value(true));
    QCOMPARE(changes->at(1).other, u"a:x"_s);
    QCOMPARE(changes->at(2).to, Change::Value(Assignment()));
    QCOMPARE(changes->at(3).was,
             Change::Value(Assignment{{Instant::openStart(), Instant{1798761600000}}, {}}));
    QCOMPARE(changes->at(4).to, Change::Value(std::optional(sorted)));
    const auto conflict = completed(policy, {set(Kind::User, u"u0"_s, u"active"_s, false, true)});
    QCOMPARE(conflict.error().code, ErrorCode::Conflict);
}

// As many grants as the GCP policy has, in one change set; and many deletions at once.
// Whatever is left out or added on the way: a finding is about a change of the list that was given.
void tst_Apply::completionNamesTheChangesGiven()
{
    const Policy policy = smallPolicy();
    const Change same = set(Kind::Role, u"r2"_s, u"enabled"_s, {}, true);
    const Change unknown = set(Kind::Role, u"nobody"_s, u"enabled"_s, {}, true);
    const QString message = u"unknown-name: There is no role nobody; it may have been removed or renamed."_s;
    QCOMPARE(problemsOf(completed(policy, {same, same, unknown})), QStringList{u"/changes/2 "_s + message});
    // A user goes with assignments, which are changes of their own; the validity is judged at the end.
    const Change gone{Verb::Remove, Kind::User, u"u1"_s, {}, {}, {}, {}};
    const Change late = set(Kind::Assignment, u"u0"_s, u"from"_s, {}, Instant{1'798'761'600'001}, u"r1"_s);
    QCOMPARE(problemsOf(completed(policy, {gone, same, late})),
             QStringList{u"/changes/2 invalid-value: The assignment of r1 to u0 ends before it begins."_s});
    // What would change nothing is still asked of the policy.
    const Change nothing = set(Kind::Role, u"nobody"_s, u"enabled"_s, true, true);
    QCOMPARE(problemsOf(completed(policy, {nothing})), QStringList{u"/changes/0 "_s + message});
    const auto differs = completed(policy, {set(Kind::Role, u"r2"_s, u"enabled"_s, false, false)});
    QVERIFY(!differs);
    QCOMPARE(differs.error().code, ErrorCode::Conflict);
}

// Half a character could not be stored: the change would be refused for its description.
void tst_Apply::describesByWholeCharacters()
{
    const QString face = QString::fromUcs4(U"\U0001F600");
    for (int before = 70; before < 85; ++before) {
        const QString text = QString(before, u'x') + face + QString(20, u'x');
        const QString said = describe(set(Kind::Role, u"r2"_s, u"description"_s, QString(), text));
        QVERIFY2(isValidUnicode(said), qPrintable(QString::number(before)));
        QVERIFY(said.endsWith(u"\u2026\""_s));
    }
}

void tst_Apply::manyChangesAtOnce()
{
    constexpr int Roles = 2400;
    constexpr int Permissions = 13'800;
    constexpr int Users = 500;
    Changes changes;
    for (int i = 0; i < Permissions; ++i) {
        const QString name = u"service%1:action%2"_s.arg(i % 200).arg(i);
        changes.append(
            entity(Verb::Add, Kind::Permission, name, Permission{*parsePermission(name), {}, false}));
    }
    for (int i = 0; i < Roles; ++i)
        changes.append(entity(Verb::Add, Kind::Role, u"role%1"_s.arg(i), Role{u"role%1"_s.arg(i), {}, true}));
    for (int i = 0; i < 165'179; ++i)
        changes.append(relation(Verb::Add, Kind::Grant, u"role%1"_s.arg(i / 69),
                                changes.at((i * 31) % Permissions).key));
    for (int i = 0; i < Users; ++i) {
        const QString id = u"user%1"_s.arg(i);
        changes.append(entity(Verb::Add, Kind::User, id, User{id, id, true, {}, {}}));
        for (int role = 0; role < 10; ++role)
            changes.append(
                relation(Verb::Add, Kind::Assignment, id, u"role%1"_s.arg(i + role), Assignment()));
    }
    QElapsedTimer timer;
    timer.start();
    Policy policy;
    QCOMPARE(problemsOf(apply(policy, changes)), QStringList());
    const qint64 applying = timer.restart();
    const Changes net = difference(Policy(), policy);
    const qint64 comparing = timer.restart();
    QCOMPARE(net.size(), changes.size());
    Changes deletions;
    for (int i = 0; i < Users; ++i)
        deletions.append({Verb::Remove, Kind::User, u"user%1"_s.arg(i), {}, {}, {}, {}});
    const auto complete = completed(policy, deletions);
    QCOMPARE(complete->size(), Users * 11);
    QVERIFY(checked(policy, *complete, Now));
    const qint64 deleting = timer.elapsed();
    qInfo("%lld changes applied in %lld ms, compared in %lld ms; %d users deleted in %lld ms",
          qlonglong(changes.size()), qlonglong(applying), qlonglong(comparing), Users, qlonglong(deleting));
    // Far above what it takes, far below what a pass over the policy for every change would.
    QVERIFY(applying < 10'000);
    QVERIFY(comparing < 10'000);
    QVERIFY(deleting < 5'000);
}

QTEST_GUILESS_MAIN(tst_Apply)
#include "tst_apply.moc"
