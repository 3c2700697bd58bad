// SPDX-License-Identifier: Apache-2.0
#include "core/admin/adminregistry.h"
#include "tests/contract/guardedstore.h"

#include <QFile>

using namespace rolewright;

namespace {

// A change for each operation that is one, on the policy below.
const QMap<QString, QByteArray> &examples()
{
    static const QMap<QString, QByteArray> all{
        {u"permission.add"_s, R"({"add": "permission", "value": {"name": "page:read"}})"},
        {u"permission.remove"_s, R"({"remove": "permission", "name": "spare:read"})"},
        {u"permission.set"_s, R"({"set": "permission", "name": "spare:read", "field": "description", "to": "x"})"},
        {u"permission.rename"_s, R"({"rename": "permission", "was": "spare:read", "to": "spare:see"})"},
        {u"role.add"_s, R"({"add": "role", "value": {"name": "new"}})"},
        {u"role.remove"_s, R"({"remove": "role", "name": "alone"})"},
        {u"role.set"_s, R"({"set": "role", "name": "spare", "field": "description", "to": "x"})"},
        {u"role.rename"_s, R"({"rename": "role", "was": "spare", "to": "other"})"},
        {u"user.add"_s, R"({"add": "user", "value": {"id": "new"}})"},
        {u"user.remove"_s, R"({"remove": "user", "id": "spare"})"},
        {u"user.set"_s, R"({"set": "user", "id": "spare", "field": "name", "to": "x"})"},
        {u"user.rename"_s, R"({"rename": "user", "was": "spare", "to": "other"})"},
        {u"constraint.add"_s,
         R"({"add": "constraint", "value": {"name": "new", "kind": "static", "roles": ["author", "spare"], "limit": 2}})"},
        {u"constraint.remove"_s, R"({"remove": "constraint", "name": "spare"})"},
        {u"constraint.set"_s, R"({"set": "constraint", "name": "spare", "field": "mode", "to": "enforce"})"},
        {u"constraint.rename"_s, R"({"rename": "constraint", "was": "spare", "to": "other"})"},
        {u"operation.add"_s, R"({"add": "operation", "value": {"name": "new"}})"},
        {u"operation.remove"_s, R"({"remove": "operation", "name": "spare"})"},
        {u"operation.set"_s, R"({"set": "operation", "name": "spare", "field": "description", "to": "x"})"},
        {u"operation.rename"_s, R"({"rename": "operation", "was": "spare", "to": "other"})"},
        {u"test.add"_s, R"({"add": "test", "value": {"name": "new", "expect": false, "request": {"subject":
            {"type": "user", "id": "x"}, "action": {"name": "read"}, "resource": {"type": "article", "id": "1"}}}})"},
        {u"test.remove"_s, R"({"remove": "test", "name": "alice updates"})"},
        {u"test.set"_s, R"({"set": "test", "name": "alice updates", "field": "expect", "to": {"decision": true,
            "reason": "granted"}})"},
        {u"test.rename"_s, R"({"rename": "test", "was": "alice updates", "to": "other"})"},
        {u"grant.add"_s, R"({"add": "grant", "role": "spare", "grant": "article:read"})"},
        {u"grant.remove"_s, R"({"remove": "grant", "role": "author", "grant": "article:update:own"})"},
        {u"inheritance.add"_s, R"({"add": "inheritance", "role": "spare", "inherits": "author"})"},
        {u"inheritance.remove"_s, R"({"remove": "inheritance", "role": "editor", "inherits": "author"})"},
        {u"assignment.add"_s, R"({"add": "assignment", "user": "spare", "role": "author"})"},
        {u"assignment.set"_s,
         R"({"set": "assignment", "user": "alice", "role": "editor", "field": "until", "to": "2028-01-01T00:00:00Z"})"},
        {u"assignment.remove"_s, R"({"remove": "assignment", "user": "carl", "role": "spare"})"},
        {u"member.add"_s, R"({"add": "member", "constraint": "spare", "role": "spare"})"},
        {u"member.remove"_s, R"({"remove": "member", "constraint": "spare", "role": "third"})"},
        {u"delegation.add"_s, R"({"add": "delegation", "value": {"role": "spare", "assign": ["author"]}})"},
        {u"delegation.remove"_s, R"({"remove": "delegation", "was": {"role": "editor", "assign": ["author"]}})"},
        {u"approval.add"_s, R"({"add": "approval", "value": {"changes": ["role.delete"], "by": "both"}})"},
        {u"approval.remove"_s, R"({"remove": "approval", "was": {"changes": ["test.delete"], "by": "both"}})"},
        {u"ownership.set"_s, R"({"set": "ownership", "field": "attribute", "to": "team"})"},
    };
    return all;
}

// Empty where whoever is signed in may.
QString rightOf(const AdminOperation &operation)
{
    return operation.right.action.isEmpty() ? QString() : operation.right.toText();
}

QStringList rights()
{
    QStringList all;
    for (const AdminOperation &operation : adminOperations())
        all << rightOf(operation);
    all.removeAll(QString());
    all.removeDuplicates();
    return all;
}

QByteArray quoted(const QStringList &words)
{
    return u"\"%1\""_s.arg(words.join(u"\", \""_s)).toUtf8();
}

// For each right a user who has it alone ("only <right>") and one who has every other ("but <right>").
QByteArray administratorsOf()
{
    QByteArray changes = R"(, {"add": "permission", "value": {"name": "spare:read"}},
        {"add": "role", "value": {"name": "spare"}}, {"add": "role", "value": {"name": "third"}}, {"add": "role", "value": {"name": "alone"}},
        {"add": "role", "value": {"name": "nothing"}}, {"add": "user", "value": {"id": "spare"}},
        {"add": "user", "value": {"id": "carl", "assignments": [{"role": "spare"}]}},
        {"add": "user", "value": {"id": "nothing", "assignments": [{"role": "nothing"}]}},
        {"add": "operation", "value": {"name": "spare"}},
        {"add": "constraint", "value": {"name": "spare", "kind": "dynamic", "roles": ["author", "nothing", "third"],
            "limit": 2, "mode": "record"}},
        {"add": "role", "value": {"name": "both", "grants": ["rolewright/request:approve"]}},
        {"add": "user", "value": {"id": "second", "assignments": [{"role": "both"}]}},
        {"add": "user", "value": {"id": "third", "assignments": [{"role": "both"}]}})";
    for (const QString &right : rights()) {
        QStringList others = rights();
        others.removeAll(right);
        for (const auto &[name, grants] : {std::pair(u"only "_s + right, QStringList{right}),
                                           std::pair(u"but "_s + right, others)}) {
            changes += R"(, {"add": "role", "value": {"name": )" + quoted({name}) + R"(, "grants": [)" + quoted(grants)
                + R"(]}}, {"add": "user", "value": {"id": )" + quoted({name}) + R"(, "assignments": [{"role": )"
                + quoted({name}) + "}]}}";
        }
    }
    return changes;
}

} // namespace

// Every operation of the registry, tried by every kind of administrator: it is done by who has the right for it, and
// by nobody else.
class TestGuardRights : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<GuardedStore> m_place;
    QByteArray m_prepared; // the file

    Result<qint64> attempt(const AdminOperation &operation, const QString &user)
    {
        if (!examples().contains(operation.name)) {
            Status done = m_place->guard().perform(operation.name, u"x"_s, m_place->occasion());
            if (!done && needsConfirmation(done.error())) {
                if (Status given = m_place->confirm(user, operation.name, u"x"_s); !given)
                    return failure(given.error());
                done = m_place->guard().perform(operation.name, u"x"_s, m_place->occasion());
            }
            return done ? Result<qint64>(0) : failure(done.error());
        }
        const Result<Snapshot> made = m_place->commit(user, m_place->change(examples().value(operation.name)));
        return made ? Result<qint64>(made->version) : failure(made.error());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_place = std::make_unique<GuardedStore>(administratorsOf());
        QStringList users{u"nothing"_s, u"second"_s, u"third"_s};
        for (const QString &right : rights())
            users << u"only "_s + right << u"but "_s + right;
        // One hash for all of them would do, but each has its own password: as real as can be.
        QVERIFY(m_place->signIn(u"ann"_s));
        for (const QString &user : std::as_const(users)) {
            QVERIFY(m_place->confirm(u"ann"_s, u"credential.set"_s, user));
            QVERIFY(m_place->guard().setPassword(user, GuardedStore::passwordOf(user), m_place->occasion()));
        }
        const Result<Snapshot> made = m_place->commit(
            u"ann"_s,
            m_place->change(R"({"add": "approval", "value": {"changes": ["test.delete"], "by": "both"}})"));
        QVERIFY2(made, qPrintable(made ? QString() : toText(made.error())));
        m_place->fixture->store.reset();
        QFile file(m_place->fixture->path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_prepared = file.readAll();
    }

    void init()
    {
        m_place->fixture->store.reset();
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(m_place->fixture->path() + suffix);
        QFile file(m_place->fixture->path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(m_prepared), m_prepared.size());
        file.close();
        m_place->fixture->reopen(Backend::Sqlite);
    }

    void examplesAreOfTheRegistry()
    {
        for (auto it = examples().cbegin(); it != examples().cend(); ++it)
            QVERIFY2(findAdminOperation(it.key()), qPrintable(it.key()));
        using Verb = Change::Verb;
        for (const AdminOperation &operation : adminOperations()) {
            const QString verb = operation.name.section(u'.', 1);
            const bool isChange = verb == toText(Verb::Add) || verb == toText(Verb::Rename)
                || (verb == toText(Verb::Remove) || verb == toText(Verb::Set));
            const bool isCredential = operation.name.startsWith("credential."_L1)
                || operation.name.startsWith("code."_L1) || operation.name.startsWith("token."_L1);
            QCOMPARE(examples().contains(operation.name), isChange && !isCredential);
        }
    }

    void each_data()
    {
        QTest::addColumn<QString>("name");
        for (const AdminOperation &operation : adminOperations())
            QTest::newRow(qPrintable(operation.name)) << operation.name;
    }

    void each()
    {
        QFETCH(QString, name);
        const AdminOperation &operation = *findAdminOperation(name);
        const QString right = rightOf(operation);
        const qint64 version = m_place->store().version().value();
        const auto refused = [&](const QString &user) {
            const Result<qint64> done = attempt(operation, user);
            return !done && done.error().code == ErrorCode::NotPermitted && !needsConfirmation(done.error())
                && !needsApproval(done.error());
        };
        QVERIFY(refused(u"nobody"_s)); // is signed in
        if (!right.isEmpty()) {
            for (const QString &user : {u"nothing"_s, u"but "_s + right}) {
                QVERIFY(m_place->signIn(user));
                QVERIFY2(refused(user), qPrintable(user));
            }
        }
        QCOMPARE(m_place->store().version().value(), version);
        const QString user = right.isEmpty() ? u"nothing"_s : u"only "_s + right;
        QVERIFY(m_place->signIn(user));
        const Result<qint64> done = attempt(operation, user);
        if (name == "approval.remove"_L1 || name == "test.remove"_L1) { // may, but a second person has to agree
            QVERIFY(!done && needsApproval(done.error()));
            return;
        }
        QVERIFY2(done, qPrintable(done ? QString() : toText(done.error()) + problemsText(done.error())));
        AuditQuery query;
        query.action = name;
        const QList<AuditEvent> events = m_place->store().events(query).value();
        // What the guard does itself is not done by saying so.
        const bool isDone = operation.done == AdminOperation::Done::ByClient || examples().contains(name);
        QCOMPARE(!events.isEmpty() && events.first().actor == user,
                 isDone && operation.trail == AdminOperation::Trail::Always);
        QVERIFY(!m_place->store().verifyTrail()->firstBad);
    }

    static QString problemsText(const Error &error)
    {
        QString text;
        for (const Finding &finding : error.findings)
            text += u'\n' + finding.message;
        return text;
    }
};

QTEST_GUILESS_MAIN(TestGuardRights)
#include "tst_guardrights.moc"
