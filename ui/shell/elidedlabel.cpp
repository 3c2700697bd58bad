// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/elidedlabel.h"

#include "ui/shell/plaintext.h"
#include "ui/shell/theme.h"

#include <QPainter>

namespace rolewright {

ElidedLabel::ElidedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void ElidedLabel::setFullText(const QString &text)
{
    setText(text);
    setToolTip(asPlainText(text));
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {0, fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(foregroundRole() == QPalette::PlaceholderText ? mutedText(palette())
                                                                 : palette().color(foregroundRole()));
    painter.drawText(contentsRect(), int(alignment()) | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()));
}

} // namespace rolewright
