// SPDX-License-Identifier: Apache-2.0
// What core says, in German: each sentence of the validation, the edits, the rights and the stores is known,
// and real ones come out whole.
#include "core/base/text.h"
#include "core/edit/edits.h"
#include "core/exchange/policyjson.h"
#include "core/validation/validate.h"
#include "ui/shell/language.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/changetext.h"
#include "ui/widgets/coretext.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace rolewright;
using namespace Qt::StringLiterals;

class tst_CoreText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everySentenceIsKnown();
    void everySentenceIsTranslated();
    void realOnesComeOutWhole_data();
    void realOnesComeOutWhole();
    void summariesOfTheTrail_data();
    void summariesOfTheTrail();
    void whatIsNotKnownStaysEnglish();

private:
    QTranslator m_german;
};

void tst_CoreText::initTestCase()
{
    QVERIFY(m_german.load(u":/translations/rolewright_de.qm"_s));
    QCoreApplication::installTranslator(&m_german);
}

// A sentence that is written into these folders must be taken up into the tables.
void tst_CoreText::everySentenceIsKnown()
{
    static const QRegularExpression literals(uR"x(((?:u"(?:[^"\\]|\\.)*"(?:_s)?\s*)+))x"_s);
    static const QRegularExpression one(uR"x(u"((?:[^"\\]|\\.)*)")x"_s);
    static const QRegularExpression sentence(u"^(%1|[A-Za-z ]).* .*\\.(%\\d)?$"_s);
    const QStringList known = knownCoreTexts();
    QStringList missing;
    int seen = 0;
    for (const QString &folder :
         {u"core/validation"_s, u"core/edit"_s, u"core/admin"_s, u"core/store"_s, u"core/security"_s}) {
        QDirIterator files(QStringLiteral(ROLEWRIGHT_SOURCE_DIR) + u'/' + folder, {u"*.cpp"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QFile::ReadOnly));
            const QString source = QString::fromUtf8(file.readAll());
            for (auto found = literals.globalMatch(source); found.hasNext();) {
                QString text;
                for (auto part = one.globalMatch(found.next().captured(1)); part.hasNext();)
                    text += part.next().captured(1);
                text.replace(u"\\\""_s, u"\""_s).replace(u"\\\\"_s, u"\\"_s);
                if (!sentence.match(text).hasMatch())
                    continue;
                ++seen;
                if (!known.contains(text))
                    missing.append(text);
            }
        }
    }
    QVERIFY2(seen > 180, qPrintable(QString::number(seen)));
    QVERIFY2(missing.isEmpty(), qPrintable(u"Add to ui/widgets/coretext.cpp:\n"_s + missing.join(u'\n')));
}

void tst_CoreText::everySentenceIsTranslated()
{
    for (const QString &text : knownCoreTexts())
        QVERIFY2(QCoreApplication::translate("core", text.toUtf8().constData()) != text, qPrintable(text));
}

void tst_CoreText::realOnesComeOutWhole_data()
{
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("german");
    const Result<Policy> policy = readPolicy(R"({"rolewright": 1,
 "permissions": [{"name": "article:read"}],
 "roles": [{"name": "chief editor", "grants": ["article:read"]}, {"name": "clerk"}],
 "users": [{"id": "bob", "assignments": [{"role": "clerk"}]}]})");
    QVERIFY(policy);
    const auto refusal = [&](const Change &change) {
        Policy copy = *policy;
        const Status done = apply(copy, {change});
        return done ? QString() : done.error().findings.value(0).message;
    };
    QTest::addRow("grant twice") << refusal(
        {Change::Verb::Add, Change::Kind::Grant, u"chief editor"_s, u"article:read"_s, {}, {}, {}})
                                 << u"Die Rolle chief editor hat article:read schon."_s;
    QTest::addRow("no such role") << refusal(
        {Change::Verb::Remove, Change::Kind::Assignment, u"bob"_s, u"chief editor"_s, {}, {}, {}})
                                  << u"Der Benutzer bob hat die Rolle chief editor nicht."_s;
    QTest::addRow("cycle")
        << u"Roles inherit each other in a cycle: a inherits b inherits a. Take one of these inheritances away."_s
        << u"Rollen erben im Kreis voneinander: a inherits b inherits a. Nehmen Sie eine dieser Vererbungen weg."_s;
    QTest::addRow("name") << *problemOfName(u" x"_s) << u"beginnt oder endet mit einem Leerzeichen"_s;
    const Result<PermissionName> bad = parseGrant(u"article"_s);
    QVERIFY(!bad);
    QTest::addRow("nested")
        << u"The grant article %1."_s.arg(bad.error().message)
        << u"Die Berechtigung article hat nicht die Form resource:action oder resource:action:scope."_s;
    // What is wrong with a trail, and what it says of what is no change.
    QTest::addRow("archive")
        << u"the archive /home/ann/old 1.jsonl: record 2 is not as it was written: its hash does not match"_s
        << u"das Archiv /home/ann/old 1.jsonl: Eintrag 2 ist nicht, wie er geschrieben wurde: Sein Hash passt nicht"_s;
    QTest::addRow("token")
        << u"give app the token 7, \"billing, new\", for evaluation search in place of token 3"_s
        << u"app das Token 7, „billing, new“, für evaluation search geben, anstelle von Token 3"_s;
    QTest::addRow("sign in") << u"sign in"_s << u"anmelden"_s;
    // What a guard refuses, and what the trail says of a change.
    QTest::addRow("right")
        << u"%1 may not %2: that needs the right %3.%4"_s.arg(
               u"bob"_s,
               describe(Change{
                   Change::Verb::Add, Change::Kind::Grant, u"chief editor"_s, u"article:read"_s, {}, {}, {}}),
               u"rolewright/role:grant"_s, u" No delegation to bob covers it."_s)
        << u"bob darf das nicht: article:read an chief editor erteilen. Dafür ist das Recht rolewright/role:grant nötig. Keine Delegation an bob deckt es ab."_s;
    QTest::addRow("password")
        << u"The password is shorter than 8 characters. Nothing was changed: choose another."_s
        << u"Das Kennwort ist kürzer als 8 Zeichen. Nichts wurde geändert: Wählen Sie ein anderes."_s;
    QTest::addRow("kind")
        << u"There is no role clerk2; it may have been removed or renamed."_s
        << u"Rolle clerk2 gibt es nicht; vielleicht wurde der Eintrag entfernt oder umbenannt."_s;
}

void tst_CoreText::realOnesComeOutWhole()
{
    QFETCH(QString, english);
    QFETCH(QString, german);
    QCOMPARE(inWindowLanguage(english), german);
}

void tst_CoreText::summariesOfTheTrail_data()
{
    using Verb = Change::Verb;
    using Kind = Change::Kind;
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
    row("grant", {Verb::Add, Kind::Grant, u"chief editor"_s, u"article:read"_s, {}, {}, {}});
    row("revoke", {Verb::Remove, Kind::Grant, u"chief"_s, u"article:*"_s, {}, {}, {}});
    row("inherit", {Verb::Add, Kind::Inheritance, u"chief"_s, u"desk editor"_s, {}, {}, {}});
    row("assign", {Verb::Add, Kind::Assignment, u"bob"_s, u"desk editor"_s, {}, {}, Assignment{}});
    row("unassign", {Verb::Remove, Kind::Assignment, u"bob"_s, u"clerk"_s, {}, {}, {}});
    row("add role", {Verb::Add, Kind::Role, u"desk editor"_s, {}, {}, {}, Role{}});
    row("rename", {Verb::Rename, Kind::Role, u"desk editor"_s, {}, {}, {}, u"desk chief"_s});
    row("disable", {Verb::Set, Kind::Role, u"clerk"_s, {}, u"enabled"_s, true, false});
    row("sensitive", {Verb::Set, Kind::Permission, u"article:read"_s, {}, u"sensitive"_s, false, true});
    row("describe", {Verb::Set, Kind::Role, u"clerk"_s, {}, u"description"_s, u""_s, u"Counts money"_s});
    row("member", {Verb::Add, Kind::Member, u"four eyes"_s, u"clerk"_s, {}, {}, {}});
}

// The same as the change itself says in German, read from the English that is recorded.
void tst_CoreText::summariesOfTheTrail()
{
    QFETCH(Change, change);
    QVERIFY(textOf(change) != describe(change));
    QCOMPARE(summaryInWindowLanguage(describe(change)), textOf(change));
}

void tst_CoreText::whatIsNotKnownStaysEnglish()
{
    QCOMPARE(inWindowLanguage(u"The disk is full."_s), u"The disk is full."_s);
    QCOMPARE(inWindowLanguage(QString()), QString());
    // Which of these is the role?
    QCOMPARE(summaryInWindowLanguage(u"assign a to b to c"_s), u"assign a to b to c"_s);
    QCOMPARE(summaryInWindowLanguage(u"create the store"_s), u"den Speicher anlegen"_s);
    QCOMPARE(summaryInWindowLanguage(u"assign clerk to bob until 2027-01-01T00:00:00Z"_s),
             u"clerk an bob zuweisen bis 2027-01-01T00:00:00Z"_s);
    // What a sentence takes over is not looked at: a role may be called anything.
    QVERIFY(inWindowLanguage(u"Role is empty has begins or ends with a space already."_s)
                .contains(u"is empty hat begins or ends with a space"_s));
}

QTEST_MAIN(tst_CoreText)
#include "tst_coretext.moc"
