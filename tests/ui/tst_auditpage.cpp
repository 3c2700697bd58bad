// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/openstore.h"
#include "tests/ui/stallmeter.h"

#include "core/base/json.h"
#include "ui/audit/auditmodel.h"
#include "ui/audit/auditpage.h"
#include "ui/audit/beforeafter.h"
#include "ui/audit/facetsview.h"
#include "ui/audit/policytext.h"
#include "ui/audit/timeline.h"
#include "ui/audit/trailfile.h"
#include "ui/shell/settings.h"
#include "ui/widgets/completionfield.h"
#include "ui/widgets/elidedname.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDateTimeEdit>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTreeView>

using namespace rolewright;
using namespace Qt::StringLiterals;

class TestAuditPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filters();
    void opensAnEntry();
    void showsBeforeAndAfter_data();
    void showsBeforeAndAfter();
    void pagesWhileScrolling();
    void followsNewVersions();
    void revertsAVersion();
    void showsThePolicyAsItWas();
    void saysWhetherTheTrailIsIntact();
    void choosesATimeOnTheTimeline();
    void revertsARange();
    void exportsTheChosenEntries();
    void guardsAgainstFormulas();
    void shortensNamesNotCounts();
    void savesFilters();
};

namespace {

constexpr auto Fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

QTreeView *trailOf(const AuditPage &page)
{
    return named<QTreeView>(page, u"Audit trail"_s);
}

// Who, what, why and which version: the time is when the test runs.
QString shown(const AuditPage &page)
{
    QString text;
    const QAbstractItemModel &model = *trailOf(page)->model();
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = AuditModel::Who; column < AuditModel::ColumnCount; ++column)
            cells.append(model.index(row, column).data().toString());
        text += cells.join(u" | "_s) + u'\n';
    }
    return text;
}

bool says(const QWidget &page, const QString &text)
{
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(text))
            return true;
    }
    return false;
}

Change assign(const QString &user, const QString &role)
{
    return {Change::Verb::Add, Change::Kind::Assignment, user, role, {}, {}, Assignment()};
}

// Three versions by two people.
void work(OpenStore &store)
{
    QVERIFY(store.edit(assign(u"erin"_s, u"editor"_s)));
    QVERIFY(store.edit({Change::Verb::Set, Change::Kind::User, u"bob"_s, {}, u"active"_s, true, false}));
    QVERIFY(store.apply(u"holidays"_s));
    store.workspace.setActor(u"otto"_s);
    QVERIFY(
        store.edit({Change::Verb::Add, Change::Kind::Grant, u"reader"_s, u"comment:delete"_s, {}, {}, {}}));
    QVERIFY(store.apply(u"ticket 17"_s));
}

} // namespace

// Journey 6, first half: filter by person, thing, time and text; open an entry; see before and after.
void TestAuditPage::filters()
{
    OpenStore store;
    work(store);
    AuditPage page(store.workspace);
    const QAbstractItemModelTester tester(trailOf(page)->model(), Fatal);
    page.show();
    QTRY_VERIFY(trailOf(page)->model()->rowCount() >= 4);
    const QString all = shown(page);
    QVERIFY2(all.startsWith(uR"(otto | grant comment:delete to reader | ticket 17 | 3
root | assign editor to erin | holidays | 2
)"_s) || all.startsWith(uR"(otto | grant comment:delete to reader | ticket 17 | 3
root | deactivate user bob | holidays | 2
)"_s),
             qPrintable(all));

    auto *person = labelled<CompletionField>(page, u"Person"_s);
    auto *thing = labelled<CompletionField>(page, u"Thing"_s);
    auto *text = labelled<QLineEdit>(page, u"Text"_s);
    person->setText(u"otto"_s);
    QTRY_COMPARE(shown(page), u"otto | grant comment:delete to reader | ticket 17 | 3\n"_s);
    person->clear();
    thing->setText(u"erin"_s); // found without saying that it is a user
    QTRY_VERIFY2(shown(page).startsWith(u"root | assign editor to erin | holidays | 2\n"),
                 qPrintable(shown(page)));
    QVERIFY(!shown(page).contains(u"bob"));
    thing->setText(u"role/editor"_s); // from the other side
    QTRY_VERIFY2(shown(page).startsWith(u"root | assign editor to erin | holidays | 2\n"),
                 qPrintable(shown(page)));
    thing->clear();
    text->setText(u"TICKET"_s);
    QTRY_COMPARE(shown(page), u"otto | grant comment:delete to reader | ticket 17 | 3\n"_s);
    text->setText(u"no such words"_s);
    QTRY_VERIFY(says(page, u"No entry fits this filter."_s));
    QTest::mouseClick(buttonOf(page, u"Show everything"_s), Qt::LeftButton);
    QTRY_COMPARE(shown(page), all);

    auto *until = named<QDateTimeEdit>(page, u"Until"_s);
    for (QCheckBox *box : page.findChildren<QCheckBox *>()) {
        if (box->text() == u"Unti&l"_s)
            box->setChecked(true);
    }
    until->setDateTime(QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC));
    QTRY_COMPARE(trailOf(page)->model()->rowCount(), 0);
    until->setDateTime(QDateTime(QDate(2199, 1, 1), QTime(0, 0), Qt::UTC));
    QTRY_COMPARE(shown(page), all);
}

void TestAuditPage::opensAnEntry()
{
    OpenStore store;
    work(store);
    AuditPage page(store.workspace);
    page.show();
    labelled<QLineEdit>(page, u"Text"_s)->setText(u"bob"_s);
    QTRY_VERIFY2(shown(page).startsWith(u"root | deactivate user bob | holidays | 2\n"),
                 qPrintable(shown(page)));
    QTRY_COMPARE(named<QPlainTextEdit>(page, u"Before"_s)->toPlainText(), u"active: yes"_s);
    QCOMPARE(named<QPlainTextEdit>(page, u"After"_s)->toPlainText(), u"active: no"_s);
    QCOMPARE(named<QLabel>(page, u"Who"_s)->text(), u"root"_s);
    QCOMPARE(named<QLabel>(page, u"Reason"_s)->text(), u"holidays"_s);
    QCOMPARE(named<QLabel>(page, u"Thing"_s)->text(), u"user/bob"_s);
    QCOMPARE(named<QLabel>(page, u"Version"_s)->text(), u"2"_s);
    QVERIFY(!labelled<QLineEdit>(page, u"Change set"_s)->text().isEmpty());
}

void TestAuditPage::showsBeforeAndAfter_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("set") << uR"({"set": "user", "id": "bob", "field": "active", "was": true, "to": false})"_s
                         << u"active: yes"_s << u"active: no"_s;
    QTest::newRow("attributes")
        << uR"({"set": "user", "id": "bob", "field": "attributes", "was": {}, "to": {"desk": "news", "x": ""}})"_s
        << u"attributes:"_s << u"attributes:\n  desk: news\n  x: "_s;
    QTest::newRow("add") << uR"({"add": "grant", "role": "author", "grant": "article:create"})"_s
                         << u"not there"_s << u"role: author\ngrant: article:create"_s;
    QTest::newRow("add entity") << uR"({"add": "role", "value": {"name": "intern", "enabled": false}})"_s
                                << u"not there"_s << u"name: intern\nenabled: no"_s;
    QTest::newRow("remove")
        << uR"({"remove": "assignment", "user": "bob", "role": "editor", "was": {"until": null}})"_s
        << u"user: bob\nrole: editor\nuntil: none"_s << u"not there"_s;
    QTest::newRow("rename") << uR"({"rename": "role", "was": "intern", "to": "trainee"})"_s
                            << u"name: intern"_s << u"name: trainee"_s;
    QTest::newRow("none") << u""_s << u""_s << u""_s;
}

void TestAuditPage::showsBeforeAndAfter()
{
    QFETCH(QString, change);
    QFETCH(QString, before);
    QFETCH(QString, after);
    QCOMPARE(beforeAfter(change).before, before);
    QCOMPARE(beforeAfter(change).after, after);
}

void TestAuditPage::pagesWhileScrolling()
{
    OpenStore store;
    QList<Change> changes;
    for (int i = 0; i < 500; ++i) {
        const QString id = u"user%1"_s.arg(i);
        changes.append({Change::Verb::Add, Change::Kind::User, id, {}, {}, {}, User{id, id, true, {}, {}}});
    }
    QVERIFY(store.workspace.edit(u"many"_s, changes));
    QVERIFY(store.apply(u"many"_s));
    AuditModel model(store.service);
    model.setQuery({});
    QTRY_COMPARE(model.rowCount(), AuditModel::PageSize);
    QVERIFY(model.hasMore());
    model.loadMore();
    QVERIFY(!model.hasMore()); // one page at a time
    QTRY_COMPARE(model.rowCount(), 2 * AuditModel::PageSize);
    while (model.hasMore()) {
        model.loadMore();
        QTRY_VERIFY(!model.isLoading());
    }
    QVERIFY(model.rowCount() > 500);
    for (int row = 1; row < model.rowCount(); ++row)
        QCOMPARE(model.at(row).sequence, model.at(row - 1).sequence - 1);
    QCOMPARE(model.at(model.rowCount() - 1).sequence, 1);
}

void TestAuditPage::followsNewVersions()
{
    OpenStore store;
    work(store);
    AuditPage page(store.workspace);
    page.show();
    QTRY_VERIFY(trailOf(page)->model()->rowCount() >= 4);
    trailOf(page)->setCurrentIndex(trailOf(page)->model()->index(1, 0));
    const QString chosen = trailOf(page)->currentIndex().siblingAtColumn(AuditModel::What).data().toString();
    QVERIFY(store.edit(assign(u"bob"_s, u"moderator"_s)));
    QVERIFY(store.apply(u"ticket 18"_s));
    QTRY_VERIFY(shown(page).startsWith(u"otto | assign moderator to bob | ticket 18 | 4\n"));
    QCOMPARE(trailOf(page)->currentIndex().siblingAtColumn(AuditModel::What).data().toString(), chosen);
}

void TestAuditPage::revertsAVersion()
{
    OpenStore store;
    work(store);
    // Since then the role has another name, and bob is active again: only the assignment is left to revert.
    QVERIFY(store.edit({Change::Verb::Rename, Change::Kind::Role, u"editor"_s, {}, {}, {}, u"chief"_s}));
    QVERIFY(store.edit({Change::Verb::Set, Change::Kind::User, u"bob"_s, {}, u"active"_s, false, true}));
    QVERIFY(store.apply(u"renamed"_s));
    AuditPage page(store.workspace);
    page.show();
    labelled<QLineEdit>(page, u"Text"_s)->setText(u"holidays"_s);
    QTRY_COMPARE(trailOf(page)->model()->rowCount(), 2);
    QTest::mouseClick(buttonOf(page, u"Revert version 2 in the draft"_s), Qt::LeftButton);
    QTRY_COMPARE(store.changes(), QStringList{u"unassign chief from erin"_s});
    QCOMPARE(store.workspace.undoStack().undoText(), u"Revert version 2"_s);
}

void TestAuditPage::showsThePolicyAsItWas()
{
    OpenStore store;
    work(store);
    AuditPage page(store.workspace);
    page.show();
    labelled<QLineEdit>(page, u"Text"_s)->setText(u"holidays"_s);
    QTRY_COMPARE(trailOf(page)->model()->rowCount(), 2);
    QTest::mouseClick(buttonOf(page, u"Show the policy of version 2"_s), Qt::LeftButton);
    QTRY_VERIFY(page.findChild<PolicyText *>());
    auto *window = page.findChild<PolicyText *>();
    QCOMPARE(window->windowTitle(), u"acme.rolewright as it was at version 2"_s);
    QVERIFY(window->findChild<QPlainTextEdit *>()->toPlainText().startsWith(u"{\n  \"rolewright\": 1,"));
    QVERIFY(window->findChild<QPlainTextEdit *>()->isReadOnly());
}

void TestAuditPage::saysWhetherTheTrailIsIntact()
{
    OpenStore store;
    work(store);
    AuditPage page(store.workspace);
    page.show();
    QTRY_VERIFY(says(page, u"Intact: all"_s));
    QVERIFY(says(page, u"The store is open: whoever can write the file could rewrite all of it."_s));
}

void TestAuditPage::choosesATimeOnTheTimeline()
{
    Timeline timeline;
    timeline.resize(600, timeline.sizeHint().height());
    timeline.show();
    const Instant start{QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch()};
    constexpr qint64 Day = 86'400'000;
    timeline.setMoments({{{start.msecs + 40 * Day}, 7}, {start, 2}, {{start.msecs + 1000}, 1}});
    QCOMPARE(timeline.barCount(), 41);
    QCOMPARE(timeline.changesIn(0), 3);
    QCOMPARE(timeline.changesIn(40), 7);
    std::optional<Instant> since;
    std::optional<Instant> until;
    int chosen = 0;
    connect(&timeline, &Timeline::rangeChosen, this, [&](auto from, auto to) {
        since = from;
        until = to;
        ++chosen;
    });
    // Dragged over from right to left.
    QTest::mousePress(&timeline, Qt::LeftButton, {}, timeline.barRect(5).center());
    QTest::mouseMove(&timeline, timeline.barRect(3).center());
    QTest::mouseRelease(&timeline, Qt::LeftButton, {}, timeline.barRect(3).center());
    QCOMPARE(chosen, 1);
    QCOMPARE(since->msecs, start.msecs + 3 * Day);
    QCOMPARE(until->msecs, start.msecs + 6 * Day);
    // By keyboard: the first two bars.
    QTest::keyClick(&timeline, Qt::Key_Home);
    QTest::keyClick(&timeline, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY2(timeline.accessibleDescription().endsWith(u"3 change(s)"),
             qPrintable(timeline.accessibleDescription()));
    QTest::keyClick(&timeline, Qt::Key_Return);
    QCOMPARE(since->msecs, start.msecs);
    QCOMPARE(until->msecs, start.msecs + 2 * Day);
    QTest::keyClick(&timeline, Qt::Key_Escape);
    QCOMPARE(chosen, 3);
    QVERIFY(!since && !until);

    // Ten years of it still fit, and a hundred thousand versions are no pause.
    QList<Timeline::Moment> many;
    for (int i = 0; i < 100'000; ++i)
        many.append({{start.msecs + i * Day / 25}, 1});
    const double before = threadWork();
    timeline.setMoments(many);
    QVERIFY2(threadWork() - before < scaled(StallMaximum),
             qPrintable(QString::number(threadWork() - before)));
    QVERIFY(timeline.barCount() <= Timeline::BarMaximum);

    // On the page it is the filter's since and until.
    OpenStore store;
    work(store);
    AuditPage page(store.workspace);
    page.show();
    QTRY_VERIFY(trailOf(page)->model()->rowCount() >= 4);
    auto *shownLine = page.findChild<Timeline *>();
    QTRY_VERIFY(shownLine->barCount() > 0);
    QTest::mouseClick(shownLine, Qt::LeftButton, {}, shownLine->barRect(0).center());
    for (const QString &name : {u"Since"_s, u"Until"_s})
        QVERIFY(named<QDateTimeEdit>(page, name)->isEnabled());
}

void TestAuditPage::revertsARange()
{
    OpenStore store;
    work(store);
    AuditPage page(store.workspace);
    page.show();
    QTRY_VERIFY(trailOf(page)->model()->rowCount() >= 4);
    QTreeView *trail = trailOf(page);
    trail->setFocus();
    trail->setCurrentIndex(trail->model()->index(0, 0));
    QTest::keyClick(trail, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(trail, Qt::Key_Down, Qt::ShiftModifier);
    const int steps = store.workspace.undoStack().index();
    QTest::mouseClick(buttonOf(page, u"Revert 2 version(s) in the draft"_s), Qt::LeftButton);
    QTRY_COMPARE(store.changes().size(), 3);
    QStringList changes = store.changes();
    changes.sort();
    QCOMPARE(changes,
             (QStringList{u"activate user bob"_s, u"revoke comment:delete from reader"_s,
                          u"unassign editor from erin"_s}));
    QCOMPARE(store.workspace.undoStack().index(), steps + 1); // one step
    QCOMPARE(store.workspace.undoStack().undoText(), u"Revert 2 version(s), 2 to 3"_s);
    store.workspace.undoStack().undo();
    QVERIFY(store.changes().isEmpty());
}

void TestAuditPage::exportsTheChosenEntries()
{
    OpenStore store;
    work(store);
    AuditPage page(store.workspace);
    page.show();
    labelled<QLineEdit>(page, u"Text"_s)->setText(u"holidays"_s);
    QTRY_COMPARE(trailOf(page)->model()->rowCount(), 2);
    const auto contents = [&](const QString &name) {
        QFile file(store.folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    page.exportTo(store.folder.filePath(u"trail.csv"_s)); // one is chosen: all that the filter finds
    QTRY_VERIFY(contents(u"trail.csv"_s).count('\n') == 3);
    QVERIFY(contents(u"trail.csv"_s).startsWith("sequence,time,actor,"));
    labelled<QLineEdit>(page, u"Text"_s)->setText(u""_s);
    QTRY_VERIFY(trailOf(page)->model()->rowCount() >= 4);
    page.exportTo(store.folder.filePath(u"trail.jsonl"_s));
    QTRY_VERIFY(contents(u"trail.jsonl"_s).count('\n') == trailOf(page)->model()->rowCount());
    const auto first = JsonDocument::parse(contents(u"trail.jsonl"_s).split('\n').first());
    QVERIFY(first);
    QTRY_VERIFY(store.messages.last().contains(u"trail.jsonl"));
    // Where it cannot be written, that is said.
    page.exportTo(u"/proc/nowhere/trail.csv"_s);
    QTRY_VERIFY(!store.messages.last().contains(u"trail.jsonl"));
}

void TestAuditPage::guardsAgainstFormulas()
{
    AuditEvent event;
    event.sequence = 7;
    event.actor = u"=HYPERLINK(\"x\")"_s;
    event.summary = u" @SUM(1)"_s;
    event.reason = u"-1, \"quoted\""_s;
    event.target = u"role/a=b"_s;
    const QByteArray line = trailAsCsv({event}).split('\n').at(1);
    QVERIFY2(line.contains(",\"'=HYPERLINK(\"\"x\"\")\","), line.constData());
    QVERIFY2(line.contains(",' @SUM(1),"), line.constData());
    QVERIFY2(line.contains(",\"'-1, \"\"quoted\"\"\","), line.constData());
    QVERIFY2(line.contains(",role/a=b,"), line.constData());
}

void TestAuditPage::shortensNamesNotCounts()
{
    FacetsView facets;
    TrailFacets counts;
    counts.targets = {{u"role/roles/compute.instanceAdmin.v1"_s, 13'570}};
    facets.setFacets(counts, {});
    const auto *view = facets.findChild<QTreeView *>();
    const QString text = view->model()->index(0, 0, view->model()->index(1, 0)).data().toString();
    const auto *delegate = qobject_cast<NameDelegate *>(view->itemDelegate());
    const QFontMetrics metrics = view->fontMetrics();
    for (int width = metrics.horizontalAdvance(text); width >= metrics.averageCharWidth() * 12; width -= 3) {
        const QString shown = delegate->shortened(text, metrics, width);
        QVERIFY2(shown.endsWith(u" (13,570)"), qPrintable(shown));
        QVERIFY(metrics.horizontalAdvance(shown) <= width + metrics.horizontalAdvance(u'…'));
    }
}

// By name, over a restart, and all of it: person and thing with the text.
void TestAuditPage::savesFilters()
{
    OpenStore store;
    work(store);
    const QString file = store.folder.filePath(u"settings.ini"_s);
    const auto menu = [](AuditPage &page) {
        auto *field = labelled<QLineEdit>(page, u"Text"_s);
        page.activateWindow();
        field->setFocus();
        if (QTest::qWaitFor([&] { return field->hasFocus(); }, 20'000))
            QTest::keyClick(field, Qt::Key_Down, Qt::AltModifier);
        return field->findChild<QMenu *>();
    };
    const auto choose = [&](AuditPage &page, const QString &text) {
        QMenu *opened = menu(page);
        for (QAction *line : opened->actions()) {
            if (line->text() == text)
                line->trigger();
        }
        opened->close();
    };
    {
        Settings settings(file);
        AuditPage page(store.workspace);
        page.saveFiltersIn(settings);
        page.resize(1200, 800);
        page.show();
        labelled<QLineEdit>(page, u"Person"_s)->setText(u"otto"_s);
        labelled<QLineEdit>(page, u"Text"_s)->setText(u"ticket"_s);
        QTRY_COMPARE(shown(page), u"otto | grant comment:delete to reader | ticket 17 | 3\n"_s);
        choose(page, u"&Save this filter…"_s);
        auto *dialog = page.findChild<QInputDialog *>();
        QVERIFY(dialog);
        dialog->setTextValue(u"Otto's tickets"_s);
        dialog->accept();
    }
    Settings settings(file);
    AuditPage page(store.workspace);
    page.saveFiltersIn(settings);
    page.resize(1200, 800);
    page.show();
    QTRY_VERIFY(shown(page).count(u'\n') > 3);
    choose(page, u"Otto's tickets"_s);
    QTRY_COMPARE(shown(page), u"otto | grant comment:delete to reader | ticket 17 | 3\n"_s);
}

QTEST_MAIN(TestAuditPage)
#include "tst_auditpage.moc"
