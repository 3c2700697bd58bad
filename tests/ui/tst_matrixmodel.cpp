// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/openworkspace.h"
#include "ui/filter/filterfinder.h"
#include "ui/matrix/matrixcopy.h"
#include "ui/matrix/permissionrolemodel.h"
#include "ui/matrix/userpermissionmodel.h"
#include "ui/matrix/userrolemodel.h"

#include <QAbstractItemModelTester>
#include <QMimeData>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Newspaper = R"({
  "rolewright": 1,
  "permissions": [{"name": "article:create"}, {"name": "article:publish", "sensitive": true},
                  {"name": "article:update"}, {"name": "article:update:own"}, {"name": "comment:delete"}],
  "roles": [{"name": "author", "grants": ["article:create", "article:update:own"]},
            {"name": "chief", "inherits": ["editor"], "grants": ["*:delete"]},
            {"name": "editor", "inherits": ["author"], "grants": ["article:update"]},
            {"name": "idle", "enabled": false, "grants": ["article:publish"]}],
  "users": [{"id": "alice", "name": "Alice", "assignments": [{"role": "author"}]},
            {"id": "bob", "assignments": [{"role": "chief", "until": "2020-01-01T00:00:00Z"},
                                          {"role": "editor", "until": "2999-01-01T00:00:00Z"}]},
            {"id": "eve", "active": false, "assignments": [{"role": "chief"}]}]
})";

QChar sign(Cell::Shape shape)
{
    static const QString signs = u".#o%~c*-"_s; // in the order of Shape
    return signs.at(int(shape));
}

// As on the screen: heads, and for each cell its shape and marks.
QString print(const MatrixModel &model)
{
    QString text;
    for (int column = 0; column < model.columnCount(); ++column)
        text += (column ? u" "_s : QString()) + model.columnName(column);
    text += u'\n';
    for (int row = 0; row < model.rowCount(); ++row) {
        QString line;
        for (int column = 0; column < model.columnCount(); ++column) {
            const Cell cell = model.cell(row, column);
            line += sign(cell.shape);
            line += cell.pending ? u"!"_s : QString();
            line += cell.sensitive ? u"s"_s : QString();
            line += cell.conflict ? u"x"_s : QString();
            line += cell.temporary ? u"t"_s : QString();
            line += cell.dimmed ? u"d"_s : QString();
            line += u' ';
        }
        const QString name = model.headerData(row, Qt::Vertical, Qt::DisplayRole).toString();
        text += line
            + (model.isGroup(row)      ? (model.isFolded(row) ? u"> "_s : u"v "_s)
                   : model.hasGroups() ? u"  "_s
                                       : QString())
            + name + u'\n';
    }
    return text;
}

QItemSelection cells(const MatrixModel &model, int top, int left, int bottom, int right)
{
    return QItemSelection(model.index(top, left), model.index(bottom, right));
}

QItemSelection named(const MatrixModel &model, const QString &row, const QString &column)
{
    const QModelIndex index = model.index(model.rowOf(row), model.columnOf(column));
    return QItemSelection(index, index);
}

FilterSet rowsLike(const MatrixModel &model, const QString &text)
{
    return foundNow(model.workspace(), Filter(text, model.rowAxis()));
}

FilterSet columnsLike(const MatrixModel &model, const QString &text)
{
    return foundNow(model.workspace(), Filter(text, model.columnAxis()));
}

} // namespace

class tst_MatrixModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsPermissionsByRoles();
    void showsUsersByRoles();
    void anEditReturnsByTheWorkspace();
    void whatOthersApplyIsFollowed();
    void manyCellsAreOneStep();
    void veryManyCellsAreSaid();
    void aGroupStandsForItsLines();
    void saysWhyACellCannotChange();
    void filtersBothAxes();
    void filtersFollowEdits();
    void folds();
    void newPermissionsAppear();
    void aPatternBeingTakenStaysShown();
    void marksBrokenSeparationOfDuty();
    void takingAndGivingBackLeavesNothing();
    void copiesWithHeads();
    void tellsScreenReaders();
};

void tst_MatrixModel::showsPermissionsByRoles()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    PermissionRoleModel model(open.workspace);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(print(model),
             u"author chief editor idle\n"
             ". * . . v *\n"
             ". # . .d   delete\n"
             "- - - -d v article\n"
             "# o o .d   create\n"
             ". . . #sd   publish\n"
             "~ o # .d   update\n"
             "# c c .d   update:own\n"
             ". * . . v comment\n"
             ". % . .d   delete\n"_s);
    QCOMPARE(model.explanation(model.rowOf(u"comment:delete"_s), 1),
             u"chief has it through the pattern *:delete."_s);
    QCOMPARE(model.explanation(model.rowOf(u"article:create"_s), 1),
             u"chief inherits it from author, which has article:create."_s);
}

void tst_MatrixModel::showsUsersByRoles()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    UserRoleModel model(open.workspace);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(print(model),
             u"author chief editor idle\n"
             "# . . . alice · Alice\n"
             "o #td #t . bob\n"
             "od #d od .d eve\n"_s);
}

void tst_MatrixModel::anEditReturnsByTheWorkspace()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    PermissionRoleModel model(open.workspace);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy touched(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QVERIFY(model.setData(model.index(model.rowOf(u"article:publish"_s), model.columnOf(u"author"_s)), true,
                          Qt::CheckStateRole));
    QCOMPARE(open.workspace.undoStack().undoText(), u"Grant article:publish to author"_s);
    // One signal, from the draft: the group's rows, and the roles that inherit.
    QCOMPARE(touched.size(), 1);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.rowName(touched.at(0).at(0).toModelIndex().row()), u"article"_s);
    QCOMPARE(model.columnName(touched.at(0).at(1).toModelIndex().column()), u"editor"_s);
    QCOMPARE(print(model).section(u'\n', 5, 5), u"#!s os os #sd   publish"_s);
    open.workspace.undoStack().undo();
    QCOMPARE(print(model).section(u'\n', 5, 5), u". . . #sd   publish"_s);
    QVERIFY(!open.workspace.draft().isDirty());
    open.workspace.undoStack().redo();
    QVERIFY(open.apply(u"test"_s));
    QCOMPARE(print(model).section(u'\n', 5, 5), u"#s os os #sd   publish"_s);
    QCOMPARE(reset.size(), 0);
}

// Cells are painted again; heads are loaded anew only where they are others.
void tst_MatrixModel::whatOthersApplyIsFollowed()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    PermissionRoleModel permissions(open.workspace);
    UserRoleModel users(open.workspace);
    UserPermissionModel access(open.workspace);
    const QList<const MatrixModel *> models{&permissions, &users, &access};
    OpenWorkspace other;
    QSignalSpy opened(&other.workspace, &Workspace::storeChanged);
    other.workspace.open(open.location());
    QVERIFY(opened.wait(60'000));
    const auto applies = [&](const Change &change) {
        return other.workspace.edit(u"edit"_s, QList<Change>{change}) && other.apply(u"by another"_s)
            && QTest::qWaitFor(
                   [&] {
                       return open.workspace.draft().baseVersion() == other.workspace.draft().baseVersion();
                   },
                   60'000);
    };
    const auto resets = [&](const Change &change) {
        std::vector<std::unique_ptr<QSignalSpy>> spies;
        for (const MatrixModel *model : models)
            spies.push_back(std::make_unique<QSignalSpy>(model, &QAbstractItemModel::modelReset));
        if (!applies(change))
            return u"not applied"_s;
        QString which;
        for (const auto &spy : spies)
            which += spy->isEmpty() ? u'-' : u'R';
        return which;
    };
    using enum Change::Verb;
    using Kind = Change::Kind;
    QCOMPARE(resets({Add, Kind::Grant, u"author"_s, u"comment:delete"_s, {}, {}, {}}), u"---"_s);
    QCOMPARE(
        permissions.cell(permissions.rowOf(u"comment:delete"_s), permissions.columnOf(u"author"_s)).shape,
        Cell::Shape::Granted);
    QCOMPARE(resets({Add, Kind::Assignment, u"alice"_s, u"editor"_s, {}, {}, Assignment()}), u"---"_s);
    QCOMPARE(users.cell(users.rowOf(u"alice"_s), users.columnOf(u"editor"_s)).shape, Cell::Shape::Granted);
    QCOMPARE(access.cell(access.rowOf(u"alice"_s), access.columnOf(u"article:update"_s)).shape,
             Cell::Shape::Granted);
    QCOMPARE(resets({Add, Kind::Grant, u"author"_s, u"article:*"_s, {}, {}, {}}), u"R--"_s);
    QVERIFY(permissions.rowOf(u"article:*"_s) >= 0);
    QCOMPARE(resets({Remove, Kind::Grant, u"author"_s, u"article:*"_s, {}, {}, {}}), u"R--"_s);
    QCOMPARE(permissions.rowOf(u"article:*"_s), -1);
    QCOMPARE(resets({Rename, Kind::Role, u"editor"_s, {}, {}, {}, u"redactor"_s}), u"RR-"_s);
    QVERIFY(users.columnOf(u"redactor"_s) >= 0);
    QCOMPARE(resets({Rename, Kind::Permission, u"article:create"_s, {}, {}, {}, u"article:draft"_s}),
             u"R-R"_s);
    QVERIFY(access.columnOf(u"article:draft"_s) >= 0);
    QCOMPARE(resets({Rename, Kind::User, u"alice"_s, {}, {}, {}, u"alicia"_s}), u"-RR"_s);
    QVERIFY(users.rowOf(u"alicia"_s) >= 0);
}

void tst_MatrixModel::manyCellsAreOneStep()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    PermissionRoleModel model(open.workspace);
    const int top = model.rowOf(u"article:create"_s);
    QSignalSpy changed(&open.workspace, &Workspace::changed);
    QVERIFY(model.edit(cells(model, top, 0, top + 2, 0), MatrixModel::Edit::Toggle));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(open.workspace.undoStack().count(), 1);
    QCOMPARE(open.workspace.undoStack().undoText(), u"Grant 2 permission(s) to author"_s);
    // All are granted now: the next toggle takes all.
    QVERIFY(model.edit(cells(model, top, 0, top + 2, 0), MatrixModel::Edit::Toggle));
    for (int row = top; row <= top + 1; ++row)
        QCOMPARE(model.cell(row, 0).shape, Cell::Shape::None);
    open.workspace.undoStack().setIndex(0); // two steps back, one signal
    QCOMPARE(changed.size(), 3);
    QVERIFY(!open.workspace.draft().isDirty());
}

void tst_MatrixModel::veryManyCellsAreSaid()
{
    QByteArrayList permissions;
    for (int i = 0; i < 1'200; ++i)
        permissions << "{\"name\": \"thing:act" + QByteArray::number(i) + "\"}";
    OpenWorkspace open;
    QVERIFY(open.create(R"({"rolewright": 1, "roles": [{"name": "clerk"}], "permissions": [)"
                        + permissions.join(',') + "]}"));
    PermissionRoleModel model(open.workspace);
    QList<Message> messages;
    connect(&open.workspace, &Workspace::messageRaised, this,
            [&](const Message &message) { messages << message; });
    QVERIFY(model.edit(cells(model, 1, 0, 50, 0), MatrixModel::Edit::Toggle));
    QVERIFY(messages.isEmpty());
    QVERIFY(model.edit(cells(model, 0, 0, 0, 0), MatrixModel::Edit::Toggle)); // the group
    QCOMPARE(messages.size(), 1);
    QVERIFY2(messages.first().text.startsWith(u"1,150 cells are changed at once: "_s),
             qPrintable(messages.first().text));
    messages.first().action();
    QCOMPARE(open.workspace.policy().grants().size(), 50);
}

void tst_MatrixModel::aGroupStandsForItsLines()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    PermissionRoleModel model(open.workspace);
    const int group = model.groupRow(model.rowOf(u"article:create"_s));
    const int author = model.columnOf(u"author"_s);
    QVERIFY(model.edit(cells(model, group, author, group, author), MatrixModel::Edit::Toggle));
    QCOMPARE(model.cell(group, author).shape, Cell::Shape::All);
    QVERIFY(model.cell(group, author).pending);
    // A group and its line selected together count once.
    QVERIFY(model.edit(cells(model, group, author, group + 1, author), MatrixModel::Edit::Take));
    QCOMPARE(open.workspace.undoStack().undoText(), u"Revoke 4 permission(s) from author"_s);
    QCOMPARE(model.cell(group, author).shape, Cell::Shape::None);
}

void tst_MatrixModel::saysWhyACellCannotChange()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    PermissionRoleModel model(open.workspace);
    QSignalSpy asked(&model, &MatrixModel::rowRequested);
    QVERIFY(!model.edit(named(model, u"comment:delete"_s, u"chief"_s), MatrixModel::Edit::Toggle));
    QCOMPARE(open.messages, QStringList{u"chief has it through the pattern *:delete. Change it there."_s});
    QVERIFY(!model.edit(named(model, u"comment:delete"_s, u"author"_s), MatrixModel::Edit::Take));
    QCOMPARE(open.messages.last(), u"Nothing to revoke: no selected cell is granted directly."_s);
    QVERIFY(!open.workspace.draft().isDirty());
}

void tst_MatrixModel::filtersBothAxes()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    PermissionRoleModel model(open.workspace);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRowFilter(rowsLike(model, u"article:*ate"_s));
    model.setColumnFilter(columnsLike(model, u"ED"_s));
    QCOMPARE(print(model),
             u"editor\n"
             "* v article\n"
             "o   create\n"
             "#   update\n"_s);
    model.setRowFilter(rowsLike(model, u"/^comment|publish$/"_s));
    QCOMPARE(model.shownLineCount(), 2);
    model.setRowFilter(rowsLike(model, u"roles/"_s)); // a slash inside is only a slash
    QCOMPARE(model.rowCount(), 0);
    model.setRowFilter(rowsLike(model, u"sensitive or role:editor not scoped"_s));
    model.setColumnFilter(columnsLike(model, u"inherits:author or disabled"_s));
    QCOMPARE(print(model),
             u"chief editor idle\n"
             "- - -d v article\n"
             "o o .d   create\n"
             ". . #sd   publish\n"
             "o # .d   update\n"
             "c c .d   update:own\n"_s);
    model.setRowFilter(rowsLike(model, u"role:chief delete"_s)); // a pattern is a row, too
    QCOMPARE(model.shownLineCount(), 2);
    model.setRowFilter({});
    model.setColumnFilter({});
    QCOMPARE(model.shownLineCount(), 6);
    QCOMPARE(model.columnCount(), 4);
}

// While one edits, what no longer fits stays; what fits now comes.
void tst_MatrixModel::filtersFollowEdits()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    PermissionRoleModel model(open.workspace);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    FilterFinder finder(open.workspace);
    connect(&finder, &FilterFinder::found, &model, &MatrixModel::setRowFilter);
    const Filter pending(u"pending"_s, FilterAxis::Permission);
    finder.setFilter(pending);
    QCOMPARE(model.shownLineCount(), 0);
    const auto grant = [&](Change::Verb verb, const QString &permission) {
        return open.workspace.edit(
            u"x"_s, QList<Change>{{verb, Change::Kind::Grant, u"author"_s, permission, {}, {}, {}}});
    };
    QVERIFY(grant(Change::Verb::Add, u"article:publish"_s));
    QCOMPARE(model.shownLineCount(), 1);
    QVERIFY(model.rowOf(u"article:publish"_s) >= 0);
    QVERIFY(grant(Change::Verb::Remove, u"article:publish"_s));
    QVERIFY(!open.workspace.draft().isDirty());
    QCOMPARE(model.shownLineCount(), 1);
    finder.setFilter(pending);
    QCOMPARE(model.shownLineCount(), 0);
}

void tst_MatrixModel::folds()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    PermissionRoleModel model(open.workspace);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setFolded(model.rowOf(u"article:update"_s), true);
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.rowOf(u"article:update"_s), -1);
    model.setRowFilter(rowsLike(model, u"update"_s)); // what is found is shown
    QCOMPARE(model.rowCount(), 3);
    model.setRowFilter({});
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.rowName(model.revealRow(u"article:update"_s)), u"article:update"_s);
    QCOMPARE(model.rowCount(), 9);
    model.setAllFolded(true);
    QCOMPARE(model.rowCount(), 3);
}

void tst_MatrixModel::newPermissionsAppear()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    PermissionRoleModel model(open.workspace);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    Change permission{Change::Verb::Add,
                      Change::Kind::Permission,
                      u"comment:create"_s,
                      {},
                      {},
                      {},
                      Permission{{u"comment"_s, u"create"_s, {}}, {}, false}};
    Change pattern{Change::Verb::Add, Change::Kind::Grant, u"author"_s, u"comment:*"_s, {}, {}, {}};
    QVERIFY(open.workspace.edit(u"new"_s, QList<Change>{permission, pattern}));
    QCOMPARE(print(model).section(u'\n', 8, -1),
             u"*! * * . v comment\n"
             "#! o o .d   *\n"
             "% o o .d   create\n"
             "% % o .d   delete\n"_s);
    QVERIFY(model.rowMark(model.rowOf(u"comment:create"_s)).fresh);
    open.workspace.undoStack().undo();
    QCOMPARE(model.rowOf(u"comment:create"_s), -1);
}

void tst_MatrixModel::aPatternBeingTakenStaysShown()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    {
        PermissionRoleModel model(open.workspace);
        QVERIFY(model.edit(named(model, u"*:delete"_s, u"chief"_s), MatrixModel::Edit::Take));
    }
    PermissionRoleModel model(open.workspace);
    QCOMPARE(print(model).section(u'\n', 2, 2), u". .! . .d   delete"_s);
}

void tst_MatrixModel::marksBrokenSeparationOfDuty()
{
    OpenWorkspace open;
    QVERIFY(open.create(R"({"rolewright": 1, "roles": [{"name": "buyer"}, {"name": "payer"}],
        "users": [{"id": "kim", "assignments": [{"role": "buyer"}]}],
        "constraints": [{"name": "four eyes", "kind": "static", "roles": ["buyer", "payer"], "limit": 2, "mode": "record"}]})"));
    UserRoleModel model(open.workspace);
    QVERIFY(model.edit(named(model, u"kim"_s, u"payer"_s), MatrixModel::Edit::Give));
    QTRY_COMPARE(print(model), u"buyer payer\n#x #!x kim\n"_s);
    open.workspace.undoStack().undo();
    QTRY_COMPARE(print(model), u"buyer payer\n# . kim\n"_s);
}

void tst_MatrixModel::takingAndGivingBackLeavesNothing()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    UserRoleModel model(open.workspace);
    const QItemSelection cell = named(model, u"bob"_s, u"editor"_s); // until 2999
    // Space opens the dates, and leaves it.
    QSignalSpy dates(&model, &UserRoleModel::datesRequested);
    QVERIFY(!model.edit(cell, MatrixModel::Edit::Toggle));
    QCOMPARE(dates.count(), 1);
    QVERIFY(
        model.explanation(model.rowOf(u"bob"_s), model.columnOf(u"editor"_s)).startsWith(u"Valid until "_s));
    QVERIFY(model.edit(cell, MatrixModel::Edit::Take));
    QVERIFY(open.workspace.draft().isDirty());
    QVERIFY(model.edit(cell, MatrixModel::Edit::Toggle));
    QVERIFY(!open.workspace.draft().isDirty());
    QCOMPARE(print(model).section(u'\n', 2, 2), u"o #td #t . bob"_s);
}

void tst_MatrixModel::copiesWithHeads()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    PermissionRoleModel model(open.workspace);
    const int top = model.rowOf(u"article:create"_s);
    const std::unique_ptr<QMimeData> data(copyOf(model, cells(model, top, 0, top + 1, 1)));
    QVERIFY(data);
    QCOMPARE(data->text(), u"\tauthor\tchief\narticle:create\tgranted\tinherited\narticle:publish\t\t\n"_s);
    QVERIFY(data->html().contains(u"<th>article:create</th><td>granted</td>"_s));
}

void tst_MatrixModel::tellsScreenReaders()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    PermissionRoleModel model(open.workspace);
    QVERIFY(model.edit(named(model, u"article:publish"_s, u"editor"_s), MatrixModel::Edit::Give));
    const QModelIndex index = model.index(model.rowOf(u"article:publish"_s), model.columnOf(u"editor"_s));
    QCOMPARE(index.data(Qt::AccessibleTextRole).toString(),
             u"editor, article:publish: granted, pending, sensitive"_s);
}

QTEST_MAIN(tst_MatrixModel)
#include "tst_matrixmodel.moc"
