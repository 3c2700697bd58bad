// SPDX-License-Identifier: Apache-2.0
#include "core/admin/adminregistry.h"
#include "core/admin/changereview.h"
#include "core/edit/apply.h"
#include "tests/support/policytext.h"

#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

// \u002f is the slash: moc takes a slash and a star for a comment, in raw strings too.

namespace {

const Instant now{1'790'000'000'000};

// One user for each right, who has that right alone; one who has it and administration:update; and the other
// kinds of administrators that there are.
Policy manyAdministrators()
{
    QByteArray roles = R"(
        {"name": "author", "grants": ["article:read"]}, {"name": "desk", "inherits": ["author"]},
        {"name": "spare"}, {"name": "root", "grants": ["rolewright\u002f*:*"]},
        {"name": "off", "enabled": false, "grants": ["rolewright\u002f*:*"]},
        {"name": "auditor", "grants": ["rolewright/audit:*", "rolewright/policy:read"]},
        {"name": "lead", "grants": ["rolewright\u002f*:*:delegated"]},
        {"name": "lone", "grants": ["rolewright\u002f*:*:delegated"]})";
    QByteArray users = R"(
        {"id": "root", "assignments": [{"role": "root"}]},
        {"id": "auditor", "assignments": [{"role": "auditor"}]},
        {"id": "delegate", "attributes": {"team": "news"}, "assignments": [{"role": "lead"}]},
        {"id": "delegated nothing", "assignments": [{"role": "lone"}]},
        {"id": "inactive", "active": false, "assignments": [{"role": "root"}]},
        {"id": "over", "assignments": [{"role": "root", "until": "2026-01-01T00:00:00Z"}]},
        {"id": "not yet", "assignments": [{"role": "root", "from": "2036-01-01T00:00:00Z"}]},
        {"id": "disabled", "assignments": [{"role": "off"}]},
        {"id": "torn", "assignments": [{"role": "root"}, {"role": "auditor"}]},
        {"id": "nobody"},
        {"id": "bob", "attributes": {"team": "news"}, "assignments": [{"role": "author"}]},
        {"id": "carl", "attributes": {"team": "news"}},
        {"id": "zoe", "attributes": {"team": "sport"}})";
    for (const PermissionName &right : builtInRights()) {
        const QByteArray text = right.toText().toUtf8();
        roles += ", {\"name\": \"" + text + "\", \"grants\": [\"" + text + "\"]}";
        roles += ", {\"name\": \"" + text + " too\", \"grants\": [\"" + text
            + (text == "rolewright/administration:update" ? "\"]}"
                                                          : "\", \"rolewright/administration:update\"]}");
        users += ", {\"id\": \"" + text + "\", \"assignments\": [{\"role\": \"" + text + "\"}]}";
        users += ", {\"id\": \"" + text + " too\", \"assignments\": [{\"role\": \"" + text + " too\"}]}";
    }
    return policyOf(
        R"({"rolewright": 1, "permissions": [{"name": "article:read"}, {"name": "article:write"}, {"name": "loose:end"}],
        "roles": [)"
        + roles + R"(], "users": [)" + users + R"(],
        "constraints": [{"name": "apart", "kind": "dynamic", "roles": ["root", "auditor"], "limit": 2},
                        {"name": "duty", "kind": "static", "roles": ["desk", "spare", "author"], "limit": 3}],
        "operations": [{"name": "GET /", "requires": {"authenticated": true}}],
        "administration": {"delegations": [{"role": "lead", "assign": ["author"], "grant": ["article:*"],
                                            "users": {"attribute": "team", "equals": "news"}}],
                           "approvals": [{"changes": ["user.create"], "by": "auditor"}]},
        "tests": [{"name": "bob reads", "expect": true,
                   "request": {"subject": {"type": "user", "id": "bob"}, "action": {"name": "read"},
                               "resource": {"type": "article", "id": "1"}, "context": {"time": "2026-06-01T00:00:00Z"}}}]})");
}

// An example of every change, none of which is about administrators but where that is all there is.
const QList<QByteArray> &examples()
{
    static const QList<QByteArray> list{
        R"({"add": "permission", "value": {"name": "new:one"}})",
        R"({"remove": "permission", "name": "loose:end"})",
        R"({"set": "permission", "name": "article:read", "field": "sensitive", "to": true})",
        R"({"set": "permission", "name": "article:read", "field": "description", "to": "x"})",
        R"({"rename": "permission", "was": "loose:end", "to": "loose:thread"})",
        R"({"add": "role", "value": {"name": "intern"}})",
        R"({"add": "role", "value": {"name": "intern", "enabled": false}})",
        R"({"set": "role", "name": "spare", "field": "enabled", "to": false})",
        R"({"set": "role", "name": "root", "field": "description", "to": "x"})",
        R"({"rename": "role", "was": "spare", "to": "other"})",
        R"({"add": "user", "value": {"id": "dan", "attributes": {"team": "news"}}})",
        R"({"remove": "user", "id": "carl"})",
        R"({"set": "user", "id": "bob", "field": "name", "to": "Bob"})",
        R"({"set": "user", "id": "bob", "field": "active", "to": false})",
        R"({"set": "user", "id": "bob", "field": "source", "to": "ldap"})",
        R"({"set": "user", "id": "bob", "field": "attributes", "to": {"team": "news", "floor": "2"}})",
        R"({"rename": "user", "was": "bob", "to": "robert"})",
        R"({"add": "constraint", "value": {"name": "c", "kind": "dynamic", "roles": ["author", "spare"], "limit": 2}})",
        R"({"remove": "constraint", "name": "duty"})",
        R"({"set": "constraint", "name": "duty", "field": "limit", "to": 2})",
        R"({"set": "constraint", "name": "duty", "field": "mode", "to": "record"})",
        R"({"set": "constraint", "name": "duty", "field": "kind", "to": "dynamic"})",
        R"({"rename": "constraint", "was": "duty", "to": "duties"})",
        R"({"add": "operation", "value": {"name": "PUT /"}})",
        R"({"remove": "operation", "name": "GET /"})",
        R"({"set": "operation", "name": "GET /", "field": "requires", "to": {"public": true}})",
        R"({"set": "operation", "name": "GET /", "field": "description", "to": "x"})",
        R"({"rename": "operation", "was": "GET /", "to": "GET /home"})",
        R"({"add": "test", "value": {"name": "t", "expect": false, "request": {"subject": {"type": "user", "id": "x"},
            "action": {"name": "read"}, "resource": {"type": "article", "id": "1"}, "context": {"time": "2026-06-01T00:00:00Z"}}}})",
        R"({"remove": "test", "name": "bob reads"})",
        R"({"set": "test", "name": "bob reads", "field": "expect", "to": {"decision": true, "reason": "granted"}})",
        R"({"set": "test", "name": "bob reads", "field": "request", "to": {"subject": {"type": "user", "id": "bob"},
            "action": {"name": "read"}, "resource": {"type": "article", "id": "2"}, "context": {"time": "2026-06-01T00:00:00Z"}}})",
        R"({"rename": "test", "was": "bob reads", "to": "he reads"})",
        R"({"add": "grant", "role": "author", "grant": "article:write"})",
        R"({"remove": "grant", "role": "author", "grant": "article:read"})",
        R"({"add": "inheritance", "role": "spare", "inherits": "author"})",
        R"({"remove": "inheritance", "role": "desk", "inherits": "author"})",
        R"({"add": "assignment", "user": "carl", "role": "author"})",
        R"({"remove": "assignment", "user": "bob", "role": "author"})",
        R"({"set": "assignment", "user": "bob", "role": "author", "field": "until", "to": "2030-01-01T00:00:00Z"})",
        R"({"set": "assignment", "user": "bob", "role": "author", "field": "source", "to": "ldap"})",
        R"({"add": "member", "constraint": "duty", "role": "lone"})",
        R"({"remove": "member", "constraint": "duty", "role": "spare"})",
        R"({"add": "delegation", "value": {"role": "desk", "assign": ["author"]}})",
        R"({"remove": "delegation", "was": {"role": "lead", "assign": ["author"], "grant": ["article:*"],
            "users": {"attribute": "team", "equals": "news"}}})",
        R"({"add": "approval", "value": {"changes": ["role.delete"], "by": "root"}})",
        R"({"remove": "approval", "was": {"changes": ["user.create"], "by": "auditor"}})",
        R"({"set": "ownership", "field": "property", "to": "author"})",
        R"({"remove": "role", "name": "lonely"})",
    };
    return list;
}

// What of these the delegate may: what the delegation names.
const QSet<QString> &delegable()
{
    static const QSet<QString> names{u"user.add"_s,       u"user.remove"_s,       u"user.set"_s,
                                     u"user.rename"_s,    u"grant.add"_s,         u"grant.remove"_s,
                                     u"assignment.add"_s, u"assignment.remove"_s, u"assignment.set"_s};
    return names;
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

bool may(const PolicyIndex &index, const QString &user, const QList<Change> &changes)
{
    return mayApply(index, {user, {}, {}}, changes, now).has_value();
}

} // namespace

// Every operation of the registry, tried as every kind of administrator.
class TestAdminRights : public QObject
{
    Q_OBJECT

private:
    Policy m_policy;
    PolicyIndex m_index;
    QStringList m_users;

    // Nobody but those who are named, out of all users of the policy.
    void onlyTheseMay(const QList<Change> &changes, const QSet<QString> &expected, const QByteArray &what)
    {
        for (const QString &user : std::as_const(m_users)) {
            QVERIFY2(may(m_index, user, changes) == expected.contains(user),
                     (what + " as " + user.toUtf8()
                      + (expected.contains(user) ? " is refused" : " is let through"))
                         .constData());
        }
    }
    // Root; and who has a right that is as good as the one that is needed.
    QSet<QString> with(const PermissionName &right) const
    {
        QSet<QString> users{u"root"_s, right.toText(), right.toText() + u" too"_s};
        for (const QString &user : m_users) {
            if (right.toText() == u"rolewright/administration:update" && user.endsWith(u" too"))
                users.insert(user);
        }
        return users;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_policy = manyAdministrators();
        QVERIFY(apply(
            m_policy,
            {{Change::Verb::Add, Change::Kind::Role, u"lonely"_s, {}, {}, {}, Role{u"lonely"_s, {}, true}}}));
        m_index = PolicyIndex(m_policy);
        m_policy.users().forEach([&](UserId, const User &user) { m_users.append(user.id); });
    }

    void everyChangeIsInTheRegistryAndHasAnExample()
    {
        QSet<QString> shown;
        for (const QByteArray &json : examples()) {
            for (const Change &change : read(m_policy, json))
                shown.insert(operationName(change)
                             + (change.verb == Change::Verb::Set ? u'.' + change.field : QString()));
        }
        for (int kind = 0; kind <= int(Change::Kind::Ownership); ++kind) {
            for (const Change::Verb verb :
                 {Change::Verb::Add, Change::Verb::Remove, Change::Verb::Set, Change::Verb::Rename}) {
                Change change{verb, Change::Kind(kind), u"bob"_s, u"author"_s, {}, {}, {}};
                const QString name = operationName(change);
                QStringList wanted{name};
                if (verb == Change::Verb::Set) {
                    wanted.clear();
                    for (const QString &field : fieldsOf(change.kind))
                        wanted.append(name + u'.' + field);
                }
                if (findAdminOperation(name)) {
                    for (const QString &one : std::as_const(wanted)) {
                        // The other ends of the same pair.
                        if (one != u"assignment.set.from" && one != u"ownership.set.attribute")
                            QVERIFY2(shown.contains(one), qPrintable(one));
                    }
                    continue;
                }
                Policy policy = m_policy;
                QVERIFY2(!apply(policy, {change}), qPrintable(name));
            }
        }
    }

    void everyChangeAsEveryAdministrator()
    {
        for (const QByteArray &json : examples()) {
            const QList<Change> changes = read(m_policy, json);
            QCOMPARE(changes.size(), 1);
            const AdminOperation *operation = findAdminOperation(operationName(changes.first()));
            QVERIFY2(operation, json.constData());
            QSet<QString> expected = with(operation->right);
            if (delegable().contains(operation->name))
                expected.insert(u"delegate"_s);
            QCOMPARE(operation->isDelegable, delegable().contains(operation->name));
            onlyTheseMay(changes, expected, json);
        }
    }

    void everythingElseAsEveryAdministrator()
    {
        for (const AdminOperation &operation : adminOperations()) {
            for (const QString &user : std::as_const(m_users)) {
                const bool isAudit =
                    operation.right.resource == u"rolewright/audit" || operation.name == u"policy.read";
                bool expected = with(operation.right).contains(user) || (isAudit && user == u"auditor");
                if (operation.right.action.isEmpty())
                    expected = user != u"inactive" && user != u"torn";
                const Status status = mayPerform(m_index, {user, {}, {}}, operation.name, now);
                QVERIFY2(status.has_value() == expected, qPrintable(operation.name + u" as "_s + user));
                QVERIFY(status || status.error().code == ErrorCode::NotPermitted);
            }
        }
    }

    void aSessionCountsWithItsRoles()
    {
        const QList<Change> changes = read(m_policy, R"({"add": "role", "value": {"name": "intern"}})");
        QVERIFY(mayApply(m_index, {u"torn"_s, QStringList{u"root"_s}, {}}, changes, now));
        QVERIFY(!mayApply(m_index, {u"torn"_s, QStringList{u"auditor"_s}, {}}, changes, now));
        QVERIFY(!mayApply(m_index, {u"root"_s, QStringList(), {}}, changes, now));
    }

    // What is about administrators needs administration:update as well.
    void administratorsAreForAdministrators_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("right");
        const auto row = [](const char *name, const char *json, const QString &right) {
            QTest::newRow(name) << QByteArray(json) << right;
        };
        row("a right is granted", R"({"add": "grant", "role": "spare", "grant": "rolewright/audit:read"})",
            u"role:grant"_s);
        row("every right", R"({"add": "grant", "role": "spare", "grant": "rolewright\u002f*:*"})",
            u"role:grant"_s);
        row("a delegated one",
            R"({"add": "grant", "role": "spare", "grant": "rolewright/user:assign:delegated"})",
            u"role:grant"_s);
        row("a right is taken", R"({"remove": "grant", "role": "root", "grant": "rolewright\u002f*:*"})",
            u"role:grant"_s);
        row("inherited", R"({"add": "inheritance", "role": "spare", "inherits": "root"})", u"role:inherit"_s);
        row("assigned", R"({"add": "assignment", "user": "carl", "role": "root"})", u"user:assign"_s);
        row("a disabled one assigned", R"({"add": "assignment", "user": "carl", "role": "off"})",
            u"user:assign"_s);
        row("taken away", R"({"remove": "assignment", "user": "root", "role": "root"})", u"user:assign"_s);
        row("for longer",
            R"({"set": "assignment", "user": "over", "role": "root", "field": "until", "to": null})",
            u"user:assign"_s);
        row("enabled", R"({"set": "role", "name": "off", "field": "enabled", "to": true})", u"role:update"_s);
        row("disabled", R"({"set": "role", "name": "root", "field": "enabled", "to": false})",
            u"role:update"_s);
        row("woken", R"({"set": "user", "id": "inactive", "field": "active", "to": true})", u"user:update"_s);
        row("put to sleep", R"({"set": "user", "id": "root", "field": "active", "to": false})",
            u"user:update"_s);
        row("renamed", R"({"rename": "user", "was": "root", "to": "r00t"})", u"user:update"_s);
    }

    void administratorsAreForAdministrators()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, right);
        onlyTheseMay(read(m_policy, json), {u"root"_s, u"rolewright/"_s + right + u" too"_s}, json);
    }

    // A change set gives its author nothing for its own changes.
    void noElevationWithinAChangeSet()
    {
        const auto mayNot = [&](const QString &user, const QByteArray &json) {
            QVERIFY2(!may(m_index, user, read(m_policy, json)), json.constData());
        };
        mayNot(u"rolewright/user:assign"_s,
               R"({"add": "assignment", "user": "rolewright/user:assign", "role": "root"})");
        mayNot(
            u"rolewright/role:grant"_s,
            R"({"add": "grant", "role": "rolewright/role:grant", "grant": "rolewright/administration:update"})");
        mayNot(u"rolewright/role:inherit"_s,
               R"({"add": "inheritance", "role": "rolewright/role:inherit", "inherits": "root"})");
        // The role brings rights by then.
        mayNot(u"rolewright/user:assign too"_s,
               R"({"add": "grant", "role": "spare", "grant": "rolewright/role:create"},
                                                  {"add": "assignment", "user": "carl", "role": "spare"})");
        QVERIFY(may(m_index, u"root"_s,
                    read(m_policy, R"({"add": "grant", "role": "spare", "grant": "rolewright/role:create"},
                                                        {"add": "assignment", "user": "carl", "role": "spare"})")));
        // The rest of a deletion is not free either.
        mayNot(u"rolewright/user:delete"_s, R"({"remove": "user", "id": "bob"})");
        mayNot(u"rolewright/role:delete"_s, R"({"remove": "role", "name": "author"})");
        // Who holds it would hold another one.
        mayNot(u"rolewright/permission:update"_s,
               R"({"rename": "permission", "was": "article:read", "to": "payroll:pay"})");
        QVERIFY(
            may(m_index, u"root"_s,
                read(m_policy, R"({"rename": "permission", "was": "article:read", "to": "payroll:pay"})")));
    }

    void aDelegateStaysWithinTheDelegation_data()
    {
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const char *json) { QTest::newRow(name) << QByteArray(json); };
        row("another role", R"({"add": "assignment", "user": "carl", "role": "spare"})");
        row("a senior of the role", R"({"add": "assignment", "user": "carl", "role": "desk"})");
        row("another's user", R"({"add": "assignment", "user": "zoe", "role": "author"})");
        row("one's own assignment", R"({"add": "assignment", "user": "delegate", "role": "author"})");
        row("a grant to another role", R"({"add": "grant", "role": "spare", "grant": "article:write"})");
        row("another grant", R"({"add": "grant", "role": "author", "grant": "loose:end"})");
        row("a wider grant", R"({"add": "grant", "role": "author", "grant": "*:read"})");
        row("a right", R"({"add": "grant", "role": "author", "grant": "rolewright/role:grant"})");
        row("inheritance", R"({"add": "inheritance", "role": "author", "inherits": "spare"})");
        row("the role itself", R"({"set": "role", "name": "author", "field": "enabled", "to": false})");
        row("a user elsewhere",
            R"({"add": "user", "value": {"id": "dan", "attributes": {"team": "sport"}}})");
        row("a user of no team", R"({"add": "user", "value": {"id": "dan"}})");
        row("a user taken over",
            R"({"set": "user", "id": "zoe", "field": "attributes", "to": {"team": "news"}})");
        row("a user given away",
            R"({"set": "user", "id": "bob", "field": "attributes", "to": {"team": "sport"}})");
        row("oneself",
            R"({"set": "user", "id": "delegate", "field": "attributes", "to": {"team": "news", "x": "y"}})");
        row("oneself again",
            R"({"remove": "assignment", "user": "delegate", "role": "lead"}, {"remove": "user", "id": "delegate"},
            {"add": "user", "value": {"id": "delegate", "attributes": {"team": "news"}}},
            {"add": "assignment", "user": "delegate", "role": "author"})");
        row("the delegation", R"({"add": "delegation", "value": {"role": "lead", "assign": ["root"]}})");
    }

    void aDelegateStaysWithinTheDelegation()
    {
        QFETCH(QByteArray, json);
        const QList<Change> changes = read(m_policy, json);
        QVERIFY(!may(m_index, u"delegate"_s, changes));
        QVERIFY(may(m_index, u"root"_s, changes));
    }

    // A role that the delegate has is not the delegate's to fill, whichever way it was come by.
    void oneOwnsTheRolesThatOneHas()
    {
        const QList<Change> grant =
            read(m_policy, R"({"add": "grant", "role": "author", "grant": "article:write"})");
        for (
            const char *json :
            {R"({"add": "assignment", "user": "delegate", "role": "author"})",
             R"({"add": "assignment", "user": "delegate", "role": "desk"})",
             R"({"add": "assignment", "user": "delegate", "role": "author", "value": {"from": "2036-01-01T00:00:00Z"}})",
             R"({"add": "inheritance", "role": "lead", "inherits": "author"})"}) {
            Policy policy = m_policy;
            QVERIFY(apply(policy, read(m_policy, json)));
            QVERIFY2(!may(PolicyIndex(policy), u"delegate"_s, grant), json);
            QVERIFY(may(PolicyIndex(policy), u"root"_s, grant));
        }
    }

    // Who gives the name of a delegated role to another role has not delegated that one.
    void aDelegationIsOfTheRoleNotOfItsName()
    {
        Policy policy = m_policy;
        QVERIFY(apply(
            policy,
            read(policy, R"({"add": "assignment", "user": "delegate", "role": "rolewright/role:update"})")));
        const QByteArray swap =
            R"({"rename": "role", "was": "author", "to": "a"}, {"rename": "role", "was": "desk", "to": "author"},
            {"add": "assignment", "user": "carl", "role": "author"})";
        QVERIFY(!may(PolicyIndex(policy), u"delegate"_s, read(policy, swap)));
    }

    void aRefusalNamesEachChangeAndItsRight()
    {
        const Status status = mayApply(m_index, {u"rolewright/role:create"_s, {}, {}},
                                       read(m_policy, R"({"add": "role", "value": {"name": "intern"}},
            {"add": "grant", "role": "intern", "grant": "article:read"})"),
                                       now);
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::NotPermitted);
        QCOMPARE(
            problemsOf(status),
            QStringList{
                u"/changes/1 not-granted: rolewright/role:create may not grant article:read to intern: that "
                "needs the right rolewright/role:grant."_s});
        const Status nobody =
            mayApply(m_index, {u"inactive"_s, {}, {}},
                     read(m_policy, R"({"add": "role", "value": {"name": "intern"}})"), now);
        QCOMPARE(problemsOf(nobody),
                 QStringList{u" user-inactive: inactive may change nothing here: user-inactive."_s});
    }
};

QTEST_GUILESS_MAIN(TestAdminRights)
#include "tst_adminrights.moc"
