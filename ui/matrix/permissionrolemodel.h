// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/matrix/matrixmodel.h"

namespace rolewright {

// Permissions x Roles: the catalogue and the patterns and built-in rights that some role holds, grouped by
// resource.
class PermissionRoleModel : public MatrixModel
{
    Q_OBJECT

public:
    explicit PermissionRoleModel(Workspace &workspace, QObject *parent = nullptr);

    FilterAxis rowAxis() const override { return FilterAxis::Permission; }
    FilterAxis columnAxis() const override { return FilterAxis::Role; }
    std::optional<Change::Kind> cellKind() const override { return Change::Kind::Grant; }
    bool isAboutAccess() const override { return true; }
    QList<LegendEntry> legend() const override;
    bool hasPatterns() const { return !m_patterns.isEmpty(); } // among the lines

protected:
    AccessCell accessOf(Place place) const override { return {{}, {place.column}, {place.line}}; }
    std::optional<HeldAxis> heldAxis(Qt::Orientation axis) const override
    {
        return axis == Qt::Vertical ? HeldAxis::Grants : HeldAxis::RolesByGrants;
    }
    QList<Line> loadLines() override;
    QList<Line> loadColumns() const override;
    bool isCurrent(const Loaded &loaded) const override;
    Cell cellOf(Place place) const override;
    Mark lineMark(quint32 line) const override;
    Mark headMark(quint32 column) const override;
    QString headToolTip(quint32 column) const override;
    QString explain(Place place, const Cell &cell) const override;
    QList<TreeLine> whyLines(Place place) const override;
    Effect effectOf(const QList<Change> &applied) const override;
    Result<QList<Change>> changesFor(const QList<Place> &places, bool give) const override;
    QString textFor(const QList<Place> &places, bool give) const override;
    void refuse(Place place, const Cell &cell) override;
    void forget() override { m_breaches.clear(); }

private:
    // The separation of duty that a role breaks by itself, through what it inherits.
    enum class Breach { None, Static, Dynamic };
    Breach breachOf(RoleId role) const;
    Cell::Shape heldShape(PermissionId permission, RoleId role) const;
    // The roles that hold a grant that gives the cell, and that grant; own ones first. Empty names: none.
    struct Source
    {
        QString role;
        QString grant;
    };
    Source sourceOf(Place place) const;
    QMap<quint32, QString> patternsInUse() const;

    mutable QHash<quint32, Breach> m_breaches; // by role
    QMap<quint32, QString> m_patterns; // among the lines, by number
};

} // namespace rolewright
