// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/policyindex.h"

#include <QStringList>

namespace rolewright {

// What a user holds, for those who ask once and decide many times: interfaces.md, Consumers, Redis. They
// allow `resource:action` where `permissions` has it, or has `resource:action:scope` that is not among
// `scoped`, or where `scoped` has that and the scope holds between subject and resource (semantics.md, 4.1).
// Then they answer as decide() does where a request names no roles.
struct Holding
{
    QStringList permissions; // of the catalogue, sorted; empty where decide() lets the user do nothing at all
    QStringList scoped; // what counts for things in its scope only; also by a scope that only patterns have
    Instant until; // when a validity begins or ends next; openEnd() where none does

    friend bool operator==(const Holding &, const Holding &) = default;
};

// Pure; any thread. Nothing is held by who is unknown or inactive, or whose roles together break a dynamic
// separation of duty.
Holding holdingOf(const PolicyIndex &index, const QString &user, Instant t);

// The ids of users, of either policy, whose holding differs: also one that will end at another time. Sorted;
// compared by name, whatever the policies have to do with each other. O(users x their roles x slots / 64).
QStringList usersHoldingOtherwise(const PolicyIndex &before, const PolicyIndex &after, Instant t);

} // namespace rolewright
