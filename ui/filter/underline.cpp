// SPDX-License-Identifier: Apache-2.0
#include "ui/filter/underline.h"

#include "ui/shell/theme.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QTextCharFormat>

#include <algorithm>

namespace rolewright {

// A line edit takes formats for its text only from an input method.
void underline(QLineEdit &field, const QList<Underline> &places)
{
    const qsizetype size = field.text().size();
    QList<QInputMethodEvent::Attribute> attributes;
    for (const Underline &each : places) {
        const qsizetype first = std::min(each.place, std::max<qsizetype>(0, size - 1));
        QTextCharFormat format;
        format.setUnderlineStyle(each.isError ? QTextCharFormat::WaveUnderline : QTextCharFormat::DotLine);
        format.setUnderlineColor(each.isError ? pendingColor(field.palette())
                                              : field.palette().color(QPalette::Text));
        attributes.append({QInputMethodEvent::TextFormat, int(first) - field.cursorPosition(),
                           int(std::min(each.length, size - first)), format});
    }
    QInputMethodEvent event({}, attributes);
    QCoreApplication::sendEvent(&field, &event);
}

} // namespace rolewright
