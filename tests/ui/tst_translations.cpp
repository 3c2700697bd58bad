// SPDX-License-Identifier: Apache-2.0
// Every text of the window is in every translation, with the same placeholders, and keys that differ in a menu.
#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

struct Text
{
    QString context;
    QString source;
    QStringList forms; // one, or one for each number
    bool finished = true;

    QString place() const { return u"%1: \"%2\""_s.arg(context, source); }
};

QList<Text> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Text> texts;
    QString context;
    Text text;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::EndElement && xml.name() == u"message") {
            texts.append(text);
            continue;
        }
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            text = {context, {}, {}, true};
        } else if (xml.name() == u"source") {
            text.source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            text.finished = xml.attributes().value("type"_L1).isEmpty();
            const QString alone = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            text.forms = {alone};
        }
    }
    return xml.hasError() ? QList<Text>() : texts;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%L?([1-9]|n)"_s);
    QStringList found;
    for (const QRegularExpressionMatch &match : pattern.globalMatch(text))
        found.append(match.captured(1));
    found.sort();
    found.removeDuplicates();
    return found;
}

} // namespace

class tst_Translations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void files_data();
    void files();
    void loads_data() { files_data(); }
    void loads();
};

void tst_Translations::files_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : languages())
        QTest::newRow(qPrintable(language)) << language;
}

// The file in the sources is what lupdate makes of them now, and nothing in it is left to do.
void tst_Translations::files()
{
    QFETCH(QString, language);
    const QString source = QStringLiteral(ROLEWRIGHT_SOURCE_DIR);
    const QString name = u"/rolewright_%1.ts"_s.arg(language);
    QTemporaryDir folder;
    for (const QString &each : languages()) {
        const QString file = u"/rolewright_%1.ts"_s.arg(each);
        QVERIFY(QFile::copy(source + u"/resources/translations"_s + file, folder.path() + file));
    }
    QProcess update;
    update.start(source + u"/tests/support/update-translations.sh"_s, {folder.path()});
    QVERIFY(update.waitForFinished());
    QVERIFY2(update.exitStatus() == QProcess::NormalExit && update.exitCode() == 0,
             update.readAllStandardError().constData());

    const QList<Text> texts = read(folder.path() + name);
    QVERIFY(!texts.isEmpty());
    QStringList faults;
    for (const Text &text : texts) {
        if (!text.finished) {
            faults.append(u"not translated: "_s + text.place());
            continue;
        }
        for (const QString &form : text.forms) {
            if (placeholders(form) != placeholders(text.source))
                faults.append(u"other placeholders: "_s + text.place());
            if (text.source.contains(u'&') != form.contains(u'&'))
                faults.append(u"an access key in one only: "_s + text.place());
        }
    }
    const QString advice = u"\n%1 to mend: ./dev translate, then edit resources/translations%2"_s
                               .arg(faults.size())
                               .arg(name);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.mid(0, 40).join(u'\n') + advice));
}

void tst_Translations::loads()
{
    QFETCH(QString, language);
    QTranslator translator;
    QVERIFY(translator.load(u"rolewright_"_s + language, u":/translations"_s));
    QVERIFY(!nameOfLanguage(language).isEmpty());
}

QTEST_MAIN(tst_Translations)
#include "tst_translations.moc"
