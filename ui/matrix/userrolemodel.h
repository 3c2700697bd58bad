// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/validation/validate.h"
#include "ui/matrix/matrixmodel.h"

namespace rolewright {

// Users x Roles: who is assigned what, and what that brings by inheritance.
class UserRoleModel : public MatrixModel
{
    Q_OBJECT

public:
    explicit UserRoleModel(Workspace &workspace, QObject *parent = nullptr);

    Change::Kind kindOf(Qt::Orientation axis) const override
    {
        return axis == Qt::Vertical ? Change::Kind::User : Change::Kind::Role;
    }
    std::optional<Change::Kind> cellKind() const override { return Change::Kind::Assignment; }

protected:
    std::optional<HeldAxis> heldAxis(Qt::Orientation axis) const override
    {
        return axis == Qt::Vertical ? HeldAxis::Users : HeldAxis::RolesByUsers;
    }
    QString textOf(Place place, const Cell &cell) const override; // with the dates
    QList<Line> loadLines() const override;
    QList<Line> loadColumns() const override;
    Cell cellOf(Place place) const override;
    Mark lineMark(quint32 line) const override;
    Mark headMark(quint32 column) const override;
    QString headToolTip(quint32 column) const override;
    QString explain(Place place, const Cell &cell) const override;
    Effect effectOf(const QList<Change> &applied) const override;
    Result<QList<Change>> changesFor(const QList<Place> &places, bool give) const override;
    QString textFor(const QList<Place> &places, bool give) const override;
    void refuse(Place place, const Cell &cell) override;

private:
    void findConflicts();

    LatestJob<QList<Violation>> m_search;
    QSet<quint64> m_conflicts; // user << 32 | role
};

} // namespace rolewright
