// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/matrix/namefilter.h"

#include <QLineEdit>

namespace rolewright {

// A field for a NameFilter. An invalid text is marked and explained, and the last valid filter stays in
// effect.
class FilterEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(const QString &placeholder, QWidget *parent = nullptr);

Q_SIGNALS:
    void filterChanged(const rolewright::NameFilter &filter); // valid ones only

protected:
    void keyPressEvent(QKeyEvent *event) override; // Escape clears
    void changeEvent(QEvent *event) override;

private:
    void look();

    QAction *m_problem;
};

} // namespace rolewright
