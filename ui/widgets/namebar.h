// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/namefield.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace rolewright {

// Asks for one new name in place: a line with what it is for, the field, Create and Cancel (Escape). Hidden
// until opened.
class NameBar : public QFrame
{
    Q_OBJECT

public:
    explicit NameBar(NameField::Rule rule, QWidget *parent = nullptr);

    void open(const QString &question, const QString &suggestion);

Q_SIGNALS:
    void accepted(const QString &name); // obeys the rule; the bar stays until it is hidden

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLabel *m_question;
    NameField *m_field;
};

} // namespace rolewright
