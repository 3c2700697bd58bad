// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include "core/decision/review.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTreeView;

namespace rolewright {

class EffectiveModel;

// What one user holds now and through which roles; found on a worker, newest wins, while it is seen.
class EffectivePane : public QWidget
{
    Q_OBJECT

public:
    explicit EffectivePane(Workspace &workspace, QWidget *parent = nullptr);

    void setUser(UserId user); // also after the policy changed

Q_SIGNALS:
    void activated(const QString &permission); // asked for more about it

protected:
    void showEvent(QShowEvent *event) override;

private:
    void start();
    void updateCount();

    Workspace &m_workspace;
    UserId m_user;
    bool m_stale = false;
    LatestJob<QList<WhatCan>> m_finding;
    EffectiveModel *m_model;
    QLineEdit *m_filter;
    QTreeView *m_view;
    QLabel *m_count;
};

} // namespace rolewright
