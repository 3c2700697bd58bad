// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QAbstractTableModel>

namespace rolewright {

// Roles x constraints: a check mark where the role belongs to the constraint. Follows the draft.
class ConstraintGridModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit ConstraintGridModel(Workspace &workspace, QObject *parent = nullptr);

    void setFilter(const QString &text); // of roles
    void setMembersOnly(bool membersOnly); // roles of some constraint
    int columnOf(const QString &constraint) const; // -1 where there is none
    QString roleAt(int row) const;
    QString constraintAt(int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void follow(const QList<Change> &applied);
    void reload();
    bool isMember(int row, int column) const;
    QString sentence(int row, int column) const;

    Workspace &m_workspace;
    QString m_filter;
    bool m_membersOnly = false;
    QList<RoleId> m_roles;
    QList<ConstraintId> m_constraints;
};

// A role enters or leaves a constraint; a limit that would be above the number of roles goes down with it.
QList<Change> membership(const Policy &policy, const QString &constraint, const QString &role, bool isMember);

} // namespace rolewright
