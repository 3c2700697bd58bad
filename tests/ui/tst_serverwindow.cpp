// SPDX-License-Identifier: Apache-2.0
// A store on a real rolewrightd in the real window: its certificate, signing in, changing it, and a server
// that goes away. ROLEWRIGHT_PICTURES names a folder for its pictures.
#include "tests/server/runningserver.h"
#include "tests/support/testauthority.h"
#include "tests/ui/openstore.h"
#include "tests/ui/pictures.h"
#include "tests/ui/realwindow.h"
#include "ui/admin/administratorspage.h"
#include "ui/admin/confirmationbar.h"
#include "ui/admin/secretfield.h"
#include "ui/admin/signinpage.h"
#include "ui/connect/connectdialog.h"
#include "ui/connect/locationfields.h"
#include "ui/shell/messagebar.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

using namespace rolewright;
using namespace Qt::StringLiterals;

// A file that bob administers, behind the real rolewrightd over TLS.
struct Served
{
    TestAuthority authority;
    std::unique_ptr<RunningServer> server;

    explicit Served(const QString &path)
    {
        const Secret mine = password();
        const FirstAdministrator bob{u"bob"_s, mine};
        const auto made = createStore(path, Policy(), {u"bob"_s, u"test"_s, Instant::now(), false}, &bob);
        if (!made)
            qFatal("%s", qPrintable(toText(made.error())));
        server = std::make_unique<RunningServer>(path, authority.issue(u"server"_s).options());
    }
    static Secret password()
    {
        QByteArray bytes("bob's password");
        return Secret::taking(bytes);
    }
    QString location() const
    {
        return u"https://127.0.0.1:%1?ca=%2"_s.arg(server->url.port()).arg(authority.certificate());
    }
    std::unique_ptr<PolicyStore> signedIn() const
    {
        const Status held = useLogin(location(), u"bob"_s, password());
        auto opened = openStore(location());
        if (!held || !opened)
            qFatal("%s", qPrintable(toText(held ? opened.error() : held.error())));
        return std::move(*opened);
    }
};

class TestServerWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void trustsACertificateByItsFingerprint();
    void showsWhatOthersApply();
    void leavesTheKeysToTheServer();
    void showsWhoElseIsThere();
    void keepsTheDraftWhenTheServerGoes();

private:
    static constexpr int Patience = 60'000; // ms, for what a real server has to do
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Served> m_served;

    static QString problemIn(const QWidget &page)
    {
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().startsWith(u"⚠"_s))
                return label->text();
        }
        return {};
    }
    static bool isWhole(const QWidget &page) // nothing is cut off
    {
        const QList<QLabel *> labels = page.findChildren<QLabel *>();
        return std::all_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return !label->isVisible() || label->height() >= label->heightForWidth(label->width());
        });
    }
    static void fill(const QWidget &page, const QString &label, const QString &text)
    {
        auto *field = labelled<QLineEdit>(page, label);
        field->setFocus();
        field->selectAll();
        press(Qt::Key_Delete);
        type(text);
    }
    static bool enter(Program &program)
    {
        auto *page = program.window.findChild<SignInPage *>();
        if (!QTest::qWaitFor([&] { return page->isVisible(); }, Patience) || !program.show()
            || !QTest::qWaitFor([] { return QApplication::focusWidget() != nullptr; }, Patience))
            return false;
        fill(*page, u"User"_s, u"bob"_s);
        fill(*page, u"Password"_s, u"bob's password"_s);
        press(Qt::Key_Return);
        return QTest::qWaitFor([&] { return !program.workspace.isShut(); }, Patience);
    }
    static bool addRole(Program &program, const QString &name)
    {
        Change change;
        change.verb = Change::Verb::Add;
        change.kind = Change::Kind::Role;
        change.key = name;
        change.to = Role{name, {}, true};
        return program.workspace.edit(u"add"_s, QList<Change>{change});
    }
};

void TestServerWindow::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_served = std::make_unique<Served>(m_home->filePath(u"served.rolewright"_s));
}

void TestServerWindow::trustsACertificateByItsFingerprint()
{
    Program program(*m_home);
    QVERIFY(program.show());
    program.window.action(u"openremote"_s)->trigger();
    auto *dialog = program.window.findChild<ConnectDialog *>();
    QVERIFY(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeWindow() == dialog, Patience);
    auto *kind = labelled<QComboBox>(*dialog, u"Kind"_s);
    kind->setFocus();
    press(Qt::Key_Down);
    QTRY_VERIFY(labelled<QLineEdit>(*dialog, u"Fingerprint"_s)->isVisible());
    QCOMPARE(labelled<QSpinBox>(*dialog, u"Port"_s)->value(), 8443);
    fill(*dialog, u"Host"_s, u"127.0.0.1"_s);
    labelled<QSpinBox>(*dialog, u"Port"_s)->setValue(m_served->server->url.port());
    press(Qt::Key_Return);
    auto *trust = buttonOf(*dialog, u"Trust this certificate"_s);
    QTRY_VERIFY_WITH_TIMEOUT(trust->isVisible(), Patience);
    QVERIFY2(problemIn(*dialog).contains(u"sha256:"_s), qPrintable(problemIn(*dialog)));
    QVERIFY(!program.workspace.isOpen());
    QVERIFY(labelled<QLineEdit>(*dialog, u"Store"_s)->text().startsWith(u"https://127.0.0.1:"_s));
    QTRY_VERIFY_WITH_TIMEOUT(isWhole(*dialog), Patience); // it grows
    keepPictures(*dialog, u"server-certificate"_s);
    QVERIFY(pressButton(trust));
    QVERIFY(enter(program));
    QVERIFY(program.window.matrix().isVisible());
    QCOMPARE(program.workspace.actor(), u"bob"_s);
    QVERIFY(program.settings.lastStore().contains(u"pin=sha256:"_s));
    keepPictures(program.window, u"server-open"_s);

    QVERIFY(addRole(program, u"night"_s));
    QSignalSpy committed(&program.workspace, &Workspace::committed);
    program.workspace.apply(u"because"_s);
    QVERIFY(committed.count() || committed.wait(Patience));
    const auto other = m_served->signedIn();
    QVERIFY(other->load()->policy.roles().idOf(u"night"_s).isValid());
}

void TestServerWindow::showsWhatOthersApply()
{
    Program program(*m_home);
    QVERIFY(program.show());
    program.window.openStore(m_served->location());
    QVERIFY(enter(program));
    QVERIFY(addRole(program, u"mine"_s));
    // The same login elsewhere.
    const auto other = m_served->signedIn();
    const Result<Snapshot> head = other->load();
    QVERIFY(head);
    Change change;
    change.verb = Change::Verb::Add;
    change.kind = Change::Kind::Role;
    change.key = u"theirs"_s;
    change.to = Role{u"theirs"_s, {}, true};
    const Result<Snapshot> made = other->commit({head->version, QUuid::createUuid(), {}, {change}},
                                                {u"bob"_s, u"test"_s, Instant::now(), false});
    QVERIFY2(made, made ? "" : qPrintable(toText(made.error())));
    QTRY_VERIFY_WITH_TIMEOUT(program.workspace.draft().baseVersion() == made->version, Patience);
    QVERIFY(program.workspace.policy().roles().idOf(u"theirs"_s).isValid());
    QVERIFY(program.workspace.policy().roles().idOf(u"mine"_s).isValid());
    QVERIFY(program.workspace.draft().isDirty());
}

void TestServerWindow::leavesTheKeysToTheServer()
{
    Program program(*m_home);
    QVERIFY(program.show());
    program.window.openStore(m_served->location());
    QVERIFY(enter(program));
    program.window.action(u"administrators"_s)->trigger();
    auto &page = *program.window.findChild<AdministratorsPage *>();
    auto *codes = buttonOf(page, u"Set up codes…"_s);
    QTRY_VERIFY_WITH_TIMEOUT(codes->isEnabled(), Patience);
    QVERIFY(!buttonOf(page, u"Seal the trail…"_s)->isVisible());
    QVERIFY(!buttonOf(page, u"New keys…"_s)->isVisible());
    const QList<QLabel *> labels = page.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(u"are on its server"_s);
    }));
    keepPictures(program.window, u"server-keys"_s);
}

void TestServerWindow::showsWhoElseIsThere()
{
    Program program(*m_home);
    QVERIFY(program.show());
    program.window.openStore(m_served->location());
    QVERIFY(enter(program));
    const auto *label = program.window.findChild<QLabel *>(u"presence"_s);
    QVERIFY(label && !label->isVisible());
    auto other = std::make_unique<PolicyService>(); // as another window has it, with a session of its own
    const QString location = m_served->location().replace(u"https://"_s, u"https://bob@"_s);
    QVERIFY(useLogin(location, u"bob"_s, Served::password()));
    other->open(location, this, [](const Result<Snapshot> &opened) { QVERIFY(opened); });
    QTRY_VERIFY_WITH_TIMEOUT(label->isVisible(), Patience);
    QVERIFY2(label->text().startsWith(u"1 other"_s), qPrintable(label->text()));
    QVERIFY2(label->toolTip().startsWith(u"bob, since "_s), qPrintable(label->toolTip()));
    QTRY_COMPARE_WITH_TIMEOUT(other->others().size(), 1, Patience);
    other.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!label->isVisible(), Patience);
}

void TestServerWindow::keepsTheDraftWhenTheServerGoes()
{
    Program program(*m_home);
    QVERIFY(program.show());
    program.window.openStore(m_served->location());
    QVERIFY(enter(program));
    QVERIFY(addRole(program, u"kept"_s));
    m_served->server->die();
    QTRY_VERIFY_WITH_TIMEOUT(program.workspace.isAway(), Patience);
    QVERIFY(program.workspace.isReadOnly());
    QVERIFY(program.workspace.draft().isDirty());
    QVERIFY2(program.window.messages().text().contains(u"Your pending changes are kept"_s),
             qPrintable(program.window.messages().text()));
}

QTEST_MAIN(TestServerWindow)
#include "tst_serverwindow.moc"
