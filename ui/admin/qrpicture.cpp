// SPDX-License-Identifier: Apache-2.0
#include "ui/admin/qrpicture.h"

#include <QPainter>

namespace rolewright {

namespace {

constexpr int Border = 4; // modules, as ISO/IEC 18004 asks for
constexpr int ModuleMinimum = 4; // pixels

} // namespace

QrPicture::QrPicture(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("QR code"));
    setAccessibleDescription(tr("The same as the text beside it."));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void QrPicture::setText(const QString &text)
{
    m_code = text.isEmpty() ? std::nullopt : qrCodeOf(text);
    updateGeometry();
    update();
}

QSize QrPicture::sizeHint() const
{
    const int side = m_code ? (m_code->size + 2 * Border) * ModuleMinimum : 0;
    return {side, side};
}

void QrPicture::paintEvent(QPaintEvent *)
{
    if (!m_code)
        return;
    const int module = std::max(1, std::min(width(), height()) / (m_code->size + 2 * Border));
    const int whole = module * (m_code->size + 2 * Border);
    QPainter painter(this);
    painter.fillRect(0, 0, whole, whole, Qt::white);
    for (int row = 0; row < m_code->size; ++row) {
        for (int column = 0; column < m_code->size; ++column) {
            if (m_code->isDark(row, column))
                painter.fillRect((column + Border) * module, (row + Border) * module, module, module,
                                 Qt::black);
        }
    }
}

} // namespace rolewright
