// SPDX-License-Identifier: Apache-2.0
#include "core/security/qrcode.h"

#include <qrencode.h>

#include <memory>

namespace rolewright {

std::optional<QrCode> qrCodeOf(const QString &text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> made(
        QRcode_encodeString(text.toUtf8().constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    if (!made)
        return {};
    QrCode code{made->width, {}};
    for (int i = 0; i < made->width * made->width; ++i)
        code.dark.push_back((made->data[i] & 1) != 0);
    return code;
}

} // namespace rolewright
