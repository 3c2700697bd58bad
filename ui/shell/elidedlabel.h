// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace rolewright {

// One line of plain text that shortens itself to the room there is; the tool tip has all of it. Muted where
// its foreground role is that of place holders.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setFullText(const QString &text);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace rolewright
