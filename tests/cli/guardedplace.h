// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/cli/program.h"

#include <QFile>

// A folder with a guarded store: who signs in does it with a password file of their name.
class GuardedPlace : public Workplace
{
public:
    QString store() const { return path(QStringLiteral("guarded.rolewright")); }
    QString keys() const { return path(QStringLiteral("guarded.keys")); }

    // A file that only its owner may read; its path.
    QString secret(const QString &name, const QByteArray &bytes) const
    {
        write(name, bytes + '\n');
        QFile::setPermissions(path(name), QFile::ReadOwner | QFile::WriteOwner);
        return path(name);
    }
    // By ann.
    Run init() const
    {
        return run({QStringLiteral("--store"), store(), QStringLiteral("init"), QStringLiteral("--sample"),
                    QStringLiteral("newsroom"), QStringLiteral("--admin"), QStringLiteral("ann"),
                    QStringLiteral("--new-password-file"), secret(QStringLiteral("ann"), "ann's password"),
                    QStringLiteral("--key-file"), keys()});
    }
    Run as(const QString &user, const QStringList &arguments, const QByteArray &input = {}) const
    {
        return run(QStringList{QStringLiteral("--store"), store(), QStringLiteral("--user"), user,
                               QStringLiteral("--password-file"), path(user), QStringLiteral("--key-file"), keys()}
                       + arguments,
                   input);
    }
    Run apply(const QString &user, const QByteArray &change, const QStringList &more = {}) const
    {
        return as(user, QStringList{QStringLiteral("apply"), QStringLiteral("-")} + more,
                  "{\"rolewright-changes\": 1, \"changes\": [" + change + "]}");
    }
    // By ann.
    Run enrol(const QString &user) const
    {
        return as(QStringLiteral("ann"), {QStringLiteral("enrol"), user, QStringLiteral("--confirm"),
                                          QStringLiteral("--new-password-file"), secret(user, user.toUtf8() + "'s password")});
    }
};
