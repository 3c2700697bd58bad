// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextEdit>

namespace rolewright {

// A sentence that can be selected and copied, on as many lines as it needs, broken within a name that is
// wider than the label: a QLabel would be as wide as its longest word. Plain text.
class WrappingLabel : public QTextEdit
{
    Q_OBJECT

public:
    explicit WrappingLabel(QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return toPlainText(); }

    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
};

} // namespace rolewright
