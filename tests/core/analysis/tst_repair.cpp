// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/repair.h"

#include "core/edit/apply.h"
#include "tests/core/decision/randompolicy.h"
#include "tests/support/policytext.h"

#include <QTest>

using namespace rolewright;

namespace {

const Instant Now = *parseDocumentTime(u"2026-06-01T12:00:00Z");

const char *const Document = R"({"rolewright": 1,
 "permissions": [{"name": "article:publish"}, {"name": "article:read"}, {"name": "bill:pay"}],
 "roles": [{"name": "author", "grants": ["article:read"]},
           {"name": "editor", "inherits": ["author"], "grants": ["article:publish"]},
           {"name": "paused", "enabled": false, "grants": ["bill:pay"]}],
 "users": [{"id": "alice", "assignments": [{"role": "editor"}]},
           {"id": "bob", "assignments": [{"role": "author"}]},
           {"id": "carl", "assignments": [{"role": "author"}, {"role": "editor", "until": "2026-01-01T00:00:00Z"}]},
           {"id": "dora", "active": false, "assignments": [{"role": "editor"}]},
           {"id": "eve", "assignments": [{"role": "paused"}]}],
 "operations": [{"name": "close", "requires": {"allOf": [{"anyPermission": ["article:publish"]}, {"anyPermission": ["bill:pay"]}]}}]
})";

Request asked(const QString &user, const QString &action, const QString &type)
{
    Request request;
    request.subject = user;
    request.action = action;
    request.resourceType = type;
    request.resource = u"1"_s;
    request.time = Now;
    return request;
}

QString print(const RepairPlan &plan)
{
    QStringList lines;
    for (const Repair &repair : plan.repairs)
        lines.append(u"%1 (%2 beside, %3 others)"_s.arg(describe(repair)).arg(repair.beside).arg(repair.others));
    if (plan.bounded)
        lines.append(u"bounded"_s);
    return lines.join(u'\n');
}

QString planFor(const Request &request)
{
    const auto plan = repairs(PolicyIndex(policyOf(Document)), request, Now);
    return plan ? print(*plan) : u"cancelled"_s;
}

quint32 seed()
{
    bool given = false;
    const uint value = qEnvironmentVariable("ROLEWRIGHT_SEED").toUInt(&given);
    return given ? value : std::random_device {}();
}

// The plan's proposal as independent parts, and what they make of the answer.
struct Part
{
    std::optional<Change> change;
    QString activate;
    QString drop;
};

QList<Part> partsOf(const Repair &repair)
{
    QList<Part> parts;
    for (const Change &change : repair.changes)
        parts.append({change, {}, {}});
    for (const QString &role : repair.activate)
        parts.append({{}, role, {}});
    for (const QString &role : repair.drop)
        parts.append({{}, {}, role});
    return parts;
}

std::optional<bool> answerAfter(const Policy &policy, Request request, const QList<Part> &parts)
{
    Policy after = policy;
    for (const Part &part : parts) {
        if (part.change && !apply(after, {*part.change}))
            return {};
        if (!part.activate.isEmpty() && request.roles)
            request.roles->append(part.activate);
        if (!part.drop.isEmpty() && !request.roles) {
            request.roles.emplace();
            for (const RoleId role : PolicyIndex(policy).assignedRoles(policy.users().idOf(request.subject), *request.time))
                request.roles->append(policy.roles().at(role).name);
        }
        if (!part.drop.isEmpty())
            request.roles->removeAll(part.drop);
    }
    return decide(PolicyIndex(after), request, {}).allowed;
}

} // namespace

// The smallest changes that turn an answer.
class RepairTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waysToAllow()
    {
        QCOMPARE(planFor(asked(u"bob"_s, u"publish"_s, u"article"_s)),
                 u"assign editor to bob (0 beside, 0 others)\n"
                 "grant article:publish to author (1 beside, 1 others)"_s);
    }

    void anAssignmentThatIsOverIsExtended()
    {
        const auto plan = repairs(PolicyIndex(policyOf(Document)), asked(u"carl"_s, u"publish"_s, u"article"_s), Now);
        QVERIFY(plan && !plan->repairs.isEmpty());
        const Repair &first = plan->repairs.first();
        QCOMPARE(first.changes.size(), 1);
        QCOMPARE(first.changes.first().field, u"until"_s);
        QCOMPARE(first.impact.gaining, 1);
    }

    void usersAndRolesAreSwitchedOn()
    {
        const auto dora = repairs(PolicyIndex(policyOf(Document)), asked(u"dora"_s, u"publish"_s, u"article"_s), Now);
        QVERIFY(dora);
        QCOMPARE(dora->repairs.size(), 1);
        QCOMPARE(dora->repairs.first().changes.first().field, u"active"_s);
        QCOMPARE(dora->repairs.first().beside, 1); // reads, too
        const auto eve = repairs(PolicyIndex(policyOf(Document)), asked(u"eve"_s, u"pay"_s, u"bill"_s), Now);
        QVERIFY(eve);
        QCOMPARE(eve->repairs.size(), 1);
        QCOMPARE(eve->repairs.first().changes.first().field, u"enabled"_s);
    }

    void sessionsActivateWhatIsAssigned()
    {
        Request request = asked(u"alice"_s, u"publish"_s, u"article"_s);
        request.roles = QStringList {};
        const auto plan = repairs(PolicyIndex(policyOf(Document)), request, Now);
        QVERIFY(plan && !plan->repairs.isEmpty());
        QCOMPARE(describe(plan->repairs.first()), u"activate editor in the session"_s);
        QVERIFY(plan->repairs.first().changes.isEmpty());
    }

    void severalChangesTogether()
    {
        Request request = asked(u"bob"_s, u"perform"_s, u"operation"_s);
        request.resource = u"close"_s;
        const auto plan = repairs(PolicyIndex(policyOf(Document)), request, Now);
        QVERIFY(plan && !plan->repairs.isEmpty());
        for (const Repair &repair : plan->repairs)
            QVERIFY2(repair.changes.size() >= 2, qPrintable(describe(repair)));
    }

    void waysToDeny()
    {
        const auto plan = repairs(PolicyIndex(policyOf(Document)), asked(u"alice"_s, u"read"_s, u"article"_s), Now);
        QVERIFY(plan);
        QStringList found;
        for (const Repair &repair : plan->repairs)
            found.append(describe(repair.changes.first()));
        QCOMPARE(found.size(), 4);
        QCOMPARE(found.first(), u"stop editor inheriting author"_s); // alice alone is an editor
        QVERIFY(found.contains(u"unassign editor from alice"_s));
        QVERIFY(found.contains(u"revoke article:read from author"_s));
        // Everything that others lose is counted.
        QCOMPARE(plan->repairs.at(found.indexOf(u"revoke article:read from author"_s)).others, 2);
    }

    void nothingIsProposedWhereNothingHelps()
    {
        QCOMPARE(planFor(asked(u"zoe"_s, u"read"_s, u"article"_s)), QString());
        QCOMPARE(planFor(asked(u"alice"_s, u"fly"_s, u"article"_s)), QString());
        CancelToken cancel = true;
        QVERIFY(!repairs(PolicyIndex(policyOf(Document)), asked(u"bob"_s, u"publish"_s, u"article"_s), Now, {}, &cancel));
    }

    // On random policies: each proposal turns the answer, and no part of it does.
    void proposalsTurnTheAnswerAndNoPartDoes()
    {
        const quint32 start = seed();
        qInfo("seed %u", start);
        int several = 0;
        for (int run = 0; run < 150; ++run) {
            RandomPolicy random(start + quint32(run));
            for (int i = 0; i < 70; ++i)
                random.edit();
            const Policy policy = random.policy();
            const Request request = random.request();
            const PolicyIndex index(policy);
            RepairLimits limits;
            limits.tries = 150;
            const auto plan = repairs(index, request, {}, limits);
            QVERIFY(plan);
            QCOMPARE(plan->decision, decide(index, request, {}));
            for (const Repair &repair : plan->repairs) {
                const QList<Part> parts = partsOf(repair);
                QVERIFY(parts.size() <= limits.changes);
                several += parts.size() > 1 ? 1 : 0;
                QCOMPARE(answerAfter(policy, request, parts), std::optional(!plan->decision.allowed));
                for (quint32 some = 0; some + 1 < (1u << parts.size()); ++some) {
                    QList<Part> subset;
                    for (qsizetype i = 0; i < parts.size(); ++i) {
                        if (some >> i & 1)
                            subset.append(parts.at(i));
                    }
                    QVERIFY(answerAfter(policy, request, subset) != std::optional(!plan->decision.allowed));
                }
                Policy after = policy;
                QVERIFY(apply(after, repair.changes));
                QCOMPARE(repair.impact, *impact(index, PolicyIndex(after), *request.time, true));
            }
        }
        QVERIFY(several > 0);
    }
};

QTEST_APPLESS_MAIN(RepairTest)
#include "tst_repair.moc"
