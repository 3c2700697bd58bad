// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QEvent>
#include <QLayout>

namespace rolewright {

// Grows where a sentence that comes up in it needs the room; by itself a dialog would cut it.
class GrowingDialog : public QDialog
{
public:
    using QDialog::QDialog;

protected:
    bool event(QEvent *event) override
    {
        const bool taken = QDialog::event(event);
        if (event->type() == QEvent::LayoutRequest && layout()
            && layout()->totalHeightForWidth(width()) > height())
            resize(width(), layout()->totalHeightForWidth(width()));
        return taken;
    }
};

} // namespace rolewright
