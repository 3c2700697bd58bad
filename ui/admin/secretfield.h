// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/guardsession.h"

#include <QLineEdit>

namespace rolewright {

// A field for a password or a code: hidden, not completed or remembered by an input method, taken once.
class SecretField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SecretField(QWidget *parent = nullptr);

    SharedSecret take(); // and empties the field
};

} // namespace rolewright
