// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/opinion/opinionrun.h"
#include "ui/widgets/rowsmodel.h"

namespace rolewright {

// The questions that are not answered alike.
class OpinionModel : public RowsModel<OpinionRow, 6>
{
    Q_OBJECT

public:
    enum Column { What, Subject, Action, Resource, Here, There };

    using RowsModel::RowsModel;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
};

} // namespace rolewright
