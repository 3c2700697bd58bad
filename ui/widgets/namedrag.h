// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/change.h"

#include <QMimeData>

namespace rolewright {

// Roles, users or permissions on their way from one place of the window to another.
struct DraggedNames
{
    Change::Kind kind = Change::Kind::Role;
    QStringList names;

    friend bool operator==(const DraggedNames &, const DraggedNames &) = default;
};

// Also as plain text, a name a line, for other programs. The caller owns it.
QMimeData *mimeDataOf(const DraggedNames &dragged);
// Nothing where it is something else.
std::optional<DraggedNames> draggedNames(const QMimeData *data);
QString draggedNamesType();

} // namespace rolewright
