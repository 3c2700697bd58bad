// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/guardedplace.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

// A guarded store on the command line: who signs in, what asks for more, and what the trail says.
class TestCliAdmin : public QObject
{
    Q_OBJECT

private:
    GuardedPlace m_place;
    QString m_store;

    QString secret(const QString &name, const QByteArray &password) const { return m_place.secret(name, password); }
    Run as(const QString &user, const QStringList &arguments, const QByteArray &input = {}) const
    {
        return m_place.as(user, arguments, input);
    }
    Run apply(const QString &user, const QByteArray &change, const QStringList &more = {}) const
    {
        return m_place.apply(user, change, more);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_store = m_place.store();
        const Run made = m_place.init();
        QVERIFY2(made.status == 0, made.err.constData());
        QVERIFY2(made.err.contains("This store is guarded"), made.err.constData());
        QCOMPARE(made.out, "made " + m_store.toUtf8() + ", version 2\n");
    }

    void aChangeNeedsASignIn()
    {
        const QByteArray add = R"({"add": "role", "value": {"name": "night shift"}})";
        secret(u"nobody"_s, "whatever it is");
        const Run unknown = apply(u"nobody"_s, add);
        QCOMPARE(unknown.status, 6);
        QVERIFY2(unknown.err.contains("You are not signed in"), unknown.err.constData());
        // No terminal, no file.
        const Run none = shell(
            u"setsid -w $R --store %1 apply - <<< '{\"rolewright-changes\": 1, \"changes\": [%2]}'"_s.arg(
                m_store, QString::fromUtf8(add)),
            m_place.folder());
        QCOMPARE(none.status, 2);
        QVERIFY2(none.err.contains("--password-file"), none.err.constData());
        const Run done = apply(u"ann"_s, add);
        QVERIFY2(done.status == 0, done.err.constData());
        QVERIFY(as(u"ann"_s, {u"log"_s, u"--action"_s, u"role.add"_s, u"--limit"_s, u"1"_s}).out.contains("ann"));
    }

    void aPasswordFileIsOnesOwn()
    {
        const QString open = secret(u"open"_s, "ann's password");
        QVERIFY(QFile::setPermissions(open, QFile::ReadOwner | QFile::ReadOther));
        const Run refused =
            run({u"--store"_s, m_store, u"--user"_s, u"ann"_s, u"--password-file"_s, open, u"--key-file"_s, m_place.keys(),
                 u"export"_s});
        QCOMPARE(refused.status, 2);
        QVERIFY2(refused.err.contains("chmod 600"), refused.err.constData());
        // A descriptor has no owner to mind: a line for each time that it is asked for.
        const Run piped =
            shell(u"$R --store %1 --user ann --key-file %2 --confirm --password-file /dev/fd/3 export 3< <(printf \"ann's "
                  "password\\nann's password\\n\")"_s.arg(m_store, m_place.keys()),
                  m_place.folder());
        QVERIFY2(piped.status == 0, piped.err.constData());
        QVERIFY(piped.out.contains("\"rolewright\": 1"));
    }

    void sensitiveChangesWantConfirmation()
    {
        QCOMPARE(apply(u"ann"_s, R"({"add": "user", "value": {"id": "zed"}})").status, 0);
        const QByteArray remove = R"({"remove": "user", "id": "zed"})";
        const Run asked = apply(u"ann"_s, remove);
        QCOMPARE(asked.status, 6);
        QVERIFY2(asked.err.contains("second confirmation") && asked.err.contains("It deletes a user.")
                     && asked.err.contains("--confirm"),
                 asked.err.constData());
        const Run done = apply(u"ann"_s, remove, {u"--confirm"_s});
        QVERIFY2(done.status == 0, done.err.constData());
        const Run log = as(u"ann"_s, {u"log"_s, u"--action"_s, u"changes.confirm"_s});
        QVERIFY2(log.out.contains("It deletes a user."), log.out.constData());
    }

    void othersAreEnrolledAndHeldToTheirRights()
    {
        QCOMPARE(
            apply(u"ann"_s,
                  R"({"add": "role", "value": {"name": "registrar", "grants": ["rolewright/user:create"]}},
                 {"add": "user", "value": {"id": "boris", "assignments": [{"role": "registrar"}]}})",
                  {u"--confirm"_s})
                .status,
            0);
        const QStringList enrol{u"enrol"_s, u"boris"_s, u"--new-password-file"_s,
                                secret(u"boris"_s, "bob's password")};
        QCOMPARE(as(u"ann"_s, enrol).status, 6); // unconfirmed
        const Run enrolled = as(u"ann"_s, enrol + QStringList{u"--confirm"_s});
        QVERIFY2(enrolled.status == 0, enrolled.err.constData());
        QCOMPARE(apply(u"boris"_s, R"({"add": "user", "value": {"id": "evelyn"}})").status, 0);
        const Run refused =
            apply(u"boris"_s, R"({"add": "assignment", "user": "boris", "role": "administrator"})");
        QCOMPARE(refused.status, 6);
        QVERIFY2(refused.err.contains("rolewright/user:assign"), refused.err.constData());
        QCOMPARE(as(u"boris"_s, {u"export"_s, u"--confirm"_s}).status, 6);
        QCOMPARE(
            as(u"boris"_s,
               {u"enrol"_s, u"evelyn"_s, u"--confirm"_s, u"--new-password-file"_s, m_place.path(u"boris"_s)})
                .status,
            6);
        // One's own password, and away with it.
        secret(u"new"_s, "bob's new password");
        QCOMPARE(
            as(u"boris"_s,
               {u"enrol"_s, u"boris"_s, u"--confirm"_s, u"--new-password-file"_s, m_place.path(u"new"_s)})
                .status,
            0);
        QCOMPARE(apply(u"boris"_s, R"({"add": "user", "value": {"id": "fay"}})").status, 6);
        secret(u"boris"_s, "bob's new password");
        QCOMPARE(apply(u"boris"_s, R"({"add": "user", "value": {"id": "fay"}})").status, 0);
        QCOMPARE(as(u"ann"_s, {u"enrol"_s, u"boris"_s, u"--remove"_s, u"--confirm"_s}).status, 0);
        QCOMPARE(apply(u"boris"_s, R"({"add": "user", "value": {"id": "gil"}})").status, 6);
    }

    void theLastAdministratorStays()
    {
        const Run refused = apply(u"ann"_s, R"({"set": "user", "id": "ann", "field": "active", "to": false})",
                                  {u"--confirm"_s});
        QCOMPARE(refused.status, 6);
        QVERIFY2(refused.err.contains("without an administrator"), refused.err.constData());
        // A document without administrators keeps them.
        const Run imported = as(u"ann"_s, {u"import"_s, samplePolicyPath(), u"--confirm"_s});
        QVERIFY2(imported.status == 0 && imported.err.contains("are kept"), imported.err.constData());
        const QByteArray users = as(u"ann"_s, {u"what-can"_s, u"ann"_s}).out;
        QVERIFY2(users.contains("rolewright/administration:update"), users.constData());
        QCOMPARE(as(u"ann"_s, {u"--confirm"_s, u"diff"_s, m_store, samplePolicyPath(), u"--json"_s})
                     .out.count("\"remove\": \"user\""),
                 1);
        QCOMPARE(as(u"ann"_s, {u"enrol"_s, u"ann"_s, u"--remove"_s, u"--confirm"_s}).status, 6);
    }

    void aSecondPersonApproves()
    {
        QCOMPARE(
            apply(u"ann"_s,
                  R"({"add": "role", "value": {"name": "second", "grants": ["rolewright/request:approve"]}},
                 {"add": "user", "value": {"id": "sue", "assignments": [{"role": "second"}]}})",
                  {u"--confirm"_s})
                .status,
            0);
        secret(u"sue"_s, "sue's password");
        QCOMPARE(as(u"ann"_s,
                    {u"enrol"_s, u"sue"_s, u"--confirm"_s, u"--new-password-file"_s, m_place.path(u"sue"_s)})
                     .status,
                 0);
        QCOMPARE(apply(u"ann"_s,
                       R"({"add": "approval", "value": {"changes": ["test.create"], "by": "second"}})",
                       {u"--confirm"_s})
                     .status,
                 0);
        const QByteArray test =
            R"({"add": "test", "value": {"name": "nobody", "expect": false, "request": {"subject": {"type": "user", "id": "x"},
            "action": {"name": "read"}, "resource": {"type": "article", "id": "1"}, "context": {"time": "2026-06-01T00:00:00Z"}}}})";
        const Run waits = apply(u"ann"_s, test);
        QCOMPARE(waits.status, 6);
        QVERIFY2(waits.err.contains("role second") && waits.err.contains("--request"), waits.err.constData());
        const Run asked = apply(u"ann"_s, test, {u"--request"_s, u"--reason"_s, u"ticket 9"_s});
        QCOMPARE(asked.status, 0);
        QCOMPARE(asked.out, "request 1 waits for an approval\n");
        const Run listed = as(u"ann"_s, {u"request"_s, u"list"_s});
        QVERIFY2(listed.out.contains("1  waiting  by ann") && listed.out.contains("ticket 9")
                     && listed.out.contains("add test nobody"),
                 listed.out.constData());
        QCOMPARE(as(u"ann"_s, {u"request"_s, u"approve"_s, u"1"_s, u"--confirm"_s}).status, 6);
        QCOMPARE(as(u"sue"_s, {u"request"_s, u"approve"_s, u"1"_s}).status, 6); // unconfirmed
        const Run approved = as(u"sue"_s, {u"request"_s, u"approve"_s, u"1"_s, u"--confirm"_s});
        QVERIFY2(approved.status == 0, approved.err.constData());
        QVERIFY(as(u"ann"_s, {u"request"_s, u"list"_s, u"--json"_s})
                    .out.contains("\"state\": \"applied\""));
        QCOMPARE(apply(u"ann"_s, R"({"remove": "test", "name": "nobody"})").status, 0);
        QCOMPARE(apply(u"ann"_s, test, {u"--request"_s}).status, 0);
        QCOMPARE(as(u"sue"_s, {u"request"_s, u"refuse"_s, u"2"_s, u"--reason"_s, u"no"_s}).status, 0);
        QCOMPARE(as(u"sue"_s, {u"request"_s, u"approve"_s, u"2"_s, u"--confirm"_s}).status, 2);
    }

    void anOpenStoreIsGuardedLater()
    {
        const QString store = static_cast<const Workplace &>(m_place).store();
        const QString keys = m_place.path(u"later.keys"_s);
        QCOMPARE(run({u"--store"_s, store, u"enrol"_s, u"alice"_s, u"--new-password-file"_s,
                      secret(u"short"_s, "short")})
                     .status,
                 3);
        const Run made = run({u"--store"_s, store, u"enrol"_s, u"alice"_s, u"--new-password-file"_s,
                              m_place.path(u"ann"_s), u"--key-file"_s, keys});
        QVERIFY2(made.status == 0, made.err.constData());
        QCOMPARE(run({u"--store"_s, store, u"revert"_s, u"1"_s, u"--user"_s, u"alice"_s, u"--password-file"_s,
                      m_place.path(u"ann"_s), u"--confirm"_s, u"--key-file"_s, keys})
                     .status,
                 6); // it would take alice away
        QCOMPARE(run({u"--store"_s, store, u"log"_s, u"verify"_s}).status, 0);
    }

    // The command line's arguments, its output and the store hold no password.
    void noPasswordIsLeftAnywhere()
    {
        for (const QString &name : QDir(m_place.folder()).entryList({u"*.rolewright*"_s}, QDir::Files))
            QVERIFY2(!m_place.read(name).contains("'s password"), qPrintable(name));
        const Run log = as(u"ann"_s, {u"--confirm"_s, u"log"_s, u"--json"_s});
        QCOMPARE(log.status, 0);
        QVERIFY(!log.out.contains("'s password") && !log.out.contains("argon2"));
        QCOMPARE(run({u"--store"_s, m_store, u"log"_s, u"verify"_s}).status, 0);
    }
};

QTEST_GUILESS_MAIN(TestCliAdmin)
#include "tst_cliadmin.moc"
