// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/desktop.h"

namespace rolewright {

Desktop::Desktop(Settings &settings)
    : m_settings(settings)
    , m_workspace(m_service)
    , m_keeper(m_workspace, DraftKeeper::stateFolder())
    , m_window(m_workspace, m_settings)
{
    applyTheme(m_settings.theme(), m_settings.zoom());
    m_workspace.setActor(m_settings.actor());
}

} // namespace rolewright
