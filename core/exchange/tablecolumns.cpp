// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/tablecolumns.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ColumnMaximum = 1000;
const QString Tables =
    u"role and permission, or role, resource and action (and scope), or user and role (and from and until)"_s;

} // namespace

QStringList TableColumns::read(const QStringList &header, const QStringList &ignoredColumns)
{
    QStringList problems;
    count = header.size();
    if (count > ColumnMaximum)
        return {u"The table has %1 columns; at most %2 are allowed."_s.arg(count).arg(ColumnMaximum)};
    for (qsizetype i = 0; i < header.size(); ++i) {
        const QString &name = header.at(i);
        if (ignoredColumns.contains(name)) {
            ignored.insert(name, i);
            continue;
        }
        qsizetype *column = known(name);
        if (!column)
            problems.append(u"The column %1 is unknown; --ignore-column leaves it out."_s.arg(quoted(name)));
        else if (*column >= 0)
            problems.append(u"The column %1 is there twice; keep one."_s.arg(quoted(name)));
        else
            *column = i;
    }
    for (const QString &name : ignoredColumns) {
        if (!ignored.contains(name))
            problems.append(u"There is no column %1 to ignore."_s.arg(quoted(name)));
    }
    if (!areEnough())
        problems.append(u"The columns are not enough; a table has %1."_s.arg(Tables));
    else
        problems.append(strangers());
    return problems;
}

// Columns that belong to another sort of table than the one that this is.
QStringList TableColumns::strangers() const
{
    QStringList problems;
    const auto refuse = [&](qsizetype column, const QString &name) {
        if (column >= 0)
            problems.append(
                u"The column %1 does not belong to this table: a table has %2."_s.arg(quoted(name), Tables));
    };
    if (areAssignments() || permission >= 0) {
        refuse(resource, u"resource"_s);
        refuse(action, u"action"_s);
        refuse(scope, u"scope"_s);
    }
    if (areAssignments()) {
        refuse(permission, u"permission"_s);
    } else {
        refuse(from, u"from"_s);
        refuse(until, u"until"_s);
    }
    return problems;
}

char TableColumns::delimiterOf(QByteArrayView text)
{
    const auto end = std::find(text.begin(), text.end(), '\n');
    char best = ',';
    qsizetype most = 0;
    for (const char candidate : {',', '\t', ';'}) {
        const qsizetype number = std::count(text.begin(), end, candidate);
        if (number > most) {
            most = number;
            best = candidate;
        }
    }
    return best;
}

bool TableColumns::areEnough(const QStringList &header)
{
    TableColumns columns;
    for (const QString &name : header) {
        if (qsizetype *column = columns.known(name))
            *column = 0;
    }
    return columns.areEnough();
}

QStringList TableColumns::unknownIn(const QStringList &header)
{
    TableColumns columns;
    QStringList unknown;
    for (const QString &name : header) {
        if (!columns.known(name) && !unknown.contains(name))
            unknown.append(name);
    }
    return unknown;
}

qsizetype *TableColumns::known(const QString &name)
{
    const QString plain = name.trimmed().toLower();
    const std::array<std::pair<QStringView, qsizetype *>, 8> all{{{u"user", &user},
                                                                  {u"role", &role},
                                                                  {u"permission", &permission},
                                                                  {u"resource", &resource},
                                                                  {u"action", &action},
                                                                  {u"scope", &scope},
                                                                  {u"from", &from},
                                                                  {u"until", &until}}};
    const auto at =
        std::find_if(all.begin(), all.end(), [&](const auto &entry) { return entry.first == plain; });
    return at == all.end() ? nullptr : at->second;
}

bool TableColumns::areEnough() const
{
    return role >= 0 && (user >= 0 || permission >= 0 || (resource >= 0 && action >= 0));
}

} // namespace rolewright
