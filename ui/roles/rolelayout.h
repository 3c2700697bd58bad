// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/review.h"

#include <QList>
#include <QPointF>
#include <QSizeF>

#include <optional>
#include <utility>

namespace rolewright {

// A graph to be laid out: boxes by their size, edges by index. Names stay outside.
struct LayoutInput
{
    QList<QSizeF> boxes;
    QList<std::pair<int, int>> edges; // senior, junior
};

// Seniors above juniors, in the units of the input, y downwards from the top left.
struct Layout
{
    QList<QPointF> centers; // of the boxes
    QList<QList<QPointF>> curves; // of the edges: a start, then three points a cubic Bezier
    QSizeF size;
};

// Graphviz's `dot`, and all that the program knows of Graphviz. It blocks, so not on the GUI thread; Graphviz
// itself is not thread-safe: one call works while others wait. Nothing where Graphviz could not do it, or was
// cancelled before it began.
std::optional<Layout> layOut(const LayoutInput &input, const CancelToken &cancelled);

} // namespace rolewright
