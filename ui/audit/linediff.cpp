// SPDX-License-Identifier: Apache-2.0
#include "ui/audit/linediff.h"

#include "ui/shell/theme.h"

#include <QPlainTextEdit>
#include <QTextBlock>

#include <vector>

namespace rolewright {

namespace {

constexpr qsizetype LineMaximum = 1000; // more are not compared: nobody reads them side by side

void mark(QPlainTextEdit &text, const QList<qsizetype> &lines, bool added)
{
    QTextCharFormat format;
    format.setFontUnderline(added);
    format.setFontStrikeOut(!added);
    QColor colour = added ? grantedColor(text.palette()) : scopedColor(text.palette());
    colour.setAlpha(60);
    format.setBackground(colour);
    QList<QTextEdit::ExtraSelection> marks;
    for (const qsizetype line : lines) {
        QTextCursor cursor(text.document()->findBlockByNumber(int(line)));
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        marks.append({cursor, format});
    }
    text.setExtraSelections(marks);
}

} // namespace

LineDiff lineDiff(const QStringList &before, const QStringList &after)
{
    const qsizetype rows = before.size(), columns = after.size();
    // Of the longest common sequence of what is left from (row, column) on.
    std::vector<int> common(size_t((rows + 1) * (columns + 1)), 0);
    const auto at = [&](qsizetype row, qsizetype column) -> int & {
        return common[size_t(row * (columns + 1) + column)];
    };
    for (qsizetype row = rows - 1; row >= 0; --row) {
        for (qsizetype column = columns - 1; column >= 0; --column)
            at(row, column) = before.at(row) == after.at(column)
                ? at(row + 1, column + 1) + 1
                : std::max(at(row + 1, column), at(row, column + 1));
    }
    LineDiff diff;
    qsizetype row = 0, column = 0;
    while (row < rows || column < columns) {
        if (row < rows && column < columns && before.at(row) == after.at(column)) {
            ++row;
            ++column;
        } else if (column == columns || (row < rows && at(row + 1, column) >= at(row, column + 1))) {
            diff.removed.append(row++);
        } else {
            diff.added.append(column++);
        }
    }
    return diff;
}

void markDifference(QPlainTextEdit &before, QPlainTextEdit &after)
{
    const QStringList lines = before.toPlainText().split(u'\n'), others = after.toPlainText().split(u'\n');
    LineDiff diff;
    if (lines.size() <= LineMaximum && others.size() <= LineMaximum)
        diff = lineDiff(lines, others);
    // Where nothing is the same, as with what is new or gone, marks would say nothing.
    if (diff.removed.size() == lines.size() || diff.added.size() == others.size())
        diff = {};
    mark(before, diff.removed, false);
    mark(after, diff.added, true);
}

} // namespace rolewright
