// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/engineexport.h"
#include "core/exchange/policyjson.h"
#include "core/exchange/sample.h"
#include "tests/support/policytext.h"

#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

// What the files look like, and what is refused; that they decide alike is tst_differential's.
class TestEngineExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void casbin();
    void cedar();
    void cerbos();
    void python();
    void refuses_data();
    void refuses();
    void sample();

private:
    static QByteArray file(const EngineExport &made, const QString &name)
    {
        for (const EngineFile &each : made.files) {
            if (each.name == name)
                return each.bytes;
        }
        return "no such file";
    }
    static Policy small()
    {
        return policyOf(R"({"rolewright": 1,
 "permissions": [{"name": "article:read"}, {"name": "article:update:own"}, {"name": "page:read"}],
 "roles": [{"name": "author", "grants": ["article:update:own"]},
           {"name": "editor", "inherits": ["author", "off"], "grants": ["article:*"]},
           {"name": "off", "enabled": false, "grants": ["page:read"]}],
 "users": [{"id": "alice", "assignments": [{"role": "editor"}, {"role": "off"}]},
           {"id": "bob", "active": false, "assignments": [{"role": "editor"}]},
           {"id": "torn", "assignments": [{"role": "author"}, {"role": "editor"}]}],
 "constraints": [{"name": "apart", "kind": "dynamic", "roles": ["author", "off"], "limit": 2}]})");
    }
};

void TestEngineExport::casbin()
{
    const auto made = exportFor(Engine::Casbin, small());
    QVERIFY(made.has_value());
    QVERIFY(made->leftOut.isEmpty());
    QVERIFY(file(*made, u"model.conf"_s).contains("r = sub, type, act, owner, relations\n"));
    const QByteArray rows = R"("p","role:author","article","update","own"
"p","role:editor","article","read","any"
"p","role:editor","article","update","any"
"g","role:editor","role:author"
"g","user:alice","role:editor"
"g2","user:alice","owner:alice"
"g","user:torn","role:author"
"g","user:torn","role:editor"
"g2","user:torn","owner:torn"
)";
    QCOMPARE(file(*made, u"policy.csv"_s), rows);
}

void TestEngineExport::cedar()
{
    const auto made = exportFor(Engine::Cedar, small());
    QVERIFY(made.has_value());
    const QByteArray policies = file(*made, u"policies.cedar"_s);
    const QByteArray first = R"(@id("article:read")
permit (principal is User, action == Action::"read", resource == Resource::"article")
when { principal has limited && ((if context has roles then context.roles.containsAny(["editor"]) else (principal in [Role::"editor"]))) };
)";
    QVERIFY2(policies.startsWith(first), policies.constData());
    QVERIFY2(!policies.contains("page"), policies.constData()); // only a disabled role gives it
    const QByteArray entities = file(*made, u"entities.json"_s);
    QVERIFY2(!entities.contains("bob") && !entities.contains("off"), entities.constData());
}

void TestEngineExport::cerbos()
{
    const auto made = exportFor(Engine::Cerbos, small());
    QVERIFY(made.has_value());
    const QByteArray article = file(*made, u"article.policy.json"_s);
    const QByteArray rule = "\"expr\": \"V.session && (hasIntersection(V.active, [\\\"editor\\\"]))\"";
    QVERIFY2(article.contains(rule), article.constData());
    QVERIFY2(!file(*made, u"rolewright.constants.json"_s).contains("bob"), "inactive");
}

// What decides, and nothing of people besides.
void TestEngineExport::python()
{
    const auto made = exportFor(Engine::Python, policyOf(R"({"rolewright": 1,
 "ownership": {"attribute": "mail"},
 "permissions": [{"name": "article:read", "description": "secret", "sensitive": true}],
 "roles": [{"name": "editor", "description": "secret", "grants": ["*:read", "article:read", "rolewright/policy:read"]},
           {"name": "payer"}],
 "users": [{"id": "alice", "name": "secret", "attributes": {"mail": "a@x", "phone": "secret"}, "source": "secret",
            "assignments": [{"role": "editor", "until": "2027-01-01T00:00:00Z", "source": "secret"}]}],
 "constraints": [{"name": "apart", "kind": "dynamic", "roles": ["editor", "payer"], "limit": 2},
                 {"name": "later", "kind": "dynamic", "roles": ["editor", "payer"], "limit": 2, "mode": "record"},
                 {"name": "never", "kind": "static", "roles": ["editor", "payer"], "limit": 2}],
 "operations": [{"name": "GET /", "description": "secret", "requires": {"public": true}}],
 "administration": {"approvals": [{"changes": ["administration"], "by": "editor"}],
                    "delegations": [{"role": "editor", "assign": ["payer"]}]},
 "tests": [{"name": "secret", "expect": true, "request": {"subject": {"type": "user", "id": "alice"},
            "action": {"name": "read"}, "resource": {"type": "article", "id": "1"}}}]})"));
    QVERIFY(made.has_value());
    QVERIFY(made->leftOut.isEmpty());
    const Policy expected = policyOf(R"({"rolewright": 1,
 "ownership": {"attribute": "mail"},
 "permissions": [{"name": "article:read"}],
 "roles": [{"name": "editor", "grants": ["*:read", "article:read"]}, {"name": "payer"}],
 "users": [{"id": "alice", "attributes": {"mail": "a@x"},
            "assignments": [{"role": "editor", "until": "2027-01-01T00:00:00Z"}]}],
 "constraints": [{"name": "apart", "kind": "dynamic", "roles": ["editor", "payer"], "limit": 2}],
 "operations": [{"name": "GET /", "requires": {"public": true}}]})");
    QCOMPARE(file(*made, u"rolewright_policy.json"_s), writePolicy(expected));
    QVERIFY(file(*made, u"rolewright_policy.py"_s).contains("class Policy:"));
    QVERIFY(file(*made, u"rolewright_fastapi.py"_s).contains("class Guard:"));
}

void TestEngineExport::refuses_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<QByteArray>("policy");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, Engine engine, const char *members, const char *place) {
        QTest::newRow(name) << engine << "{\"rolewright\": 1, " + QByteArray(members) + "}"
                            << QString::fromLatin1(place);
    };
    row("casbin: a time", Engine::Casbin,
        R"("roles": [{"name": "r"}], "users": [{"id": "u", "assignments": [{"role": "r", "until": "2027-01-01T00:00:00Z"}]}])",
        "assignment u r");
    row("casbin: an operation", Engine::Casbin,
        R"("operations": [{"name": "o", "requires": {"authenticated": true}}])", "operation o");
    row("casbin: brackets", Engine::Casbin,
        R"("permissions": [{"name": "a:("}], "roles": [{"name": "r", "grants": ["a:("]}])",
        "p role:r a ( any");
    row("casbin: quotation marks", Engine::Casbin,
        R"("permissions": [{"name": "a:\"b\""}], "roles": [{"name": "r", "grants": ["a:\"b\""]}])",
        "p role:r a \"b\" any");
    row("casbin: a blank at the end", Engine::Casbin,
        R"("ownership": {"attribute": "mail"}, "roles": [{"name": "r"}],
           "users": [{"id": "u", "attributes": {"mail": "x "}, "assignments": [{"role": "r"}]}])",
        "g2 user:u owner:x ");
    row("casbin: a constraint that is broken for a time", Engine::Casbin,
        R"("roles": [{"name": "r"}, {"name": "s"}],
           "users": [{"id": "u", "assignments": [{"role": "r"}, {"role": "s", "until": "2027-01-01T00:00:00Z"}]}],
           "constraints": [{"name": "c", "kind": "dynamic", "roles": ["r", "s"], "limit": 2}])",
        "assignment u s, user u");
    row("cerbos: a resource", Engine::Cerbos,
        R"("permissions": [{"name": "my articles:b"}], "roles": [{"name": "r", "grants": ["my articles:b"]}])",
        "resource my articles");
    row("cerbos: an action", Engine::Cerbos,
        R"("permissions": [{"name": "a:b?"}], "roles": [{"name": "r", "grants": ["a:b?"]}])",
        "permission a:b?");
}

void TestEngineExport::refuses()
{
    QFETCH(Engine, engine);
    QFETCH(QByteArray, policy);
    QFETCH(QString, place);
    const Policy read = policyOf(policy.constData());
    const auto refused = exportFor(engine, read);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, ErrorCode::Invalid);
    QStringList places;
    for (const Finding &finding : refused.error().findings) {
        places.append(finding.place);
        QVERIFY(finding.message.endsWith(u'.'));
    }
    QCOMPARE(places.join(u", "), place);
    const auto skipped = exportFor(engine, read, true);
    QVERIFY(skipped.has_value());
    QCOMPARE(skipped->leftOut, refused.error().findings);
}

void TestEngineExport::sample()
{
    const Result<Policy> newsroom = readPolicy(newsroomSample());
    QVERIFY(newsroom.has_value());
    QVERIFY(exportFor(Engine::Cedar, *newsroom).has_value());
    QVERIFY(exportFor(Engine::Cerbos, *newsroom).has_value());
    QVERIFY(exportFor(Engine::Casbin, *newsroom, true).has_value());
}

QTEST_GUILESS_MAIN(TestEngineExport)
#include "tst_engineexport.moc"
