// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QMap>
#include <QStringList>

namespace rolewright {

// What the header line of a table says: which column is what. -1: there is none.
struct TableColumns
{
    qsizetype user = -1;
    qsizetype role = -1;
    qsizetype permission = -1;
    qsizetype resource = -1;
    qsizetype action = -1;
    qsizetype scope = -1;
    qsizetype from = -1;
    qsizetype until = -1;
    QMap<QString, qsizetype> ignored; // by name
    qsizetype count = 0;

    bool areAssignments() const { return user >= 0; }

    // Everything that is wrong with the header, as sentences. Names are compared without case and outer
    // spaces.
    QStringList read(const QStringList &header, const QStringList &ignoredColumns);

    // Those that no table has, as they are written.
    static QStringList unknownIn(const QStringList &header);

    // The one of comma, tab and semicolon that stands most often in the first line.
    static char delimiterOf(QByteArrayView text);
    // True where the header has all that one of the tables needs.
    static bool areEnough(const QStringList &header);

private:
    qsizetype *known(const QString &name);
    bool areEnough() const;
    QStringList strangers() const;
};

} // namespace rolewright
