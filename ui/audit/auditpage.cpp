// SPDX-License-Identifier: Apache-2.0
#include "ui/audit/auditpage.h"

#include "ui/audit/auditfilter.h"
#include "ui/audit/auditmodel.h"
#include "ui/audit/eventdetails.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>

namespace rolewright {

namespace {

// A trail up to this long is verified again after each version; a longer one when asked.
constexpr qint64 VerifyAtOnce = 20'000;

} // namespace

AuditPage::AuditPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_filter(new AuditFilter(workspace))
    , m_model(new AuditModel(workspace.service(), this))
    , m_view(new QTreeView)
    , m_empty(new QLabel)
    , m_details(new EventDetails(workspace))
    , m_trail(new QLabel)
    , m_verify(new QPushButton(tr("Verify a&gain")))
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
    splitter->addWidget(list);
    splitter->addWidget(m_details);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *trail = new QHBoxLayout;
    trail->addWidget(m_trail, 1);
    trail->addWidget(m_verify);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_filter);
    column->addWidget(splitter, 1);
    column->addLayout(trail);

    connect(m_filter, &AuditFilter::changed, this, [this] {
        m_stale = !isVisible();
        if (isVisible())
            query();
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
        m_filter->clear();
        if (isVisible())
            verify();
    });
    connect(&workspace, &Workspace::baseChanged, this, [this] {
        if (!isVisible()) {
            m_stale = true;
            return;
        }
        m_model->appendNewer();
        if (m_verified < VerifyAtOnce)
            verify();
    });
}

void AuditPage::makeList()
{
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAlternatingRowColors(true);
    m_view->setAccessibleName(tr("Audit trail"));
    const int character = fontMetrics().averageCharWidth();
    m_view->header()->setStretchLastSection(false);
    m_view->header()->resizeSection(
        AuditModel::When, fontMetrics().horizontalAdvance(tr("0000-00-00 00:00:00 UTC")) + 4 * character);
    m_view->header()->resizeSection(AuditModel::Who, 14 * character);
    m_view->header()->setSectionResizeMode(AuditModel::What, QHeaderView::Stretch);
    m_view->header()->resizeSection(AuditModel::Reason, 24 * character);
    m_view->header()->resizeSection(AuditModel::Version, 10 * character);
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
            });
}

void AuditPage::showThing(const QString &target)
{
    m_filter->showThing(target);
}

void AuditPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale) {
        query();
        verify();
    }
    m_stale = false;
}

void AuditPage::query()
{
    m_model->setQuery(m_filter->query());
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
        m_view->setCurrentIndex(m_model->index(row, 0));
}

void AuditPage::verify()
{
    if (!m_workspace.isOpen() || !m_workspace.service().traits().versioned) {
        m_trail->setText(tr("This store keeps no audit trail."));
        m_verify->hide();
        return;
    }
    m_verify->show();
    m_verify->setEnabled(false);
    m_trail->setText(tr("Verifying the trail..."));
    m_workspace.service().verifyTrail(this, [this](const Result<TrailState> &state) { showTrail(state); });
}

void AuditPage::showTrail(const Result<TrailState> &state)
{
    m_verify->setEnabled(true);
    if (!state) {
        m_trail->setText(state.error().message);
        return;
    }
    m_verified = state->intactTo;
    if (state->firstBad) {
        m_trail->setText(tr("NOT INTACT from entry %L1 on: %2").arg(*state->firstBad).arg(state->problem));
    } else if (!state->problem.isEmpty()) {
        m_trail->setText(tr("NOT INTACT: %1").arg(state->problem));
    } else {
        m_trail->setText(
            tr("Intact: all %L1 entries are as they were written. The trail is not sealed yet: whoever can "
               "write the file could rewrite all of it.")
                .arg(state->intactTo));
    }
}

} // namespace rolewright
