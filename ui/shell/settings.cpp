// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/settings.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

const QString ThemeKey = u"appearance/theme"_s;
const QString ZoomKey = u"appearance/zoom"_s;
const QString LanguageKey = u"appearance/language"_s;
const QString ActorKey = u"actor"_s;
const QString RecentKey = u"recentStores"_s;
const QString KeysKey = u"keys/%1"_s;
const QString LockKey = u"lockMinutes"_s;
const QString UsersKey = u"users"_s;
const QString RememberedKey = u"rememberedPasswords"_s;
const QString KeyPlaceKey = u"keyPlaces/%1"_s;
const QString SealKey = u"sealMinutes"_s;
const QString ReopenKey = u"reopenLast"_s;
const QString LastKey = u"lastStore"_s;
const QString PlacesKey = u"places"_s;
const QString FiltersKey = u"filters"_s;
const QString GeometryKey = u"window/geometry"_s;
const QString StateKey = u"window/state"_s;

} // namespace

Settings::Settings()
    : m_settings(QSettings::IniFormat, QSettings::UserScope, u"rolewright"_s, u"rolewright"_s)
{
}

Settings::Settings(const QString &file)
    : m_settings(file, QSettings::IniFormat)
{
}

ThemeChoice Settings::theme() const
{
    const QString text = m_settings.value(ThemeKey).toString();
    return text == u"light" ? ThemeChoice::Light : text == u"dark" ? ThemeChoice::Dark : ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice theme)
{
    m_settings.setValue(ThemeKey,
                        theme == ThemeChoice::Light      ? u"light"_s
                            : theme == ThemeChoice::Dark ? u"dark"_s
                                                         : u"system"_s);
}

int Settings::zoom() const
{
    return std::clamp(m_settings.value(ZoomKey, 100).toInt(), ZoomMinimum, ZoomMaximum);
}

void Settings::setZoom(int percent)
{
    m_settings.setValue(ZoomKey, std::clamp(percent, ZoomMinimum, ZoomMaximum));
}

QString Settings::language() const
{
    return m_settings.value(LanguageKey).toString();
}

void Settings::setLanguage(const QString &code)
{
    m_settings.setValue(LanguageKey, code);
}

QString Settings::actor() const
{
    return m_settings.value(ActorKey).toString();
}

void Settings::setActor(const QString &actor)
{
    m_settings.setValue(ActorKey, actor);
}

QStringList Settings::recentStores() const
{
    return m_settings.value(RecentKey).toStringList().mid(0, RecentMaximum);
}

void Settings::addRecentStore(const QString &location)
{
    QStringList stores = recentStores();
    stores.removeAll(location);
    stores.prepend(location);
    m_settings.setValue(RecentKey, stores.mid(0, RecentMaximum));
}

void Settings::removeRecentStore(const QString &location)
{
    QStringList stores = recentStores();
    stores.removeAll(location);
    m_settings.setValue(RecentKey, stores);
}

std::optional<QStringList> Settings::keys(const QString &command) const
{
    const QString key = KeysKey.arg(command);
    return m_settings.contains(key) ? std::optional(m_settings.value(key).toStringList()) : std::nullopt;
}

void Settings::setKeys(const QString &command, const std::optional<QStringList> &keys)
{
    if (keys)
        m_settings.setValue(KeysKey.arg(command), *keys);
    else
        m_settings.remove(KeysKey.arg(command));
}

int Settings::lockMinutes() const
{
    return std::max(0, m_settings.value(LockKey, int(LockMinutes)).toInt());
}

void Settings::setLockMinutes(int minutes)
{
    m_settings.setValue(LockKey, minutes);
}

QString Settings::lastUser(const QString &location) const
{
    return m_settings.value(UsersKey).toMap().value(location).toString();
}

void Settings::setLastUser(const QString &location, const QString &user)
{
    const QStringList recent = recentStores();
    QVariantMap users;
    const QVariantMap before = m_settings.value(UsersKey).toMap();
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (recent.contains(it.key()))
            users.insert(it.key(), it.value());
    }
    users.insert(location, user);
    m_settings.setValue(UsersKey, users);
}

bool Settings::remembersPassword(const QString &location) const
{
    return m_settings.value(RememberedKey).toStringList().contains(location);
}

void Settings::setRemembersPassword(const QString &location, bool remembers)
{
    QStringList remembered = m_settings.value(RememberedKey).toStringList();
    remembered.removeAll(location);
    if (remembers)
        remembered.append(location);
    m_settings.setValue(RememberedKey, remembered);
}

QString Settings::keyPlace(const QString &store) const
{
    return m_settings.value(KeyPlaceKey.arg(store)).toString();
}

void Settings::setKeyPlace(const QString &store, const QString &place)
{
    m_settings.setValue(KeyPlaceKey.arg(store), place);
}

int Settings::sealMinutes() const
{
    return std::max(0, m_settings.value(SealKey, int(SealMinutes)).toInt());
}

void Settings::setSealMinutes(int minutes)
{
    m_settings.setValue(SealKey, minutes);
}

bool Settings::reopensLast() const
{
    return m_settings.value(ReopenKey, true).toBool();
}

void Settings::setReopensLast(bool reopens)
{
    m_settings.setValue(ReopenKey, reopens);
}

QString Settings::lastStore() const
{
    return m_settings.value(LastKey).toString();
}

void Settings::setLastStore(const QString &location)
{
    m_settings.setValue(LastKey, location);
}

QVariantMap Settings::place(const QString &location) const
{
    return m_settings.value(PlacesKey).toMap().value(location).toMap();
}

void Settings::setPlace(const QString &location, const QVariantMap &place)
{
    const QStringList recent = recentStores();
    QVariantMap places;
    const QVariantMap before = m_settings.value(PlacesKey).toMap();
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (recent.contains(it.key()))
            places.insert(it.key(), it.value());
    }
    places.insert(location, place);
    m_settings.setValue(PlacesKey, places);
}

QMap<QString, QString> Settings::savedFilters(const QString &location, const QString &kind) const
{
    const QVariantMap kept = m_settings.value(FiltersKey).toMap().value(location).toMap().value(kind).toMap();
    QMap<QString, QString> filters;
    for (auto filter = kept.begin(); filter != kept.end(); ++filter)
        filters.insert(filter.key(), filter.value().toString());
    return filters;
}

void Settings::setSavedFilters(const QString &location, const QString &kind,
                               const QMap<QString, QString> &filters)
{
    QVariantMap kept;
    for (auto filter = filters.begin(); filter != filters.end(); ++filter)
        kept.insert(filter.key(), filter.value());
    QVariantMap stores = m_settings.value(FiltersKey).toMap();
    QVariantMap kinds = stores.value(location).toMap();
    kinds.insert(kind, kept);
    stores.insert(location, kinds);
    m_settings.setValue(FiltersKey, stores);
}

QByteArray Settings::windowGeometry() const
{
    return m_settings.value(GeometryKey).toByteArray();
}

QByteArray Settings::windowState() const
{
    return m_settings.value(StateKey).toByteArray();
}

void Settings::setWindow(const QByteArray &geometry, const QByteArray &state)
{
    m_settings.setValue(GeometryKey, geometry);
    m_settings.setValue(StateKey, state);
}

} // namespace rolewright
