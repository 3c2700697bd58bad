// SPDX-License-Identifier: Apache-2.0
#include "core/base/instant.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace rolewright;

// RFC 3339 as semantics.md has it: strict in documents (section 8), lenient in requests (section 4).
class TestInstant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void agreesWithQtOnEveryDay();
};

void TestInstant::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("document"); // how it is written again; empty: refused
    QTest::addColumn<QString>("request");
    const auto both = [](const char *text, const char *written) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(written)
                            << QString::fromUtf8(written);
    };
    const auto only = [](const char *text, const char *request) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString() << QString::fromUtf8(request);
    };
    both("2027-01-01T00:00:00Z", "2027-01-01T00:00:00Z");
    both("2027-01-01t00:00:00z", "2027-01-01T00:00:00Z");
    both("2027-01-01T00:00:00.0Z", "2027-01-01T00:00:00Z");
    both("2027-01-01T00:00:00.5Z", "2027-01-01T00:00:00.500Z");
    both("2027-01-01T00:00:00.05Z", "2027-01-01T00:00:00.050Z");
    both("2027-01-01T00:00:00.123Z", "2027-01-01T00:00:00.123Z");
    both("2027-01-01T00:00:00+00:00", "2027-01-01T00:00:00Z");
    both("2027-01-01T00:00:00-00:00", "2027-01-01T00:00:00Z");
    both("2027-01-01T00:00:00+05:30", "2026-12-31T18:30:00Z");
    both("2027-01-01T00:00:00-23:59", "2027-01-01T23:59:00Z");
    both("2024-02-29T12:00:00Z", "2024-02-29T12:00:00Z");
    both("2000-02-29T12:00:00Z", "2000-02-29T12:00:00Z");
    both("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z");
    both("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z");
    both("0000-12-31T23:00:00-01:00", "0001-01-01T00:00:00Z");
    both("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z");
    // Requests drop digits past the millisecond, and may leave out the seconds.
    only("2027-01-01T00:00:00.1239Z", "2027-01-01T00:00:00.123Z");
    only("2027-01-01T00:00:00.000000000Z", "2027-01-01T00:00:00Z");
    only("2027-01-01T00:00Z", "2027-01-01T00:00:00Z");
    only("2027-01-01T00:00+01:00", "2026-12-31T23:00:00Z");
    for (const char *text : {"",
                             "2027",
                             "2027-01-01",
                             "2027-01-01T00",
                             "2027-01-01T00:00:00",
                             "2027-01-01 00:00:00Z",
                             "2027-1-01T00:00:00Z",
                             "2027-01-01T0:00:00Z",
                             "2027-01-01T24:00:00Z",
                             "2027-01-01T00:60:00Z",
                             "2027-01-01T00:00:60Z",
                             "2016-12-31T23:59:60Z",
                             "2027-02-29T00:00:00Z",
                             "1900-02-29T00:00:00Z",
                             "2027-00-01T00:00:00Z",
                             "2027-13-01T00:00:00Z",
                             "2027-01-00T00:00:00Z",
                             "2027-04-31T00:00:00Z",
                             "2027-01-01T00:00:00.Z",
                             "2027-01-01T00:00:00,5Z",
                             "2027-01-01T00:00:00+0100",
                             "2027-01-01T00:00:00+24:00",
                             "2027-01-01T00:00:00+01:60",
                             "2027-01-01T00:00:00Zx",
                             " 2027-01-01T00:00:00Z",
                             "2027-01-01T00:00:00Z ",
                             "-027-01-01T00:00:00Z",
                             "+2027-01-01T00:00:00Z",
                             "12027-01-01T00:00:00Z",
                             "0000-12-31T23:59:59Z",
                             "0001-01-01T00:00:00+00:01",
                             "9999-12-31T23:59:59-00:01",
                             "２027-01-01T00:00:00Z",
                             "2027-01-01T00:00:00\xe2\x88\x92"
                             "01:00",
                             "now",
                             "2027-W01-1T00:00:00Z",
                             "2027-001T00:00:00Z"})
        both(text, "");
}

void TestInstant::parses()
{
    QFETCH(QString, text);
    const auto written = [](std::optional<Instant> instant) {
        return instant ? toText(*instant) : QString();
    };
    QTEST(written(parseDocumentTime(text)), "document");
    QTEST(written(parseRequestTime(text)), "request");
}

void TestInstant::agreesWithQtOnEveryDay()
{
    // Another implementation of the calendar: every day of four centuries.
    const QDateTime end(QDate(2001, 1, 1), QTime(0, 0), Qt::UTC);
    for (QDateTime day(QDate(1600, 1, 1), QTime(13, 14, 15), Qt::UTC); day < end; day = day.addDays(1)) {
        const QString text = day.toString(Qt::ISODate);
        const auto instant = parseDocumentTime(text);
        QVERIFY2(instant && instant->msecs == day.toMSecsSinceEpoch(), qPrintable(text));
        QCOMPARE(toText(*instant), text);
    }
}

QTEST_APPLESS_MAIN(TestInstant)
#include "tst_instant.moc"
