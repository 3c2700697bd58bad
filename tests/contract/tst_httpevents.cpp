// SPDX-License-Identifier: Apache-2.0
#include "core/store/policyservice.h"
#include "tests/contract/contractstore.h"
#include "tests/support/cuttingproxy.h"

#include <QDir>
#include <QElapsedTimer>
#include <QScopeGuard>
#include <QTcpSocket>

#include <mutex>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

std::mutex s_logMutex;
QStringList s_log; // of the category rolewright.store

void keep(QtMsgType, const QMessageLogContext &context, const QString &text)
{
    const std::lock_guard lock(s_logMutex);
    if (qstrcmp(context.category, "rolewright.store") == 0)
        s_log.append(text);
}

qsizetype threads()
{
    return QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size();
}

} // namespace

// How a window follows the versions of a real rolewrightd: by its events, and not by asking.
class TestHttpEvents : public QObject
{
    Q_OBJECT

private:
    static constexpr int Patience = 60'000; // ms, for what should come

    // As the window has it; "ann" is signed in.
    struct Follower
    {
        PolicyService service;
        QObject context;
        qint64 newest = 0;
        int shut = 0;

        explicit Follower(const QString &location, const QString &user = u"ann"_s)
        {
            connect(&service, &PolicyService::versionAppeared, &context,
                    [this](const Snapshot &snapshot) { newest = snapshot.version; });
            connect(&service, &PolicyService::shutOut, &context, [this] { ++shut; });
            const Status held = useLogin(location, user, secret(user.toUtf8() + "'s password"));
            std::optional<Result<Snapshot>> opened;
            service.open(location, &context, [&](const Result<Snapshot> &result) { opened = result; });
            if (!held || !QTest::qWaitFor([&] { return opened.has_value(); }, Patience) || !*opened)
                qFatal("%s", opened ? qPrintable(toText(opened->error())) : "not opened");
            newest = (*opened)->version;
        }
        Status signIn()
        {
            std::optional<Status> done;
            service.guarded<void>(
                [](StoreGuard &guard) {
                    return guard.signIn(u"ann"_s, secret("ann's password"), {u"test"_s, Instant::now(), {}});
                },
                &context, [&](const Status &result) { done = result; });
            return QTest::qWaitFor([&] { return done.has_value(); }, Patience)
                ? *done
                : Status(failure(ErrorCode::Unavailable, u"no answer"_s));
        }
        bool sees(qint64 version)
        {
            return QTest::qWaitFor([&] { return newest >= version; }, Patience);
        }
    };

    // Of the metrics; summed up.
    static qint64 counted(RunningServer &server, const QByteArray &beginning)
    {
        qint64 sum = 0;
        for (const QByteArray &line : server.send("GET", u"/metrics"_s).body.split('\n')) {
            if (line.startsWith(beginning))
                sum += line.mid(line.lastIndexOf(' ') + 1).toLongLong();
        }
        return sum;
    }
    static qint64 asked(RunningServer &server)
    {
        return counted(server, "rolewright_requests_total{route=\"GET /api/v1/policy\"");
    }
    static bool isListenedTo(RunningServer &server, qint64 count = 1)
    {
        return QTest::qWaitFor([&] { return counted(server, "rolewright_event_listeners ") == count; },
                               Patience);
    }
    static qint64 addRole(PolicyStore &store)
    {
        static int number = 0;
        const Snapshot head = store.load().value();
        const Result<Snapshot> made =
            store.commit(changeSet(head.version,
                                   "{\"add\": \"role\", \"value\": {\"name\": \"role"
                                       + QByteArray::number(++number) + "\"}}",
                                   head.policy),
                         by(u"ann"_s));
        if (!made)
            qFatal("%s", qPrintable(toText(made.error())));
        return made->version;
    }
    static std::unique_ptr<PolicyStore> signedIn(const QString &location)
    {
        const Status held = useLogin(location, u"ann"_s, secret("ann's password"));
        auto opened = openStore(location);
        if (!held || !opened)
            qFatal("%s", qPrintable(toText(opened.error())));
        return std::move(*opened);
    }
    // The same server is another location to the session of this process.
    static QString elsewhere(const RunningServer &server)
    {
        return u"http://localhost:%1"_s.arg(server.url.port());
    }

private Q_SLOTS:
    // Over TLS, as it is used.
    void changesAppearWithoutBeingAskedFor()
    {
        const QTemporaryDir folder;
        ServedStore served(folder.filePath(u"acme.rolewright"_s), ServedStore::withBob(newsroom()));
        served.server().trust(ServedStore::authority().certificate());
        Follower follower(served.location(), u"bob"_s);
        QVERIFY(isListenedTo(served.server()));
        const qint64 before = asked(served.server());
        QTest::qWait(2'000); // polling would ask at least once
        QCOMPARE(asked(served.server()), before);

        const auto other = openStore(served.location());
        qint64 fastest = Patience; // ms: a busy machine may hold up a round, but not each
        for (int round = 0; round < 3; ++round) {
            const qint64 version = addRole(**other);
            QElapsedTimer timer;
            timer.start();
            QVERIFY(follower.sees(version));
            fastest = std::min(fastest, timer.elapsed());
        }
        qInfo("seen %lld ms after it was acknowledged", fastest);
        QVERIFY2(fastest < 1'000, QByteArray::number(fastest).constData());
    }

    void aCutStreamIsOpenedAgain()
    {
        RunningServer server;
        CuttingProxy proxy(server.url.port(), "nothing");
        Follower follower(u"http://127.0.0.1:%1"_s.arg(proxy.port()));
        const auto other = signedIn(elsewhere(server));
        qint64 fastest = Patience;
        for (int round = 0; round < 12; ++round) {
            QVERIFY(isListenedTo(server));
            // In the middle of an event, now and then.
            qint64 version = round % 3 == 0 ? addRole(*other) : 0;
            const qint64 opened = counted(server, "rolewright_requests_total{route=\"GET /api/v1/events\"");
            proxy.cutAll();
            QElapsedTimer timer;
            timer.start();
            QVERIFY(QTest::qWaitFor(
                [&] {
                    return counted(server, "rolewright_requests_total{route=\"GET /api/v1/events\"") > opened;
                },
                Patience));
            fastest = std::min(fastest, timer.elapsed());
            if (round % 3 == 1)
                version = addRole(*other);
            QVERIFY(follower.sees(version));
        }
        qInfo("open again %lld ms after the cut", fastest);
        QVERIFY2(fastest < 2'000, QByteArray::number(fastest).constData());
    }

    // It knows nobody any more: whoever follows has to sign in again, and then goes on.
    void aServerThatIsStartedAgain()
    {
        auto server = std::make_unique<RunningServer>();
        CuttingProxy proxy(server->url.port(), "nothing");
        Follower follower(u"http://127.0.0.1:%1"_s.arg(proxy.port()));
        QVERIFY(isListenedTo(*server));
        RunningServer next(*server, {});
        server->die();
        proxy.passTo(next.url.port());
        QVERIFY(QTest::qWaitFor([&] { return follower.shut == 1; }, Patience));
        const Status in = follower.signIn();
        QVERIFY2(in, in ? "" : qPrintable(toText(in.error())));
        QVERIFY(isListenedTo(next));
        const auto other = signedIn(elsewhere(next));
        QVERIFY(follower.sees(addRole(*other)));
    }

    // By whoever may: here by a new password.
    void aSessionThatIsEnded()
    {
        RunningServer server;
        Follower follower(u"http://127.0.0.1:%1"_s.arg(server.url.port()));
        QVERIFY(isListenedTo(server));
        const auto other = signedIn(elsewhere(server));
        StoreGuard &guard = *other->guard();
        const Occasion occasion{u"test"_s, Instant::now(), {}};
        QVERIFY(guard.confirm(operationDigest(u"credential.change"_s, u"ann"_s), secret("ann's password"),
                              occasion));
        const Status set = guard.setPassword(u"ann"_s, secret("another password"), occasion);
        QVERIFY2(set, set ? "" : qPrintable(toText(set.error())));
        QVERIFY(QTest::qWaitFor([&] { return follower.shut == 1; }, Patience));
        QVERIFY(isListenedTo(server, 0));
    }

    void tellsWhoElseIsThere()
    {
        RunningServer server;
        Follower ann(elsewhere(server));
        const auto names = [](const QList<Presence> &others) {
            QStringList users;
            for (const Presence &other : others)
                users << other.user;
            return users;
        };
        const auto sees = [&](const Follower &follower, const QStringList &expected) {
            return QTest::qWaitFor([&] { return names(follower.service.others()) == expected; }, Patience);
        };
        QVERIFY(isListenedTo(server));
        QVERIFY(ann.service.others().isEmpty());
        CuttingProxy proxy(server.url.port(), "nothing");
        auto again = std::make_unique<Follower>(u"http://127.0.0.1:%1"_s.arg(proxy.port()));
        QVERIFY(sees(ann, {u"ann"_s}));
        QVERIFY(sees(*again, {u"ann"_s}));
        QVERIFY(std::abs(ann.service.others().first().since->msecs - Instant::now().msecs) < Patience);
        // Who does not listen is asked for it, and is not there.
        const auto store = signedIn(u"http://ann@localhost:%1"_s.arg(server.url.port()));
        QCOMPARE(names(store->others().value()), (QStringList{u"ann"_s, u"ann"_s}));
        // A cut is no leaving.
        QList<qsizetype> told;
        connect(&ann.service, &PolicyService::othersChanged, &ann.context,
                [&] { told.append(ann.service.others().size()); });
        for (int round = 0; round < 3; ++round) {
            const qint64 opened = counted(server, "rolewright_requests_total{route=\"GET /api/v1/events\"");
            proxy.cutAll();
            QVERIFY(QTest::qWaitFor(
                [&] {
                    return counted(server, "rolewright_requests_total{route=\"GET /api/v1/events\"") > opened;
                },
                Patience));
            QVERIFY(isListenedTo(server, 2));
        }
        again.reset();
        QVERIFY(sees(ann, {}));
        QCOMPARE(told.last(), 0);
        QVERIFY(
            server.sendAs(server.signIn(u"carl"_s, u"their password"_s), "GET", u"/api/v1/presence"_s).status
            == 403);
    }

    void closesWhileItListens()
    {
        RunningServer server;
        const QString location = u"http://127.0.0.1:%1"_s.arg(server.url.port());
        {
            const Follower first(location); // what Qt starts once stays
            QVERIFY(isListenedTo(server));
        }
        QVERIFY(isListenedTo(server, 0));
        const qsizetype before = threads();
        qint64 fastest = Patience;
        for (int round = 0; round < 5; ++round) {
            auto follower = std::make_unique<Follower>(location);
            QVERIFY(isListenedTo(server));
            QElapsedTimer timer;
            timer.start();
            follower.reset();
            fastest = std::min(fastest, timer.elapsed());
            QVERIFY(isListenedTo(server, 0)); // the server notices at once, too
        }
        QVERIFY2(fastest < 1'000, QByteArray::number(fastest).constData());
        QTRY_VERIFY_WITH_TIMEOUT(threads() <= before, Patience);
    }

    // Then it is asked, seldom, and the log has why.
    void asksWhereThereIsNoStream()
    {
        RunningServer server;
        const QByteArray token = server.signIn(u"ann"_s, u"ann's password"_s);
        std::vector<std::unique_ptr<QTcpSocket>> others;
        constexpr int MaximumOfOne = 32; // of one user
        for (int i = 0; i < MaximumOfOne; ++i) {
            auto &socket = *others.emplace_back(std::make_unique<QTcpSocket>());
            socket.connectToHost(server.url.host(), quint16(server.url.port()));
            QVERIFY(socket.waitForConnected(Patience));
            socket.write("GET /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                         + "\r\n\r\n");
            QVERIFY(socket.waitForBytesWritten(Patience) || socket.bytesToWrite() == 0);
        }
        QVERIFY(isListenedTo(server, MaximumOfOne));
        const auto before = qInstallMessageHandler(keep);
        const auto restore = qScopeGuard([&] { qInstallMessageHandler(before); });
        Follower follower(u"http://127.0.0.1:%1"_s.arg(server.url.port()));
        const auto logged = [] {
            const std::lock_guard lock(s_logMutex);
            return s_log;
        };
        QVERIFY(QTest::qWaitFor([&] { return !logged().isEmpty(); }, Patience));
        QVERIFY2(logged().first().contains(u"Too many clients listen"), qPrintable(logged().first()));
        const qint64 begun = asked(server);
        QElapsedTimer timer;
        timer.start();
        QTest::qWait(5'000);
        const qint64 questions = asked(server) - begun;
        QVERIFY2(questions <= timer.elapsed() / 1000 + 1, QByteArray::number(questions).constData());
        QVERIFY(questions > 0);
        const auto other = signedIn(elsewhere(server));
        QVERIFY(follower.sees(addRole(*other)));
        QCOMPARE(logged().size(), 1);
        // As soon as there is room for it, it is taken.
        others.resize(20);
        QVERIFY(isListenedTo(server, 21));
    }
};

QTEST_GUILESS_MAIN(TestHttpEvents)
#include "tst_httpevents.moc"
