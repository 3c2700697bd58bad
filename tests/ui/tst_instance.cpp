// SPDX-License-Identifier: Apache-2.0
// One running program a user: real processes of the real program, and the parts by themselves.
#include "tests/ui/openworkspace.h"
#include "ui/shell/instance.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QRegularExpression>
#include <QThread>

using namespace rolewright;
using namespace Qt::StringLiterals;

class tst_Instance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void handsOver();
    void clearsWhatACrashLeft();
    void saysWhenTheOtherIsSilent();
    void programRunsOnce();

private:
    std::unique_ptr<QTemporaryDir> m_home;
};

void tst_Instance::init()
{
    m_home = std::make_unique<QTemporaryDir>();
}

void tst_Instance::handsOver()
{
    Instance first(m_home->path());
    const Result<bool> isFirst = first.start({});
    QVERIFY(isFirst && *isFirst);
    QCOMPARE(QFile::permissions(m_home->filePath(u"socket"_s))
                 & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    QSignalSpy received(&first, &Instance::argumentsReceived);
    // A later start waits for its answer, so it needs a thread beside this one's event loop.
    std::optional<Result<bool>> second;
    std::unique_ptr<QThread> thread(QThread::create([&] {
        Instance later(m_home->path());
        second = later.start({u"/a b/acme.rolewright"_s});
    }));
    thread->start();
    QVERIFY(received.wait());
    QVERIFY(thread->wait());
    QCOMPARE(received.first().first().toStringList(), QStringList{u"/a b/acme.rolewright"_s});
    QVERIFY(second && *second && !**second);
    // Garbage and silence on the socket do no harm.
    QLocalSocket stranger;
    stranger.connectToServer(m_home->filePath(u"socket"_s));
    QVERIFY(stranger.waitForConnected());
    stranger.write(QByteArray(2 << 20, 'x'));
    QTRY_COMPARE(stranger.state(), QLocalSocket::UnconnectedState);
    QCOMPARE(received.count(), 1);
}

void tst_Instance::clearsWhatACrashLeft()
{
    {
        // A socket that nobody listens on any more.
        QLocalServer gone;
        QVERIFY(gone.listen(m_home->filePath(u"socket"_s)));
        QVERIFY(QFile::rename(m_home->filePath(u"socket"_s), m_home->filePath(u"aside"_s)));
    }
    QVERIFY(QFile::rename(m_home->filePath(u"aside"_s), m_home->filePath(u"socket"_s)));
    QFile lock(m_home->filePath(u"lock"_s));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write("4194305\nrolewright\n" + QSysInfo::machineHostName().toUtf8() + '\n'); // no such process
    lock.close();
    Instance instance(m_home->path());
    const Result<bool> isFirst = instance.start({});
    QVERIFY(isFirst && *isFirst);
}

void tst_Instance::saysWhenTheOtherIsSilent()
{
    QLockFile held(m_home->filePath(u"lock"_s));
    held.setStaleLockTime(0);
    QVERIFY(held.tryLock());
    Instance later(m_home->path());
    const Result<bool> second = later.start({});
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::Conflict);
    QVERIFY2(second.error().message.contains(QString::number(QCoreApplication::applicationPid())),
             qPrintable(second.error().message));
}

void tst_Instance::programRunsOnce()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    for (const auto &[name, folder] :
         {std::pair("XDG_RUNTIME_DIR", "run"), std::pair("XDG_STATE_HOME", "state"),
          std::pair("XDG_CONFIG_HOME", "config"), std::pair("XDG_DATA_HOME", "data")}) {
        const QString path = m_home->filePath(QLatin1StringView(folder));
        QVERIFY(QDir().mkpath(path));
        environment.insert(QLatin1StringView(name), path);
    }
    const QString program = QStringLiteral(ROLEWRIGHT_BIN_DIR "/rolewright");
    QVERIFY(QFile::exists(program));
    QProcess first;
    first.setProcessEnvironment(environment);
    first.start(program, {u"--sample"_s});
    QVERIFY(first.waitForStarted());
    const QString socket = m_home->filePath(u"run/rolewright/socket"_s);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(socket), 20'000);
    // It takes passwords and keys: none of them gets into a core dump. (Nor may others of the same user look
    // into it, which no test as root can see.)
    QFile limits(u"/proc/%1/limits"_s.arg(first.processId()));
    QVERIFY(limits.open(QIODevice::ReadOnly));
    const QByteArray limited = limits.readAll();
    QVERIFY2(QString::fromLatin1(limited).contains(QRegularExpression(u"Max core file size +0 +0 "_s)),
             limited.constData());
    const auto startAgain = [&](const QStringList &arguments) {
        QProcess second;
        second.setProcessEnvironment(environment);
        second.start(program, arguments);
        return second.waitForFinished(20'000) && second.exitStatus() == QProcess::NormalExit
            ? second.exitCode()
            : -1;
    };
    QCOMPARE(startAgain({}), 0);
    QCOMPARE(first.state(), QProcess::Running);
    // Killed, it leaves lock and socket; the next start is a first one again.
    first.kill();
    QVERIFY(first.waitForFinished());
    QVERIFY(QFile::exists(socket));
    QProcess next;
    next.setProcessEnvironment(environment);
    next.start(program, {});
    QVERIFY(next.waitForStarted());
    QTest::qWait(1'000);
    QCOMPARE(next.state(), QProcess::Running);
    QTRY_COMPARE_WITH_TIMEOUT(startAgain({}), 0, 20'000);
    next.terminate();
    QVERIFY(next.waitForFinished());

    QProcess help; // on a terminal without a display
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.remove(u"DISPLAY"_s);
    help.setProcessEnvironment(environment);
    help.start(program, {u"--help"_s});
    QVERIFY(help.waitForFinished());
    QVERIFY(help.readAllStandardOutput().contains("once a user"));
}

QTEST_MAIN(tst_Instance)
#include "tst_instance.moc"
