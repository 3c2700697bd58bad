// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/sql/postgreslogins.h"
#include "tests/support/postgresserver.h"
#include "tests/ui/guardedstore.h"
#include "ui/connect/connectdialog.h"
#include "ui/connect/locationfields.h"

#include <QAction>
#include <QUrl>

namespace rolewright {

// The guarded newsroom in a new database of the real server, with a login for each of its administrators,
// none of which is signed in.
struct TeamStore
{
    PostgresServer &server = PostgresServer::running();
    QString database;

    TeamStore()
    {
        const Result<Policy> policy = readPolicy(guardedNewsroom());
        if (!policy)
            qFatal("%s", qPrintable(toText(policy.error())));
        const QString made =
            newGuardedPostgresStore(QStringLiteral("ann"), *policy,
                                    {QStringLiteral("test"), QStringLiteral("test"), Instant::now(), false});
        database = QUrl(made).path().mid(1);
        PostgresLogins::forget(made);
        server.addLogin(QStringLiteral("sue"), database, QStringLiteral("administrator"));
        server.addLogin(QStringLiteral("rae"), database, QStringLiteral("auditor"));
    }
    QString location(const QString &user) const { return server.location(user, database); }
    static QString password() { return QStringLiteral("login's password"); }
};

// As a person enters it, by key.
inline void fill(const QWidget &page, const QString &label, const QString &text)
{
    auto *field = labelled<QLineEdit>(page, label);
    field->setFocus();
    field->selectAll();
    press(Qt::Key_Delete);
    type(text);
}

} // namespace rolewright
