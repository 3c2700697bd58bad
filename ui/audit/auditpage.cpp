// SPDX-License-Identifier: Apache-2.0
#include "ui/audit/auditpage.h"

#include "ui/admin/confirmationbar.h"
#include "ui/admin/shownonce.h"
#include "ui/audit/archivecheck.h"
#include "ui/audit/archivepane.h"
#include "ui/audit/auditfilter.h"
#include "ui/audit/auditmodel.h"
#include "ui/audit/checkpointcheck.h"
#include "ui/audit/eventdetails.h"
#include "ui/audit/facetsview.h"
#include "ui/audit/newcheckpoint.h"
#include "ui/audit/reportexport.h"
#include "ui/audit/timeline.h"
#include "ui/audit/trailexport.h"
#include "ui/widgets/coretext.h"
#include "ui/widgets/flowlayout.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QTreeView>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// A trail up to this long is verified again after each version; a longer one when asked.
constexpr qint64 VerifyAtOnce = 20'000;

} // namespace

AuditPage::AuditPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_filter(new AuditFilter(workspace))
    , m_timeline(new Timeline)
    , m_model(new AuditModel(workspace.service(), this))
    , m_export(new TrailExport(workspace, this))
    , m_check(new CheckpointCheck(workspace, this))
    , m_making(new NewCheckpoint(workspace, this))
    , m_report(new ReportExport(workspace, this))
    , m_confirmation(new ConfirmationBar)
    , m_archive(new ArchivePane)
    , m_archives(new ArchiveCheck(workspace))
    , m_checkpoint(new ShownOnce(workspace))
    , m_view(new QTreeView)
    , m_empty(new QLabel)
    , m_facets(new FacetsView)
    , m_details(new EventDetails(workspace))
    , m_trail(new QLabel)
    , m_verify(new QPushButton(tr("Verify a&gain")))
    , m_exportButton(new QPushButton(tr("E&xport…")))
    , m_archiveButton(new QPushButton(tr("Arch&ive…")))
    , m_checkpoints(new QPushButton(tr("Chec&kpoints…")))
    , m_archivesButton(new QPushButton(tr("Verify with &archives…")))
    , m_newCheckpoint(new QPushButton(tr("New &checkpoint…")))
{
    makeList();
    m_trail->setTextFormat(Qt::PlainText);
    m_trail->setWordWrap(true);
    auto *list = new QWidget;
    auto *listColumn = new QVBoxLayout(list);
    listColumn->setContentsMargins(0, 0, 0, 0);
    listColumn->addWidget(m_view, 1);
    listColumn->addWidget(m_empty);
    auto *splitter = new QSplitter(Qt::Vertical);
    auto *both = new QSplitter;
    both->addWidget(m_facets);
    both->addWidget(list);
    both->setStretchFactor(0, 1);
    both->setStretchFactor(1, 4);
    splitter->addWidget(both);
    splitter->addWidget(m_details);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    m_body = splitter;
    auto *buttons = new FlowLayout;
    for (QPushButton *button :
         {m_exportButton, m_archiveButton, m_archivesButton, m_newCheckpoint, m_checkpoints, m_verify})
        buttons->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_filter);
    column->addWidget(m_timeline);
    column->addWidget(splitter, 1);
    column->addWidget(m_archive);
    column->addWidget(m_confirmation);
    column->addWidget(m_archives);
    column->addWidget(m_checkpoint);
    column->addWidget(m_trail);
    column->addLayout(buttons);

    m_checkpoint->hide();
    offerArchive();
    connect(m_checkpoints, &QPushButton::clicked, this, &AuditPage::askCheckpoints);
    connect(m_newCheckpoint, &QPushButton::clicked, this, &AuditPage::makeCheckpoint);
    connect(m_archivesButton, &QPushButton::clicked, this, &AuditPage::askArchives);
    connect(m_archives, &ArchiveCheck::runningChanged, this, &AuditPage::showArchives);
    connect(&workspace, &Workspace::sessionChanged, this, &AuditPage::showRights);
    connect(m_timeline, &Timeline::rangeChosen, m_filter, &AuditFilter::setRange);
    connect(m_facets, &FacetsView::chosen, m_filter, &AuditFilter::restrict);
    constexpr int FacetsDelay = 300; // ms: a pass over the trail, after the first page of it
    m_facetsPause.setSingleShot(true);
    m_facetsPause.setInterval(FacetsDelay);
    connect(&m_facetsPause, &QTimer::timeout, this, &AuditPage::loadFacets);
    connect(m_exportButton, &QPushButton::clicked, this, &AuditPage::askWhereTo);
    connect(m_filter, &AuditFilter::changed, this, [this] {
        const AuditQuery query = m_filter->query();
        m_timeline->setRange(query.since, query.until);
        m_stale = !isVisible();
        if (isVisible())
            this->query();
    });
    connect(m_model, &AuditModel::loaded, this, &AuditPage::restoreSelection);
    connect(m_model, &AuditModel::failed, this,
            [this](const Error &error) { m_workspace.show(toMessage(error)); });
    connect(m_verify, &QPushButton::clicked, this, &AuditPage::verify);
    connect(&workspace, &Workspace::storeChanged, this, [this] {
        m_selected = 0;
        m_verified = 0;
        m_stale = true;
        m_details->setEvent({});
        m_checkpoint->forget();
        m_heldArchives.clear();
        m_filter->clear();
        if (isVisible()) {
            loadTimeline();
            verify();
        }
    });
    connect(&workspace, &Workspace::baseChanged, this, [this] {
        if (!isVisible() || !m_body->isVisibleTo(this)) {
            m_stale = true;
            return;
        }
        m_model->appendNewer();
        m_facetsPause.start();
        loadTimeline();
        if (m_verified < VerifyAtOnce)
            verify();
    });
}

void AuditPage::makeList()
{
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAlternatingRowColors(true);
    m_view->setAccessibleName(tr("Audit trail"));
    m_view->setMinimumHeight(fontMetrics().height() * 8); // less is no list; the page scrolls
    const int character = fontMetrics().averageCharWidth();
    m_view->header()->setStretchLastSection(false);
    m_view->header()->resizeSection(
        AuditModel::When, fontMetrics().horizontalAdvance(tr("0000-00-00 00:00:00 UTC")) + 4 * character);
    m_view->header()->resizeSection(AuditModel::Who, 14 * character);
    m_view->header()->setSectionResizeMode(AuditModel::What, QHeaderView::Stretch);
    m_view->header()->resizeSection(AuditModel::Reason, 16 * character);
    m_view->header()->resizeSection(AuditModel::Version, 10 * character);
    const auto loadMore = [this] {
        const QScrollBar &bar = *m_view->verticalScrollBar();
        if (bar.value() >= bar.maximum() - bar.pageStep())
            m_model->loadMore();
    };
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, loadMore);
    connect(m_view->verticalScrollBar(), &QScrollBar::rangeChanged, this, loadMore);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->hide();
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (!current.isValid())
                    return;
                const AuditEvent &event = m_model->at(current.row());
                m_selected = event.sequence;
                m_details->setEvent(event);
                takeSelection();
            });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &AuditPage::takeSelection);
}

QString AuditPage::filterLine() const
{
    return m_filter->line();
}

// Reverting one entry reverts its version; several, all of theirs.
void AuditPage::takeSelection()
{
    if (!m_view->currentIndex().isValid())
        return;
    QList<qint64> versions{m_model->at(m_view->currentIndex().row()).version};
    // By ranges: Ctrl+A in a long list is one.
    for (const QItemSelectionRange &range : m_view->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (const AuditEvent &event = m_model->at(row); !event.operation.isEmpty())
                versions.append(event.version);
        }
    }
    std::sort(versions.begin(), versions.end());
    versions.erase(std::unique(versions.begin(), versions.end()), versions.end());
    m_details->setVersions(versions);
}

void AuditPage::loadTimeline()
{
    if (!m_workspace.isOpen() || !m_workspace.service().traits().versioned) {
        m_timeline->setMoments({});
        return;
    }
    m_workspace.service().history(this, [this](const Result<QList<VersionInfo>> &history) {
        if (!history) {
            m_workspace.show(toMessage(history.error()));
            return;
        }
        QList<Timeline::Moment> moments;
        moments.reserve(history->size());
        for (const VersionInfo &version : *history)
            moments.append({version.time, std::max<qsizetype>(1, version.changes)});
        m_timeline->setMoments(moments);
    });
}

void AuditPage::showThing(const QString &target)
{
    m_filter->showThing(target);
}

void AuditPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale && m_body->isVisibleTo(this)) {
        query();
        loadTimeline();
        verify();
    }
    m_stale = false;
}

// The entries come first where there is not the room for both.
void AuditPage::resizeEvent(QResizeEvent *event)
{
    constexpr int Wide = 90; // characters
    QWidget::resizeEvent(event);
    m_facets->setVisible(width() >= Wide * fontMetrics().averageCharWidth());
}

void AuditPage::query()
{
    m_model->setQuery(m_filter->query());
    m_facetsPause.start();
}

void AuditPage::restoreSelection()
{
    const bool none = m_model->rowCount() == 0;
    m_empty->setText(m_filter->query() == AuditQuery() ? tr("Nothing is recorded yet.")
                                                       : tr("No entry fits this filter."));
    m_empty->setVisible(none);
    const int row = none ? -1 : std::max(0, m_model->rowOf(m_selected));
    if (row < 0)
        m_details->setEvent({});
    else if (m_view->currentIndex().row() != row)
        m_view->selectionModel()->setCurrentIndex(
            m_model->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void AuditPage::verify()
{
    m_state.reset();
    showCheckpoints();
    showArchives();
    if (!m_workspace.isOpen() || !m_workspace.service().traits().versioned) {
        m_trail->setText(tr("This store keeps no audit trail."));
        m_verify->hide();
        m_archivesButton->hide();
        return;
    }
    m_verify->show();
    m_verify->setEnabled(false);
    m_trail->setText(tr("Verifying the trail…"));
    m_workspace.service().verifyTrail(this, [this](const Result<TrailState> &state) { showTrail(state); });
}

// What the chain alone does not say: who could have written all of it anew.
QString AuditPage::sealOf(const TrailState &state) const
{
    if (!m_workspace.session().isGuarded())
        return tr("The store is open: whoever can write the file could rewrite all of it.");
    if (!state.sealedTo)
        return tr("They are chained, but not sealed: whoever can write the file could rewrite all of it.");
    // Of an intact one that is to the last: what follows the last seal is found as written without the keys.
    if (m_workspace.service().traits().keepsKeys)
        return tr("Sealed to the last one, as the server says, which has the keys.");
    if (!state.isTrusted)
        return tr("Sealed to entry %L1, by keys that only the store itself names: the keys of this "
                  "installation are not "
                  "here to say so.")
            .arg(*state.sealedTo);
    QString text = tr("Sealed to the last one.");
    if (state.anchoredTo)
        text += u' ' + tr("This installation saw it come to entry %L1.").arg(*state.anchoredTo);
    return text;
}

void AuditPage::showTrail(const Result<TrailState> &state)
{
    m_verify->setEnabled(true);
    if (!state) {
        m_trail->setText(state.error().message);
        return;
    }
    m_verified = state->intactTo;
    if (state->isIntact())
        m_state = *state;
    showCheckpoints();
    if (state->firstBad) {
        m_trail->setText(tr("NOT INTACT from entry %L1 on: %2")
                             .arg(*state->firstBad)
                             .arg(inWindowLanguage(state->problem)));
    } else if (!state->problem.isEmpty()) {
        m_trail->setText(tr("NOT INTACT: %1").arg(inWindowLanguage(state->problem)));
    } else {
        m_trail->setText(
            (state->begin ? tr("Intact: the entries from %L1 to %L2 are as they were written, those before "
                               "were archived. %3")
                                .arg(state->begin->sequence + 1)
                                .arg(state->intactTo)
                          : tr("Intact: all %L1 entries are as they were written. %2").arg(state->intactTo))
                .arg(sealOf(*state)));
    }
}

} // namespace rolewright
