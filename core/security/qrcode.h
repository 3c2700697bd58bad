// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace rolewright {

// A QR code as a square of modules, without the four light ones that belong around it. Pure; any thread.
struct QrCode
{
    int size = 0; // modules a side
    std::vector<bool> dark; // row by row

    bool isDark(int row, int column) const { return dark[size_t(row) * size_t(size) + size_t(column)]; }
};
// Nothing where the text is too long for one (some 2,300 bytes).
std::optional<QrCode> qrCodeOf(const QString &text);

} // namespace rolewright
