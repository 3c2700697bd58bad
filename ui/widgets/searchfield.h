// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

namespace rolewright {

// A line whose words narrow a list, with a button that clears it; Escape does, too, as in every filter.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace rolewright
