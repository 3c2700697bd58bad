// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/matrixcopy.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 CellMaximum = 200'000;

QList<int> columnsIn(const QItemSelection &cells)
{
    QSet<int> set;
    for (const QItemSelectionRange &range : cells) {
        for (int column = range.left(); column <= range.right(); ++column)
            set.insert(column);
    }
    QList<int> list(set.begin(), set.end());
    std::sort(list.begin(), list.end());
    return list;
}

} // namespace

QMimeData *copyOf(const MatrixModel &model, const QItemSelection &cells)
{
    const QList<int> lines = model.linesIn(cells);
    const QList<int> columns = columnsIn(cells);
    if (lines.size() * columns.size() > CellMaximum)
        return nullptr;

    // Names have neither tabs nor line feeds (semantics.md, section 1); one that begins with a quotation mark
    // would be read as quoted.
    const auto field = [](const QString &name) {
        return name.contains(u'"') ? u'"' + QString(name).replace(u'"', u"\"\""_s) + u'"' : name;
    };
    QString text;
    QString html = u"<table><tr><th></th>"_s;
    for (const int column : columns) {
        text += u'\t' + field(model.columnName(column));
        html += u"<th>%1</th>"_s.arg(model.columnName(column).toHtmlEscaped());
    }
    text += u'\n';
    html += u"</tr>"_s;
    for (const int line : lines) {
        text += field(model.lineName(line));
        html += u"<tr><th>%1</th>"_s.arg(model.lineName(line).toHtmlEscaped());
        for (const int column : columns) {
            const QString state = model.copyText(line, column);
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
