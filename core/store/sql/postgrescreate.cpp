// SPDX-License-Identifier: Apache-2.0
#include "core/admin/administrators.h"
#include "core/store/sql/guardrows.h"
#include "core/store/sql/postgresguard.h"
#include "core/store/sql/postgresschema.h"
#include "core/store/sql/postgresstore.h"

// How a new store comes into a database.
namespace rolewright {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<PolicyStore>> PostgresStore::create(const QString &location, const Policy &first,
                                                           const CommitContext &context,
                                                           const FirstAdministrator *administrator)
{
    const Result<PostgresLocation> where = PostgresLocation::parse(location);
    if (!where)
        return failure(where.error());
    std::unique_ptr<PostgresStore> store(new PostgresStore(*where));
    if (Status status = store->create(first, context, administrator); !status)
        return failure(status.error());
    return store;
}

// All of it, roles and login too, in one transaction.
Status PostgresStore::create(const Policy &first, const CommitContext &context,
                             const FirstAdministrator *administrator)
{
    Policy policy = first;
    if (administrator) {
        if (const auto problem = problemOfPassword(administrator->password)) {
            return failure(ErrorCode::Invalid,
                           u"The password %1. Nothing was made: choose another."_s.arg(*problem));
        }
        if (Status made = apply(policy, makingAdministrator(policy, administrator->user, context.time));
            !made)
            return made;
    }
    PostgresLogins::Held login = PostgresLogins::find(m_location.text());
    if (!login)
        login = PostgresLogins::hold(m_location.text(), m_location.user, {});
    m_login = login;
    if (Status opened = m_postgres.open(login->user, login->password); !opened) {
        PostgresLogins::forget(m_location.text());
        return opened.error().code == ErrorCode::NotPermitted && login->password.isEmpty()
            ? Status(failure(signInNeeded(m_location.text())))
            : opened;
    }
    Result<Transaction> transaction = Transaction::begin(m_postgres, Transaction::Kind::Write);
    if (!transaction)
        return failure(transaction.error());
    if (Status status = beginCreation(m_postgres); !status)
        return status;
    if (Status status = runMigrations(m_postgres, 0); !status)
        return status;
    Result<Known> made = fill(policy, context);
    if (!made)
        return failure(made.error());
    if (administrator) {
        if (Status status = static_cast<PostgresGuard &>(*m_guard).guardWithin(
                made->head, administrator->user, {context.origin, context.time, {}});
            !status)
            return status;
    }
    if (Status status = endCreation(m_postgres); !status)
        return status;
    if (administrator) {
        if (Status status =
                admitLogin(m_postgres, administrator->user, PostgresRoles(m_location.database).administrator,
                           administrator->password);
            !status)
            return status;
    }
    if (Status status = transaction->commit(); !status)
        return status;
    keep(*made);
    // As everybody else opens it.
    m_postgres.close();
    return checkReady();
}

} // namespace rolewright
