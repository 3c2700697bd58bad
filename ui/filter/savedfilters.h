// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <functional>

class QAction;
class QLineEdit;
class QMenu;

namespace rolewright {

class FilterEdit;
class Settings;
class Workspace;

// The filters that a person has given names, in a menu at the front of a field (Alt+Down): choose one, save the
// one that is in effect, give it another name, forget it. Kept by store and kind of thing, so that every field
// for roles offers the same. Owned by the field. GUI thread.
class SavedFilters : public QObject
{
    Q_OBJECT

public:
    // Where a filter is more than the text of its field.
    struct Source
    {
        QString kind; // in settings
        std::function<QString()> text;
        std::function<void(const QString &)> setText;
        std::function<bool()> canSave; // it restricts something, and is valid
    };

    SavedFilters(FilterEdit &field, Workspace &workspace, Settings &settings);
    SavedFilters(QLineEdit &field, const Source &source, Workspace &workspace, Settings &settings);

    static constexpr int NameMaximum = 100; // characters

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void fill();
    QMap<QString, QString> saved() const; // texts by name
    void setSaved(const QMap<QString, QString> &filters);
    void askName(const QString &title, const QString &proposed, const QString &replaced);
    void keep(const QString &name, const QString &replaced);

    QLineEdit &m_field;
    const Source m_source;
    Workspace &m_workspace;
    Settings &m_settings;
    QMenu *m_menu;
    QAction *m_open;
};

} // namespace rolewright
