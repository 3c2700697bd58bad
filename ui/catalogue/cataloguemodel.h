// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/usage.h"
#include "ui/widgets/permutedmodel.h"

namespace rolewright {

// The draft's permissions, with how many roles grant each and how many users hold it now. These are counted
// on a worker while somebody looks; until then there are dots.
class CatalogueModel : public PermutedModel
{
    Q_OBJECT

public:
    enum Column { Name, Roles, ByPattern, Users, State, ColumnCount };

    explicit CatalogueModel(Workspace &workspace, QObject *parent = nullptr);

    std::optional<PermissionUsage> usageOf(quint32 id) const; // nothing: not counted yet

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    void prepare(const QList<Change> &applied) override;
    void count() override;
    qint64 weight(quint32 id, int column) const override;

private:
    QString stateOf(quint32 id) const;

    QList<PermissionUsage> m_usage; // by permission id
    LatestJob<QList<PermissionUsage>> m_counting;
};

} // namespace rolewright
