// SPDX-License-Identifier: Apache-2.0
#include "ui/changes/requestspane.h"

#include "core/base/text.h"
#include "core/edit/apply.h"
#include "ui/admin/confirmationbar.h"
#include "ui/changes/changesmodel.h"
#include "ui/changes/effectsview.h"
#include "ui/changes/requests.h"
#include "ui/widgets/wrappingtree.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>

namespace rolewright {

using namespace Qt::StringLiterals;

RequestsPane::RequestsPane(Workspace &workspace, Requests &requests, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_requests(requests)
    , m_model(new RequestsModel(this))
    , m_changes(new ChangesModel(this))
    , m_findings(new TreeLinesModel(this))
    , m_empty(new QLabel(tr("Nothing waits for a second person, and nothing has.")))
    , m_view(new QTreeView)
    , m_details(makeDetails())
{
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAccessibleName(tr("Requests"));
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(RequestsModel::What, QHeaderView::Stretch);
    const int character = fontMetrics().averageCharWidth();
    m_view->header()->resizeSection(RequestsModel::State, 16 * character);
    m_view->header()->resizeSection(RequestsModel::By, 16 * character);
    m_view->header()->resizeSection(RequestsModel::Asked, 24 * character);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_view);
    splitter->addWidget(m_details);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 3);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_empty);
    column->addWidget(splitter, 1);

    connect(&requests, &Requests::changed, this, &RequestsPane::takeRequests);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    m_selected = m_model->at(current.row()).request.id;
                showRequest();
            });
    takeRequests();
}

QWidget *RequestsPane::makeDetails()
{
    m_title = new QLabel;
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_changesView = new QTreeView;
    m_changesView->setModel(m_changes);
    m_changesView->setHeaderHidden(true);
    m_changesView->setUniformRowHeights(true);
    m_changesView->setAccessibleName(tr("What the request changes"));
    m_effects = new EffectsView;
    m_findingsView = new WrappingTree;
    m_findingsView->setModel(m_findings);
    m_findingsView->setRootIsDecorated(false);
    m_findingsView->setAccessibleName(tr("Findings"));
    constexpr int ShownLines = 6;
    m_findingsView->setMaximumHeight(fontMetrics().lineSpacing() * ShownLines);
    auto *splitter = new QSplitter;
    splitter->addWidget(m_changesView);
    splitter->addWidget(m_effects);
    splitter->setChildrenCollapsible(false);
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(splitter, 1);
    column->addWidget(m_findingsView);
    m_confirmation = new ConfirmationBar;
    column->addWidget(m_confirmation);
    column->addWidget(makeButtons());
    return part;
}

QWidget *RequestsPane::makeButtons()
{
    m_reason = new QLineEdit;
    m_reason->setPlaceholderText(tr("Why you approve or refuse: it stays in the audit trail"));
    m_reason->setClearButtonEnabled(true);
    m_reasonLabel = new QLabel(tr("Rea&son"));
    m_reasonLabel->setBuddy(m_reason);
    m_approve = new QPushButton(tr("&Approve…"));
    m_refuse = new QPushButton;
    m_bringBack = new QPushButton(tr("&Bring into the draft"));
    m_bringBack->setToolTip(tr("As pending changes on the newest version, to look at, mend and ask again."));
    connect(m_approve, &QPushButton::clicked, this, &RequestsPane::approve);
    connect(m_refuse, &QPushButton::clicked, this, &RequestsPane::refuse);
    connect(m_bringBack, &QPushButton::clicked, this, &RequestsPane::bringBack);
    connect(m_confirmation, &ConfirmationBar::givenUp, this, [this] {
        m_running = false;
        updateState();
    });
    auto *part = new QWidget;
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_reasonLabel);
    row->addWidget(m_reason, 1);
    row->addWidget(m_bringBack);
    row->addWidget(m_refuse);
    row->addWidget(m_approve);
    return part;
}

void RequestsPane::select(qint64 request)
{
    m_selected = request;
    if (const int row = m_model->rowOf(request); row >= 0)
        m_view->setCurrentIndex(m_model->index(row, 0));
    m_view->setFocus(Qt::OtherFocusReason);
}

void RequestsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_requests.refresh();
}

void RequestsPane::takeRequests()
{
    const qint64 selected = m_selected;
    m_model->set(m_requests.lines());
    const bool none = m_model->rowCount() == 0;
    m_empty->setVisible(none);
    m_view->setVisible(!none);
    m_details->setVisible(!none);
    m_view->setCurrentIndex(m_model->index(std::max(0, m_model->rowOf(selected)), 0));
    showRequest();
}

const RequestsModel::Line *RequestsPane::line() const
{
    const int row = m_model->rowOf(m_selected);
    return row < 0 ? nullptr : &m_model->at(row);
}

void RequestsPane::showRequest()
{
    const RequestsModel::Line *chosen = line();
    m_confirmation->end();
    m_reviewing.cancel();
    updateState();
    if (!chosen)
        return;
    m_title->setText(textOf(*chosen));
    m_changes->set(chosen->request.changes.changes);
    m_changesView->expandAll();
    m_effects->setSides({});
    m_findings->set({});
    m_findingsView->hide();
    if (chosen->standing == RequestsModel::Standing::Over) {
        m_effects->setTitle(tr("It is over: what it would change now is not looked at."));
        return;
    }
    m_effects->setTitle(tr("Looking who gains and who loses…"));
    m_reviewing.start(
        [base = m_workspace.baseIndex(),
         changes = chosen->request.changes.changes](const CancelToken &cancel) -> std::optional<Review> {
            Policy after = base.policy();
            if (const Status status = rolewright::apply(after, changes); !status)
                return Review{status.error().message, {}, {}};
            Review found{{}, base.updated(after), {}};
            const std::optional<DraftReview> review = reviewDraft(base, found.after, Instant::now(), cancel);
            if (!review)
                return {};
            found.review = *review;
            return found;
        },
        [this](const std::optional<Review> &review) { showReview(review); });
}

void RequestsPane::showReview(const std::optional<Review> &found)
{
    const RequestsModel::Line *chosen = line();
    if (!found || !chosen)
        return;
    QList<TreeLine> lines;
    if (!found->problem.isEmpty()) {
        m_effects->setTitle(tr("It does not fit the policy of now."));
        lines.append({found->problem, TreeLine::Mark::No, {}, {}});
    } else {
        m_effects->setSides(
            EffectsView::Sides{m_workspace.baseIndex(), found->after, chosen->request.changes.changes});
        m_effects->setImpact(found->review.impact, found->review.renamed);
        m_effects->setTitle(tr("Who gains and who loses"));
        for (const Finding &finding : found->review.findings) {
            const auto mark =
                finding.severity == Severity::Error ? TreeLine::Mark::No : TreeLine::Mark::Warning;
            lines.append({finding.message, mark, {}, {}});
        }
        for (const QString &test : found->review.brokenTests)
            lines.append({chosen->request.overridesTests
                              ? tr("The test %1 would fail; who asked overrides it.").arg(test)
                              : tr("The test %1 would fail; it passes now.").arg(test),
                          TreeLine::Mark::No,
                          {},
                          {}});
        if (lines.isEmpty())
            lines.append({tr("Nothing speaks against it."), TreeLine::Mark::Yes, {}, {}});
    }
    m_findings->set(lines);
    m_findingsView->show();
}

void RequestsPane::approve()
{
    const RequestsModel::Line *chosen = line();
    if (!chosen)
        return;
    const qint64 id = chosen->request.id;
    m_running = true;
    updateState();
    m_confirmation->run<Snapshot>(
        m_workspace,
        [id](StoreGuard &guard, const Occasion &occasion) { return guard.approve(id, occasion); },
        operationDigest(u"request.approve"_s, QString::number(id)), toNfc(m_reason->text().trimmed()),
        tr("&Confirm and approve"), this,
        [this, id](const Result<Snapshot> &approved) {
            done();
            if (approved)
                m_workspace.show({Message::Kind::Information, tr("Request %1 is approved.").arg(id), {}, {}});
            else
                m_workspace.show(toMessage(approved.error()));
        });
}

void RequestsPane::refuse()
{
    const RequestsModel::Line *chosen = line();
    if (!chosen)
        return;
    const qint64 id = chosen->request.id;
    const bool own = chosen->request.requester == m_workspace.session().user();
    m_running = true;
    updateState();
    m_confirmation->run<void>(
        m_workspace, [id](StoreGuard &guard, const Occasion &occasion) { return guard.refuse(id, occasion); },
        operationDigest(u"request.refuse"_s, {}), toNfc(m_reason->text().trimmed()),
        tr("Confirm and &refuse"), this,
        [this, id, own](const Status &refused) {
            done();
            if (refused)
                m_workspace.show(
                    {Message::Kind::Information,
                     own ? tr("Request %1 is taken back.").arg(id) : tr("Request %1 is refused.").arg(id),
                     {},
                     {}});
            else
                m_workspace.show(toMessage(refused.error()));
        });
}

void RequestsPane::bringBack()
{
    const RequestsModel::Line *chosen = line();
    if (!chosen)
        return;
    m_workspace.takeUp(chosen->request.changes,
                       tr("Bring request %1 into the draft").arg(chosen->request.id));
    Q_EMIT broughtBack();
}

void RequestsPane::done()
{
    m_running = false;
    m_reason->clear();
    updateState();
    m_requests.refresh();
}

void RequestsPane::updateState()
{
    const RequestsModel::Line *chosen = line();
    using Standing = RequestsModel::Standing;
    const bool waits = chosen && chosen->standing != Standing::Over;
    const bool own = chosen && chosen->request.requester == m_workspace.session().user();
    const QString whyNot = m_workspace.whyNot(u"request.refuse"_s);
    m_approve->setVisible(waits && !own);
    m_approve->setEnabled(chosen && chosen->standing == Standing::WaitsForMe && !m_running);
    m_approve->setToolTip(!chosen || m_approve->isEnabled() ? QString() : textOf(*chosen));
    m_refuse->setVisible(waits);
    m_refuse->setText(own ? tr("Ta&ke back") : tr("Ref&use"));
    m_refuse->setEnabled(waits && (own || whyNot.isEmpty()) && !m_running);
    m_refuse->setToolTip(own ? QString() : whyNot);
    m_reasonLabel->setVisible(waits);
    m_reason->setVisible(waits);
    m_bringBack->setVisible(chosen && (own || chosen->standing == Standing::MovedOn));
    m_bringBack->setEnabled(chosen && !m_workspace.isReadOnly());
}

} // namespace rolewright
