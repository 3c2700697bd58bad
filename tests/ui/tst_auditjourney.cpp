// SPDX-License-Identifier: Apache-2.0
// Journey 6 of desktop.md through the real window, by keyboard; dragging over the timeline is for the mouse, and its dates
// do the same. ROLEWRIGHT_PICTURES names a folder that its
// pictures go to.
#include "tests/ui/openstore.h"
#include "tests/ui/pictures.h"
#include "tests/ui/realwindow.h"
#include "ui/audit/auditpage.h"
#include "ui/audit/policytext.h"
#include "ui/audit/timeline.h"
#include "ui/shell/changesbar.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/pages.h"
#include "ui/widgets/entitypage.h"

#include <QAction>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTreeView>

using namespace rolewright;
using namespace Qt::StringLiterals;

class TestAuditJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void journey_data();
    void journey();
    void everythingAboutAThing();
};

void TestAuditJourney::journey_data()
{
    addLooks();
}

void TestAuditJourney::journey()
{
    QFETCH(int, theme);
    QFETCH(int, zoom);
    applyTheme(ThemeChoice(theme), zoom);
    QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.filePath(u"data"_s).toUtf8()); // where the sample goes
    Program program(home);
    QVERIFY(program.show());
    QSignalSpy opened(&program.workspace, &Workspace::storeChanged);
    program.window.openSample();
    QVERIFY(opened.wait());
    // Two versions by two people.
    const auto grant = [&](const QString &actor, const QString &permission, const QString &reason) {
        program.workspace.setActor(actor);
        program.matrix().setFocus();
        program.matrix().goTo(permission, u"reader"_s);
        QCOMPARE(program.cell(permission, u"reader"_s).shape, Cell::Shape::None);
        press(Qt::Key_Insert);
        QSignalSpy committed(&program.workspace, &Workspace::committed);
        program.workspace.apply(reason);
        QVERIFY(committed.count() || committed.wait());
    };
    program.matrix();
    program.window.matrix().foldAll(false);
    grant(u"olga"_s, u"comment:hide"_s, u"ticket 17"_s);
    grant(u"paul"_s, u"article:read-draft"_s, u"ticket 18"_s);

    press(Qt::Key_3, Qt::ControlModifier);
    auto *page = program.window.findChild<AuditPage *>();
    QVERIFY(page->isVisible());
    auto *trail = named<QTreeView>(*page, u"Audit trail"_s);
    const auto firstLine = [&] {
        QString line;
        for (int column = 1; column < trail->model()->columnCount(); ++column)
            line += trail->model()->index(0, column).data().toString() + u'|';
        return line;
    };
    QTRY_COMPARE(firstLine(), u"paul|grant article:read-draft to reader|ticket 18|3|"_s);
    const int all = trail->model()->rowCount();
    QVERIFY(all > 2);
    keepPicture(program.window, u"audit-trail"_s);

    // By person, thing and text.
    const auto filter = [&](const QString &label, const QString &text) {
        auto *field = labelled<QLineEdit>(*page, label);
        QVERIFY(tabTo(field));
        type(text);
        press(Qt::Key_Escape); // the suggestions, where there are any
    };
    filter(u"Person"_s, u"olga"_s);
    QTRY_COMPARE(trail->model()->rowCount(), 1);
    QCOMPARE(firstLine(), u"olga|grant comment:hide to reader|ticket 17|2|"_s);
    QVERIFY(pressButton(buttonOf(*page, u"Show everything"_s)));
    QTRY_COMPARE(trail->model()->rowCount(), all);
    filter(u"Thing"_s, u"permission/comment:hide"_s);
    QTRY_COMPARE(trail->model()->rowCount(),
                 3); // made, given to the moderator when the policy was new, and now
    QCOMPARE(firstLine(), u"olga|grant comment:hide to reader|ticket 17|2|"_s);
    QVERIFY(pressButton(buttonOf(*page, u"Show everything"_s)));
    QTRY_COMPARE(trail->model()->rowCount(), all);
    // By time, dragging over all of the timeline: everything is in it, the newest entry too.
    auto *timeline = page->findChild<Timeline *>();
    QTRY_VERIFY(timeline->barCount() > 0);
    QTest::mousePress(timeline, Qt::LeftButton, {}, {2, 10});
    QTest::mouseMove(timeline, {timeline->width() / 2, 10});
    QTest::mouseRelease(timeline, Qt::LeftButton, {}, {timeline->width() - 2, 10});
    QTRY_VERIFY(named<QDateTimeEdit>(*page, u"Since"_s)->isEnabled());
    QTest::qWait(400); // the filter's pause, and the answer
    QTRY_COMPARE(trail->model()->rowCount(), all);
    QCOMPARE(firstLine(), u"paul|grant article:read-draft to reader|ticket 18|3|"_s);
    QVERIFY(pressButton(buttonOf(*page, u"Show everything"_s)));
    filter(u"Text"_s, u"TICKET 17"_s);
    QTRY_COMPARE(trail->model()->rowCount(), 1);

    // The entry, before and after.
    QTRY_COMPARE(named<QPlainTextEdit>(*page, u"Before"_s)->toPlainText(), u"not there"_s);
    QVERIFY(named<QPlainTextEdit>(*page, u"After"_s)->toPlainText().contains(u"grant: comment:hide"_s));
    keepPicture(program.window, u"audit-entry"_s);

    // The policy as it was then: without what came after.
    QVERIFY(pressButton(buttonOf(*page, u"Show the policy of version 2"_s)));
    QTRY_VERIFY(page->findChild<PolicyText *>());
    auto *then = page->findChild<PolicyText *>();
    QCOMPARE(then->windowTitle(), u"newsroom.rolewright as it was at version 2"_s);
    QVERIFY(then->findChild<QPlainTextEdit *>()->toPlainText().contains(u"comment:hide"_s));
    then->close();
    QVERIFY(QTest::qWaitForWindowActive(&program.window));

    // Back, as a draft that is not applied.
    QVERIFY(pressButton(buttonOf(*page, u"Revert version 2 in the draft"_s)));
    QTRY_COMPARE(program.workspace.draft().changes().size(), 1);
    QCOMPARE(describe(program.workspace.draft().changes().first()), u"revoke comment:hide from reader"_s);
    QVERIFY(program.window.changesBar().summary().startsWith(u"1 pending change"_s));
    QVERIFY(program.window.messages().text().contains(u"version 2"_s));
    QCOMPARE(program.workspace.draft().baseVersion(), 3);
    keepPicture(program.window, u"audit-reverted"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!program.workspace.draft().isDirty());
}

// From where a user, a role or a permission is shown: each event that has to do with it, whatever it was done
// to.
void TestAuditJourney::everythingAboutAThing()
{
    applyTheme(ThemeChoice::Light, 100);
    OpenStore made; // some things to ask about
    const QString location = made.workspace.service().traits().location;
    QTemporaryDir home;
    Program program(home);
    QVERIFY(program.show());
    QSignalSpy opened(&program.workspace, &Workspace::storeChanged);
    program.window.openStore(location);
    QVERIFY(opened.count() || opened.wait());
    const auto change = [&](const Change &one) {
        QSignalSpy committed(&program.workspace, &Workspace::committed);
        QVERIFY(program.workspace.edit(describe(one), QList<Change>{one}));
        program.workspace.apply(u"now"_s);
        QVERIFY(committed.count() || committed.wait());
    };
    change({Change::Verb::Add, Change::Kind::Assignment, u"erin"_s, u"editor"_s, {}, {}, Assignment()});
    change({Change::Verb::Add, Change::Kind::Grant, u"reader"_s, u"comment:delete"_s, {}, {}, {}});
    auto *pages = program.window.findChild<Pages *>();
    const auto about = [&](const QString &name, const QString &key) -> QString {
        auto *page = qobject_cast<EntityPage *>(pages->at(pages->indexOf(name)));
        pages->show(page);
        page->select(key);
        for (QAction *action : page->findChildren<QAction *>()) {
            if (action->text() == u"&Audit trail of this"_s)
                action->trigger();
        }
        auto *audit = program.window.findChild<AuditPage *>();
        const auto *model = named<QTreeView>(*audit, u"Audit trail"_s)->model();
        QString newest;
        const bool filtered = QTest::qWaitFor(
            [&] {
                newest = model->index(0, 2).data().toString();
                return audit->isVisible() && model->rowCount() > 0 && newest.contains(key);
            },
            20'000);
        return filtered ? newest : u"nothing"_s;
    };
    QCOMPARE(about(u"users"_s, u"erin"_s), u"assign editor to erin"_s);
    QCOMPARE(about(u"roles"_s, u"editor"_s), u"assign editor to erin"_s);
    QCOMPARE(about(u"catalogue"_s, u"comment:delete"_s), u"grant comment:delete to reader"_s);
    QCOMPARE(about(u"roles"_s, u"reader"_s), u"grant comment:delete to reader"_s);
}

QTEST_MAIN(TestAuditJourney)
#include "tst_auditjourney.moc"
