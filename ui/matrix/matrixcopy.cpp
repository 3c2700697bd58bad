// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/matrixcopy.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 CellMaximum = 200'000;

QList<int> sorted(const QSet<int> &set)
{
    QList<int> list(set.begin(), set.end());
    std::sort(list.begin(), list.end());
    return list;
}

} // namespace

QMimeData *copyOf(const MatrixModel &model, const QItemSelection &cells)
{
    QSet<int> rowSet;
    QSet<int> columnSet;
    for (const QItemSelectionRange &range : cells) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rowSet.insert(row);
        for (int column = range.left(); column <= range.right(); ++column)
            columnSet.insert(column);
    }
    if (qint64(rowSet.size()) * columnSet.size() > CellMaximum)
        return nullptr;
    const QList<int> rows = sorted(rowSet);
    const QList<int> columns = sorted(columnSet);

    // Names have neither tabs nor line feeds (semantics.md, section 1), so nothing needs quoting.
    QString text;
    QString html = u"<table><tr><th></th>"_s;
    for (const int column : columns) {
        text += u'\t' + model.columnName(column);
        html += u"<th>%1</th>"_s.arg(model.columnName(column).toHtmlEscaped());
    }
    text += u'\n';
    html += u"</tr>"_s;
    for (const int row : rows) {
        text += model.rowName(row);
        html += u"<tr><th>%1</th>"_s.arg(model.rowName(row).toHtmlEscaped());
        for (const int column : columns) {
            const Cell cell = model.cell(row, column);
            const QString state = cell.isHeld() || cell.pending ? cell.toText() : QString();
            text += u'\t' + state;
            html += u"<td>%1</td>"_s.arg(state.toHtmlEscaped());
        }
        text += u'\n';
        html += u"</tr>"_s;
    }
    html += u"</table>"_s;

    auto *data = new QMimeData;
    data->setText(text);
    data->setHtml(html);
    return data;
}

} // namespace rolewright
