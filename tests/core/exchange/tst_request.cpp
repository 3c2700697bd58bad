// SPDX-License-Identifier: Apache-2.0
#include "core/decision/request.h"

#include "tests/support/threadwork.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace rolewright;

// Requests of semantics.md section 4: what is read, what is refused and where, and the canonical text.
class TestRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryMember();
    void refuses_data();
    void refuses();
    void acceptsUnknownMembers_data();
    void acceptsUnknownMembers();
    void writesCanonically_data();
    void writesCanonically();
    void writesWhatItReads_data();
    void writesWhatItReads();
    void roundTripsAreExact();
    void refusesLongTexts();
    void duplicatesBelowLongKeys();
};

namespace {

// The smallest request, with `more` on a second line.
QByteArray request(const QByteArray &more)
{
    return R"({"subject": {"type": "user", "id": "alice"}, "action": {"name": "read"}, )"
           R"("resource": {"type": "article", "id": "1"})"
        + (more.isEmpty() ? more : ",\n" + more) + "}";
}

} // namespace

void TestRequest::readsEveryMember()
{
    const auto read = parseRequest(R"({
        "context": {"explain": true, "roles": ["author", "editor"], "time": "2026-01-01T10:00+01:00"},
        "resource": {"properties": {"relations": ["team", "own"], "owner": "alice", "size": 3, "title": ""},
                     "id": "42", "type": "article"},
        "action": {"name": "update"},
        "subject": {"id": "alice", "type": "service"}})");
    QVERIFY(read);
    Request expected;
    expected.subjectType = u"service"_s;
    expected.subject = u"alice"_s;
    expected.action = u"update"_s;
    expected.resourceType = u"article"_s;
    expected.resource = u"42"_s;
    expected.properties = {{u"owner"_s, u"alice"_s}};
    expected.relations = {u"team"_s, u"own"_s};
    expected.time = parseDocumentTime(u"2026-01-01T09:00:00Z");
    expected.roles = {u"author"_s, u"editor"_s};
    expected.explain = true;
    QCOMPARE(*read, expected);
    QVERIFY(expected.time);

    const auto least = parseRequest(request({}));
    QVERIFY(least);
    QVERIFY(!least->time && !least->roles && !least->explain && least->relations.isEmpty());
    QVERIFY(parseRequest(request(R"("context": {"roles": []})"))->roles->isEmpty());
}

void TestRequest::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("finding");
    const auto row = [](const char *name, const QByteArray &json, const QString &finding) {
        QTest::newRow(name) << json << finding;
    };
    row("no object", "[]", u"line 1, column 1: A request must be an object."_s);
    row("no subject", "{}", u"line 1, column 1: The request has no subject; say it as an object."_s);
    row("null subject", R"({"subject": null})", u"line 1, column 13: /subject: subject must be an object."_s);
    row("no subject type", R"({"subject": {}})",
        u"line 1, column 13: /subject: The request has no subject.type; say it as a non-empty string."_s);
    row("empty id", R"({"subject": {"type": "user", "id": ""}})",
        u"line 1, column 36: /subject/id: subject.id must be a non-empty string."_s);
    row("number as id", R"({"subject": {"type": "user", "id": 7}})",
        u"line 1, column 36: /subject/id: subject.id must be a non-empty string."_s);
    row("no action", R"({"subject": {"type": "user", "id": "a"}})",
        u"line 1, column 1: The request has no action; say it as an object."_s);
    row("no resource id",
        R"({"subject": {"type": "user", "id": "a"}, "action": {"name": "b"}, "resource": {"type": "c"}})",
        u"line 1, column 79: /resource: The request has no resource.id; say it as a non-empty string."_s);
    row("properties", R"({"subject": {"type": "user", "id": "a"}, "action": {"name": "b"},
"resource": {"type": "c", "id": "d", "properties": []}})",
        u"line 2, column 52: /resource/properties: properties must be an object."_s);
    row("relations", R"({"subject": {"type": "user", "id": "a"}, "action": {"name": "b"},
"resource": {"type": "c", "id": "d", "properties": {"relations": ["team", 1]}}})",
        u"line 2, column 75: /resource/properties/relations/1: It must be a string."_s);
    row("relations null", R"({"subject": {"type": "user", "id": "a"}, "action": {"name": "b"},
"resource": {"type": "c", "id": "d", "properties": {"relations": null}}})",
        u"line 2, column 66: /resource/properties/relations: It must be an array of strings."_s);
    const QString at = u"line 2, column %1: /context%2"_s;
    row("context null", request(R"("context": null)"), at.arg(12).arg(u": context must be an object."_s));
    row("time", request(R"("context": {"time": "tomorrow"})"),
        at.arg(21).arg(u"/time: It must be a time such as \"2026-01-31T09:00:00Z\"."_s));
    row("time null", request(R"("context": {"time": null})"),
        at.arg(21).arg(u"/time: It must be a time such as \"2026-01-31T09:00:00Z\"."_s));
    row("roles", request(R"("context": {"roles": "author"})"),
        at.arg(22).arg(u"/roles: It must be an array of strings."_s));
    row("roles null", request(R"("context": {"roles": null})"),
        at.arg(22).arg(u"/roles: It must be an array of strings."_s));
    row("explain", request(R"("context": {"explain": "yes"})"),
        at.arg(24).arg(u"/explain: It must be true or false."_s));
    row("duplicate", request(R"("context": {}, "context": {})"),
        at.arg(16).arg(u": The member \"context\" is there twice; keep one."_s));
    row("duplicate in what is ignored", request(R"("context": {"a/b": [1, {"x": 1, "x": 2}]})"),
        at.arg(33).arg(u"/a~1b/1/x: The member \"x\" is there twice; keep one."_s));
}

void TestRequest::refuses()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, finding);
    const auto read = parseRequest(json);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Invalid);
    QCOMPARE(read.error().findings.size(), 1);
    QCOMPARE(toText(read.error().findings.first()), finding);
}

void TestRequest::acceptsUnknownMembers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("top") << request(R"("evaluations": null)");
    QTest::newRow("context") << request(R"("context": {"ip": {"v": 4}})");
    QTest::newRow("owner of another type")
        << request({}).replace(R"("id": "1")", R"("id": "1", "properties": {"owner": null})");
}

void TestRequest::acceptsUnknownMembers()
{
    QFETCH(QByteArray, json);
    const auto read = parseRequest(json);
    QVERIFY2(read, read ? "" : qPrintable(toText(read.error())));
    QCOMPARE(*read, *parseRequest(request({})));
}

void TestRequest::writesCanonically_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("canonical");
    QTest::newRow("order")
        << QByteArray(
               R"({"z": [ 1.50, {"b":1,"a":2} ], "context": {"x": 1, "explain": false, "time": "2026-01-01T00:00Z"},
        "resource": {"x": 0, "properties": {"zeta": 1, "alpha": 2, "relations": [], "owner": 1E3}, "id": "i", "type": "t"},
        "action": {"b": null, "name": "n"}, "subject": {"properties": {}, "id": "i", "type": "user"}, "a": true})")
        << uR"({"subject": {"type": "user", "id": "i", "properties": {}}, "action": {"name": "n", "b": null}, )"
           R"("resource": {"type": "t", "id": "i", "properties": {"owner": 1E3, "relations": [], "alpha": 2, "zeta": 1}, "x": 0}, )"
           R"("context": {"time": "2026-01-01T00:00Z", "explain": false, "x": 1}, "a": true, "z": [1.50, {"b": 1, "a": 2}]})"_s;
    QTest::newRow("code points")
        << request("\"\\ud83d\\ude00\": 1, \"\\uffee\": 2")
        << QString::fromUtf8(request("\"\xef\xbf\xae\": 2, \"\xf0\x9f\x98\x80\": 1").replace('\n', ' '));
}

void TestRequest::writesCanonically()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, canonical);
    const auto document = JsonDocument::parse(json);
    QVERIFY(document);
    QVERIFY(readRequest(*document, document->root()));
    QCOMPARE(canonicalRequest(document->root()), canonical);
}

void TestRequest::writesWhatItReads_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("least") << request({});
    QTest::newRow("session") << request(
        R"("context": {"time": "2026-01-01T00:00:00.250Z", "roles": [], "explain": true})");
    QTest::newRow("properties") << request({}).replace(
        R"("id": "1")",
        R"("id": "1", "properties": {"owner": "bob", "relations": ["team"], "author": "eve"})");
    QTest::newRow("operation") << QByteArray(
        R"({"subject": {"type": "user", "id": "a\"\\b"}, "action": {"name": "perform"}, )"
        R"("resource": {"type": "operation", "id": "PUT /articles/{id}"}})");
}

void TestRequest::writesWhatItReads()
{
    QFETCH(QByteArray, json);
    const auto read = parseRequest(json);
    QVERIFY(read);
    QCOMPARE(toJson(*read), QString::fromUtf8(json.replace('\n', ' ')));
}

void TestRequest::roundTripsAreExact()
{
    QVERIFY(rc::check("a request is read as it was written, and written canonically", [] {
        const auto text =
            rc::gen::map(rc::gen::element<std::string>("user", "alice", "owner", "own", "\"\\/",
                                                       "\u00e9\u65e5", "\uffee", "\U0001F600", "\x01", " "),
                         [](const std::string &each) { return QString::fromStdString(each); });
        const auto list = [&] {
            const auto texts = *rc::gen::container<std::vector<QString>>(text);
            return QStringList(texts.begin(), texts.end());
        };
        Request request;
        request.subjectType = *text;
        request.subject = *text;
        request.action = *text;
        request.resourceType = *text;
        request.resource = *text;
        for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
            request.properties.emplace(*text, *text);
        request.relations = list();
        if (*rc::gen::arbitrary<bool>())
            request.time = Instant{*rc::gen::inRange<qint64>(-62135596800000, 253402300800000)};
        if (*rc::gen::arbitrary<bool>())
            request.roles = list();
        request.explain = *rc::gen::arbitrary<bool>();

        const QString json = toJson(request);
        const auto read = parseRequest(json.toUtf8());
        RC_ASSERT(bool(read));
        RC_ASSERT(*read == request);
        const auto document = JsonDocument::parse(json.toUtf8());
        RC_ASSERT(canonicalRequest(document->root()) == json);
    }));
}

void TestRequest::refusesLongTexts()
{
    const auto fits = parseRequest(request("\"x\": \"" + QByteArray(1000000, 'x') + '"'));
    QVERIFY(fits);
    const auto read = parseRequest(request("\"x\": \"" + QByteArray(1100000, 'x') + '"'));
    QVERIFY(!read);
    QVERIFY2(read.error().findings.first().message.contains(u"1048576"_s),
             qPrintable(read.error().findings.first().message));
}

// The place of what is there twice costs nothing before there is one: 100,000 members under a key of 400 kB.
void TestRequest::duplicatesBelowLongKeys()
{
    const QByteArray key(400'000, 'k');
    QByteArray members;
    for (int i = 0; i < 50'000; ++i)
        members += "\"" + QByteArray::number(i) + "\":[],";
    const QByteArray single = request('"' + key + "\":{" + members + "\"a\":1},\"x\":1,\"y\":1");
    const QByteArray twice = request('"' + key + "\":{" + members + "\"a\":1},\"x\":1,\"x\":1");
    const double fine = workOf([&] { QVERIFY(parseRequest(single)); });
    Result<Request> read;
    const double refused = workOf([&] { read = parseRequest(twice); });
    QVERIFY(!read);
    QCOMPARE(read.error().findings.first().place, u"/x"_s);
    QVERIFY2(refused < 20 * fine, qPrintable(u"%1 ms, and %2 ms without"_s.arg(refused).arg(fine)));

    const auto below = parseRequest(request('"' + key + "\":{\"\xe2\x80\xae\":1,\"\xe2\x80\xae\":1}"));
    QVERIFY(!below);
    QCOMPARE(below.error().findings.first().place, u"/"_s + QString(199, u'k') + u"\u2026/\u202e"_s);
    QCOMPARE(below.error().findings.first().message, u"The member \"<U+202E>\" is there twice; keep one."_s);
}

QTEST_APPLESS_MAIN(TestRequest)
#include "tst_request.moc"
