// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filterproperties.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

const QList<FilterPropertyInfo> &filterProperties()
{
    using enum FilterAxis;
    using P = FilterProperty;
    static const QList<FilterPropertyInfo> table{
        {P::Granted, u"granted"_s, false, false, {Permission, Role, User}},
        {P::Pending, u"pending"_s, false, false, {Permission, Role, User, Constraint, Operation, Test}},
        {P::Sensitive, u"sensitive"_s, false, false, {Permission, Role}},
        {P::Disabled, u"disabled"_s, false, false, {Role}},
        {P::Inactive, u"inactive"_s, false, false, {User}},
        {P::Temporary, u"temporary"_s, false, false, {Role, User}},
        {P::Unused, u"unused"_s, false, false, {Permission, Role}},
        {P::Inherits, u"inherits"_s, true, false, {Role}},
        {P::Role, u"role"_s, true, false, {Permission, Role, User, Constraint, Operation}},
        {P::Permission, u"permission"_s, true, false, {Permission, Role, User, Operation}},
        {P::User, u"user"_s, true, false, {Role, User}},
        {P::Name, u"name"_s, true, true, {Permission, Role, User, Constraint, Operation, Test}},
        {P::Id, u"id"_s, true, true, {User}},
        {P::Description, u"description"_s, true, true, {Permission, Role, Operation}},
        {P::Source, u"source"_s, true, true, {User}},
    };
    return table;
}

const FilterPropertyInfo *filterProperty(QStringView word)
{
    const QList<FilterPropertyInfo> &table = filterProperties();
    const auto found = std::find_if(table.begin(), table.end(), [&](const FilterPropertyInfo &info) {
        return word.compare(info.word, Qt::CaseInsensitive) == 0;
    });
    return found == table.end() ? nullptr : &*found;
}

const FilterPropertyInfo &filterProperty(FilterProperty property)
{
    const QList<FilterPropertyInfo> &table = filterProperties();
    const auto found = std::find_if(table.begin(), table.end(), [&](const FilterPropertyInfo &info) {
        return info.property == property;
    });
    Q_ASSERT(found != table.end());
    return *found;
}

} // namespace rolewright
