// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/policyjson.h"

#include "core/decision/decide.h"
#include "core/exchange/sample.h"
#include "core/validation/validate.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rolewright;

// The policy document of semantics.md section 8: what is read, every refusal with its place, the canonical
// bytes.
class TestPolicyJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheExample();
    void writesTheExample();
    void accepts_data();
    void accepts();
    void isLaidOutAsPythonDoes();
    void keepsTheSample();
    void readsThePoliciesOfOthers();
};

namespace {

const QByteArray Example = R"({"rolewright": 1,
     "ownership": {"property": "owner", "attribute": "id"},
     "permissions": [{"name": "article:publish"}, {"name": "article:update", "sensitive": true},
                     {"name": "article:update:own", "description": "Change one's own articles"}],
     "roles": [{"name": "author", "grants": ["article:update:own"]},
               {"name": "editor", "description": "", "enabled": true, "inherits": ["author"], "grants": ["article:*"]},
               {"name": "payer"}],
     "users": [{"id": "alice", "name": "Alice", "active": true, "attributes": {"email": "alice@acme.example"},
                "assignments": [{"role": "editor", "from": null, "until": "2027-01-01T00:00:00Z"}]}],
     "constraints": [{"name": "four eyes", "kind": "dynamic", "roles": ["editor", "payer"], "limit": 2}],
     "operations": [{"name": "PUT /articles/{id}", "description": "",
                     "requires": {"owner": {"any": ["article:publish"], "own": ["article:update:own"]}}}],
     "administration": {"delegations": [], "approvals": []},
     "tests": [{"name": "alice publishes", "expect": true,
                "request": {"subject": {"type": "user", "id": "alice"}, "action": {"name": "publish"},
                            "resource": {"type": "article", "id": "1"}, "context": {"time": "2026-06-01T00:00:00Z"}}}]})";

const QByteArray ExampleWritten = R"({
  "rolewright": 1,
  "permissions": [
    {
      "name": "article:publish"
    },
    {
      "name": "article:update",
      "sensitive": true
    },
    {
      "name": "article:update:own",
      "description": "Change one's own articles"
    }
  ],
  "roles": [
    {
      "name": "author",
      "grants": [
        "article:update:own"
      ]
    },
    {
      "name": "editor",
      "inherits": [
        "author"
      ],
      "grants": [
        "article:*"
      ]
    },
    {
      "name": "payer"
    }
  ],
  "users": [
    {
      "id": "alice",
      "name": "Alice",
      "attributes": {
        "email": "alice@acme.example"
      },
      "assignments": [
        {
          "role": "editor",
          "until": "2027-01-01T00:00:00Z"
        }
      ]
    }
  ],
  "constraints": [
    {
      "name": "four eyes",
      "kind": "dynamic",
      "roles": [
        "editor",
        "payer"
      ],
      "limit": 2
    }
  ],
  "operations": [
    {
      "name": "PUT /articles/{id}",
      "requires": {
        "owner": {
          "any": [
            "article:publish"
          ],
          "own": [
            "article:update:own"
          ]
        }
      }
    }
  ],
  "tests": [
    {
      "name": "alice publishes",
      "request": {
        "subject": {
          "type": "user",
          "id": "alice"
        },
        "action": {
          "name": "publish"
        },
        "resource": {
          "type": "article",
          "id": "1"
        },
        "context": {
          "time": "2026-06-01T00:00:00Z"
        }
      },
      "expect": true
    }
  ]
}
)";

// A document with one section, on a second line.
QByteArray with(const QByteArray &section)
{
    return "{\"rolewright\": 1,\n" + section + "}";
}

} // namespace

void TestPolicyJson::readsTheExample()
{
    const auto policy = readPolicy(Example);
    QVERIFY2(policy, policy ? "" : qPrintable(toText(policy.error())));
    QCOMPARE(policy->permissions().size(), 3);
    QCOMPARE(policy->roles().size(), 3);
    const RoleId editor = policy->roles().idOf(u"editor"_s);
    const UserId alice = policy->users().idOf(u"alice"_s);
    QCOMPARE(policy->users().at(alice).name, u"Alice"_s);
    QCOMPARE(policy->users().at(alice).attributes.value(u"email"_s), u"alice@acme.example"_s);
    QVERIFY(policy->inheritance().find(editor.value, policy->roles().idOf(u"author"_s).value));
    QVERIFY(policy->grants().find(editor.value, policy->grantId({u"article"_s, u"*"_s, {}}).value));
    const AssignmentRow *row = policy->assignments().find(alice.value, editor.value);
    QVERIFY(row);
    QCOMPARE(policy->validityOf(*row).until, parseDocumentTime(u"2027-01-01T00:00:00Z").value());
    QCOMPARE(policy->validityOf(*row).from, Instant::openStart());
    const Constraint &constraint = policy->constraints().at(policy->constraints().idOf(u"four eyes"_s));
    QCOMPARE(constraint.kind, Constraint::Kind::Dynamic);
    QCOMPARE(constraint.roles.size(), 2);
    const Operation &operation = policy->operations().at(policy->operations().idOf(u"PUT /articles/{id}"_s));
    QCOMPARE(operation.required->kind, Requirement::Kind::Owner);
    QCOMPARE(operation.required->own, QStringList{u"article:update:own"_s});
    const PolicyTest &test = policy->tests().at(policy->tests().idOf(u"alice publishes"_s));
    QVERIFY(test.expected.decision);
    QVERIFY(test.request.startsWith(uR"({"subject": {"type": "user", "id": "alice"}, )"_s));
}

void TestPolicyJson::writesTheExample()
{
    const auto policy = readPolicy(Example);
    QVERIFY(policy);
    QCOMPARE(writePolicy(*policy), ExampleWritten);
    QCOMPARE(writePolicy(readPolicy(ExampleWritten).value()), ExampleWritten);
    QCOMPARE(writePolicy(Policy()), QByteArray("{\n  \"rolewright\": 1\n}\n"));
}

void TestPolicyJson::accepts_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("written"); // on one line
    const auto row = [](const char *name, const QByteArray &section, const QByteArray &written) {
        QTest::newRow(name) << with(section) << written;
    };
    row("everything at its default",
        R"("ownership": {"attribute": "id"}, "permissions": [{"name": "a:b", "description": "", "sensitive": false}],
           "roles": [{"name": "r", "description": "", "enabled": true, "inherits": [], "grants": []}],
           "users": [{"id": "u", "name": "u", "active": true, "attributes": {}, "source": "",
                      "assignments": [{"role": "r", "from": null, "until": null, "source": ""}]}],
           "constraints": [], "operations": [{"name": "o"}], "administration": {}, "tests": [])",
        R"("permissions": [{"name": "a:b"}], "roles": [{"name": "r"}], )"
        R"("users": [{"id": "u", "assignments": [{"role": "r"}]}], "operations": [{"name": "o"}])");
    row("the scope any is dropped",
        R"("permissions": [{"name": "a:b:any"}, {"name": "a:b:own"}], "roles": [{"name": "r", "grants": ["a:b:any", "*:b:any", "rolewright/*:*:any"]}])",
        R"("permissions": [{"name": "a:b"}, {"name": "a:b:own"}], "roles": [{"name": "r", "grants": ["*:b", "a:b", "rolewright/*:*"]}])");
    row("times in any offset",
        R"("roles": [{"name": "r"}, {"name": "s"}], "users": [{"id": "u", "assignments": [
            {"role": "r", "from": "2026-01-01t00:00:00.5z", "until": "2026-01-01T02:00:00.000+01:30"},
            {"role": "s", "from": "0001-01-01T00:00:00Z", "until": "9999-12-31T23:59:59.999Z"}]}])",
        R"("roles": [{"name": "r"}, {"name": "s"}], "users": [{"id": "u", "assignments": [{"role": "r", "from": "2026-01-01T00:00:00.500Z", "until": "2026-01-01T00:30:00Z"}, )"
        R"({"role": "s", "from": "0001-01-01T00:00:00Z", "until": "9999-12-31T23:59:59.999Z"}]}])");
    row("each member of the ownership by itself", R"("ownership": {"property": "author"})",
        R"("ownership": {"property": "author"})");
    row("order by code point",
        "\"roles\": [{\"name\": \"\xf0\x9f\x98\x80\"}, {\"name\": \"\xef\xbf\xae\"}, {\"name\": \"b\"}, "
        "{\"name\": \"B\"}, {\"name\": \"a\"}]",
        "\"roles\": [{\"name\": \"B\"}, {\"name\": \"a\"}, {\"name\": \"b\"}, {\"name\": \"\xef\xbf\xae\"}, "
        "{\"name\": \"\xf0\x9f\x98\x80\"}]");
    row("names that a name may have", R"("roles": [{"name": "Über-Rolle \"1\" \\ / ~ 日本 - \u0301"}])",
        "\"roles\": [{\"name\": \"Über-Rolle \\\"1\\\" \\\\ / ~ 日本 - \xcc\x81\"}]");
    row("texts that a description may have",
        R"("roles": [{"name": "r", "description": "one\ntwo \u00a0\u2028\ue000"}])",
        "\"roles\": [{\"name\": \"r\", \"description\": \"one\\ntwo \xc2\xa0\xe2\x80\xa8\xee\x80\x80\"}]");
    row("an empty display name", R"("users": [{"id": "u", "name": ""}])",
        R"("users": [{"id": "u", "name": ""}])");
    row("a tests' request as it is, in order",
        R"("tests": [{"expect": {"decision": true}, "name": "t", "request": {"resource": {"id": "1", "type": "a"}, "more": [1.0, 2E5, {}], "action": {"name": "b"}, "subject": {"id": "u", "type": "user"}}}])",
        R"("tests": [{"name": "t", "request": {"subject": {"type": "user", "id": "u"}, "action": {"name": "b"}, "resource": {"type": "a", "id": "1"}, "more": [1.0, 2E5, {}]}, "expect": true}])");
    row("reasons",
        R"("tests": [{"name": "t", "expect": {"reason": "no-role", "decision": false}, "request": {"subject": {"type": "user", "id": "u"}, "action": {"name": "b"}, "resource": {"type": "a", "id": "1"}}}])",
        R"("tests": [{"name": "t", "request": {"subject": {"type": "user", "id": "u"}, "action": {"name": "b"}, "resource": {"type": "a", "id": "1"}}, "expect": {"decision": false, "reason": "no-role"}}])");
    row("every requirement",
        R"("permissions": [{"name": "a:b"}, {"name": "a:b:own"}, {"name": "a:c"}], "roles": [{"name": "r"}, {"name": "s"}], "operations": [
            {"name": "1", "requires": {"anyPermission": ["a:c", "a:b"]}}, {"name": "2", "requires": {"allPermissions": ["a:b:own"]}},
            {"name": "3", "requires": {"anyRole": ["s", "r"]}}, {"name": "4", "requires": {"access": "a:b"}},
            {"name": "5", "requires": {"owner": {"own": ["a:c", "a:b:own"]}}}, {"name": "6", "requires": {"owner": {"own": ["a:c"], "any": ["a:b"]}}},
            {"name": "7", "requires": {"anyOf": [{"authenticated": true}, {"allOf": [{"access": "a:c"}]}]}},
            {"name": "8", "requires": {"public": true}}])",
        R"("permissions": [{"name": "a:b"}, {"name": "a:b:own"}, {"name": "a:c"}], "roles": [{"name": "r"}, {"name": "s"}], "operations": [)"
        R"({"name": "1", "requires": {"anyPermission": ["a:b", "a:c"]}}, {"name": "2", "requires": {"allPermissions": ["a:b:own"]}}, )"
        R"({"name": "3", "requires": {"anyRole": ["r", "s"]}}, {"name": "4", "requires": {"access": "a:b"}}, )"
        R"({"name": "5", "requires": {"owner": {"own": ["a:b:own", "a:c"]}}}, {"name": "6", "requires": {"owner": {"any": ["a:b"], "own": ["a:c"]}}}, )"
        R"({"name": "7", "requires": {"anyOf": [{"authenticated": true}, {"allOf": [{"access": "a:c"}]}]}}, )"
        R"({"name": "8", "requires": {"public": true}}])");
    row("administration",
        R"("permissions": [{"name": "a:b"}], "roles": [{"name": "r"}, {"name": "s"}], "administration": {"approvals": [{"by": "r", "changes": ["role.delete", "grant.sensitive"]}],
            "delegations": [{"role": "s", "users": {"equals": "", "attribute": "team"}}, {"role": "r", "assign": ["s", "r"], "grant": ["a:b", "*:b"]}]})",
        R"("permissions": [{"name": "a:b"}], "roles": [{"name": "r"}, {"name": "s"}], "administration": {"delegations": [{"role": "r", "assign": ["r", "s"], "grant": ["*:b", "a:b"]}, )"
        R"({"role": "s", "users": {"attribute": "team", "equals": ""}}], "approvals": [{"changes": ["grant.sensitive", "role.delete"], "by": "r"}]})");
    row("constraints",
        R"("roles": [{"name": "r"}, {"name": "s"}], "constraints": [{"name": "c", "kind": "static", "roles": ["s", "r"], "limit": 2, "mode": "record"}])",
        R"("roles": [{"name": "r"}, {"name": "s"}], "constraints": [{"name": "c", "kind": "static", "roles": ["r", "s"], "limit": 2, "mode": "record"}])");
}

void TestPolicyJson::accepts()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, written);
    const auto policy = readPolicy(json);
    QVERIFY2(policy, policy ? "" : qPrintable(toText(policy.error())));
    QCOMPARE(validate(*policy), Findings());
    const QByteArray canonical = writePolicy(*policy);
    const auto document = JsonDocument::parse(canonical);
    QVERIFY(document);
    JsonWriter json1(JsonWriter::Layout::OneLine);
    json1.value(document->root());
    QCOMPARE(QString::fromUtf8(json1.take()), QString::fromUtf8("{\"rolewright\": 1, " + written + "}"));
    QCOMPARE(writePolicy(readPolicy(canonical).value()), canonical);
}

// The canonical layout is that of Python, so Python is asked.
void TestPolicyJson::isLaidOutAsPythonDoes()
{
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    QVERIFY2(!python.isEmpty(), "python3 is not installed; ./dev deps does it");
    for (
        const QByteArray &json :
        {newsroomSample(), Example,
         with(R"("users": [{"id": "ü", "attributes": {"z": "", "a": "\u00e9\u2029"}}])"),
         with(R"("roles": [{"name": "r", "description": "\" \\ / \n \u2028 \u00e9 \ud83d\ude00"}])"),
         with(
             R"("tests": [{"name": "t", "expect": true, "request": {"subject": {"type": "user", "id": "\u0000\u001f\b\f\r\t\u007f"}, "action": {"name": "b"}, "resource": {"type": "a", "id": "1"}, "x": {"a": {}, "b": [], "c": [[], {}], "d": [1, true, null]}}}])")}) {
        const auto policy = readPolicy(json);
        QVERIFY2(policy, policy ? "" : qPrintable(toText(policy.error())));
        const QByteArray written = writePolicy(*policy);
        QProcess process;
        process.start(python,
                      {u"-c"_s,
                       u"import json, sys; d = json.load(open(0, encoding='utf-8')); "
                       "sys.stdout.reconfigure(encoding='utf-8', newline='\\n'); "
                       "print(json.dumps(d, indent=2, ensure_ascii=False))"_s});
        process.write(written);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardOutput(), written);
    }
}

void TestPolicyJson::keepsTheSample()
{
    const auto policy = readPolicy(newsroomSample());
    QVERIFY2(policy, policy ? "" : qPrintable(toText(policy.error())));
    QCOMPARE(writePolicy(*policy), newsroomSample());
    const Instant now = parseDocumentTime(u"2026-11-23T12:00:00Z").value();
    QCOMPARE(validate(*policy), Findings());
    QCOMPARE(warnings(*policy, now), Findings());
    const PolicyIndex index(*policy);
    QVERIFY(policy->tests().size() >= 15);
    policy->tests().forEach([&](TestId, const PolicyTest &test) {
        const Decision decision = decide(index, parseRequest(test.request.toUtf8()).value(), now);
        const QString reason = test.expected.reason.isEmpty() ? QString() : toText(decision.reason);
        QVERIFY2(decision.allowed == test.expected.decision && reason == test.expected.reason,
                 qPrintable(test.name + u": "_s + toText(decision.reason)));
    });
}

void TestPolicyJson::readsThePoliciesOfOthers()
{
    const QString root =
        qEnvironmentVariable("ROLEWRIGHT_SHARED", QStringLiteral(ROLEWRIGHT_SOURCE_DIR "/../shared"));
    const auto read = [&](const QString &name) {
        QFile file(root + u"/data/authzen/"_s + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray document = read(u"todo-policy.json"_s);
    if (document.isEmpty()) {
        qInfo("Left out: %s has no authzen/todo-policy.json", qPrintable(root + u"/data"_s));
        return;
    }
    const auto policy = readPolicy(document);
    QVERIFY2(policy, policy ? "" : qPrintable(toText(policy.error())));
    const auto decisions = JsonDocument::parse(read(u"todo-1.0-01.json"_s));
    QVERIFY(decisions);
    const PolicyIndex index(*policy);
    int count = 0;
    const JsonValue list = decisions->root().member(u"evaluation");
    for (JsonValue item = list.firstChild(); item.isValid(); item = item.nextSibling(), ++count) {
        const auto request = readRequest(*decisions, item.member(u"request"));
        QVERIFY(request);
        QCOMPARE(decide(index, *request, Instant::now()).allowed, item.member(u"expected").toBool());
    }
    QCOMPARE(count, 40);
}

QTEST_APPLESS_MAIN(TestPolicyJson)
#include "tst_policyjson.moc"
