// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/sql/sqlitedatabase.h"
#include "core/store/sql/sqlstore.h"
#include "core/store/sql/storefile.h"

namespace rolewright {

// A store in one SQLite file (interfaces.md, Stores): the embedded default.
class SqliteStore final : public SqlStore
{
public:
    static Result<std::unique_ptr<PolicyStore>> open(const QString &path);
    static Result<std::unique_ptr<PolicyStore>> create(const QString &path, const Policy &first,
                                                       const CommitContext &context,
                                                       const FirstAdministrator *administrator);

    StoreTraits traits() const override;
    Result<qint64> version() override;

private:
    SqliteStore(StoreFile file, std::unique_ptr<SqliteDatabase> database);
    Status prepare();
    Status create(const Policy &first, const CommitContext &context,
                  const std::optional<SqlGuard::Administrator> &administrator);

    Status checkReady() override { return m_file.checkInPlace(); }
    Status checkWritable() override;
    Status checkFormat() override;
    Status checkCommitted() override { return m_file.checkInPlace(); }
    Status overwriteDeleted() override;
    Status checkHealth();

    StoreFile m_file;
    SqliteDatabase &m_sqlite; // m_database
    std::optional<qint64> m_dataVersion; // of m_version
    bool m_healthy = false;
};

} // namespace rolewright
