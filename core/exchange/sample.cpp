// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/sample.h"

#include "core/exchange/builtin.h"

namespace rolewright {

QByteArray newsroomSample()
{
    return builtIn(QStringLiteral("samples/newsroom.json"));
}

} // namespace rolewright
