// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"
#include "core/base/instant.h"
#include "core/policy/names.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace rolewright {

// The things a policy is made of (semantics.md, section 2), as values. References between them are by name here where
// they are few (requirements, delegations, tests) and by id in Policy where they are many.

struct Permission
{
    PermissionName name;
    QString description;
    bool sensitive = false;

    friend bool operator==(const Permission &, const Permission &) = default;
};

struct Role
{
    QString name;
    QString description;
    bool enabled = true;

    friend bool operator==(const Role &, const Role &) = default;
};

struct User
{
    QString id;
    QString name; // equals id unless said
    bool active = true;
    QMap<QString, QString> attributes;
    QString source; // the directory it was synchronised from, or empty

    friend bool operator==(const User &, const User &) = default;
};

// Valid for from <= t < until.
struct Validity
{
    Instant from = Instant::openStart();
    Instant until = Instant::openEnd();

    bool contains(Instant t) const { return from <= t && t < until; }
    bool isAlways() const { return from == Instant::openStart() && until == Instant::openEnd(); }
    friend bool operator==(const Validity &, const Validity &) = default;
    friend size_t qHash(const Validity &v, size_t seed = 0) { return qHashMulti(seed, v.from.msecs, v.until.msecs); }
};

// What an assignment says beside its key (user, role).
struct Assignment
{
    Validity validity;
    QString source;

    friend bool operator==(const Assignment &, const Assignment &) = default;
};

// Separation of duty (section 5).
struct Constraint
{
    enum class Kind { Static, Dynamic };
    enum class Mode { Enforce, Record };

    QString name;
    Kind kind = Kind::Static;
    QList<RoleId> roles; // ordered by id
    int limit = 2;
    Mode mode = Mode::Enforce;

    friend bool operator==(const Constraint &, const Constraint &) = default;
};

// What an operation requires (section 4.2), a tree.
struct Requirement
{
    enum class Kind { AnyPermission, AllPermissions, AnyRole, Access, Owner, AllOf, AnyOf, Authenticated, Public };

    Kind kind = Kind::Authenticated;
    QStringList names; // permissions, roles, `access`'s one permission, or `owner`'s `any`; sorted
    QStringList own; // `owner`'s `own`; sorted
    QList<Requirement> children; // of AllOf and AnyOf, in the order given

    friend bool operator==(const Requirement &, const Requirement &) = default;
};

struct Operation
{
    QString name;
    QString description;
    std::optional<Requirement> required; // none: unguarded, denied

    friend bool operator==(const Operation &, const Operation &) = default;
};

// Section 7.
struct Expectation
{
    bool decision = false;
    QString reason; // empty: any

    friend bool operator==(const Expectation &, const Expectation &) = default;
};

struct PolicyTest
{
    QString name;
    QString request; // JSON on one line, members in canonical order, well-formed (section 4)
    Expectation expected;

    friend bool operator==(const PolicyTest &, const PolicyTest &) = default;
};

// Section 9. Neither has a key: it is what it says.
struct Delegation
{
    struct Users
    {
        QString attribute;
        QString equals;
        friend bool operator==(const Users &, const Users &) = default;
    };

    QString role;
    QStringList assign; // roles; sorted
    QStringList grant; // grants; sorted
    std::optional<Users> users; // none: all

    friend bool operator==(const Delegation &, const Delegation &) = default;
};

struct Approval
{
    QStringList changes; // sorted
    QString by; // a role

    friend bool operator==(const Approval &, const Approval &) = default;
};

// Which property of a resource is compared with which attribute of the subject.
struct Ownership
{
    QString property = QStringLiteral("owner");
    QString attribute = QStringLiteral("id");

    friend bool operator==(const Ownership &, const Ownership &) = default;
};

inline QString keyOf(const Permission &permission) { return permission.name.toText(); }
inline QString keyOf(const Role &role) { return role.name; }
inline QString keyOf(const User &user) { return user.id; }
inline QString keyOf(const Constraint &constraint) { return constraint.name; }
inline QString keyOf(const Operation &operation) { return operation.name; }
inline QString keyOf(const PolicyTest &test) { return test.name; }

} // namespace rolewright
