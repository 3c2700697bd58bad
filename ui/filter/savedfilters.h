// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QAction;
class QMenu;

namespace rolewright {

class FilterEdit;
class Settings;
class Workspace;

// The filters that a person has given names, in a menu at the front of a field (Alt+Down): choose one, save the
// one that is in effect, give it another name, forget it. Kept by store and kind of thing, so that every field
// for roles offers the same. Owned by the field.
class SavedFilters : public QObject
{
    Q_OBJECT

public:
    SavedFilters(FilterEdit &field, Workspace &workspace, Settings &settings);

    static constexpr int NameMaximum = 100; // characters

private:
    void fill();
    QMap<QString, QString> saved() const; // texts by name
    void setSaved(const QMap<QString, QString> &filters);
    void askName(const QString &title, const QString &proposed, const QString &replaced);
    void keep(const QString &name, const QString &replaced);

    FilterEdit &m_field;
    Workspace &m_workspace;
    Settings &m_settings;
    QMenu *m_menu;
    QAction *m_open;
};

} // namespace rolewright
