// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/review.h"

namespace rolewright {

// Two roles, or two users, side by side.

struct ComparedThing
{
    enum class Kind {
        Junior, // of roles: inherited roles, own or through others
        Grant, // of roles: permissions of the catalogue, patterns and built-in rights
        Role, // of users: assigned roles and those they bring
        Permission, // of users: what they effectively hold at t
    };
    // How one side has it.
    struct Side
    {
        bool has = false;
        bool own = false; // itself: a grant, a direct junior, an assignment
        QString through; // else: the role (and grant) that brings it, "editor, article:*"
        // To a grant or permission that is in effect: the shortest, of a role from itself on. A disabled role has
        // grants, and none is in effect.
        GrantPath path;
        std::optional<Validity> validity; // of an assignment

        friend bool operator==(const Side &, const Side &) = default;
    };
    Kind kind = Kind::Grant;
    QString name;
    Side left;
    Side right;

    bool differs() const
    {
        return left.has != right.has || left.own != right.own || left.validity != right.validity;
    }
    friend bool operator==(const ComparedThing &, const ComparedThing &) = default;
};

// What either has, by kind and then by name; nothing where one of them does not exist, or where it was cancelled.
// Users at t. A search for the shortest path a permission held; any thread.
QList<ComparedThing> compareRoles(const PolicyIndex &index, const QString &left, const QString &right,
                                  const CancelToken *cancel = nullptr);
QList<ComparedThing> compareUsers(const PolicyIndex &index, const QString &left, const QString &right,
                                  Instant t, const CancelToken *cancel = nullptr);

} // namespace rolewright
