// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <functional>
#include <optional>

class QLineEdit;

namespace rolewright {

class ProblemLabel;

// A line for a name or value that the policy has. What is typed is taken on Enter or when the field is left;
// what is refused stays as it was typed, with the reason below it, until Escape brings back what the policy
// has.
class NameField : public QWidget
{
    Q_OBJECT

public:
    // What is wrong with a text, as a sentence, or nothing.
    using Rule = std::function<std::optional<QString>(const QString &text)>;

    explicit NameField(Rule rule, QWidget *parent = nullptr);

    QLineEdit *edit() const { return m_edit; }
    QString text() const; // in NFC
    // What the policy has now; replaces what is typed only where that differs from before.
    void setSaved(const QString &saved);
    void clear(); // for a new name
    bool check(); // shows the problem, if any
    void setProblem(const QString &problem);

Q_SIGNALS:
    void accepted(const QString &text); // Enter, with a text that obeys the rule; also where it is not new
    void changed(const QString &text); // the same or the field was left, where it is new

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void commit();

    Rule m_rule;
    QLineEdit *m_edit;
    ProblemLabel *m_problem;
    QString m_saved;
};

} // namespace rolewright
