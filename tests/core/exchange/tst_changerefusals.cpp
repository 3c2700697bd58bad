// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/policyjson.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace rolewright;

// Everything that a change-set document is refused for, each with its place.
class TestChangeRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
};

namespace {

QString errorsOf(const QByteArray &json)
{
    const auto changes = readChangeSet(json);
    if (changes)
        return u"(none)"_s;
    QStringList lines;
    for (const Finding &finding : changes.error().findings)
        lines.append(toText(finding));
    return lines.join(u'\n');
}

QByteArray oneChange(const QByteArray &change)
{
    return "{\"rolewright-changes\": 1, \"changes\": [\n" + change + "]}";
}

} // namespace

void TestChangeRefusals::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("errors");
    QTest::newRow("no object") << QByteArray(R"([])")
                               << QByteArray("line 1, column 1: This must be an object, not an array.");
    QTest::newRow("nothing")
        << QByteArray(R"({})")
        << QByteArray("line 1, column 1: The member \"rolewright-changes\" is missing; it is required.\n"
                      "line 1, column 1: The member \"changes\" is missing; it is required.");
    QTest::newRow("format") << QByteArray(R"({"rolewright-changes": 2, "changes": []})")
                            << QByteArray("line 1, column 24: /rolewright-changes: The format 2 is not "
                                          "known; this program reads format 1.");
    QTest::newRow("members")
        << QByteArray(R"({"rolewright-changes": 1, "base": -1,
"operation": "x",
"reason": "a\u0007",
"other": 1,
"changes": {}})")
        << QByteArray(
               "line 1, column 35: /base: A version is not negative.\n"
               "line 2, column 14: /operation: \"x\" is not a UUID such as "
               "5b0c6f1e-3d34-4c1a-9a53-0b6f3d0b6a11.\n"
               "line 3, column 11: /reason: The text \"a<U+0007>\" has the control character U+0007 at 2.\n"
               "line 4, column 1: /other: The member \"other\" is unknown; known here: rolewright-changes, "
               "base, operation, reason, changes.\n"
               "line 5, column 12: /changes: This must be an array, not an object.");
    QTest::newRow("base") << QByteArray(
        R"({"rolewright-changes": 1, "base": 1.5, "operation": "{5b0c6f1e-3d34-4c1a-9a53-0b6f3d0b6a11}", "changes": []})")
                          << QByteArray(
                                 "line 1, column 35: /base: This must be an integer, not a number with "
                                 "fraction or exponent.\n"
                                 "line 1, column 53: /operation: \"{5b0c6f1e-3d34-4c1a-9a53-0b6f3d0b6a11}\" "
                                 "is not a UUID such as 5b0c6f1e-3d34-4c1a-9a53-0b6f3d0b6a11.");
    QTest::newRow("no change")
        << oneChange(R"(7,
{},
{"remove": 1},
{"add": "thing"},
{"add": "ownership"},
{"set": "grant"},
{"rename": "assignment"})")
        << QByteArray(
               "line 2, column 1: /changes/0: A change is an object.\n"
               "line 3, column 1: /changes/1: A change says what it does: add, remove, set or rename.\n"
               "line 4, column 12: /changes/2/remove: This must be a string, not a number.\n"
               "line 5, column 9: /changes/3/add: The kind \"thing\" is unknown.\n"
               "line 6, column 9: /changes/4/add: There is no such change as \"add ownership\".\n"
               "line 7, column 9: /changes/5/set: There is no such change as \"set grant\".\n"
               "line 8, column 12: /changes/6/rename: There is no such change as \"rename assignment\".");
    QTest::newRow("two verbs") << oneChange(R"({"add": "role", "remove": "role", "value": {"name": "r"}})")
                               << QByteArray("line 2, column 17: /changes/0/remove: The member \"remove\" is "
                                             "unknown; known here: add, value.");
    QTest::newRow("add")
        << oneChange(R"({"add": "role"},
{"add": "role", "name": "r", "value": {"name": "r"}},
{"add": "grant", "role": "r"},
{"add": "grant", "role": "r", "grant": "a", "value": {}},
{"add": "delegation"},
{"add": "user", "value": {"id": "", "roles": []}})")
        << QByteArray(
               "line 2, column 1: /changes/0: The member \"value\" is missing; it is required.\n"
               "line 3, column 17: /changes/1/name: The member \"name\" is unknown; known here: add, value.\n"
               "line 4, column 1: /changes/2: The member \"grant\" is missing; it is required.\n"
               "line 5, column 40: /changes/3/grant: The grant \"a\" is not of the form resource:action or "
               "resource:action:scope.\n"
               "line 5, column 45: /changes/3/value: The member \"value\" is unknown; known here: add, role, "
               "grant.\n"
               "line 6, column 1: /changes/4: The member \"value\" is missing; it is required.\n"
               "line 7, column 33: /changes/5/value/id: The name \"\" is empty.\n"
               "line 7, column 37: /changes/5/value/roles: The member \"roles\" is unknown; known here: id, "
               "name, active, attributes, source, assignments.");
    QTest::newRow("remove")
        << oneChange(R"({"remove": "role"},
{"remove": "user", "name": "u"},
{"remove": "role", "name": "r", "was": {"name": "r", "grants": ["a:b"]}},
{"remove": "user", "id": "u", "was": {"id": "u", "assignments": []}},
{"remove": "approval"})")
        << QByteArray("line 2, column 1: /changes/0: The member \"name\" is missing; it is required.\n"
                      "line 3, column 1: /changes/1: The member \"id\" is missing; it is required.\n"
                      "line 3, column 20: /changes/1/name: The member \"name\" is unknown; known here: "
                      "remove, id, was.\n"
                      "line 4, column 64: /changes/2/was/grants: Lists go by changes of their own; leave "
                      "this one out.\n"
                      "line 5, column 65: /changes/3/was/assignments: Lists go by changes of their own; "
                      "leave this one out.\n"
                      "line 6, column 1: /changes/4: The member \"was\" is missing; it is required.");
    QTest::newRow("set")
        << oneChange(R"({"set": "role", "name": "r", "field": "name", "to": "s"},
{"set": "role", "name": "r", "to": true},
{"set": "role", "name": "r", "field": "enabled"},
{"set": "role", "name": "r", "field": "enabled", "was": null, "to": "yes"},
{"set": "constraint", "name": "c", "field": "kind", "to": "other"},
{"set": "constraint", "name": "c", "field": "limit", "to": 2.0},
{"set": "assignment", "user": "u", "role": "r", "field": "until", "to": "soon"},
{"set": "operation", "name": "o", "field": "requires", "to": {}},
{"set": "test", "name": "t", "field": "request", "to": {}},
{"set": "ownership", "field": "property", "to": "relations"},
{"set": "user", "id": "u", "field": "attributes", "to": {"id": "x"}})")
        << QByteArray("line 2, column 39: /changes/0/field: \"name\" is no field of this kind; known here: "
                      "description, enabled.\n"
                      "line 3, column 1: /changes/1: The member \"field\" is missing; it is required.\n"
                      "line 4, column 1: /changes/2: The member \"to\" is missing; it is required.\n"
                      "line 5, column 57: /changes/3/was: This must be true or false, not null.\n"
                      "line 5, column 69: /changes/3/to: This must be true or false, not a string.\n"
                      "line 6, column 59: /changes/4/to: A constraint's kind is \"static\" or \"dynamic\", "
                      "not \"other\".\n"
                      "line 7, column 60: /changes/5/to: This must be an integer, not a number with fraction "
                      "or exponent.\n"
                      "line 8, column 73: /changes/6/to: \"soon\" is not a time; write it as "
                      "2027-01-01T00:00:00Z or with an offset, no finer than a millisecond.\n"
                      "line 9, column 62: /changes/7/to: A requirement has exactly one of anyPermission, "
                      "allPermissions, anyRole, access, owner, allOf, anyOf, authenticated, public; nest "
                      "them in allOf or anyOf.\n"
                      "line 10, column 56: /changes/8/to: The request has no subject; say it as an object.\n"
                      "line 11, column 49: /changes/9/to: The ownership property cannot be \"relations\", "
                      "which has a meaning of its own.\n"
                      "line 12, column 64: /changes/10/to/id: An attribute cannot be called \"id\": that is "
                      "the user's own id.");
    QTest::newRow("rename")
        << oneChange(R"({"rename": "role", "was": "a"},
{"rename": "permission", "was": "a:b", "to": "b"},
{"rename": "role", "name": "a", "to": " b"})")
        << QByteArray("line 2, column 1: /changes/0: The member \"to\" is missing; it is required.\n"
                      "line 3, column 46: /changes/1/to: The permission \"b\" is not of the form "
                      "resource:action or resource:action:scope.\n"
                      "line 4, column 1: /changes/2: The member \"was\" is missing; it is required.\n"
                      "line 4, column 20: /changes/2/name: The member \"name\" is unknown; known here: "
                      "rename, was, to.\n"
                      "line 4, column 39: /changes/2/to: The name \" b\" begins or ends with a space.");
    QTest::newRow("duplicates")
        << oneChange(R"({"add": "grant", "add": "grant", "role": "r", "grant": "a:b"},
{"add": "role", "value": {"name": "r", "grants": ["a:b", "a:b:any"], "inherits": ["x", "x"]}},
{"add": "user", "value": {"id": "u", "assignments": [{"role": "r"}, {"role": "r"}]}})")
        << QByteArray("line 2, column 18: /changes/0/add: The member \"add\" is there twice; keep one.\n"
                      "line 3, column 58: /changes/1/value/grants/1: \"a:b\" is there twice; keep one.\n"
                      "line 3, column 88: /changes/1/value/inherits/1: \"x\" is there twice; keep one.\n"
                      "line 4, column 69: /changes/2/value/assignments/1: \"r\" is there twice; keep one.");
}

void TestChangeRefusals::refuses()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, errors);
    QCOMPARE(errorsOf(json), QString::fromUtf8(errors));
}

QTEST_APPLESS_MAIN(TestChangeRefusals)
#include "tst_changerefusals.moc"
