// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/replay/logreplay.h"
#include "ui/widgets/rowsmodel.h"

namespace rolewright {

// A page of what a replay found.
class ReplayModel : public RowsModel<ReplayRow, 7>
{
    Q_OBJECT

public:
    enum Column { Line, What, Subject, Action, Resource, Before, After };

    using RowsModel::RowsModel;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    static QString textOf(ReplayClass kind);
};

} // namespace rolewright
