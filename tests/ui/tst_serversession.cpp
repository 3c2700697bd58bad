// SPDX-License-Identifier: Apache-2.0
// Signing in to a real rolewrightd over TLS in the real window: with one-time codes, and sessions that the
// server ends.
#include "tests/server/runningserver.h"
#include "tests/support/testauthority.h"
#include "tests/ui/codesteps.h"
#include "ui/shell/messagebar.h"

using namespace rolewright;
using namespace Qt::StringLiterals;

class TestServerSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksForCodes();
    void asksAgainWhenTheSessionIsOver();

private:
    static constexpr int Patience = 60'000; // ms, for what a real server has to do
    const QString m_password = u"ann's password"_s;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<TestAuthority> m_authority;
    std::unique_ptr<RunningServer> m_server;

    QString location() const
    {
        return u"https://127.0.0.1:%1?ca=%2"_s.arg(m_server->url.port()).arg(m_authority->certificate());
    }
    bool open(GuardedProgram &program)
    {
        if (!program.show() || !program.open(location()))
            return false;
        program.enter(u"ann"_s, m_password);
        return QTest::qWaitFor([&] { return !program.workspace.isReadOnly(); }, Patience);
    }
};

void TestServerSession::init()
{
    m_server.reset();
    m_home = std::make_unique<QTemporaryDir>();
    m_authority = std::make_unique<TestAuthority>();
    m_server = std::make_unique<RunningServer>(m_authority->issue(u"server"_s).options(),
                                               RunningServer::Store::SealedFile);
    m_server->trust(m_authority->certificate());
}

void TestServerSession::asksForCodes()
{
    GuardedProgram program(*m_home);
    QVERIFY(open(program));
    CodeSteps codes(program, u"ann"_s, m_password);
    codes.setUp();
    if (QTest::currentTestFailed())
        return;
    const QString now = codes.code(0);
    QVERIFY(codes.signInWith(now));
    QVERIFY(!codes.signInWith(now)); // it counts once
    QVERIFY(codes.signInWith(codes.recovery().first()));
    QVERIFY(!codes.signInWith(codes.recovery().first()));
    QVERIFY(codes.signInWith(codes.recovery().last()));
    QTRY_VERIFY_WITH_TIMEOUT(!program.workspace.isReadOnly(), Patience);
    codes.takeAway();
}

void TestServerSession::asksAgainWhenTheSessionIsOver()
{
    GuardedProgram program(*m_home);
    QVERIFY(open(program));
    const Change change{Change::Verb::Add,         Change::Kind::Role, u"night"_s, {}, {}, {},
                        Role{u"night"_s, {}, true}};
    QVERIFY(program.workspace.edit(u"add"_s, QList<Change>{change}));

    // She sets another password elsewhere, which ends all sessions.
    {
        QVERIFY(useLogin(location(), u"ann"_s, *secretOf(m_password)));
        const auto elsewhere = openStore(location());
        QVERIFY2(elsewhere, elsewhere ? "" : qPrintable(toText(elsewhere.error())));
        StoreGuard &guard = *(*elsewhere)->guard();
        const Occasion occasion{u"test"_s, Instant::now(), {}};
        const QByteArray digest = operationDigest(u"credential.change"_s, u"ann"_s);
        QVERIFY(guard.confirm(digest, *secretOf(m_password), occasion));
        const Status set = guard.setPassword(u"ann"_s, *secretOf(u"another password"_s), occasion);
        QVERIFY2(set, set ? "" : qPrintable(toText(set.error())));
    }
    QTRY_VERIFY_WITH_TIMEOUT(!program.workspace.session().isSignedIn(), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(program.signIn().isVisible(), Patience);
    QVERIFY2(CodeSteps::textOn(program.signIn()).contains(u"session"_s),
             qPrintable(CodeSteps::textOn(program.signIn())));
    QVERIFY(program.picture(u"session-over"_s));

    program.enter(u"ann"_s, u"another password"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!program.workspace.isReadOnly(), Patience);
    QVERIFY(program.workspace.draft().isDirty()); // nothing was lost
    QVERIFY(program.workspace.policy().roles().idOf(u"night"_s).isValid());
}

QTEST_MAIN(TestServerSession)
#include "tst_serversession.moc"
