// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/problemlabel.h"

namespace rolewright {

using namespace Qt::StringLiterals;

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
    setText(problem.isEmpty() ? QString() : u"⚠ "_s + problem);
    setVisible(!problem.isEmpty());
}

} // namespace rolewright
