// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/openstore.h"

#include "core/edit/apply.h"
#include "core/edit/difference.h"
#include "core/exchange/policyjson.h"
#include "ui/changes/causesmodel.h"
#include "ui/changes/changesmodel.h"
#include "ui/changes/changespage.h"
#include "ui/changes/impactmodel.h"
#include "ui/changes/takeback.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTreeView>

using namespace rolewright;
using namespace Qt::StringLiterals;

class TestChangesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatChangesAndWho();
    void saysWhichChangeDidIt();
    void aRenameTakesNothingFromAnybody();
    void saysWhichOperationsOpen();
    void appliesWithAReason();
    void takesBackSelected();
    void takesBackADeletedRoleWhole();
    void takesBackUnderANewName();
    void takesBackAnyHalf();
    void discards();
    void refusesErrors();
    void asksBeforeBreakingATest();
    void decidesConflicts();
};

namespace {

constexpr auto Fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

Change grant(const QString &role, const QString &permission)
{
    return {Change::Verb::Add, Change::Kind::Grant, role, permission, {}, {}, {}};
}

QTreeView *changesOf(const ChangesPage &page)
{
    return named<QTreeView>(page, u"What changes"_s);
}

// Selects the lines that contain the text.
void selectLines(QTreeView *view, const QString &text)
{
    const QAbstractItemModel &model = *view->model();
    view->clearSelection();
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex parent = model.index(group, 0);
        for (int row = 0; row < model.rowCount(parent); ++row) {
            if (model.index(row, 0, parent).data().toString().contains(text))
                view->selectionModel()->select(model.index(row, 0, parent), QItemSelectionModel::Select);
        }
    }
    QVERIFY(view->selectionModel()->hasSelection());
}

bool shows(const QWidget &page, const QString &text)
{
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->isVisible() && label->text() == text)
            return true;
    }
    return false;
}

} // namespace

void TestChangesPage::showsWhatChangesAndWho()
{
    OpenStore store;
    ChangesPage page(store.workspace);
    const QAbstractItemModelTester changes(page.findChild<ChangesModel *>(), Fatal);
    const QAbstractItemModelTester impact(page.findChild<ImpactModel *>(), Fatal);
    page.show();
    QVERIFY(shows(page, u"Nothing is changed."_s));
    QVERIFY(!buttonOf(page, u"Apply"_s)->isEnabled());
    QVERIFY(store.edit(grant(u"author"_s, u"article:delete"_s)));
    QVERIFY(
        store.edit({Change::Verb::Remove, Change::Kind::Assignment, u"carol"_s, u"moderator"_s, {}, {}, {}}));
    QCOMPARE(printed(*changesOf(page)->model()), uR"(Grants (1)
  grant article:delete to author
Assignments (1)
  unassign moderator from carol
)"_s);
    QTRY_COMPARE(printed(*named<QTreeView>(page, u"Who gains and who loses"_s)->model()),
                 uR"(alice (Alice Ames) | 1
  article:delete | gains
bob | 1
  article:delete | gains
carol |  | 1
  comment:delete:team |  | loses
)"_s);
    QTRY_VERIFY(shows(page, u"2 user(s) gain access, 1 user(s) lose access"_s));
    QVERIFY(shows(page, u"Nothing speaks against it."_s));
    store.workspace.undoStack().setIndex(0);
    QVERIFY(shows(page, u"Nothing is changed."_s));
    QVERIFY(shows(page, u"Nobody gains or loses access."_s));
}

void TestChangesPage::saysWhichChangeDidIt()
{
    OpenStore store;
    ChangesPage page(store.workspace);
    const QAbstractItemModelTester causes(page.findChild<CausesModel *>(), Fatal);
    page.show();
    QVERIFY(store.edit(grant(u"author"_s, u"article:delete"_s)));
    QVERIFY(
        store.edit({Change::Verb::Remove, Change::Kind::Assignment, u"carol"_s, u"moderator"_s, {}, {}, {}}));
    auto *how = named<QComboBox>(page, u"How the effect is shown"_s);
    how->setCurrentIndex(1);
    auto *view = named<QTreeView>(page, u"Who gains and who loses"_s);
    QTRY_COMPARE(printed(*view->model()), uR"(unassign moderator from carol |  | 1
  carol |  | 1
    comment:delete:team |  | loses
grant article:delete to author | 2
  alice (Alice Ames) | 1
    article:delete | gains
  bob | 1
    article:delete | gains
)"_s);
    // It follows the draft, and what comes and goes again is in none.
    QVERIFY(
        store.edit({Change::Verb::Add, Change::Kind::Grant, u"reader"_s, u"article:delete"_s, {}, {}, {}}));
    QVERIFY(store.edit(
        {Change::Verb::Remove, Change::Kind::Grant, u"author"_s, u"article:delete"_s, {}, {}, {}}));
    QTRY_VERIFY2(printed(*view->model()).contains(u"\ngrant article:delete to reader | 2\n"_s),
                 qPrintable(printed(*view->model())));
    store.workspace.undoStack().setIndex(0);
    QTRY_COMPARE(printed(*view->model()), QString());
    how->setCurrentIndex(0);
    QCOMPARE(printed(*view->model()), QString());
}

void TestChangesPage::aRenameTakesNothingFromAnybody()
{
    OpenStore store;
    ChangesPage page(store.workspace);
    page.show();
    const auto rename = [&](Change::Kind kind, const QString &from, const QString &to) {
        return store.workspace.edit(u"rename"_s, renaming(store.workspace.policy(), kind, from, to));
    };
    QVERIFY(rename(Change::Kind::Permission, u"article:read"_s, u"article:see"_s));
    QTRY_VERIFY(shows(page,
                      u"article:read is now called article:see: 2 user(s) keep it.\n"
                      "Applications that still ask for a permission by its old name are denied."_s));
    QVERIFY(shows(page, u"Nobody gains or loses access."_s));
    auto *view = named<QTreeView>(page, u"Who gains and who loses"_s);
    QCOMPARE(printed(*view->model()), QString());
    auto *how = named<QComboBox>(page, u"How the effect is shown"_s);
    how->setCurrentIndex(1);
    QTRY_COMPARE(printed(*view->model()),
                 u"rename permission article:read to article:see: 2 user(s) keep it\n"_s);
    how->setCurrentIndex(0);
    // What else happens is seen all the better; a role has its users by any name.
    QVERIFY(rename(Change::Kind::Role, u"author"_s, u"writer"_s));
    QVERIFY(store.edit(grant(u"writer"_s, u"article:delete"_s)));
    QTRY_COMPARE(printed(*view->model()),
                 u"alice (Alice Ames) | 1\n  article:delete | gains\nbob | 1\n  article:delete | gains\n"_s);
    QTRY_VERIFY(shows(page,
                      u"article:read is now called article:see: 2 user(s) keep it.\n"
                      "author is now called writer: 1 user(s) keep it.\n"
                      "Applications that still ask for a permission by its old name are denied."_s));
    store.workspace.undoStack().setIndex(0);
    QTRY_VERIFY(!shows(page,
                       u"article:read is now called article:see: 2 user(s) keep it.\n"
                       "Applications that still ask for a permission by its old name are denied."_s));
}

void TestChangesPage::saysWhichOperationsOpen()
{
    OpenStore store;
    ChangesPage page(store.workspace);
    page.show();
    named<QComboBox>(page, u"How the effect is shown"_s)->setCurrentIndex(2);
    QVERIFY(store.edit(
        {Change::Verb::Add, Change::Kind::Assignment, u"erin"_s, u"editor"_s, {}, {}, Assignment()}));
    auto *view = named<QTreeView>(page, u"Who gains and who loses"_s);
    QTRY_COMPARE(printed(*view->model()), u"erin | 1\n  PUT /articles/{id} | gains\n"_s);
    QVERIFY(shows(page, u"1 opened to a user, 0 closed."_s));
    store.workspace.undoStack().setIndex(0);
    QCOMPARE(printed(*view->model()), QString());
    QVERIFY(store.edit(grant(u"author"_s, u"article:delete"_s)));
    QTRY_VERIFY(shows(page, u"No operation opens or closes for anybody."_s));
}

void TestChangesPage::appliesWithAReason()
{
    OpenStore store;
    ChangesPage page(store.workspace);
    page.show();
    QVERIFY(store.edit(grant(u"author"_s, u"article:delete"_s)));
    auto *reason = labelled<QLineEdit>(page, u"Reason"_s);
    QTest::keyClicks(reason, u"ticket 17"_s);
    QSignalSpy committed(&store.workspace, &Workspace::committed);
    QTest::mouseClick(buttonOf(page, u"Apply"_s), Qt::LeftButton);
    QVERIFY(store.workspace.isApplying());
    QVERIFY(!buttonOf(page, u"Applying…"_s)->isEnabled());
    QVERIFY(committed.wait(10'000));
    QVERIFY(reason->text().isEmpty());
    QVERIFY(!store.workspace.draft().isDirty());
    QCOMPARE(changesOf(page)->model()->rowCount(), 0);
    QList<VersionInfo> history;
    store.service.history(this,
                          [&](const Result<QList<VersionInfo>> &versions) { history = versions.value(); });
    QTRY_VERIFY(!history.isEmpty());
    QCOMPARE(history.first().reason, u"ticket 17"_s);
    QCOMPARE(history.first().version, committed.first().first().toLongLong());
}

void TestChangesPage::takesBackSelected()
{
    OpenStore store;
    ChangesPage page(store.workspace);
    page.show();
    QVERIFY(store.edit(grant(u"author"_s, u"article:delete"_s)));
    QVERIFY(store.edit(grant(u"reader"_s, u"comment:delete"_s)));
    QVERIFY(!buttonOf(page, u"Take back the selected"_s)->isEnabled());
    selectLines(changesOf(page), u"author"_s);
    QTest::mouseClick(buttonOf(page, u"Take back the selected"_s), Qt::LeftButton);
    QCOMPARE(store.changes(), QStringList{u"grant comment:delete to reader"_s});
    QCOMPARE(store.workspace.undoStack().undoText(), u"Take back: grant article:delete to author"_s);
    store.workspace.undoStack().undo();
    QCOMPARE(store.changes().size(), 2);
    // A whole group at once.
    changesOf(page)->setCurrentIndex(changesOf(page)->model()->index(0, 0));
    QVERIFY(QTest::qWaitForWindowActive(&page)); // shortcuts need it
    changesOf(page)->setFocus();
    QTest::keyClick(changesOf(page), Qt::Key_Delete);
    QVERIFY(store.changes().isEmpty());
}

void TestChangesPage::takesBackADeletedRoleWhole()
{
    OpenStore store;
    ChangesPage page(store.workspace);
    page.show();
    QVERIFY(store.workspace.edit(u"delete"_s,
                                 deletion(store.workspace.policy(), Change::Kind::Role, u"moderator"_s)));
    QVERIFY(store.edit(grant(u"reader"_s, u"comment:delete"_s)));
    selectLines(changesOf(page), u"remove role moderator"_s);
    QTest::mouseClick(buttonOf(page, u"Take back the selected"_s), Qt::LeftButton);
    QCOMPARE(store.changes(), QStringList{u"grant comment:delete to reader"_s});
}

void TestChangesPage::takesBackUnderANewName()
{
    OpenStore store;
    ChangesPage page(store.workspace);
    page.show();
    QVERIFY(store.edit(
        {Change::Verb::Remove, Change::Kind::Grant, u"author"_s, u"article:create"_s, {}, {}, {}}));
    QVERIFY(store.edit({Change::Verb::Rename, Change::Kind::Role, u"author"_s, {}, {}, {}, u"writer"_s}));
    QVERIFY(store.edit(grant(u"writer"_s, u"article:delete"_s)));
    selectLines(changesOf(page), u"article:create"_s);
    QTest::mouseClick(buttonOf(page, u"Take back the selected"_s), Qt::LeftButton);
    QCOMPARE(store.changes(),
             (QStringList{u"rename role author to writer"_s, u"grant article:delete to writer"_s}));
    selectLines(changesOf(page), u"rename"_s);
    QTest::mouseClick(buttonOf(page, u"Take back the selected"_s), Qt::LeftButton);
    QCOMPARE(store.changes(), QStringList{u"grant article:delete to author"_s});
    QVERIFY2(store.messages.isEmpty(), qPrintable(store.messages.join(u'\n')));
}

// Whatever is chosen of a draft with everything in it: it can be taken back, and the rest too.
void TestChangesPage::takesBackAnyHalf()
{
    const Policy base = *readPolicy(newsroom());
    Policy draft = base;
    const auto change = [&](const Result<QList<Change>> &changes) {
        QVERIFY2(changes.has_value(), changes ? "" : qPrintable(toText(changes.error())));
        const auto complete = completed(draft, *changes);
        QVERIFY2(complete.has_value(), complete ? "" : qPrintable(toText(complete.error())));
        const Status done = apply(draft, *complete);
        QVERIFY2(done.has_value(), done ? "" : qPrintable(toText(done.error())));
    };
    change(deletion(draft, Change::Kind::Role, u"moderator"_s));
    change(deletion(draft, Change::Kind::User, u"erin"_s));
    change(renaming(draft, Change::Kind::Role, u"author"_s, u"writer"_s));
    change(renaming(draft, Change::Kind::User, u"alice"_s, u"ames"_s));
    change(cloning(draft, Change::Kind::Role, u"editor"_s, u"chief"_s));
    change(QList{grant(u"writer"_s, u"article:delete"_s)});
    change(
        QList<Change>{{Change::Verb::Remove, Change::Kind::Assignment, u"ames"_s, u"writer"_s, {}, {}, {}}});
    change(QList<Change>{
        {Change::Verb::Set, Change::Kind::Role, u"writer"_s, {}, u"description"_s, {}, u"new"_s}});
    const QList<Change> net = difference(base, draft);
    QVERIFY(net.size() >= 10 && net.size() <= 32);
    QRandomGenerator random(1);
    for (int round = 0; round < 500; ++round) {
        const quint32 mask = random.generate();
        QList<qsizetype> chosen;
        for (qsizetype i = 0; i < net.size(); ++i) {
            if (mask >> i & 1)
                chosen.append(i);
        }
        Policy half = draft;
        const auto complete = completed(half, takingBack(net, chosen));
        QVERIFY2(complete.has_value(),
                 complete ? "" : qPrintable(u"%1: "_s.arg(mask) + toText(complete.error())));
        const Status done = apply(half, *complete);
        QVERIFY2(done.has_value(), done ? "" : qPrintable(u"%1: "_s.arg(mask) + toText(done.error())));
        const QList<Change> rest = difference(base, half);
        for (const qsizetype i : chosen)
            QVERIFY2(!rest.contains(net.at(i)), qPrintable(u"%1: "_s.arg(mask) + describe(net.at(i))));
    }
}

void TestChangesPage::discards()
{
    OpenStore store;
    ChangesPage page(store.workspace);
    page.show();
    QVERIFY(store.edit(grant(u"author"_s, u"article:delete"_s)));
    QTest::mouseClick(buttonOf(page, u"Discard all"_s), Qt::LeftButton);
    QVERIFY(store.changes().isEmpty());
    store.workspace.undoStack().undo();
    QCOMPARE(store.changes().size(), 1);
}

void TestChangesPage::refusesErrors()
{
    OpenStore store;
    ChangesPage page(store.workspace);
    page.show();
    const Constraint::Kind kind = Constraint::Kind::Static;
    QVERIFY(
        store.edit({Change::Verb::Add,
                    Change::Kind::Constraint,
                    u"four eyes"_s,
                    {},
                    {},
                    {},
                    ConstraintValue{
                        u"four eyes"_s, kind, {u"author"_s, u"moderator"_s}, 2, Constraint::Mode::Enforce}}));
    QVERIFY(store.apply(u"constraint"_s));
    QVERIFY(store.edit(
        {Change::Verb::Add, Change::Kind::Assignment, u"alice"_s, u"moderator"_s, {}, {}, Assignment()}));
    auto *findings = named<QTreeView>(page, u"Findings"_s);
    QTRY_COMPARE(findings->model()->rowCount(), 1);
    QVERIFY2(printed(*findings->model()).contains(u"four eyes"), qPrintable(printed(*findings->model())));
    QVERIFY(!buttonOf(page, u"Apply"_s)->isEnabled());
    store.workspace.undoStack().undo();
    QCOMPARE(findings->model()->rowCount(), 0);
}

void TestChangesPage::asksBeforeBreakingATest()
{
    OpenStore store;
    ChangesPage page(store.workspace);
    page.show();
    QVERIFY(store.edit(grant(u"author"_s, u"article:publish"_s)));
    auto *findings = named<QTreeView>(page, u"Findings"_s);
    QTRY_COMPARE(printed(*findings->model()),
                 u"The test alice does not publish would fail; it passes now.\n"_s);
    QVERIFY(!buttonOf(page, u"Apply"_s)->isEnabled());
    auto *override = page.findChild<QCheckBox *>();
    QVERIFY(override->isVisible());
    override->setChecked(true);
    QSignalSpy committed(&store.workspace, &Workspace::committed);
    QTest::mouseClick(buttonOf(page, u"Apply"_s), Qt::LeftButton);
    QVERIFY2(committed.wait(10'000), qPrintable(store.messages.join(u'\n')));
    QVERIFY(!override->isVisible());
    QVERIFY(!override->isChecked());
}

// Somebody else applies through another connection: mine is left out, and decided here.
void TestChangesPage::decidesConflicts()
{
    OpenStore store;
    ChangesPage page(store.workspace);
    page.show();
    const auto rename = [](const QString &to) {
        return Change{Change::Verb::Set, Change::Kind::Role, u"author"_s, {},
                      u"description"_s,  u"Writes"_s,        to};
    };
    QVERIFY(store.edit(rename(u"mine"_s)));
    QVERIFY(store.edit(grant(u"reader"_s, u"comment:delete"_s)));
    {
        auto other = openStore(store.folder.filePath(u"acme.rolewright"_s));
        QVERIFY(other.has_value());
        CommitContext context;
        context.actor = u"otto"_s;
        const auto done =
            (*other)->commit({1, QUuid::createUuid(), u"theirs"_s, {rename(u"theirs"_s)}}, context);
        QVERIFY2(done.has_value(), done ? "" : qPrintable(toText(done.error())));
    }
    auto *conflicts = named<QListView>(page, u"Conflicts"_s);
    QTRY_VERIFY(conflicts->isVisible());
    QCOMPARE(conflicts->model()->rowCount(), 1);
    QCOMPARE(store.changes(), QStringList{u"grant comment:delete to reader"_s});
    QVERIFY(named<QPlainTextEdit>(page, u"Theirs, in the store now"_s)->toPlainText().contains(u"theirs"));
    QVERIFY(named<QPlainTextEdit>(page, u"Mine, left out of the draft"_s)->toPlainText().contains(u"mine"));
    QTest::mouseClick(buttonOf(page, u"Keep mine"_s), Qt::LeftButton);
    QVERIFY(!conflicts->isVisible());
    const Policy &policy = store.workspace.policy();
    QCOMPARE(policy.roles().at(policy.roles().idOf(u"author"_s)).description, u"mine"_s);
    QVERIFY(store.apply(u"mine"_s));
}

QTEST_MAIN(TestChangesPage)
#include "tst_changespage.moc"
