// SPDX-License-Identifier: Apache-2.0
#include "core/decision/explain.h"
#include "core/exchange/policyjson.h"

#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

const Instant Now = *parseDocumentTime(u"2026-06-01T12:00:00Z");

const char *const Document = R"({"rolewright": 1,
 "permissions": [{"name": "article:publish"}, {"name": "article:read"}, {"name": "article:update"},
                 {"name": "article:update:own"}, {"name": "comment:hide"}],
 "roles": [{"name": "reader", "grants": ["article:read"]},
           {"name": "author", "inherits": ["reader"], "grants": ["article:update:own"]},
           {"name": "columnist", "inherits": ["author", "reader"]},
           {"name": "editor", "inherits": ["author"], "grants": ["article:*", "article:update"]},
           {"name": "chief", "inherits": ["columnist", "editor"], "grants": ["comment:hide"]},
           {"name": "off", "enabled": false, "inherits": ["reader"]},
           {"name": "viaoff", "inherits": ["off"]},
           {"name": "payer"}],
 "users": [{"id": "alice", "assignments": [{"role": "author"}, {"role": "editor", "until": "2026-01-01T00:00:00Z"},
                                           {"role": "chief", "from": "2027-01-01T00:00:00Z"}]},
           {"id": "bob", "assignments": [{"role": "chief"}]},
           {"id": "late", "assignments": [{"role": "viaoff", "until": "2026-01-01T00:00:00Z"},
                                          {"role": "off", "from": "2027-01-01T00:00:00Z"}]},
           {"id": "carl", "assignments": [{"role": "viaoff"}]},
           {"id": "dora", "assignments": [{"role": "editor"}, {"role": "payer"}]},
           {"id": "eve", "assignments": [{"role": "reader"}, {"role": "payer"}]}],
 "constraints": [{"name": "four eyes", "kind": "dynamic", "roles": ["editor", "payer"], "limit": 2}],
 "operations": [{"name": "edit", "requires": {"allOf": [{"authenticated": true},
                    {"owner": {"any": ["article:publish"], "own": ["article:update:own"]}}, {"anyRole": ["author"]}]}}]
})";

// An explanation as lines a person would read, so that a failure reads like the panel.
void print(QStringList &lines, const QString &indent, const QList<GrantPath> &paths, const QList<NearMiss> &misses,
           const QList<RoleOffer> &roles)
{
    for (const GrantPath &path : paths) {
        QString line = indent + u"path "_s + path.roles.join(u" > "_s) + u": "_s + path.grant;
        if (!path.scope.isEmpty())
            line += u" ("_s + path.scope + u" by "_s + path.by + u")"_s;
        lines.append(line);
    }
    for (const NearMiss &miss : misses) {
        QString line = indent + toText(miss.kind) + u" "_s + miss.roles.join(u" > "_s) + u": "_s + miss.grant;
        if (miss.at)
            line += u" at "_s + toText(*miss.at);
        if (!miss.owner.isEmpty())
            line += u" of "_s + miss.owner;
        lines.append(line);
    }
    for (const RoleOffer &offer : roles)
        lines.append(indent + u"offer %1 +%2"_s.arg(offer.role).arg(offer.adds));
}

void print(QStringList &lines, const QString &indent, const RequirementNode &node)
{
    static const char *const kinds[] = {"anyPermission", "allPermissions", "anyRole",       "access", "owner",
                                        "allOf",         "anyOf",          "authenticated", "public"};
    lines.append(indent + (node.met ? u"met "_s : u"unmet "_s) + QString::fromLatin1(kinds[int(node.kind)])
                 + (node.name.isEmpty() ? QString() : u" "_s + node.name) + (node.own ? u" own"_s : QString()));
    print(lines, indent + u"  "_s, node.paths, node.nearMisses, node.roles);
    for (const RequirementNode &child : node.children)
        print(lines, indent + u"  "_s, child);
}

QString print(const Explanation &explanation)
{
    QStringList lines {(explanation.decision.allowed ? u"allow "_s : u"deny "_s) + toText(explanation.decision.reason)};
    print(lines, {}, explanation.paths, explanation.nearMisses, explanation.roles);
    if (explanation.requirement)
        print(lines, {}, *explanation.requirement);
    for (const QString &constraint : explanation.constraints)
        lines.append(u"breaks "_s + constraint);
    return lines.join(u'\n');
}

} // namespace

class ExplainTest : public QObject
{
    Q_OBJECT

    PolicyIndex m_index;

    QString why(const char *subject, const char *action, const char *type, const char *properties = "{}",
                const char *context = "{}", const char *id = "1")
    {
        static const QString form = uR"({"subject": {"type": "user", "id": "%1"}, "action": {"name": "%2"},
            "resource": {"type": "%3", "id": "%4", "properties": %5}, "context": %6})"_s;
        const QString json = form.arg(QLatin1String(subject), QLatin1String(action), QLatin1String(type),
                                      QLatin1String(id), QLatin1String(properties), QLatin1String(context));
        const Result<Request> request = parseRequest(json.toUtf8());
        return request ? print(explain(m_index, *request, Now)) : toText(request.error());
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Result<Policy> policy = readPolicy(Document);
        QVERIFY2(policy, policy ? "" : qPrintable(toText(policy.error())));
        m_index = PolicyIndex(*policy);
    }

    void everyPathShortestFirstThenByName()
    {
        QCOMPARE(why("bob", "read", "article"),
                 u"allow granted\n"
                 "path chief > editor: article:*\n"
                 "path chief > columnist > reader: article:read\n"
                 "path chief > columnist > author > reader: article:read\n"
                 "path chief > editor > author > reader: article:read"_s);
        QCOMPARE(why("bob", "update", "article", R"({"owner": "bob"})"),
                 u"allow granted\n"
                 "path chief > editor: article:*\n"
                 "path chief > editor: article:update\n"
                 "path chief > columnist > author: article:update:own (own by bob)\n"
                 "path chief > editor > author: article:update:own (own by bob)"_s);
        QCOMPARE(why("alice", "update", "article", R"({"owner": "alice"})"),
                 u"allow granted-by-scope\n"
                 "path author: article:update:own (own by alice)"_s);
    }

    void nearMissesSayWhatIsWanting()
    {
        QCOMPARE(why("alice", "update", "article", R"({"owner": "bob"})"),
                 u"deny scope-not-satisfied\n"
                 "assignment-over editor: article:* at 2026-01-01T00:00:00Z\n"
                 "assignment-not-yet chief > editor: article:* at 2027-01-01T00:00:00Z\n"
                 "scope-not-satisfied author: article:update:own of bob\n"
                 "offer editor +1\n"
                 "offer chief +2"_s);
        QCOMPARE(why("carl", "read", "article"),
                 u"deny not-granted\n"
                 "role-disabled viaoff > off > reader: article:read\n"
                 "offer reader +0\n"
                 "offer author +1\n"
                 "offer columnist +1\n"
                 "offer editor +3\n"
                 "offer chief +4"_s);
        // Over, and through a disabled role: to extend it would not do.
        QCOMPARE(why("late", "read", "article").section(u'\n', 0, 4),
                 u"deny no-role\n"
                 "assignment-not-yet off > reader: article:read at 2027-01-01T00:00:00Z\n"
                 "role-disabled off > reader: article:read\n"
                 "assignment-over viaoff > off > reader: article:read at 2026-01-01T00:00:00Z\n"
                 "role-disabled viaoff > off > reader: article:read"_s);
        QCOMPARE(why("bob", "hide", "comment", "{}", R"({"roles": ["author"]})"),
                 u"deny not-granted\n"
                 "role-not-active chief: comment:hide\n"
                 "offer chief +0"_s);
    }

    void offersLeaveOutWhatASeparationForbids()
    {
        // editor and chief would break "four eyes" beside payer.
        QCOMPARE(why("eve", "update", "article"), u"deny not-granted"_s);
    }

    void refusedSessions()
    {
        QCOMPARE(why("dora", "read", "article"), u"deny dynamic-separation\nbreaks four eyes"_s);
        QCOMPARE(why("alice", "read", "article", "{}", R"({"roles": ["editor"]})"),
                 u"deny role-not-authorized\n"
                 "assignment-over editor:  at 2026-01-01T00:00:00Z\n"
                 "assignment-not-yet chief > editor:  at 2027-01-01T00:00:00Z"_s);
        // Named twice, said once.
        QCOMPARE(why("alice", "read", "article", "{}", R"({"roles": ["editor", "editor", "none"]})"),
                 why("alice", "read", "article", "{}", R"({"roles": ["editor"]})"));
        QCOMPARE(why("nobody", "read", "article"), u"deny unknown-user"_s);
        QCOMPARE(why("bob", "fly", "moon"), u"deny unknown-permission"_s);
    }

    void operationsAsATree()
    {
        QCOMPARE(why("alice", "perform", "operation", R"({"owner": "alice"})", "{}", "edit"),
                 u"allow requirement-met\n"
                 "met allOf\n"
                 "  met authenticated\n"
                 "  met owner\n"
                 "    unmet owner article:publish\n"
                 "      assignment-over editor: article:* at 2026-01-01T00:00:00Z\n"
                 "      assignment-not-yet chief > editor: article:* at 2027-01-01T00:00:00Z\n"
                 "      offer editor +1\n"
                 "      offer chief +2\n"
                 "    met owner article:update:own own\n"
                 "      path author: article:update:own (own by alice)\n"
                 "  met anyRole\n"
                 "    met anyRole author\n"
                 "      path author: "_s);
        QCOMPARE(why("eve", "perform", "operation", "{}", "{}", "edit").section(u'\n', 0, 2),
                 u"deny requirement-not-met\nunmet allOf\n  met authenticated"_s);
    }

    void aHundredPathsAndNoMore()
    {
        // Ten layers of two roles each: 1,024 paths, all of one length.
        QString roles;
        for (int layer = 0; layer < 10; ++layer) {
            const QString below = layer == 9 ? uR"("end")"_s : uR"("%1a", "%1b")"_s.arg(layer + 1);
            for (const QChar side : {u'a', u'b'})
                roles += uR"({"name": "%1%2", "inherits": [%3]},)"_s.arg(layer).arg(side).arg(below);
        }
        const QString document = uR"({"rolewright": 1, "permissions": [{"name": "x:y"}],
            "roles": [%1 {"name": "end", "grants": ["x:y"]}],
            "users": [{"id": "u", "assignments": [{"role": "0a"}, {"role": "0b"}]}],
            "operations": [{"name": "o", "requires": {"anyPermission": ["x:y"]}}]})"_s;
        const Result<Policy> policy = readPolicy(document.arg(roles).toUtf8());
        QVERIFY2(policy, policy ? "" : qPrintable(toText(policy.error())));
        Request request;
        request.subject = u"u"_s;
        request.action = u"y"_s;
        request.resourceType = u"x"_s;
        request.resource = u"1"_s;
        const Explanation explanation = explain(PolicyIndex(*policy), request, Now);
        QCOMPARE(explanation.paths.size(), 100);
        QVERIFY(explanation.more);
        QCOMPARE(explanation.paths.first().roles.join(u' '), u"0a 1a 2a 3a 4a 5a 6a 7a 8a 9a end"_s);
        QCOMPARE(explanation.paths.at(1).roles.join(u' '), u"0a 1a 2a 3a 4a 5a 6a 7a 8a 9b end"_s);

        request.action = u"perform"_s;
        request.resourceType = u"operation"_s;
        request.resource = u"o"_s;
        const Explanation operation = explain(PolicyIndex(*policy), request, Now);
        const RequirementNode &leaf = operation.requirement->children.first();
        QCOMPARE(leaf.paths.size(), 100);
        QVERIFY(leaf.more);
    }

    void theResponseHasTheShapeOfAuthZen()
    {
        const Result<Request> request = parseRequest(R"({"subject": {"type": "user", "id": "alice"},
            "action": {"name": "update"}, "resource": {"type": "article", "id": "1", "properties": {"owner": "alice"}}})");
        const Explanation explanation = explain(m_index, *request, Now);
        QCOMPARE(toResponse(explanation.decision, 7),
                 R"({"decision": true, "context": {"reason": "granted-by-scope", "policyVersion": 7}})");
        QCOMPARE(toResponse(explanation.decision, 7, &explanation),
                 R"({"decision": true, "context": {"reason": "granted-by-scope", "policyVersion": 7, "explanation": )"
                 R"({"paths": [{"roles": ["author"], "grant": "article:update:own", "scope": "own", "by": "alice"}], )"
                 R"("more": false, "nearMisses": [], "roles": []}}})");
    }
};

QTEST_APPLESS_MAIN(ExplainTest)
#include "tst_explain.moc"
