// SPDX-License-Identifier: Apache-2.0
#include "core/net/eventparser.h"

#include <QTest>

using namespace rolewright;

class EventParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhateverTheCuts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QList<ServerEvent>>("expected");
        const QList<ServerEvent> two{{"version", "{\"version\": 7}"}, {"presence", "{}"}};
        QTest::newRow("feeds") << QByteArray(
            "event: version\nid: 7\ndata: {\"version\": 7}\n\nevent: presence\ndata: {}\n\n")
                               << two;
        QTest::newRow("returns") << QByteArray(
            "event:version\rdata:{\"version\": 7}\r\revent:presence\rdata:{}\r\r")
                                 << two;
        QTest::newRow("both") << QByteArray(
            "event: version\r\ndata: {\"version\": 7}\r\n\r\nevent: presence\r\ndata: {}\r\n\r\n")
                              << two;
        QTest::newRow("comments") << QByteArray(": still here\n\n: here\n\ndata: x\n: in between\n\n")
                                  << QList<ServerEvent>{{"message", "x"}};
        QTest::newRow("lines") << QByteArray("data: a\ndata\ndata:  b\n\n")
                               << QList<ServerEvent>{{"message", "a\n\n b"}};
        QTest::newRow("names are of one event")
            << QByteArray("event: version\n\ndata: x\n\n") << QList<ServerEvent>{{"message", "x"}};
        QTest::newRow("not whole") << QByteArray("event: version\ndata: {\"version\": 7}\n")
                                   << QList<ServerEvent>{};
    }
    void readsWhateverTheCuts()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QList<ServerEvent>, expected);
        for (qsizetype cut = 0; cut <= text.size(); ++cut) {
            EventParser parser;
            QList<ServerEvent> events = parser.take(text.left(cut)).value();
            events += parser.take(text.mid(cut)).value();
            QVERIFY2(events == expected, QByteArray::number(cut).constData());
        }
        EventParser bytewise;
        QList<ServerEvent> events;
        for (const char byte : text)
            events += bytewise.take(QByteArray(1, byte)).value();
        QVERIFY(events == expected);
    }

    void holdsNoMoreThanALongEvent()
    {
        EventParser line;
        QVERIFY(line.take("data: " + QByteArray(EventParser::Longest - 6, 'x')));
        QCOMPARE(line.take("x").error().code, ErrorCode::Invalid);
        EventParser lines;
        Result<QList<ServerEvent>> taken;
        qsizetype sent = 0;
        for (; taken && sent < 2 * EventParser::Longest; sent += 1000)
            taken = lines.take("data: " + QByteArray(993, 'x') + '\n');
        QCOMPARE(taken.error().code, ErrorCode::Invalid);
        QVERIFY(sent <= EventParser::Longest + 2000);
    }
};

QTEST_GUILESS_MAIN(EventParserTest)
#include "tst_eventparser.moc"
