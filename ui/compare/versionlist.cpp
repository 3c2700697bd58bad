// SPDX-License-Identifier: Apache-2.0
#include "ui/compare/versionlist.h"

#include "ui/compare/versionsmodel.h"
#include "ui/widgets/elidedname.h"

#include <QHeaderView>
#include <QScopedValueRollback>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

VersionList::VersionList(Workspace &workspace, QWidget *parent)
    : QTreeView(parent)
    , m_workspace(workspace)
    , m_model(new VersionsModel(this))
{
    setModel(m_model);
    setAccessibleName(tr("Versions"));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setMinimumHeight(fontMetrics().height() * 7);
    setItemDelegate(new NameDelegate(this));
    setToolTip(tr("One is compared with the version before it, two with each other."));
    const auto widthOf = [this](const QString &text) {
        return fontMetrics().horizontalAdvance(text + u"000"_s);
    };
    header()->resizeSection(VersionsModel::Version, widthOf(tr("Version")));
    header()->resizeSection(VersionsModel::When, widthOf(u"0000-00-00 00:00:00 UTC"_s));
    header()->resizeSection(VersionsModel::Who, fontMetrics().averageCharWidth() * 14);
    header()->resizeSection(VersionsModel::Changes, widthOf(tr("Changes")));
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &VersionList::choose);
    connect(&workspace, &Workspace::baseChanged, this, &VersionList::refresh);
    connect(&workspace, &Workspace::storeChanged, this, [this] {
        m_marked = false;
        m_model->set({});
        refresh();
    });
}

void VersionList::showEvent(QShowEvent *event)
{
    QTreeView::showEvent(event);
    if (m_stale)
        refresh();
}

void VersionList::refresh()
{
    ++m_run;
    m_stale = !isVisible();
    if (m_stale || !m_workspace.isOpen())
        return;
    if (!m_workspace.service().traits().versioned) {
        take({});
        return;
    }
    m_workspace.service().history(this, [this, run = m_run](const Result<QList<VersionInfo>> &history) {
        if (run != m_run)
            return;
        if (history)
            take(*history);
        else
            m_workspace.show(toMessage(history.error()));
    });
}

// What is selected stays selected; the newest follows where that was the newest.
void VersionList::take(const QList<VersionInfo> &versions)
{
    QList<qint64> selected;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        selected.append(m_model->versionAt(index.row()));
    const bool follows = selected.size() == 1 && m_model->rowOf(selected.first()) == 0;
    {
        const QScopedValueRollback marking(m_marking, true);
        m_model->set(versions);
        if (!follows && !selected.isEmpty()) {
            const auto [low, high] = std::minmax_element(selected.begin(), selected.end());
            mark(selected.size() == 1 ? *low - 1 : *low, *high);
        }
    }
    if (m_model->rowCount() > 0 && (follows || !m_marked))
        setCurrentIndex(m_model->index(0, 0));
}

void VersionList::mark(qint64 before, qint64 after)
{
    const QScopedValueRollback marking(m_marking, true);
    m_marked = true;
    selectionModel()->clearSelection();
    const auto select = [this](qint64 version, QItemSelectionModel::SelectionFlags flags) {
        if (const int row = m_model->rowOf(version); row >= 0)
            selectionModel()->setCurrentIndex(m_model->index(row, 0), flags | QItemSelectionModel::Rows);
    };
    select(after, QItemSelectionModel::ClearAndSelect);
    if (after != before + 1)
        select(before, QItemSelectionModel::Select);
}

void VersionList::unmark()
{
    const QScopedValueRollback marking(m_marking, true);
    m_marked = true;
    selectionModel()->clearSelection();
}

void VersionList::choose()
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    if (m_marking || rows.isEmpty())
        return;
    qint64 low = m_model->versionAt(rows.first().row());
    qint64 high = low;
    for (const QModelIndex &index : rows) {
        low = std::min(low, m_model->versionAt(index.row()));
        high = std::max(high, m_model->versionAt(index.row()));
    }
    Q_EMIT chosen(low == high ? std::max<qint64>(0, low - 1) : low, high);
}

} // namespace rolewright
