// SPDX-License-Identifier: Apache-2.0
#include "core/filter/trailfilter.h"

#include <QDateTime>
#include <QTest>

#include <ctime>

using namespace rolewright;
using namespace Qt::StringLiterals;
using Problem = FilterProblem::Kind;

// The line of text that asks the trail.
class tst_TrailFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void writes();
    void knowsMoments_data();
    void knowsMoments();
    void endsOfTheCalendar();
    void refuses_data();
    void refuses();
};

void tst_TrailFilter::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // actor, target, action, text
    const auto row = [](const QString &text, const QString &expected) {
        QTest::newRow(qPrintable(text)) << text << expected;
    };
    row(u""_s, u"|||"_s);
    row(u" pay  roll "_s, u"|||pay roll"_s);
    row(u"actor:alice target:role/editor action:grant"_s, u"alice|role/editor|grant|"_s);
    row(u"ACTOR:\"Alice Ames\" and text:\"pay  roll\""_s, u"Alice Ames|||pay  roll"_s);
    row(u"pay actor:bob roll"_s, u"bob|||pay roll"_s);
    row(u"article:update"_s, u"|||article:update"_s);
    row(u"target:permission/article:update:own /x/"_s, u"|permission/article:update:own||/x/"_s);
    row(u"\"or\" \"actor:x\""_s, u"|||or actor:x"_s);
}

void tst_TrailFilter::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const TrailFilter filter = parseTrailFilter(text);
    QVERIFY(!filter.problem);
    const AuditQuery &query = filter.query;
    QCOMPARE(QStringList({query.actor, query.target, query.action, query.text}).join(u'|'), expected);
    QVERIFY(!query.since && !query.until);
    QCOMPARE(parseTrailFilter(toText(query)).query, query);
}

// Whatever it holds, its line reads as the same again.
void tst_TrailFilter::writes()
{
    AuditQuery query;
    query.since = Instant{1'790'000'000'123};
    query.until = Instant{1'790'000'001'000};
    for (const QString &text : {u"alice"_s, u"Alice Ames"_s, u"a\"b\\c"_s, u"not"_s, u"(x"_s, u"a:b"_s, u"/x/"_s}) {
        query.actor = query.target = query.action = query.result = query.text = text;
        const TrailFilter read = parseTrailFilter(toText(query));
        QVERIFY2(!read.problem, qPrintable(toText(query)));
        QCOMPARE(read.query, query);
    }
    QCOMPARE(toText(AuditQuery()), QString());
}

void tst_TrailFilter::knowsMoments_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("since");
    QTest::addColumn<QDateTime>("until");
    const auto start = [](int year, int month, int day) { return QDate(year, month, day).startOfDay(); };
    QTest::newRow("year") << u"since:2026 until:2026"_s << start(2026, 1, 1) << start(2027, 1, 1);
    QTest::newRow("month") << u"since:2026-12 until:2026-12"_s << start(2026, 12, 1) << start(2027, 1, 1);
    QTest::newRow("day") << u"until:2026-02-28 since:2026-02-28"_s << start(2026, 2, 28) << start(2026, 3, 1);
    QTest::newRow("time") << u"since:2026-02-28T12:00:00Z until:2026-02-28T14:00:00+01:00"_s
                          << QDateTime({2026, 2, 28}, {12, 0}, Qt::UTC) << QDateTime({2026, 2, 28}, {13, 0}, Qt::UTC);
}

void tst_TrailFilter::knowsMoments()
{
    QFETCH(QString, text);
    QFETCH(QDateTime, since);
    QFETCH(QDateTime, until);
    const TrailFilter filter = parseTrailFilter(text);
    QVERIFY(!filter.problem);
    QVERIFY(filter.query.since && filter.query.until);
    QCOMPARE(filter.query.since->msecs, since.toMSecsSinceEpoch());
    QCOMPARE(filter.query.until->msecs, until.toMSecsSinceEpoch());
}

// By whatever clock, the line of the query can be read again.
void tst_TrailFilter::endsOfTheCalendar()
{
    for (const QString &text : {u"since:0001 until:9999"_s, u"since:0001-01-01 until:9999-12-31"_s}) {
        for (const char *zone : {"UTC", "Etc/GMT-14", "Etc/GMT+12"}) {
            qputenv("TZ", zone);
            tzset();
            const TrailFilter filter = parseTrailFilter(text);
            QVERIFY(!filter.problem);
            const TrailFilter again = parseTrailFilter(toText(filter.query));
            QVERIFY2(!again.problem, qPrintable(toText(filter.query)));
            QCOMPARE(again.query, filter.query);
        }
    }
}

void tst_TrailFilter::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Problem>("kind");
    QTest::addColumn<QString>("marked");
    const auto row = [](const QString &text, Problem kind, const QString &marked) {
        QTest::newRow(qPrintable(text.left(40))) << text << kind << marked;
    };
    row(u"a or b"_s, Problem::NotHere, u"  ^^"_s);
    row(u"a (b)"_s, Problem::NotHere, u"  ^"_s);
    row(u"not a"_s, Problem::NotHere, u"^^^"_s);
    row(u"a actor: b"_s, Problem::MissingValue, u"  ^^^^^^"_s);
    row(u"actor:a actor:b"_s, Problem::Repeated, u"        ^^^^^^"_s);
    row(u"text:a bcd"_s, Problem::Repeated, u"       ^^^"_s);
    row(u"a \"b"_s, Problem::UnclosedQuote, u"  ^^"_s);
    row(u"actor:\"b"_s, Problem::UnclosedQuote, u"      ^^"_s);
    row(u"since:2026-13"_s, Problem::BadMoment, u"      ^^^^^^^"_s);
    row(u"until:yesterday x"_s, Problem::BadMoment, u"      ^^^^^^^^^"_s);
    row(u"since:2026-1"_s, Problem::BadMoment, u"      ^^^^^^"_s);
    row(u"acter: x"_s, Problem::UnknownProperty, u"^^^^^^"_s);
    row(QString(2001, u'a'), Problem::TooLong, QString(2000, u' ') + u'^');
}

void tst_TrailFilter::refuses()
{
    QFETCH(QString, text);
    QFETCH(Problem, kind);
    QFETCH(QString, marked);
    const TrailFilter filter = parseTrailFilter(text);
    QVERIFY(filter.problem);
    QCOMPARE(filter.problem->kind, kind);
    QCOMPARE(QString(filter.problem->place, u' ') + QString(filter.problem->length, u'^'), marked);
    QVERIFY(filter.query == AuditQuery());
}

QTEST_GUILESS_MAIN(tst_TrailFilter)
#include "tst_trailfilter.moc"
