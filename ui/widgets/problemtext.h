// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QWidget>

class QListView;
class QPlainTextEdit;
class QStringListModel;

namespace rolewright {

// Some lines of text with what is wrong with them: underlined where it stands, and in a list below, from
// which one goes there. Keeps whatever is typed.
class ProblemText : public QWidget
{
    Q_OBJECT

public:
    struct Problem
    {
        int line = 0; // 0 is the first; also where it is past the end
        int column = 0; // in UTF-16 units; from there to the end of the line
        QString message; // a sentence
    };
    static constexpr qsizetype ShownMaximum = 1000;

    explicit ProblemText(const QString &name, QWidget *parent = nullptr); // what a screen reader calls it

    QPlainTextEdit *edit() const { return m_edit; }
    void setProblems(const QList<Problem> &problems); // in order
    void setFindings(const Error &error); // its findings at their lines and columns, else its message
    bool hasProblems() const { return !m_problems.isEmpty(); }

private:
    void mark();
    void goTo(int row);

    QPlainTextEdit *m_edit;
    QStringListModel *m_lines;
    QListView *m_view;
    QList<Problem> m_problems;
};

} // namespace rolewright
