// SPDX-License-Identifier: Apache-2.0
#include "tests/server/pythonservice.h"
#include "tests/support/signedtoken.h"

#include <QTemporaryDir>

using namespace rolewright;
using namespace Qt::StringLiterals;

// examples/fastapi-export, run as its README.md says.
class TestFastapiExport : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PythonService> m_service;

    // What the command said, where it failed.
    static QByteArray run(const QString &program, const QStringList &arguments,
                          const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment())
    {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        if (!process.waitForFinished(60'000))
            return "no end";
        return process.exitCode() == 0
            ? QByteArray()
            : process.readAll() + "\nexit " + QByteArray::number(process.exitCode());
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString ctl = QStringLiteral(ROLEWRIGHT_BIN_DIR "/rolewrightctl");
        const QString store = m_folder.filePath(u"newsroom.rolewright"_s);
        const QString exported = m_folder.filePath(u"policy"_s);
        QCOMPARE(run(ctl, {u"--store"_s, store, u"init"_s, u"--sample"_s, u"newsroom"_s}), QByteArray());
        QCOMPARE(run(ctl, {u"--store"_s, store, u"export"_s, u"--format"_s, u"python"_s, u"-o"_s, exported}),
                 QByteArray());
        QFile key(m_folder.filePath(u"key"_s));
        QVERIFY(key.open(QIODevice::WriteOnly) && key.write(SigningKey) == SigningKey.size());
        key.close();

        m_service = std::make_unique<PythonService>();
        m_service->environment.insert(u"PYTHONPATH"_s, exported);
        m_service->environment.insert(u"NEWSROOM_KEY_FILE"_s, key.fileName());
        QVERIFY(m_service->start(u"fastapi-export"_s, u"/articles"_s, 401));
    }

    void cleanupTestCase() { m_service.reset(); }

    void decides_as_the_policy_says_data()
    {
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        const auto row = [](const char *user, const char *method, const QString &path, int status) {
            QTest::addRow("%s %s %s", user, method, qPrintable(path))
                << QByteArray(user) << QByteArray(method) << path << status;
        };
        row("alice", "GET", u"/articles"_s, 200);
        row("stranger", "GET", u"/articles"_s, 403);
        row("ivan", "GET", u"/articles"_s, 403); // inactive
        row("niaj", "GET", u"/articles"_s, 403); // both roles of a dynamic constraint
        row("alice", "PUT", u"/articles/1?text=new"_s, 200); // one's own
        row("alice", "PUT", u"/articles/2?text=new"_s, 403);
        row("bob", "PUT", u"/articles/2?text=new"_s, 200); // any
        row("ivan", "PUT", u"/articles/2?text=new"_s, 403); // one's own, but inactive
        row("bob", "PUT", u"/articles/9?text=new"_s, 404);
        row("alice", "POST", u"/articles/1/publication"_s, 403);
        row("bob", "POST", u"/articles/1/publication"_s, 200);
        row("carol", "GET", u"/comments/hidden"_s, 200);
        row("niaj", "GET", u"/comments/hidden"_s, 403);
        row("alice", "GET", u"/comments/hidden"_s, 403);
    }
    void decides_as_the_policy_says()
    {
        QFETCH(const QByteArray, user);
        QFETCH(const QByteArray, method);
        QFETCH(const QString, path);
        QTEST(m_service->ask(signedToken(user), method, path), "status");
    }

    // A permission, a role and an operation that the policy does not know: the service does not start.
    void refuses_what_the_policy_does_not_know()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PYTHONPATH"_s, m_folder.filePath(u"policy"_s));
        environment.insert(u"PYTHONDONTWRITEBYTECODE"_s, u"1"_s);
        const QString head = u"from rolewright_fastapi import Guard\nfrom rolewright_policy import Policy\n"
                             "guard = Guard(Policy.load(), lambda: 'alice')\nguard."_s;
        const auto started = [&](const QString &line) {
            return run(u"/usr/bin/python3"_s, {u"-c"_s, head + line}, environment);
        };
        QCOMPARE(started(u"require_permission('article:read', 'article:update')"_s), QByteArray());
        for (const QString &line :
             {u"require_permission('article:raed')"_s, u"require_permission('article:update:own')"_s,
              u"require_permission()"_s, u"require_permission('article:*')"_s, u"require_role('edtor')"_s,
              u"require_operation('PUT /article')"_s})
            QVERIFY2(started(line).contains("ValueError: The policy has no"), qPrintable(line));
    }

    void refuses_requests_of_a_wrong_shape_data()
    {
        QTest::addColumn<QString>("change"); // of a request that is decided
        for (const char *change :
             {"r['subject']['id'] = ''", "r['subject']['id'] = 7", "del r['action']", "r['resource'] = None",
              "r['resource']['type'] = None", "r['resource']['properties'] = None", "r['context'] = []",
              "r['resource']['properties'] = {'relations': 'team'}",
              "r['resource']['properties'] = {'relations': [1]}", "r['context'] = {'roles': None}",
              "r['context'] = {'roles': 'editor'}", "r['context'] = {'time': None}",
              "r['context'] = {'time': '2026-01-01'}", "r['context'] = {'time': '2026-02-30T00:00:00Z'}",
              "r['context'] = {'time': '2026-01-01T00:00:60Z'}",
              "r['context'] = {'time': '\\u0662026-01-01T00:00:00Z'}", "r['context'] = {'explain': 'yes'}"})
            QTest::newRow(change) << QString::fromLatin1(change);
    }
    void refuses_requests_of_a_wrong_shape()
    {
        QFETCH(const QString, change);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PYTHONPATH"_s, m_folder.filePath(u"policy"_s));
        const QString program =
            u"from rolewright_policy import Malformed, Policy\n"
            "r = {'subject': {'type': 'user', 'id': 'alice'}, 'action': {'name': 'read'},\n"
            "     'resource': {'type': 'article', 'id': '1', 'properties': {'owner': 7, 'more': 1}},\n"
            "     'context': {'time': '2026-01-01t00:00z', 'more': 1}}\n"
            "assert Policy.load().decide(r).allowed\n%1\n"
            "try: print(Policy.load().decide(r))\nexcept Malformed: raise SystemExit(0)\nraise SystemExit(1)"_s;
        QCOMPARE(run(u"/usr/bin/python3"_s, {u"-B"_s, u"-c"_s, program.arg(change)}, environment),
                 QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestFastapiExport)
#include "tst_fastapiexport.moc"
