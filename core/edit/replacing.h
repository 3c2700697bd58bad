// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/review.h"
#include "core/edit/change.h"
#include "core/policy/policy.h"

#include <QString>

namespace rolewright {

// Find and replace in the names of things.

// Which text of which things.
enum class ReplacedField {
    RoleName,
    UserKey, // the id of a user
    UserName, // what a user is displayed as
    PermissionName, // the whole of it, as it is copied
    PermissionResource,
    PermissionAction,
    PermissionScope,
    ConstraintName,
    OperationName,
    TestName,
};

struct Replacing
{
    ReplacedField field = ReplacedField::RoleName;
    QString find;
    QString with; // of a regular expression with \1 for what its first parentheses caught
    bool isRegularExpression = false;
    bool isCaseSensitive = true;

    QString problem() const; // of the regular expression, with its place; empty where all is well
};

struct ReplacedName
{
    QString key; // what is renamed: the whole name of a permission, the id of a user
    QString was; // the text that is looked at
    QString is;
    QString newKey; // equal to `key` where only the display name changes
    QString problem; // why it cannot be, a sentence; empty where it can

    friend bool operator==(const ReplacedName &, const ReplacedName &) = default;
};

// What would be renamed, ordered by key; nothing where `find` is empty or broken. Linear in the names; any
// thread.
QList<ReplacedName> findReplacements(const Policy &policy, const Replacing &replacing,
                                     const CancelToken *cancel = nullptr);

// Those without a problem, as one list of complete changes. Any thread; stops with an error of code Cancelled.
Result<QList<Change>> replacementChanges(const Policy &policy, ReplacedField field,
                                         const QList<ReplacedName> &names,
                                         const CancelToken *cancel = nullptr);

} // namespace rolewright
