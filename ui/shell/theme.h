// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPalette>

namespace rolewright {

// How the program looks: Fusion with a light or a dark palette, and the colours that mean something
// (Okabe-Ito, so that they stay apart for colour-blind people; a shape or a word always says the same).
enum class ThemeChoice { System, Light, Dark };

// Sets style, palette and font size of the application. `zoom` in percent. May be called again at any time.
void applyTheme(ThemeChoice choice, int zoom);

bool isDark(const QPalette &palette);

// Colours for meanings, for the palette that a widget has.
QColor grantedColor(const QPalette &palette); // blue
QColor patternColor(const QPalette &palette); // green
QColor scopedColor(const QPalette &palette); // orange
QColor pendingColor(const QPalette &palette); // vermillion
QColor sensitiveColor(const QPalette &palette); // purple
QColor mutedText(const QPalette &palette); // readable, but less than text: 4.5 to 1 on the base
QColor fieldBorderColor(const QPalette &palette); // of what one types into: 3 to 1 on the base and the window
QColor lineColor(const QPalette &palette); // between cells and panes

} // namespace rolewright
