// SPDX-License-Identifier: Apache-2.0
#include "core/edit/fields.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

const QString &textOf(Constraint::Kind kind)
{
    static const QString texts[] = {u"static"_s, u"dynamic"_s};
    return texts[int(kind)];
}

const QString &textOf(Constraint::Mode mode)
{
    static const QString texts[] = {u"enforce"_s, u"record"_s};
    return texts[int(mode)];
}

template <class Enum>
bool choose(Enum &field, const Change::Value &value)
{
    const QString *given = std::get_if<QString>(&value);
    for (const Enum candidate : {Enum(0), Enum(1)}) {
        if (given && *given == textOf(candidate)) {
            field = candidate;
            return true;
        }
    }
    return false;
}

} // namespace

QStringList fieldsOf(Change::Kind kind)
{
    switch (kind) {
    case Change::Kind::Permission:
        return {u"description"_s, u"sensitive"_s};
    case Change::Kind::Role:
        return {u"description"_s, u"enabled"_s};
    case Change::Kind::User:
        return {u"name"_s, u"active"_s, u"attributes"_s, u"source"_s};
    case Change::Kind::Constraint:
        return {u"kind"_s, u"limit"_s, u"mode"_s};
    case Change::Kind::Operation:
        return {u"description"_s, u"requires"_s};
    case Change::Kind::Test:
        return {u"request"_s, u"expect"_s};
    case Change::Kind::Assignment:
        return {u"from"_s, u"until"_s, u"source"_s};
    case Change::Kind::Ownership:
        return {u"property"_s, u"attribute"_s};
    case Change::Kind::Grant:
    case Change::Kind::Inheritance:
    case Change::Kind::Member:
    case Change::Kind::Delegation:
    case Change::Kind::Approval:
        break;
    }
    return {};
}

Change::Value valueOf(const Policy &policy, const Constraint &constraint)
{
    ConstraintValue value{constraint.name, constraint.kind, {}, constraint.limit, constraint.mode};
    for (const RoleId id : constraint.roles) {
        // A change set that is being refused may have removed the role already.
        if (const Role *role = policy.roles().find(id))
            value.roles.append(role->name);
    }
    sortByCodePoint(value.roles);
    return value;
}

std::optional<QString> readValue(const Policy &policy, const Change::Value &value, Constraint &constraint)
{
    const auto *given = std::get_if<ConstraintValue>(&value);
    if (!given)
        return u"The value is not of the kind that is added."_s;
    constraint = {given->name, given->kind, {}, given->limit, given->mode};
    for (const QString &name : given->roles) {
        const RoleId role = policy.roles().idOf(name);
        if (!role.isValid())
            return u"There is no role %1; add it first, or leave it out of the constraint."_s.arg(name);
        if (constraint.roles.contains(role))
            return u"The constraint names the role %1 twice."_s.arg(name);
        constraint.roles.append(role);
    }
    std::sort(constraint.roles.begin(), constraint.roles.end());
    return {};
}

void FieldReader::operator()(Constraint::Kind kind)
{
    value = textOf(kind);
}

void FieldReader::operator()(Constraint::Mode mode)
{
    value = textOf(mode);
}

void FieldWriter::operator()(int &field)
{
    const qint64 *given = std::get_if<qint64>(&value);
    done = given && *given >= 0 && *given <= std::numeric_limits<int>::max();
    if (done)
        field = int(*given);
}

void FieldWriter::operator()(Constraint::Kind &kind)
{
    done = choose(kind, value);
}

void FieldWriter::operator()(Constraint::Mode &mode)
{
    done = choose(mode, value);
}

Change::Value currentValue(const Policy &policy, const Change &change)
{
    const bool isSet = change.verb == Change::Verb::Set;
    if (isEntity(change.kind)) {
        return withTable(policy, change.kind, [&](const auto &table) {
            const auto *entity = table.find(table.idOf(change.key));
            if (!entity)
                return Change::Value();
            return isSet ? fieldOf(*entity, change.field) : valueOf(policy, *entity);
        });
    }
    if (change.kind == Change::Kind::Assignment) {
        const UserId user = policy.users().idOf(change.key);
        const RoleId role = policy.roles().idOf(change.other);
        const AssignmentRow *row = policy.assignments().find(user.value, role.value);
        if (!row)
            return {};
        const Assignment assignment = policy.assignmentOf(*row);
        return isSet ? fieldOf(assignment, change.field) : Change::Value(assignment);
    }
    if (change.kind == Change::Kind::Ownership)
        return fieldOf(policy.ownership(), change.field);
    return {};
}

std::optional<QString> setKey(Permission &permission, const QString &key)
{
    const Result<PermissionName> name = parsePermission(key);
    if (!name)
        return name.error().message;
    permission.name = *name;
    return {};
}

} // namespace rolewright
