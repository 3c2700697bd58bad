// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/sample.h"
#include "tests/fuzz/targets.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <random>

using namespace rolewright;
using namespace Qt::StringLiterals;

// What the fuzzers began with and found, and some thousand mutations of it: without libFuzzer, in every
// build.
class TestFuzzCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void corpus_data();
    void corpus();

private:
    static QByteArray mutated(QByteArray bytes, const QByteArray &other, std::mt19937_64 &random);
};

namespace {

constexpr int Mutations = 1500; // of each target

QList<QByteArray> seedsOf(const QString &target)
{
    QList<QByteArray> seeds;
    const QDir folder(QStringLiteral(ROLEWRIGHT_SOURCE_DIR "/tests/fuzz/corpus/") + target);
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            seeds.append(file.readAll());
    }
    if (target == u"document" || target == u"json")
        seeds.append(newsroomSample());
    return seeds;
}

} // namespace

QByteArray TestFuzzCorpus::mutated(QByteArray bytes, const QByteArray &other, std::mt19937_64 &random)
{
    const auto below = [&](qsizetype n) { return qsizetype(random() % quint64(std::max<qsizetype>(n, 1))); };
    for (qsizetype times = 1 + below(4); times > 0; --times) {
        const qsizetype at = below(bytes.size());
        switch (below(5)) {
        case 0:
            bytes.insert(at, char(random()));
            break;
        case 1:
            bytes.remove(at, 1 + below(8));
            break;
        case 2:
            bytes.insert(at, bytes.mid(below(bytes.size()), below(40)));
            break;
        case 3:
            bytes = bytes.left(at) + other.mid(below(other.size()));
            break;
        default:
            if (!bytes.isEmpty())
                bytes[at] = char(bytes.at(at) ^ (1 << below(8)));
        }
    }
    return bytes;
}

void TestFuzzCorpus::corpus_data()
{
    QTest::addColumn<qsizetype>("number");
    for (qsizetype i = 0; i < fuzzTargets().size(); ++i)
        QTest::newRow(fuzzTargets().at(i).name) << i;
}

void TestFuzzCorpus::corpus()
{
    QFETCH(qsizetype, number);
    const FuzzTarget &target = fuzzTargets().at(number);
    const QList<QByteArray> seeds = seedsOf(QString::fromLatin1(target.name));
    QVERIFY(!seeds.isEmpty());
    for (const QByteArray &seed : seeds)
        target.run(seed);
    std::mt19937_64 random(quint64(number) + 1); // the same each time: the fuzzers are for what is new
    for (int i = 0; i < Mutations; ++i)
        target.run(mutated(seeds.at(qsizetype(random() % quint64(seeds.size()))),
                           seeds.at(qsizetype(random() % quint64(seeds.size()))), random));
}

QTEST_GUILESS_MAIN(TestFuzzCorpus)
#include "tst_fuzzcorpus.moc"
