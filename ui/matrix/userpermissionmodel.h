// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/policyindex.h"
#include "ui/matrix/usermatrixmodel.h"

#include <QCache>

namespace rolewright {

// Users x Permissions: what each user effectively has of the catalogue now, through all assigned roles. What
// a user has is worked out when a cell of the row is asked for, and kept until the policy changes or a
// validity begins or ends. Nothing is edited here: giving and taking are asked for, and answered by the
// AccessBar.
class UserPermissionModel : public UserMatrixModel
{
    Q_OBJECT

public:
    explicit UserPermissionModel(Workspace &workspace, QObject *parent = nullptr);

    FilterAxis columnAxis() const override { return FilterAxis::Permission; }
    bool edit(const QItemSelection &cells, Edit how) override; // asks; the cells must be of one permission
    bool togglesByClick() const override { return false; }
    bool isAboutAccess() const override { return true; }
    QString editText(Edit how) const override;
    QList<LegendEntry> legend() const override;

Q_SIGNALS:
    void giveRequested(const QStringList &users, const QString &permission);
    void takeRequested(const QString &user, const QString &permission);

protected:
    AccessCell accessOf(Place place) const override { return {{place.line}, {}, {place.column}}; }
    QList<Line> loadColumns() const override;
    bool isCurrent(const Loaded &loaded) const override
    {
        return loaded.hasPermissionsOf(workspace().policy()) && hasUsersOf(workspace().policy());
    }
    Cell cellOf(Place place) const override;
    Mark headMark(quint32 column) const override;
    QString headToolTip(quint32 column) const override;
    QString explain(Place place, const Cell &cell) const override;
    Effect effectOf(const QList<Change> &applied) const override;
    void refuse(Place place, const Cell &cell) override;
    bool isHeldAt(Place place) const override;
    void forget() override
    {
        m_kept.clear();
        m_asked.clear();
    }

private:
    // What one side, the draft or the stored version, gives a user.
    struct Held
    {
        QList<RoleId> roles; // enabled, assigned now
        BitSet effective;
        BitSet own; // through the roles' own grants
        BitSet lasting; // through assignments without dates
        bool broken = false; // the roles together break a dynamic separation of duty
    };
    struct Row
    {
        Held draft;
        Held base; // while the draft is dirty
        Instant from; // it holds in between
        Instant until;
    };
    enum class Level { None, Scoped, Full };

    static Held heldOf(const PolicyIndex &index, UserId user, Instant now, Row &row);
    // What a column asks for: a slot, and those of its scopes. Invalid where there is no such permission.
    struct Asked
    {
        SlotId slot;
        QList<SlotId> scoped;
    };
    static Asked askedOf(const PolicyIndex &index, PermissionId permission);
    static Level levelOf(const Asked &asked, const BitSet &effective);
    const Asked &askedFor(PermissionId permission) const; // of the draft
    const Row &rowFor(UserId user) const;
    Cell::Shape shapeOf(const Held &held, PermissionId permission) const;

    mutable QCache<quint32, Row> m_kept;
    mutable QHash<quint32, Asked> m_asked;
};

} // namespace rolewright
