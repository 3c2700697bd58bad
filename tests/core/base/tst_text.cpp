// SPDX-License-Identifier: Apache-2.0
#include "core/base/text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace rolewright;

// The rules for names and texts of semantics.md section 1.
class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void texts_data();
    void texts();
    void lengthsAreInCodePoints();
    void keepsEveryCharacterOfUtf8();
    void shortensByWholeCharacters();
    void ordersByCodePoint();
    void namesThatLookAlike_data();
    void namesThatLookAlike();
    void quotes_data();
    void quotes();
};

namespace {

QString of(char32_t c)
{
    return QString::fromUcs4(&c, 1);
}

} // namespace

void TestText::names_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const QString &text, const QString &problem = {}) {
        QTest::newRow(name) << text << problem;
    };
    row("plain", u"editor"_s);
    row("signs", u"PUT /articles/{id} \"x\" \\ * : ~ <b>"_s);
    row("inner spaces", u"a  b"_s);
    row("composed", u"\u00e9\u00df\u65e5\u672c"_s);
    row("beyond the first plane", of(0x1F600) + of(0x20000));
    row("a mark that has no composed form", u"x\u0301"_s);
    row("tag-free flags", of(0x1F1E9) + of(0x1F1EA));
    row("empty", u""_s, u"is empty"_s);
    row("a space in front", u" a"_s, u"begins or ends with a space"_s);
    row("a space behind", u"a "_s, u"begins or ends with a space"_s);
    row("only a space", u" "_s, u"begins or ends with a space"_s);
    row("NUL", u"a"_s + QChar(0), u"has the control character U+0000 at 2"_s);
    row("tab", u"a\tb"_s, u"has the control character U+0009 at 2"_s);
    row("line feed", u"a\n"_s, u"has the control character U+000A at 2"_s);
    row("delete", of(0x7f), u"has the control character U+007F at 1"_s);
    row("C1", of(0x85), u"has the control character U+0085 at 1"_s);
    row("soft hyphen", u"a\u00adb"_s, u"has the format character U+00AD at 2"_s);
    row("zero width joiner", u"a\u200db"_s, u"has the format character U+200D at 2"_s);
    row("right-to-left override", u"a\u202eb"_s, u"has the format character U+202E at 2"_s);
    row("isolate", u"\u2066a"_s, u"has the format character U+2066 at 1"_s);
    row("byte order mark", u"\ufeffa"_s, u"has the format character U+FEFF at 1"_s);
    row("tag", of(0xE0041), u"has the format character U+E0041 at 1"_s);
    row("no-break space", u"a\u00a0b"_s, u"has the white space U+00A0 at 2"_s);
    row("ideographic space", u"a\u3000b"_s, u"has the white space U+3000 at 2"_s);
    row("line separator", u"a\u2028b"_s, u"has the white space U+2028 at 2"_s);
    row("private use", u"\ue000"_s, u"has the private-use character U+E000 at 1"_s);
    row("private use far away", of(0x10FFFD), u"has the private-use character U+10FFFD at 1"_s);
    row("noncharacter", u"\uffff"_s, u"has the noncharacter U+FFFF at 1"_s);
    row("noncharacter in the middle", u"\ufdd0"_s, u"has the noncharacter U+FDD0 at 1"_s);
    row("noncharacter of a plane", of(0x1FFFE), u"has the noncharacter U+1FFFE at 1"_s);
    row("high surrogate", u"a"_s + QChar(0xd800), u"has the lone surrogate U+D800 at 2"_s);
    row("low surrogate", QChar(0xdc00) + u"a"_s, u"has the lone surrogate U+DC00 at 1"_s);
    row("surrogates the wrong way round", QString(QChar(0xdc00)) + QChar(0xd800),
        u"has the lone surrogate U+DC00 at 1"_s);
    row("decomposed", u"e\u0301"_s, u"is not in Unicode form NFC; write it composed, as \"\u00e9\""_s);
    row("angstrom", u"\u212b"_s, u"is not in Unicode form NFC; write it composed, as \"\u00c5\""_s);
    row("hangul", u"\u1100\u1161"_s, u"is not in Unicode form NFC; write it composed, as \"\uac00\""_s);
}

void TestText::names()
{
    QFETCH(QString, text);
    QTEST(problemOfName(text).value_or(QString()), "problem");
}

void TestText::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("description");
    const auto row = [](const char *name, const QString &text, const QString &value = {},
                        const QString &description = {}) {
        QTest::newRow(name) << text << value << description;
    };
    row("empty", {});
    row("spaces and forms", u" e\u0301 \u00a0\u2028\u200d\ue000"_s);
    row("line feed", u"a\nb"_s, u"has the control character U+000A at 2"_s);
    row("carriage return", u"a\rb"_s, u"has the control character U+000D at 2"_s,
        u"has the control character U+000D at 2"_s);
    row("NUL", QString(QChar(0)), u"has the control character U+0000 at 1"_s,
        u"has the control character U+0000 at 1"_s);
    row("lone surrogate", QString(QChar(0xdfff)), u"has the lone surrogate U+DFFF at 1"_s,
        u"has the lone surrogate U+DFFF at 1"_s);
    for (const char16_t bidi :
         {u'\u061c', u'\u200e', u'\u200f', u'\u202a', u'\u202e', u'\u2066', u'\u2069'}) {
        const QString code = QString::number(uint(bidi), 16).toUpper().rightJustified(4, u'0');
        const QString problem = u"has the bidirectional control character U+%1 at 2"_s.arg(code);
        row(qPrintable(code), u"a"_s + QChar(bidi), problem, problem);
    }
    row("10,000 characters", QString(10000, u'x'));
    const QString tooLong = u"is 10001 characters long; at most 10000 are allowed"_s;
    row("10,001 characters", QString(10001, u'x'), tooLong, tooLong);
}

void TestText::texts()
{
    QFETCH(QString, text);
    QTEST(problemOfValue(text).value_or(QString()), "value");
    QTEST(problemOfDescription(text).value_or(QString()), "description");
}

void TestText::lengthsAreInCodePoints()
{
    const QString face = of(0x1F600);
    QVERIFY(!problemOfName(face.repeated(200)));
    QCOMPARE(problemOfName(face.repeated(201)).value(), u"is 201 characters long; at most 200 are allowed"_s);
    QVERIFY(!problemOfName(face.repeated(100), 100));
    QCOMPARE(problemOfName(face.repeated(101), 100).value(),
             u"is 101 characters long; at most 100 are allowed"_s);
}

void TestText::keepsEveryCharacterOfUtf8()
{
    for (const QString &text :
         {u""_s, u"a"_s, u"\ufeff"_s, u"\ufeffa"_s, u"\ufeff\ufeffé\ufeff"_s, u"a\ufeff"_s})
        QCOMPARE(textFromUtf8(text.toUtf8()), text);
}

void TestText::shortensByWholeCharacters()
{
    const QString face = of(0x1F600);
    QCOMPARE(shortened(u"abcd"_s, 4), u"abcd"_s);
    QCOMPARE(shortened(u"abcde"_s, 4), u"abc\u2026"_s);
    QCOMPARE(shortened(face.repeated(4), 4), face.repeated(4));
    QCOMPARE(shortened(face.repeated(5), 4), face.repeated(3) + u'\u2026');
    QCOMPARE(shortened(u"ab"_s + face + u"cde"_s, 4), u"ab"_s + face + u'\u2026');
    QCOMPARE(shortened({}, 4), QString());
}

void TestText::ordersByCodePoint()
{
    QStringList names{of(0x1F600), u"\uffee"_s, u"\ue000"_s, u"b"_s,      u"ab"_s,
                      u"a"_s,      u"B"_s,      u""_s,       of(0x10000), u"\ud7ff"_s};
    sortByCodePoint(names);
    QCOMPARE(names,
             (QStringList{u""_s, u"B"_s, u"a"_s, u"ab"_s, u"b"_s, u"\ud7ff"_s, u"\ue000"_s, u"\uffee"_s,
                          of(0x10000), of(0x1F600)}));
    QVERIFY(!lessByCodePoint(u"a", u"a"));
}

void TestText::namesThatLookAlike_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("alike");
    QTest::newRow("case") << u"Editor"_s << u"editor"_s << true;
    QTest::newRow("Cyrillic a") << u"admin"_s << u"\u0430dmin"_s << true;
    QTest::newRow("one and l") << u"l0cal"_s << u"1ocal"_s << true;
    QTest::newRow("other") << u"editor"_s << u"author"_s << false;
    QTest::newRow("longer") << u"editor"_s << u"editors"_s << false;
}

void TestText::namesThatLookAlike()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QTEST(skeleton(a) == skeleton(b), "alike");
}

void TestText::quotes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"a b"_s << u"\"a b\""_s;
    QTest::newRow("strange") << u"a\x1b[31m\u202e\u00a0\ue000"_s + QChar(0xd800)
                             << u"\"a<U+001B>[31m<U+202E><U+00A0><U+E000><U+D800>\""_s;
    QTest::newRow("long") << QString(81, u'x') << u'"' + QString(80, u'x') + u"\u2026\""_s;
}

void TestText::quotes()
{
    QFETCH(QString, text);
    QTEST(quoted(text), "shown");
}

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
