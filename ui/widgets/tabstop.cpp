// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/tabstop.h"

#include <QWidget>

namespace rolewright {

QWidget *tabStop(const QWidget &window, bool next)
{
    const QWidget *from = window.focusWidget() ? window.focusWidget() : &window;
    const auto step = [next](const QWidget *at) {
        return next ? at->nextInFocusChain() : at->previousInFocusChain();
    };
    for (QWidget *stop = step(from); stop && stop != from; stop = step(stop)) {
        if ((stop->focusPolicy() & Qt::TabFocus) && !stop->focusProxy() && !stop->isWindow()
            && stop->window() == &window && stop->isVisibleTo(&window) && stop->isEnabled())
            return stop;
    }
    return nullptr;
}

} // namespace rolewright
