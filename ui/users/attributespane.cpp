// SPDX-License-Identifier: Apache-2.0
#include "ui/users/attributespane.h"

#include "ui/users/attributesmodel.h"
#include "ui/widgets/problemlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeView>

namespace rolewright {

using namespace Qt::StringLiterals;

AttributesPane::AttributesPane(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new AttributesModel(this))
    , m_view(new QTreeView)
    , m_problem(new ProblemLabel)
    , m_remove(new QPushButton(tr("&Remove")))
{
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAccessibleName(tr("Attributes"));
    m_view->header()->resizeSection(AttributesModel::Key, fontMetrics().averageCharWidth() * 30);
    auto *del = new QAction(this);
    del->setShortcut(QKeySequence::Delete);
    del->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(del);
    auto *row = new QHBoxLayout;
    row->addWidget(m_problem, 1);
    row->addStretch();
    row->addWidget(m_remove);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_view, 1);
    column->addLayout(row);

    connect(del, &QAction::triggered, this, &AttributesPane::removeSelected);
    connect(m_remove, &QPushButton::clicked, this, &AttributesPane::removeSelected);
    connect(m_model, &AttributesModel::refused, m_problem, &ProblemLabel::setProblem);
    // The row is being edited while the model asks: the answer, which resets it, comes after.
    connect(m_model, &AttributesModel::changeRequested, this, &AttributesPane::change, Qt::QueuedConnection);
    const auto update = [this] {
        m_problem->setProblem({});
        m_remove->setEnabled(!m_workspace.isReadOnly()
                             && !m_model->keyAt(m_view->currentIndex().row()).isEmpty());
    };
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, update);
    connect(m_model, &QAbstractItemModel::modelReset, this, update);
    update();
}

void AttributesPane::setUser(UserId user)
{
    m_user = user;
    const QString current = m_model->keyAt(m_view->currentIndex().row());
    const User *entity = m_workspace.policy().users().find(user);
    m_model->set(entity ? entity->attributes : QMap<QString, QString>(), entity && !m_workspace.isReadOnly());
    if (const qsizetype row = m_model->attributes().keys().indexOf(current); row >= 0)
        m_view->setCurrentIndex(m_model->index(int(row), AttributesModel::Value));
}

qsizetype AttributesPane::count() const
{
    return m_model->attributes().size();
}

void AttributesPane::change(const QMap<QString, QString> &attributes)
{
    if (const User *user = m_workspace.policy().users().find(m_user))
        m_workspace.edit(
            tr("Change the attributes of %1").arg(user->id),
            QList<Change>{
                {Change::Verb::Set, Change::Kind::User, user->id, {}, u"attributes"_s, {}, attributes}});
}

void AttributesPane::removeSelected()
{
    QMap<QString, QString> attributes = m_model->attributes();
    if (attributes.remove(m_model->keyAt(m_view->currentIndex().row())) > 0)
        change(attributes);
}

} // namespace rolewright
