// SPDX-License-Identifier: Apache-2.0
#include "core/decision/decide.h"
#include "core/decision/guard.h"
#include "core/exchange/policyjson.h"

#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

const Instant Now = *parseDocumentTime(u"2026-06-01T12:00:00Z");

// One of everything that section 4 tells apart. (The slash is escaped because moc takes "/*" in a raw string for a comment.)
const char *const Document = R"({"rolewright": 1,
 "permissions": [{"name": "article:read"}, {"name": "article:update"}, {"name": "article:update:own"},
                 {"name": "article:delete:team"}, {"name": "comment:hide:own"}, {"name": "report:run"}],
 "roles": [{"name": "reader", "grants": ["article:read"]},
           {"name": "author", "inherits": ["reader"], "grants": ["article:update:own"]},
           {"name": "editor", "inherits": ["author"], "grants": ["article:*"]},
           {"name": "teamlead", "inherits": ["reader"], "grants": ["article:delete:team"]},
           {"name": "auditor", "grants": ["rolewright/audit:read"]},
           {"name": "super", "grants": ["*:*"]},
           {"name": "keeper", "grants": ["rolewright\u002f*:*"]},
           {"name": "retired", "enabled": false, "inherits": ["reader"], "grants": ["report:run"]},
           {"name": "manager", "inherits": ["retired"]},
           {"name": "payer", "grants": ["report:run"]}],
 "users": [{"id": "alice", "attributes": {"email": "al@x"}, "assignments": [{"role": "author"}]},
           {"id": "bob", "assignments": [{"role": "editor"}]},
           {"id": "carl", "active": false, "assignments": [{"role": "editor"}]},
           {"id": "dora", "assignments": [{"role": "teamlead"}]},
           {"id": "eve"},
           {"id": "fred", "assignments": [{"role": "editor", "until": "2026-06-01T12:00:00Z"}]},
           {"id": "gina", "assignments": [{"role": "editor", "from": "2026-06-01T12:00:00Z"}]},
           {"id": "hans", "assignments": [{"role": "editor"}, {"role": "payer"}]},
           {"id": "ivan", "assignments": [{"role": "manager"}]},
           {"id": "judy", "assignments": [{"role": "auditor"}]},
           {"id": "kurt", "assignments": [{"role": "super"}]},
           {"id": "lena", "assignments": [{"role": "keeper"}]}],
 "constraints": [{"name": "four eyes", "kind": "dynamic", "roles": ["editor", "payer"], "limit": 2},
                 {"name": "watched", "kind": "dynamic", "roles": ["author", "reader"], "limit": 2, "mode": "record"}],
 "operations": [{"name": "GET /", "requires": {"public": true}},
                {"name": "GET /me", "requires": {"authenticated": true}},
                {"name": "nothing"},
                {"name": "any", "requires": {"anyPermission": ["article:read", "report:run"]}},
                {"name": "all", "requires": {"allPermissions": ["article:read", "report:run"]}},
                {"name": "role", "requires": {"anyRole": ["author"]}},
                {"name": "access", "requires": {"access": "article:update"}},
                {"name": "access team", "requires": {"access": "article:delete"}},
                {"name": "owner", "requires": {"owner": {"any": ["report:run"], "own": ["article:update:own"]}}},
                {"name": "owner unscoped", "requires": {"owner": {"own": ["article:read"]}}},
                {"name": "both", "requires": {"allOf": [{"access": "article:update"}, {"anyRole": ["author"]}]}},
                {"name": "either", "requires": {"anyOf": [{"anyRole": ["payer"]}, {"access": "article:update"}]}}]
})";

QString ask(const PolicyIndex &index, const QByteArray &json)
{
    const Result<Request> request = parseRequest(json);
    if (!request)
        return toText(request.error());
    const Decision decision = decide(index, *request, Now);
    return (decision.allowed ? u"allow "_s : u"deny "_s) + toText(decision.reason);
}

// "alice update article owner=alice relations=team roles=a,b time=.." as a request.
QByteArray request(const QString &line)
{
    const QStringList words = line.split(u' ');
    Request request;
    request.subject = words.at(0);
    request.action = words.at(1);
    request.resourceType = words.at(2);
    request.resource = u"1"_s;
    for (const QString &word : words.mid(3)) {
        const QString value = word.section(u'=', 1).replace(u'_', u' ');
        if (word.startsWith(u"owner="))
            request.properties.emplace(u"owner"_s, value);
        else if (word.startsWith(u"relations="))
            request.relations = value.split(u',');
        else if (word.startsWith(u"roles="))
            request.roles = value.isEmpty() ? QStringList() : value.split(u',');
        else if (word.startsWith(u"time="))
            request.time = parseRequestTime(value);
        else if (word.startsWith(u"id="))
            request.resource = value;
    }
    return toJson(request).toUtf8();
}

} // namespace

class DecideTest : public QObject
{
    Q_OBJECT

    PolicyIndex m_index;

private Q_SLOTS:
    void initTestCase()
    {
        const Result<Policy> policy = readPolicy(Document);
        QVERIFY2(policy, policy ? "" : qPrintable(toText(policy.error())));
        m_index = PolicyIndex(*policy);
    }

    void decides_data()
    {
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *line, const char *expected) {
            QTest::newRow(line) << QString::fromLatin1(expected);
        };
        // 4.1
        row("bob update article", "allow granted");
        row("bob read article", "allow granted");
        row("alice read article", "allow granted");
        row("alice update article owner=alice", "allow granted-by-scope");
        row("alice update article owner=bob", "deny scope-not-satisfied");
        row("alice update article", "deny scope-not-satisfied");
        row("alice update article relations=own", "deny scope-not-satisfied");
        row("alice update article relations=any", "deny scope-not-satisfied");
        row("dora delete article relations=team", "allow granted-by-scope");
        row("dora delete article owner=dora", "deny scope-not-satisfied");
        row("bob delete article", "allow granted"); // a pattern covers what only stands with a scope
        row("alice delete article", "deny not-granted");
        row("bob run report", "deny not-granted");
        row("bob publish article", "deny unknown-permission"); // article:* covers it, but it is not known
        row("bob read operation", "deny unknown-permission");
        // 4.3
        row("nobody read article", "deny unknown-user");
        row("nobody fly moon", "deny unknown-user");
        row("carl read article", "deny user-inactive");
        row("carl fly moon", "deny user-inactive");
        row("eve read article", "deny no-role");
        row("eve fly moon", "deny unknown-permission");
        row("fred read article", "deny no-role"); // until is exclusive
        row("fred read article time=2026-06-01T11:59:59.999Z", "allow granted");
        row("gina read article", "allow granted"); // from is inclusive
        row("gina read article time=2026-06-01T11:59Z", "deny no-role");
        row("ivan run report", "deny not-granted"); // nothing flows through a disabled role
        row("ivan read article", "deny not-granted");
        // sessions
        row("bob read article roles=editor", "allow granted");
        row("bob update article roles=reader", "deny not-granted"); // an inherited junior may be activated
        row("bob read article roles=reader", "allow granted");
        row("bob read article roles=", "deny no-role");
        row("bob read article roles=payer", "deny role-not-authorized");
        row("bob read article roles=nonsense", "deny role-not-authorized");
        row("ivan read article roles=retired", "deny role-not-authorized");
        row("ivan read article roles=reader", "deny role-not-authorized");
        row("alice read article roles=author,editor", "deny role-not-authorized");
        row("hans read article", "deny dynamic-separation");
        row("hans read article roles=editor", "allow granted");
        row("hans read article roles=payer", "deny not-granted");
        row("hans read article roles=editor,payer", "deny dynamic-separation");
        row("hans read article roles=reader,payer", "allow granted");
        row("hans fly moon", "deny unknown-permission"); // 4 before 6
        // Rolewright's own rights: never covered by *
        row("judy read rolewright/audit", "allow granted");
        row("kurt read rolewright/audit", "deny not-granted");
        row("kurt run report", "allow granted");
        row("lena read rolewright/audit", "allow granted");
        row("lena read article", "deny not-granted");
        row("lena fly rolewright/audit", "deny unknown-permission");
        // 4.2
        row("nobody perform operation id=GET_/", "allow public");
        row("carl perform operation id=GET_/", "allow public");
        row("carl perform operation id=GET_/me", "deny user-inactive");
        row("eve perform operation id=GET_/me", "allow requirement-met");
        row("eve perform operation id=GET_/me roles=editor", "deny role-not-authorized");
        row("hans perform operation id=GET_/me", "deny dynamic-separation");
        row("bob perform operation id=missing", "deny unknown-operation");
        row("bob perform operation id=nothing", "deny unguarded-operation");
        row("nobody perform operation id=missing", "deny unknown-user");
        row("kurt perform operation id=missing", "deny unknown-operation"); // patterns never cover operations
        row("alice perform operation id=any", "allow requirement-met");
        row("eve perform operation id=any", "deny no-role");
        row("alice perform operation id=all", "deny requirement-not-met");
        row("kurt perform operation id=all", "allow requirement-met");
        row("bob perform operation id=role", "allow requirement-met"); // inherited counts
        row("bob perform operation id=role roles=reader", "deny requirement-not-met");
        row("dora perform operation id=role", "deny requirement-not-met");
        row("alice perform operation id=access owner=alice", "allow requirement-met");
        row("alice perform operation id=access owner=bob", "deny scope-not-satisfied");
        row("dora perform operation id=access", "deny requirement-not-met");
        row("dora perform operation id=access_team relations=team", "allow requirement-met");
        row("dora perform operation id=access_team owner=dora", "deny requirement-not-met");
        row("alice perform operation id=owner owner=alice", "allow requirement-met");
        row("alice perform operation id=owner", "deny scope-not-satisfied");
        row("bob perform operation id=owner", "allow requirement-met"); // who may update all may update this one
        row("dora perform operation id=owner owner=dora", "deny requirement-not-met");
        row("dora perform operation id=owner_unscoped owner=dora", "allow requirement-met");
        row("dora perform operation id=owner_unscoped owner=bob", "deny scope-not-satisfied");
        row("bob perform operation id=owner_unscoped owner=alice", "deny scope-not-satisfied");
        row("alice perform operation id=both owner=alice", "allow requirement-met");
        row("alice perform operation id=both", "deny scope-not-satisfied");
        row("dora perform operation id=both owner=dora", "deny requirement-not-met");
        row("alice perform operation id=either owner=alice", "allow requirement-met");
        row("dora perform operation id=either owner=dora", "deny requirement-not-met");
    }

    void decides()
    {
        QFETCH(QString, expected);
        QCOMPARE(ask(m_index, request(QString::fromLatin1(QTest::currentDataTag()))), expected);
    }

    void aSubjectOfAnotherTypeIsUnknown()
    {
        QCOMPARE(ask(m_index, R"({"subject": {"type": "service", "id": "bob"}, "action": {"name": "read"},
                                  "resource": {"type": "article", "id": "1"}})"),
                 u"deny unknown-user"_s);
    }

    void ownershipFollowsTheSetting()
    {
        Policy policy = m_index.policy();
        policy.setOwnership({u"boss"_s, u"email"_s});
        const PolicyIndex index(policy);
        const auto with = [&](const char *properties) {
            const QString form = uR"({"subject": {"type": "user", "id": "alice"}, "action": {"name": "update"},
                "resource": {"type": "article", "id": "1", "properties": %1}})"_s;
            return ask(index, form.arg(QLatin1String(properties)).toUtf8());
        };
        QCOMPARE(with(R"({"boss": "al@x"})"), u"allow granted-by-scope"_s);
        QCOMPARE(with(R"({"owner": "alice"})"), u"deny scope-not-satisfied"_s);
        QCOMPARE(with(R"({"boss": "alice"})"), u"deny scope-not-satisfied"_s);
        QCOMPARE(with(R"({"boss": ""})"), u"deny scope-not-satisfied"_s);
        QCOMPARE(with(R"({"boss": ["al@x"]})"), u"deny scope-not-satisfied"_s);
        QCOMPARE(with(R"({"boss": 7, "boss2": null})"), u"deny scope-not-satisfied"_s);
    }

    void guardsSpeakLikeTheGuide()
    {
        const auto text = [](const Decision &decision) { return toText(decision.reason); };
        QCOMPARE(text(requireAnyPermission(m_index, {u"alice"_s, {}, {}}, {u"article:read:any"_s, u"nonsense"_s})),
                 u"requirement-met"_s);
        QCOMPARE(text(requireAnyPermission(m_index, {u"alice"_s, {}, {}}, {})), u"requirement-not-met"_s);
        QCOMPARE(text(requireAllPermissions(m_index, {u"alice"_s, {}, {}}, {})), u"requirement-not-met"_s);
        QCOMPARE(text(requireAllPermissions(m_index, {u"kurt"_s, {}, {}}, {u"article:read"_s, u"report:run"_s})),
                 u"requirement-met"_s);
        QCOMPARE(text(requireAllPermissions(m_index, {u"kurt"_s, {}, {}}, {u"article:read"_s, u"moon:fly"_s})),
                 u"requirement-not-met"_s);
        QCOMPARE(text(requireRole(m_index, {u"bob"_s, {}, {}}, {u"author"_s})), u"requirement-met"_s);
        QCOMPARE(text(requireRole(m_index, {u"carl"_s, {}, {}}, {u"author"_s})), u"user-inactive"_s);
        QCOMPARE(text(requireRole(m_index, {u"bob"_s, {}, {}}, {u"missing"_s})), u"requirement-not-met"_s);
        QCOMPARE(text(requireRole(m_index, {u"hans"_s, {{u"payer"_s}}, {}}, {u"payer"_s})), u"requirement-met"_s);
        const QStringList own {u"article:update:own"_s};
        QCOMPARE(text(requireOwnOrAny(m_index, {u"alice"_s, {}, {}}, {}, own, u"alice"_s)), u"requirement-met"_s);
        QCOMPARE(text(requireOwnOrAny(m_index, {u"alice"_s, {}, {}}, {}, own, u"bob"_s)), u"scope-not-satisfied"_s);
        QCOMPARE(text(requireOwnOrAny(m_index, {u"bob"_s, {}, {}}, {}, own, u"alice"_s)), u"requirement-met"_s);
        QCOMPARE(text(requireOwnOrAny(m_index, {u"eve"_s, {}, {}}, {}, own, u"eve"_s)), u"no-role"_s);
        // Owning says nothing of another scope.
        QCOMPARE(
            text(requireOwnOrAny(m_index, {u"dora"_s, {}, {}}, {}, {u"article:delete:team"_s}, u"dora"_s)),
            u"requirement-not-met"_s);
    }

    void reasonsHaveTheirTexts()
    {
        for (int i = 0; i <= int(Reason::NoRole); ++i)
            QCOMPARE(reasonFromText(toText(Reason(i))), Reason(i));
        QVERIFY(!reasonFromText(u"because"));
    }
};

QTEST_APPLESS_MAIN(DecideTest)
#include "tst_decide.moc"
