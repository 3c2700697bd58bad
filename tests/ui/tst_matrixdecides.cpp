// SPDX-License-Identifier: Apache-2.0
// What the matrices of roles draw is what decide() says, on random policies and after random edits.
#include "tests/ui/openworkspace.h"
#include "tests/ui/randompolicy.h"
#include "ui/matrix/permissionrolemodel.h"
#include "ui/matrix/userrolemodel.h"

using namespace rolewright;

namespace {

// A user for each role who has that one alone.
PolicyIndex withProbes(Policy policy)
{
    QList<std::pair<RoleId, QString>> roles;
    policy.roles().forEach([&](RoleId id, const Role &role) { roles.append({id, role.name}); });
    for (const auto &[role, name] : std::as_const(roles)) {
        const QString id = u"has "_s + name;
        const UserId user = policy.users().insert({id, id, true, {}, {}});
        policy.assignments().insert({user, role, 0, 0});
    }
    return PolicyIndex(policy);
}

Change randomEdit(const Policy &policy, std::mt19937 &random)
{
    const quint32 number = 1 + random() % 11;
    const QString role = u"r%1"_s.arg(number);
    const QString other = u"r%1"_s.arg(random() % number); // no cycle: what is asked in one is not said
    const QString user = u"u%1"_s.arg(random() % 10);
    const RoleId roleId = policy.roles().idOf(role);
    const UserId userId = policy.users().idOf(user);
    switch (random() % 4) {
    case 0: {
        const bool has = policy.inheritance().find(roleId.value, policy.roles().idOf(other).value);
        return {has ? Change::Verb::Remove : Change::Verb::Add, Change::Kind::Inheritance, role, other, {}, {}, {}};
    }
    case 1: {
        const bool has = policy.assignments().find(userId.value, roleId.value);
        Change change{has ? Change::Verb::Remove : Change::Verb::Add, Change::Kind::Assignment, user, role, {}, {}, {}};
        if (!has)
            change.to = Assignment();
        return change;
    }
    case 2: {
        const bool is = policy.roles().at(roleId).enabled;
        return {Change::Verb::Set, Change::Kind::Role, role, {}, u"enabled"_s, is, !is};
    }
    default: {
        const bool is = policy.users().at(userId).active;
        return {Change::Verb::Set, Change::Kind::User, user, {}, u"active"_s, is, !is};
    }
    }
}

} // namespace

class tst_MatrixDecides : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void permissionsOfRoles();
    void rolesOfUsers();
};

void tst_MatrixDecides::permissionsOfRoles()
{
    int breaches = 0;
    for (quint32 seed = 1; seed <= 12; ++seed) {
        std::mt19937 random(seed);
        OpenWorkspace open;
        QVERIFY(open.create(randomDocument(random)));
        const PermissionRoleModel model(open.workspace);
        for (int step = 0; step < 20; ++step) {
            const PolicyIndex index = withProbes(open.workspace.policy());
            for (int row = 0; row < model.rowCount(); ++row) {
                const Result<PermissionName> name = parseGrant(model.rowName(row));
                if (model.isGroup(row) || !name || isPattern(*name))
                    continue;
                for (int column = 0; column < model.columnCount(); ++column) {
                    const Cell cell = model.cell(row, column);
                    const Decision is = decided(index, u"has "_s + model.columnName(column), *name);
                    const std::string place = u"seed %1, step %2: %3 %4 is %5, %6"_s.arg(seed).arg(step).arg(
                        model.columnName(column), model.rowName(row), cell.toText(), toText(is.reason)).toStdString();
                    QVERIFY2(cell.allows() == is.allowed, place.c_str());
                    const bool breach = cell.isHeld() && is.reason == Reason::DynamicSeparation;
                    QVERIFY2(cell.conflict == breach, place.c_str());
                    breaches += breach;
                }
            }
            const Change change = randomEdit(open.workspace.policy(), random);
            open.workspace.edit(describe(change), QList<Change>{change});
        }
    }
    QVERIFY(breaches > 0); // or nothing was shown about them
}

void tst_MatrixDecides::rolesOfUsers()
{
    int breaches = 0;
    for (quint32 seed = 1; seed <= 12; ++seed) {
        std::mt19937 random(seed);
        OpenWorkspace open;
        QVERIFY(open.create(randomDocument(random)));
        const UserRoleModel model(open.workspace);
        for (int step = 0; step < 20; ++step) {
            const PolicyIndex index(open.workspace.policy()); // not the incremental one
            for (int row = 0; row < model.rowCount(); ++row) {
                const QString user = model.rowName(row);
                const Reason together = decided(index, user, *parseGrant(u"c:x"_s)).reason;
                for (int column = 0; column < model.columnCount(); ++column) {
                    const QString role = model.columnName(column);
                    Request alone;
                    alone.subject = user;
                    alone.action = u"x"_s;
                    alone.resourceType = u"c"_s;
                    alone.resource = u"1"_s;
                    alone.roles = QStringList{role};
                    const Reason reason = decide(index, alone, Instant::now()).reason;
                    const bool acts = reason != Reason::RoleNotAuthorized && reason != Reason::UserInactive;
                    const Cell cell = model.cell(row, column);
                    const std::string place = u"seed %1, step %2: %3 %4 is %5, %6"_s.arg(seed).arg(step).arg(
                        user, role, cell.toText(), toText(reason)).toStdString();
                    QVERIFY2(cell.allows() == acts, place.c_str());
                    if (together == Reason::UserInactive)
                        continue;
                    const bool member = role == u"r0" || role == u"r1";
                    const bool breach = together == Reason::DynamicSeparation && member && acts;
                    QVERIFY2(cell.conflict == breach, place.c_str());
                    breaches += breach;
                }
            }
            const Change change = randomEdit(open.workspace.policy(), random);
            open.workspace.edit(describe(change), QList<Change>{change});
        }
    }
    QVERIFY(breaches > 0);
}

QTEST_MAIN(tst_MatrixDecides)
#include "tst_matrixdecides.moc"
