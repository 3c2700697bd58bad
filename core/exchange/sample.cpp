// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/sample.h"

#include <QFile>

// Outside the namespace, as the macro wants it: a static library's resources are not linked in by themselves.
static void registerResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace rolewright {

QByteArray newsroomSample()
{
    registerResources();
    QFile file(QStringLiteral(":/samples/newsroom.json"));
    [[maybe_unused]] const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT(open); // it is part of the program
    return file.readAll();
}

} // namespace rolewright
