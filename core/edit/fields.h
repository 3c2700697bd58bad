// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/change.h"
#include "core/policy/policy.h"

#include <limits>

namespace rolewright {

// How the values of a Change stand for entities and their fields: the one place that knows every field by its
// name.

inline bool isEntity(Change::Kind kind)
{
    return kind <= Change::Kind::Test;
}

// visit(table) with the policy's table of that kind of entity.
template <class PolicyType, class Visit>
decltype(auto) withTable(PolicyType &policy, Change::Kind kind, Visit &&visit)
{
    Q_ASSERT(isEntity(kind));
    switch (kind) {
    case Change::Kind::Permission:
        return visit(policy.permissions());
    case Change::Kind::User:
        return visit(policy.users());
    case Change::Kind::Constraint:
        return visit(policy.constraints());
    case Change::Kind::Operation:
        return visit(policy.operations());
    case Change::Kind::Test:
        return visit(policy.tests());
    default:
        return visit(policy.roles());
    }
}

inline bool exists(const Policy &policy, Change::Kind kind, const QString &key)
{
    return withTable(policy, kind, [&](const auto &table) { return table.idOf(key).isValid(); });
}

// The whole entity as a change carries it.
template <class Entity>
Change::Value valueOf(const Policy &, const Entity &entity)
{
    return entity;
}
Change::Value valueOf(const Policy &policy, const Constraint &constraint);

// The way back: the problem as a sentence where the value is of another kind; a constraint's roles must
// exist.
template <class Entity>
std::optional<QString> readValue(const Policy &, const Change::Value &value, Entity &entity)
{
    const Entity *given = std::get_if<Entity>(&value);
    if (!given)
        return QStringLiteral("The value is not of the kind that is added.");
    entity = *given;
    return {};
}
std::optional<QString> readValue(const Policy &policy, const Change::Value &value, Constraint &constraint);

// visit(the field of that name); const or not as the entity is.
template <class T, class Visit>
void visitField(T &entity, QStringView field, Visit &visit)
{
    using Entity = std::remove_const_t<T>;
    if constexpr (requires { entity.description; }) {
        if (field == u"description")
            return visit(entity.description);
    }
    if constexpr (requires { entity.source; }) {
        if (field == u"source")
            return visit(entity.source);
    }
    if constexpr (std::is_same_v<Entity, Permission>) {
        if (field == u"sensitive")
            visit(entity.sensitive);
    } else if constexpr (std::is_same_v<Entity, Role>) {
        if (field == u"enabled")
            visit(entity.enabled);
    } else if constexpr (std::is_same_v<Entity, User>) {
        if (field == u"name")
            visit(entity.name);
        else if (field == u"active")
            visit(entity.active);
        else if (field == u"attributes")
            visit(entity.attributes);
    } else if constexpr (std::is_same_v<Entity, Constraint>) {
        if (field == u"kind")
            visit(entity.kind);
        else if (field == u"limit")
            visit(entity.limit);
        else if (field == u"mode")
            visit(entity.mode);
    } else if constexpr (std::is_same_v<Entity, Operation>) {
        if (field == u"requires")
            visit(entity.required);
    } else if constexpr (std::is_same_v<Entity, PolicyTest>) {
        if (field == u"request")
            visit(entity.request);
        else if (field == u"expect")
            visit(entity.expected);
    } else if constexpr (std::is_same_v<Entity, Assignment>) {
        if (field == u"from")
            visit(entity.validity.from);
        else if (field == u"until")
            visit(entity.validity.until);
    } else if constexpr (std::is_same_v<Entity, Ownership>) {
        if (field == u"property")
            visit(entity.property);
        else if (field == u"attribute")
            visit(entity.attribute);
    }
}

// Reads a field into a change's value, and writes it from there; enumerations go as the document's words.
struct FieldReader
{
    Change::Value value;

    template <class T>
    void operator()(const T &field)
    {
        value = field;
    }
    void operator()(int field) { value = qint64(field); }
    void operator()(Constraint::Kind kind);
    void operator()(Constraint::Mode mode);
};

struct FieldWriter
{
    const Change::Value &value;
    bool done = false;

    template <class T>
    void operator()(T &field)
    {
        if (const T *given = std::get_if<T>(&value)) {
            field = *given;
            done = true;
        }
    }
    void operator()(int &field);
    void operator()(Constraint::Kind &kind);
    void operator()(Constraint::Mode &mode);
};

// A field by name; monostate where there is none of that name.
template <class Entity>
Change::Value fieldOf(const Entity &entity, const QString &field)
{
    FieldReader reader;
    visitField(entity, field, reader);
    return reader.value;
}

// False where there is no such field, or the value is not of its type.
template <class Entity>
bool setField(Entity &entity, const QString &field, const Change::Value &value)
{
    FieldWriter writer{value};
    visitField(entity, field, writer);
    return writer.done;
}

// What the policy has in the place of what a change removes or sets: its `was`, if it is complete. monostate
// where there is nothing, and for delegations and approvals, which are what they say.
Change::Value currentValue(const Policy &policy, const Change &change);

// The key of an entity changes. A permission's must be one: the problem is the rest of a sentence about it.
std::optional<QString> setKey(Permission &permission, const QString &key);
inline std::optional<QString> setKey(User &user, const QString &key)
{
    user.id = key;
    return {};
}
template <class Entity>
std::optional<QString> setKey(Entity &entity, const QString &key)
{
    entity.name = key;
    return {};
}

} // namespace rolewright
