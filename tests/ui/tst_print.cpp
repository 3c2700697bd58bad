// SPDX-License-Identifier: Apache-2.0
// What is printed, read back from the PDF with poppler's pdftotext and pdftoppm.
#include "tests/ui/openstore.h"
#include "tests/ui/stallmeter.h"

#include "ui/matrix/permissionrolemodel.h"
#include "ui/print/pagination.h"
#include "ui/print/printing.h"

#include <QImage>
#include <QPageSize>
#include <QPdfWriter>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace rolewright;
using namespace Qt::StringLiterals;

class TestPrint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsARole();
    void repeatsTheHeadsOfAMatrix();
    void printsTheTrail();
    void cutsRowsBetweenPages();
    void goesOnWithALongRow();
    void cancels();
    void saysWhereItCannotWrite();
    void refusesWhatNobodyReads();
};

namespace {

QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(30'000) || process.exitCode() != 0)
        qFatal("%s does not run: ./dev deps installs it. %s", qPrintable(program),
               process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

QStringList pagesOf(const QString &pdf)
{
    QStringList pages = QString::fromUtf8(run(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s})).split(u'\f');
    pages.removeLast(); // each page ends with a form feed
    return pages;
}

// How much of a page is ink, in thousandths.
int inkOf(const QString &pdf, int page)
{
    const QString number = QString::number(page);
    const QByteArray data =
        run(u"pdftoppm"_s, {u"-r"_s, u"50"_s, u"-gray"_s, u"-f"_s, number, u"-l"_s, number, pdf});
    const QImage image = QImage::fromData(data);
    int dark = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            dark += qGray(image.pixel(x, y)) < 160 ? 1 : 0;
    }
    return image.isNull() ? 0 : dark * 1000 / (image.width() * image.height());
}

} // namespace

void TestPrint::printsARole()
{
    OpenStore store;
    Printing printing(store.workspace);
    QSignalSpy finished(&printing, &Printing::finished);
    const QString pdf = store.folder.filePath(u"author.pdf"_s);
    printing.printRole(u"author"_s, {pdf, {}});
    QVERIFY(finished.wait(20'000));
    QVERIFY2(finished.first().first().toBool(), qPrintable(store.messages.join(u'\n')));
    const QStringList pages = pagesOf(pdf);
    QCOMPARE(pages.size(), 1);
    for (const QString &text :
         {u"Role author"_s, u"acme.rolewright"_s, u"Version 1"_s, u" UTC"_s, u"Own grants (2)"_s,
          u"article:update:own"_s, u"Inherits (1)"_s, u"reader"_s, u"Is inherited by (1)"_s, u"editor"_s,
          u"Assigned users (1)"_s, u"alice"_s, u"Alice Ames"_s, u"Page 1 of 1"_s})
        QVERIFY2(pages.first().contains(text), qPrintable(text + u" is not in "_s + pages.first()));
    QVERIFY(inkOf(pdf, 1) > 2);
    QVERIFY(store.messages.last().contains(u"author.pdf"));
}

void TestPrint::repeatsTheHeadsOfAMatrix()
{
    OpenStore store;
    QList<Change> changes;
    for (int i = 0; i < 100; ++i) {
        const QString name = u"role%1"_s.arg(i, 3, 10, QChar(u'0'));
        changes.append({Change::Verb::Add, Change::Kind::Role, name, {}, {}, {}, Role{name, {}, true}});
        const QString permission = u"thing:act%1"_s.arg(i, 3, 10, QChar(u'0'));
        changes.append({Change::Verb::Add,
                        Change::Kind::Permission,
                        permission,
                        {},
                        {},
                        {},
                        Permission{*parsePermission(permission), {}, false}});
        changes.append({Change::Verb::Add, Change::Kind::Grant, name, permission, {}, {}, {}});
    }
    QVERIFY(store.workspace.edit(u"many"_s, changes));
    PermissionRoleModel model(store.workspace);
    model.setAllFolded(false);
    Printing printing(store.workspace);
    QSignalSpy finished(&printing, &Printing::finished);
    const QString pdf = store.folder.filePath(u"matrix.pdf"_s);
    printing.printMatrix(model, u"Permissions × Roles"_s, {pdf, {}});
    QVERIFY(finished.wait(60'000));
    QVERIFY2(finished.first().first().toBool(), qPrintable(store.messages.join(u'\n')));
    const QStringList pages = pagesOf(pdf);
    QVERIFY2(pages.size() >= 6, qPrintable(QString::number(pages.size())));
    QHash<QString, int> heads;
    for (int i = 0; i < pages.size(); ++i) {
        const QString &page = pages.at(i);
        QVERIFY2(page.contains(u"Page %1 of %2"_s.arg(i + 1).arg(pages.size())), qPrintable(page));
        QVERIFY(page.contains(u"Permissions × Roles"));
        QVERIFY(page.contains(u"pending change"));
        QVERIFY(inkOf(pdf, i + 1) > 2);
        for (const QString &head : {u"act050"_s, u"role000"_s, u"role099"_s})
            heads[head] += page.contains(head) ? 1 : 0;
    }
    // A row's head is on every page across, a column's on every page down.
    const int down = heads.value(u"role000"_s);
    QVERIFY(down > 1);
    QCOMPARE(heads.value(u"role099"_s), down);
    QCOMPARE(heads.value(u"act050"_s), int(pages.size()) / down);
}

void TestPrint::printsTheTrail()
{
    OpenStore store;
    QList<AuditEvent> events;
    for (int i = 300; i > 0; --i) {
        AuditEvent event;
        event.sequence = 1'000'000 + i;
        event.actor = u"root"_s;
        event.summary = u"grant article:%1 to reader"_s.arg(i);
        event.reason = u"<b>ticket</b> %1"_s.arg(i);
        event.version = 100'000 + i;
        event.time = Instant{1'700'000'000'000};
        events.append(event);
    }
    Printing printing(store.workspace);
    QSignalSpy finished(&printing, &Printing::finished);
    const QString pdf = store.folder.filePath(u"trail.pdf"_s);
    printing.printTrail(events, u"by:root grant"_s, {pdf, {}});
    QVERIFY(finished.wait(20'000));
    const QStringList pages = pagesOf(pdf);
    QVERIFY(pages.size() > 3);
    for (const QString &page : pages)
        QVERIFY2(page.contains(u"Reason") && page.contains(u"When"), qPrintable(page));
    const QString all = pages.join(QString());
    for (int i = 1; i <= 300; ++i)
        QVERIFY(all.contains(u"grant article:%1 to reader"_s.arg(i)));
    QVERIFY(all.contains(u"<b>ticket</b> 300"));
    QVERIFY(pages.first().contains(u"Filter: by:root grant"_s));
    // A number that is cut is another one, and lines are no taller than what stands in them.
    for (const QString &whole : {u"1000300"_s, u"100300"_s, u"2023-11-14 22:13:20 UTC"_s, u"Version"_s})
        QVERIFY2(pages.first().contains(whole), qPrintable(pages.first()));
}

void TestPrint::cutsRowsBetweenPages()
{
    Printable printable{u"T"_s, {}, {}, {}};
    Printable::Table table{u"Rows"_s, {u"Head"_s}, {1}, {}};
    for (int i = 0; i < 40; ++i)
        table.rows.append({QString(i == 20 ? 20'000 : 10, u'x')});
    printable.tables = {table};
    const Pagination pagination(printable, {500, 400});
    QVERIFY(pagination.count() >= 3);
    QCOMPARE(Pagination({u"Nothing"_s, {}, {}, {}}, {500, 400}).count(), 1);
}

// A row that is higher than a page goes on on the next one, whole.
void TestPrint::goesOnWithALongRow()
{
    QTemporaryDir folder;
    const QString pdf = folder.filePath(u"long.pdf"_s);
    Printable printable{u"T"_s, {}, {}, {}};
    Printable::Table table{u"Rows"_s, {u"Head"_s, u"Other"_s}, {1, 1}, {}};
    QStringList words;
    for (int i = 0; i < 3000; ++i)
        words.append(u"word%1"_s.arg(i));
    table.rows = {{u"before"_s, u"x"_s}, {words.join(u' '), u"once"_s}, {u"after"_s, u"y"_s}};
    printable.tables = {table};
    QPdfWriter writer(pdf);
    writer.setPageSize(QPageSize(QPageSize::A5));
    const CancelToken never = false;
    QVERIFY(printOn(writer, printable, never, [](int, int) {}));
    const QStringList pages = pagesOf(pdf);
    QVERIFY(pages.size() > 3);
    const QString all = pages.join(u' ');
    for (const QString &word : std::as_const(words))
        QCOMPARE(all.count(QRegularExpression(u"\\b%1\\b"_s.arg(word))), 1);
    QCOMPARE(all.count(u"once"_s), 1);
    QVERIFY(all.contains(u"before"_s) && all.contains(u"after"_s));
    for (const QString &page : pages)
        QVERIFY(page.contains(u"Head"_s));
}

void TestPrint::cancels()
{
    OpenStore store;
    Printing printing(store.workspace);
    QList<AuditEvent> events(50'000);
    const QString pdf = store.folder.filePath(u"never.pdf"_s);
    const double before = threadWork();
    printing.printTrail(events, {}, {pdf, {}});
    printing.cancel();
    QVERIFY(threadWork() - before < scaled(16));
    // The next one wins, and nothing is left of the first.
    QSignalSpy finished(&printing, &Printing::finished);
    printing.printRole(u"reader"_s, {store.folder.filePath(u"reader.pdf"_s), {}});
    QVERIFY(finished.wait(60'000));
    QTest::qWait(200);
    QCOMPARE(finished.count(), 1);
    QVERIFY(!QFile::exists(pdf));
}

void TestPrint::saysWhereItCannotWrite()
{
    OpenStore store;
    Printing printing(store.workspace);
    QSignalSpy finished(&printing, &Printing::finished);
    printing.printRole(u"reader"_s, {u"/proc/nowhere/reader.pdf"_s, {}});
    QVERIFY(finished.wait(20'000));
    QVERIFY(!finished.first().first().toBool());
    QVERIFY2(store.messages.last().contains(u"reader.pdf"), qPrintable(store.messages.last()));
}

void TestPrint::refusesWhatNobodyReads()
{
    OpenStore store;
    QList<Change> changes;
    for (int i = 0; i < 1500; ++i) {
        const QString name = u"role%1"_s.arg(i);
        changes.append({Change::Verb::Add, Change::Kind::Role, name, {}, {}, {}, Role{name, {}, true}});
        const QString permission = u"thing:act%1"_s.arg(i);
        changes.append({Change::Verb::Add,
                        Change::Kind::Permission,
                        permission,
                        {},
                        {},
                        {},
                        Permission{*parsePermission(permission), {}, false}});
    }
    QVERIFY(store.workspace.edit(u"many"_s, changes));
    PermissionRoleModel model(store.workspace);
    model.setAllFolded(false);
    Printing printing(store.workspace);
    QSignalSpy finished(&printing, &Printing::finished);
    printing.printMatrix(model, u"Matrix"_s, {store.folder.filePath(u"huge.pdf"_s), {}});
    QCOMPARE(finished.count(), 1);
    QVERIFY(store.messages.last().contains(u"filter"));
}

QTEST_MAIN(TestPrint)
#include "tst_print.moc"
