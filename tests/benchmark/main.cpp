// SPDX-License-Identifier: Apache-2.0
#include "decisions.h"
#include "explanations.h"
#include "ratios.h"
#include "serving.h"
#include "stores.h"
#include "teams.h"
#include "trails.h"
#include "windows.h"

#include "ui/shell/theme.h"

#include <QApplication>

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // both sides of a pair paint into memory
    const QApplication app(argc, argv);
    rolewright::applyTheme(rolewright::ThemeChoice::Light, 100);
    rolewright::bench::addDecisions();
    rolewright::bench::addExplanations();
    rolewright::bench::addServing();
    rolewright::bench::addStores();
    rolewright::bench::addTeams();
    rolewright::bench::addTrails();
    rolewright::bench::addWindows();
    return rolewright::bench::runAll(argc, argv);
}
