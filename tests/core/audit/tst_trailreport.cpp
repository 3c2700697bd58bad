// SPDX-License-Identifier: Apache-2.0
#include "core/audit/checkpoint.h"
#include "core/audit/trailfacets.h"
#include "core/audit/trailreport.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

// Reports for those who have not got the store, and what entries have in common.
class TestTrailReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isCheckedByOtherPrograms();
    void anyChangeIsFound();
    void aReportWithoutAKeyHasAHash();
    void countsFacets();
};

namespace {

TrailReport sample()
{
    AuditEvent event;
    event.sequence = 2;
    event.time = {1'790'000'000'000};
    event.actor = u"alice"_s;
    event.action = u"grant.add"_s;
    event.target = u"role/editor"_s;
    event.summary = u"grant \"a:b\" to editor"_s;
    event.change = u"{\"add\": \"grant\"}"_s;
    event.version = 2;
    event.result = u"done"_s;
    event.hash = QByteArray(32, 'h');
    AuditEvent first = event;
    first.sequence = 1;
    first.action = u"store.create"_s;
    first.change.clear();
    return {u"acme"_s,        u"rae"_s, {1'790'000'001'000}, u"actor:alice"_s, Instant{0}, std::nullopt,
            u"intact to 2"_s, 2,        QByteArray(32, 'h'), {event, first}};
}

Secret seed()
{
    return Secret(std::vector<char>(size_t(SigningSeedSize), 's'));
}

} // namespace

void TestTrailReport::isCheckedByOtherPrograms()
{
    const Secret key = seed();
    const SealedReport report = sealedReport(sample(), &key);
    const auto checked = checkedReport(report.document);
    QVERIFY2(checked, checked ? "" : qPrintable(toText(checked.error())));
    QCOMPARE(*checked, report.seal);
    QCOMPARE(checked->key, publicKeyOf(key));
    // As the document itself says.
    QTemporaryDir folder;
    const QString path = folder.filePath(u"report.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(report.document);
    file.close();
    QProcess shell;
    shell.start(u"sh"_s, {u"-c"_s, u"sed -n 2p \"$1\" | tr -d '\\n' | sha256sum"_s, u"sh"_s, path});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.readAllStandardOutput().left(64), report.seal.hash.toHex());
    QProcess python;
    python.start(u"python3"_s,
                 {u"-c"_s,
                  u"import json, sys; r = json.load(open(sys.argv[1])); e = r['report']['events']; "
                  "print(r['report']['entries'], e[0]['actor'], e[1]['action'], r['report']['filter'])"_s,
                  path});
    QVERIFY(python.waitForFinished());
    QCOMPARE(python.readAllStandardOutput().trimmed(), QByteArray("2 alice store.create actor:alice"));
}

// Every byte, one bit of it.
void TestTrailReport::anyChangeIsFound()
{
    const Secret key = seed();
    const QByteArray document = sealedReport(sample(), &key).document;
    for (qsizetype i = 0; i < document.size(); ++i) {
        QByteArray changed = document;
        changed[i] = char(changed.at(i) ^ 1);
        QVERIFY2(!checkedReport(changed), qPrintable(QString::number(i)));
    }
    for (qsizetype i = 0; i < document.size(); i += 7)
        QVERIFY(!checkedReport(document.left(i)));
    QVERIFY(!checkedReport(document + "\n"));
}

void TestTrailReport::aReportWithoutAKeyHasAHash()
{
    const SealedReport report = sealedReport(sample(), nullptr);
    const auto checked = checkedReport(report.document);
    QVERIFY(checked);
    QVERIFY(checked->key.isEmpty() && checked->hash == report.seal.hash);
    QVERIFY(!report.document.contains("signature\":"));
}

void TestTrailReport::countsFacets()
{
    FacetCounter counter;
    counter.add(u"bob"_s, u"role/b"_s, u"grant.add"_s, u"done"_s);
    counter.add(u"alice"_s, u"role/a"_s, u"grant.add"_s, u"done"_s, 2);
    counter.add(u"bob"_s, u"role/a"_s, u"grant.remove"_s, u"refused"_s);
    const TrailFacets facets = counter.finish();
    QCOMPARE(facets.events, 4);
    const QList<TrailFacets::Count> actors{{u"alice"_s, 2}, {u"bob"_s, 2}};
    const QList<TrailFacets::Count> targets{{u"role/a"_s, 3}, {u"role/b"_s, 1}};
    const QList<TrailFacets::Count> results{{u"done"_s, 3}, {u"refused"_s, 1}};
    QCOMPARE(facets.actors, actors);
    QCOMPARE(facets.targets, targets);
    QCOMPARE(facets.results, results);
    for (int i = 0; i < 100; ++i)
        counter.add(u"u%1"_s.arg(i), {}, {}, {}, i);
    QCOMPARE(counter.finish().actors.size(), TrailFacets::Maximum);
    QCOMPARE(counter.finish().actors.first().name, u"u99"_s);
}

QTEST_GUILESS_MAIN(TestTrailReport)
#include "tst_trailreport.moc"
