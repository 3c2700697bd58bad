// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exchange/engineexport.h"

namespace rolewright {

// The files as a new folder that is there whole or not at all. One that has something in it is refused: a policy file
// left there from earlier would go on allowing what it says. The failure's place is the folder.
Status writeFolder(const QString &folder, const QList<EngineFile> &files);

} // namespace rolewright
