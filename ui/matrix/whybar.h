// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/matrix/matrixview.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QTreeView;

namespace rolewright {

class TreeLinesModel;

// Why the current cell of a matrix is as it is, below the matrix. Follows the current cell and the draft while
// it is open; F1 closes it again.
class WhyBar : public QFrame
{
    Q_OBJECT

public:
    explicit WhyBar(QWidget *parent = nullptr);

    void open(MatrixView &view, const QString &note = {}); // a sentence below the lines
    QString text() const; // title and lines, as read

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void look();
    void leave();

    QPointer<MatrixView> m_view;
    QLabel *m_title;
    TreeLinesModel *m_lines;
    QTreeView *m_tree;
    QLabel *m_note;
    QList<QMetaObject::Connection> m_following;
};

} // namespace rolewright
