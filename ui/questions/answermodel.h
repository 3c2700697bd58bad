// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/review.h"

#include <QAbstractTableModel>

#include <variant>

namespace rolewright {

using Answer = std::variant<QList<WhoCan>, QList<WhatCan>, QList<RoleGiving>, QList<OperationAccess>>;

// The answer to a reverse question as a table. A row is made when it is shown: 100,000 users cost nothing
// more.
class AnswerModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void set(const Answer &answer);
    const Answer &answer() const { return m_answer; }
    QString keyOf(int row) const; // what the row is about
    int rowOf(const QString &key) const; // -1 where there is none; some milliseconds for 100,000

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    Answer m_answer;
};

} // namespace rolewright
