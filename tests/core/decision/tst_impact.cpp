// SPDX-License-Identifier: Apache-2.0
#include "core/decision/impact.h"
#include "core/decision/performable.h"
#include "core/decision/requestscan.h"
#include "tests/core/decision/randompolicy.h"
#include "tests/support/threadwork.h"

#include <QSet>
#include <QTest>

using namespace rolewright;

namespace {

QString any(RandomPolicy &random, const QStringList &list)
{
    return list.at(random.below(quint32(list.size())));
}

// Operations of every kind on what the policy has.
Policy withOperations(RandomPolicy &random)
{
    using Kind = Requirement::Kind;
    Policy policy = random.policy();
    QStringList permissions;
    QStringList own;
    QStringList roles;
    policy.permissions().forEach([&](PermissionId, const Permission &permission) {
        permissions << permission.name.toText();
        if (permission.name.scope != u"team")
            own << permission.name.toText();
    });
    policy.roles().forEach([&](RoleId, const Role &role) { roles << role.name; });
    if (permissions.isEmpty() || own.isEmpty() || roles.isEmpty())
        return policy;
    const auto add = [&](const std::optional<Requirement> &requirement) {
        policy.operations().insert({u"o%1"_s.arg(policy.operations().end()), {}, requirement});
    };
    const Requirement owner {Kind::Owner, {any(random, permissions)}, {any(random, own)}, {}};
    const Requirement role {Kind::AnyRole, {any(random, roles)}, {}, {}};
    add({});
    add(owner);
    add(role);
    add(Requirement {Kind::AnyPermission, {any(random, permissions)}, {}, {}});
    add(Requirement {Kind::AllPermissions, {any(random, permissions), any(random, permissions)}, {}, {}});
    add(Requirement {Kind::Access, {parsePermission(any(random, permissions))->withoutScope().toText()}, {}, {}});
    add(Requirement {Kind::AllOf, {}, {}, {owner, role}});
    add(Requirement {Kind::AnyOf, {}, {}, {owner, role}});
    add(Requirement {Kind::Authenticated, {}, {}, {}});
    add(Requirement {Kind::Public, {}, {}, {}});
    return policy;
}

} // namespace

// Effects in a hurry are the effects.
class ImpactTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shortcutsAgreeWithTheWhole()
    {
        const quint32 start = std::random_device {}();
        qInfo("seed %u", start);
        int changed = 0;
        for (int run = 0; run < 300; ++run) {
            RandomPolicy random(start + quint32(run));
            for (int i = 0; i < 60; ++i)
                random.edit();
            PolicyIndex before(random.policy());
            RoleUsers holders(before.policy());
            for (int step = 0; step < 20; ++step) {
                for (quint32 i = random.below(3); i < 3; ++i)
                    random.edit();
                const PolicyIndex after = before.updated(random.policy());
                const Instant t {qint64(random.below(9))};
                const std::optional<Impact> whole = impact(before, after, t, true);
                const std::optional<Impact> held = impact(before, after, t, holders);
                QVERIFY(whole && held);
                QCOMPARE(held->changes, whole->changes);
                QCOMPARE(held->gaining, whole->gaining);
                for (const qsizetype maximum : {1, 2, 100})
                    QCOMPARE(firstChanges(before, after, t, maximum), whole->changes.mid(0, maximum));
                changed += whole->changes.isEmpty() ? 0 : 1;
                // And by name, which knows no shortcut.
                const std::optional<Impact> byName = impact(before, after, t, false);
                QCOMPARE(byName->changes, whole->changes);
                before = after;
            }
        }
        QVERIFY(changed > 500);
    }

    void operationsAreThoseThatDecideOpens()
    {
        const quint32 start = std::random_device {}();
        qInfo("seed %u", start);
        int performed = 0;
        for (int run = 0; run < 300; ++run) {
            RandomPolicy random(start + quint32(run));
            for (int i = 0; i < 120; ++i)
                random.edit();
            const PolicyIndex index(withOperations(random));
            QStringList names {u"no such operation"_s};
            index.policy().operations().forEach([&](OperationId, const Operation &operation) { names << operation.name; });
            const Instant t {qint64(random.below(9))};
            Performable performable(index, names, t);
            index.policy().users().forEach([&](UserId id, const User &) {
                QSet<QString> expected;
                for (const OperationAccess &access : whichOperations(index, id, t)) {
                    if (access.reason != Reason::Public)
                        expected.insert(access.operation);
                }
                QSet<QString> found;
                performable.of(id).forEach([&](quint32 bit) { found.insert(names.at(bit)); });
                QCOMPARE(found, expected);
                performed += int(found.size());
            });
        }
        QVERIFY(performed > 500);
    }

    // 100,000 users x 10,000 roles x 10,000 permissions: the first rows of one edit are there within a frame.
    void theFirstRowsTakeLessThanAFrame()
    {
        constexpr quint32 Users = 100'000;
        constexpr quint32 Count = 10'000; // of roles and of permissions
        std::mt19937 random(5);
        Policy policy;
        QList<GrantRow> grants;
        QList<InheritanceRow> inheritance;
        for (quint32 i = 0; i < Count; ++i) {
            policy.permissions().insert({{u"type%1"_s.arg(i / 10), u"action%1"_s.arg(i % 10), {}}, {}, false});
            policy.roles().insert({u"role%1"_s.arg(i), {}, true});
            for (quint32 k = 0; k < 20; ++k)
                grants.append({{i}, GrantId::of({(i * 37 + k * 61) % Count})});
            if (i % 4 != 0)
                inheritance.append(InheritanceRow {{i}, {i - 1}});
        }
        policy.grants().assign(grants);
        policy.inheritance().assign(inheritance);
        QList<AssignmentRow> assignments;
        for (quint32 i = 0; i < Users; ++i) {
            const QString id = u"user%1"_s.arg(i);
            policy.users().insert({id, id, true, {}, {}});
            for (quint32 k = 0; k < 10; ++k)
                assignments.append({{i}, {quint32(i * 13 + k * 997) % Count}, 0, 0});
        }
        policy.assignments().assign(assignments);
        const PolicyIndex before(policy);
        QVERIFY(policy.grants().insert({{4}, GrantId::of({9'999})}));
        const PolicyIndex after = before.updated(policy);
        double best = 1e9;
        QList<AccessChange> first;
        for (int round = 0; round < 5; ++round) {
            const double begun = threadWork();
            first = firstChanges(before, after, Instant {}, 100);
            best = std::min(best, threadWork() - begun);
        }
        const double begun = threadWork();
        const std::optional<Impact> whole = impact(before, after, Instant {}, true);
        qInfo("the first %lld rows: %.1f ms; all %lld: %.1f ms", qlonglong(first.size()), best,
              qlonglong(whole->changes.size()), threadWork() - begun);
        QCOMPARE(first, whole->changes.mid(0, 100));
        QCOMPARE(first.size(), 100);
        constexpr double Frame = 16; // ms
        QVERIFY2(best < Frame, "the first rows take more than a frame");
    }

    // The reader for millions of lines takes what the strict one takes, as it takes it, and leaves the rest to it.
    void scannedRequestsAreParsedRequests_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("scanned");
        const QByteArray head = R"({"subject": {"type": "user", "id": "alice"}, "action": {"name": "read"}, "resource": {"type": "a", "id": "1")";
        const auto row = [&](const char *name, const QByteArray &text, bool scanned) {
            QTest::newRow(name) << text << scanned;
        };
        row("plain", head + "}}", true);
        row("tight", QByteArray(head + "}}").replace(": ", ":").replace(", ", ","), true);
        row("space", " \t" + head + " } } \r\n", true);
        row("owner and relations", head + R"(, "properties": {"owner": "bob", "relations": ["team", "own"], "size": 3, "draft": true, "title": "", "x": null}}})", true);
        row("context", head + R"(}, "context": {"time": "2026-01-01T10:00+01:00", "roles": [], "explain": true, "ip": "1.2.3.4"}})", true);
        row("an answer beside it", head + R"(}, "decision": true, "reason": "granted", "policyVersion": 7})", true);
        row("any order", R"({"context": {"explain": false}, "resource": {"id": "1", "type": "a"}, "action": {"name": "b"}, "subject": {"id": "c", "type": "d"}})", true);
        row("umlaut", QByteArray(head + "}}").replace("alice", "J\xc3\xbcrgen"), false);
        row("escape", QByteArray(head + "}}").replace("alice", "al\\u0069ce"), false);
        row("unknown object", head + R"(}, "more": {"a": [1]}})", false);
        row("fraction", head + R"(, "properties": {"size": 3.5}}})", false);
        row("nothing", "", false);
        row("no object", "[]", false);
        row("no subject", R"({"action": {"name": "read"}, "resource": {"type": "a", "id": "1"}})", false);
        row("empty id", QByteArray(head + "}}").replace("alice", ""), false);
        row("twice", QByteArray(head + R"(}, "action": {"name": "x"}})"), false);
        row("twice inside", head + R"(, "id": "2"}})", false);
        row("twice as another", head + R"(, "properties": {"owner": "a", "owner": "a"}}})", false);
        row("rest", head + "}} {}", false);
        row("cut", head + "}", false);
        row("comma", head + ",}}", false);
        row("time", head + R"(}, "context": {"time": "yesterday"}})", false);
        row("null roles", head + R"(}, "context": {"roles": null}})", false);
        row("number as a role", head + R"(}, "context": {"roles": [1]}})", false);
        row("zero in front", head + R"(, "properties": {"size": 03}}})", false);
        row("control", QByteArray(head + "}}").replace("alice", "a\tb"), false);
        row("NUL", head + QByteArray("}}\0", 3), false);
        row("bad UTF-8", QByteArray(head + "}}").replace("alice", "\xff"), false);
    }

    void scannedRequestsAreParsedRequests()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, scanned);
        Request request;
        request.properties = {{u"left"_s, u"over"_s}};
        request.roles = {u"left"_s};
        QCOMPARE(scanRequest(text, request), scanned);
        if (scanned) {
            const Result<Request> parsed = parseRequest(text);
            QVERIFY(parsed);
            QCOMPARE(toJson(request), toJson(*parsed));
            QCOMPARE(request, *parsed);
        }
    }

    // However a line is damaged, what is scanned is what is parsed.
    void damagedRequestsToo()
    {
        const quint32 start = std::random_device {}();
        qInfo("seed %u", start);
        std::mt19937 random(start);
        const QByteArray whole =
            R"({"subject": {"type": "user", "id": "alice"}, "action": {"name": "read"}, "resource": {"type": "a", "id": "1",)"
            R"( "properties": {"owner": "bob", "relations": ["team"], "n": 12}}, "context": {"time": "2026-01-01T00:00:00Z", "roles": ["r"]}})";
        Request request;
        int scanned = 0;
        for (int run = 0; run < 200'000; ++run) {
            QByteArray text = whole;
            for (quint32 i = random() % 3; i < 3; ++i) {
                static const char Bytes[] = "\"\\{}[]:,0t \n\xc3x-.";
                const qsizetype at = qsizetype(random() % quint32(text.size()));
                switch (random() % 3) {
                case 0:
                    text[at] = Bytes[random() % (sizeof Bytes - 1)];
                    break;
                case 1:
                    text.remove(at, 1 + qsizetype(random() % 8));
                    break;
                default:
                    text.insert(at, text.mid(qsizetype(random() % quint32(text.size())), 12));
                }
                if (text.isEmpty())
                    break;
            }
            if (!scanRequest(text, request))
                continue;
            ++scanned;
            const Result<Request> parsed = parseRequest(text);
            QVERIFY2(parsed && request == *parsed, text.constData());
        }
        QVERIFY(scanned > 1000);
    }
};

QTEST_APPLESS_MAIN(ImpactTest)
#include "tst_impact.moc"
