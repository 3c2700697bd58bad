// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/explain.h"

#include <atomic>
#include <functional>

namespace rolewright {

// The reverse questions (INCITS 359 review functions), answered by the engine that decides. Long ones take a token
// that another thread may set to stop them.
using CancelToken = std::atomic_bool;

// Who may do `action` on `type`, through all their roles at t: each with how (granted or by scope), ordered by user id.
struct WhoCan
{
    QString user;
    QString name;
    // Granted; GrantedByScope: for the things that a scope lets them have; DynamicSeparation: with chosen roles only.
    Reason reason = Reason::Granted;
    QStringList scopes; // where only scopes give it, sorted
    GrantPath path; // the shortest

    friend bool operator==(const WhoCan &, const WhoCan &) = default;
};
QList<WhoCan> whoCan(const PolicyIndex &index, const QString &action, const QString &type, Instant t,
                     const CancelToken *cancel = nullptr);

// What a user holds at t through all assigned roles: permissions of the catalogue (and built-in rights held), sorted.
struct WhatCan
{
    PermissionName permission;
    GrantPath path; // the shortest
    friend bool operator==(const WhatCan &, const WhatCan &) = default;
};
QList<WhatCan> whatCan(const PolicyIndex &index, UserId user, Instant t, const CancelToken *cancel = nullptr);

// The enabled roles that give (resource type, action), ordered by name.
struct RoleGiving
{
    enum class How { Direct, Pattern, Inherited }; // Pattern: one of its own; Inherited: of whatever kind
    QString role;
    How how = How::Direct;
    QStringList scopes; // where only scopes give it, sorted
    GrantPath path; // the shortest

    friend bool operator==(const RoleGiving &, const RoleGiving &) = default;
};
QString toText(RoleGiving::How how); // "direct"
QList<RoleGiving> whichRoles(const PolicyIndex &index, const QString &action, const QString &type,
                             const CancelToken *cancel = nullptr);

// The operations that a user can perform at t with all assigned roles, ordered by name. The reason is that of the
// decision, or GrantedByScope: for the things that ownership or a relation lets them have.
struct OperationAccess
{
    QString operation;
    Reason reason = Reason::RequirementMet;

    friend bool operator==(const OperationAccess &, const OperationAccess &) = default;
};
QList<OperationAccess> whichOperations(const PolicyIndex &index, UserId user, Instant t,
                                       const CancelToken *cancel = nullptr);

// Users who gain or lose permissions between two policies at t: "effect before applying".
struct AccessChange
{
    QString user;
    QString name;
    QStringList gained; // permissions, sorted
    QStringList lost;

    friend bool operator==(const AccessChange &, const AccessChange &) = default;
};
struct Impact
{
    QList<AccessChange> changes; // ordered by user id; users with neither gain nor loss are left out
    qsizetype gaining = 0; // users
    qsizetype losing = 0; // users

    friend bool operator==(const Impact &, const Impact &) = default;
};
// Both sides decided at t. Policies of one lineage share ids, and only what they do not share is looked at;
// `sameLineage` false compares by name. Nothing where it was cancelled.
std::optional<Impact> impact(const PolicyIndex &before, const PolicyIndex &after, Instant t, bool sameLineage,
                             const CancelToken *cancel = nullptr);

// The policy's tests (section 7).
struct TestOutcome
{
    QString test;
    bool passed = false;
    Decision decision;
    Expectation expected;

    friend bool operator==(const TestOutcome &, const TestOutcome &) = default;
};
QList<TestOutcome> runTests(const PolicyIndex &index, Instant now, const CancelToken *cancel = nullptr);
// Those that pass before and fail after.
QStringList brokenTests(const PolicyIndex &before, const PolicyIndex &after, Instant now);
// The permissions of the catalogue that no test touches, sorted: no test asks for their (resource, action), nor for an
// operation whose requirement names them.
QStringList untestedPermissions(const PolicyIndex &index);

} // namespace rolewright
