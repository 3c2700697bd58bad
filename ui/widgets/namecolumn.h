// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QTreeView;

namespace rolewright {

// The column of a list that has its names, beside columns that are as wide as what they show. It takes the room that
// these leave, and never less than its names need, up to three fifths of the list, which scrolls sideways then.
class NameColumn : public QObject
{
    Q_OBJECT

public:
    NameColumn(QTreeView *view, int column); // of a view with a model, which owns it

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QTreeView *m_view;
    int m_column;
};

} // namespace rolewright
