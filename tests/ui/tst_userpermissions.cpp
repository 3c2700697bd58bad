// SPDX-License-Identifier: Apache-2.0
// Users x Permissions: what it shows is what decide() says, and "Give access..." does what it says.
#include "tests/ui/openworkspace.h"
#include "tests/ui/randompolicy.h"
#include "ui/matrix/userpermissionmodel.h"

#include <QAbstractItemModelTester>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Newspaper = R"({
  "rolewright": 1,
  "permissions": [{"name": "article:create"}, {"name": "article:publish", "sensitive": true},
                  {"name": "article:update"}, {"name": "article:update:own"}, {"name": "comment:delete"}],
  "roles": [{"name": "author", "grants": ["article:create", "article:update:own"]},
            {"name": "chief", "inherits": ["editor"], "grants": ["*:delete", "article:publish"]},
            {"name": "editor", "inherits": ["author"], "grants": ["article:update"]},
            {"name": "idle", "enabled": false, "grants": ["article:publish"]},
            {"name": "payer"}],
  "users": [{"id": "alice", "name": "Alice", "assignments": [{"role": "author"}]},
            {"id": "bob", "assignments": [{"role": "chief", "until": "2020-01-01T00:00:00Z"},
                                          {"role": "editor", "until": "2999-01-01T00:00:00Z"}]},
            {"id": "carol", "assignments": [{"role": "chief"}]},
            {"id": "dave", "assignments": [{"role": "author"}, {"role": "payer"}]},
            {"id": "eve", "active": false, "assignments": [{"role": "chief"}]},
            {"id": "fred", "assignments": [{"role": "idle"}]}],
  "constraints": [{"name": "four eyes", "kind": "dynamic", "roles": ["author", "payer"], "limit": 2}]
})";

QString print(const MatrixModel &model)
{
    static const QString signs = u".#o%~c*-"_s; // in the order of Cell::Shape
    QString text;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const Cell cell = model.cell(row, column);
            text += signs.at(int(cell.shape));
            text += cell.pending ? u"!"_s : QString();
            text += cell.sensitive ? u"s"_s : QString();
            text += cell.conflict ? u"x"_s : QString();
            text += cell.temporary ? u"t"_s : QString();
            text += cell.dimmed ? u"d"_s : QString();
            text += u' ';
        }
        text += model.rowName(row) + u'\n';
    }
    return text;
}

} // namespace

class tst_UserPermissions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEffectiveAccess();
    void marksWhatIsGainedAndLost();
    void agreesWithDecide();
    void asksHowToGive();
    void saysWhyItCannotAsk();
};

void tst_UserPermissions::showsEffectiveAccess()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    UserPermissionModel model(open.workspace);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    // create, publish, update, update:own, delete
    QCOMPARE(print(model),
             u"# . ~ # . alice\n"
             "ot . #t ct . bob\n"
             "o #s o c % carol\n"
             "#xd . ~xd #xd . dave\n"
             ". . . . . eve\n"
             ". . . . . fred\n"_s);
    QCOMPARE(model.explanation(1, 2), u"bob has it through editor."_s);
    QCOMPARE(model.explanation(4, 0), u"eve is inactive: denied everything that is not public."_s);
}

void tst_UserPermissions::marksWhatIsGainedAndLost()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    UserPermissionModel model(open.workspace);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QString before = print(model);
    QVERIFY(open.workspace.edit(
        u"grant"_s,
        QList<Change>{{Change::Verb::Add, Change::Kind::Grant, u"author"_s, u"comment:delete"_s, {}, {}, {}},
                      {Change::Verb::Remove, Change::Kind::Grant, u"editor"_s, u"article:update"_s, {}, {}, {}}}));
    QCOMPARE(print(model),
             u"# . ~ # #! alice\n"
             "ot . ~! ot o!t bob\n"
             "o #s ~! o % carol\n"
             "#xd . ~xd #xd #!xd dave\n"
             ". . . . . eve\n"
             ". . . . . fred\n"_s);
    open.workspace.undoStack().undo();
    QCOMPARE(print(model), before);
    // A user who goes or turns inactive loses all.
    QVERIFY(open.workspace.edit(u"off"_s,
                                QList<Change>{{Change::Verb::Set, Change::Kind::User, u"alice"_s, {}, u"active"_s, true, false}}));
    QVERIFY(print(model).startsWith(u".! . .! .! . alice\n"_s));
    QCOMPARE(model.explanation(0, 1), u"alice is inactive: denied everything that is not public."_s);
    QVERIFY(open.apply(u"off"_s));
    QVERIFY(print(model).startsWith(u". . . . . alice\n"_s));
}

void tst_UserPermissions::agreesWithDecide()
{
    for (quint32 seed = 1; seed <= 12; ++seed) {
        std::mt19937 random(seed);
        OpenWorkspace open;
        QVERIFY(open.create(randomDocument(random)));
        UserPermissionModel model(open.workspace);
        for (int step = 0; step < 30; ++step) {
            const PolicyIndex now(open.workspace.policy()); // not the incremental one
            const PolicyIndex stored(open.workspace.draft().base());
            for (int row = 0; row < model.rowCount(); ++row) {
                for (int column = 0; column < model.columnCount(); ++column) {
                    const PermissionName name = *parseGrant(model.columnName(column));
                    const Decision is = decided(now, model.rowName(row), name);
                    const Cell cell = model.cell(row, column);
                    QCOMPARE(model.isHeld(row, column), cell.isHeld());
                    const std::string place = u"seed %1, step %2: %3 %4 is %5, %6"_s.arg(seed).arg(step).arg(
                        model.rowName(row), model.columnName(column), cell.toText(), toText(is.reason)).toStdString();
                    QVERIFY2(cell.allows() == is.allowed, place.c_str());
                    QVERIFY2(cell.conflict == (cell.isHeld() && is.reason == Reason::DynamicSeparation), place.c_str());
                    if (!cell.conflict && !name.hasScope())
                        QVERIFY2((cell.shape == Cell::Shape::Scoped) == (is.reason == Reason::ScopeNotSatisfied), place.c_str());
                    const Decision was = decided(stored, model.rowName(row), name);
                    if (is.reason != Reason::DynamicSeparation && was.reason != Reason::DynamicSeparation) {
                        const auto level = [&](const Decision &each) {
                            const bool scoped = !name.hasScope() && each.reason == Reason::ScopeNotSatisfied;
                            return each.allowed ? 2 : scoped ? 1 : 0;
                        };
                        QVERIFY2(cell.pending == (level(is) != level(was)), place.c_str());
                    }
                }
            }
            // Any edit that the policy takes: a grant, an assignment, a role or a user switched.
            const QString role = u"r%1"_s.arg(random() % 12);
            const QString user = u"u%1"_s.arg(random() % 10);
            const Policy &policy = open.workspace.policy();
            const RoleId roleId = policy.roles().idOf(role);
            const UserId userId = policy.users().idOf(user);
            Change change;
            switch (random() % 4) {
            case 0: {
                const QString grant = model.columnName(int(random() % quint32(model.columnCount())));
                const bool has = policy.grants().find(roleId.value, policy.permissions().idOf(grant).value);
                change = {has ? Change::Verb::Remove : Change::Verb::Add, Change::Kind::Grant, role, grant, {}, {}, {}};
                break;
            }
            case 1: {
                const bool has = policy.assignments().find(userId.value, roleId.value);
                change = {has ? Change::Verb::Remove : Change::Verb::Add, Change::Kind::Assignment, user, role, {}, {}, {}};
                if (!has)
                    change.to = Assignment();
                break;
            }
            case 2: {
                const bool is = policy.roles().at(roleId).enabled;
                change = {Change::Verb::Set, Change::Kind::Role, role, {}, u"enabled"_s, is, !is};
                break;
            }
            default: {
                const bool is = policy.users().at(userId).active;
                change = {Change::Verb::Set, Change::Kind::User, user, {}, u"active"_s, is, !is};
            }
            }
            open.workspace.edit(describe(change), QList<Change>{change});
        }
    }
}

void tst_UserPermissions::asksHowToGive()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    UserPermissionModel model(open.workspace);
    QSignalSpy gives(&model, &UserPermissionModel::giveRequested);
    QSignalSpy takes(&model, &UserPermissionModel::takeRequested);
    const auto cells = [&](int top, int bottom, int column) {
        return QItemSelection(model.index(top, column), model.index(bottom, column));
    };
    QVERIFY(model.edit(cells(0, 3, 1), MatrixModel::Edit::Toggle)); // carol has it
    QCOMPARE(gives.takeFirst(), (QVariantList{QStringList{u"alice"_s, u"bob"_s, u"dave"_s}, u"article:publish"_s}));
    QVERIFY(model.edit(cells(2, 2, 1), MatrixModel::Edit::Toggle));
    QCOMPARE(takes.takeFirst(), (QVariantList{u"carol"_s, u"article:publish"_s}));
    QVERIFY(!open.workspace.draft().isDirty());
}

void tst_UserPermissions::saysWhyItCannotAsk()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    UserPermissionModel model(open.workspace);
    const auto say = [&](int top, int left, int bottom, int right, MatrixModel::Edit how) {
        open.messages.clear();
        model.edit(QItemSelection(model.index(top, left), model.index(bottom, right)), how);
        return open.messages.join(u'|');
    };
    using Edit = MatrixModel::Edit;
    QCOMPARE(say(0, 0, 0, 1, Edit::Give),
             u"Access is given one permission at a time: select cells of one column."_s);
    QCOMPARE(say(0, 1, 0, 1, Edit::Take), u"Nothing to take away: there is no access."_s);
    QCOMPARE(say(2, 1, 2, 1, Edit::Give), u"All selected users have access already."_s);
    QCOMPARE(say(4, 1, 4, 1, Edit::Give), u"eve is inactive: denied everything that is not public."_s);
    QCOMPARE(say(0, 0, 1, 0, Edit::Take), u"Access is taken away from one user at a time."_s);
}

QTEST_MAIN(tst_UserPermissions)
#include "tst_userpermissions.moc"
