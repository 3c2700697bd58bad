// SPDX-License-Identifier: Apache-2.0
#include "ui/changes/netchangespane.h"

#include "ui/changes/takeback.h"
#include "ui/widgets/changetext.h"
#include "ui/widgets/searchfield.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ExpandedMaximum = 1000; // more changes are only grouped, by a worker

} // namespace

NetChangesPane::NetChangesPane(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_changes(new ChangesModel(this))
    , m_title(new QLabel)
    , m_filter(new SearchField(tr("Filter changes")))
    , m_view(new QTreeView)
    , m_takeBack(new QPushButton(tr("Ta&ke back the selected")))
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_filter->setObjectName(u"filter"_s); // Ctrl+F finds it
    m_view->setModel(m_changes);
    m_view->setHeaderHidden(true);
    m_view->setUniformRowHeights(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setAccessibleName(tr("What changes"));
    m_takeBack->setToolTip(tr("As if it had never been changed. Can be undone."));
    auto *del = new QAction(this);
    del->setShortcut(QKeySequence::Delete);
    del->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(del);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_filter);
    column->addWidget(m_view);
    column->addWidget(m_takeBack, 0, Qt::AlignLeft);

    connect(m_filter, &QLineEdit::textChanged, this, &NetChangesPane::refresh);
    connect(del, &QAction::triggered, this, &NetChangesPane::takeBack);
    connect(m_takeBack, &QPushButton::clicked, this, &NetChangesPane::takeBack);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &NetChangesPane::updateState);
}

void NetChangesPane::refresh()
{
    if (!m_workspace.hasCurrentNet())
        return;
    const QList<Change> &changes = m_workspace.netChanges();
    const QStringList words = m_filter->text().simplified().split(u' ', Qt::SkipEmptyParts);
    if (changes.size() <= ExpandedMaximum) {
        m_grouping.cancel();
        show(changes, ChangesModel::grouped(changes, words));
        return;
    }
    m_grouping.start([changes, words](const CancelToken &) { return ChangesModel::grouped(changes, words); },
                     [this, changes](const QList<ChangesModel::Group> &groups) { show(changes, groups); });
}

void NetChangesPane::show(const QList<Change> &changes, const QList<ChangesModel::Group> &groups)
{
    m_changes->set(changes, groups);
    if (changes.size() <= ExpandedMaximum)
        m_view->expandAll();
    Q_EMIT shown();
    qsizetype count = 0;
    for (const ChangesModel::Group &group : groups)
        count += group.positions.size();
    QString title = tr("Nothing is changed.");
    if (count < changes.size())
        title = count == 0 ? tr("None of the %Ln change(s) matches the filter.", nullptr, int(changes.size()))
                           : tr("%L1 of %Ln change(s)", nullptr, int(changes.size())).arg(count);
    else if (!changes.isEmpty())
        title = tr("What changes, on version %1").arg(m_workspace.draft().baseVersion());
    m_title->setText(title);
    updateState();
}

void NetChangesPane::setNotes(const QHash<qsizetype, ChangesModel::Note> &notes)
{
    m_changes->setNotes(notes);
}

void NetChangesPane::takeBack()
{
    const QList<Change> &net = m_workspace.netChanges();
    const QList<qsizetype> chosen = m_changes->positions(m_view->selectionModel()->selectedIndexes());
    if (chosen.isEmpty() || !m_workspace.hasCurrentNet() || m_grouping.isRunning())
        return;
    const QString text = chosen.size() == 1 ? tr("Take back: %1").arg(textOf(net.at(chosen.first())))
                                            : tr("Take back %Ln change(s)", nullptr, int(chosen.size()));
    m_workspace.edit(text, takingBack(net, chosen));
}

void NetChangesPane::updateState()
{
    m_takeBack->setEnabled(m_workspace.draft().isDirty() && !m_workspace.isApplying()
                           && m_workspace.hasCurrentNet() && !m_grouping.isRunning()
                           && m_view->selectionModel()->hasSelection());
}

} // namespace rolewright
