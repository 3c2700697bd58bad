// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/policy.h"

#include <QStringList>

namespace rolewright {

// What a field offers for what is typed: the names that begin with it first, then those that contain it,
// without regard to case, each group in order; at most SuggestionMaximum. One pass over the names: some
// milliseconds at 100,000.
constexpr qsizetype SuggestionMaximum = 50;

QStringList suggest(const QStringList &names, const QString &typed);
QStringList suggestUsers(const Policy &policy, const QString &typed);
QStringList suggestRoles(const Policy &policy, const QString &typed);
QStringList suggestPermissions(const Policy &policy, const QString &typed);
QStringList suggestOperations(const Policy &policy, const QString &typed);
QStringList suggestResources(const Policy &policy, const QString &typed);
QStringList suggestActions(const Policy &policy, const QString &resource,
                           const QString &typed); // any where empty

} // namespace rolewright
