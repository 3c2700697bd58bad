// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/openstore.h"
#include "tests/ui/shownrepairs.h"

#include "ui/simulate/repairpane.h"
#include "ui/simulate/simulatepanel.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/completionfield.h"
#include "ui/widgets/problemlabel.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateTimeEdit>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>

using namespace rolewright;
using namespace Qt::StringLiterals;

// What would turn the answer, and putting it in the draft.
class TestSimulateRepairs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proposesTheSmallestRepairs();
    void repairsInOneStep();
    void proposesWhatWouldDeny();
    void proposesSessionChanges();
    void searchesOnlyWhileShown();
};

void TestSimulateRepairs::proposesTheSmallestRepairs()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.ask(u"alice"_s, u"delete"_s, u"article"_s);
    RepairPane *pane = shownRepairs(panel);
    QTRY_COMPARE(
        pane->text(),
        uR"([?] grant article:delete to author (gives 1 further permission(s), 1 other user(s) affected)
  alice gains article:delete
  bob gains article:delete
[?] grant article:delete to reader (gives 1 further permission(s), 1 other user(s) affected)
  alice gains article:delete
  bob gains article:delete
)"_s);
}

void TestSimulateRepairs::repairsInOneStep()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.ask(u"carol"_s, u"publish"_s, u"article"_s);
    RepairPane *pane = shownRepairs(panel);
    QTRY_COMPARE(pane->text(), uR"([?] grant article:publish to moderator (gives nothing else)
  carol gains article:publish
[?] let the assignment of editor to carol have no end (gives 4 further permission(s))
  carol gains article:create, article:publish, article:read, article:update, article:update:own
[?] let moderator inherit editor (gives 4 further permission(s))
  carol gains article:create, article:publish, article:read, article:update, article:update:own
)"_s);
    QPushButton *choose = buttonOf(*pane, u"Put in draft"_s);
    QVERIFY(choose->isVisible());
    auto *tree = pane->findChild<QTreeView *>();
    tree->setCurrentIndex(tree->model()->index(1, 0));
    QTest::mouseClick(choose, Qt::LeftButton);
    QVERIFY(panel.asText().contains(u"ALLOWED"));
    QCOMPARE(store.workspace.undoStack().undoText(),
             u"Let the assignment of editor to carol have no end"_s);
    QCOMPARE(store.workspace.undoStack().count(), 1);
    store.workspace.undoStack().undo();
    QVERIFY(panel.asText().contains(u"DENIED"));
    QVERIFY(!store.workspace.draft().isDirty());
}

void TestSimulateRepairs::proposesWhatWouldDeny()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.ask(u"bob"_s, u"publish"_s, u"article"_s);
    RepairPane *pane = shownRepairs(panel);
    QTRY_COMPARE(pane->text(), uR"([?] revoke article:publish from editor (takes nothing else)
  bob loses article:publish
[?] deactivate user bob (takes 4 further permission(s))
  bob loses article:create, article:publish, article:read, article:update, article:update:own
[?] unassign editor from bob (takes 4 further permission(s))
  bob loses article:create, article:publish, article:read, article:update, article:update:own
)"_s);
    QCOMPARE(panel.findChild<QTabWidget *>()->tabText(1).remove(u'&'), u"How to deny it"_s);
}

void TestSimulateRepairs::proposesSessionChanges()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.ask(u"bob"_s, u"publish"_s, u"article"_s);
    buttonOf<QCheckBox>(panel, u"In a session with these roles"_s)->setChecked(true);
    QVERIFY(panel.asText().contains(u"acting in no role"));
    RepairPane *pane = shownRepairs(panel);
    QTRY_VERIFY2(pane->text().startsWith(u"[?] activate editor in the session (gives nothing else)\n"),
                 qPrintable(pane->text()));
    QTest::mouseClick(buttonOf(*pane, u"Change the session"_s), Qt::LeftButton);
    QVERIFY2(panel.asText().startsWith(u"May bob publish article any, acting as editor?\nALLOWED"),
             qPrintable(panel.asText()));
    QVERIFY(!store.workspace.draft().isDirty());
}

void TestSimulateRepairs::searchesOnlyWhileShown()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.show();
    panel.ask(u"alice"_s, u"publish"_s, u"article"_s);
    QTRY_VERIFY(panel.asText().contains(u"Roles that would give it"));
    auto *pane = panel.findChild<RepairPane *>();
    QCOMPARE(pane->text(), QString());
    shownRepairs(panel);
    QTRY_VERIFY(pane->text().contains(u"assign editor to alice"));
    // The newest question is the one that is answered.
    for (const QString &user : {u"erin"_s, u"bob"_s, u"carol"_s})
        panel.ask(user, u"publish"_s, u"article"_s);
    QTRY_VERIFY(pane->text().contains(u"carol"));
    QVERIFY(!pane->text().contains(u"erin"));
    panel.ask({}, {}, {});
    QCOMPARE(pane->text(), QString());
}

QTEST_MAIN(TestSimulateRepairs)
#include "tst_simulaterepairs.moc"
