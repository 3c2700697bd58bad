// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/palette/finder.h"

#include <QAbstractListModel>

namespace rolewright {

// What the palette lists: the title, and at the right what it is or how it is called by key.
class HitModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { DetailRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;

    void set(const QList<PaletteHit> &hits);
    const QList<PaletteHit> &hits() const { return m_hits; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    static QString detailOf(const PaletteHit &hit);

    QList<PaletteHit> m_hits;
};

} // namespace rolewright
