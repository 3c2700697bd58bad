// SPDX-License-Identifier: Apache-2.0
#include "tests/server/runningserver.h"
#include "tests/support/testauthority.h"
#include "tests/ui/codesteps.h"
#include "ui/admin/tokenspage.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QDateEdit>
#include <QJsonArray>
#include <QMimeData>
#include <QTreeView>

using namespace rolewright;
using namespace Qt::StringLiterals;

// The tokens of applications in the real window: on a store that a real rolewrightd serves, too, and through
// it. ROLEWRIGHT_PICTURES names a folder for pictures.
class TestTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOpenStoreHasNone();
    void letsAnApplicationAsk_data();
    void letsAnApplicationAsk();
    void replacesOne();
    void saysWhatStandsInTheWay();
    void isForWhoMay();
    void saysWhatTheServerRefuses();
    void followsTheSession();

private:
    static constexpr int Patience = 60'000; // ms, for what a real server has to do

    const GuardedNewsroom m_store;
};

namespace {

const QByteArray Question = R"({"subject": {"type": "user", "id": "alice"}, "action": {"name": "read"},
                               "resource": {"type": "article", "id": "7"}})";

// Over TLS.
struct Served
{
    TestAuthority authority;
    std::unique_ptr<RunningServer> server;

    explicit Served(const QString &path)
        : server(std::make_unique<RunningServer>(path, authority.issue(u"server"_s).options()))
    {
        server->trust(authority.certificate());
    }
    QString location() const
    {
        return u"https://127.0.0.1:%1?ca=%2"_s.arg(server->url.port()).arg(authority.certificate());
    }
};

TokensPage &pageOf(GuardedProgram &program)
{
    program.window.action(u"tokens"_s)->trigger();
    return *program.window.findChild<TokensPage *>();
}

QAbstractItemModel &tableOf(const QWidget &page)
{
    return *named<QTreeView>(page, u"Tokens of applications"_s)->model();
}

// User, name, what for and last use: the times are of now.
QString table(const QWidget &page)
{
    QString text;
    const QAbstractItemModel &model = tableOf(page);
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList line;
        for (const int column : {TokensModel::User, TokensModel::Name, TokensModel::Scope})
            line.append(model.index(row, column).data().toString());
        text += line.join(u" | "_s) + u'\n';
    }
    return text;
}

// The form is open. Typed, the user's name would be completed, in a window of its own.
void fill(const QWidget &page, const QString &user, const QString &name)
{
    auto *field = labelled<QLineEdit>(page, u"User"_s);
    QVERIFY(field->hasFocus());
    field->setText(user);
    press(Qt::Key_Tab);
    QVERIFY(labelled<QLineEdit>(page, u"Name"_s)->hasFocus());
    type(name);
}

// What was shown, once it is; taken to the clipboard.
QByteArray shownToken(const QWidget &page)
{
    auto *once = page.findChild<ShownOnce *>();
    if (!QTest::qWaitFor([&] { return once->isVisible(); }, 20'000))
        return {};
    QTest::mouseClick(buttonOf(*once, u"Copy"_s), Qt::LeftButton);
    const QMimeData *copied = QApplication::clipboard()->mimeData();
    if (copied->data(u"x-kde-passwordManagerHint"_s) != "secret")
        return {};
    return copied->text().toLatin1();
}

void finish(const QWidget &page)
{
    QTest::mouseClick(buttonOf(page, u"I have it: done"_s), Qt::LeftButton);
}

} // namespace

void TestTokens::anOpenStoreHasNone()
{
    QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.filePath(u"data"_s).toUtf8());
    GuardedProgram program(home);
    QVERIFY(program.show());
    QSignalSpy opened(&program.workspace, &Workspace::storeChanged);
    program.window.openSample();
    QVERIFY(opened.wait());
    TokensPage &page = pageOf(program);
    QVERIFY(CodeSteps::textOn(page).contains(u"guarded stores only"_s));
    QVERIFY(!buttonOf(page, u"New token…"_s)->isVisible());
    QVERIFY(program.picture(u"tokens-open"_s));
    QTest::mouseClick(buttonOf(page, u"Administrators…"_s), Qt::LeftButton);
    QCOMPARE(program.page(), u"Administrators"_s);
}

void TestTokens::letsAnApplicationAsk_data()
{
    QTest::addColumn<bool>("isThrough");
    QTest::newRow("beside the server") << false;
    QTest::newRow("through the server") << true;
}

// From the window to the answer of the server, and back.
void TestTokens::letsAnApplicationAsk()
{
    QFETCH(bool, isThrough);
    QTemporaryDir home;
    const Served served(m_store.copyTo(home));
    RunningServer &server = *served.server;
    const QString path = server.store;
    const auto asked = [&](const QByteArray &token) {
        return server.sendAs(token, "POST", u"/access/v1/evaluation"_s, Question).status;
    };
    GuardedProgram program(home);
    QVERIFY(program.showAs(u"ann"_s, isThrough ? served.location() : path));
    TokensPage &page = pageOf(program);
    QAbstractItemModelTester tester(&tableOf(page), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QTRY_VERIFY_WITH_TIMEOUT(CodeSteps::textOn(page).contains(u"No application has a token"_s), 20'000);
    QVERIFY(!buttonOf(page, u"End it…"_s)->isEnabled());
    QVERIFY(pressButton(buttonOf(page, u"New token…"_s)));
    fill(page, u"ann"_s, u"billing"_s);
    QVERIFY(program.picture(u"tokens-new"_s));
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(program.confirmation(), 20'000);
    QVERIFY(CodeSteps::textOn(*program.confirmation()).contains(u"It lets an application in. Confirm it"_s));
    QVERIFY(program.isRefusedWith(u"wrong-password"_s));
    QVERIFY(program.picture(u"tokens-confirmation"_s));
    QVERIFY(program.confirmWith(passwordOf(u"ann"_s)));
    const QByteArray token = shownToken(page);
    QVERIFY(token.startsWith("rolewright_"));
    QVERIFY(program.picture(u"tokens-once"_s));
    // It cannot be closed by mistake, and is gone when it is done.
    press(Qt::Key_Escape);
    QVERIFY(page.findChild<ShownOnce *>()->isVisible());
    finish(page);
    QVERIFY(page.findChild<QPlainTextEdit *>()->toPlainText().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(table(page), u"ann | billing | decisions\n"_s, 20'000);
    QCOMPARE(tableOf(page).index(0, TokensModel::LastUse).data().toString(), u"never"_s);
    QTRY_COMPARE_WITH_TIMEOUT(asked(token), 200, Patience);
    // Not by Cancel; not by Escape.
    QVERIFY(pressButton(buttonOf(page, u"End it…"_s)));
    QVERIFY(buttonOf(page, u"End it now"_s)->hasFocus());
    QVERIFY(program.picture(u"tokens-end"_s));
    press(Qt::Key_Escape);
    QVERIFY(!buttonOf(page, u"End it now"_s)->isVisible());
    QVERIFY(page.isVisible());
    QCOMPARE(asked(token), 200);
    QVERIFY(pressButton(buttonOf(page, u"End it…"_s)));
    press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(table(page), QString(), 20'000);
    QVERIFY(program.messages.contains(u"The token “billing” counts no more."_s));
    QTRY_COMPARE_WITH_TIMEOUT(asked(token), 401, Patience);
    // Both stand in the trail, by whom, and without what the token is.
    const auto store = openStore(path);
    QVERIFY(store);
    const QList<AuditEvent> events = (*store)->events({}).value();
    const auto of = [&](const QString &action) {
        const auto at = std::find_if(events.begin(), events.end(),
                                     [&](const AuditEvent &each) { return each.action == action; });
        return at == events.end() ? AuditEvent() : *at;
    };
    QCOMPARE(of(u"token.add"_s).actor, u"ann"_s);
    QVERIFY2(of(u"token.add"_s).summary.contains(u"\"billing\", for evaluation"_s),
             qPrintable(of(u"token.add"_s).summary));
    QCOMPARE(of(u"token.remove"_s).actor, u"ann"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly) && !file.readAll().contains(token));
}

// Both count for an hour.
void TestTokens::replacesOne()
{
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(program.showAs(u"ann"_s, m_store.copyTo(home)));
    TokensPage &page = pageOf(program);
    auto *fresh = buttonOf(page, u"New token…"_s);
    QTRY_VERIFY_WITH_TIMEOUT(fresh->isVisible() && fresh->isEnabled(), 20'000);
    QTest::mouseClick(fresh, Qt::LeftButton);
    fill(page, u"sue"_s, u"reports"_s);
    QTest::mouseClick(buttonOf<QCheckBox>(page, u"searches"_s), Qt::LeftButton);
    QTest::mouseClick(buttonOf(page, u"Make the token"_s), Qt::LeftButton);
    // Given up, it is as it was, and can be gone on with.
    QTRY_VERIFY_WITH_TIMEOUT(program.confirmation(), 20'000);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!program.confirmation() && buttonOf(page, u"Make the token"_s)->isEnabled());
    QTest::mouseClick(buttonOf(page, u"Make the token"_s), Qt::LeftButton);
    QVERIFY(program.confirmWith(passwordOf(u"ann"_s)));
    const QByteArray first = shownToken(page);
    QVERIFY(!first.isEmpty());
    finish(page);
    QTRY_COMPARE_WITH_TIMEOUT(table(page), u"sue | reports | decisions, searches\n"_s, 20'000);
    auto *replace = buttonOf(page, u"Replace it…"_s);
    QTRY_VERIFY(replace->isEnabled());
    QTest::mouseClick(replace, Qt::LeftButton);
    auto *user = labelled<QLineEdit>(page, u"User"_s);
    QVERIFY(user->isReadOnly() && user->text() == u"sue"_s);
    QVERIFY(buttonOf<QCheckBox>(page, u"searches"_s)->isChecked());
    QVERIFY(program.picture(u"tokens-replace"_s));
    press(Qt::Key_Return); // in the name
    QVERIFY(program.confirmWith(passwordOf(u"ann"_s)));
    const QByteArray second = shownToken(page);
    QVERIFY(!second.isEmpty() && second != first);
    finish(page);
    QTRY_COMPARE_WITH_TIMEOUT(
        table(page), u"sue | reports | decisions, searches\nsue | reports | decisions, searches\n"_s, 20'000);
    QVERIFY(program.picture(u"tokens"_s));
    const QList<ApplicationToken> tokens =
        openStore(program.service.traits().location).value()->guard()->tokens().value();
    QVERIFY(tokens.first().expires.msecs <= Instant::now().msecs + TokenOverlap);
    QVERIFY(tokens.last().expires.msecs > Instant::now().msecs + 300ll * 86'400'000);
}

void TestTokens::saysWhatStandsInTheWay()
{
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(program.showAs(u"ann"_s, m_store.copyTo(home)));
    TokensPage &page = pageOf(program);
    auto *fresh = buttonOf(page, u"New token…"_s);
    QTRY_VERIFY_WITH_TIMEOUT(fresh->isVisible() && fresh->isEnabled(), 20'000);
    QTest::mouseClick(fresh, Qt::LeftButton);
    auto *make = buttonOf(page, u"Make the token"_s);
    QVERIFY(!make->isEnabled()); // nobody is named
    fill(page, u"nobody"_s, u"billing"_s);
    QVERIFY(!make->isEnabled());
    QVERIFY(CodeSteps::textOn(page).contains(u"The store has no user nobody."_s));
    labelled<QLineEdit>(page, u"User"_s)->setText(u"alice"_s);
    QVERIFY(make->isEnabled()); // but it would not be of use
    QVERIFY(CodeSteps::textOn(page).contains(u"alice may not ask for decisions yet"_s));
    labelled<QLineEdit>(page, u"User"_s)->setText(u"ann"_s);
    QVERIFY(!CodeSteps::textOn(page).contains(u"may not ask"_s));
    buttonOf<QCheckBox>(page, u"decisions"_s)->setChecked(false);
    QVERIFY(!make->isEnabled());
    QVERIFY(CodeSteps::textOn(page).contains(u"Say what it is for."_s));
    // None that would be over already.
    auto *until = page.findChild<QDateEdit *>();
    until->setDate(QDate(2020, 1, 1));
    QVERIFY(until->date() > QDateTime::currentDateTimeUtc().date());
    labelled<QLineEdit>(page, u"Name"_s)->setFocus();
    press(Qt::Key_Escape);
    QVERIFY(!make->isVisible());
    QVERIFY(named<QTreeView>(page, u"Tokens of applications"_s)->hasFocus());
}

void TestTokens::isForWhoMay()
{
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(program.showAs(u"ben"_s, m_store.copyTo(home)));
    TokensPage &page = pageOf(program);
    auto *fresh = buttonOf(page, u"New token…"_s);
    QTRY_VERIFY_WITH_TIMEOUT(fresh->isVisible(), 20'000);
    QTRY_VERIFY(fresh->toolTip().contains(u"rolewright/administration:update"_s));
    QVERIFY(!fresh->isEnabled());
}

void TestTokens::saysWhatTheServerRefuses()
{
    QTemporaryDir home;
    const Served served(m_store.copyTo(home));
    GuardedProgram program(home);
    QVERIFY(program.showAs(u"ben"_s, served.location()));
    TokensPage &page = pageOf(program);
    QTRY_VERIFY_WITH_TIMEOUT(CodeSteps::textOn(page).contains(u"token.add"_s),
                             Patience); // ben may not even see them
    QVERIFY(!buttonOf(page, u"New token…"_s)->isVisible());
    QVERIFY(program.picture(u"tokens-refused"_s));
    program.workspace.session().signOut();
    QVERIFY(program.enterAs(u"ann"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!program.workspace.isShut(), Patience);
    pageOf(program);
    auto *fresh = buttonOf(page, u"New token…"_s);
    QTRY_VERIFY_WITH_TIMEOUT(fresh->isVisible() && fresh->isEnabled(), Patience);
    QTest::mouseClick(fresh, Qt::LeftButton);
    fill(page, u"ann"_s, u"billing"_s);
    press(Qt::Key_Return);
    QVERIFY(program.confirmWith(passwordOf(u"ann"_s)));
    QVERIFY(!shownToken(page).isEmpty());
    finish(page);
    QTRY_COMPARE_WITH_TIMEOUT(table(page), u"ann | billing | decisions\n"_s, Patience);
    // Somebody else ends it meanwhile, which makes no version that would tell.
    {
        const auto store = openStore(served.server->store).value();
        StoreGuard &guard = *store->guard();
        const Occasion occasion{u"test"_s, Instant::now(), {}};
        QVERIFY(guard.signIn(u"sue"_s, *secretOf(passwordOf(u"sue"_s)), occasion));
        const Status ended = guard.removeToken(guard.tokens()->first().id, occasion);
        QVERIFY2(ended, ended ? "" : qPrintable(toText(ended.error())));
    }
    program.messages.clear();
    QTest::mouseClick(buttonOf(page, u"End it…"_s), Qt::LeftButton);
    QTest::mouseClick(buttonOf(page, u"End it now"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(table(page), QString(), Patience);
    QVERIFY2(program.messages.join(u'\n').contains(u"There is no token "_s),
             qPrintable(program.messages.join(u'\n')));
    // The server is gone while the form is open: nothing is made, and what was entered stays.
    QTest::mouseClick(fresh, Qt::LeftButton);
    fill(page, u"sue"_s, u"reports"_s);
    program.messages.clear();
    served.server->die();
    press(Qt::Key_Return);
    const auto said = [&] { return program.messages.join(u'\n'); };
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"Nothing answers there. Start the server"_s), Patience);
    QCOMPARE(labelled<QLineEdit>(page, u"Name"_s)->text(), u"reports"_s);
    QTRY_VERIFY_WITH_TIMEOUT(buttonOf(page, u"Make the token"_s)->isVisible(), Patience);
    QVERIFY(program.picture(u"tokens-away"_s));
}

// Who signs out takes what is shown along; the next one does not see it.
void TestTokens::followsTheSession()
{
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(program.showAs(u"ann"_s, m_store.copyTo(home)));
    TokensPage &page = pageOf(program);
    auto *fresh = buttonOf(page, u"New token…"_s);
    QTRY_VERIFY_WITH_TIMEOUT(fresh->isVisible() && fresh->isEnabled(), 20'000);
    QTest::mouseClick(fresh, Qt::LeftButton);
    fill(page, u"ann"_s, u"billing"_s);
    press(Qt::Key_Return);
    QVERIFY(program.confirmWith(passwordOf(u"ann"_s)));
    QVERIFY(!shownToken(page).isEmpty());
    program.workspace.session().signOut();
    QVERIFY(page.findChild<QPlainTextEdit *>()->toPlainText().isEmpty());
    QVERIFY(program.enterAs(u"ben"_s));
    pageOf(program);
    QTRY_COMPARE_WITH_TIMEOUT(table(page), u"ann | billing | decisions\n"_s, 20'000);
    QVERIFY(!page.findChild<ShownOnce *>()->isVisible());
}

QTEST_MAIN(TestTokens)
#include "tst_tokens.moc"
