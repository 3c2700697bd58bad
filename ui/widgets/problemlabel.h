// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace rolewright {

// What is wrong with the field above it, as plain text with a sign in front; takes no room while all is well.
class ProblemLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ProblemLabel(QWidget *parent = nullptr);

    void setProblem(const QString &problem); // a sentence; empty: none
};

} // namespace rolewright
