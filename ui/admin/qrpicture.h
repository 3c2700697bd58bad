// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/security/qrcode.h"

#include <QWidget>

namespace rolewright {

// A text as a QR code for a telephone to read: dark on white whatever the theme, with the light border that
// it needs, each module a whole number of pixels. Empty where the text is too long for one.
class QrPicture : public QWidget
{
    Q_OBJECT

public:
    explicit QrPicture(QWidget *parent = nullptr);

    void setText(const QString &text);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<QrCode> m_code;
};

} // namespace rolewright
