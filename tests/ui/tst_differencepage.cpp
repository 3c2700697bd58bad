// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/openstore.h"

#include "core/exchange/policyjson.h"
#include "ui/compare/differencepage.h"
#include "ui/compare/versionsmodel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QSignalSpy>
#include <QTreeView>

#include <sys/stat.h>

using namespace rolewright;
using namespace Qt::StringLiterals;

class TestDifferencePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparesVersions();
    void listsVersions();
    void beginsWithTheNewestVersion();
    void followsRenames();
    void comparesWithADocumentAndAStore();
    void tellsWhatCannotBeRead();
    void stopsWhenCancelled();
};

namespace {

struct Page
{
    explicit Page(OpenStore &store)
        : page(store.workspace)
        , changes(named<QTreeView>(page, u"What changes"_s))
        , effects(named<QTreeView>(page, u"Who gains and who loses"_s))
    {
        page.show();
    }
    bool compare(qint64 before, qint64 after)
    {
        QSignalSpy finished(&page, &DifferencePage::finished);
        page.compareVersions(before, after);
        return finished.wait(30'000);
    }
    bool compareWith(const QString &location)
    {
        QSignalSpy finished(&page, &DifferencePage::finished);
        page.compareWith(location);
        return !finished.isEmpty() || finished.wait(30'000);
    }
    bool says(const QString &text) const
    {
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == text)
                return true;
        }
        return false;
    }

    DifferencePage page;
    QTreeView *changes;
    QTreeView *effects;
};

Change grant(const QString &role, const QString &permission)
{
    return {Change::Verb::Add, Change::Kind::Grant, role, permission, {}, {}, {}};
}

} // namespace

void TestDifferencePage::comparesVersions()
{
    OpenStore store;
    Page page(store);
    QVERIFY(store.edit(grant(u"author"_s, u"article:delete"_s)));
    QVERIFY(store.apply(u"one"_s));
    QVERIFY(
        store.edit({Change::Verb::Remove, Change::Kind::Assignment, u"carol"_s, u"moderator"_s, {}, {}, {}}));
    QVERIFY(store.apply(u"two"_s));
    QVERIFY(page.compare(1, 3));
    QCOMPARE(printed(*page.changes->model()), uR"(Grants (1)
  grant article:delete to author
Assignments (1)
  unassign moderator from carol
)"_s);
    const QString byUser = uR"(alice (Alice Ames) | 1
  article:delete | gains
bob | 1
  article:delete | gains
carol |  | 1
  comment:delete:team |  | loses
)"_s;
    QCOMPARE(printed(*page.effects->model()), byUser);
    QVERIFY(page.says(u"Users: 2 gain access, 1 lose it."_s));
    named<QComboBox>(page.page, u"How the effect is shown"_s)->setCurrentIndex(1);
    QTRY_VERIFY(printed(*page.effects->model()).contains(u"grant article:delete to author | 2\n"_s));
    // The other way round.
    QVERIFY(page.compare(3, 2));
    QCOMPARE(printed(*page.changes->model()), u"Assignments (1)\n  assign moderator to carol\n"_s);
    QVERIFY(page.compare(2, 2));
    QVERIFY(page.says(u"They are the same."_s));
}

void TestDifferencePage::listsVersions()
{
    OpenStore store;
    VersionsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.set({{12, *parseDocumentTime(u"2026-02-01T09:00:05Z"_s), u"bob"_s, u"ticket\n17"_s, {}, 1234},
               {11, *parseDocumentTime(u"2026-01-31T08:00:00Z"_s), u"alice"_s, {}, {}, 2}});
    QCOMPARE(printed(model), uR"(12 | 2026-02-01 09:00:05 UTC | bob | 1,234 | ticket 17
11 | 2026-01-31 08:00 UTC | alice | 2
)"_s);
    QCOMPARE(model.rowOf(11), 1);
    QCOMPARE(model.rowOf(1), -1);
}

void TestDifferencePage::beginsWithTheNewestVersion()
{
    OpenStore store;
    QVERIFY(store.edit(grant(u"author"_s, u"article:delete"_s)));
    QVERIFY(store.apply(u"one"_s));
    QVERIFY(store.edit(grant(u"author"_s, u"comment:delete"_s)));
    QVERIFY(store.apply(u"two"_s));
    Page page(store);
    auto *versions = named<QTreeView>(page.page, u"Versions"_s);
    // What the newest one changed, without a click.
    QTRY_COMPARE(printed(*page.changes->model()), u"Grants (1)\n  grant comment:delete to author\n"_s);
    QCOMPARE(versions->model()->rowCount(), 4); // 3 to 0
    QCOMPARE(versions->currentIndex().row(), 0);
    // Another one as soon as it is selected.
    versions->setFocus();
    QTest::keyClick(versions, Qt::Key_Down);
    QTRY_COMPARE(printed(*page.changes->model()), u"Grants (1)\n  grant article:delete to author\n"_s);
    // The first one made something of nothing.
    QTest::keyClick(versions, Qt::Key_Down);
    QTRY_VERIFY(printed(*page.changes->model()).contains(u"add role editor"_s));
    // Two of them with each other.
    QTest::keyClick(versions, Qt::Key_Home);
    versions->selectionModel()->select(versions->model()->index(2, 0),
                                       QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QTRY_COMPARE(printed(*page.changes->model()),
                 u"Grants (2)\n  grant article:delete to author\n  grant comment:delete to author\n"_s);
    // A new version while the newest is looked at is looked at.
    versions->setCurrentIndex(versions->model()->index(0, 0));
    QVERIFY(store.edit(grant(u"reader"_s, u"article:update"_s)));
    QVERIFY(store.apply(u"three"_s));
    QTRY_COMPARE(versions->model()->rowCount(), 5);
    QTRY_COMPARE(printed(*page.changes->model()), u"Grants (1)\n  grant article:update to reader\n"_s);
}

void TestDifferencePage::followsRenames()
{
    OpenStore store;
    Page page(store);
    const Result<QList<Change>> renamed =
        renaming(store.workspace.policy(), Change::Kind::User, u"alice"_s, u"alicia"_s);
    QVERIFY(renamed);
    QVERIFY(store.workspace.edit(u"rename"_s, renamed));
    QVERIFY(store.apply({}));
    QVERIFY(page.compare(1, 2));
    QVERIFY2(printed(*page.changes->model()).contains(u"rename"_s),
             qPrintable(printed(*page.changes->model())));
    QCOMPARE(printed(*page.effects->model()), QString()); // nobody gains or loses
}

void TestDifferencePage::comparesWithADocumentAndAStore()
{
    OpenStore store;
    Page page(store);
    const QString path = store.folder.filePath(u"before.json"_s);
    {
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(writePolicy(store.workspace.policy()));
    }
    QVERIFY(store.edit(grant(u"author"_s, u"article:delete"_s)));
    QVERIFY(page.compareWith(path));
    QCOMPARE(printed(*page.changes->model()), u"Grants (1)\n  grant article:delete to author\n"_s);
    QVERIFY(page.says(u"Users: 2 gain access, 0 lose it."_s));
    QVERIFY(page.compareWith(store.folder.filePath(u"acme.rolewright"_s))); // its newest version
    QCOMPARE(printed(*page.changes->model()), u"Grants (1)\n  grant article:delete to author\n"_s);
}

void TestDifferencePage::tellsWhatCannotBeRead()
{
    OpenStore store;
    Page page(store);
    QVERIFY(page.compareWith(store.folder.filePath(u"nowhere.json"_s)));
    QVERIFY(page.says(u"Not compared."_s));
    QCOMPARE(store.messages.size(), 1);
    const QString pipe = store.folder.filePath(u"pipe.json"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QVERIFY(page.compareWith(pipe));
    QVERIFY2(store.messages.last().contains(u"This is no file"_s), qPrintable(store.messages.last()));
}

void TestDifferencePage::stopsWhenCancelled()
{
    OpenStore store;
    Page page(store);
    QSignalSpy finished(&page.page, &DifferencePage::finished);
    page.page.compareVersions(1, 1);
    auto *cancel = buttonOf(page.page, u"Cancel"_s);
    QVERIFY(cancel->isVisible());
    QTest::mouseClick(cancel, Qt::LeftButton);
    QVERIFY(page.says(u"Cancelled."_s));
    QVERIFY(!finished.wait(300));
    QVERIFY(!cancel->isVisible());
}

QTEST_MAIN(TestDifferencePage)
#include "tst_differencepage.moc"
