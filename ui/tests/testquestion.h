// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTabWidget;

namespace rolewright {

class ProblemLabel;
class ProblemText;
class QuestionForm;

// What a policy test asks, as a form and as the policy document writes it; both show the same. Read as one
// types; taken on Ctrl+Enter or Take over while nothing is wrong with it. What is typed stays until what the
// policy has differs from before.
class TestQuestion : public QWidget
{
    Q_OBJECT

public:
    explicit TestQuestion(Workspace &workspace, QWidget *parent = nullptr);

    void setTest(TestId test); // also after the policy changed; invalid: none

Q_SIGNALS:
    void questionAsked(const rolewright::Request &request); // what is typed, where nothing is wrong with it

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeLayout();
    void bringBack();
    void readForm();
    void readText();
    void take();
    void updateState();

    Workspace &m_workspace;
    TestId m_test;
    QString m_saved; // canonical, on one line
    QString m_typed; // the same of what is typed; empty while something is wrong with it
    QTabWidget *m_tabs;
    QuestionForm *m_form;
    QLabel *m_hint; // why the form cannot show what is typed
    ProblemLabel *m_missing;
    ProblemText *m_text;
    QPushButton *m_take;
    QPushButton *m_back;
    QPushButton *m_ask;
    bool m_following = false; // one of the two shows what was typed in the other
};

} // namespace rolewright
