// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/matrix/cellpainter.h"

#include <QWidget>

namespace rolewright {

// What the shapes of the cells mean that can occur in the matrix shown, in as many lines as it needs.
class Legend : public QWidget
{
    Q_OBJECT

public:
    explicit Legend(QWidget *parent = nullptr);

    void show(const QList<LegendEntry> &entries);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int side() const;
    template <class Visit>
    int layOut(int width, Visit visit) const;

    QList<LegendEntry> m_entries;
    CellPainter m_painter;
};

} // namespace rolewright
