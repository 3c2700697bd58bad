// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPalette>
#include <QProxyStyle>

#include <optional>

namespace rolewright {

// Fusion, with what it does not do: borders of input fields that stand out at 3 to 1 in both themes
// (WCAG 1.4.11), icons and marks that grow with the font, panes of tabs that belong to a dark window, and menu titles as
// tall as the search field beside them.
class AppStyle : public QProxyStyle
{
    Q_OBJECT

public:
    explicit AppStyle(int zoom); // percent

    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;

private:
    static QPalette paned(const QPalette &palette);
    const QPalette &bordered(const QPalette &palette) const;

    int m_zoom;
    mutable qint64 m_key =
        0; // of the palette that m_bordered was made of: a new one each time defeats Fusion's cache
    mutable QPalette m_bordered;
};

} // namespace rolewright
