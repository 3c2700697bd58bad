// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

class QPlainTextEdit;

namespace rolewright {

// Which lines the other text does not have in this order: the shortest way from one to the other.
struct LineDiff
{
    QList<qsizetype> removed; // of before
    QList<qsizetype> added; // of after

    friend bool operator==(const LineDiff &, const LineDiff &) = default;
};
// Pure. Quadratic in the lines, of which there are few in one event.
LineDiff lineDiff(const QStringList &before, const QStringList &after);

// Marks the lines that differ: struck through where they went, underlined where they came, and coloured.
void markDifference(QPlainTextEdit &before, QPlainTextEdit &after);

} // namespace rolewright
