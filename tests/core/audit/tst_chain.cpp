// SPDX-License-Identifier: Apache-2.0
#include "core/audit/chainverifier.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QTest>
#include <QtEndian>

#include <functional>
#include <memory>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

using Trail = QList<AuditEvent>;

constexpr int Records = 300;

Trail written(int count)
{
    Trail trail;
    QByteArray previous = chainStart();
    for (int i = 1; i <= count; ++i) {
        AuditEvent event;
        event.sequence = i;
        event.time = {1'790'000'000'000 + i};
        event.actor = u"admin%1"_s.arg(i % 10);
        event.origin = u"rolewrightctl on laptop"_s;
        event.action = u"grant.add"_s;
        event.target = u"role/r%1"_s.arg(i % 7);
        event.targetName = u"R\u00f4le %1"_s.arg(i % 7);
        event.summary = u"grant article:a%1 to r%2"_s.arg(i).arg(i % 7);
        event.change = u"{\"add\":\"grant\",\"role\":\"r%1\"}"_s.arg(i % 7);
        event.reason = u"ticket %1"_s.arg(i / 3);
        event.operation = u"5b0c-%1"_s.arg(i / 3);
        event.version = i / 3;
        event.result = u"done"_s;
        event.hash = chainHash(previous, event);
        previous = event.hash;
        trail.append(event);
    }
    return trail;
}

TrailState verified(const Trail &trail, qint64 headSequence, const QByteArray &head)
{
    ChainVerifier verifier;
    for (const AuditEvent &event : trail)
        verifier.add(event);
    return verifier.finish(headSequence, head);
}

struct Field
{
    const char *name;
    std::function<QByteArray(const AuditEvent &)> bytes;
    std::function<void(AuditEvent &, const QByteArray &)> set;
};

Field textField(const char *name, QString AuditEvent::*member)
{
    return {name, [=](const AuditEvent &event) { return (event.*member).toUtf8(); },
            // Latin-1 keeps every byte apart, whatever it was changed to.
            [=](AuditEvent &event, const QByteArray &bytes) { event.*member = QString::fromLatin1(bytes); }};
}

Field numberField(const char *name, qint64 AuditEvent::*member)
{
    return {name,
            [=](const AuditEvent &event) {
                return QByteArray(reinterpret_cast<const char *>(&(event.*member)), sizeof(qint64));
            },
            [=](AuditEvent &event, const QByteArray &bytes) {
                memcpy(&(event.*member), bytes.constData(), sizeof(qint64));
            }};
}

QList<Field> fields()
{
    return {numberField("sequence", &AuditEvent::sequence),
            {"time",
             [](const AuditEvent &e) { return QByteArray(reinterpret_cast<const char *>(&e.time), 8); },
             [](AuditEvent &e, const QByteArray &bytes) { memcpy(&e.time.msecs, bytes.constData(), 8); }},
            textField("actor", &AuditEvent::actor),
            textField("origin", &AuditEvent::origin),
            textField("action", &AuditEvent::action),
            textField("target", &AuditEvent::target),
            textField("targetName", &AuditEvent::targetName),
            textField("summary", &AuditEvent::summary),
            textField("change", &AuditEvent::change),
            textField("reason", &AuditEvent::reason),
            textField("operation", &AuditEvent::operation),
            numberField("version", &AuditEvent::version),
            textField("result", &AuditEvent::result),
            {"hash", [](const AuditEvent &e) { return e.hash; },
             [](AuditEvent &e, const QByteArray &bytes) { e.hash = bytes; }}};
}

} // namespace

class TestChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUntouchedTrailIsIntact()
    {
        const Trail trail = written(Records);
        const TrailState state = verified(trail, Records, trail.last().hash);
        QCOMPARE(state.intactTo, Records);
        QVERIFY(!state.firstBad);
        QVERIFY(state.problem.isEmpty());
        QVERIFY(!verified({}, 0, chainStart()).firstBad);
    }

    // Computed apart from this program (Python hashlib): whoever checks a trail elsewhere gets the same
    // bytes.
    void theHashIsFixed()
    {
        QCOMPARE(written(3).last().hash.toHex(),
                 "e17fa738ecbe71cc612983c37bf9581c580a28379fb3481fad66dd4cb2a3070c");
    }

    // Texts of every short length, with what is not ASCII at every place.
    void everyTextIsHashedAsUtf8()
    {
        const auto hashOf = [](const AuditEvent &event) {
            QByteArray bytes;
            const auto add = [&](qint64 number) {
                bytes.resize(bytes.size() + qsizetype(sizeof number));
                qToBigEndian(number, bytes.data() + bytes.size() - sizeof number);
            };
            const auto addBytes = [&](const QByteArray &field) {
                add(field.size());
                bytes += field;
            };
            addBytes(chainStart());
            add(event.sequence);
            add(event.time.msecs);
            for (const QString &text :
                 {event.actor, event.origin, event.action, event.target, event.targetName, event.summary,
                  event.change, event.reason, event.operation})
                addBytes(text.toUtf8());
            add(event.version);
            addBytes(event.result.toUtf8());
            return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        };
        for (const QString &other :
             {u""_s, u"\u0080"_s, u"\u00fc"_s, u"\u20ac"_s, u"\U0001f511"_s, QString(QChar(u'\0'))}) {
            for (int length = 0; length <= 20; ++length) {
                for (int at = 0; at <= length; ++at) {
                    AuditEvent event;
                    event.reason = QString(u"abcdefghijklmnopqrst"_s).left(length).insert(at, other);
                    event.summary = event.reason + u'x';
                    QCOMPARE(chainHash(chainStart(), event), hashOf(event));
                }
            }
        }
    }

    void everyByteCounts_data()
    {
        QTest::addColumn<int>("field");
        const QList<Field> all = fields();
        for (int i = 0; i < all.size(); ++i)
            QTest::newRow(all.at(i).name) << i;
    }

    void everyByteCounts()
    {
        QFETCH(int, field);
        const Field changed = fields().at(field);
        const Trail trail = written(Records);
        const QByteArray head = trail.last().hash;
        ChainVerifier before; // has seen the records in front of the forged one
        int changes = 0;
        for (int i = 0; i < Records; ++i) {
            const QByteArray bytes = changed.bytes(trail.at(i));
            for (qsizetype at = 0; at < bytes.size(); ++at) {
                QByteArray other = bytes;
                other[at] = char(other.at(at) ^ (1 << ((at + i) % 8)));
                AuditEvent forged = trail.at(i);
                changed.set(forged, other);
                ChainVerifier verifier = before;
                verifier.add(forged);
                for (int rest = i + 1; rest < Records; ++rest)
                    verifier.add(trail.at(rest));
                const TrailState state = verifier.finish(Records, head);
                QVERIFY2(state.firstBad, qPrintable(u"record %1, byte %2"_s.arg(i + 1).arg(at)));
                QCOMPARE(*state.firstBad, i + 1);
                QCOMPARE(state.intactTo, i);
                ++changes;
            }
            before.add(trail.at(i));
        }
        QVERIFY(changes >= Records);
    }

    // No false alarm in 10^6 records, a slice of them in CI.
    void aLongTrailIsIntact()
    {
        const int records = qEnvironmentVariable("ROLEWRIGHT_FAULTS") == u"all" ? 1'000'000 : 50'000;
        const Trail some = written(1'000);
        ChainVerifier verifier;
        QByteArray previous = chainStart();
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < records; ++i) {
            AuditEvent event = some.at(i % some.size());
            event.sequence = i + 1;
            event.hash = previous = chainHash(previous, event);
            verifier.add(event);
        }
        const TrailState state = verifier.finish(records, previous);
        QVERIFY2(!state.firstBad, qPrintable(state.problem));
        QCOMPARE(state.intactTo, records);
        qInfo("%d records written and verified in %lld ms", records, timer.elapsed());
    }

    void recordsThatGoOrMove_data()
    {
        QTest::addColumn<int>("firstBad");
        QTest::addColumn<Trail>("forged");
        const Trail trail = written(Records);

        for (const int at : {1, 2, 50, 299}) {
            Trail forged = trail;
            forged.remove(at - 1);
            QTest::addRow("record %d deleted", at) << at << forged;
            forged = trail;
            forged.swapItemsAt(at - 1, at);
            QTest::addRow("record %d swapped with the next", at) << at << forged;
            std::swap(forged[at - 1].sequence, forged[at].sequence);
            QTest::addRow("record %d swapped with the next and renumbered", at) << at << forged;
            forged = trail;
            forged.insert(at, trail.at(at - 1));
            QTest::addRow("record %d doubled", at) << at + 1 << forged;
            for (int i = at; i < forged.size(); ++i)
                ++forged[i].sequence;
            QTest::addRow("record %d doubled and renumbered", at) << at + 1 << forged;
        }
        QTest::newRow("the last deleted") << Records << trail.mid(0, Records - 1);
        QTest::newRow("the tail cut") << 101 << trail.mid(0, 100);
        QTest::newRow("all deleted") << 1 << Trail();
        QTest::newRow("records added at the end") << Records + 1 << written(Records + 2);

        // A byte moved over the border of two fields leaves the joined text as it was.
        Trail moved = trail;
        moved[9].summary += moved.at(9).change.first(1);
        moved[9].change.remove(0, 1);
        QTest::newRow("a byte moved to the field before") << 10 << moved;
        // A chain that is whole in itself, but not the one that the head names.
        Trail other = trail;
        other[99].reason = u"another reason"_s;
        QByteArray previous = other.at(98).hash;
        for (int i = 99; i < Records; ++i)
            previous = other[i].hash = chainHash(previous, other.at(i));
        QTest::newRow("written again from record 100 on, head left") << Records << other;
    }

    void recordsThatGoOrMove()
    {
        QFETCH(int, firstBad);
        QFETCH(Trail, forged);
        const TrailState state = verified(forged, Records, written(Records).last().hash);
        QVERIFY(state.firstBad);
        QCOMPARE(*state.firstBad, firstBad);
        QVERIFY(!state.problem.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestChain)
#include "tst_chain.moc"
