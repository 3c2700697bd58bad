// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/theme.h"

#include <QSettings>
#include <QStringList>
#include <QVariantMap>

#include <optional>

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

    // The keys that a person gave a command, as portable text; nothing: those it came with.
    std::optional<QStringList> keys(const QString &command) const;
    void setKeys(const QString &command, const std::optional<QStringList> &keys);

    static constexpr int LockMinutes = 15;
    int lockMinutes() const; // without key or mouse, until who is signed in is not any more; 0: never
    void setLockMinutes(int minutes);
    QString lastUser(const QString &location) const; // who signed in to a store last
    void setLastUser(const QString &location, const QString &user);
    bool remembersPassword(const QString &location) const; // of the last user, in the keychain
    void setRemembersPassword(const QString &location, bool remembers);
    // Where the keys of a store (by its id) are: a file, or KeychainPlace; empty: there are none that one knows of.
    static constexpr QLatin1String KeychainPlace{"keychain"};
    QString keyPlace(const QString &store) const;
    void setKeyPlace(const QString &store, const QString &place);
    static constexpr int SealMinutes = 60;
    int sealMinutes() const; // after so long without a record a trail is sealed once more; 0: never
    void setSealMinutes(int minutes);

    bool reopensLast() const; // the store that was open at the end of the last run
    void setReopensLast(bool reopens);
    QString lastStore() const; // empty: none was open
    void setLastStore(const QString &location);

    // Where one was in a store: page, filters, the docks' places. Kept for the recent ones.
    QVariantMap place(const QString &location) const;
    void setPlace(const QString &location, const QVariantMap &place);

    // The filters that a person has given names in a store, for one kind of thing: texts by name.
    QMap<QString, QString> savedFilters(const QString &location, const QString &kind) const;
    void setSavedFilters(const QString &location, const QString &kind, const QMap<QString, QString> &filters);

    QByteArray windowGeometry() const;
    QByteArray windowState() const;
    void setWindow(const QByteArray &geometry, const QByteArray &state);

private:
    QSettings m_settings;
};

} // namespace rolewright
