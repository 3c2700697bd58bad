// SPDX-License-Identifier: Apache-2.0
// Copying from a MatrixView, and what of it is pasted where.
#include "ui/matrix/matrixcopy.h"
#include "ui/matrix/matrixview.h"

#include <QApplication>
#include <QClipboard>

namespace rolewright {

void MatrixView::copy()
{
    if (QMimeData *copied = copyOf(m_model, target()))
        QApplication::clipboard()->setMimeData(copied);
    else
        m_model.workspace().show({Message::Kind::Warning,
                                  tr("Too many cells to copy. Select fewer, or export the policy."),
                                  {},
                                  {}});
}

void MatrixView::paste()
{
    const std::optional<Change::Kind> kind = m_model.cellKind();
    const QModelIndex current = currentIndex();
    if (!kind || !current.isValid()) {
        m_model.workspace().show({Message::Kind::Information,
                                  tr("Nothing can be pasted here: what these cells say follows from others."),
                                  {},
                                  {}});
        return;
    }
    PasteTarget target{*kind, {}, {}, {}, {}};
    const QItemSelection chosen = this->target();
    int top = current.row();
    int left = current.column();
    QSet<int> columns;
    for (const QItemSelectionRange &range : chosen) {
        top = std::min(top, range.top());
        left = std::min(left, range.left());
        for (int column = range.left(); column <= range.right(); ++column)
            columns.insert(column);
    }
    for (int row = top; row < m_model.rowCount(); ++row) {
        if (!m_model.isGroup(row))
            target.rows.append(m_model.rowName(row));
    }
    for (int column = left; column < m_model.columnCount(); ++column) {
        target.columns.append(m_model.columnName(column));
        if (columns.contains(column))
            target.chosenColumns.append(m_model.columnName(column));
    }
    for (const int line : m_model.linesIn(chosen))
        target.chosenRows.append(m_model.lineName(line));
    Q_EMIT pasteRequested(QApplication::clipboard()->text(), target);
}

} // namespace rolewright
