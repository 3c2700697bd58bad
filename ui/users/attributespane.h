// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QWidget>

class QPushButton;
class QTreeView;

namespace rolewright {

class AttributesModel;
class ProblemLabel;

// What is known about one user beside the id: names and values, edited in place.
class AttributesPane : public QWidget
{
    Q_OBJECT

public:
    explicit AttributesPane(Workspace &workspace, QWidget *parent = nullptr);

    void setUser(UserId user); // also after the policy changed
    qsizetype count() const;

private:
    void change(const QMap<QString, QString> &attributes);
    void removeSelected();

    Workspace &m_workspace;
    UserId m_user;
    AttributesModel *m_model;
    QTreeView *m_view;
    ProblemLabel *m_problem;
    QPushButton *m_remove;
};

} // namespace rolewright
