// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <optional>

class QLabel;
class QToolButton;

namespace rolewright {

class WrappingLabel;

// ALLOWED or DENIED, large: a shape, a word, the reason in few words, and a sentence. Below it, where another
// policy answers otherwise, what that says; which policy answers; and when the answer turns.
class VerdictView : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictView(QWidget *parent = nullptr);

    // `detail` and `comparison` may be empty.
    void setVerdict(bool allowed, const QString &reason, const QString &detail, const QString &comparison);
    void setPolicy(const QString &sentence); // that says which one answers
    void setTurn(const QString &sentence, bool turns); // whether there is a moment to go to
    void setHint(const QString &hint); // no verdict: what is missing
    QString text() const; // all of it, a line each

Q_SIGNALS:
    void turnAsked(); // ask at that moment

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateIcon();

    std::optional<bool> m_allowed;
    QLabel *m_icon;
    WrappingLabel *m_title;
    WrappingLabel *m_detail;
    WrappingLabel *m_comparison;
    WrappingLabel *m_policy;
    QWidget *m_turnRow;
    WrappingLabel *m_turn;
    QToolButton *m_then;
};

} // namespace rolewright
