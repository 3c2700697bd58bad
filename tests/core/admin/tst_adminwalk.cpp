// SPDX-License-Identifier: Apache-2.0
#include "core/admin/administrators.h"
#include "core/admin/changereview.h"
#include "core/edit/apply.h"
#include "tests/support/policytext.h"

#include <QTest>

#include <random>

using namespace rolewright;
using namespace Qt::StringLiterals;

// \u002f is the slash: moc takes a slash and a star for a comment, in raw strings too.

namespace {

// What users hold, worked out from the policy's rows by names alone and not by the engine under test.
class Plain
{
public:
    explicit Plain(const Policy &policy)
        : m_policy(policy)
    {
    }

    static bool matches(const PermissionName &grant, const PermissionName &right)
    {
        const bool builtIn = right.resource.startsWith(u"rolewright/"_s);
        const bool resource =
            grant.resource == right.resource || grant.resource == (builtIn ? u"rolewright/*"_s : u"*"_s);
        return resource && (grant.action == u"*"_s || grant.action == right.action)
            && (grant.scope.isEmpty() || grant.scope == right.scope);
    }

    QSet<RoleId> closure(RoleId role, bool enabledOnly) const
    {
        QSet<RoleId> seen;
        QList<RoleId> open{role};
        while (!open.isEmpty()) {
            const RoleId next = open.takeLast();
            if (seen.contains(next) || (enabledOnly && !m_policy.roles().at(next).enabled))
                continue;
            seen.insert(next);
            m_policy.inheritance().forEach([&](const InheritanceRow &row) {
                if (row.senior == next)
                    open.append(row.junior);
                return true;
            });
        }
        return seen;
    }
    QList<PermissionName> grantsOf(const QSet<RoleId> &roles) const
    {
        QList<PermissionName> grants;
        m_policy.grants().forEach([&](const GrantRow &row) {
            if (roles.contains(row.role))
                grants.append(m_policy.nameOf(row.grant));
            return true;
        });
        return grants;
    }
    // Endless: through what has begun and never ends.
    QSet<RoleId> rolesOf(UserId user, Instant t, bool endless) const
    {
        QSet<RoleId> roles;
        const User *found = m_policy.users().find(user);
        if (!found || !found->active)
            return roles;
        m_policy.assignments().forEach([&](const AssignmentRow &row) {
            const Validity &validity = m_policy.validityOf(row);
            if (row.user == user && validity.from <= t && t < validity.until
                && (!endless || validity.until == Instant::openEnd()))
                roles.unite(closure(row.role, true));
            return true;
        });
        return roles;
    }
    bool holds(UserId user, const QString &right, Instant t, bool endless = false) const
    {
        const QStringList parts = right.split(u':');
        const PermissionName name{parts.at(0), parts.at(1), parts.value(2)};
        const QList<PermissionName> grants = grantsOf(rolesOf(user, t, endless));
        return std::any_of(grants.begin(), grants.end(),
                           [&](const PermissionName &grant) { return matches(grant, name); });
    }
    // Every right of Rolewright, with and without the scope, and every permission.
    QSet<QString> powers(UserId user, Instant t) const
    {
        const QList<PermissionName> grants = grantsOf(rolesOf(user, t, false));
        QSet<QString> held;
        const auto look = [&](const PermissionName &name) {
            if (std::any_of(grants.begin(), grants.end(),
                            [&](const PermissionName &grant) { return matches(grant, name); }))
                held.insert(name.toText());
        };
        for (const PermissionName &right : builtInRights()) {
            look(right);
            look({right.resource, right.action, u"delegated"_s});
        }
        m_policy.permissions().forEach(
            [&](PermissionId, const Permission &permission) { look(permission.name); });
        return held;
    }
    bool hasAdministrator(const QSet<UserId> &withCredentials, Instant t) const
    {
        return std::any_of(withCredentials.begin(), withCredentials.end(), [&](UserId user) {
            return holds(user, u"rolewright/administration:update"_s, t, true)
                && holds(user, u"rolewright/user:assign"_s, t, true);
        });
    }
    // What the delegations of the user's roles let anybody come by.
    QList<PermissionName> delegable(UserId user, Instant t, const Plain &after) const
    {
        QList<PermissionName> grants;
        const QSet<RoleId> roles = rolesOf(user, t, false);
        for (const Delegation &delegation : m_policy.delegations()) {
            if (!roles.contains(m_policy.roles().idOf(delegation.role)))
                continue;
            for (const QString &role : delegation.assign) {
                const RoleId id = m_policy.roles().idOf(role);
                if (after.m_policy.roles().contains(id))
                    grants += after.grantsOf(after.closure(id, true));
            }
            for (const QString &grant : delegation.grant)
                grants.append(parseGrant(grant).value());
        }
        return grants;
    }

private:
    const Policy m_policy;
};

Policy company()
{
    return policyOf(R"({"rolewright": 1,
        "permissions": [{"name": "a:x"}, {"name": "a:y"}, {"name": "b:x", "sensitive": true}],
        "roles": [{"name": "r0", "grants": ["a:x"]}, {"name": "r1", "inherits": ["r0"]}, {"name": "r2"}, {"name": "r3", "grants": ["b:x"]},
                  {"name": "root", "grants": ["rolewright\u002f*:*"]}, {"name": "security", "grants": ["rolewright/request:approve"]},
                  {"name": "lead", "grants": ["rolewright/role:grant:delegated", "rolewright/user:*:delegated"]},
                  {"name": "granter", "grants": ["rolewright/role:grant"]}, {"name": "assigner", "grants": ["rolewright/user:assign"]},
                  {"name": "users", "grants": ["rolewright/user:create", "rolewright/user:update", "rolewright/user:delete"]},
                  {"name": "roles", "grants": ["rolewright/role:*"]}, {"name": "catalogue", "grants": ["rolewright/permission:*"]}],
        "users": [{"id": "u0", "assignments": [{"role": "root"}]}, {"id": "u1", "assignments": [{"role": "root"}, {"role": "security"}]},
                  {"id": "u2", "assignments": [{"role": "lead"}]}, {"id": "u3", "assignments": [{"role": "granter"}]},
                  {"id": "u4", "assignments": [{"role": "assigner"}]}, {"id": "u5", "assignments": [{"role": "users"}]},
                  {"id": "u6", "assignments": [{"role": "roles"}]}, {"id": "u7", "assignments": [{"role": "catalogue"}]},
                  {"id": "u8", "attributes": {"team": "news"}}, {"id": "u9", "assignments": [{"role": "users"}, {"role": "lead"}]}],
        "administration": {"delegations": [{"role": "lead", "assign": ["r0", "r1"], "grant": ["a:*"]}]}})");
}

// Administrative steps, mostly on few names so that they meet.
class Steps
{
public:
    explicit Steps(quint32 seed)
        : m_random(seed)
    {
    }

    int below(int n) { return int(m_random() % quint32(n)); }
    QString role()
    {
        static const QStringList names{u"r0"_s,       u"r1"_s,       u"r2"_s,    u"r3"_s,
                                       u"root"_s,     u"security"_s, u"lead"_s,  u"granter"_s,
                                       u"assigner"_s, u"users"_s,    u"roles"_s, u"catalogue"_s};
        return names.at(below(below(2) ? 4 : int(names.size())));
    }
    QString user() { return u"u%1"_s.arg(below(12)); }
    QString grant()
    {
        static const QStringList names{u"a:x"_s,
                                       u"a:y"_s,
                                       u"b:x"_s,
                                       u"a:*"_s,
                                       u"*:*"_s,
                                       u"rolewright/*:*"_s,
                                       u"rolewright/user:assign"_s,
                                       u"rolewright/administration:update"_s,
                                       u"rolewright/role:grant"_s,
                                       u"rolewright/*:*:delegated"_s};
        return names.at(below(int(names.size())));
    }
    Instant soon(Instant now) { return {now.msecs + below(20) * 1000}; }

    Change change(Instant now)
    {
        using Verb = Change::Verb;
        using Kind = Change::Kind;
        switch (below(20)) {
        case 0:
        case 1:
        case 2:
            return {Verb::Add,
                    Kind::Assignment,
                    user(),
                    role(),
                    {},
                    {},
                    below(3) ? Assignment()
                             : Assignment{{Instant::openStart(), soon({now.msecs + 1000})}, {}}};
        case 3:
        case 4:
            return {Verb::Remove, Kind::Assignment, user(), role(), {}, {}, {}};
        case 5:
        case 6:
        case 7:
            return {Verb::Add, Kind::Grant, role(), grant(), {}, {}, {}};
        case 8:
            return {Verb::Remove, Kind::Grant, role(), grant(), {}, {}, {}};
        case 9:
            return {Verb::Add, Kind::Inheritance, role(), role(), {}, {}, {}};
        case 10:
            return {Verb::Remove, Kind::Inheritance, role(), role(), {}, {}, {}};
        case 11:
            return {Verb::Set, Kind::Role, role(), {}, u"enabled"_s, {}, below(3) != 0};
        case 12:
            return {Verb::Set, Kind::User, user(), {}, u"active"_s, {}, below(3) != 0};
        case 13: {
            const QString name = user();
            return {Verb::Add, Kind::User, name, {}, {}, {}, User{name, name, true, {}, {}}};
        }
        case 14:
            return below(3) ? Change{Verb::Rename, Kind::User, user(), {}, {}, {}, user()}
                            : Change{Verb::Remove, Kind::User, user(), {}, {}, {}, {}};
        case 15:
            return {Verb::Set,
                    Kind::Assignment,
                    user(),
                    role(),
                    u"until"_s,
                    {},
                    below(2) ? Instant::openEnd() : soon({now.msecs + 1000})};
        case 16:
            return {Verb::Rename, Kind::Permission, u"b:x"_s, {}, {}, {}, u"c:x"_s};
        case 17: {
            const Delegation delegation{role(), {role()}, {grant()}, {}};
            return below(2) ? Change{Verb::Add, Kind::Delegation, {}, {}, {}, {}, delegation}
                            : Change{Verb::Remove, Kind::Delegation, {}, {}, {}, delegation, {}};
        }
        case 18:
            return {Verb::Rename, Kind::Role, role(), {}, {}, {}, role()};
        default: {
            const QString name = role();
            return below(3) ? Change{Verb::Add, Kind::Role, name, {}, {}, {}, Role{name, {}, true}}
                            : Change{Verb::Remove, Kind::Role, name, {}, {}, {}, {}};
        }
        }
    }

private:
    std::mt19937 m_random;
};

bool isGiving(const QString &power)
{
    static const QStringList rights{u"role:grant"_s,       u"role:inherit"_s, u"role:update"_s,
                                    u"user:assign"_s,      u"user:update"_s,  u"permission:create"_s,
                                    u"permission:update"_s};
    return rights.contains(power.mid(11)); // without rolewright/, and without a scope
}

} // namespace

// Administrators at work, each doing what the rights let them: nobody comes by what nobody gave, and somebody
// is always left to administer.
class TestAdminWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noRightIsGainedThatWasNotGiven()
    {
        const bool all = qEnvironmentVariable("ROLEWRIGHT_FAULTS") == u"all";
        const quint32 seed = qEnvironmentVariableIsSet("ROLEWRIGHT_SEED")
            ? qEnvironmentVariable("ROLEWRIGHT_SEED").toUInt()
            : std::random_device()();
        qInfo("ROLEWRIGHT_SEED=%u", seed);
        Steps steps(seed);
        Policy policy = company();
        QSet<UserId> withCredentials;
        policy.users().forEach([&](UserId id, const User &) { withCredentials.insert(id); });
        const HasCredentials hasCredentials = [&](UserId user) { return withCredentials.contains(user); };
        Instant now{1'790'000'000'000};
        int tried = 0, applied = 0, refused = 0, guarded = 0, gains = 0;
        for (int i = 0, n = all ? 100'000 : 10'000; i < n; ++i) {
            if (i % 200 == 0) { // or the walk would end with nothing left to do
                policy = company();
                withCredentials.clear();
                policy.users().forEach([&](UserId id, const User &) { withCredentials.insert(id); });
            }
            now.msecs += steps.below(3) * 1000;
            QVERIFY2(Plain(policy).hasAdministrator(withCredentials, now), qPrintable(u"step %1"_s.arg(i)));
            const QString actor = steps.below(2) ? u"u%1"_s.arg(steps.below(2))
                                                 : steps.user(); // u0 and u1 begin with all rights
            QList<Change> asked;
            for (int k = steps.below(3); k >= 0; --k)
                asked.append(steps.change(now));
            const Result<QList<Change>> changes = completed(policy, asked);
            if (!changes || changes->isEmpty())
                continue;
            const Result<Policy> after = checked(policy, *changes, now);
            if (!after)
                continue;
            ++tried;
            const Status may = mayApply(PolicyIndex(policy), {actor, {}, {}}, *changes, now);
            if (!may) {
                QCOMPARE(may.error().code, ErrorCode::NotPermitted);
                ++refused;
                continue;
            }
            if (!keepsAdministrators(PolicyIndex(*after), hasCredentials, now)) {
                ++guarded;
                continue;
            }
            ++applied;
            const int gained = judge(policy, *after, actor, *changes, now);
            QVERIFY2(gained >= 0, "a right was gained that nobody gave");
            gains += gained;
            policy = *after;
        }
        qInfo("%d change sets: %d applied, %d not permitted, %d would have left no administrator; %d rights "
              "gained",
              tried, applied, refused, guarded, gains);
        QVERIFY(applied > 0 && refused > 0 && guarded > 0 && gains > 0);
    }

private:
    // How many rights users gained; -1 where one of them was nobody's to give.
    int judge(const Policy &before, const Policy &after, const QString &actorName,
              const QList<Change> &changes, Instant now)
    {
        const Plain was(before), is(after);
        const UserId actor = before.users().idOf(actorName);
        const QSet<QString> powers = was.powers(actor, now);
        const bool administers = powers.contains(u"rolewright/administration:update"_s);
        const bool gives = std::any_of(powers.begin(), powers.end(), isGiving);
        const QList<PermissionName> delegable = was.delegable(actor, now, is);
        int gains = 0;
        bool isClean = true;
        after.users().forEach([&](UserId user, const User &) {
            const QSet<QString> gained = is.powers(user, now) - was.powers(user, now);
            for (const QString &power : gained) {
                ++gains;
                const QStringList parts = power.split(u':');
                const PermissionName name{parts.at(0), parts.at(1), parts.value(2)};
                const bool isDelegable = user != actor
                    && std::any_of(delegable.begin(), delegable.end(),
                                   [&](const PermissionName &grant) { return Plain::matches(grant, name); });
                const bool isRight = name.resource.startsWith(u"rolewright/"_s);
                const bool wasGiven = isRight ? administers : gives;
                if (!wasGiven && !isDelegable) {
                    qWarning("%s lets %s come by %s with:\n%s", qPrintable(actorName),
                             qPrintable(after.users().at(user).id), qPrintable(power),
                             qPrintable(linesOf(changes).join(u'\n')));
                    isClean = false;
                }
            }
        });
        return isClean ? gains : -1;
    }
};

QTEST_GUILESS_MAIN(TestAdminWalk)
#include "tst_adminwalk.moc"
