// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/authzen.h"

#include "core/exchange/policyjson.h"
#include "core/exchange/sample.h"

#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

// Bodies of the AuthZEN API on the newsroom: alice writes, bob edits, frank reads.
class TestAuthZen : public QObject
{
    Q_OBJECT

private:
    const Policy m_policy = readPolicy(newsroomSample()).value();
    const PolicyIndex m_index{m_policy};
    static constexpr Instant Now{1'790'000'000'000};

    AccessAsked asked(bool maySimulate = false) const { return {m_index, 7, Now, [maySimulate] { return maySimulate; }}; }
    static QByteArray printed(const Result<QByteArray> &answer)
    {
        if (answer)
            return *answer;
        const Findings &findings = answer.error().findings;
        return QByteArray::number(int(answer.error().code))
            + (findings.isEmpty() ? "" : ' ' + findings.first().place.toUtf8());
    }
    static QByteArray invalid(const char *place)
    {
        return QByteArray::number(int(ErrorCode::Invalid)) + ' ' + place;
    }

private Q_SLOTS:
    void answers_with_nothing_but_the_decision()
    {
        const QByteArray own = R"({"subject": {"type": "user", "id": "alice"}, "action": {"name": "update"},
            "resource": {"type": "article", "id": "1", "properties": {"owner": "alice"}}, "else": [1]})";
        QCOMPARE(printed(evaluateAccess(asked(), own)), QByteArray("{\"decision\": true}"));
        QByteArray others = own;
        others.replace("\"owner\": \"alice\"", "\"owner\": \"bob\"");
        QCOMPARE(printed(evaluateAccess(asked(), others)), QByteArray("{\"decision\": false}"));
        // Without items, a batch is a single question.
        QCOMPARE(printed(evaluateAccesses(asked(), own)), QByteArray("{\"decision\": true}"));
    }

    void refuses_what_is_malformed_with_its_place_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("place");
        const auto row = [](const char *name, const char *body, const char *place) {
            QTest::newRow(name) << QByteArray(body) << invalid(place);
        };
        row("no object", "[]", "");
        row("no subject", R"({"action": {"name": "a"}, "resource": {"type": "t", "id": "1"}})", "");
        row("twice", R"({"subject": {"type": "user", "id": "a"}, "subject": {"type": "user", "id": "b"}})",
            "/subject");
        row("null version", R"({"subject": {"type": "user", "id": "a"}, "action": {"name": "a"},
            "resource": {"type": "t", "id": "1"}, "context": {"atLeastVersion": null}})",
            "/context/atLeastVersion");
    }

    void refuses_what_is_malformed_with_its_place()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, place);
        QCOMPARE(printed(evaluateAccess(asked(), body)), place);
    }

    void never_leaves_out_in_silence_what_it_may_not_answer()
    {
        const auto with = [](const QByteArray &context) {
            return R"({"subject": {"type": "user", "id": "frank"}, "action": {"name": "read"},
                "resource": {"type": "article", "id": "1"}, "context": )"
                + context + "}";
        };
        const QByteArray permitted = "{\"decision\": true}";
        const QByteArray refused = QByteArray::number(int(ErrorCode::NotPermitted));
        QCOMPARE(printed(evaluateAccess(asked(), with("{}"))), permitted);
        const QByteArray near = "{\"time\": \"" + toText(Instant{Now.msecs + 299'000}).toUtf8() + "\"}";
        const QByteArray far = "{\"time\": \"" + toText(Instant{Now.msecs + 301'000}).toUtf8() + "\"}";
        QCOMPARE(printed(evaluateAccess(asked(), with(near))), permitted);
        QCOMPARE(printed(evaluateAccess(asked(), with(far))), refused);
        QCOMPARE(printed(evaluateAccess(asked(true), with(far))), permitted);
        QCOMPARE(printed(evaluateAccess(asked(), with("{\"explain\": true}"))), refused);
        QVERIFY(
            printed(evaluateAccess(asked(true), with("{\"explain\": true}"))).contains("\"explanation\""));
        // A version that is not here yet is not answered by an older one.
        QCOMPARE(printed(evaluateAccess(asked(), with("{\"atLeastVersion\": 7}"))), permitted);
        QCOMPARE(printed(evaluateAccess(asked(), with("{\"atLeastVersion\": 8}"))),
                 QByteArray::number(int(ErrorCode::Unavailable)));
    }

    void takes_each_item_of_a_batch_whole()
    {
        const auto batch = [&](const QByteArray &options, const QByteArray &items) {
            return printed(evaluateAccesses(asked(),
                                            R"({"subject": {"type": "user", "id": "frank"},
                "action": {"name": "read"}, "resource": {"type": "article", "id": "1"}, )"
                                                + options + "\"evaluations\": [" + items + "]}"));
        };
        const QByteArray update = R"({"action": {"name": "update"}})";
        const QByteArray editor =
            R"({"action": {"name": "update"}, "subject": {"type": "user", "id": "bob"}})";
        QCOMPARE(
            batch("", "{}, " + update + ", " + editor),
            QByteArray(R"({"evaluations": [{"decision": true}, {"decision": false}, {"decision": true}]})"));
        // Members of an item are not merged into those of the question.
        const QByteArray noId = batch("", R"({"subject": {"type": "user"}}, {})");
        QVERIFY2(noId.contains("malformed-request") && noId.endsWith("{\"decision\": true}]}"),
                 noId.constData());
        const QByteArray twice = batch("", R"({"action": {"name": "read"}, "action": {"name": "read"}}, 7)");
        QCOMPARE(twice.count("malformed-request"), 2);
        QCOMPARE(
            batch(R"("options": {"evaluations_semantic": "deny_on_first_deny"}, )", "{}, " + update + ", {}"),
            QByteArray(R"({"evaluations": [{"decision": true}, {"decision": false}]})"));
        QCOMPARE(
            batch(R"("options": {"evaluations_semantic": "permit_on_first_permit"}, )", update + ", {}, {}"),
            QByteArray(R"({"evaluations": [{"decision": false}, {"decision": true}]})"));
        QCOMPARE(batch(R"("options": {"evaluations_semantic": "some"}, )", "{}"),
                 invalid("/options/evaluations_semantic"));
    }

    // Each result is what decide() allows, and nothing that it allows is missing.
    void finds_who_and_what_is_allowed()
    {
        const QByteArray subjects = printed(searchSubjects(asked(), R"({"subject": {"type": "user"},
            "action": {"name": "update"}, "resource": {"type": "article", "id": "1", "properties": {"owner": "alice"}}})"));
        QByteArray expected;
        for (const UserId user : m_policy.users().idsByKey()) {
            Request request;
            request.subject = m_policy.users().at(user).id;
            request.action = u"update"_s;
            request.resourceType = u"article"_s;
            request.resource = u"1"_s;
            request.properties[u"owner"_s] = u"alice"_s;
            if (decide(m_index, request, Now).allowed)
                expected += (expected.isEmpty() ? "" : ", ") + QByteArray("{\"type\": \"user\", \"id\": \"")
                    + request.subject.toUtf8() + "\"}";
        }
        QCOMPARE(subjects, "{\"results\": [" + expected + "]}");
        QVERIFY(expected.contains("alice") && expected.contains("bob") && !expected.contains("frank"));
        QCOMPARE(
            printed(searchSubjects(asked(), R"({"subject": {"type": "robot"}, "action": {"name": "update"},
            "resource": {"type": "article", "id": "1"}})")),
            QByteArray("{\"results\": []}"));
        const QByteArray actions = printed(searchActions(
            asked(),
            R"({"subject": {"type": "user", "id": "frank"}, "resource": {"type": "article", "id": "1"}})"));
        QVERIFY2(actions.contains("\"read\"") && !actions.contains("\"update\""), actions.constData());
        const QByteArray operations = printed(searchResources(
            asked(), R"({"subject": {"type": "user", "id": "bob"}, "action": {"name": "perform"},
                "resource": {"type": "operation"}})"));
        QVERIFY2(operations.contains("\"type\": \"operation\""), operations.constData());
        QCOMPARE(printed(searchResources(asked(), R"({"subject": {"type": "user", "id": "bob"},
            "action": {"name": "read"}, "resource": {"type": "article"}})")),
                 QByteArray("{\"results\": []}"));
    }
};

QTEST_GUILESS_MAIN(TestAuthZen)
#include "tst_authzen.moc"
