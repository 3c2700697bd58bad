// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSplitter>

namespace rolewright {

// Two parts side by side, or one below the other where the room is too narrow for both.
class FoldingSplitter : public QSplitter
{
    Q_OBJECT

public:
    explicit FoldingSplitter(QWidget *parent = nullptr);

    void setShares(const QList<int> &shares); // of the width while they are side by side; not pixels
    // Also folds where the parts would fit, but in less than so many characters they cannot be read. 0 at
    // first.
    void foldBelow(int characters);
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void fold();

    QList<int> m_shares;
    int m_foldBelow = 0;
};

} // namespace rolewright
