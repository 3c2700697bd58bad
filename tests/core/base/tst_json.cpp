// SPDX-License-Identifier: Apache-2.0
#include "core/base/json.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace rolewright;

// The strict parser with its places, and the writer.
class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsPlaces();
    void positionsAgreeWithASimpleWalk();
    void readsStrings_data();
    void readsStrings();
    void readsNumbers_data();
    void readsNumbers();
    void marksDuplicates();
    void refuses_data();
    void refuses();
    void holdsLimits();
    void writesBothLayouts();
    void writesWhatItReads();
};

namespace {

void list(const JsonDocument &document, const JsonValue &value, const QString &path, QStringList &lines)
{
    const JsonDocument::Position at = document.position(value.offset());
    const JsonDocument::Position key = document.position(value.keyOffset());
    lines.append(u"%1 %2:%3 key %4:%5"_s.arg(path).arg(at.line).arg(at.column).arg(key.line).arg(key.column));
    if (!value.isArray() && !value.isObject())
        return;
    int index = 0;
    for (JsonValue child = value.firstChild(); child.isValid(); child = child.nextSibling(), ++index)
        list(document, child, path + u'/' + (value.isObject() ? child.key() : QString::number(index)), lines);
}

rc::Gen<std::string> jsonText(int depth)
{
    using namespace rc;
    const Gen<std::string> leaf =
        gen::element<std::string>("null", "true", "false", "0", "-1", "1.50", "2E+5",
                                  "12345678901234567890123", R"("")", R"("a\"\\\n\u0001é😀")", R"("/")");
    if (depth == 0)
        return leaf;
    const auto children = gen::container<std::vector<std::string>>(jsonText(depth - 1));
    const auto join = [](const std::vector<std::string> &items, bool object) {
        std::string text = object ? "{" : "[";
        for (std::size_t i = 0; i < std::min<std::size_t>(items.size(), 4); ++i)
            text +=
                (i ? ", " : "") + (object ? "\"k" + std::to_string(i) + "\": " : std::string()) + items[i];
        return text + (object ? "}" : "]");
    };
    return gen::oneOf(leaf, gen::map(children, [=](const auto &items) { return join(items, true); }),
                      gen::map(children, [=](const auto &items) { return join(items, false); }));
}

} // namespace

void TestJson::keepsPlaces()
{
    const auto document = JsonDocument::parse(
        "{\"a\": [1, -2.5e3,\r\n  {\"é😀\": \"\\\"x\\\\\"}, [] ],\n\t\"b\" : true, \"c\":null}\n");
    QVERIFY(document);
    QStringList lines;
    list(*document, document->root(), {}, lines);
    QCOMPARE(lines,
             (QStringList{u" 1:1 key 1:1"_s, u"/a 1:7 key 1:2"_s, u"/a/0 1:8 key 1:8"_s,
                          u"/a/1 1:11 key 1:11"_s, u"/a/2 2:3 key 2:3"_s, u"/a/2/é😀 2:10 key 2:4"_s,
                          u"/a/3 2:20 key 2:20"_s, u"/b 3:8 key 3:2"_s, u"/c 3:18 key 3:14"_s}));
}

void TestJson::positionsAgreeWithASimpleWalk()
{
    QByteArray text = "[";
    for (int i = 0; i < 3000; ++i)
        text += (i % 7 ? "\"é😀\", " : "1,\n");
    text += "0]";
    const auto document = JsonDocument::parse(text);
    QVERIFY(document);
    JsonDocument::Position at;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if ((text.at(i) & 0xc0) == 0x80)
            continue; // inside a code point
        const JsonDocument::Position found = document->position(i);
        QVERIFY2(found.line == at.line && found.column == at.column, qPrintable(QString::number(i)));
        at = text.at(i) == '\n' ? JsonDocument::Position{at.line + 1, 1}
                                : JsonDocument::Position{at.line, at.column + 1};
    }
}

void TestJson::readsStrings_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QByteArray(R"("")") << QString();
    QTest::newRow("plain") << QByteArray("\"Über 日本\"") << u"Über 日本"_s;
    QTest::newRow("every escape") << QByteArray(R"("\"\\\/\b\f\n\r\t")") << u"\"\\/\b\f\n\r\t"_s;
    QTest::newRow("code units") << QByteArray(R"("\u00e9\u00E9\ud83d\uDE00x")") << u"éé😀x"_s;
    QTest::newRow("NUL") << QByteArray(R"("a\u0000b")") << u"a"_s + QChar(0) + u'b';
    QTest::newRow("backslashes before the end") << QByteArray(R"("\\\\")") << u"\\\\"_s;
    QTest::newRow("byte order mark") << QByteArray("\"\xef\xbb\xbf\xef\xbb\xbf"
                                                   "a\"")
                                     << u"\ufeff\ufeffa"_s;
    QTest::newRow("byte order mark behind an escape") << QByteArray("\"\\n\xef\xbb\xbf\"") << u"\n\ufeff"_s;
    QTest::newRow("quotes and backslashes") << QByteArray(R"("\\\"\\")") << u"\\\"\\"_s;
}

void TestJson::readsStrings()
{
    QFETCH(QByteArray, json);
    for (const QByteArray &text : {json, "[" + json + "]", "{" + json + ":" + json + "}"}) {
        const auto document = JsonDocument::parse(text);
        QVERIFY2(document, document ? "" : qPrintable(toText(document.error())));
        const JsonValue root = document->root();
        QTEST((root.isString() ? root : root.firstChild()).toString(), "text");
        if (root.isObject())
            QTEST(root.firstChild().key(), "text");
    }
}

void TestJson::readsNumbers_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<bool>("isInteger");
    QTest::addColumn<bool>("fits");
    QTest::addColumn<qint64>("value");
    const auto row = [](const char *number, bool isInteger, bool fits, qint64 value) {
        QTest::newRow(number) << QByteArray(number) << isInteger << fits << value;
    };
    row("0", true, true, 0);
    row("-0", true, true, 0);
    row("42", true, true, 42);
    row("-9223372036854775808", true, true, std::numeric_limits<qint64>::min());
    row("9223372036854775807", true, true, std::numeric_limits<qint64>::max());
    row("9223372036854775808", true, false, 0);
    row("18446744073709551616", true, false, 0);
    row("123456789012345678901234567890", true, false, 0);
    row("1.0", false, false, 0);
    row("1e0", false, false, 0);
    row("1E+2", false, false, 0);
    row("-0.5", false, false, 0);
}

void TestJson::readsNumbers()
{
    QFETCH(QByteArray, number);
    QFETCH(bool, isInteger);
    QFETCH(bool, fits);
    for (const QByteArray &text :
         {number, "[" + number + "]", "[1," + number + " ]", "{\"a\":" + number + "}"}) {
        const auto document = JsonDocument::parse(text);
        QVERIFY(document);
        JsonValue value = document->root();
        if (value.firstChild().isValid())
            value = value.firstChild().nextSibling().isValid() ? value.firstChild().nextSibling()
                                                               : value.firstChild();
        QCOMPARE(value.type(), isInteger ? JsonValue::Type::Integer : JsonValue::Type::Number);
        QCOMPARE(value.rawNumber(), number);
        QCOMPARE(value.toInteger().has_value(), fits);
        QTEST(value.toInteger().value_or(0), "value");
    }
}

void TestJson::marksDuplicates()
{
    const auto document = JsonDocument::parse(R"({"a": 1, "b": {"a": 1, "\u0061": 2}, "a": 3})");
    QVERIFY(document && document->hasDuplicates());
    const JsonValue first = document->root().firstChild();
    QVERIFY(!first.isDuplicate() && !first.nextSibling().isDuplicate());
    QVERIFY(first.nextSibling().firstChild().nextSibling().isDuplicate());
    QVERIFY(first.nextSibling().nextSibling().isDuplicate());
    QCOMPARE(document->root().member(u"a").toInteger().value(), 1);
    QVERIFY(!document->root().member(u"c").isValid());

    QByteArray many = "{";
    for (int i = 0; i < 100; ++i)
        many += "\"k" + QByteArray::number(i) + "\": 1, ";
    QVERIFY(!JsonDocument::parse(many + "\"k100\": 1}")->hasDuplicates());
    for (int i = 0; i < 100; ++i)
        QVERIFY(JsonDocument::parse(many + "\"k" + QByteArray::number(i) + "\": 1}")->hasDuplicates());
}

void TestJson::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const QByteArray &json, const QString &error) {
        QTest::newRow(name) << json << error;
    };
    row("trailing comma", "[1,\n]",
        u"line 2, column 1: The text is not JSON: unexpected ']'; expected '[', '{', or a literal."_s);
    row("no quotes", "{a: 1}",
        u"line 1, column 2: The text is not JSON: invalid literal; expected string literal."_s);
    row("single quotes", "['a']", u"line 1, column 2: The text is not JSON: invalid literal."_s);
    row("comment", "// x\n1", u"line 1, column 1: The text is not JSON: invalid literal."_s);
    row("leading zero", "[01]",
        u"line 1, column 3: The text is not JSON: unexpected number literal; expected ']'."_s);
    row("plus", "[+1]", u"line 1, column 2: The text is not JSON: invalid literal."_s);
    row("not a number", "[NaN]", u"line 1, column 2: The text is not JSON: invalid literal."_s);
    row("line feed in a string", "\"a\nb\"",
        u"line 1, column 3: The text is not JSON: invalid string: control character U+000A (LF) must be escaped to \\u000A or \\n."_s);
    row("number out of range", "{\"a\": [1, -1e999]}",
        u"line 1, column 11: The text has the number -1e999, which is too large; write it as a string."_s);
    row("long number", '1' + QByteArray(400, '0'),
        u"line 1, column 1: The text has the number 1"_s + QString(38, u'0')
            + u"\u2026, which is too large; write it as a string."_s);
    row("NUL inside", QByteArray("[1\0]", 4),
        u"line 1, column 3: The text is not JSON: unexpected end of input; expected ']'."_s);
    row("NUL behind", QByteArray("1\0", 2), u"line 1, column 2: The text is not JSON: it has a NUL byte."_s);
    row("low surrogate", R"(["\udc00"])",
        u"line 1, column 8: The text is not JSON: invalid string: surrogate U+DC00..U+DFFF must follow U+D800..U+DBFF."_s);
    row("two high surrogates", R"(["\ud800\ud800"])",
        u"line 1, column 14: The text is not JSON: invalid string: surrogate U+D800..U+DBFF must be followed by U+DC00..U+DFFF."_s);
    row("overlong UTF-8", "\"\xc0\xaf\"",
        u"line 1, column 2: The text is not JSON: invalid string: ill-formed UTF-8 byte."_s);
    row("surrogate in UTF-8", "\"\xed\xa0\x80\"",
        u"line 1, column 3: The text is not JSON: invalid string: ill-formed UTF-8 byte."_s);
    row("UTF-16", QByteArray("[\0]\0", 4),
        u"line 1, column 2: The text is not JSON: unexpected end of input; expected '[', '{', or a literal."_s);
}

void TestJson::refuses()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, error);
    const auto document = JsonDocument::parse(json);
    QVERIFY(!document);
    QCOMPARE(document.error().code, ErrorCode::Invalid);
    QCOMPARE(document.error().findings.size(), 1);
    QCOMPARE(toText(document.error().findings.first()), error);
}

void TestJson::holdsLimits()
{
    const JsonLimits limits{20, 3, 5};
    QVERIFY(JsonDocument::parse("[[[1,2,3]]]", limits));
    QVERIFY(JsonDocument::parse("[[[1,2,3]]]         ", limits));
    const auto error = [&](const QByteArray &text) {
        const auto document = JsonDocument::parse(text, limits);
        return document ? QString() : toText(document.error().findings.first());
    };
    QCOMPARE(error("[[[1,2,3]]]          "),
             u"line 1, column 1: The text is 21 bytes long; at most 20 are allowed."_s);
    QCOMPARE(error("[[[1,2,3,4]]]"), u"line 1, column 10: The text has more than 5 members and elements."_s);
    QCOMPARE(error("[[\n[{}]]]"), u"line 2, column 2: The text is nested deeper than 3."_s);
}

void TestJson::writesBothLayouts()
{
    const auto write = [](JsonWriter::Layout layout) {
        JsonWriter json(layout);
        json.beginObject();
        json.member(u"text", u"a\"\\\n\r\t\b\f\x01\x7fé😀\u2028/"_s);
        json.member(u"number", -5);
        json.key(u"empty");
        json.beginArray();
        json.endArray();
        json.key(u"list");
        json.beginArray();
        json.value(true);
        json.null();
        json.beginObject();
        json.endObject();
        json.rawNumber("1.50");
        json.endArray();
        json.endObject();
        return QString::fromUtf8(json.take());
    };
    const QString text = u"\"a\\\"\\\\\\n\\r\\t\\b\\f\\u0001\x7fé😀\u2028/\""_s;
    QCOMPARE(write(JsonWriter::Layout::OneLine),
             u"{\"text\": "_s + text
                 + u", \"number\": -5, \"empty\": [], \"list\": [true, null, {}, 1.50]}"_s);
    QCOMPARE(
        write(JsonWriter::Layout::Indented),
        u"{\n  \"text\": "_s + text
            + u",\n  \"number\": -5,\n  \"empty\": [],\n  \"list\": [\n    true,\n    null,\n    {},\n    1.50\n  ]\n}"_s);
}

void TestJson::writesWhatItReads()
{
    QVERIFY(rc::check("a document written from its values is the same", [] {
        const QByteArray text = QByteArray::fromStdString(*jsonText(3));
        const auto document = JsonDocument::parse(text);
        RC_ASSERT(bool(document));
        JsonWriter json(JsonWriter::Layout::OneLine);
        json.value(document->root());
        RC_ASSERT(json.take() == text);
        JsonWriter indented;
        indented.value(document->root());
        const auto again = JsonDocument::parse(indented.take());
        RC_ASSERT(bool(again));
        json.value(again->root());
        RC_ASSERT(json.take() == text);
    }));
}

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
