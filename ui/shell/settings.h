// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/theme.h"

#include <QSettings>
#include <QStringList>

namespace rolewright {

// What the program remembers of a person's choices, typed. Nothing secret, nothing of a policy. GUI thread.
class Settings
{
public:
    Settings(); // the user's own file
    explicit Settings(const QString &file);

    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);

    QString language() const; // a code as in language.h; empty: the system's
    void setLanguage(const QString &code);

    static constexpr int ZoomMinimum = 80;
    static constexpr int ZoomMaximum = 200;
    int zoom() const; // percent
    void setZoom(int percent);

    QString actor() const; // empty: the login name
    void setActor(const QString &actor);

    static constexpr int RecentMaximum = 8;
    QStringList recentStores() const; // newest first
    void addRecentStore(const QString &location);
    void removeRecentStore(const QString &location);

    QByteArray windowGeometry() const;
    QByteArray windowState() const;
    void setWindow(const QByteArray &geometry, const QByteArray &state);

private:
    QSettings m_settings;
};

} // namespace rolewright
