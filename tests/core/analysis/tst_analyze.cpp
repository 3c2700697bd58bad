// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/analyze.h"

#include "core/decision/decide.h"
#include "core/edit/apply.h"
#include "tests/core/decision/randompolicy.h"
#include "tests/support/policytext.h"

#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

const Instant Now = *parseDocumentTime(u"2026-06-01T00:00:00Z"_s);

// "code place: message", and below it what mends it.
QStringList found(const QByteArray &document)
{
    QStringList lines;
    const auto findings = analyze(PolicyIndex(policyOf(document)), Now);
    for (const AnalyzedFinding &each : *findings) {
        lines.append(each.finding.code + u' ' + each.finding.place + u": "_s + each.finding.message);
        for (const QString &change : descriptionsOf(each.mend))
            lines.append(u"  "_s + change);
    }
    return lines;
}

} // namespace

class AnalyzeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsWrongWithNothing()
    {
        QCOMPARE(found(R"({"rolewright": 1})"), QStringList());
        QCOMPARE(found(R"({"rolewright": 1, "permissions": [{"name": "a:x"}],
                           "roles": [{"name": "r", "grants": ["a:x"]}],
                           "users": [{"id": "u", "assignments": [{"role": "r"}]}]})"),
                 QStringList());
    }

    void grantsThatAreGivenAlready()
    {
        const QStringList lines = found(R"({"rolewright": 1,
            "permissions": [{"name": "a:w"}, {"name": "a:x"}, {"name": "a:x:own"}, {"name": "a:y"}, {"name": "b:x"}],
            "roles": [{"name": "junior", "grants": ["a:w", "b:*"]},
                      {"name": "off", "enabled": false, "grants": ["a:y"]},
                      {"name": "senior", "inherits": ["junior", "off"], "grants": ["a:w", "a:x", "a:x:own", "a:y", "b:*", "b:x"]}],
            "users": [{"id": "u", "assignments": [{"role": "senior"}]}]})");
        // What the disabled role gives is not given. b:x is covered by b:*, which is inherited.
        QCOMPARE(lines,
                 (QStringList{u"redundant-grant role senior: Role senior grants a:x:own, which its grant of "
                              u"a:x covers already. "
                              "To revoke it takes nothing from anybody."_s,
                              u"  revoke a:x:own from senior"_s,
                              u"redundant-grant role senior: Role senior grants b:x, which its grant of b:* "
                              u"covers already. To "
                              "revoke it takes nothing from anybody."_s,
                              u"  revoke b:x from senior"_s,
                              u"redundant-grant role senior: Role senior grants a:w, b:*, which it inherits "
                              u"from junior already. "
                              "To revoke it takes nothing from anybody."_s,
                              u"  revoke a:w from senior"_s, u"  revoke b:* from senior"_s}));
    }

    void assignmentsThatGiveNothing()
    {
        const QStringList lines = found(R"({"rolewright": 1,
            "permissions": [{"name": "a:x"}, {"name": "a:y"}, {"name": "a:z"}],
            "roles": [{"name": "junior", "grants": ["a:x"]}, {"name": "off", "enabled": false, "grants": ["a:z"]},
                      {"name": "other", "grants": ["a:z"]}, {"name": "senior", "inherits": ["junior"], "grants": ["a:y"]}],
            "users": [{"id": "ann", "assignments": [{"role": "junior"}, {"role": "senior"}]},
                      {"id": "bob", "assignments": [{"role": "junior"}, {"role": "senior", "until": "2030-01-01T00:00:00Z"}]},
                      {"id": "cat", "assignments": [{"role": "junior", "until": "2026-01-01T00:00:00Z"}, {"role": "off"}]},
                      {"id": "dan", "active": false, "assignments": [{"role": "junior"}, {"role": "senior"}]}]})");
        QCOMPARE(
            lines,
            (QStringList{
                u"redundant-assignment user ann: User ann is assigned junior, which senior brings for as "
                u"long. To "
                "take it away changes nothing for them."_s,
                u"  unassign junior from ann"_s,
                u"inactive-user user dan: User dan is inactive and is assigned junior, senior still, and has "
                u"it "
                "again when made active."_s,
                u"  unassign junior from dan"_s, u"  unassign senior from dan"_s,
                u"assignment-over user cat: User cat is assigned junior until a time that is over. To take "
                u"it away "
                "changes nothing for them."_s,
                u"  unassign junior from cat"_s,
                u"disabled-role role off: Role off is disabled, and gives nothing to whom it is assigned: cat."_s,
                u"idle-role role other: No active user has the role other, by assignment or inheritance. "
                u"Assign it, "
                "or delete it."_s}));
    }

    void rolesAndPermissions()
    {
        const QStringList lines = found(R"({"rolewright": 1,
            "permissions": [{"name": "a:kill", "sensitive": true}, {"name": "a:x"}, {"name": "b:p"}, {"name": "b:q"},
                            {"name": "b:r"}, {"name": "b:s"}, {"name": "b:t"}],
            "roles": [{"name": "all", "grants": ["a:*"]}, {"name": "blank"}, {"name": "each", "grants": ["a:kill", "a:x"]},
                      {"name": "flag"}],
            "operations": [{"name": "o", "requires": {"anyRole": ["flag"]}}],
            "constraints": [{"name": "c", "kind": "static", "roles": ["each", "flag"], "limit": 2, "mode": "record"}],
            "users": [{"id": "u", "assignments": [{"role": "all"}, {"role": "blank"}, {"role": "each"}, {"role": "flag"}]}]})");
        QCOMPARE(
            lines,
            (QStringList{
                u"static-separation user u: User u has each and flag, which constraint c forbids together."_s,
                u"sensitive-by-pattern role all: Role all gives the sensitive a:kill by the pattern a:* "
                u"only. Name what "
                "it is to have, or narrow the pattern."_s,
                u"same-roles role all: The roles all, each give exactly the same; one of them would do."_s,
                u"empty-role role blank: Role blank gives nothing, and no operation, constraint or approval "
                u"names "
                "it. Grant it something, or delete it."_s,
                u"ungranted permission b:p: No enabled role gives b:p, b:q, b:r, … (5). Grant it, or take it "
                u"out of "
                "the catalogue."_s}));
    }

    // Whatever of it somebody takes.
    void mendingChangesNoDecision()
    {
        int mended = 0;
        for (quint32 seed = 0; seed < 3000; ++seed) {
            RandomPolicy random(seed);
            for (int i = 0; i < 150; ++i)
                random.edit();
            const PolicyIndex before(random.policy());
            constexpr Instant At{3};
            const auto findings = analyze(before, At);
            QList<Change> changes;
            const bool all = random.below(2) == 0;
            for (const AnalyzedFinding &each : *findings) {
                QVERIFY2(analyzedCodes().contains(each.finding.code), qPrintable(each.finding.code));
                // That is the point of it: they would have it again.
                if (each.finding.code == u"inactive-user")
                    continue;
                if (all || random.below(2))
                    changes += each.mend;
            }
            mended += int(changes.size());
            const Result<QList<Change>> complete = completed(before.policy(), changes);
            QVERIFY2(complete, complete ? "" : qPrintable(toText(complete.error())));
            Policy policy = before.policy();
            QVERIFY(apply(policy, *complete));
            const PolicyIndex after(policy);
            for (int i = 0; i < 60; ++i) {
                Request request = random.request();
                request.time->msecs += At.msecs;
                QCOMPARE(decide(after, request, At), decide(before, request, At));
            }
            if (all) { // and nothing of it is found again
                const auto again = analyze(after, At);
                for (const AnalyzedFinding &each : *again)
                    QVERIFY2(each.mend.isEmpty() || each.finding.code == u"inactive-user",
                             qPrintable(each.finding.message));
            }
        }
        QVERIFY2(mended > 1500, qPrintable(QString::number(mended)));
    }

    void canBeCancelled()
    {
        const CancelToken cancel{true};
        QVERIFY(!analyze(PolicyIndex(), Now, &cancel));
    }
};

QTEST_APPLESS_MAIN(AnalyzeTest)
#include "tst_analyze.moc"
