// SPDX-License-Identifier: Apache-2.0
#include "core/edit/difference.h"
#include "core/exchange/policyjson.h"
#include "core/exchange/sample.h"
#include "core/validation/validate.h"
#include "randomdocuments.h"

#include <QElapsedTimer>
#include <QTest>

#include <rapidcheck.h>

using namespace rolewright;

// What must hold for every policy document: round trips, damaged documents, sizes.
class TestDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTripsAreExact();
    void damagedDocumentsAreReadOrRefused();
    void refusesByStatedLimits_data();
    void refusesByStatedLimits();
    void refusesTextsOfHundredMegabytes();
    void namesLongCycles();
    void reportsManyErrorsQuickly();
    void readsAMillionAssignments();
};

namespace {

QString problemsOf(const QByteArray &json)
{
    const auto policy = readPolicy(json);
    return policy ? u"(none)"_s : toText(policy.error());
}

} // namespace

void TestDocuments::roundTripsAreExact()
{
    QVERIFY(rc::check("reading what was written gives the same policy", [](quint32 seed) {
        const Policy policy = RandomDocuments(seed).policy();
        RC_ASSERT(validate(policy).isEmpty());
        const QByteArray written = writePolicy(policy);
        const auto read = readPolicy(written);
        if (!read)
            RC_FAIL(toText(read.error()).toStdString());
        RC_ASSERT(differenceByName(policy, *read).isEmpty());
        RC_ASSERT(writePolicy(*read) == written);
    }));
}

void TestDocuments::damagedDocumentsAreReadOrRefused()
{
    const quint32 seed = RandomDocuments::someSeed();
    qInfo("ROLEWRIGHT_SEED=%u", seed);
    RandomDocuments random(seed);
    const QByteArray sample = newsroomSample();
    int refused = 0;
    for (int i = 0; i < 3000; ++i) {
        const QByteArray json = random.damaged(i % 3 == 0 ? writePolicy(random.policy()) : sample);
        const auto policy = readPolicy(json);
        if (policy) {
            QVERIFY2(validate(*policy).isEmpty(), json.constData());
            const QByteArray written = writePolicy(*policy);
            QVERIFY2(readPolicy(written) && writePolicy(*readPolicy(written)) == written, json.constData());
            continue;
        }
        ++refused;
        QCOMPARE(policy.error().code, ErrorCode::Invalid);
        QVERIFY(!policy.error().findings.isEmpty());
        std::pair<qint64, qint64> last;
        for (const Finding &finding : policy.error().findings) {
            const std::pair<qint64, qint64> here(finding.line, finding.column);
            QVERIFY2(here >= last && finding.line > 0 && finding.column > 0, json.constData());
            last = here;
        }
    }
    QVERIFY2(refused > 1000 && refused < 3000, qPrintable(QString::number(refused)));
}

void TestDocuments::refusesByStatedLimits_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");
    const QByteArray open =
        R"({"rolewright": 1, "tests": [{"name": "t", "expect": true, "request": {"subject": {"type": "user", "id": "u"},
"action": {"name": "b"}, "resource": {"type": "a", "id": "1"}, "x": )";
    const auto nested = [&](int depth) {
        return open + QByteArray(depth, '[') + QByteArray(depth, ']') + "}}]}";
    };
    QTest::newRow("63 deep") << nested(59) << u"(none)"_s;
    // 61 levels are the request's: a change set that removes the test would be 65 deep.
    QTest::newRow("64 deep") << nested(60)
                             << u"The policy document is not valid.\n  line 1, column 70: /tests/0/request: The "
                                "request of a test is nested deeper than 60."_s;
    QTest::newRow("65 deep") << nested(
        61) << u"The input is not valid.\n  line 2, column 129: The text is nested deeper than 64."_s;
    QTest::newRow("100,000 deep") << QByteArray(
        100000, '[') << u"The input is not valid.\n  line 1, column 65: The text is nested deeper than 64."_s;
    QTest::newRow("100,000 deep objects")
        << QByteArray(R"({"a":)").repeated(100000)
        << u"The input is not valid.\n  line 1, column 321: The text is nested deeper than 64."_s;
    QTest::newRow("too many elements")
        << "[" + QByteArray("1,\n").repeated(10000000) + "1]"
        << u"The input is not valid.\n  line 10000001, column 1: The text has more than 10000000 members and elements."_s;
    QTest::newRow("too many bytes")
        << QByteArray((256 << 20) + 1, ' ')
        << u"The input is not valid.\n  line 1, column 1: The text is 268435457 bytes long; at most 268435456 are allowed."_s;
}

void TestDocuments::refusesByStatedLimits()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, message);
    QCOMPARE(problemsOf(json), message);
}

void TestDocuments::refusesTextsOfHundredMegabytes()
{
    const QByteArray text(100000000, 'x');
    const QString shown = QString(80, u'x') + u'\u2026';
    const QString invalid = u"The policy document is not valid.\n  "_s;
    const QByteArray begin = "{\"rolewright\": 1, ";
    QCOMPARE(
        problemsOf(begin + "\"roles\": [{\"name\": \"" + text + "\"}]}"),
        invalid
            + u"line 1, column 38: /roles/0/name: The name \"%1\" is 100000000 characters long; at most 200 are allowed."_s
                  .arg(shown));
    QCOMPARE(
        problemsOf(begin + "\"permissions\": [{\"name\": \"" + text + "\"}]}"),
        invalid
            + u"line 1, column 44: /permissions/0/name: The permission \"%1\" is too long; a segment has at most 100 characters."_s
                  .arg(shown));
    QVERIFY(problemsOf(begin + "\"" + text + "\": 1}").contains(u"is unknown; known here:"_s));
    QVERIFY(problemsOf(begin + "\"roles\": [{\"name\": \"" + text).contains(u"missing closing quote"_s));
    QVERIFY(problemsOf(begin + "\"roles\": " + text).contains(u"invalid literal"_s));
}

void TestDocuments::namesLongCycles()
{
    // One ring of 2,000 roles, written so that the last entry closes it.
    QByteArray json = R"({"rolewright": 1, "roles": [)";
    for (int i = 0; i < 2000; ++i)
        json += "{\"name\": \"r" + QByteArray::number(i) + "\", \"inherits\": [\"r"
            + QByteArray::number((i + 1) % 2000) + "\"]},\n";
    json.chop(2);
    const auto policy = readPolicy(json + "]}");
    QVERIFY(!policy);
    QCOMPARE(policy.error().findings.size(), 1);
    const QString text = toText(policy.error().findings.first());
    QVERIFY2(
        text.startsWith(
            u"line 2000, column 32: /roles/1999/inherits/0: This closes a cycle of inheritance: \"r1999\" "
            "inherits \"r0\" inherits \"r1\" inherits "_s),
        qPrintable(text));
    QVERIFY2(text.endsWith(u"inherits \"r18\" inherits \u2026 inherits \"r1999\"."_s), qPrintable(text));
}

void TestDocuments::reportsManyErrorsQuickly()
{
    QElapsedTimer timer;
    timer.start();
    const QByteArray begin = "{\"rolewright\": 1, \"roles\": [";
    const auto policy =
        readPolicy(begin + QByteArray("{\"name\": 7},\n").repeated(200000) + "{\"name\": 7}]}");
    QVERIFY(!policy);
    const Findings &findings = policy.error().findings;
    QCOMPARE(findings.size(), 100001); // a stated maximum, and that there is more
    QCOMPARE(toText(findings.at(99999)),
             u"line 100000, column 10: /roles/99999/name: This must be a string, not a number."_s);
    QCOMPARE(findings.last().message, u"There is more that is wrong; mend this first."_s);
    QVERIFY2(timer.elapsed() < 20000, qPrintable(QString::number(timer.elapsed())));
}

void TestDocuments::readsAMillionAssignments()
{
    Policy policy;
    for (int i = 0; i < 1000; ++i)
        policy.roles().insert({u"role %1"_s.arg(i), {}, true});
    QList<AssignmentRow> rows;
    rows.reserve(1000000);
    for (quint32 i = 0; i < 100000; ++i) {
        const UserId user = policy.users().insert({u"user%1"_s.arg(i), u"user%1"_s.arg(i), true, {}, {}});
        for (quint32 j = 0; j < 10; ++j)
            rows.append({user, {(i + j * 97) % 1000}, 0, 0});
    }
    policy.assignments().assign(std::move(rows));
    QElapsedTimer timer;
    timer.start();
    const QByteArray json = writePolicy(policy);
    const qint64 writing = timer.restart();
    const auto read = readPolicy(json);
    const qint64 reading = timer.elapsed();
    QVERIFY2(read, read ? "" : qPrintable(toText(read.error())));
    QCOMPARE(read->assignments().size(), 1000000);
    QVERIFY(writePolicy(*read) == json);
    qInfo("%lld MB: written in %lld ms, read in %lld ms", qlonglong(json.size() >> 20), qlonglong(writing),
          qlonglong(reading));
    QVERIFY(reading < 30000); // a few seconds; the rest is room for slow machines and sanitizers
}

QTEST_APPLESS_MAIN(TestDocuments)
#include "tst_documents.moc"
