// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/policy.h"
#include "ui/shell/latestjob.h"
#include "ui/widgets/treelines.h"

#include <QHash>
#include <QSet>

namespace rolewright {

// What a MatrixModel is made of: plain values.

// A row or column of the policy, shown or not.
struct MatrixLine
{
    quint32 id = 0;
    QString label; // what the head shows
    QString group; // lines of one group stand together
    QString given = {}; // its name, where that is not the group and the label

    QString name() const // made when it is asked for: a matrix has thousands of lines and shows forty
    {
        return !given.isEmpty() ? given : group.isEmpty() ? label : group + u':' + label;
    }
    bool isNamed(QStringView name) const
    {
        if (!given.isEmpty() || group.isEmpty())
            return name == (given.isEmpty() ? label : given);
        return name.size() == group.size() + 1 + label.size() && name.startsWith(group)
            && name.endsWith(label) && name[group.size()] == u':';
    }
};

// A cell, by the ids of its row and column.
struct MatrixPlace
{
    quint32 line = 0;
    quint32 column = 0;
};

// What heads were loaded from; shares its chunks.
struct MatrixLoaded
{
    Policy::Permissions permissions;
    Policy::Roles roles;

    bool hasPermissionsOf(const Policy &policy) const;
    bool hasRolesOf(const Policy &policy) const;
};

// How a row's or column's head looks.
struct MatrixMark
{
    bool fresh = false; // not in the stored version
    bool dimmed = false; // disabled, inactive
    bool sensitive = false;

    friend bool operator==(const MatrixMark &, const MatrixMark &) = default;
};

// Why a cell is as it is, to read from the top.
struct MatrixWhy
{
    QString title;
    QList<TreeLine> lines;
};

// What an edit touches: bounding lines and columns, or everything anew.
struct MatrixEffect
{
    bool reload = false;
    bool allRows = false;
    bool allColumns = false;
    QSet<quint32> lines = {};
    QSet<QString> groups = {};
    QSet<quint32> columns = {};
};

struct MatrixGroup
{
    QString name;
    int first = 0; // index of its first line
    int count = 0;
    int shown = 0;
};

enum class MatrixOrder { Name, Held, Similar };

// What lines are ordered by: high ones first. What is not listed comes last.
struct MatrixWeights
{
    QHash<quint32, double> of; // by id
    QList<quint32> ids; // in that order, equal ones by name; of lines without groups only
};

// The order that lines are in, and how it came about.
struct MatrixArrangement
{
    MatrixOrder order = MatrixOrder::Name;
    QString like; // Similar only: to which one
    MatrixWeights weights;
    QStringList pinned;
    LatestJob<MatrixWeights> weighing;
};

} // namespace rolewright
