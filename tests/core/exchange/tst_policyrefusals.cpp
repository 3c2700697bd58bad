// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/policyjson.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace rolewright;

// Everything that a policy document is refused for (semantics.md section 8), each with its place.
class TestPolicyRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void reportsEverythingAtOnceInDocumentOrder();
};

namespace {

QString errorsOf(const QByteArray &json)
{
    const auto policy = readPolicy(json);
    if (policy)
        return u"(none)"_s;
    QStringList lines;
    for (const Finding &finding : policy.error().findings)
        lines.append(toText(finding));
    return lines.join(u'\n');
}

// A document with one section, on a second line.
QByteArray with(const QByteArray &section)
{
    return "{\"rolewright\": 1,\n" + section + "}";
}

} // namespace

void TestPolicyRefusals::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("errors");
    const auto row = [](const char *name, const QByteArray &json, const QByteArray &errors) {
        QTest::newRow(name) << json << errors;
    };
    // A syntax error stands alone.
    row("empty text", R"()",
        "line 1, column 1: The text is not JSON: unexpected end of input; expected '[', '{', or a literal.");
    row("no object", R"([])", "line 1, column 1: This must be an object, not an array.");
    row("syntax", R"({"rolewright": 1,
 "roles": [})",
        "line 2, column 12: The text is not JSON: unexpected '}'; expected '[', '{', or a literal.");
    row("cut off", R"({"rolewright": 1)",
        "line 1, column 17: The text is not JSON: unexpected end of input; expected '}'.");
    row("something behind", R"({"rolewright": 1} x)",
        "line 1, column 19: The text is not JSON: invalid literal; expected end of input.");
    row("byte order mark", QByteArray("\xef\xbb\xbf{\"rolewright\": 1}"),
        "line 1, column 1: The text begins with a byte order mark; save it as UTF-8 without one.");
    row("byte order mark in a name",
        QByteArray("{\"rolewright\": 1, \"roles\": [{\"name\": \"\xef\xbb\xbf"
                   "admin\"}]}"),
        "line 1, column 38: /roles/0/name: The name \"<U+FEFF>admin\" has the format character U+FEFF at 1.");
    row("byte order mark in a member",
        QByteArray("{\"rolewright\": 1, \"\xef\xbb\xbf"
                   "roles\": []}"),
        "line 1, column 19: /\xef\xbb\xbf"
        "roles: The member \"<U+FEFF>roles\" is unknown; known here: rolewright, ownership, "
        "permissions, roles, users, constraints, operations, administration, tests.");
    row("bad UTF-8", QByteArray("{\"rolewright\": 1, \"roles\": [{\"name\": \"\xff\"}]}"),
        "line 1, column 39: The text is not JSON: invalid string: ill-formed UTF-8 byte.");
    row("lone surrogate", R"({"rolewright": 1,
"roles": [{"name": "\ud800"}]})",
        "line 2, column 27: The text is not JSON: invalid string: surrogate U+D800..U+DBFF must be followed "
        "by U+DC00..U+DFFF.");
    row("NUL behind", QByteArray("{\"rolewright\": 1}\0", 18),
        "line 1, column 18: The text is not JSON: it has a NUL byte.");
    row("no format", R"({})", "line 1, column 1: The member \"rolewright\" is missing; it is required.");
    row("other format", R"({"rolewright": 2})",
        "line 1, column 16: /rolewright: The format 2 is not known; this program reads format 1.");
    row("format with fraction", R"({"rolewright": 1.0})",
        "line 1, column 16: /rolewright: This must be an integer, not a number with fraction or exponent.");
    row("format with exponent", R"({"rolewright": 1e0})",
        "line 1, column 16: /rolewright: This must be an integer, not a number with fraction or exponent.");
    row("format as string", R"({"rolewright": "1"})",
        "line 1, column 16: /rolewright: This must be an integer, not a string.");
    row("format null", R"({"rolewright": null})",
        "line 1, column 16: /rolewright: This must be an integer, not null.");
    row("unknown member", with(R"("role": [])"),
        "line 2, column 1: /role: The member \"role\" is unknown; known here: rolewright, ownership, "
        "permissions, roles, users, constraints, operations, administration, tests.");
    row("duplicate member", with(R"("roles": [], "roles": [])"),
        "line 2, column 14: /roles: The member \"roles\" is there twice; keep one.");
    row("null section", with(R"("roles": null)"),
        "line 2, column 10: /roles: This must be an array, not null.");
    row("sections of another type", with(R"("permissions": {},
"users": "all",
"administration": [])"),
        "line 2, column 16: /permissions: This must be an array, not an object.\n"
        "line 3, column 10: /users: This must be an array, not a string.\n"
        "line 4, column 19: /administration: This must be an object, not an array.");
    row("permission without name", with(R"("permissions": [{"description": "x"},
7])"),
        "line 2, column 17: /permissions/0: The member \"name\" is missing; it is required.\n"
        "line 3, column 1: /permissions/1: This must be an object, not a number.");
    row("permission names", with(R"("permissions": [{"name": "article"},
{"name": "a:b:c:d"},
{"name": "a:*"},
{"name": "operation:perform:own"},
{"name": "rolewright/role:create"},
{"name": "a::b"},
{"name": "a:b:"}])"),
        "line 2, column 26: /permissions/0/name: The permission \"article\" is not of the form "
        "resource:action or resource:action:scope.\n"
        "line 3, column 10: /permissions/1/name: The permission \"a:b:c:d\" is not of the form "
        "resource:action or resource:action:scope.\n"
        "line 4, column 10: /permissions/2/name: The permission \"a:*\" has a '*' in its action; a pattern "
        "is allowed in grants only.\n"
        "line 5, column 10: /permissions/3/name: The permission \"operation:perform:own\" is reserved: "
        "operations are guarded by what they require.\n"
        "line 6, column 10: /permissions/4/name: The permission \"rolewright/role:create\" is under "
        "rolewright/, whose rights are built in and never in the catalogue.\n"
        "line 7, column 10: /permissions/5/name: The permission \"a::b\" has an action that is empty.\n"
        "line 8, column 10: /permissions/6/name: The permission \"a:b:\" has a scope that is empty.");
    row("permission twice", with(R"("permissions": [{"name": "a:b"},
{"name": "a:b:any"}])"),
        "line 3, column 1: /permissions/1: \"a:b\" is there twice; keep one.");
    row("permission members", with(R"("permissions": [{"name": "a:b",
"sensitive": "yes",
"description": null,
"scope": "own"}])"),
        "line 3, column 14: /permissions/0/sensitive: This must be true or false, not a string.\n"
        "line 4, column 16: /permissions/0/description: This must be a string, not null.\n"
        "line 5, column 1: /permissions/0/scope: The member \"scope\" is unknown; known here: name, "
        "description, sensitive.");
    row("role names", with(R"("roles": [{"name": ""},
{"name": " a"},
{"name": "a\u0000b"},
{"name": "a\u202eb"},
{"name": "a\u0007"},
{"name": "a\u00a0b"},
{"name": "e\u0301"},
{"name": "\ue000"},
{"name": "\uffff"},
{"name": "a\u200db"}])"),
        "line 2, column 20: /roles/0/name: The name \"\" is empty.\n"
        "line 3, column 10: /roles/1/name: The name \" a\" begins or ends with a space.\n"
        "line 4, column 10: /roles/2/name: The name \"a<U+0000>b\" has the control character U+0000 at 2.\n"
        "line 5, column 10: /roles/3/name: The name \"a<U+202E>b\" has the format character U+202E at 2.\n"
        "line 6, column 10: /roles/4/name: The name \"a<U+0007>\" has the control character U+0007 at 2.\n"
        "line 7, column 10: /roles/5/name: The name \"a<U+00A0>b\" has the white space U+00A0 at 2.\n"
        "line 8, column 10: /roles/6/name: The name \"é\" is not in Unicode form NFC; write it composed, as "
        "\"é\".\n"
        "line 9, column 10: /roles/7/name: The name \"<U+E000>\" has the private-use character U+E000 at 1.\n"
        "line 10, column 10: /roles/8/name: The name \"<U+FFFF>\" has the noncharacter U+FFFF at 1.\n"
        "line 11, column 10: /roles/9/name: The name \"a<U+200D>b\" has the format character U+200D at 2.");
    row("long role name",
        with(
            R"("roles": [{"name": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}])"),
        "line 2, column 20: /roles/0/name: The name "
        "\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\" is 201 "
        "characters long; at most 200 are allowed.");
    row("role twice", with(R"("roles": [{"name": "a"},
{"name": "b"},
{"name": "a"}])"),
        "line 4, column 1: /roles/2: \"a\" is there twice; keep one.");
    row("grants", with(R"("permissions": [{"name": "a:b"}], "roles": [{"name": "r", "grants": ["a:b",
"a:c",
"a:b:any",
"*:*",
"*:*",
"a:b*",
"*:b:*",
"operation:perform",
"rolewright/x:y",
5,
"rolewright/role:create"]}])"),
        "line 3, column 1: /roles/0/grants/1: There is no permission \"a:c\"; add it to \"permissions\" or "
        "mend the name.\n"
        "line 4, column 1: /roles/0/grants/2: \"a:b\" is there twice; keep one.\n"
        "line 6, column 1: /roles/0/grants/4: \"*:*\" is there twice; keep one.\n"
        "line 7, column 1: /roles/0/grants/5: The grant \"a:b*\" has a '*' inside its action; only the whole "
        "segment may be '*'.\n"
        "line 8, column 1: /roles/0/grants/6: The grant \"*:b:*\" has a '*' in its scope; a scope is never a "
        "pattern.\n"
        "line 9, column 1: /roles/0/grants/7: The grant \"operation:perform\" is reserved: operations are "
        "guarded by what they require.\n"
        "line 10, column 1: /roles/0/grants/8: The grant \"rolewright/x:y\" is no right of Rolewright.\n"
        "line 11, column 1: /roles/0/grants/9: This must be a string, not a number.");
    row("inherits", with(R"("roles": [{"name": "a", "inherits": ["b",
"c",
"b",
null]}, {"name": "b"}])"),
        "line 3, column 1: /roles/0/inherits/1: There is no role \"c\"; add it to \"roles\" or mend the "
        "name.\n"
        "line 4, column 1: /roles/0/inherits/2: \"b\" is there twice; keep one.\n"
        "line 5, column 1: /roles/0/inherits/3: This must be a string, not null.");
    row("cycle", with(R"("roles": [{"name": "a", "inherits": ["b"]},
{"name": "b", "inherits": ["c"]},
{"name": "c", "inherits": ["a"]}])"),
        "line 4, column 28: /roles/2/inherits/0: This closes a cycle of inheritance: \"c\" inherits \"a\" "
        "inherits \"b\" inherits \"c\".");
    row("cycles", with(R"("roles": [{"name": "a", "inherits": ["a",
"b"]},
{"name": "b", "inherits": ["c", "d"]},
{"name": "c", "inherits": ["a"]},
{"name": "d", "inherits": ["b"]}])"),
        "line 2, column 38: /roles/0/inherits/0: This closes a cycle of inheritance: \"a\" inherits \"a\".\n"
        "line 5, column 28: /roles/2/inherits/0: This closes a cycle of inheritance: \"c\" inherits \"a\" "
        "inherits \"b\" inherits \"c\".\n"
        "line 6, column 28: /roles/3/inherits/0: This closes a cycle of inheritance: \"d\" inherits \"b\" "
        "inherits \"d\".");
    row("users", with(R"("users": [{},
{"id": "a", "active": 1,
"attributes": {"id": "x",
" ": "y",
"k": 5,
"t": "\u0007"},
"name": "a\nb"},
{"id": "a"}])"),
        "line 2, column 11: /users/0: The member \"id\" is missing; it is required.\n"
        "line 3, column 23: /users/1/active: This must be true or false, not a number.\n"
        "line 4, column 22: /users/1/attributes/id: An attribute cannot be called \"id\": that is the user's "
        "own id.\n"
        "line 5, column 6: /users/1/attributes/ : The attribute name \" \" begins or ends with a space.\n"
        "line 6, column 6: /users/1/attributes/k: This must be a string, not a number.\n"
        "line 7, column 6: /users/1/attributes/t: The text \"<U+0007>\" has the control character U+0007 at "
        "1.\n"
        "line 8, column 9: /users/1/name: The text \"a<U+000A>b\" has the control character U+000A at 2.\n"
        "line 9, column 1: /users/2: \"a\" is there twice; keep one.");
    row("duplicate attribute", with(R"("users": [{"id": "a", "attributes": {"k": "1",
"k": "2"}}])"),
        "line 3, column 1: /users/0/attributes/k: The member \"k\" is there twice; keep one.");
    row("assignments", with(R"("roles": [{"name": "r"}], "users": [{"id": "a", "assignments": [{},
{"role": "x"},
{"role": "r"},
{"role": "r"},
"r"]}])"),
        "line 2, column 65: /users/0/assignments/0: The member \"role\" is missing; it is required.\n"
        "line 3, column 10: /users/0/assignments/1/role: There is no role \"x\"; add it to \"roles\" or mend "
        "the name.\n"
        "line 5, column 10: /users/0/assignments/3/role: \"r\" is there twice; keep one.\n"
        "line 6, column 1: /users/0/assignments/4: This must be an object, not a string.");
    row("times",
        with(
            R"("roles": [{"name": "r"}, {"name": "s"}, {"name": "t"}, {"name": "u"}], "users": [{"id": "a", "assignments": [
{"role": "r", "from": "2026-01-01"},
{"role": "s", "until": "2026-01-01T00:00:00.0001Z"},
{"role": "t", "from": "2026-01-01T00:00:00Z", "until": "2026-01-01T01:00:00+01:00"},
{"role": "u", "from": 5}]}])"),
        "line 3, column 23: /users/0/assignments/0/from: \"2026-01-01\" is not a time; write it as "
        "2027-01-01T00:00:00Z or with an offset, no finer than a millisecond.\n"
        "line 4, column 24: /users/0/assignments/1/until: \"2026-01-01T00:00:00.0001Z\" is not a time; write "
        "it as 2027-01-01T00:00:00Z or with an offset, no finer than a millisecond.\n"
        "line 5, column 56: /users/0/assignments/2/until: The end must be after the beginning (from < "
        "until).\n"
        "line 6, column 23: /users/0/assignments/3/from: This must be a string, not a number.");
    row("constraints", with(R"("roles": [{"name": "a"}, {"name": "b"}], "constraints": [{},
{"name": "c", "kind": "other", "roles": ["a"], "limit": 2},
{"name": "d", "kind": "static", "roles": ["a", "b", "x"], "limit": 4, "mode": "warn"},
{"name": "e", "kind": "static", "roles": ["a", "a"], "limit": 1},
{"name": "f", "kind": "static", "roles": ["a", "b"], "limit": 2.0},
{"name": "f", "kind": "static", "roles": ["a", "b"], "limit": 99999999999999999999}])"),
        "line 2, column 58: /constraints/0: The member \"name\" is missing; it is required.\n"
        "line 2, column 58: /constraints/0: The member \"kind\" is missing; it is required.\n"
        "line 2, column 58: /constraints/0: The member \"roles\" is missing; it is required.\n"
        "line 2, column 58: /constraints/0: The member \"limit\" is missing; it is required.\n"
        "line 3, column 23: /constraints/1/kind: A constraint's kind is \"static\" or \"dynamic\", not "
        "\"other\".\n"
        "line 3, column 41: /constraints/1/roles: A constraint needs at least two roles.\n"
        "line 4, column 53: /constraints/2/roles/2: There is no role \"x\"; add it to \"roles\" or mend the "
        "name.\n"
        "line 4, column 68: /constraints/2/limit: The limit must be from 2 to the number of roles, here 3.\n"
        "line 4, column 79: /constraints/2/mode: A constraint's mode is \"enforce\" or \"record\", not "
        "\"warn\".\n"
        "line 5, column 48: /constraints/3/roles/1: \"a\" is there twice; keep one.\n"
        "line 5, column 63: /constraints/3/limit: The limit must be from 2 to the number of roles, here 2.\n"
        "line 6, column 63: /constraints/4/limit: This must be an integer, not a number with fraction or "
        "exponent.\n"
        "line 7, column 1: /constraints/5: \"f\" is there twice; keep one.\n"
        "line 7, column 63: /constraints/5/limit: The number is too large.");
    row("ownership", with(R"("ownership": {"property": "relations",
"attribute": "",
"other": 1})"),
        "line 2, column 27: /ownership/property: The ownership property cannot be \"relations\", which has a "
        "meaning of its own.\n"
        "line 3, column 14: /ownership/attribute: The name \"\" is empty.\n"
        "line 4, column 1: /ownership/other: The member \"other\" is unknown; known here: property, "
        "attribute.");
    row("operations",
        with(
            R"("permissions": [{"name": "a:b"}, {"name": "a:b:own"}, {"name": "a:b:team"}], "roles": [{"name": "r"}], "operations": [
{"name": "none", "requires": null},
{"name": "empty", "requires": {}},
{"name": "two", "requires": {"public": true, "authenticated": true}},
{"name": "false", "requires": {"public": false}},
{"name": "list", "requires": {"anyPermission": []}},
{"name": "unknown", "requires": {"anyPermission": ["a:b",
"a:x",
"a:*",
"a:b:any"]}},
{"name": "roles", "requires": {"anyRole": ["r", "s"]}},
{"name": "scoped access", "requires": {"access": "a:b:own"}},
{"name": "unknown access", "requires": {"access": "x:y"}},
{"name": "no own", "requires": {"owner": {"any": []}}},
{"name": "scope of own", "requires": {"owner": {"own": ["a:b:team", "a:b:own"]}}},
{"name": "nested public", "requires": {"allOf": [{"authenticated": true}, {"public": true}]}},
{"name": "other", "requires": {"allowed": true}}])"),
        "line 3, column 30: /operations/0/requires: This must be an object, not null.\n"
        "line 4, column 31: /operations/1/requires: A requirement has exactly one of anyPermission, "
        "allPermissions, anyRole, access, owner, allOf, anyOf, authenticated, public; nest them in allOf or "
        "anyOf.\n"
        "line 5, column 29: /operations/2/requires: A requirement has exactly one of anyPermission, "
        "allPermissions, anyRole, access, owner, allOf, anyOf, authenticated, public; nest them in allOf or "
        "anyOf.\n"
        "line 6, column 42: /operations/3/requires/public: The only value of public is true.\n"
        "line 7, column 48: /operations/4/requires/anyPermission: The list is empty; it names at least one "
        "thing.\n"
        "line 9, column 1: /operations/5/requires/anyPermission/1: The permission a:x is not in the "
        "catalogue; add it, or require another.\n"
        "line 10, column 1: /operations/5/requires/anyPermission/2: The permission \"a:*\" has a '*' in its "
        "action; a pattern is allowed in grants only.\n"
        "line 11, column 1: /operations/5/requires/anyPermission/3: \"a:b\" is there twice; keep one.\n"
        "line 12, column 49: /operations/6/requires/anyRole/1: There is no role s; add it, or require "
        "another.\n"
        "line 13, column 50: /operations/7/requires/access: The permission \"a:b:own\" has a scope; access "
        "takes resource:action and looks at the scopes itself.\n"
        "line 14, column 51: /operations/8/requires/access: No permission of the catalogue has the resource "
        "and action x:y, under any scope; add one, or require another.\n"
        "line 15, column 42: /operations/9/requires/owner: The member \"own\" is missing; it is required.\n"
        "line 16, column 57: /operations/10/requires/owner/own/0: The permission a:b:team has the scope "
        "team; the owner's list takes the scope own or none.\n"
        "line 17, column 86: /operations/11/requires/allOf/1/public: A public requirement stands alone; "
        "inside another one it says nothing.\n"
        "line 18, column 32: /operations/12/requires/allowed: The member \"allowed\" is unknown; known here: "
        "anyPermission, allPermissions, anyRole, access, owner, allOf, anyOf, authenticated, public.");
    row("a role's name in a requirement",
        with(R"("operations": [{"name": "o", "requires": {"anyRole": [" x"]}}])"),
        "line 2, column 55: /operations/0/requires/anyRole/0: The name \" x\" begins or ends with a space.");
    row("deep requirement",
        with(
            R"("operations": [{"name": "o", "requires": {"allOf": [{"allOf": [{"allOf": [{"allOf": [{"allOf": [{"allOf": [{"allOf": [{"allOf": [{"allOf": [{"allOf": [{"allOf": [{"allOf": [{"allOf": [{"allOf": [{"allOf": [{"allOf": [{"allOf": [{"authenticated": true}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}}])"),
        "line 2, column 228: "
        "/operations/0/requires/allOf/0/allOf/0/allOf/0/allOf/0/allOf/0/allOf/0/allOf/0/allOf/0/allOf/0/"
        "allOf/0/allOf/0/allOf/0/allOf/0/allOf/0/allOf/0/allOf/0/allOf: Requirements are nested deeper than "
        "16.");
    row("administration",
        with(
            R"("permissions": [{"name": "a:b"}], "roles": [{"name": "r"}], "administration": {"delegations": [
{"role": "x", "assign": ["r", "y"], "grant": ["a:b", "a:c"], "users": {"attribute": "k"}},
{},
{"role": "r"},
{"role": "r"}],
"approvals": [{"changes": ["role.delete"]},
{"changes": ["role.delete"], "by": "z"},
{"changes": [], "by": "r"},
{"changes": ["all"], "by": "r"}]})"),
        "line 3, column 10: /administration/delegations/0/role: There is no role \"x\"; add it to \"roles\" "
        "or mend the name.\n"
        "line 3, column 31: /administration/delegations/0/assign/1: There is no role \"y\"; add it to "
        "\"roles\" or mend the name.\n"
        "line 3, column 54: /administration/delegations/0/grant/1: There is no permission \"a:c\"; add it to "
        "\"permissions\" or mend the name.\n"
        "line 3, column 71: /administration/delegations/0/users: The member \"equals\" is missing; it is "
        "required.\n"
        "line 4, column 1: /administration/delegations/1: The member \"role\" is missing; it is required.\n"
        "line 6, column 1: /administration/delegations/3: This delegation is there twice; keep one.\n"
        "line 7, column 15: /administration/approvals/0: The member \"by\" is missing; it is required.\n"
        "line 8, column 36: /administration/approvals/1/by: There is no role \"z\"; add it to \"roles\" or "
        "mend the name.\n"
        "line 9, column 13: /administration/approvals/2/changes: An approval names at least one kind of "
        "change.\n"
        "line 10, column 13: /administration/approvals/3/changes: There is no kind of change all; use one "
        "such as role.delete, grant.sensitive or administration.");
    row("tests", with(R"("tests": [{},
{"name": "a", "request": {}, "expect": true},
{"name": "b", "request": {"subject": {"type": "user", "id": "u"}, "action": {"name": "x"}, "resource": {"type": "y", "id": "z"}}, "expect": "yes"},
{"name": "c", "request": {"subject": {"type": "user", "id": "u"}, "action": {"name": "x"}, "resource": {"type": "y", "id": "z", "id": "z"}}, "expect": {"reason": "malformed-request"}},
{"name": "d", "request": {"subject": {"type": "user", "id": "u"}, "action": {"name": "x"}, "resource": {"type": "y", "id": "z"}}, "expect": {"decision": false, "reason": "because"}}])"),
        "line 2, column 11: /tests/0: The member \"name\" is missing; it is required.\n"
        "line 2, column 11: /tests/0: The member \"request\" is missing; it is required.\n"
        "line 2, column 11: /tests/0: The member \"expect\" is missing; it is required.\n"
        "line 3, column 26: /tests/1/request: The request has no subject; say it as an object.\n"
        "line 4, column 141: /tests/2/expect: Expected is true, false or an object such as {\"decision\": "
        "false}.\n"
        "line 5, column 129: /tests/3/request/resource/id: The member \"id\" is there twice; keep one.\n"
        "line 5, column 152: /tests/3/expect: The member \"decision\" is missing; it is required.\n"
        "line 5, column 163: /tests/3/expect/reason: \"malformed-request\" is no reason of a decision, such "
        "as \"granted\" or \"not-granted\".\n"
        "line 6, column 171: /tests/4/expect/reason: \"because\" is no reason of a decision, such as "
        "\"granted\" or \"not-granted\".");
    row("request of a test",
        with(R"("tests": [{"name": "a", "expect": true, "request": {"subject": {"type": "user", "id": "a"},
"action": {"name": "b"}, "resource": {"type": "c", "id": "d"}, "x": ")"
             + QByteArray(1 << 20, 'x') + R"("}}])"),
        "line 2, column 52: /tests/0/request: The request of a test is 1048688 bytes long; at most 1048576 "
        "are allowed.");
    row("pointer escapes", with(R"("users": [{"id": "a", "attributes": {"a/b~c": 1}}])"),
        "line 2, column 47: /users/0/attributes/a~1b~0c: This must be a string, not a number.");
}

void TestPolicyRefusals::refuses()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, errors);
    QCOMPARE(errorsOf(json), QString::fromUtf8(errors));
}

void TestPolicyRefusals::reportsEverythingAtOnceInDocumentOrder()
{
    // The sections stand in another order than that in which they need each other.
    QCOMPARE(errorsOf(R"({"tests": [{"name": "t", "expect": 1, "request": 2}],
"users": [{"id": "u", "assignments": [{"role": "x"}]}],
"roles": [{"name": "a", "inherits": ["b"], "grants": ["p:q"]}, {"name": "b", "inherits": ["a"]}],
"extra": 1,
"permissions": [{"name": "p"}],
"rolewright": 3})"),
             QString::fromUtf8(
                 "line 1, column 36: /tests/0/expect: Expected is true, false or an object such as "
                 "{\"decision\": false}.\n"
                 "line 1, column 50: /tests/0/request: A request must be an object.\n"
                 "line 2, column 48: /users/0/assignments/0/role: There is no role \"x\"; add it to "
                 "\"roles\" or mend the name.\n"
                 "line 3, column 55: /roles/0/grants/0: There is no permission \"p:q\"; add it to "
                 "\"permissions\" or mend the name.\n"
                 "line 3, column 91: /roles/1/inherits/0: This closes a cycle of inheritance: \"b\" inherits "
                 "\"a\" inherits \"b\".\n"
                 "line 4, column 1: /extra: The member \"extra\" is unknown; known here: rolewright, "
                 "ownership, permissions, "
                 "roles, users, constraints, operations, administration, tests.\n"
                 "line 5, column 26: /permissions/0/name: The permission \"p\" is not of the form "
                 "resource:action or "
                 "resource:action:scope.\n"
                 "line 6, column 15: /rolewright: The format 3 is not known; this program reads format 1."));
}

QTEST_APPLESS_MAIN(TestPolicyRefusals)
#include "tst_policyrefusals.moc"
