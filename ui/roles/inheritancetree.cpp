// SPDX-License-Identifier: Apache-2.0
#include "ui/roles/inheritancetree.h"

#include "ui/roles/neighbourhood.h"

#include <QDropEvent>
#include <QKeyEvent>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int IdRole = Qt::UserRole;
constexpr int FilledRole = Qt::UserRole + 1;

} // namespace

std::optional<QString> problemOfInheriting(const Policy &policy, RoleId senior, RoleId junior)
{
    const auto nameOf = [&policy](RoleId id) { return policy.roles().at(id).name; };
    if (senior == junior)
        return InheritanceTree::tr("%1 cannot inherit itself.").arg(nameOf(senior));
    const QList<RoleId> way = wayDown(policy, junior, senior);
    if (way.isEmpty())
        return {};
    QStringList names{nameOf(senior)};
    for (const RoleId id : way)
        names.append(nameOf(id));
    return InheritanceTree::tr("%1 inherits %2 already: that would be the cycle %3.")
        .arg(nameOf(junior), nameOf(senior), names.join(u" → "_s));
}

InheritanceTree::InheritanceTree(QWidget *parent)
    : QTreeWidget(parent)
{
    setHeaderHidden(true);
    setAccessibleName(tr("Inheritance"));
    setUniformRowHeights(true);
    setDragDropMode(QAbstractItemView::DragDrop);
    setDropIndicatorShown(true);
    setExpandsOnDoubleClick(false); // it goes to the role
    connect(this, &QTreeWidget::itemExpanded, this, &InheritanceTree::unfold);
    connect(this, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) {
        if (!item->parent())
            return;
        const QString name = m_policy.roles().at(roleOf(item)).name; // the policy goes when another is shown
        Q_EMIT roleRequested(name);
    });
}

void InheritanceTree::showRole(const Policy &policy, RoleId role)
{
    QSet<QStringList> unfolded;
    QStringList current;
    if (role == m_role && topLevelItemCount() > 0) {
        for (int i = 0; i < topLevelItemCount(); ++i)
            collect(topLevelItem(i), unfolded);
        if (currentItem())
            current = pathOf(currentItem());
    } else {
        unfolded = {{u"0"_s}, {u"1"_s}};
    }
    m_policy = policy;
    m_role = role;
    m_seniors.clear();
    clear();
    if (!policy.roles().contains(role))
        return;
    policy.inheritance().forEach(
        [this](const InheritanceRow &row) { m_seniors[row.junior.value].append(row.senior); });
    const QString &name = policy.roles().at(role).name;
    for (const bool seniors : {true, false}) {
        auto *head = new QTreeWidgetItem(this);
        head->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDropEnabled);
        head->setChildIndicatorPolicy(QTreeWidgetItem::ShowIndicator);
        unfold(head);
        head->setText(0, (seniors ? tr("Roles that inherit %1 (%L2)") : tr("Roles that %1 inherits (%L2)"))
                             .arg(name)
                             .arg(head->childCount()));
        restore(head, unfolded, current);
    }
}

void InheritanceTree::collect(const QTreeWidgetItem *item, QSet<QStringList> &unfolded) const
{
    if (!item->isExpanded())
        return;
    unfolded.insert(pathOf(item));
    for (int i = 0; i < item->childCount(); ++i)
        collect(item->child(i), unfolded);
}

void InheritanceTree::restore(QTreeWidgetItem *item, const QSet<QStringList> &unfolded,
                              const QStringList &current)
{
    const QStringList path = pathOf(item);
    if (path == current)
        setCurrentItem(item);
    if (!unfolded.contains(path))
        return;
    unfold(item);
    item->setExpanded(true);
    for (int i = 0; i < item->childCount(); ++i)
        restore(item->child(i), unfolded, current);
}

// The side, then the roles' ids: names may change under it.
QStringList InheritanceTree::pathOf(const QTreeWidgetItem *item) const
{
    QStringList path;
    for (; item->parent(); item = item->parent())
        path.prepend(QString::number(roleOf(item).value));
    path.prepend(isSeniorSide(item) ? u"0"_s : u"1"_s);
    return path;
}

void InheritanceTree::unfold(QTreeWidgetItem *item)
{
    if (item->data(0, FilledRole).toBool())
        return;
    item->setData(0, FilledRole, true);
    const bool seniors = isSeniorSide(item);
    QList<RoleId> roles;
    const auto juniorsOf = [this](RoleId role) {
        QList<RoleId> juniors;
        m_policy.inheritance().forEachOf(role.value,
                                         [&](const InheritanceRow &row) { juniors.append(row.junior); });
        return juniors;
    };
    roles = seniors ? m_seniors.value(roleOf(item).value) : juniorsOf(roleOf(item));
    std::sort(roles.begin(), roles.end(), [this](RoleId a, RoleId b) {
        return m_policy.roles().at(a).name < m_policy.roles().at(b).name;
    });
    for (const RoleId id : std::as_const(roles)) {
        const Role &role = m_policy.roles().at(id);
        auto *child = new QTreeWidgetItem(item);
        child->setText(0, role.enabled ? role.name : tr("%1 (disabled)").arg(role.name));
        child->setData(0, IdRole, id.value);
        const bool more = seniors ? !m_seniors.value(id.value).isEmpty() : !juniorsOf(id).isEmpty();
        child->setChildIndicatorPolicy(more ? QTreeWidgetItem::ShowIndicator
                                            : QTreeWidgetItem::DontShowIndicator);
    }
}

bool InheritanceTree::isSeniorSide(const QTreeWidgetItem *item) const
{
    while (item->parent())
        item = item->parent();
    return indexOfTopLevelItem(const_cast<QTreeWidgetItem *>(item)) == 0;
}

RoleId InheritanceTree::roleOf(const QTreeWidgetItem *item) const
{
    return item->parent() ? RoleId{item->data(0, IdRole).toUInt()} : m_role;
}

Inheriting InheritanceTree::inheritingOf(const QTreeWidgetItem *item) const
{
    return item && item->parent() ? inheritingOnto(item, item->parent()) : Inheriting();
}

Inheriting InheritanceTree::inheritingOnto(const QTreeWidgetItem *item, const QTreeWidgetItem *target) const
{
    if (!item || !target || !item->parent())
        return {};
    return isSeniorSide(target) ? Inheriting{roleOf(item), roleOf(target)}
                                : Inheriting{roleOf(target), roleOf(item)};
}

void InheritanceTree::keyPressEvent(QKeyEvent *event)
{
    const Inheriting inheriting = inheritingOf(currentItem());
    if (event->matches(QKeySequence::Delete) && m_editable && inheriting.isValid())
        Q_EMIT removeRequested(inheriting);
    else
        QTreeWidget::keyPressEvent(event);
}

void InheritanceTree::dragMoveEvent(QDragMoveEvent *event)
{
    QTreeWidget::dragMoveEvent(event);
    const bool fits = m_editable && event->source() == this
        && inheritingOnto(currentItem(), itemAt(event->position().toPoint())).isValid();
    event->setAccepted(fits);
}

// The rows follow the draft, not the drop.
void InheritanceTree::dropEvent(QDropEvent *event)
{
    const QTreeWidgetItem *target = itemAt(event->position().toPoint());
    const Inheriting to = inheritingOnto(currentItem(), target);
    if (!m_editable || event->source() != this || !to.isValid())
        return event->ignore();
    const bool stays = event->modifiers().testFlag(Qt::ControlModifier);
    const Inheriting from = stays ? Inheriting() : inheritingOf(currentItem());
    event->setDropAction(Qt::CopyAction); // else the view removes the row
    event->accept();
    if (from != to)
        Q_EMIT moveRequested(from, to);
}

} // namespace rolewright
