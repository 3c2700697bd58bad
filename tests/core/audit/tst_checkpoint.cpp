// SPDX-License-Identifier: Apache-2.0
#include "core/audit/checkpoint.h"

#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

class TestCheckpoint : public QObject
{
    Q_OBJECT

private:
    static Secret seed()
    {
        QByteArray bytes(SigningSeedSize, '\7');
        return Secret::taking(bytes);
    }
    static Checkpoint made()
    {
        AuditEvent event;
        event.sequence = 300;
        event.hash = QByteArray(32, '\2');
        return signedCheckpoint(QByteArray(32, '\1'), event, {1'790'000'000'123}, seed());
    }

private Q_SLOTS:
    // RFC 8032, section 7.1, test 1.
    void theKeyIsEd25519s()
    {
        QByteArray bytes =
            QByteArray::fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        QCOMPARE(publicKeyOf(Secret::taking(bytes)).toHex(),
                 QByteArray("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
    }

    void itReadsBackAndHolds()
    {
        QVERIFY(isSignatureGood(made()));
        QCOMPARE(parseCheckpoint(toJsonLine(made())).value(), made());
    }

    // Every bit of everything that is signed, of the key and of the signature.
    void everyBitCounts()
    {
        for (QByteArray Checkpoint::*field :
             {&Checkpoint::store, &Checkpoint::head, &Checkpoint::key, &Checkpoint::signature}) {
            const qsizetype bits = (made().*field).size() * 8;
            for (qsizetype bit = 0; bit < bits; ++bit) {
                Checkpoint other = made();
                (other.*field)[bit / 8] = char((other.*field).at(bit / 8) ^ (1 << bit % 8));
                QVERIFY(!isSignatureGood(other));
            }
        }
        for (int bit = 0; bit < 63; ++bit) {
            Checkpoint other = made();
            other.sequence ^= qint64(1) << bit;
            QVERIFY(!isSignatureGood(other));
            other = made();
            other.time.msecs ^= qint64(1) << bit;
            QVERIFY(!isSignatureGood(other));
        }
        Checkpoint cut = made();
        cut.signature.chop(1);
        QVERIFY(!isSignatureGood(cut));
    }

    void whatIsNoCheckpointIsRefused()
    {
        const QByteArray line = toJsonLine(made());
        for (qsizetype size = 0; size < line.size() - 2; ++size)
            QVERIFY(!parseCheckpoint(line.left(size)));
        QVERIFY(!parseCheckpoint(
            QByteArray(line).replace("\"rolewright-checkpoint\": 1", "\"rolewright-checkpoint\": 2")));
        QVERIFY(!parseCheckpoint(QByteArray(line).replace("300", "\"300\"")));
        QVERIFY(!parseCheckpoint(QByteArray(line).replace("0101", "01g1")));
    }
};

QTEST_GUILESS_MAIN(TestCheckpoint)
#include "tst_checkpoint.moc"
