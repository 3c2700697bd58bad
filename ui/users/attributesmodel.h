// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>
#include <QMap>

namespace rolewright {

// The attributes of one user, editable in place; the last row takes a new one. Decides nothing: it asks
// through changeRequested() and shows what it is given.
class AttributesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Key, Value, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void set(const QMap<QString, QString> &attributes, bool editable);
    const QMap<QString, QString> &attributes() const { return m_attributes; }
    QString keyAt(int row) const { return m_keys.value(row); } // empty: the row for a new one

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void changeRequested(const QMap<QString, QString> &attributes);
    void refused(const QString &problem); // a sentence

private:
    QMap<QString, QString> m_attributes;
    QStringList m_keys;
    bool m_editable = false;
};

} // namespace rolewright
