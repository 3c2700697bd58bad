// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/policy.h"

#include <QTreeWidget>

namespace rolewright {

// "Senior inherits junior", as an edge of the tree.
struct Inheriting
{
    RoleId senior;
    RoleId junior;

    bool isValid() const { return senior.isValid() && junior.isValid(); }
    friend bool operator==(const Inheriting &, const Inheriting &) = default;
};

// What one role is inherited by and what it inherits, each with what is beyond it, unfolded when asked. Decides
// nothing: Del and drops ask through signals. Dragged onto a role, a role hangs there instead, with Ctrl also.
class InheritanceTree : public QTreeWidget
{
    Q_OBJECT

public:
    explicit InheritanceTree(QWidget *parent = nullptr);

    void showRole(const Policy &policy, RoleId role); // what was unfolded and current stays so
    void setEditable(bool editable) { m_editable = editable; }
    Inheriting inheritingOf(const QTreeWidgetItem *item) const; // that hangs the item where it hangs
    // That would hang the role of `item` onto `target`, a role or one of the two heads.
    Inheriting inheritingOnto(const QTreeWidgetItem *item, const QTreeWidgetItem *target) const;

Q_SIGNALS:
    void roleRequested(const QString &role);
    void removeRequested(const rolewright::Inheriting &inheriting);
    // `from` is invalid where it stays.
    void moveRequested(const rolewright::Inheriting &from, const rolewright::Inheriting &to);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void unfold(QTreeWidgetItem *item);
    bool isSeniorSide(const QTreeWidgetItem *item) const;
    RoleId roleOf(const QTreeWidgetItem *item) const; // of a head: the role that the tree is about
    QStringList pathOf(const QTreeWidgetItem *item) const;
    void collect(const QTreeWidgetItem *item, QSet<QStringList> &unfolded) const;
    void restore(QTreeWidgetItem *item, const QSet<QStringList> &unfolded, const QStringList &current);

    Policy m_policy;
    RoleId m_role;
    QHash<quint32, QList<RoleId>> m_seniors;
    bool m_editable = true;
};

// Why `senior` cannot inherit `junior`, as a sentence that names the cycle; nothing where it can.
std::optional<QString> problemOfInheriting(const Policy &policy, RoleId senior, RoleId junior);

} // namespace rolewright
