// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/storeguard.h"

#include <QAbstractTableModel>

namespace rolewright {

// The change sets that wait, or waited, for a second person (semantics.md, section 9): those that wait for
// who is signed in first, then those that wait at all, then the others, each newest first.
class RequestsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { What, State, By, Asked, ColumnCount };
    // How a request stands to who looks at it.
    enum class Standing { WaitsForMe, Mine, WaitsForOthers, MovedOn, Over };

    struct Line
    {
        ApprovalRequest request;
        Standing standing = Standing::Over;
        QStringList roles; // that are still to approve it
    };

    using QAbstractTableModel::QAbstractTableModel;

    void set(const QList<Line> &lines);
    const Line &at(int row) const { return m_lines.at(row); }
    int rowOf(qint64 id) const; // -1 where there is none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<Line> m_lines;
};

// A sentence about what has become of it, and what may come next.
QString textOf(const RequestsModel::Line &line);

} // namespace rolewright
