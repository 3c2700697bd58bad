// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/explain.h"
#include "ui/shell/workspace.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTreeView;

namespace rolewright {

class NameField;
class TestQuestion;
class TestsModel;
class TreeLinesModel;

// One policy test, all of it editable in place, and how it comes out on the draft, explained by a worker.
class TestDetails : public QWidget
{
    Q_OBJECT

public:
    TestDetails(Workspace &workspace, TestsModel &model, QWidget *parent = nullptr);

    void setTest(TestId test); // invalid: none

Q_SIGNALS:
    void questionAsked(const rolewright::Request &request);

private:
    void makeLayout();
    void connectEdits();
    void refresh();
    void offerReasons(const Expectation &expected);
    void expect(const Expectation &expected);
    void showOutcome();

    Workspace &m_workspace;
    TestsModel &m_model;
    TestId m_test;
    QString m_key; // its name
    NameField *m_name;
    QComboBox *m_decision;
    QComboBox *m_reason;
    TestQuestion *m_question;
    QLabel *m_outcome;
    TreeLinesModel *m_lines;
    QTreeView *m_tree;
    LatestJob<Explanation> m_explaining;
};

// Why a test cannot be called so, as a sentence; nothing where it can. `own` is its name already.
std::optional<QString> problemOfTestName(const Policy &policy, const QString &name, const QString &own = {});

} // namespace rolewright
