// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/validation/validate.h"
#include "ui/matrix/usermatrixmodel.h"

#include <QCache>

namespace rolewright {

// Users x Roles: who is assigned what, and what that brings by inheritance.
class UserRoleModel : public UserMatrixModel
{
    Q_OBJECT

public:
    explicit UserRoleModel(Workspace &workspace, QObject *parent = nullptr);

    FilterAxis columnAxis() const override { return FilterAxis::Role; }
    bool hasDates() const override { return true; }
    // Makes the selected assignments valid then and no other time, and those that are not there: one command.
    bool setValidity(const QItemSelection &cells, const Validity &validity);
    // That of all selected assignments, where they have one in common; how many there are and are not.
    struct Dates
    {
        std::optional<Validity> common;
        qsizetype assigned = 0;
        qsizetype unassigned = 0;
        QString text; // whom and what it is about: "editor for alice"
    };
    Dates datesOf(const QItemSelection &cells) const;
    std::optional<Change::Kind> cellKind() const override { return Change::Kind::Assignment; }
    QList<LegendEntry> legend() const override;

Q_SIGNALS:
    void datesRequested(); // of the current cell

protected:
    std::optional<HeldAxis> heldAxis(Qt::Orientation axis) const override
    {
        return axis == Qt::Vertical ? HeldAxis::Users : HeldAxis::RolesByUsers;
    }
    QString textOf(Place place, const Cell &cell) const override; // with the dates
    QList<Line> loadColumns() const override;
    bool isCurrent(const Loaded &loaded) const override
    {
        return loaded.hasRolesOf(workspace().policy()) && hasUsersOf(workspace().policy());
    }
    Cell cellOf(Place place) const override;
    bool isHeldAt(Place place) const override;
    Mark headMark(quint32 column) const override;
    QString headToolTip(quint32 column) const override;
    QString explain(Place place, const Cell &cell) const override;
    QList<TreeLine> whyLines(Place place) const override;
    Effect effectOf(const QList<Change> &applied) const override;
    Result<QList<Change>> changesFor(const QList<Place> &places, bool give) const override;
    QString textFor(const QList<Place> &places, bool give) const override;
    void refuse(Place place, const Cell &cell) override;
    void forget() override { m_acting.clear(); }

private:
    // What the roles that a user has now come to when they act together.
    struct Acting
    {
        BitSet roles; // with what they inherit
        BitSet breaching; // of these, those that may not act together
        Instant from; // it holds in between
        Instant until;
    };
    const Acting &actingOf(UserId user) const;
    void findConflicts();

    mutable QCache<quint32, Acting> m_acting;

    LatestJob<QList<Violation>> m_search;
    QSet<quint64> m_conflicts; // user << 32 | role, of static separation of duty
};

} // namespace rolewright
