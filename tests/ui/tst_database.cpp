// SPDX-License-Identifier: Apache-2.0
// A PostgreSQL store in the real window: to connect, to sign in, and a server that goes away and comes back
// (desktop.md, journey 8). ROLEWRIGHT_PICTURES names a folder for its pictures.
#include "core/security/keyfile.h"
#include "tests/ui/pictures.h"
#include "tests/ui/postgreswindow.h"
#include "ui/admin/administratorspage.h"
#include "ui/admin/keyring.h"
#include "ui/admin/tokenspage.h"
#include "ui/audit/auditpage.h"
#include "ui/connect/newdatabasedialog.h"
#include "ui/shell/messagebar.h"

#include <QComboBox>
#include <QFileDialog>
#include <QScopeGuard>
#include <QSpinBox>

using namespace rolewright;
using namespace Qt::StringLiterals;

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectsAndSignsIn();
    void saysWhatIsWrongAtItsField();
    void followsTheStoreString();
    void saysThatNobodyAnswers();
    void showsAnAuditorThePolicyReadOnly();
    void findsItsKeysAfterTheSignIn();
    void keepsTheDraftWhileTheServerIsAway();
    void endsASessionThatTheServerEnds();
    void forgetsTheLoginWithTheStore();
    void makesAStoreInADatabase();

private:
    static constexpr int Patience = 30'000; // ms, for what a real server has to do
    static ConnectDialog *dialogOf(Program &program)
    {
        program.window.action(u"openremote"_s)->trigger();
        auto *dialog = program.window.findChild<ConnectDialog *>();
        // Qt takes a dialog for active as soon as its parent is.
        const bool isReady =
            dialog && QTest::qWaitFor([&] { return QApplication::activeWindow() == dialog; }, Patience);
        return isReady ? dialog : nullptr;
    }
    static QString problemIn(const QWidget &page)
    {
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().startsWith(u"⚠"_s))
                return label->text();
        }
        return {};
    }
    static bool enter(GuardedProgram &program, const QString &user)
    {
        program.enter(user, TeamStore::password());
        return QTest::qWaitFor([&] { return !program.workspace.isShut(); }, Patience);
    }
    static bool grantPending(Program &program)
    {
        program.window.matrix().foldAll(false);
        program.matrix().setFocus();
        program.matrix().goTo(u"article:publish"_s, u"author"_s);
        press(Qt::Key_Insert);
        return program.workspace.draft().isDirty();
    }
    // What the store has, whatever a window shows.
    static Snapshot stored(const TeamStore &team)
    {
        team.server.useLogin(u"sue"_s, team.database);
        const Result<Snapshot> head = openStore(team.location(u"sue"_s)).value()->load();
        PostgresLogins::forget(team.location(u"sue"_s));
        return head.value();
    }
};

void TestDatabase::connectsAndSignsIn()
{
    const TeamStore team;
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(program.show());
    ConnectDialog *dialog = dialogOf(program);
    QVERIFY(dialog);
    fill(*dialog, u"Host"_s, u"127.0.0.1"_s);
    labelled<QSpinBox>(*dialog, u"Port"_s)->setValue(team.server.port());
    fill(*dialog, u"Database"_s, team.database);
    fill(*dialog, u"User"_s, u"ann"_s);
    QCOMPARE(labelled<QLineEdit>(*dialog, u"Store"_s)->text(), team.location(u"ann"_s));
    keepPictures(*dialog, u"connect"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(program.signIn().isVisible(), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(!program.window.findChild<ConnectDialog *>(), Patience);
    QVERIFY(program.show()); // it has the focus again
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget(), Patience);

    // Nothing of it before, and what was typed stays where the password is wrong.
    QVERIFY(!program.window.matrix().isVisible());
    QVERIFY(program.workspace.isReadOnly());
    auto *user = labelled<QLineEdit>(program.signIn(), u"User"_s);
    QCOMPARE(user->text(), u"ann"_s);
    program.enter(u"ann"_s, u"not-the-password"_s);
    QTRY_VERIFY_WITH_TIMEOUT(problemIn(program.signIn()).contains(u"does not let ann in"_s), Patience);
    QCOMPARE(user->text(), u"ann"_s);
    keepPictures(program.window, u"connect-refused"_s);
    QVERIFY(enter(program, u"ann"_s));
    QVERIFY(program.window.matrix().isVisible());
    QVERIFY(!program.signIn().isVisible());
    QVERIFY(!program.workspace.isReadOnly());
    QCOMPARE(program.workspace.actor(), u"ann"_s);
    QCOMPARE(program.workspace.draft().baseVersion(), 1);
    QCOMPARE(problemIn(program.signIn()), QString()); // not said in passing, either

    QVERIFY(grantPending(program));
    QSignalSpy committed(&program.workspace, &Workspace::committed);
    program.workspace.apply(u"because"_s);
    QVERIFY(committed.count() || committed.wait(Patience));
    QCOMPARE(stored(team).version, 2);
    QCOMPARE(program.settings.recentStores(), QStringList{team.location(u"ann"_s)});
    QCOMPARE(program.settings.lastStore(), team.location(u"ann"_s));
    QVERIFY(!program.settings.remembersPassword(team.location(u"ann"_s)));
}

void TestDatabase::saysWhatIsWrongAtItsField()
{
    QTemporaryDir home;
    Program program(home);
    QVERIFY(program.show());
    ConnectDialog *dialog = dialogOf(program);
    QVERIFY(dialog);
    fill(*dialog, u"Host"_s, u"db.example.com"_s);
    press(Qt::Key_Return);
    QVERIFY2(problemIn(*dialog).contains(u"Name the database"_s), qPrintable(problemIn(*dialog)));
    QVERIFY(QApplication::focusWidget() == labelled<QLineEdit>(*dialog, u"Database"_s));
    fill(*dialog, u"Store"_s, u"postgresql://bob:hunter2@127.0.0.1/acme"_s);
    press(Qt::Key_Return);
    QVERIFY2(problemIn(*dialog).contains(u"A password does not belong"_s), qPrintable(problemIn(*dialog)));
    QVERIFY(!problemIn(*dialog).contains(u"hunter2"_s));
    keepPictures(*dialog, u"connect-wrong"_s);
    QVERIFY(dialog->isVisible());
    QVERIFY(!program.workspace.isOpen());
    QVERIFY(program.settings.recentStores().isEmpty());
}

void TestDatabase::followsTheStoreString()
{
    QTemporaryDir home;
    Program program(home);
    QVERIFY(program.show());
    ConnectDialog *dialog = dialogOf(program);
    QVERIFY(dialog);
    auto *security = labelled<QComboBox>(*dialog, u"Security"_s);
    QCOMPARE(security->currentData().toString(), u"prefer"_s); // on this machine
    fill(*dialog, u"Host"_s, u"db.example.com"_s);
    QCOMPARE(security->currentData().toString(), u"verify-full"_s);
    fill(*dialog, u"Database"_s, u"acme"_s);
    auto *text = labelled<QLineEdit>(*dialog, u"Store"_s);
    QCOMPARE(text->text(), u"postgresql://db.example.com/acme"_s);
    fill(*dialog, u"Store"_s, u"postgresql://eve%40x@db2:6000/beta?sslmode=require"_s);
    QCOMPARE(labelled<QLineEdit>(*dialog, u"Host"_s)->text(), u"db2"_s);
    QCOMPARE(labelled<QSpinBox>(*dialog, u"Port"_s)->value(), 6000);
    QCOMPARE(labelled<QLineEdit>(*dialog, u"Database"_s)->text(), u"beta"_s);
    QCOMPARE(labelled<QLineEdit>(*dialog, u"User"_s)->text(), u"eve@x"_s);
    QCOMPARE(security->currentData().toString(), u"require"_s);
    QVERIFY(problemIn(*dialog).contains(u"pose as the server"_s));
    fill(*dialog, u"Database"_s, u"gamma"_s);
    QCOMPARE(text->text(), u"postgresql://eve%40x@db2:6000/gamma?sslmode=require"_s);
}

void TestDatabase::saysThatNobodyAnswers()
{
    const TeamStore team;
    QTemporaryDir home;
    Program program(home);
    QVERIFY(program.show());
    ConnectDialog *dialog = dialogOf(program);
    QVERIFY(dialog);
    {
        team.server.stop();
        const auto again = qScopeGuard([&] { team.server.start(); });
        fill(*dialog, u"Store"_s, team.location(u"ann"_s));
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(problemIn(*dialog).contains(u"cannot be reached"_s), Patience);
        QVERIFY(dialog->isVisible());
        QVERIFY(!program.workspace.isOpen());
        keepPictures(*dialog, u"connect-unreachable"_s);
    }
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(program.workspace.isOpen(), Patience);
}

void TestDatabase::showsAnAuditorThePolicyReadOnly()
{
    const TeamStore team;
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(program.show());
    QVERIFY(program.open(team.location(u"rae"_s)));
    QVERIFY(enter(program, u"rae"_s));
    QVERIFY(program.window.matrix().isVisible());
    QVERIFY(program.workspace.isReadOnly());
    QVERIFY(program.workspace.service().traits().readOnly);
    QVERIFY(!grantPending(program));
}

// A sealed store that came to another machine: without the keys one reads, and with them the sign-in is
// recorded.
void TestDatabase::findsItsKeysAfterTheSignIn()
{
    const TeamStore team;
    QTemporaryDir home;
    const StoreKeys keys = newStoreKeys();
    const QString file = home.filePath(u"team.keys"_s);
    QVERIFY(makeKeyFile(file, keys));
    const auto asSue = [&] {
        team.server.useLogin(u"sue"_s, team.database);
        return openStore(team.location(u"sue"_s)).value();
    };
    {
        const auto store = asSue();
        StoreGuard &guard = *store->guard();
        guard.useKeys(keys);
        const QString key = QString::fromLatin1(publicKeyOf(keys.signing).toHex());
        const Occasion now{u"test"_s, Instant::now(), {}};
        QVERIFY(guard.confirm(operationDigest(u"key.enrol"_s, key), PostgresServer::loginPassword(), now));
        QVERIFY(guard.enrolKey(publicKeyOf(keys.signing), now));
    }
    PostgresLogins::forget(team.location(u"sue"_s));
    GuardedProgram program(home);
    QVERIFY(program.show());
    QVERIFY(program.open(team.location(u"ann"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(program.signIn().isVisible(), Patience);
    QVERIFY(enter(program, u"ann"_s));
    auto &ring = *program.window.findChild<KeyRing *>();
    QTRY_COMPARE_WITH_TIMEOUT(ring.state(), KeyRing::State::Missing, Patience);
    program.window.action(u"page-audit"_s)->trigger();
    auto &audit = *program.window.findChild<AuditPage *>();
    const auto says = [&](const QString &text) {
        const QList<QLabel *> labels = audit.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(says(u"the keys of this installation are not here"_s), Patience);
    keepPictures(program.window, u"database-keys-missing"_s);
    program.window.action(u"administrators"_s)->trigger();
    auto &page = *program.window.findChild<AdministratorsPage *>();
    QVERIFY(!buttonOf(page, u"Seal the trail…"_s)->isVisible());
    QTest::mouseClick(buttonOf(page, u"Key file…"_s), Qt::LeftButton);
    auto *dialog = program.window.findChild<QFileDialog *>(u"pickkeys"_s);
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(file); // which its own test presses
    dialog->close();
    QTRY_COMPARE_WITH_TIMEOUT(ring.state(), KeyRing::State::Given, Patience);
    QVERIFY(program.show());
    // The tokens of applications are its server's business, which the page says.
    program.window.action(u"tokens"_s)->trigger();
    auto &tokens = *program.window.findChild<TokensPage *>();
    const auto saysOfTokens = [&] {
        const QList<QLabel *> labels = tokens.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"kept by the server of this store");
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(saysOfTokens(), Patience);
    QVERIFY(!buttonOf(tokens, u"New token…"_s)->isVisible());
    keepPictures(program.window, u"database-tokens"_s);
    program.window.action(u"page-matrix"_s)->trigger();
    QVERIFY(grantPending(program));
    QSignalSpy committed(&program.workspace, &Workspace::committed);
    program.workspace.apply(u"because"_s);
    QVERIFY(committed.count() || committed.wait(Patience));
    program.window.action(u"page-audit"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(says(u"Sealed to the last one."_s), Patience);
    const auto opened = [&] {
        AuditQuery query;
        query.action = u"session.open"_s;
        query.actor = u"ann"_s;
        return asSue()->events(query).value().size();
    };
    QCOMPARE(opened(), 1);
    PostgresLogins::forget(team.location(u"sue"_s));
}

void TestDatabase::keepsTheDraftWhileTheServerIsAway()
{
    const TeamStore team;
    QTemporaryDir home;
    {
        GuardedProgram program(home);
        QVERIFY(program.show());
        QVERIFY(program.open(team.location(u"ann"_s)));
        QVERIFY(enter(program, u"ann"_s));
        QVERIFY(grantPending(program));
        const QUuid operation = program.workspace.draft().operation();
        team.server.crash();
        auto again = qScopeGuard([&] { team.server.start(); });
        QTRY_VERIFY_WITH_TIMEOUT(program.workspace.isAway(), Patience);
        QVERIFY(program.workspace.isReadOnly());
        QVERIFY(program.workspace.draft().isDirty());
        QVERIFY2(program.window.messages().text().contains(u"Your pending changes are kept"_s),
                 qPrintable(program.window.messages().text()));
        keepPictures(program.window, u"away"_s);
        program.workspace.apply(u"because"_s);
        QVERIFY(!program.workspace.isApplying());
        again.dismiss();
        team.server.start();
        QTRY_VERIFY_WITH_TIMEOUT(!program.workspace.isAway(), Patience);
        QVERIFY2(program.window.messages().text().contains(u"can be reached again"_s),
                 qPrintable(program.window.messages().text()));
        QCOMPARE(program.workspace.session().user(), u"ann"_s);
        QCOMPARE(program.workspace.draft().operation(), operation);
        QVERIFY(buttonOf(program.window.messages(), u"Apply them now"_s)->isVisible());
        QCOMPARE(stored(team).version, 1); // never by itself
    }
    // Over a restart, too.
    GuardedProgram program(home);
    QVERIFY(program.show());
    QVERIFY(program.open(team.location(u"ann"_s)));
    QVERIFY(enter(program, u"ann"_s));
    QTRY_VERIFY_WITH_TIMEOUT(program.workspace.draft().isDirty(), Patience);
    QSignalSpy committed(&program.workspace, &Workspace::committed);
    program.workspace.apply(u"because"_s);
    QVERIFY(committed.count() || committed.wait(Patience));
    QCOMPARE(stored(team).version, 2);
}

void TestDatabase::endsASessionThatTheServerEnds()
{
    const TeamStore team;
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(program.show());
    QVERIFY(program.open(team.location(u"ann"_s)));
    QVERIFY(enter(program, u"ann"_s));
    QVERIFY(grantPending(program));
    QVERIFY(team.server.run("ALTER ROLE ann PASSWORD 'another password'"));
    QVERIFY(team.server.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'ann'"));
    QTRY_VERIFY_WITH_TIMEOUT(program.signIn().isVisible(), Patience);
    QVERIFY(!program.window.matrix().isVisible());
    bool said = false;
    for (const QLabel *label : program.signIn().findChildren<QLabel *>())
        said = said || label->text().startsWith(u"Your session is over"_s);
    QVERIFY(said);
    QVERIFY(program.workspace.draft().isDirty());
    program.enter(u"ann"_s, u"another password"_s);
    QTRY_VERIFY_WITH_TIMEOUT(program.window.matrix().isVisible(), Patience);
    QVERIFY(program.workspace.draft().isDirty());
    // A login is the server's, for all its databases.
    QVERIFY(team.server.run("ALTER ROLE ann PASSWORD 'login''s password'"));
}

void TestDatabase::forgetsTheLoginWithTheStore()
{
    const TeamStore team;
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(program.show());
    QVERIFY(program.open(team.location(u"ann"_s)));
    QVERIFY(enter(program, u"ann"_s));
    QVERIFY(PostgresLogins::find(team.location(u"ann"_s)));
    program.window.action(u"close"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!PostgresLogins::find(team.location(u"ann"_s)), Patience);
    keepPictures(program.window, u"start"_s);
    QVERIFY(program.open(team.location(u"ann"_s)));
    QVERIFY(program.signIn().isVisible());
    QCOMPARE(labelled<QLineEdit>(program.signIn(), u"User"_s)->text(), u"ann"_s);
    QVERIFY(!program.workspace.session().isSignedIn());
}

void TestDatabase::makesAStoreInADatabase()
{
    PostgresServer &server = PostgresServer::running();
    const QString database = server.newDatabase();
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(program.show());
    program.window.action(u"newremote"_s)->trigger();
    auto *dialog = program.window.findChild<NewDatabaseDialog *>();
    QVERIFY(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeWindow() == dialog, Patience);
    fill(*dialog, u"Store"_s, server.location(QString::fromLatin1(PostgresServer::Superuser), database));
    fill(*dialog, u"Password of this user"_s, u"wrong"_s);
    fill(*dialog, u"Name and login"_s, u"root-%1"_s.arg(database));
    fill(*dialog, u"Password"_s, u"a long password"_s);
    fill(*dialog, u"Once more"_s, u"another one"_s);
    press(Qt::Key_Return);
    QVERIFY2(problemIn(*dialog).contains(u"The two passwords differ"_s), qPrintable(problemIn(*dialog)));
    fill(*dialog, u"Once more"_s, u"a long password"_s);
    keepPictures(*dialog, u"newdatabase"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(problemIn(*dialog).contains(u"does not let pgadmin in"_s), Patience);
    fill(*dialog, u"Password of this user"_s, u"testpw"_s);
    fill(*dialog, u"Password"_s, u"a long password"_s);
    fill(*dialog, u"Once more"_s, u"a long password"_s);
    press(Qt::Key_Return);
    // Open, and signed in: nobody is asked twice.
    QTRY_VERIFY_WITH_TIMEOUT(program.window.matrix().isVisible(), Patience);
    QCOMPARE(program.workspace.actor(), u"root-%1"_s.arg(database));
    QVERIFY(!program.workspace.isReadOnly());
    QCOMPARE(program.settings.lastStore(), server.location(u"root-%1"_s.arg(database), database));
    // The owner is not signed in any more.
    QVERIFY(!PostgresLogins::find(server.location(QString::fromLatin1(PostgresServer::Superuser), database)));
}

QTEST_MAIN(TestDatabase)
#include "tst_database.moc"
