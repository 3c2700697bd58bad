// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/program.h"

#include <QDir>
#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

// What the pages of the help tell one to type is what the program takes: every command and option of theirs
// is there.
class TestCliHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesTellWhatIsThere_data();
    void pagesTellWhatIsThere();
    void aCommandThatIsGoneIsFound();

private:
    struct Help
    {
        QStringList commands;
        QHash<QString, bool> options; // whether a value follows
    };
    const Help &helpOf(const QStringList &command);
    QString faultIn(const QString &line); // empty: none

    QHash<QString, Help> m_helps;
};

namespace {

// In blocks and in the text, each part of a pipe by itself.
QStringList commandsIn(QString page)
{
    page.replace(QRegularExpression(u" *\\\\\\n +"_s), u" "_s);
    static const QRegularExpression written(u"(?:^    |`)rolewrightctl (.+?)(?:`|$)"_s,
                                            QRegularExpression::MultilineOption);
    QStringList commands;
    for (auto each = written.globalMatch(page); each.hasNext();) {
        const QString line = each.next().captured(1).section(QRegularExpression(u" [#>]"_s), 0, 0);
        for (const QString &part : line.split(u" | "_s)) {
            if (part == line.section(u" | "_s, 0, 0) || part.startsWith(u"rolewrightctl "_s))
                commands.append(part.startsWith(u"rolewrightctl "_s) ? part.section(u' ', 1) : part);
        }
    }
    return commands;
}

} // namespace

const TestCliHelp::Help &TestCliHelp::helpOf(const QStringList &command)
{
    const QString key = command.join(u' ');
    if (m_helps.contains(key))
        return m_helps[key];
    Help &help = m_helps[key];
    bool isOption = false;
    for (const QString &line : QString::fromUtf8(run(command + QStringList{u"--help"_s}).out).split(u'\n')) {
        static const QRegularExpression option(u"^  (?:(-\\w),)?(--[a-z-]+)( [A-Z])?"_s);
        static const QRegularExpression name(u"^  ([a-z][a-z-]*) "_s);
        if (const auto found = option.match(line); found.hasMatch()) {
            for (const int part : {1, 2})
                help.options.insert(found.captured(part), !found.captured(3).isEmpty());
        } else if (const auto word = name.match(line); word.hasMatch() && !isOption) {
            help.commands.append(word.captured(1));
        }
        isOption = line.startsWith(u"Positionals"_s) || (isOption && line.startsWith(u' '));
    }
    return help;
}

QString TestCliHelp::faultIn(const QString &line)
{
    QStringList command;
    QStringList options;
    bool isValue = false;
    for (const QString &word : QProcess::splitCommand(line)) {
        if (std::exchange(isValue, false))
            continue;
        if (word.startsWith(u'-') && word.size() > 1 && word != u"--"_s) {
            const QString option = word.section(u'=', 0, 0);
            options.append(option);
            for (qsizetype depth = 0; depth <= command.size(); ++depth)
                isValue |= helpOf(command.mid(0, depth)).options.value(option) && !word.contains(u'=');
        } else if (helpOf(command).commands.contains(word)) {
            command.append(word);
        } else if (word == u"COMMAND"_s) {
            break; // and what it takes
        } else if (command.isEmpty() && word != u".."_s) {
            return u"there is no command \"%1\""_s.arg(word);
        }
    }
    for (const QString &option : std::as_const(options)) {
        bool isThere = option == u"--help"_s;
        for (qsizetype depth = 0; depth <= command.size(); ++depth)
            isThere |= helpOf(command.mid(0, depth)).options.contains(option);
        if (!isThere)
            return u"\"%1\" has no option %2"_s.arg(command.join(u' '), option);
    }
    return {};
}

void TestCliHelp::pagesTellWhatIsThere_data()
{
    QTest::addColumn<QString>("path");
    const QDir pages(QStringLiteral(ROLEWRIGHT_SOURCE_DIR "/resources/help"));
    for (const QString &name : pages.entryList({u"*.md"_s}, QDir::Files))
        QTest::newRow(qPrintable(name)) << pages.filePath(name);
}

void TestCliHelp::pagesTellWhatIsThere()
{
    QFETCH(const QString, path);
    QFile page(path);
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QStringList commands = commandsIn(QString::fromUtf8(page.readAll()));
    QStringList faults;
    for (const QString &each : commands) {
        if (const QString fault = faultIn(each); !fault.isEmpty())
            faults.append(u"rolewrightctl %1: %2"_s.arg(each, fault));
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    if (path.endsWith("/keys.md"_L1) || path.endsWith("/guarded.md"_L1))
        QVERIFY2(commands.size() > 6, qPrintable(commands.join(u'\n')));
}

void TestCliHelp::aCommandThatIsGoneIsFound()
{
    QCOMPARE(faultIn(u"--store acme.rolewright log archive --keep 7y -o old.jsonl"_s), QString());
    QCOMPARE(faultIn(u"--store acme.rolewright log arkive --keep 7y"_s), u"\"log\" has no option --keep"_s);
    QCOMPARE(faultIn(u"--store acme.rolewright lock"_s), u"there is no command \"lock\""_s);
    QCOMPARE(faultIn(u"export --foremat cedar"_s), u"\"export\" has no option --foremat"_s);
    QCOMPARE(commandsIn(u"Say `rolewrightctl diff --json A B | rolewrightctl --store A apply -` or\n\n"
                        "    rolewrightctl --store a \\\n        log > x\n"_s),
             QStringList({u"diff --json A B"_s, u"--store A apply -"_s, u"--store a log"_s}));
}

QTEST_GUILESS_MAIN(TestCliHelp)
#include "tst_clihelp.moc"
