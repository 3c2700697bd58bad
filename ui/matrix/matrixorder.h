// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace rolewright {

// The group of pinned rows, in a matrix that has groups. No resource is called so: names have no control
// characters.
inline const QString &pinnedGroup()
{
    static const QString name(QChar(1));
    return name;
}

} // namespace rolewright
