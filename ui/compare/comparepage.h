// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/takeover.h"
#include "ui/compare/comparemodel.h"
#include "ui/shell/workspace.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeView;

namespace rolewright {

class CompletionField;

// Two roles or two users side by side, and what one has taken over into the draft for the other, as one step.
class ComparePage : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Roles, Users };

    explicit ComparePage(Workspace &workspace, QWidget *parent = nullptr);

    // An empty right side waits to be named.
    void compare(Kind kind, const QString &left, const QString &right);

private:
    QLayout *makeHead();
    QLayout *makeFoot();
    Kind kind() const;
    void start();
    void present(const QList<ComparedThing> &things);
    void swap();
    void updateState();
    void takeOver(bool toLeft, bool all);
    void finish(const QString &to, const QString &from, const TakeOver &over);
    QList<ComparedThing> chosen(bool all) const;

    Workspace &m_workspace;
    CompareModel *m_model;
    QComboBox *m_kind;
    CompletionField *m_left;
    CompletionField *m_right;
    QComboBox *m_shown;
    QTreeView *m_view;
    QLabel *m_state; // what is wrong, or how much there is
    QPushButton *m_toLeft;
    QPushButton *m_toRight;
    QPushButton *m_allToLeft;
    QPushButton *m_allToRight;
    LatestJob<QList<ComparedThing>> m_comparing;
    LatestJob<TakeOver> m_takingOver; // stale when the draft changes
};

} // namespace rolewright
