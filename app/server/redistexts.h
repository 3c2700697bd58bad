// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/holding.h"

#include <QByteArray>

namespace rolewright::server {

// One of resources/redis ("fill"), with what all of them begin with.
QByteArray redisScript(const char *name);
// What stands under rolewright:perms:{user} (interfaces.md, Consumers).
QByteArray redisEntry(const Holding &holding, qint64 version);

} // namespace rolewright::server
