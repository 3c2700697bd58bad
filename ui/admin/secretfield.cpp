// SPDX-License-Identifier: Apache-2.0
#include "ui/admin/secretfield.h"

namespace rolewright {

SecretField::SecretField(QWidget *parent)
    : QLineEdit(parent)
{
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                        | Qt::ImhNoAutoUppercase);
}

SharedSecret SecretField::take()
{
    QByteArray bytes = text().toUtf8();
    auto secret = std::make_shared<const Secret>(Secret::taking(bytes));
    clear();
    return secret;
}

} // namespace rolewright
