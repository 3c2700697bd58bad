// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/fitcolumns.h"

#include <QHeaderView>
#include <QTreeView>

namespace rolewright {

void fitColumns(QTreeView &view)
{
    QHeaderView *header = view.header();
    const int half = view.viewport()->width() / 2;
    for (int column = 0; column + 1 < header->count(); ++column) {
        view.resizeColumnToContents(column);
        if (header->sectionSize(column) > half)
            header->resizeSection(column, half);
    }
}

} // namespace rolewright
