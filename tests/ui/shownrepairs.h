// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/simulate/repairpane.h"
#include "ui/simulate/simulatepanel.h"

#include <QTabWidget>

namespace rolewright {

// The pane, with its search under way.
inline RepairPane *shownRepairs(SimulatePanel &panel)
{
    panel.show();
    auto *tabs = panel.findChild<QTabWidget *>();
    auto *pane = panel.findChild<RepairPane *>();
    tabs->setCurrentWidget(pane);
    return pane;
}

} // namespace rolewright
