// SPDX-License-Identifier: Apache-2.0
#include "stores.h"

#include "ratios.h"
#include "scenario.h"

#include "core/store/policystore.h"

#include <benchmark/benchmark.h>

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTemporaryDir>
#include <QVariant>

#include <cstdio>
#include <memory>

namespace rolewright::bench {

using namespace Qt::StringLiterals;

namespace {

// Opening the file and reading every row of the policy, and the same rows read and thrown away.
void addLoad()
{
    auto folder = std::make_shared<QTemporaryDir>();
    const QString path = folder->filePath(u"bench.rolewright"_s);
    if (const auto store = createStore(path, gcpPolicy(), {u"bench"_s, u"bench"_s}); !store) {
        std::fprintf(stderr, "%s\n", qPrintable(toText(store.error())));
        std::exit(1);
    }
    const auto ours = [folder, path] {
        auto store = openStore(path);
        auto snapshot = (*store)->load();
        benchmark::DoNotOptimize(snapshot);
    };
    const auto floor = [folder, path] { scanRows(path); };
    addPair({"loading 165,179 grants", 2, ours, floor});
}

} // namespace

void scanRows(const QString &path)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"scan"_s);
        database.setDatabaseName(path);
        database.open();
        for (const char *rows : {"SELECT id, resource, action, scope, description, sensitive FROM permission",
                                 "SELECT id, name, description, enabled FROM role",
                                 "SELECT role, granted FROM role_grant"}) {
            QSqlQuery query(database);
            query.setForwardOnly(true);
            query.exec(QString::fromLatin1(rows));
            const int columns = query.record().count();
            while (query.next()) {
                for (int column = 0; column < columns; ++column)
                    benchmark::DoNotOptimize(query.value(column));
            }
        }
    }
    QSqlDatabase::removeDatabase(u"scan"_s);
}

void addStores()
{
    addLoad();
}

} // namespace rolewright::bench
