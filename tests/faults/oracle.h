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

// The same of a store whose older records were archived, into these files in order. The last may be of an
// archiving that was interrupted: then the store has its records still. No record is in neither, and none is
// another one in both.
QString problemOfArchived(const QString &location, const QStringList &archives,
                          const QList<QUuid> &acknowledged);

} // namespace rolewright
