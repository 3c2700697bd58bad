// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/matrix/cellpainter.h"

#include <QWidget>

namespace rolewright {

// What the shapes of the cells mean, in one line.
class Legend : public QWidget
{
    Q_OBJECT

public:
    explicit Legend(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    CellPainter m_painter;
};

} // namespace rolewright
