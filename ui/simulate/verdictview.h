// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <optional>

class QLabel;

namespace rolewright {

// ALLOWED or DENIED, large: a shape, a word, the reason in few words, and a sentence. Below it, where the
// draft changes the answer, what it is now.
class VerdictView : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictView(QWidget *parent = nullptr);

    // `detail` and `comparison` may be empty.
    void setVerdict(bool allowed, const QString &reason, const QString &detail, const QString &comparison);
    void setHint(const QString &hint); // no verdict: what is missing
    QString text() const; // all of it, a line each

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateIcon();

    std::optional<bool> m_allowed;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_detail;
    QLabel *m_comparison;
};

} // namespace rolewright
