// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>

class QAction;

namespace rolewright {

class Actions;

// The commands of the window with their keys, in the order of the menus; those with other keys than at first
// are said so. Shows only what matches the filter.
class KeysModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Title, Keys, ColumnCount };

    explicit KeysModel(Actions &actions, QObject *parent = nullptr);

    void setFilter(const QString &text); // a part of the title or of the keys
    QAction *actionAt(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void load();

    Actions &m_actions;
    QString m_filter;
    QList<QAction *> m_rows;
};

} // namespace rolewright
