// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace rolewright {

// Whose Ctrl+Z it is: the text field's that has the focus, as long as there is something to take back in it
// (the same for redo); otherwise the window's, which by itself would never get the key while a field has the
// focus.
class FieldUndo : public QObject
{
    Q_OBJECT

public:
    explicit FieldUndo(QObject *parent); // filters the application's events

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace rolewright
