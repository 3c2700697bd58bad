// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace rolewright {

// A few lines of description that the policy has. What is typed is taken when the field is left, or on
// Ctrl+Enter; Escape brings back what the policy has.
class DescriptionField : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit DescriptionField(QWidget *parent = nullptr);

    // Replaces what is typed only where that differs from before.
    void setSaved(const QString &saved);
    QSize sizeHint() const override;

Q_SIGNALS:
    void changed(const QString &text); // in NFC

protected:
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void commit();

    QString m_saved;
};

} // namespace rolewright
