// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/problemlabel.h"

namespace rolewright {

ProblemLabel::ProblemLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    hide();
}

void ProblemLabel::setProblem(const QString &problem)
{
    setText(problem.isEmpty() ? QString() : QChar(0x26a0) + QChar(u' ') + problem);
    setVisible(!problem.isEmpty());
}

} // namespace rolewright
