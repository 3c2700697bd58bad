// SPDX-License-Identifier: Apache-2.0
#include "ui/operations/requirementedit.h"

#include "core/base/text.h"

namespace rolewright {

namespace {

using Kind = Requirement::Kind;
using Part = RequirementSpot::Part;

Requirement *nodeAt(std::optional<Requirement> &requirement, const QList<int> &path)
{
    Requirement *node = requirement ? &*requirement : nullptr;
    for (const int index : path) {
        if (!node || index >= node->children.size())
            return nullptr;
        node = &node->children[index];
    }
    return node;
}

RequirementSpot spotOf(const QList<int> &path)
{
    return {path, Part::Node, 0};
}

QStringList &listOf(Requirement &node, Part part)
{
    return part == Part::Own ? node.own : node.names;
}

EditedRequirement withName(std::optional<Requirement> requirement, const QList<int> &path, Part part,
                           const QString &name)
{
    QStringList &names = listOf(*nodeAt(requirement, path), part);
    if (!names.contains(name))
        names.append(name);
    sortByCodePoint(names);
    const int index = int(names.indexOf(name));
    return {std::move(requirement), {path, part, index}};
}

// Groups that have become empty go with it.
EditedRequirement withoutNode(std::optional<Requirement> requirement, QList<int> path)
{
    while (!path.isEmpty()) {
        const int index = path.takeLast();
        Requirement *group = nodeAt(requirement, path);
        group->children.remove(index);
        if (group->children.isEmpty())
            continue;
        path.append(std::min(index, int(group->children.size()) - 1));
        return {std::move(requirement), spotOf(path)};
    }
    return {{}, {}};
}

} // namespace

bool isGroup(Requirement::Kind kind)
{
    return kind == Kind::AllOf || kind == Kind::AnyOf;
}

RequirementEdit added(const std::optional<Requirement> &requirement, const RequirementSpot &spot,
                      Requirement::Kind kind, bool own, const QString &name)
{
    std::optional<Requirement> after = requirement;
    const Part part = own ? Part::Own : Part::Name;
    Requirement *node = nodeAt(after, spot.node);
    if (node && node->kind == kind && !name.isEmpty() && kind != Kind::Access)
        return withName(after, spot.node, part, name);
    Requirement fresh;
    fresh.kind = kind;
    if (!name.isEmpty())
        listOf(fresh, part).append(name);
    const RequirementSpot::Part at = name.isEmpty() || kind == Kind::Access ? Part::Node : part;
    if (!node) {
        after = fresh;
        return EditedRequirement{after, {{}, at, 0}};
    }
    QList<int> path = spot.node;
    if (isGroup(node->kind)) {
        path.append(int(node->children.size()));
        node->children.append(fresh);
    } else if (path.isEmpty()) {
        Requirement group;
        group.kind = Kind::AllOf;
        group.children = {*node, fresh};
        *node = group;
        path = {1};
    } else {
        const int index = path.takeLast() + 1;
        nodeAt(after, path)->children.insert(index, fresh);
        path.append(index);
    }
    return EditedRequirement{after, {path, at, 0}};
}

RequirementEdit removed(const std::optional<Requirement> &requirement, const RequirementSpot &spot)
{
    std::optional<Requirement> after = requirement;
    Requirement *node = nodeAt(after, spot.node);
    if (!node)
        return {};
    if (spot.part == Part::Node || node->names.size() + node->own.size() < 2)
        return withoutNode(after, spot.node);
    QStringList &names = listOf(*node, spot.part);
    names.remove(spot.name);
    if (names.isEmpty())
        return EditedRequirement{after, spotOf(spot.node)};
    return EditedRequirement{after, {spot.node, spot.part, std::min(spot.name, int(names.size()) - 1)}};
}

RequirementEdit moved(const std::optional<Requirement> &requirement, const RequirementSpot &spot,
                      RequirementMove move)
{
    if (spot.part != Part::Node || spot.node.isEmpty())
        return {};
    std::optional<Requirement> after = requirement;
    QList<int> path = spot.node;
    const int index = path.takeLast();
    Requirement *group = nodeAt(after, path);
    if (!group || index >= group->children.size())
        return {};
    switch (move) {
    case RequirementMove::Up:
    case RequirementMove::Down: {
        const int to = index + (move == RequirementMove::Up ? -1 : 1);
        if (to < 0 || to >= group->children.size())
            return {};
        group->children.swapItemsAt(index, to);
        return EditedRequirement{after, spotOf(path + QList<int>{to})};
    }
    case RequirementMove::In: {
        if (index == 0 || !isGroup(group->children.at(index - 1).kind))
            return {};
        const Requirement node = group->children.takeAt(index);
        QList<Requirement> &into = group->children[index - 1].children;
        into.append(node);
        return EditedRequirement{after, spotOf(path + QList<int>{index - 1, int(into.size()) - 1})};
    }
    case RequirementMove::Out:
        break;
    }
    if (path.isEmpty()) {
        // The only one of the outermost group takes its place.
        if (group->children.size() != 1)
            return {};
        const Requirement node = group->children.first();
        *group = node;
        return EditedRequirement{after, {}};
    }
    const Requirement node = group->children.takeAt(index);
    const bool isEmpty = group->children.isEmpty();
    const int at = path.takeLast();
    QList<Requirement> &outer = nodeAt(after, path)->children;
    if (isEmpty)
        outer[at] = node;
    else
        outer.insert(at + 1, node);
    return EditedRequirement{after, spotOf(path + QList<int>{isEmpty ? at : at + 1})};
}

RequirementEdit grouped(const std::optional<Requirement> &requirement, const RequirementSpot &spot)
{
    std::optional<Requirement> after = requirement;
    Requirement *node = nodeAt(after, spot.node);
    if (!node)
        return {};
    Requirement group;
    group.kind = Kind::AllOf;
    group.children = {*node};
    *node = group;
    return EditedRequirement{after, spotOf(spot.node)};
}

RequirementEdit switched(const std::optional<Requirement> &requirement, const RequirementSpot &spot)
{
    std::optional<Requirement> after = requirement;
    Requirement *node = nodeAt(after, spot.node);
    if (!node)
        return {};
    switch (node->kind) {
    case Kind::AllOf:
        node->kind = Kind::AnyOf;
        break;
    case Kind::AnyOf:
        node->kind = Kind::AllOf;
        break;
    case Kind::AllPermissions:
        node->kind = Kind::AnyPermission;
        break;
    case Kind::AnyPermission:
        node->kind = Kind::AllPermissions;
        break;
    default:
        return {};
    }
    return EditedRequirement{after, spot};
}

} // namespace rolewright
