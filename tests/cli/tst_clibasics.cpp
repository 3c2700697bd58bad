// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/program.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

// What holds for every command: usage, exit statuses, streams, completion.
class TestCliBasics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpAndVersion();
    void everyCommandHasHelp();
    void wrongUsage_data();
    void wrongUsage();
    void wrongUsageIsExplained();
    void globalOptionsAnywhere();
    void noticeOnStandardError();
    void storesThatCannotBeRead_data();
    void storesThatCannotBeRead();
    void plainLocale();
    void readerGoesAway();
    void fullDisk();
    void closedDescriptorsGetNoFile();
    void nothingRawReachesTheTerminal();
    void completionScripts();
    void completionOffers_data();
    void completionOffers();

private:
    Workplace m_place;
};

void TestCliBasics::helpAndVersion()
{
    const Run help = run({u"--help"_s});
    QCOMPARE(help.status, 0);
    QCOMPARE(help.err, QByteArray());
    for (const char *word :
         {"init", "import", "export", "check", "evaluate", "who-can", "what-can", "which-roles", "compare", "compare-with", "analyze", "replay", "diff", "apply", "log",
          "history", "show", "revert", "test", "enrol", "completion", "--store", "--json", "Exit status"})
        QVERIFY2(help.out.contains(word), word);
    const Run version = run({u"--version"_s});
    QCOMPARE(version.status, 0);
    QCOMPARE(version.out, "rolewrightctl " ROLEWRIGHT_VERSION "\n");
}

void TestCliBasics::everyCommandHasHelp()
{
    for (const QString &command :
         {u"init"_s, u"import"_s, u"export"_s, u"check"_s, u"evaluate"_s, u"who-can"_s, u"what-can"_s,
          u"which-roles"_s, u"compare"_s, u"compare-with"_s, u"analyze"_s, u"replay"_s,
          u"diff"_s, u"apply"_s, u"log"_s, u"history"_s, u"show"_s, u"revert"_s, u"test"_s, u"enrol"_s}) {
        const Run help = run({command, u"--help"_s});
        QCOMPARE(help.status, 0);
        QVERIFY2(help.out.contains("Usage: rolewrightctl " + command.toUtf8()), help.out.constData());
    }
}

void TestCliBasics::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");

    QTest::newRow("nothing") << QStringList();
    QTest::newRow("unknown command") << QStringList{u"frobnicate"_s};
    QTest::newRow("unknown option") << QStringList{u"export"_s, u"--frobnicate"_s};
    QTest::newRow("two commands") << QStringList{u"export"_s, u"history"_s};
    QTest::newRow("no store") << QStringList{u"export"_s};
    QTest::newRow("no store to make") << QStringList{u"init"_s};
    QTest::newRow("store without value") << QStringList{u"export"_s, u"--store"_s};
    QTest::newRow("missing argument") << QStringList{u"import"_s};
    QTest::newRow("bad version") << QStringList{u"show"_s, u"@x"_s, u"--store"_s, u"a.json"_s};
    QTest::newRow("negative version") << QStringList{u"show"_s, u"@-1"_s, u"--store"_s, u"a.json"_s};
    QTest::newRow("no version") << QStringList{u"show"_s, u"@"_s, u"--store"_s, u"a.json"_s};
    QTest::newRow("bad format") << QStringList{u"import"_s, u"x"_s, u"--format"_s, u"xml"_s};
    QTest::newRow("bad limit") << QStringList{u"log"_s, u"--limit"_s, u"0"_s};
    QTest::newRow("bad since") << QStringList{u"log"_s, u"--since"_s, u"yesterday"_s, u"--store"_s,
                                              u"a.json"_s};
    QTest::newRow("bad fail-on") << QStringList{u"diff"_s, u"a"_s, u"b"_s, u"--fail-on"_s, u"x"_s};
    QTest::newRow("two standard inputs") << QStringList{u"diff"_s, u"-"_s, u"-"_s};
    QTest::newRow("version without store") << QStringList{u"diff"_s, u"@1"_s, u"@2"_s};
    QTest::newRow("expected version") << QStringList{u"apply"_s, u"-"_s, u"--expect-version"_s, u"x"_s};
    QTest::newRow("unknown shell") << QStringList{u"completion"_s, u"csh"_s};
    QTest::newRow("no such store") << QStringList{u"init"_s, u"--sample"_s, u"bakery"_s};
}

void TestCliBasics::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const Run done = run(arguments);
    QVERIFY2(done.status == 2, done.err.constData());
    QCOMPARE(done.out, QByteArray());
    QVERIFY2(done.err.startsWith("rolewrightctl: "), done.err.constData());
}

void TestCliBasics::wrongUsageIsExplained()
{
    QCOMPARE(run({u"frobnicate"_s}).err,
             "rolewrightctl: There is no command \"frobnicate\".\n"
             "Run \"rolewrightctl --help\" for what it takes.\n");
    QCOMPARE(run({u"check"_s, u"alice"_s}).err,
             "rolewrightctl: ACTION is required\n"
             "Run \"rolewrightctl check --help\" for what it takes.\n");
    QVERIFY(run({}).err.contains("Name a command"));
    const Run noStore = run({u"export"_s});
    QVERIFY2(noStore.err.contains("Say which store with --store"), noStore.err.constData());
}

void TestCliBasics::globalOptionsAnywhere()
{
    const QString store = samplePolicyPath();
    for (const QStringList &arguments : {QStringList{u"--store"_s, store, u"--json"_s, u"test"_s},
                                         QStringList{u"test"_s, u"--json"_s, u"--store"_s, store},
                                         QStringList{u"--json"_s, u"test"_s, u"--store="_s + store}}) {
        const Run done = run(arguments);
        QCOMPARE(done.status, 0);
        QVERIFY(QJsonDocument::fromJson(done.out).isObject());
    }
}

void TestCliBasics::noticeOnStandardError()
{
    const QString store = m_place.store(u"notice.rolewright"_s);
    for (const QString &command : {u"export"_s, u"history"_s, u"log"_s, u"test"_s}) {
        const Run done = run({u"--store"_s, store, command});
        QCOMPARE(done.status, 0);
        QVERIFY2(done.err.contains("open") && done.err.contains("sealed"), done.err.constData());
        QVERIFY(!done.out.contains("This store is open"));
    }
    // Said once, although two versions of it are opened.
    const Run diff = run({u"--store"_s, store, u"diff"_s, u"@1"_s, u"@2"_s});
    QCOMPARE(diff.err.count("sealed"), 1);
}

void TestCliBasics::storesThatCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("status");

    QTest::newRow("empty database") << QByteArray() << u"empty.rolewright"_s << 5;
    QTest::newRow("foreign") << QByteArray("SQLite format 3\0 but not really", 31) << u"foreign.rolewright"_s
                             << 5;
    QTest::newRow("text") << QByteArray("hello") << u"text.rolewright"_s << 5;
    QTest::newRow("bad document") << QByteArray("{\"rolewright\": 2}") << u"bad.json"_s << 3;
    QTest::newRow("truncated document") << samplePolicy().left(500) << u"short.json"_s << 3;
}

void TestCliBasics::storesThatCannotBeRead()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, name);
    m_place.write(name, content);
    for (const QStringList &arguments :
         {QStringList{u"export"_s}, QStringList{u"check"_s, u"a"_s, u"b"_s, u"c"_s}}) {
        const Run done = run(QStringList{u"--store"_s, m_place.path(name)} + arguments);
        QTEST(done.status, "status");
        QCOMPARE(done.out, QByteArray());
        QVERIFY2(done.err.contains(name.toUtf8()), done.err.constData());
    }
    QCOMPARE(m_place.read(name), content);
    const Run missing = run({u"--store"_s, m_place.path(u"missing-"_s + name), u"export"_s});
    QCOMPARE(missing.status, 5);
    QVERIFY(!QFileInfo::exists(m_place.path(u"missing-"_s + name)));
}

void TestCliBasics::plainLocale()
{
    const Run done = shell(u"LC_ALL=C $R --store '%1' check Zo\u00eb read article"_s.arg(samplePolicyPath()),
                           m_place.folder());
    QCOMPARE(done.status, 1);
    QCOMPARE(done.out, "deny unknown-user\n");
    QCOMPARE(done.err.count("locale"), 0);
    const Run notText =
        shell(u"$R --store '%1' check $'\\xff' read article"_s.arg(samplePolicyPath()), m_place.folder());
    QCOMPARE(notText.status, 2);
    QVERIFY2(notText.err.contains("UTF-8"), notText.err.constData());
}

void TestCliBasics::readerGoesAway()
{
    // More than a pipe holds; ended quietly, as usual.
    m_place.write(
        u"many.jsonl"_s,
        QByteArray(
            R"({"subject":{"type":"user","id":"a"},"action":{"name":"b"},"resource":{"type":"c","id":"d"}})"
            "\n")
            .repeated(20'000));
    const Run done = shell(u"set -o pipefail; $R --store '%1' evaluate many.jsonl | head -1 > /dev/null; "
                           "echo ${PIPESTATUS[0]}"_s.arg(samplePolicyPath()),
                           m_place.folder());
    QCOMPARE(done.out.trimmed().toInt(), 128 + SIGPIPE);
    QVERIFY2(!done.err.contains("rolewrightctl:"), done.err.constData());

    // A change that is made is not called failed because nobody reads about it.
    m_place.store(u"pipe.rolewright"_s);
    const Run change =
        shell(u"$R --store pipe.rolewright import '%1' --merge 2> /dev/null > /dev/null; "
              "(sleep 0.3; $R --store pipe.rolewright revert @1 2> /dev/null; echo $? >&2) | true"_s.arg(
                  samplePolicyPath()),
              m_place.folder());
    QCOMPARE(change.err.trimmed(), "0");
}

void TestCliBasics::fullDisk()
{
    if (!QFileInfo::exists(u"/dev/full"_s)) {
        qInfo("left out: there is no /dev/full here");
        return;
    }
    const Run done = shell(u"$R --store '%1' export > /dev/full"_s.arg(samplePolicyPath()), m_place.folder());
    QCOMPARE(done.status, 5);
    QVERIFY2(done.err.contains("Standard output could not be written"), done.err.constData());
    const Run file =
        shell(u"$R --store '%1' export -o /dev/full"_s.arg(samplePolicyPath()), m_place.folder());
    QCOMPARE(file.status, 5);
    m_place.store(u"full.rolewright"_s);
    const Run change = shell(u"$R --store full.rolewright revert @1 > /dev/full"_s, m_place.folder());
    QCOMPARE(change.status, 0);
    QVERIFY2(change.err.contains("The change itself is made."), change.err.constData());
}

// Else the first file that is opened gets what is said.
void TestCliBasics::closedDescriptorsGetNoFile()
{
    const Run done = shell(u"$R --store '%1' export >&-"_s.arg(samplePolicyPath()), m_place.folder());
    QCOMPARE(done.status, 5);
    QVERIFY2(done.err.contains("Bad file descriptor"), done.err.constData());
    const Run unread = shell(u"$R --store '%1' evaluate <&-"_s.arg(samplePolicyPath()), m_place.folder());
    QCOMPARE(unread.status, 5);
    QVERIFY2(unread.err.contains("Bad file descriptor"), unread.err.constData());
}

void TestCliBasics::nothingRawReachesTheTerminal()
{
    m_place.write(u"raw.json"_s,
                  "{\"rolewright\": 1, \"roles\": [{\"name\": \"a\\u001b[2Jb\", \"bad\\u0007\\u202e\": 1}]}");
    const Run done = run({u"--store"_s, m_place.path(u"raw.json"_s), u"export"_s});
    QCOMPARE(done.status, 3);
    QVERIFY(!done.err.contains('\x1b'));
    QVERIFY(!done.err.contains('\x07'));
    QVERIFY(!done.err.contains("\u202e"));
}

void TestCliBasics::completionScripts()
{
    for (const QString &name : {u"bash"_s, u"zsh"_s, u"fish"_s}) {
        const Run script = run({u"completion"_s, name});
        QCOMPARE(script.status, 0);
        QVERIFY(script.out.contains("__complete"));
        m_place.write(u"script."_s + name, script.out);
        if (QStandardPaths::findExecutable(name).isEmpty()) {
            qInfo("syntax check left out: %s is not installed", qPrintable(name));
            continue;
        }
        const Run checked = shell(name + u" -n script."_s + name, m_place.folder());
        QVERIFY2(checked.status == 0, checked.err.constData());
    }
    // The bash script at work, as bash calls it.
    const Run done =
        shell(u"source script.bash; ln -s $R rolewrightctl; COMP_LINE='./rolewrightctl --store %1 check al'; "
              "COMP_POINT=${#COMP_LINE}; COMP_WORDS=($COMP_LINE); COMP_CWORD=4; _rolewrightctl; "
              "echo \"${COMPREPLY[@]}\""_s.arg(samplePolicyPath()),
              m_place.folder());
    QCOMPARE(done.out, "alice\n");
}

void TestCliBasics::completionOffers_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("offered");

    const QString store = samplePolicyPath();
    QTest::newRow("commands") << QStringList{u"ex"_s} << QStringList{u"export"_s};
    QTest::newRow("commands after options")
        << QStringList{u"--store"_s, store, u"--json"_s, u"what"_s} << QStringList{u"what-can"_s};
    QTest::newRow("options") << QStringList{u"import"_s, u"--me"_s} << QStringList{u"--merge"_s};
    QTest::newRow("global options") << QStringList{u"import"_s, u"--st"_s} << QStringList{u"--store"_s};
    QTest::newRow("words of an option")
        << QStringList{u"diff"_s, u"--fail-on"_s, QString()} << QStringList{u"gained"_s, u"lost"_s};
    QTest::newRow("below a command") << QStringList{u"log"_s, u"v"_s} << QStringList{u"verify"_s};
    QTest::newRow("users") << QStringList{u"--store"_s, store, u"what-can"_s, QString()}
                           << QStringList{u"alice"_s, u"bob"_s, u"carol"_s, u"dave"_s, u"eve"_s, u"frank"_s};
    QTest::newRow("roles") << QStringList{u"--store="_s + store, u"check"_s, u"--role"_s, u"e"_s}
                           << QStringList{u"editor"_s};
    QTest::newRow("types") << QStringList{u"--store"_s, store, u"check"_s, u"bob"_s, u"publish"_s, QString()}
                           << QStringList{u"article"_s, u"comment"_s};
    QTest::newRow("files") << QStringList{u"import"_s, QString()} << QStringList();
    QTest::newRow("no store") << QStringList{u"what-can"_s, QString()} << QStringList();
    QTest::newRow("damaged store") << QStringList{
        u"--store"_s, QStringLiteral(ROLEWRIGHT_SOURCE_DIR "/LICENSE"), u"what-can"_s,
        QString()} << QStringList();
}

void TestCliBasics::completionOffers()
{
    QFETCH(QStringList, words);
    QFETCH(QStringList, offered);
    const Run done = run(QStringList{u"__complete"_s} + words);
    QCOMPARE(done.status, 0);
    QCOMPARE(done.err, QByteArray());
    QStringList got;
    for (const QString &line : QString::fromUtf8(done.out).split(u'\n', Qt::SkipEmptyParts))
        got << line.section(u'\t', 0, 0);
    QCOMPARE(got, offered);
}

QTEST_GUILESS_MAIN(TestCliBasics)
#include "tst_clibasics.moc"
