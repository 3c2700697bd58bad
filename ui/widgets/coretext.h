// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace rolewright {

// What core says - findings, refusals of edits and of stores, what is wrong with a name - in the language of
// the window. Core speaks English only, as the trail and the command line do; here stands a table of its
// sentences, and what stands in for %1 is taken over as it is. A text that the table does not have stays
// English. Any thread; some microseconds.
QString inWindowLanguage(const QString &english);

// The same of an AuditEvent's summary.
QString summaryInWindowLanguage(const QString &summary);

QStringList knownCoreTexts(); // the table's sentences, in English

} // namespace rolewright
