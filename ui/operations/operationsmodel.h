// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/permutedmodel.h"

namespace rolewright {

// The draft's operations, with whether something guards each.
class OperationsModel : public PermutedModel
{
    Q_OBJECT

public:
    enum Column { Name, State, ColumnCount };

    explicit OperationsModel(Workspace &workspace, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    void prepare(const QList<Change> &) override { }
    qint64 weight(quint32 id, int column) const override;
};

} // namespace rolewright
