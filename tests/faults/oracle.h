// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QUuid>

namespace rolewright {

// What must hold of a store after any fault: every change set that was acknowledged is there, none is half
// there, none is doubled, the audit chain verifies, and the state is what the change sets make of nothing.
// Change sets that were not acknowledged may be there: a retry by their operation id tells. Nothing where all
// holds.
QString problemOfStore(const QString &location, const QList<QUuid> &acknowledged);

} // namespace rolewright
