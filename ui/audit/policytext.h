// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace rolewright {

// A policy as it was at some version, to read, search and copy, in a window of its own that deletes itself
// when closed.
class PolicyText : public QWidget
{
    Q_OBJECT

public:
    // `document` is the policy document.
    PolicyText(const QString &title, const QByteArray &document, QWidget *parent);
};

} // namespace rolewright
