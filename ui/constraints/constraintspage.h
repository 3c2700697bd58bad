// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/entitypage.h"

class QLineEdit;
class QTableView;
class QTabWidget;
class QTreeView;

namespace rolewright {

class CasesModel;
class ConstraintDetails;
class ConstraintGridModel;
class ConstraintsModel;

// Separation of duty: the constraints, which roles belong to each as a grid, and who breaks them, before the
// draft is applied.
class ConstraintsPage : public EntityPage
{
    Q_OBJECT

public:
    explicit ConstraintsPage(Workspace &workspace, QWidget *parent = nullptr);

Q_SIGNALS:
    void userRequested(const QString &user);
    void roleRequested(const QString &role);

protected:
    Change addition(const QString &key) const override;
    std::optional<QString> problemOfKey(const QString &key) const override;
    void showDetails(quint32 id) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    ConstraintsPage(Workspace &workspace, ConstraintsModel *model, QWidget *parent);
    QWidget *makeGrid();
    void fitHeads();
    QWidget *makeCases();
    void showCases();
    void follow(const QModelIndex &cell);

    ConstraintsModel *m_model;
    ConstraintDetails *m_details;
    ConstraintGridModel *m_gridModel;
    QTableView *m_grid;
    CasesModel *m_casesModel;
    QTreeView *m_cases;
    QTabWidget *m_tabs;
};

} // namespace rolewright
