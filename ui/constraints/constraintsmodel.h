// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/validation/separationreview.h"
#include "ui/widgets/permutedmodel.h"

namespace rolewright {

// The draft's constraints, with how often each is broken, which a worker finds out while somebody looks.
class ConstraintsModel : public PermutedModel
{
    Q_OBJECT

public:
    enum Column { Name, Kind, Limit, Broken, State, ColumnCount };

    explicit ConstraintsModel(Workspace &workspace, QObject *parent = nullptr);

    const QList<SeparationCase> &cases() const { return m_cases; }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    void prepare(const QList<Change> &applied) override;
    void count() override;
    qint64 weight(quint32 id, int column) const override;

private:
    Workspace &m_workspace;
    bool m_counted = false;
    QList<SeparationCase> m_cases;
    LatestJob<QList<SeparationCase>> m_reviewing;
};

QString kindText(Constraint::Kind kind); // "static"
// Why a constraint cannot be applied as it is, as a sentence; nothing where it can.
std::optional<QString> problemOfConstraint(const Constraint &constraint);

} // namespace rolewright
