// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/entities.h"

#include <QMetaType>

namespace rolewright {

// Editing a requirement as a tree: pure functions from one tree to the next. None of them leaves an empty
// group or list behind; whether the outcome obeys all rules is checkRequirement()'s to say.

// One line of the tree: a node by the way to it, or one of its names.
struct RequirementSpot
{
    enum class Part { Node, Name, Own };

    QList<int> node; // the index among the children, from the root down
    Part part = Part::Node;
    int name = 0; // its index in that list

    friend bool operator==(const RequirementSpot &, const RequirementSpot &) = default;
};

struct EditedRequirement
{
    std::optional<Requirement> requirement; // none: unguarded
    RequirementSpot spot; // of what was edited, or what stands near where it was
};
using RequirementEdit = std::optional<EditedRequirement>; // none: there is nothing to do there

enum class RequirementMove { Up, Down, Out, In };

bool isGroup(Requirement::Kind kind); // allOf, anyOf

// A name in the list that it belongs to: where the spot is in a node of that kind, there; otherwise a new
// node, in the group at the spot, or after the node there (which goes into a group with it where it has
// none). `own`: for an owner's `own`. `name` is empty for authenticated and public.
RequirementEdit added(const std::optional<Requirement> &requirement, const RequirementSpot &spot,
                      Requirement::Kind kind, bool own, const QString &name);
RequirementEdit removed(const std::optional<Requirement> &requirement, const RequirementSpot &spot);
// Nodes only. In: into the group before it; Out: behind the group that it is in.
RequirementEdit moved(const std::optional<Requirement> &requirement, const RequirementSpot &spot,
                      RequirementMove move);
// The node becomes the only one of a new allOf.
RequirementEdit grouped(const std::optional<Requirement> &requirement, const RequirementSpot &spot);
// All of it becomes any of it, and the other way round.
RequirementEdit switched(const std::optional<Requirement> &requirement, const RequirementSpot &spot);

} // namespace rolewright

Q_DECLARE_METATYPE(rolewright::RequirementSpot)
