// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

#include <optional>

namespace rolewright {

// `resource:action[:scope]` in its three segments (semantics.md, section 1). Also the shape of a grant, where
// resource and/or action may be `*`. Scope "" is "no scope"; the spelling `any` never gets in here.
struct PermissionName
{
    QString resource;
    QString action;
    QString scope;

    bool hasScope() const { return !scope.isEmpty(); }
    QString toText() const;
    PermissionName withoutScope() const { return {resource, action, {}}; }

    friend bool operator==(const PermissionName &, const PermissionName &) = default;
};

inline const QString &anySegment()
{
    static const QString any(QLatin1Char('*'));
    return any;
}

// A permission of the catalogue: no pattern, not `operation:perform`, nothing under `rolewright/`. The failure is
// Invalid and its message the rest of a sentence about the text ("has the reserved ...").
Result<PermissionName> parsePermission(const QString &text);

// A grant: such a permission, a pattern, or a right under `rolewright/` that exists.
Result<PermissionName> parseGrant(const QString &text);

// What an operation's `access` takes, and what a request asks for: resource and action without scope.
Result<PermissionName> parseAccess(const QString &text);

// True where the grant is not a permission of the catalogue by itself: a pattern, or a right under `rolewright/`.
bool isPattern(const PermissionName &grant);

// Rolewright's own rights (section 9), without scope; built in, never in the catalogue.
bool isBuiltInResource(QStringView resource); // begins with rolewright/
const QList<PermissionName> &builtInRights();

// Section 3, as written there, for one grant and one permission.
bool covers(const PermissionName &grant, const PermissionName &permission);

size_t qHash(const PermissionName &name, size_t seed = 0);

} // namespace rolewright
