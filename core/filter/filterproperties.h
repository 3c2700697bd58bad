// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace rolewright {

// The kinds of things that a filter looks at.
enum class FilterAxis { Permission, Role, User, Constraint, Operation, Test };

// What can be asked of a thing beside its name. `help/filters.md` says in words what each means.
enum class FilterProperty {
    Granted,
    Pending,
    Sensitive,
    Disabled,
    Inactive,
    Temporary,
    Unused,
    Inherits,
    Role,
    Permission,
    User,
    Attribute, // user.KEY=VALUE
    Name,
    Id,
    Description,
    Source,
};

struct FilterPropertyInfo
{
    FilterProperty property;
    QString word; // as it is written, without the colon
    bool hasValue; // word:value
    bool isText; // a word of the value is any part of it, not the whole
    QList<FilterAxis> axes; // that have it
};

// The table: in the order in which it is offered. Attribute is not in it: it has a grammar of its own.
const QList<FilterPropertyInfo> &filterProperties();
const FilterPropertyInfo *filterProperty(QStringView word); // any case; null where there is none
const FilterPropertyInfo &filterProperty(FilterProperty property); // not for Attribute

} // namespace rolewright
