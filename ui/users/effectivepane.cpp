// SPDX-License-Identifier: Apache-2.0
#include "ui/users/effectivepane.h"

#include "ui/users/effectivemodel.h"
#include "ui/widgets/searchfield.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTreeView>
#include <QVBoxLayout>

namespace rolewright {

EffectivePane::EffectivePane(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new EffectiveModel(this))
    , m_filter(new SearchField(tr("Filter permissions")))
    , m_view(new QTreeView)
    , m_count(new QLabel)
{
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAccessibleName(tr("Effective permissions"));
    m_view->header()->resizeSection(EffectiveModel::PermissionText, fontMetrics().averageCharWidth() * 36);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_filter);
    column->addWidget(m_view, 1);
    column->addWidget(m_count);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setFilter(text.trimmed());
        updateCount();
    });
    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT activated(index.siblingAtColumn(EffectiveModel::PermissionText).data().toString());
    });
}

void EffectivePane::setUser(UserId user)
{
    if (user != m_user)
        m_model->set({});
    m_user = user;
    m_stale = true;
    if (isVisible())
        start();
}

void EffectivePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        start();
}

void EffectivePane::start()
{
    m_stale = false;
    const User *user = m_workspace.policy().users().find(m_user);
    if (!user || !user->active) {
        m_finding.cancel();
        m_model->set({});
        m_count->setText(user ? tr("Inactive: denied everything that is not public.") : QString());
        return;
    }
    m_finding.start([index = m_workspace.index(),
                     id = m_user](const CancelToken &) { return whatCan(index, id, Instant::now()); },
                    [this](const QList<WhatCan> &held) {
                        m_model->set(held);
                        updateCount();
                    });
}

void EffectivePane::updateCount()
{
    const qsizetype shown = m_model->rowCount();
    m_count->setText(shown == m_model->total()
                         ? tr("Holds %Ln permission(s) now, with all assigned roles.", nullptr, int(shown))
                         : tr("%L1 of %L2 permissions").arg(shown).arg(m_model->total()));
}

} // namespace rolewright
