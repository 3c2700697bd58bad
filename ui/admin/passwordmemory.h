// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/security/keychain.h"
#include "ui/shell/settings.h"
#include "ui/shell/workspace.h"

namespace rolewright {

// The passwords of stores on other machines that a person wants remembered: each in the keychain by its user
// and store, and in the settings only that it is. GUI thread; the keychain answers when it does.
class PasswordMemory
{
public:
    PasswordMemory(Workspace &workspace, Settings &settings)
        : m_workspace(workspace)
        , m_settings(settings)
    {
    }

    bool remembers(const QString &location) const { return m_settings.remembersPassword(location); }
    // `done` hears the password, or what to say instead; not after cancel().
    using Read = std::function<void(const SharedSecret &password, const QString &problem)>;
    void read(const QString &location, const QString &user, QObject *context, const Read &done);
    // After a sign-in: writes or removes it, and says where that fails.
    void keep(const QString &location, const QString &user, const SharedSecret &password, bool wanted);
    void cancel(); // of a reading

private:
    Workspace &m_workspace;
    Settings &m_settings;
    Keychain m_reading;
    Keychain m_writing;
    quint64 m_run = 0;
};

} // namespace rolewright
