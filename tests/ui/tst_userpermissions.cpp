// SPDX-License-Identifier: Apache-2.0
// Users x Permissions: what it shows is what decide() says, and "Give access..." does what it says.
#include "core/decision/decide.h"
#include "tests/ui/openworkspace.h"
#include "ui/matrix/userpermissionmodel.h"

#include <QAbstractItemModelTester>

#include <random>

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
            text += u' ';
        }
        text += model.rowName(row) + u'\n';
    }
    return text;
}

// Twelve roles, ten users and every kind of grant; validities are over, on or to come.
QByteArray randomDocument(std::mt19937 &random)
{
    const auto below = [&](int n) { return int(random() % quint32(n)); };
    const QStringList validities{{},
                                 u"\"until\": \"2020-01-01T00:00:00Z\""_s,
                                 u"\"from\": \"2999-01-01T00:00:00Z\""_s,
                                 u"\"from\": \"2020-01-01T00:00:00Z\", \"until\": \"2999-01-01T00:00:00Z\""_s};
    QStringList permissions;
    for (const QChar resource : u"ab"_s) {
        for (const QChar action : u"xyz"_s) {
            for (const QString &scope : {QString(), u":own"_s, u":team"_s}) {
                if (below(3) > 0)
                    permissions.append(u"%1:%2%3"_s.arg(resource).arg(action).arg(scope));
            }
        }
    }
    permissions.append(u"c:x"_s);
    QStringList parts;
    for (const QString &name : std::as_const(permissions))
        parts.append(u"{\"name\": \"%1\"}"_s.arg(name));
    QString text = u"{\"rolewright\": 1, \"permissions\": [%1], \"roles\": ["_s.arg(parts.join(u", "_s));
    parts.clear();
    for (int role = 0; role < 12; ++role) {
        QSet<QString> grants;
        for (int i = below(3); i > 0; --i)
            grants.insert(u"\"%1\""_s.arg(permissions.at(below(int(permissions.size())))));
        if (below(4) == 0)
            grants.insert(below(2) ? u"\"a:*\""_s : u"\"*:x:own\""_s);
        const QString inherits = role > 0 && below(2) ? u"\"r%1\""_s.arg(below(role)) : QString();
        parts.append(u"{\"name\": \"r%1\", \"enabled\": %2, \"inherits\": [%3], \"grants\": [%4]}"_s.arg(role)
                         .arg(below(6) ? u"true"_s : u"false"_s, inherits,
                              QStringList(grants.begin(), grants.end()).join(u", "_s)));
    }
    text += parts.join(u", "_s) + u"], \"users\": ["_s;
    parts.clear();
    for (int user = 0; user < 10; ++user) {
        QStringList assignments;
        for (int role = 0; role < 12; ++role) {
            if (below(5) > 0)
                continue;
            const QString validity = validities.at(below(4));
            assignments.append(u"{\"role\": \"r%1\"%2}"_s.arg(role).arg(
                validity.isEmpty() ? QString() : u", "_s + validity));
        }
        parts.append(u"{\"id\": \"u%1\", \"active\": %2, \"assignments\": [%3]}"_s.arg(user)
                         .arg(below(8) ? u"true"_s : u"false"_s, assignments.join(u", "_s)));
    }
    text += parts.join(u", "_s)
        + u"], \"constraints\": [{\"name\": \"d\", \"kind\": \"dynamic\", \"roles\": [\"r0\", \"r1\"], \"limit\": 2}]}"_s;
    return text.toUtf8();
}

Decision decided(const PolicyIndex &index, const QString &user, const PermissionName &name)
{
    Request request;
    request.subject = user;
    request.action = name.action;
    request.resourceType = name.resource;
    request.resource = u"1"_s;
    if (name.scope == u"own")
        request.properties.emplace(u"owner"_s, user);
    else if (name.hasScope())
        request.relations = QStringList{name.scope};
    return decide(index, request, Instant::now());
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
             "#x . ~x #x . dave\n"
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
             "#x . ~x #x #!x dave\n"
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
                    const auto full = [](const Cell &each) {
                        return each.isHeld() && each.shape != Cell::Shape::Scoped;
                    };
                    const std::string place = u"seed %1, step %2: %3 %4 is %5, %6"_s.arg(seed).arg(step).arg(
                        model.rowName(row), model.columnName(column), cell.toText(), toText(is.reason)).toStdString();
                    QVERIFY2((full(cell) && !cell.conflict) == is.allowed, place.c_str());
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
