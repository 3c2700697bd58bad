// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace rolewright {

// A file of resources/resources.qrc, which is part of the program: "samples/newsroom.json". Any thread.
QByteArray builtIn(const QString &name);

} // namespace rolewright
