// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/wrappinglabel.h"

#include <QtMath>

#include <memory>

namespace rolewright {

WrappingLabel::WrappingLabel(QWidget *parent)
    : QTextEdit(parent)
{
    setAcceptRichText(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFocusPolicy(Qt::ClickFocus);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WrappingLabel::setText(const QString &text)
{
    if (text == toPlainText())
        return; // what is selected stays
    setPlainText(text);
    updateGeometry();
}

int WrappingLabel::heightForWidth(int width) const
{
    const std::unique_ptr<QTextDocument> measured(document()->clone());
    measured->setTextWidth(width);
    return qCeil(measured->size().height());
}

QSize WrappingLabel::sizeHint() const
{
    constexpr int Characters = 40;
    const int width = qMin(qCeil(document()->idealWidth()), Characters * fontMetrics().averageCharWidth());
    return {width, heightForWidth(width)};
}

QSize WrappingLabel::minimumSizeHint() const
{
    constexpr int Characters = 8;
    return {Characters * fontMetrics().averageCharWidth(), fontMetrics().height()};
}

} // namespace rolewright
