// SPDX-License-Identifier: Apache-2.0
// The inheritance of roles: its layout, its tree and its graph.
#include "tests/ui/openstore.h"

#include "ui/roles/inheritancegraph.h"
#include "ui/roles/inheritancetree.h"
#include "ui/roles/neighbourhood.h"
#include "ui/roles/rolelayout.h"
#include "ui/roles/rolespage.h"
#include "ui/widgets/completionfield.h"

#include <QSignalSpy>
#include <QTabWidget>

using namespace rolewright;
using namespace Qt::StringLiterals;

class TestInheritance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laysOut();
    void showsTheNeighbourhood();
    void editsTheInheritanceTree();
    void movesInTheInheritanceTree();
    void walksTheGraph();
};

namespace {

QString printed(const QTreeWidgetItem *item, int level = 0)
{
    QString text = QString(level * 2, u' ') + item->text(0) + u'\n';
    for (int i = 0; i < item->childCount(); ++i)
        text += printed(item->child(i), level + 1);
    return text;
}

QString printed(const InheritanceTree &tree)
{
    QString text;
    for (int i = 0; i < tree.topLevelItemCount(); ++i)
        text += printed(tree.topLevelItem(i));
    return text;
}

// The page with the inheritance of a role before one's eyes, its graph drawn.
void openInheritance(RolesPage &page, const QString &role)
{
    page.resize(1100, 900);
    page.show();
    page.findChild<QTabWidget *>()->setCurrentIndex(1);
    QSignalSpy drawn(page.findChild<InheritanceGraph *>(), &InheritanceGraph::drawn);
    page.select(role);
    QVERIFY(drawn.count() > 0 || drawn.wait(20'000));
}

QString namesOf(const Neighbourhood &shown)
{
    QStringList names;
    for (const Neighbourhood::Node &node : shown.nodes)
        names.append(node.enabled ? node.name : node.name + u'-');
    for (const auto &[senior, junior] : shown.edges)
        names.append(u"%1>%2"_s.arg(shown.nodes.at(senior).name, shown.nodes.at(junior).name));
    return names.join(u' ');
}

} // namespace

void TestInheritance::laysOut()
{
    LayoutInput input{{{80, 20}, {60, 20}, {70, 20}, {90, 20}}, {{0, 1}, {0, 2}, {1, 3}, {2, 3}}};
    CancelToken cancelled = false;
    const std::optional<Layout> layout = layOut(input, cancelled);
    QVERIFY(layout);
    QCOMPARE(layout->centers.size(), 4);
    QCOMPARE(layout->curves.size(), 4);
    const auto boxOf = [&](int i) {
        QRectF box({}, input.boxes.at(i));
        box.moveCenter(layout->centers.at(i));
        return box;
    };
    const QRectF all = QRectF({}, layout->size).adjusted(-1, -1, 1, 1);
    for (int i = 0; i < 4; ++i) {
        QVERIFY(all.contains(boxOf(i)));
        for (int j = 0; j < i; ++j)
            QVERIFY(!boxOf(i).intersects(boxOf(j)));
        // Seniors above juniors, and each curve goes from box to box.
        const auto [senior, junior] = input.edges.at(i);
        QVERIFY(layout->centers.at(senior).y() < layout->centers.at(junior).y());
        QCOMPARE(layout->curves.at(i).size() % 3, 1);
        QVERIFY(boxOf(senior).adjusted(-2, -2, 2, 2).contains(layout->curves.at(i).first()));
        QVERIFY(boxOf(junior).adjusted(-2, -2, 2, 2).contains(layout->curves.at(i).last()));
    }
    QCOMPARE(layOut({}, cancelled)->centers.size(), 0);
    cancelled = true;
    QVERIFY(!layOut(input, cancelled));
}

void TestInheritance::showsTheNeighbourhood()
{
    OpenStore store;
    const Policy &policy = store.workspace.policy();
    const RoleId author = policy.roles().idOf(u"author"_s);
    QCOMPARE(namesOf(neighbourhood(policy, author, 1)),
             u"author reader editor author>reader editor>author"_s);
    QCOMPARE(namesOf(neighbourhood(policy, policy.roles().idOf(u"reader"_s), 1)),
             u"reader author author>reader"_s);
    QCOMPARE(namesOf(neighbourhood(policy, policy.roles().idOf(u"retired"_s), 3)), u"retired-"_s);
    QCOMPARE(namesOf(neighbourhood(policy, policy.roles().idOf(u"retired"_s), Neighbourhood::Everything)),
             u"retired- author editor reader author>reader editor>author"_s);
    QVERIFY(neighbourhood(policy, RoleId(), 2).nodes.isEmpty());

    QList<Change> many;
    for (int i = 0; i < 200; ++i) {
        const QString name = u"desk %1"_s.arg(i, 3, 10, QChar(u'0'));
        many.append({Change::Verb::Add, Change::Kind::Role, name, {}, {}, {}, Role{name, {}, true}});
        many.append({Change::Verb::Add, Change::Kind::Inheritance, name, u"reader"_s, {}, {}, {}});
    }
    QVERIFY(store.workspace.edit(u"many"_s, many));
    const Neighbourhood crowded =
        neighbourhood(store.workspace.policy(), store.workspace.policy().roles().idOf(u"reader"_s), 1);
    QCOMPARE(crowded.nodes.size(), Neighbourhood::Maximum);
    QCOMPARE(crowded.left, 202 - Neighbourhood::Maximum);
    QCOMPARE(crowded.nodes.at(1).name, u"author"_s);
}

void TestInheritance::editsTheInheritanceTree()
{
    OpenStore store;
    RolesPage page(store.workspace);
    openInheritance(page, u"author"_s);
    auto *tree = page.findChild<InheritanceTree *>();
    QCOMPARE(printed(*tree), uR"(Roles that inherit author (1)
  editor
Roles that author inherits (1)
  reader
)"_s);
    auto *field = named<CompletionField>(page, u"Role to put above or below"_s);
    field->setText(u"retired"_s);
    QTest::keyClick(field, Qt::Key_Return);
    field->setText(u"moderator"_s);
    QTest::mouseClick(buttonOf(page, u"Let it inherit"_s), Qt::LeftButton);
    QCOMPARE(printed(*tree), uR"(Roles that inherit author (2)
  editor
  moderator
Roles that author inherits (2)
  reader
  retired (disabled)
)"_s);
    QVERIFY(field->text().isEmpty());
    // A cycle is refused by its name, and what was typed stays.
    field->setText(u"editor"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(store.workspace.undoStack().count(), 2);
    QCOMPARE(field->text(), u"editor"_s);
    QCOMPARE(field->accessibleDescription(),
             u"editor inherits author already: that would be the cycle author → editor → author."_s);
    // Del takes away what hangs there.
    tree->setFocus();
    tree->setCurrentItem(tree->topLevelItem(1)->child(0));
    QTest::keyClick(tree, Qt::Key_Delete);
    QCOMPARE(store.workspace.undoStack().undoText(), u"Let role author no longer inherit reader"_s);
    store.workspace.undoStack().setIndex(0);
    QVERIFY(store.changes().isEmpty());
    QCOMPARE(tree->topLevelItem(1)->childCount(), 1);
    // Return goes to the role.
    tree->setCurrentItem(tree->topLevelItem(0)->child(0));
    QTest::keyClick(tree, Qt::Key_Return);
    QCOMPARE(page.selectedKey(), u"editor"_s);
    QCOMPARE(tree->topLevelItem(1)->child(0)->text(0), u"author"_s);
}

void TestInheritance::movesInTheInheritanceTree()
{
    OpenStore store;
    RolesPage page(store.workspace);
    openInheritance(page, u"editor"_s);
    auto *tree = page.findChild<InheritanceTree *>();
    QTreeWidgetItem *author = tree->topLevelItem(1)->child(0);
    author->setExpanded(true);
    QCOMPARE(author->child(0)->text(0), u"reader"_s);
    // Asked as a drop asks: reader goes from author to editor itself.
    const Inheriting from = tree->inheritingOf(author->child(0));
    const Inheriting to = tree->inheritingOnto(author->child(0), tree->topLevelItem(1));
    QVERIFY(from.isValid() && to.isValid());
    Q_EMIT tree->moveRequested(from, to);
    QStringList changes = store.changes();
    changes.sort();
    QCOMPARE(changes, (QStringList{u"let editor inherit reader"_s, u"stop author inheriting reader"_s}));
    QCOMPARE(store.workspace.undoStack().count(), 1);
    store.workspace.undoStack().undo();
    // Editor below reader would be a cycle.
    Q_EMIT tree->moveRequested({}, {from.junior, to.senior});
    QVERIFY(store.changes().isEmpty());
    QVERIFY(named<CompletionField>(page, u"Role to put above or below"_s)
                ->accessibleDescription()
                .contains(u"reader → editor → author → reader"));
}

void TestInheritance::walksTheGraph()
{
    OpenStore store;
    RolesPage page(store.workspace);
    openInheritance(page, u"author"_s);
    auto *graph = page.findChild<InheritanceGraph *>();
    graph->setFocus();
    QCOMPARE(graph->markedRole(), u"author"_s);
    QCOMPARE(graph->accessibleDescription(), u"author, inherits reader, inherited by editor"_s);
    QTest::keyClick(graph, Qt::Key_Up);
    QCOMPARE(graph->markedRole(), u"editor"_s);
    QTest::keyClick(graph, Qt::Key_Up);
    QCOMPARE(graph->markedRole(), u"editor"_s);
    QTest::keyClick(graph, Qt::Key_Down);
    QTest::keyClick(graph, Qt::Key_Down);
    QCOMPARE(graph->markedRole(), u"reader"_s);
    QCOMPARE(page.selectedKey(), u"author"_s);
    QSignalSpy drawn(graph, &InheritanceGraph::drawn);
    QTest::keyClick(graph, Qt::Key_Return);
    QCOMPARE(page.selectedKey(), u"reader"_s);
    QVERIFY(drawn.wait(20'000));
    QCOMPARE(graph->markedRole(), u"reader"_s);
    const double before = graph->transform().m11();
    QTest::keyClick(graph, Qt::Key_Plus);
    QVERIFY(graph->transform().m11() > before);
    QTest::keyClick(graph, Qt::Key_0);
    QCOMPARE(graph->transform().m11(), before);
    // It follows the draft, the newest picture wins.
    QVERIFY(
        store.edit({Change::Verb::Rename, Change::Kind::Role, u"editor"_s, {}, {}, {}, u"<b>chief</b>"_s}));
    store.workspace.undoStack().undo();
    store.workspace.undoStack().redo();
    QTRY_VERIFY(namesOf(graph->shown()).contains(u"<b>chief</b>"_s));
}

QTEST_MAIN(TestInheritance)
#include "tst_inheritance.moc"
