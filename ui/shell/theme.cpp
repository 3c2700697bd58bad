// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/theme.h"

#include "ui/shell/appstyle.h"

#include <QApplication>
#include <QFont>

#include <algorithm>

namespace rolewright {

namespace {

QPalette makePalette(bool dark)
{
    struct Colors
    {
        QRgb window, base, alternate, text, disabled, button, highlight, link;
    };
    static constexpr Colors Light{0xfff4f5f7, 0xffffffff, 0xfff8f9fb, 0xff1b1f24,
                                  0xff8a929c, 0xfffbfbfc, 0xff0067a8, 0xff0063a0};
    static constexpr Colors Dark{0xff1f2226, 0xff17191c, 0xff1d2024, 0xffe6e8eb,
                                 0xff7d858f, 0xff363b42, 0xff2f7fc0, 0xff6fb8f0};
    const Colors &c = dark ? Dark : Light;

    QPalette palette(QColor(c.button), QColor(c.window));
    palette.setColor(QPalette::Window, QColor(c.window));
    palette.setColor(QPalette::Base, QColor(c.base));
    palette.setColor(QPalette::AlternateBase, QColor(c.alternate));
    palette.setColor(QPalette::Button, QColor(c.button));
    palette.setColor(QPalette::ToolTipBase, QColor(dark ? 0xff2b2f35 : 0xffffffff));
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, QColor(c.text));
    palette.setColor(QPalette::PlaceholderText, QColor(c.disabled));
    palette.setColor(QPalette::Highlight, QColor(c.highlight));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    // Plain frames and separators.
    palette.setColor(QPalette::Midlight, QColor(dark ? 0xff3a3f46 : 0xffe2e5e9));
    palette.setColor(QPalette::Link, QColor(c.link));
    palette.setColor(QPalette::LinkVisited, QColor(c.link));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(c.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(c.disabled));
    return palette;
}

QColor pick(const QPalette &palette, QRgb light, QRgb dark)
{
    return QColor(isDark(palette) ? dark : light);
}

} // namespace

bool isDark(const QPalette &palette)
{
    const QRgb base = palette.color(QPalette::Base).rgb(); // asked for every colour of every cell
    const auto [low, high] = std::minmax({qRed(base), qGreen(base), qBlue(base)});
    return (low + high) / 2 < 128; // as QColor::lightness(), which converts first
}

void applyTheme(ThemeChoice choice, int zoom)
{
    // What the platform gave us before we set anything: the only thing Qt 6.4 can say about the system's
    // choice.
    static const bool systemIsDark = isDark(QApplication::palette());
    static const qreal systemSize = QApplication::font().pointSizeF();

    QApplication::setStyle(new AppStyle(zoom));
    QApplication::setPalette(
        makePalette(choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemIsDark)));
    QFont font = QApplication::font();
    font.setPointSizeF(std::max(6.0, systemSize * zoom / 100));
    QApplication::setFont(font);
    // The platform may have a font of its own for these, which does not grow.
    QApplication::setFont(font, "QDockWidgetTitle");
}

QColor grantedColor(const QPalette &palette)
{
    return pick(palette, 0xff0072b2, 0xff56b4e9);
}

QColor patternColor(const QPalette &palette)
{
    return pick(palette, 0xff007a5a, 0xff2fc79a);
}

QColor scopedColor(const QPalette &palette)
{
    return pick(palette, 0xffb87400, 0xffe69f00);
}

QColor pendingColor(const QPalette &palette)
{
    return pick(palette, 0xffd55e00, 0xffff8a3c);
}

QColor sensitiveColor(const QPalette &palette)
{
    return pick(palette, 0xffa8427c, 0xffe295c1);
}

QColor mutedText(const QPalette &palette)
{
    return pick(palette, 0xff5b6470, 0xffaeb6c0);
}

QColor fieldBorderColor(const QPalette &palette)
{
    return pick(palette, 0xff7a818a, 0xff6b737d);
}

QColor lineColor(const QPalette &palette)
{
    return pick(palette, 0xffe2e5e9, 0xff34383e);
}

} // namespace rolewright
