// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/finding.h"

#include <QAbstractListModel>

namespace rolewright {

// Findings, a line each with its place, made when it is shown: a file may have 100,000 errors.
class FindingListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void set(const Findings &findings);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    Findings m_findings;
};

} // namespace rolewright
