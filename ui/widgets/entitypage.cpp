// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/entitypage.h"

#include "ui/filter/filteredit.h"
#include "ui/shell/plaintext.h"
#include "ui/widgets/deletionbar.h"
#include "ui/widgets/foldingsplitter.h"
#include "ui/widgets/namebar.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

EntityPage::EntityPage(Workspace &workspace, Change::Kind kind, PermutedModel *model, const Words &words,
                       QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_kind(kind)
    , m_model(model)
    , m_words(words)
    , m_filter(new FilterEdit(workspace, model->axis(), words.filter))
    , m_view(new QTreeView)
    , m_count(new QLabel)
    , m_nameBar(new NameBar([this](const QString &key) { return problemOfKey(key); }))
    , m_deletionBar(new DeletionBar)
    , m_new(new QAction(tr("&New…"), this))
    , m_clone(new QAction(tr("C&lone…"), this))
    , m_delete(new QAction(tr("&Delete…"), this))
    , m_trail(new QAction(tr("&Audit trail of this"), this))
    , m_actions{m_new, m_delete}
    , m_bars{m_nameBar, m_deletionBar}
{
    if (!m_words.askClone.isEmpty())
        m_actions.insert(1, m_clone);
    m_model->setParent(this);
    m_new->setShortcut(Qt::Key_Insert);
    m_delete->setShortcut(QKeySequence::Delete);
    for (QAction *action : std::as_const(m_actions)) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_view->addAction(action);
    }
    m_view->addAction(m_trail); // in the menu only
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_trail, &QAction::triggered, this, [this] { Q_EMIT trailRequested(m_kind, selectedKey()); });
    connect(m_new, &QAction::triggered, this, &EntityPage::askNew);
    connect(m_clone, &QAction::triggered, this, &EntityPage::startClone);
    connect(m_delete, &QAction::triggered, this, &EntityPage::startDelete);
    connect(m_nameBar, &NameBar::accepted, this, &EntityPage::create);
    connect(m_deletionBar, &DeletionBar::accepted, this, [this](const QList<Change> &deletion) {
        const int count = int(std::count_if(deletion.begin(), deletion.end(), [this](const Change &change) {
            return change.kind == m_kind && change.verb == Change::Verb::Remove;
        }));
        m_workspace.editComplete(
            count == 1 ? m_words.remove.arg(deletion.last().key) : m_words.removeMany(count), deletion);
        m_view->setFocus();
    });
}

void EntityPage::offerComparison()
{
    m_compare = new QAction(tr("Co&mpare…"), this);
    addListAction(m_compare);
    connect(m_compare, &QAction::triggered, this, [this] {
        const QStringList keys = selectedKeys();
        if (keys.size() == 2)
            Q_EMIT comparisonRequested(keys.first(), keys.last());
        else
            Q_EMIT comparisonRequested(selectedKey(), {});
    });
}

void EntityPage::addListAction(QAction *action)
{
    action->setShortcutContext(Qt::WidgetShortcut);
    m_actions.insert(m_actions.size() - 1, action);
    m_view->insertAction(m_delete, action);
}

void EntityPage::addListBar(QWidget *bar)
{
    m_bars.append(bar);
}

void EntityPage::setDetails(QWidget *details, int listShare)
{
    auto *splitter = new FoldingSplitter;
    splitter->addWidget(makeList());
    splitter->addWidget(details);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setShares({listShare, 1000});
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(splitter);
}

void EntityPage::addBelow(QWidget *below)
{
    auto *both = new QSplitter(Qt::Vertical);
    both->addWidget(layout()->takeAt(0)->widget());
    both->addWidget(below);
    both->setChildrenCollapsible(false);
    layout()->addWidget(both);
}

void EntityPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model->setWatched(true);
}

void EntityPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model->setWatched(false);
}

void EntityPage::start()
{
    connect(m_filter, &FilterEdit::found, m_model, &PermutedModel::setFilter);
    connect(m_filter, &FilterEdit::found, this, &EntityPage::followFilter);
    connect(m_filter, &QLineEdit::returnPressed, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (!m_model->isMoving() && current.isValid())
                    setCurrent(m_model->idAt(current.row()));
            });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &EntityPage::updateState);
    connect(m_model, &QAbstractItemModel::modelReset, this, &EntityPage::restoreSelection,
            Qt::QueuedConnection);
    connect(m_model, &QAbstractItemModel::modelReset, this, &EntityPage::fitColumns, Qt::QueuedConnection);
    connect(&m_workspace, &Workspace::changed, this, &EntityPage::restoreSelection);
    connect(&m_workspace, &Workspace::sessionChanged, this, &EntityPage::updateState);
    connect(&m_workspace, &Workspace::storeChanged, this, [this] {
        m_current = RoleId::None;
        m_filter->clear();
        restoreSelection();
    });
    restoreSelection();
}

void EntityPage::select(const QString &key)
{
    const quint32 id = m_model->idOf(key);
    if (id == RoleId::None)
        return;
    if (m_model->rowOf(id) < 0)
        m_filter->clear();
    setCurrent(id);
    restoreSelection();
}

QString EntityPage::selectedKey() const
{
    return m_current == RoleId::None ? QString() : m_model->keyOf(m_current);
}

QStringList EntityPage::selectedKeys() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : m_view->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    QStringList keys;
    for (const int row : std::as_const(rows))
        keys.append(m_model->keyOf(m_model->idAt(row)));
    return keys;
}

QVariantMap EntityPage::place() const
{
    return {{u"filter"_s, m_filter->text()},
            {u"selected"_s, selectedKey()},
            {u"column"_s, m_view->header()->sortIndicatorSection()},
            {u"descending"_s, m_view->header()->sortIndicatorOrder() == Qt::DescendingOrder}};
}

void EntityPage::restore(const QVariantMap &place)
{
    const bool descending = place.value(u"descending"_s).toBool();
    m_view->sortByColumn(std::clamp(place.value(u"column"_s).toInt(), 0, m_model->columnCount() - 1),
                         descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    select(place.value(u"selected"_s).toString());
    m_filter->setText(place.value(u"filter"_s).toString()); // found later, on a worker
}

void EntityPage::setCurrent(quint32 id)
{
    if (id != m_current) {
        m_deleting.cancel();
        m_nameBar->hide();
        m_deletionBar->hide();
    }
    m_current = id;
    showDetails(id);
    updateState();
}

void EntityPage::followFilter()
{
    if (m_current != RoleId::None && m_model->rowOf(m_current) < 0)
        m_current = RoleId::None;
    restoreSelection();
}

// What is shown stays; where it is gone, the list's current row takes its place.
void EntityPage::restoreSelection()
{
    if (m_current != RoleId::None && m_model->keyOf(m_current).isNull())
        m_current = RoleId::None;
    QItemSelectionModel *selection = m_view->selectionModel();
    if (m_current == RoleId::None && m_model->rowCount() > 0)
        m_current = m_model->idAt(std::max(0, selection->currentIndex().row()));
    const int row = m_current == RoleId::None ? -1 : m_model->rowOf(m_current);
    if (row < 0) {
        selection->clearSelection();
    } else if (selection->currentIndex().row() != row || !selection->hasSelection()) {
        const QModelIndex index = m_model->index(row, 0);
        selection->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_view->scrollTo(index);
    }
    setCurrent(m_current);
}

void EntityPage::askNew()
{
    m_source.clear();
    hideBars();
    m_nameBar->open(m_words.askNew, {});
}

void EntityPage::startClone()
{
    m_source = selectedKey();
    hideBars();
    m_nameBar->open(m_words.askClone.arg(m_source), tr("%1 copy").arg(m_source));
}

void EntityPage::startDelete()
{
    hideBars();
    const QStringList keys = selectedKeys();
    if (keys.size() == 1) {
        m_deletionBar->open(m_words.askDelete.arg(keys.first()),
                            deletion(m_workspace.policy(), m_kind, keys.first()));
        return;
    }
    // A pass over the policy for each of them: not for this thread to do.
    QList<Change> removals;
    for (const QString &key : keys)
        removals.append({Change::Verb::Remove, m_kind, key, {}, {}, {}, {}});
    m_deleting.start([policy = m_workspace.policy(),
                      removals](const CancelToken &) { return completed(policy, removals); },
                     [this, count = int(keys.size())](const Result<QList<Change>> &deletion) {
                         m_deletionBar->open(m_words.askDeleteMany(count), deletion);
                     });
}

void EntityPage::hideBars()
{
    m_deleting.cancel();
    for (QWidget *bar : std::as_const(m_bars))
        bar->hide();
}

void EntityPage::create(const QString &key)
{
    const bool done = m_source.isEmpty()
        ? m_workspace.edit(m_words.create.arg(key), QList{addition(key)})
        : m_workspace.edit(m_words.clone.arg(m_source, key),
                           cloning(m_workspace.policy(), m_kind, m_source, key));
    if (!done)
        return;
    m_nameBar->hide();
    select(key);
    m_view->setFocus();
}

void EntityPage::updateState()
{
    const bool editable = !m_workspace.isReadOnly();
    const bool chosen =
        m_current != RoleId::None && m_view->selectionModel() && m_view->selectionModel()->hasSelection();
    const auto allow = [&](QAction *action, bool offered, Change::Verb verb) {
        const QString why = m_workspace.whyNot(toText(m_kind) + u'.' + toText(verb));
        action->setEnabled(editable && offered && why.isEmpty());
        action->setWhatsThis(asPlainText(why)); // its button's tool tip
    };
    m_trail->setEnabled(chosen);
    allow(m_new, true, Change::Verb::Add);
    allow(m_clone, chosen, Change::Verb::Add);
    allow(m_delete, chosen, Change::Verb::Remove);
    if (m_compare)
        m_compare->setEnabled(chosen);
    const qsizetype shown = m_model->rowCount();
    m_count->setText(shown == m_model->total() ? tr("%L1").arg(shown)
                                               : tr("%L1 of %L2").arg(shown).arg(m_model->total()));
    updateListActions();
}

} // namespace rolewright
