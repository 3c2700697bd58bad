// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/matrix/cellpainter.h"

#include <QWidget>

#include <optional>

class QToolButton;

namespace rolewright {

// What the shapes of the cells mean that can occur in the matrix shown. Folds to one line, by itself where it
// would take more than two from the matrix, or as somebody has chosen.
class Legend : public QWidget
{
    Q_OBJECT

public:
    explicit Legend(QWidget *parent = nullptr);

    void show(const QList<LegendEntry> &entries);
    std::optional<bool> chosenFolded() const { return m_chosen; } // nothing while nobody chose
    void chooseFolded(std::optional<bool> folded);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int side() const;
    int lineHeight() const;
    bool isFolded(int width) const;
    template <class Visit>
    int layOut(int width, Visit visit) const;
    void placeToggle();

    QList<LegendEntry> m_entries;
    std::optional<bool> m_chosen;
    QToolButton *m_toggle; // at the end of the first line, where one is not enough
    CellPainter m_painter;
};

} // namespace rolewright
