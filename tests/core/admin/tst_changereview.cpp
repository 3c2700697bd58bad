// SPDX-License-Identifier: Apache-2.0
#include "core/admin/administrators.h"
#include "core/admin/adminregistry.h"
#include "core/admin/changereview.h"
#include "core/edit/apply.h"
#include "core/edit/difference.h"
#include "tests/support/policytext.h"

#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

// \u002f is the slash: moc takes a slash and a star for a comment, in raw strings too.

namespace {

const Instant now{1'790'000'000'000};

Policy acme()
{
    return policyOf(R"({"rolewright": 1,
        "permissions": [{"name": "article:read"}, {"name": "payroll:pay", "sensitive": true},
                        {"name": "payroll:see:own", "sensitive": true}, {"name": "payroll:see"}],
        "roles": [{"name": "payer", "grants": ["payroll:pay"]}, {"name": "reader", "grants": ["article:read"]},
                  {"name": "asleep", "enabled": false, "grants": ["payroll:pay"]},
                  {"name": "root", "grants": ["rolewright\u002f*:*"]}, {"name": "security", "grants": ["rolewright/request:approve"]}],
        "users": [{"id": "ann", "assignments": [{"role": "root"}]}, {"id": "ben", "assignments": [{"role": "security"}]},
                  {"id": "cat", "assignments": [{"role": "reader"}]}],
        "constraints": [{"name": "apart", "kind": "dynamic", "roles": ["payer", "reader"], "limit": 2}],
        "operations": [{"name": "GET /", "requires": {"authenticated": true}}, {"name": "bare"}]})");
}

QList<Change> read(const Policy &policy, const QByteArray &json)
{
    const Result<ChangeSet> set = readChangeSet("{\"rolewright-changes\": 1, \"changes\": [" + json + "]}");
    if (!set)
        qFatal("%s\n%s", json.constData(), qPrintable(toText(set.error())));
    const Result<QList<Change>> complete = completed(policy, set->changes);
    if (!complete)
        qFatal("%s\n%s", json.constData(), qPrintable(toText(complete.error())));
    return *complete;
}

ChangeReview review(const Policy &policy, const QByteArray &json)
{
    return reviewed(PolicyIndex(policy), {u"ann"_s, {}, {}}, read(policy, json), now).value();
}

Policy with(const Policy &policy, const QByteArray &json)
{
    Policy after = policy;
    const Status status = apply(after, read(policy, json));
    if (!status)
        qFatal("%s", qPrintable(toText(status.error())));
    return after;
}

const HasCredentials everybody = [](UserId) { return true; };

} // namespace

// What a change set asks for beside its rights, and the guard "never without an administrator".
class TestChangeReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sensitiveChangesAskForConfirmation_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *json, const QString &why) {
            QTest::newRow(json) << QByteArray(json) << why;
        };
        const QString deletesUser = u"It deletes a user."_s, deletesRole = u"It deletes a role."_s;
        const QString constraint = u"It changes a constraint."_s,
                      operation = u"It changes what an operation requires."_s;
        const QString administers = u"It changes who may administer."_s;
        const QString sensitive = u"It is about a permission that is marked sensitive."_s;
        row(R"({"add": "role", "value": {"name": "r"}})", {});
        row(R"({"rename": "role", "was": "reader", "to": "r"})", {});
        row(R"({"add": "grant", "role": "payer", "grant": "article:read"})", {});
        row(R"({"remove": "grant", "role": "payer", "grant": "payroll:pay"})", {});
        row(R"({"add": "grant", "role": "reader", "grant": "payroll:pay"})", sensitive);
        row(R"({"add": "grant", "role": "reader", "grant": "payroll:*"})", sensitive);
        row(R"({"add": "grant", "role": "reader", "grant": "*:pay"})", sensitive);
        row(R"({"add": "grant", "role": "reader", "grant": "payroll:see"})",
            sensitive); // covers the scope own
        row(R"({"add": "grant", "role": "reader", "grant": "article:*"})", {});
        row(R"({"add": "grant", "role": "reader", "grant": "rolewright/audit:read"})", administers);
        row(R"({"add": "inheritance", "role": "reader", "inherits": "payer"})", sensitive);
        row(R"({"add": "inheritance", "role": "payer", "inherits": "reader"})", {});
        row(R"({"add": "inheritance", "role": "reader", "inherits": "security"})", administers);
        row(R"({"set": "role", "name": "asleep", "field": "enabled", "to": true})", sensitive);
        row(R"({"set": "role", "name": "payer", "field": "enabled", "to": false})", {});
        row(R"({"set": "permission", "name": "payroll:pay", "field": "sensitive", "to": false})", sensitive);
        row(R"({"set": "permission", "name": "article:read", "field": "sensitive", "to": true})", {});
        row(R"({"rename": "permission", "was": "payroll:pay", "to": "payroll:spend"})", sensitive);
        row(R"({"remove": "permission", "name": "payroll:see:own"})", sensitive);
        row(R"({"add": "permission", "value": {"name": "article:read:own", "sensitive": true}})",
            sensitive); // readers get it
        row(R"({"add": "permission", "value": {"name": "new:one", "sensitive": true}})", {});
        row(R"({"add": "assignment", "user": "cat", "role": "payer"})", {});
        row(R"({"add": "assignment", "user": "cat", "role": "root"})", administers);
        row(R"({"set": "user", "id": "ben", "field": "active", "to": false})", administers);
        row(R"({"set": "user", "id": "cat", "field": "active", "to": false})", {});
        row(R"({"add": "operation", "value": {"name": "o"}})", {});
        row(R"({"add": "operation", "value": {"name": "o", "requires": {"public": true}}})", operation);
        row(R"({"remove": "operation", "name": "GET /"})", operation);
        row(R"({"remove": "operation", "name": "bare"})", {});
        row(R"({"set": "operation", "name": "bare", "field": "requires", "to": {"public": true}})",
            operation);
        row(R"({"set": "operation", "name": "GET /", "field": "description", "to": "x"})", {});
        row(R"({"remove": "role", "name": "asleep"})", deletesRole);
        row(R"({"remove": "user", "id": "cat"})", deletesUser);
        row(R"({"remove": "member", "constraint": "apart", "role": "payer"})", constraint);
        row(R"({"set": "constraint", "name": "apart", "field": "mode", "to": "record"})", constraint);
        row(R"({"set": "ownership", "field": "property", "to": "author"})", u"It changes who owns what."_s);
        row(R"({"add": "delegation", "value": {"role": "reader", "assign": ["reader"]}})", administers);
    }

    void sensitiveChangesAskForConfirmation()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, why);
        const Policy policy = acme();
        const QList<Change> changes = read(policy, json);
        const ChangeReview found = review(policy, json);
        QCOMPARE(found.sensitive.isEmpty() ? QString() : found.sensitive.last().why, why);
        for (qsizetype i = 0; i < changes.size(); ++i) {
            const auto asks = findAdminOperation(operationName(changes.at(i)))->confirmation;
            const bool isSensitive = std::any_of(found.sensitive.begin(), found.sensitive.end(),
                                                 [&](const auto &each) { return each.change == i; });
            QVERIFY(asks == AdminOperation::Confirmation::Depends
                    || isSensitive == (asks == AdminOperation::Confirmation::Always));
        }
    }

    void whatAChangeSetPreparesCounts()
    {
        const ChangeReview found =
            review(acme(), R"({"add": "role", "value": {"name": "r", "grants": ["payroll:pay"]}},
            {"add": "inheritance", "role": "reader", "inherits": "r"}, {"add": "assignment", "user": "cat", "role": "r"})");
        QCOMPARE(found.sensitive.size(), 2); // the grant and the inheritance
        QVERIFY(found.refusals.isEmpty());
    }

    void approvalsAreAskedForByKind_data()
    {
        QTest::addColumn<QByteArray>("kinds");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("waits");
        const auto row = [](const char *kinds, const char *json, bool waits) {
            QTest::addRow("%s %s", kinds, json) << QByteArray(kinds) << QByteArray(json) << waits;
        };
        row(R"("role.delete")", R"({"remove": "role", "name": "asleep"})", true);
        row(R"("role.delete")", R"({"add": "role", "value": {"name": "r"}})", false);
        row(R"("role.update")", R"({"rename": "role", "was": "asleep", "to": "r"})", true);
        row(R"("role.create")", R"({"add": "role", "value": {"name": "r"}})", true);
        row(R"("grant")", R"({"add": "grant", "role": "payer", "grant": "article:read"})", true);
        row(R"("grant.sensitive")", R"({"add": "grant", "role": "payer", "grant": "article:read"})", false);
        row(R"("grant.sensitive")", R"({"add": "grant", "role": "reader", "grant": "payroll:*"})", true);
        row(R"("grant.sensitive")", R"({"add": "inheritance", "role": "reader", "inherits": "payer"})", true);
        row(R"("administration")", R"({"add": "assignment", "user": "cat", "role": "root"})", true);
        row(R"("administration")", R"({"add": "assignment", "user": "cat", "role": "payer"})", false);
        row(R"("administration")",
            R"({"add": "delegation", "value": {"role": "reader", "assign": ["reader"]}})", true);
        row(R"("assignment")", R"({"add": "assignment", "user": "cat", "role": "payer"})", true);
        row(R"("constraint.update")", R"({"add": "member", "constraint": "apart", "role": "root"})", true);
        row(R"("ownership")", R"({"set": "ownership", "field": "property", "to": "author"})", true);
        row(R"("role.delete", "ownership")", R"({"set": "ownership", "field": "property", "to": "author"})",
            true);
        row(R"("user.create")",
            R"({"remove": "approval", "was": {"changes": ["user.create"], "by": "security"}})", true);
    }

    void approvalsAreAskedForByKind()
    {
        QFETCH(QByteArray, kinds);
        QFETCH(QByteArray, json);
        QFETCH(bool, waits);
        const Policy policy = with(
            acme(), R"({"add": "approval", "value": {"changes": [)" + kinds + R"(], "by": "security"}})");
        const ChangeReview found = review(policy, json);
        QCOMPARE(found.approvals, waits ? policy.approvals() : QList<Approval>());
        QVERIFY(review(acme(), R"({"add": "role", "value": {"name": "r"}})").approvals.isEmpty());
    }

    void aDigestIsOfThatVeryChangeSet()
    {
        const Policy policy = acme();
        const QList<Change> two = read(
            policy, R"({"add": "role", "value": {"name": "a"}}, {"add": "role", "value": {"name": "b"}})");
        const ChangeSet set{7, QUuid::createUuid(), u"why"_s, two};
        const QByteArray digest = confirmationDigest(set, false);
        QCOMPARE(digest.size(), 32);
        ChangeSet other = set;
        other.operation = QUuid::createUuid();
        QCOMPARE(confirmationDigest(other, false), digest);
        QSet<QByteArray> all{digest, confirmationDigest(set, true)};
        other.base = 8;
        all.insert(confirmationDigest(other, false));
        other = set;
        other.reason = u"else"_s;
        all.insert(confirmationDigest(other, false));
        other = set;
        other.changes = {two.last(), two.first()};
        all.insert(confirmationDigest(other, false));
        other.changes = {two.first()};
        all.insert(confirmationDigest(other, false));
        QCOMPARE(all.size(), 6);
    }

    void thereIsAlwaysAnAdministrator_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("kept");
        const auto row = [](const char *name, const char *json, bool kept = false) {
            QTest::newRow(name) << QByteArray(json) << kept;
        };
        row("something else", R"({"add": "role", "value": {"name": "r"}})", true);
        row("deleted", R"({"remove": "user", "id": "ann"})");
        row("put to sleep", R"({"set": "user", "id": "ann", "field": "active", "to": false})");
        row("the assignment taken", R"({"remove": "assignment", "user": "ann", "role": "root"})");
        row("the assignment ends",
            R"({"set": "assignment", "user": "ann", "role": "root", "field": "until", "to": "2036-01-01T00:00:00Z"})");
        row("the assignment begins later",
            R"({"set": "assignment", "user": "ann", "role": "root", "field": "from", "to": "2036-01-01T00:00:00Z"})");
        row("the role disabled", R"({"set": "role", "name": "root", "field": "enabled", "to": false})");
        row("the role deleted", R"({"remove": "role", "name": "root"})");
        row("the grant taken", R"({"remove": "grant", "role": "root", "grant": "rolewright\u002f*:*"})");
        row("one of two rights", R"({"remove": "grant", "role": "root", "grant": "rolewright\u002f*:*"},
            {"add": "grant", "role": "root", "grant": "rolewright/user:*"})");
        row("by delegation only", R"({"remove": "grant", "role": "root", "grant": "rolewright\u002f*:*"},
            {"add": "grant", "role": "root", "grant": "rolewright\u002f*:*:delegated"})");
        row("both rights, two roles", R"({"remove": "grant", "role": "root", "grant": "rolewright\u002f*:*"},
            {"add": "grant", "role": "root", "grant": "rolewright/user:*"},
            {"add": "grant", "role": "reader", "grant": "rolewright/administration:update"},
            {"add": "assignment", "user": "ann", "role": "reader"})",
            true);
        row("two roles that exclude each other",
            R"({"remove": "grant", "role": "root", "grant": "rolewright\u002f*:*"},
            {"add": "grant", "role": "payer", "grant": "rolewright/user:*"},
            {"add": "grant", "role": "reader", "grant": "rolewright/administration:update"},
            {"add": "assignment", "user": "ann", "role": "payer"}, {"add": "assignment", "user": "ann", "role": "reader"})");
        row("a role that excludes another",
            R"({"add": "constraint", "value": {"name": "c", "kind": "dynamic", "roles": ["root", "reader"], "limit": 2}},
            {"add": "assignment", "user": "ann", "role": "reader"})",
            true); // ann chooses the role
        row("a role that excludes itself", R"({"add": "inheritance", "role": "root", "inherits": "reader"},
            {"add": "constraint", "value": {"name": "c", "kind": "dynamic", "roles": ["root", "reader"], "limit": 2}})");
        row("handed over",
            R"({"add": "assignment", "user": "cat", "role": "root"}, {"remove": "user", "id": "ann"})", true);
        row("handed over to who cannot sign in",
            R"({"add": "assignment", "user": "ben", "role": "root"}, {"remove": "user", "id": "ann"})");
        row("inherited",
            R"({"add": "inheritance", "role": "reader", "inherits": "root"}, {"remove": "user", "id": "ann"})",
            true);
        row("inherited through a disabled role",
            R"({"add": "role", "value": {"name": "m", "enabled": false, "inherits": ["root"]}},
            {"add": "inheritance", "role": "reader", "inherits": "m"}, {"remove": "user", "id": "ann"})");
    }

    void thereIsAlwaysAnAdministrator()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, kept);
        const Policy policy = with(acme(), json);
        const UserId ben = policy.users().idOf(u"ben"_s);
        const Status status = keepsAdministrators(
            PolicyIndex(policy), [&](UserId user) { return user != ben; }, now);
        QCOMPARE(status.has_value(), kept);
        QVERIFY(kept || status.error().code == ErrorCode::NotPermitted);
        QVERIFY(kept || status.error().message.contains(u"without an administrator"_s));
    }

    void anApprovalNeedsTwo()
    {
        const QByteArray approval =
            R"({"add": "approval", "value": {"changes": ["role.delete"], "by": "security"}})";
        const auto kept = [&](const QByteArray &json, const HasCredentials &credentials = everybody) {
            return keepsAdministrators(PolicyIndex(with(acme(), json)), credentials, now).has_value();
        };
        QVERIFY(kept(approval));
        QVERIFY(!kept(approval, [](UserId user) { return user.value == 0; })); // only ann can sign in
        QVERIFY(!kept(approval + R"(, {"set": "user", "id": "ben", "field": "active", "to": false})"));
        QVERIFY(
            !kept(approval
                  + R"(, {"remove": "grant", "role": "security", "grant": "rolewright/request:approve"})"));
        // Ann alone would play both parts.
        const QByteArray onlyAnn =
            R"(, {"remove": "user", "id": "ben"}, {"add": "assignment", "user": "ann", "role": "security"})";
        QVERIFY(!kept(approval + onlyAnn));
        QVERIFY(kept(approval + onlyAnn + R"(, {"add": "assignment", "user": "cat", "role": "root"})"));
    }

    void anImportKeepsTheAdministrators()
    {
        const Policy policy = acme();
        const Policy other =
            policyOf(R"({"rolewright": 1, "roles": [{"name": "clerk"}], "users": [{"id": "zoe"}]})");
        const QList<Change> all = differenceByName(policy, other);
        const QList<Change> kept = keepingAdministrators(policy, all, now);
        QVERIFY(kept.size() < all.size());
        Policy after = policy;
        QVERIFY(apply(after, kept));
        QVERIFY(keepsAdministrators(PolicyIndex(after), everybody, now));
        QCOMPARE(after.users().size(), 2); // ann and zoe
        QCOMPARE(after.roles().size(), 2); // root and clerk
        // It brings its own.
        const Policy own =
            policyOf(R"({"rolewright": 1, "roles": [{"name": "boss", "grants": ["rolewright\u002f*:*"]}],
            "users": [{"id": "zoe", "assignments": [{"role": "boss"}]}]})");
        const QList<Change> whole = differenceByName(policy, own);
        QCOMPARE(keepingAdministrators(policy, whole, now), whole);
    }

    void administratorsAreListed()
    {
        const Policy policy = with(acme(), R"({"add": "assignment", "user": "cat", "role": "root"})");
        QCOMPARE(administrators(PolicyIndex(policy), everybody, now),
                 (QList<UserId>{policy.users().idOf(u"ann"_s), policy.users().idOf(u"cat"_s)}));
    }
};

QTEST_GUILESS_MAIN(TestChangeReview)
#include "tst_changereview.moc"
