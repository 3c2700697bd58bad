// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace rolewright {

// What an audit event's change says of before and after, as lines to read side by side. Both are empty where
// the event records no change of the policy.
struct BeforeAfter
{
    QString before;
    QString after;

    friend bool operator==(const BeforeAfter &, const BeforeAfter &) = default;
};

BeforeAfter beforeAfter(const QString &changeJson);

} // namespace rolewright
