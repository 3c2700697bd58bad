// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/guardedplace.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Command
{
    QStringList arguments;
    QString right; // under rolewright/; empty: a sign-in; "-": not even that
};

// Every command of the program, and what it asks for on a guarded store.
QList<Command> commands()
{
    return {{{u"export"_s}, u"policy:export"_s},
            {{u"show"_s, u"@1"_s}, u"policy:read"_s},
            {{u"diff"_s, u"@0"_s, u"@1"_s}, u"policy:read"_s},
            {{u"diff"_s, u"@0"_s, u"@1"_s, u"--json"_s}, u"policy:read"_s},
            {{u"import"_s, samplePolicyPath(), u"--dry-run"_s}, u"policy:read"_s},
            {{u"import"_s, samplePolicyPath()}, u"policy:import"_s},
            {{u"who-can"_s, u"update"_s, u"article"_s}, u"policy:read"_s},
            {{u"what-can"_s, u"ann"_s}, u"policy:read"_s},
            {{u"which-roles"_s, u"update"_s, u"article"_s}, u"policy:read"_s},
            {{u"compare"_s, u"ann"_s, u"nobody"_s}, u"policy:read"_s},
            {{u"analyze"_s}, u"policy:read"_s},
            {{u"test"_s}, u"policy:read"_s},
            {{u"request"_s, u"list"_s}, u"policy:read"_s},
            {{u"check"_s, u"ann"_s, u"update"_s, u"article"_s}, u"decision:ask"_s},
            {{u"check"_s, u"ann"_s, u"update"_s, u"article"_s, u"--explain"_s}, u"decision:simulate"_s},
            {{u"check"_s, u"ann"_s, u"update"_s, u"article"_s, u"--repair"_s}, u"decision:simulate"_s},
            {{u"check"_s, u"ann"_s, u"update"_s, u"article"_s, u"--at"_s, u"2026-01-01"_s},
             u"decision:simulate"_s},
            {{u"evaluate"_s}, u"decision:simulate"_s},
            {{u"replay"_s, u"-"_s}, u"decision:simulate"_s},
            {{u"compare-with"_s, u"http://127.0.0.1:1"_s}, u"decision:simulate"_s},
            {{u"log"_s}, u"audit:read"_s},
            {{u"log"_s, u"--json"_s}, u"audit:export"_s},
            {{u"history"_s}, u"audit:read"_s},
            {{u"keys"_s, u"list"_s}, u"audit:read"_s},
            {{u"keys"_s, u"enrol"_s}, {}},
            {{u"keys"_s, u"rotate"_s}, {}},
            {{u"token"_s, u"list"_s}, u"audit:read"_s},
            {{u"token"_s, u"add"_s, u"nobody"_s, u"billing"_s}, {}},
            {{u"token"_s, u"remove"_s, u"1"_s}, {}},
            {{u"log"_s, u"erase"_s, u"ann"_s}, {}},
            {{u"log"_s, u"archive"_s, u"--keep"_s, u"1d"_s, u"-o"_s, u"/tmp"_s}, {}},
            {{u"log"_s, u"verify"_s}, u"-"_s},
            {{u"log"_s, u"checkpoint"_s}, u"-"_s},
            {{u"apply"_s, u"-"_s, u"--dry-run"_s}, u"policy:read"_s},
            {{u"revert"_s, u"1"_s, u"--dry-run"_s}, u"policy:read"_s},
            {{u"apply"_s, u"-"_s}, {}},
            {{u"revert"_s, u"1"_s}, {}},
            {{u"enrol"_s, u"ann"_s}, {}},
            {{u"request"_s, u"approve"_s, u"1"_s}, {}},
            {{u"request"_s, u"refuse"_s, u"1"_s}, {}}};
}

QStringList rights()
{
    QStringList all;
    for (const Command &command : commands()) {
        if (command.right.size() > 1)
            all << command.right;
    }
    all.removeDuplicates();
    return all;
}

QString named(const QString &kind, QString right)
{
    return kind + u' ' + right.replace(u':', u' ');
}

QByteArray quoted(const QStringList &words)
{
    return u"\"%1\""_s.arg(words.join(u"\", \""_s)).toUtf8();
}

} // namespace

// What the commands ask of who is signed in to a guarded store: nothing of the policy comes out by another
// road.
class TestCliRights : public QObject
{
    Q_OBJECT

private:
    GuardedPlace m_place;

private Q_SLOTS:
    void initTestCase()
    {
        const Run made = m_place.init();
        QVERIFY2(made.status == 0, made.err.constData());
        QByteArray changes = R"({"add": "user", "value": {"id": "nobody"}})";
        QStringList users{u"nobody"_s};
        for (const QString &right : rights()) {
            QStringList others;
            for (const QString &other : rights())
                others << u"rolewright/"_s + other;
            others.removeAll(u"rolewright/"_s + right);
            for (const auto &[name, grants] :
                 {std::pair(named(u"only"_s, right), QStringList{u"rolewright/"_s + right}),
                  std::pair(named(u"but"_s, right), others)}) {
                changes += R"(, {"add": "role", "value": {"name": )" + quoted({name}) + R"(, "grants": [)"
                    + quoted(grants) + R"(]}}, {"add": "user", "value": {"id": )" + quoted({name})
                    + R"(, "assignments": [{"role": )" + quoted({name}) + "}]}}";
                users << name;
            }
        }
        const Run applied = m_place.apply(u"ann"_s, changes, {u"--confirm"_s});
        QVERIFY2(applied.status == 0, applied.err.constData());
        for (const QString &user : std::as_const(users)) {
            const Run enrolled = m_place.enrol(user);
            QVERIFY2(enrolled.status == 0, enrolled.err.constData());
        }
    }

    // A command that is added is refused on guarded stores until it stands in the table, and has to stand
    // here.
    void everyCommandIsTried()
    {
        QSet<QString> tried{u"init"_s};
        for (const Command &command : commands())
            tried << command.arguments.first();
        const QString help = QString::fromUtf8(run({u"--help"_s}).out);
        QRegularExpression line(u"^  ([a-z][a-z-]+) {2,}"_s, QRegularExpression::MultilineOption);
        QSet<QString> known;
        for (const QRegularExpressionMatch &match : line.globalMatch(help))
            known << match.captured(1);
        QVERIFY2(known.size() > 15, qPrintable(help));
        known.remove(u"completion"_s);
        QCOMPARE(QSet<QString>(known - tried), QSet<QString>());
    }

    void each_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("right");
        for (const Command &command : commands())
            QTest::newRow(qPrintable(command.arguments.join(u' '))) << command.arguments << command.right;
    }

    void each()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, right);
        arguments << u"--confirm"_s;
        if (right == "-"_L1) {
            const Run open = run(QStringList{u"--store"_s, m_place.store()} + arguments);
            QVERIFY(open.status != 6 && !open.err.contains("password"));
            return;
        }
        m_place.secret(u"stranger"_s, "whatever it is");
        const QByteArray input =
            arguments.first() == "apply"_L1 ? R"({"rolewright-changes": 1, "changes": []})" : QByteArray();
        const Run stranger = m_place.as(u"stranger"_s, arguments, input);
        QCOMPARE(stranger.status, 6);
        QCOMPARE(stranger.out, QByteArray());
        QVERIFY2(stranger.err.contains("You are not signed in"), stranger.err.constData());
        if (right.isEmpty())
            return;
        for (const QString &user : {u"nobody"_s, named(u"but"_s, right)}) {
            const Run refused = m_place.as(user, arguments, input);
            QCOMPARE(refused.status, 6);
            QCOMPARE(refused.out, QByteArray());
            QVERIFY2(refused.err.contains("rolewright/" + right.toUtf8()), refused.err.constData());
        }
        const Run done = m_place.as(named(u"only"_s, right), arguments, input);
        if (arguments.first() == "import"_L1 && !arguments.contains(u"--dry-run"_s)) {
            // Besides, the rights for what it comes to.
            QCOMPARE(done.status, 6);
            QVERIFY2(done.err.contains("may not make these changes"), done.err.constData());
        } else {
            QVERIFY2(done.status != 6, done.err.constData());
        }
    }

    // Taking the policy away is confirmed, and in the trail; looking at it is neither.
    void exportsAreConfirmedAndRecorded()
    {
        QCOMPARE(m_place.as(u"ann"_s, {u"export"_s}).status, 6);
        for (const QStringList &looking :
             {QStringList{u"what-can"_s, u"ann"_s}, QStringList{u"show"_s, u"@1"_s},
              QStringList{u"diff"_s, u"@0"_s, u"@1"_s, u"--json"_s}})
            QVERIFY(m_place.as(u"ann"_s, looking).status < 2);
        QCOMPARE(m_place.as(u"ann"_s, {u"export"_s, u"--confirm"_s}).status, 0);
        const QByteArray log = m_place.as(u"ann"_s, {u"log"_s, u"--action"_s, u"policy.export"_s}).out;
        QVERIFY2(log.contains("export to standard output") && !log.contains("show") && !log.contains("diff"),
                 log.constData());
        const QByteArray refused = m_place.as(u"ann"_s, {u"log"_s, u"--action"_s, u"changes.refuse"_s}).out;
        QVERIFY2(refused.contains("is not given to nobody"), refused.constData());
    }

    void completionTellsNothing()
    {
        const Run offered = run({u"__complete"_s, u"--store"_s, m_place.store(), u"what-can"_s, u"a"_s});
        QVERIFY(!offered.out.contains("ann"));
    }
};

QTEST_GUILESS_MAIN(TestCliRights)
#include "tst_clirights.moc"
