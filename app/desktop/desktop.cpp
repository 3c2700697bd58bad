// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/desktop.h"

namespace rolewright {

using namespace Qt::StringLiterals;

Desktop::Desktop(Settings &settings)
    : m_settings(settings)
    , m_workspace(m_service)
    , m_keeper(m_workspace, DraftKeeper::stateFolder())
    , m_window(m_workspace, m_settings)
{
    m_workspace.setActor(m_settings.actor());
}

void Desktop::open(const QStringList &arguments)
{
    if (arguments.isEmpty())
        return;
    if (arguments.constFirst() == "--sample"_L1)
        m_window.openSample();
    else if (!m_workspace.isOpen() || m_service.traits().location != arguments.constFirst())
        m_window.openStore(arguments.constFirst());
}

void Desktop::openAgain(const QStringList &arguments)
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
    open(arguments);
}

} // namespace rolewright
