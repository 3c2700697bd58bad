// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/builtin.h"

#include <QFile>

// Outside the namespace, as the macro wants it: a static library's resources are not linked in by themselves.
static void registerResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace rolewright {

QByteArray builtIn(const QString &name)
{
    registerResources();
    QFile file(QStringLiteral(":/") + name);
    [[maybe_unused]] const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT(open);
    return file.readAll();
}

} // namespace rolewright
