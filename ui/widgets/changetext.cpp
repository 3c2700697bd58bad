// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/changetext.h"

#include "core/edit/describe.h"
#include "ui/widgets/momentedit.h"

#include <QCoreApplication>

namespace rolewright {

QString textOf(const Change &change)
{
    return describe(
        change, [](const char *phrase) { return QCoreApplication::translate("change", phrase); }, shownTime);
}

} // namespace rolewright
