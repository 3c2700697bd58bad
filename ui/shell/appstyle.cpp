// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/appstyle.h"

#include "ui/shell/theme.h"

#include <QStyleOptionComplex>
#include <QWidget>

namespace rolewright {

using namespace Qt::StringLiterals;

AppStyle::AppStyle(int zoom)
    : QProxyStyle(u"Fusion"_s)
    , m_zoom(zoom)
{
}

// Fusion takes its borders from the colour of the window, which fields have no other use for.
const QPalette &AppStyle::bordered(const QPalette &palette) const
{
    constexpr int FusionDarkens = 140; // percent
    if (m_key != palette.cacheKey()) {
        m_key = palette.cacheKey();
        m_bordered = palette;
        m_bordered.setColor(QPalette::Window, fieldBorderColor(palette).lighter(FusionDarkens));
    }
    return m_bordered;
}

// Fusion makes the panes of tabs much lighter than the window, where that is dark.
QPalette AppStyle::paned(const QPalette &palette)
{
    constexpr int Darkened = 118; // percent; Fusion lightens dark colours by some 129
    QPalette own = palette;
    const QColor window = palette.color(QPalette::Window);
    if (window.lightness() < 128)
        own.setColor(QPalette::Button, window.darker(Darkened));
    return own;
}

void AppStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                           const QWidget *widget) const
{
    if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option); tab && element == CE_TabBarTabShape) {
        QStyleOptionTab own = *tab;
        own.palette = paned(tab->palette);
        QProxyStyle::drawControl(element, &own, painter, widget);
    } else {
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void AppStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    const bool isText = element == PE_Frame && widget
        && (widget->inherits("QPlainTextEdit") || widget->inherits("QTextEdit"));
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (frame && (isText || element == PE_FrameLineEdit)) {
        QStyleOptionFrame own = *frame;
        own.palette = bordered(frame->palette);
        QProxyStyle::drawPrimitive(element, &own, painter, widget);
    } else if (element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton) {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        QStyleOptionButton own = button ? *button : QStyleOptionButton();
        if (!button)
            static_cast<QStyleOption &>(own) = *option;
        own.palette = bordered(option->palette);
        QProxyStyle::drawPrimitive(element, &own, painter, widget);
    } else if (const auto *pane = qstyleoption_cast<const QStyleOptionTabWidgetFrame *>(option);
               pane && element == PE_FrameTabWidget) {
        QStyleOptionTabWidgetFrame own = *pane;
        own.palette = paned(pane->palette);
        QProxyStyle::drawPrimitive(element, &own, painter, widget);
    } else {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void AppStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                  QPainter *painter, const QWidget *widget) const
{
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        spin && control == CC_SpinBox) {
        QStyleOptionSpinBox own = *spin;
        own.palette = bordered(spin->palette);
        QProxyStyle::drawComplexControl(control, &own, painter, widget);
    } else if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
               box && control == CC_ComboBox) {
        QStyleOptionComboBox own = *box;
        own.palette = bordered(box->palette);
        QProxyStyle::drawComplexControl(control, &own, painter, widget);
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

int AppStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const int plain = QProxyStyle::pixelMetric(metric, option, widget);
    switch (metric) {
    // A number at the right of its column stands apart from the text of the next one, and heads above their
    // cells.
    case PM_HeaderMargin:
        return plain + 2 * m_zoom / 100;
    case PM_FocusFrameHMargin:
        return plain + 1 * m_zoom / 100;
    // The other icons take after the small one.
    case PM_SmallIconSize:
    case PM_LargeIconSize:
    case PM_TabCloseIndicatorWidth:
    case PM_TabCloseIndicatorHeight:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return plain * m_zoom / 100;
    default:
        return plain;
    }
}

QSize AppStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                 const QWidget *widget) const
{
    QSize made = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_MenuBarItem && option) {
        QStyleOptionFrame field;
        field.initFrom(widget);
        field.lineWidth = pixelMetric(PM_DefaultFrameWidth, &field, widget);
        const QSize text(0, std::max(option->fontMetrics.height(), 14) + 2);
        made.setHeight(std::max(made.height(),
                                proxy()->sizeFromContents(CT_LineEdit, &field, text, widget).height() + 4));
    }
    return made;
}

} // namespace rolewright
