// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/guardedstore.h"
#include "tests/ui/pictures.h"
#include "ui/admin/idlelock.h"
#include "ui/shell/changesbar.h"
#include "ui/shell/messagebar.h"

#include <QDockWidget>
#include <QStackedWidget>
#include <QToolButton>

using namespace rolewright;
using namespace Qt::StringLiterals;

// Signing in to a guarded store in the real window, by key. ROLEWRIGHT_PICTURES names a folder for its
// pictures.
class TestSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsNothingBefore_data();
    void showsNothingBefore();
    void saysTheSameWhateverIsWrong();
    void countsTheWaitDown();
    void keepsTheDraftOfWhoSignedOut();
    void keepsTheDraftOverARestart();
    void locksWhoIsIdle();
    void endsASessionThatIsOver();

private:
    const GuardedNewsroom m_store;
};

namespace {

QString problemIn(const SignInPage &page)
{
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().startsWith(u"⚠"_s))
            return label->text();
    }
    return {};
}

bool grantPending(GuardedProgram &program)
{
    program.window.matrix().foldAll(false);
    program.matrix().setFocus();
    program.matrix().goTo(u"article:publish"_s, u"author"_s);
    press(Qt::Key_Insert);
    return program.workspace.draft().isDirty();
}

} // namespace

void TestSignIn::showsNothingBefore_data()
{
    addLooks();
}

void TestSignIn::showsNothingBefore()
{
    QFETCH(int, theme);
    QFETCH(int, zoom);
    applyTheme(ThemeChoice(theme), zoom);
    QTemporaryDir home;
    GuardedProgram program(home);
    const auto picture = [&](const QString &name) {
        const QString folder = qEnvironmentVariable("ROLEWRIGHT_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(program.window.grab().save(
                u"%1/signin-%2-%3.png"_s.arg(folder, name, QLatin1String(QTest::currentDataTag()))));
    };
    QVERIFY(program.show());
    QVERIFY(program.open(m_store.copyTo(home)));
    QVERIFY(program.signIn().isVisible());
    QVERIFY(!program.window.matrix().isVisible());
    for (const QDockWidget *dock : program.window.findChildren<QDockWidget *>())
        QVERIFY2(!dock->isVisible(), qPrintable(dock->windowTitle()));
    for (const QString &action :
         {u"page-roles"_s, u"export"_s, u"print"_s, u"import"_s, u"signout"_s, u"filter"_s})
        QVERIFY2(!program.window.action(action)->isEnabled(), qPrintable(action));
    QVERIFY(program.window.action(u"close"_s)->isEnabled());
    QVERIFY(program.workspace.isReadOnly());
    QVERIFY(QApplication::focusWidget() == labelled<QLineEdit>(program.signIn(), u"User"_s));
    picture(u"page"_s);

    QVERIFY(program.enterAs(u"ann"_s));
    QVERIFY(program.window.matrix().isVisible());
    QVERIFY(!program.signIn().isVisible());
    QVERIFY(program.window.action(u"export"_s)->isEnabled());
    QVERIFY(!program.workspace.isReadOnly());
    QCOMPARE(program.workspace.actor(), u"ann"_s);
    auto *person = named<QToolButton>(program.window, u"Signed in as ann"_s);
    QVERIFY(person && person->isVisible());
    picture(u"in"_s);

    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(program.signIn().isVisible());
    QVERIFY(!program.window.matrix().isVisible());
    QVERIFY(!person->isVisible());
    QCOMPARE(labelled<QLineEdit>(program.signIn(), u"User"_s)->text(),
             u"ann"_s); // only the password is asked for
    QVERIFY(QApplication::focusWidget() == labelled<QLineEdit>(program.signIn(), u"Password"_s));
    picture(u"out"_s);
}

void TestSignIn::saysTheSameWhateverIsWrong()
{
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(program.show());
    QVERIFY(program.open(m_store.copyTo(home)));
    program.enter(u"ann"_s, u"not-the-password"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!problemIn(program.signIn()).isEmpty(), 20'000);
    const QString known = problemIn(program.signIn());
    program.enter(u"nobody"_s, u"not-the-password"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!problemIn(program.signIn()).isEmpty(), 20'000);
    QCOMPARE(problemIn(program.signIn()), known);
    QVERIFY(!program.workspace.session().isSignedIn());
    QVERIFY(labelled<QLineEdit>(program.signIn(), u"Password"_s)->text().isEmpty());
}

void TestSignIn::countsTheWaitDown()
{
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(program.show());
    QVERIFY(program.open(m_store.copyTo(home)));
    const auto waits = [&] {
        for (const QLabel *label : program.signIn().findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(u"is looked at in 0:"_s))
                return true;
        }
        return false;
    };
    auto *button = buttonOf(program.signIn(), u"Sign in"_s);
    for (int i = 0; i < 7; ++i) {
        QTRY_VERIFY_WITH_TIMEOUT(!waits(), 20'000);
        program.enter(u"rae"_s, u"not-the-password"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!problemIn(program.signIn()).isEmpty(), 20'000);
    }
    QTRY_VERIFY_WITH_TIMEOUT(waits(), 5'000);
    labelled<QLineEdit>(program.signIn(), u"Password"_s)->setFocus();
    type(passwordOf(u"rae"_s));
    QVERIFY(!button->isEnabled()); // it would not be looked at
    // As somebody else there is no wait.
    auto *user = labelled<QLineEdit>(program.signIn(), u"User"_s);
    user->setFocus();
    user->selectAll();
    type(u"ann"_s);
    QVERIFY(button->isEnabled());
    user->selectAll();
    type(u"rae"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), 20'000);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(program.workspace.session().user(), u"rae"_s, 20'000);
}

void TestSignIn::keepsTheDraftOfWhoSignedOut()
{
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(program.showAs(u"ann"_s, m_store.copyTo(home)));
    QVERIFY(grantPending(program));
    program.workspace.session().signOut();
    QVERIFY(program.workspace.draft().isDirty());
    press(Qt::Key_Z, Qt::ControlModifier); // nobody's to undo
    QVERIFY(program.workspace.draft().isDirty());
    QVERIFY(program.enterAs(u"sue"_s));
    QVERIFY(!program.workspace.draft().isDirty()); // ann's, not hers
    QVERIFY(grantPending(program));
    program.workspace.undoStack().undo();
    QTest::qWait(600); // kept, as it was before: nothing
    program.workspace.session().signOut();
    QVERIFY(program.enterAs(u"ann"_s));
    QTRY_COMPARE(program.workspace.netChanges().size(), 1);
}

void TestSignIn::keepsTheDraftOverARestart()
{
    QTemporaryDir home;
    const QString store = m_store.copyTo(home);
    {
        GuardedProgram program(home);
        QVERIFY(program.show());
        QVERIFY(program.open(store));
        QVERIFY(program.enterAs(u"ann"_s));
        QVERIFY(grantPending(program));
    }
    GuardedProgram program(home);
    QVERIFY(program.show());
    QVERIFY(program.open(store));
    QVERIFY(!program.workspace.draft().isDirty()); // nothing of it before she signs in
    QCOMPARE(labelled<QLineEdit>(program.signIn(), u"User"_s)->text(), u"ann"_s);
    QVERIFY(program.enterAs(u"ann"_s));
    QTRY_COMPARE(program.workspace.netChanges().size(), 1);
}

void TestSignIn::locksWhoIsIdle()
{
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(program.show());
    QVERIFY(program.open(m_store.copyTo(home)));
    auto *timer = program.window.findChild<QTimer *>(u"idle"_s);
    QVERIFY(timer && !timer->isActive());
    QVERIFY(program.enterAs(u"ann"_s));
    QVERIFY(timer->isActive());
    QCOMPARE(timer->intervalAsDuration(), std::chrono::minutes(15));
    program.window.action(u"lock-30"_s)->trigger();
    QCOMPARE(timer->intervalAsDuration(), std::chrono::minutes(30));
    program.window.action(u"lock-0"_s)->trigger();
    QVERIFY(!timer->isActive());
    program.window.action(u"lock-5"_s)->trigger();
    QVERIFY(grantPending(program));
    timer->setTimerType(Qt::PreciseTimer); // as it is, it keeps whole seconds only
    timer->start(60'000);
    QTest::qWait(600);
    const int left = timer->remainingTime();
    QVERIFY(left < 60'000);
    press(Qt::Key_Down); // somebody is there
    QVERIFY2(timer->remainingTime() > left, qPrintable(QString::number(timer->remainingTime())));
    QVERIFY(program.workspace.session().isSignedIn());
    timer->start(1); // nobody is
    QTRY_VERIFY(!program.workspace.session().isSignedIn());
    QVERIFY(program.signIn().isVisible());
    bool said = false;
    for (const QLabel *label : program.signIn().findChildren<QLabel *>())
        said = said || label->text().startsWith(u"You were signed out after 5 minute(s)"_s);
    QVERIFY(said);
    QVERIFY(program.workspace.draft().isDirty());
}

void TestSignIn::endsASessionThatIsOver()
{
    QTemporaryDir home;
    const QString path = m_store.copyTo(home);
    GuardedProgram program(home);
    QVERIFY(program.showAs(u"ann"_s, path));
    QVERIFY(grantPending(program));
    // Somebody else takes her password away and gives her another one.
    const auto other = openStore(path);
    QVERIFY(other);
    StoreGuard &guard = *(*other)->guard();
    const Occasion now{u"test"_s, Instant::now(), {}};
    QVERIFY(guard.signIn(u"sue"_s, *secretOf(passwordOf(u"sue"_s)), now));
    QVERIFY(
        guard.confirm(operationDigest(u"credential.set"_s, u"ann"_s), *secretOf(passwordOf(u"sue"_s)), now));
    QVERIFY(guard.setPassword(u"ann"_s, *secretOf(u"another-password"_s), now));

    program.workspace.apply(u"too late"_s);
    QTRY_VERIFY_WITH_TIMEOUT(program.signIn().isVisible(), 10'000);
    QVERIFY(program.workspace.draft().isDirty());
    QVERIFY2(program.messages.last().contains(u"your changes are kept"_s),
             qPrintable(program.messages.last()));
    program.enter(u"ann"_s, u"another-password"_s);
    QTRY_COMPARE_WITH_TIMEOUT(program.workspace.session().user(), u"ann"_s, 20'000);
    QSignalSpy committed(&program.workspace, &Workspace::committed);
    program.workspace.apply(u"in time"_s);
    QVERIFY(committed.wait(10'000));
}

QTEST_MAIN(TestSignIn)
#include "tst_signin.moc"
