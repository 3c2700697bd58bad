// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/checklist.h"

#include <QSignalBlocker>

namespace rolewright {

CheckList::CheckList(QWidget *parent)
    : QListWidget(parent)
{
    setUniformItemSizes(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    connect(this, &QListWidget::itemChanged, this, &CheckList::checkedChanged);
}

void CheckList::setNames(const QStringList &names)
{
    QStringList present;
    for (int row = 0; row < count(); ++row)
        present.append(item(row)->text());
    if (present == names)
        return;
    const QStringList checked = checkedNames();
    const QSignalBlocker blocker(this);
    clear();
    addItems(names);
    setCheckedNames(checked);
    updateGeometry();
}

QStringList CheckList::checkedNames() const
{
    QStringList names;
    for (int row = 0; row < count(); ++row) {
        if (item(row)->checkState() == Qt::Checked)
            names.append(item(row)->text());
    }
    return names;
}

void CheckList::setCheckedNames(const QStringList &names)
{
    const QSignalBlocker blocker(this);
    for (int row = 0; row < count(); ++row)
        item(row)->setCheckState(names.contains(item(row)->text()) ? Qt::Checked : Qt::Unchecked);
}

QSize CheckList::sizeHint() const
{
    constexpr int ShownLines = 5;
    const int line = count() > 0 ? sizeHintForRow(0) : fontMetrics().height();
    return {120, line * std::clamp(count(), 1, ShownLines) + 2 * frameWidth()};
}

QSize CheckList::minimumSizeHint() const
{
    return sizeHint();
}

} // namespace rolewright
