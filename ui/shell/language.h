// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace rolewright {

// The languages that the program speaks: codes ("en", "de") with an own translation each. English is what the
// sources say; its translation has the plurals.
QStringList languages();
QString nameOfLanguage(const QString &code); // in that language: "Deutsch"

// Installs the translations of the program and of Qt for the application, and the way in which numbers and
// dates are written. Empty or unknown: the system's language, English where it is none of ours. Once, before
// the first widget: what is on the screen keeps its words.
void installLanguage(const QString &code);
QString languageOfWindow(); // the code of what was installed; English before

} // namespace rolewright
