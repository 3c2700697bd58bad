// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/draftkeeper.h"
#include "ui/shell/mainwindow.h"

namespace rolewright {

// One run of the desktop program: everything that lives as long as it does, in the order in which it is
// needed.
class Desktop
{
public:
    explicit Desktop(Settings &settings);

    MainWindow &window() { return m_window; }
    // What the command line asks for, of this start or handed over by a later one: "--sample", or a store.
    void open(const QStringList &arguments);
    void openAgain(const QStringList &arguments); // and brings the window to the front

private:
    Settings &m_settings;
    PolicyService m_service;
    Workspace m_workspace;
    DraftKeeper m_keeper;
    MainWindow m_window;
};

} // namespace rolewright
