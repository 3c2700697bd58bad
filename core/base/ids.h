// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHashFunctions>
#include <QtGlobal>

#include <compare>

namespace rolewright {

// A surrogate for a name: dense, 32 bits, given out once per policy and never reused, so that a rename changes one
// row and a set of things is a bit set. Ids never leave the process or its store; documents carry names.
template <class Tag>
struct Id
{
    static constexpr quint32 None = 0xffffffffu;

    quint32 value = None;

    constexpr bool isValid() const { return value != None; }
    friend constexpr auto operator<=>(Id, Id) = default;
    friend constexpr bool operator==(Id, Id) = default;
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using PermissionId = Id<struct PermissionTag>;
using RoleId = Id<struct RoleTag>;
using UserId = Id<struct UserTag>;
using ConstraintId = Id<struct ConstraintTag>;
using OperationId = Id<struct OperationTag>;
using TestId = Id<struct TestTag>;

} // namespace rolewright
