// SPDX-License-Identifier: Apache-2.0
#include "scenario.h"

#include "core/edit/apply.h"
#include "core/exchange/tableimport.h"

#include <QFile>

#include <cstdio>
#include <random>

namespace rolewright::bench {

using namespace Qt::StringLiterals;

namespace {

Policy generated()
{
    constexpr int Roles = 2'434;
    constexpr int Permissions = 13'790;
    constexpr int Grants = 165'179;
    Policy policy;
    QList<PermissionId> permissions;
    for (int i = 0; i < Permissions; ++i)
        permissions.append(policy.permissions().insert({{u"service%1.things"_s.arg(i / 40), u"action%1"_s.arg(i % 40), {}}, {}, false}));
    QList<RoleId> roles;
    for (int i = 0; i < Roles; ++i)
        roles.append(policy.roles().insert({u"roles/service%1.role%2"_s.arg(i / 7).arg(i), {}, true}));
    std::mt19937 random(7);
    // A few roles hold nearly everything, most hold some tens: as in the real one.
    for (int i = 0; policy.grants().size() < Grants; ++i) {
        const bool wide = i % 4 == 0;
        const RoleId role = roles.at(wide ? int(random() % 5) : int(random() % Roles));
        policy.grants().insert({role, GrantId::of(permissions.at(int(random() % Permissions)))});
    }
    return policy;
}

Policy load()
{
    QFile file(QStringLiteral(ROLEWRIGHT_SOURCE_DIR "/../shared/data/gcp/role_permissions.csv"));
    if (!file.open(QIODevice::ReadOnly)) {
        std::fputs("There is no ../shared/data here: measuring on a generated policy of the same size.\n", stderr);
        return generated();
    }
    Policy policy;
    TableOptions options;
    options.dottedNames = true;
    const Result<TableImport> import = importTable(policy, file.readAll(), options);
    const Status done = import ? apply(policy, import->changes) : Status(failure(import.error()));
    if (!done) {
        std::fprintf(stderr, "%s\n", qPrintable(toText(done.error())));
        std::exit(1);
    }
    std::fputs("Measuring on the GCP policy of ../shared/data.\n", stderr);
    return policy;
}

} // namespace

const Policy &gcpPolicy()
{
    static const Policy policy = load();
    return policy;
}

Policy withUsers(const Policy &policy, int users)
{
    Policy result = policy;
    std::mt19937 random(11);
    QList<AssignmentRow> rows;
    for (int i = 0; i < users; ++i) {
        const QString id = u"user%1@example.org"_s.arg(i);
        const UserId user = result.users().insert({id, id, true, {}, {}});
        QList<quint32> roles;
        while (roles.size() < 10) {
            const quint32 role = quint32(random() % result.roles().end());
            if (!roles.contains(role))
                roles.append(role);
        }
        for (const quint32 role : std::as_const(roles))
            rows.append({user, {role}});
    }
    result.assignments().assign(rows);
    return result;
}

} // namespace rolewright::bench
