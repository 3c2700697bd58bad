// SPDX-License-Identifier: Apache-2.0
#include "ui/changes/changespage.h"

#include "core/base/text.h"
#include "core/decision/impact.h"
#include "ui/admin/confirmationbar.h"
#include "ui/changes/conflictspane.h"
#include "ui/changes/effectsview.h"
#include "ui/changes/netchangespane.h"
#include "ui/changes/requests.h"
#include "ui/changes/requestspane.h"
#include "ui/shell/icons.h"
#include "ui/widgets/coretext.h"
#include "ui/widgets/foldingsplitter.h"
#include "ui/widgets/wrappingtree.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedLayout>
#include <QTabBar>
#include <QTreeView>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int DraftTab = 0;
constexpr int RequestsTab = 1;
constexpr qsizetype FirstRows = 100; // of the effect

QLabel *makeTitle()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ChangesPage::ChangesPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_conflicts(new ConflictsPane(workspace))
    , m_requests(new Requests(workspace, this))
    , m_requestsPane(new RequestsPane(workspace, *m_requests))
    , m_changes(new NetChangesPane(workspace))
    , m_findings(new TreeLinesModel(this))
{
    auto *splitter = new FoldingSplitter;
    splitter->addWidget(m_changes);
    splitter->addWidget(makeEffects());
    auto *draft = new QWidget;
    auto *column = new QVBoxLayout(draft);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_conflicts);
    column->addWidget(splitter, 1);
    column->addWidget(makeApply());
    makeTabs(draft);

    connect(&workspace, &Workspace::changed, this, &ChangesPage::refresh);
    connect(&workspace, &Workspace::baseChanged, this, &ChangesPage::refresh);
    connect(&workspace, &Workspace::storeChanged, this, &ChangesPage::refresh);
    connect(&workspace, &Workspace::netChangesMade, this, [this] {
        if (isVisible()) {
            m_changes->refresh();
            showSides();
        }
        updateState();
    });
    connect(&workspace, &Workspace::applyingChanged, this, [this](bool applying) {
        if (!applying)
            m_confirmation->end(); // it did, or did not for another reason
        updateState();
    });
    connect(&workspace, &Workspace::committed, m_reason, &QLineEdit::clear);
    connect(&workspace, &Workspace::requested, m_reason, &QLineEdit::clear);
    connect(&workspace, &Workspace::requested, this, &ChangesPage::showRequest);
    connect(m_changes, &NetChangesPane::shown, this, &ChangesPage::showRights);
    connect(&workspace.rights(), &DraftRights::changed, this, &ChangesPage::showRights);
    connect(&workspace, &Workspace::sessionChanged, this, [this] {
        m_confirmation->end();
        showTabs();
        updateState();
    });
    connect(&workspace, &Workspace::confirmationNeeded, this, [this](const Error &refusal) {
        const bool again = isConfirmationRefused(refusal);
        askConfirmation(again ? confirmations() : ConfirmationBar::whyOf(refusal));
        if (again)
            m_confirmation->refuse(refusal.message);
    });
    connect(m_conflicts, &ConflictsPane::countChanged, this, &ChangesPage::updateState);
    refresh();
}

QWidget *ChangesPage::makeEffects()
{
    m_effects = new EffectsView;
    m_findingsTitle = makeTitle();
    m_findingsView = new WrappingTree;
    m_findingsView->setModel(m_findings);
    m_findingsView->setRootIsDecorated(false);
    m_findingsView->setAccessibleName(tr("Findings"));
    constexpr int ShownLines = 8;
    m_findingsView->setMaximumHeight(fontMetrics().lineSpacing() * ShownLines);
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->addWidget(m_effects);
    column->addWidget(m_findingsTitle);
    column->addWidget(m_findingsView);
    return part;
}

QWidget *ChangesPage::makeApply()
{
    m_reason = new QLineEdit;
    m_reason->setPlaceholderText(tr("Why, or the ticket: it stays in the audit trail"));
    m_reason->setClearButtonEnabled(true);
    auto *reasonLabel = new QLabel(tr("&Reason"));
    reasonLabel->setBuddy(m_reason);
    m_override = new QCheckBox(tr("Apply although these tests &would fail"));
    m_obstacle = makeTitle();
    m_progress = new QProgressBar;
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(120);
    m_progress->setAccessibleName(tr("Applying"));
    m_discard = new QPushButton(tr("&Discard all"));
    m_discard->setToolTip(tr("Back to the stored version. Can be undone."));
    m_apply = new QPushButton(tr("&Apply"));

    auto *row = new QHBoxLayout;
    row->addWidget(reasonLabel);
    row->addWidget(m_reason, 1);
    row->addWidget(m_progress);
    row->addWidget(m_discard);
    row->addWidget(m_apply);
    m_asks = makeTitle();
    m_confirmation = new ConfirmationBar;
    m_applyPart = new QWidget;
    auto *column = new QVBoxLayout(m_applyPart);
    column->addWidget(m_obstacle);
    column->addWidget(m_override);
    column->addWidget(m_asks);
    column->addWidget(m_confirmation);
    column->addLayout(row);
    connect(m_confirmation, &ConfirmationBar::givenUp, this, [this] {
        m_reason->setFocus(Qt::OtherFocusReason);
        updateState();
    });
    connect(m_reason, &QLineEdit::returnPressed, this, &ChangesPage::apply);
    connect(m_apply, &QPushButton::clicked, this, &ChangesPage::apply);
    connect(m_discard, &QPushButton::clicked, &m_workspace, &Workspace::discard);
    connect(m_override, &QCheckBox::toggled, this, &ChangesPage::updateState);
    return m_applyPart;
}

void ChangesPage::focusReason()
{
    m_tabs->setCurrentIndex(DraftTab);
    m_reason->setFocus(Qt::OtherFocusReason);
}

bool ChangesPage::isReasonGiven() const
{
    return m_tabs->currentIndex() == DraftTab
        && (m_reason->hasFocus() || m_confirmation->isOpen() || !m_reason->text().trimmed().isEmpty());
}

void ChangesPage::focusOverride()
{
    m_overrideWanted = m_reviewing.isRunning();
    if (m_override->isVisible())
        m_override->setFocus(Qt::OtherFocusReason);
}

void ChangesPage::apply()
{
    if (!m_apply->isEnabled())
        return;
    if (m_apply->hasFocus()) // disabled, it would give the focus away
        focusReason();
    if (const QString why = confirmations(); !why.isEmpty())
        askConfirmation(why);
    else
        send({});
}

void ChangesPage::send(const SharedSecret &confirmation)
{
    const QString reason = toNfc(m_reason->text().trimmed());
    if (needsApproval())
        m_workspace.requestApproval(reason, m_override->isChecked(), confirmation);
    else
        m_workspace.apply(reason, m_override->isChecked(), confirmation);
}

void ChangesPage::showRequest(qint64 request)
{
    showTabs();
    m_tabs->setCurrentIndex(RequestsTab);
    m_requestsPane->select(request);
}

void ChangesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale) {
        m_changes->refresh();
        startReview();
    }
    updateState();
}

void ChangesPage::refresh()
{
    m_stale = true;
    m_confirmation->end(); // it was for the draft of before
    if (isVisible()) {
        m_changes->refresh();
        startReview();
    }
    updateState();
}

void ChangesPage::startReview()
{
    m_stale = false;
    showSides();
    if (!m_workspace.draft().isDirty()) {
        m_reviewing.cancel();
        m_beginning.cancel();
        showReview(DraftReview());
        return;
    }
    m_effects->setTitle(tr("Looking who gains and who loses…"));
    m_beginning.start(
        [base = m_workspace.baseIndex(), draft = m_workspace.index()](const CancelToken &cancel) {
            Impact impact{firstChanges(base, draft, Instant::now(), FirstRows, &cancel), 0, 0};
            // The whole one where there are no more: then its rows stay.
            for (const AccessChange &change : std::as_const(impact.changes)) {
                impact.gaining += change.gained.isEmpty() ? 0 : 1;
                impact.losing += change.lost.isEmpty() ? 0 : 1;
            }
            Renames(base.policy(), draft.policy()).takeFrom(impact);
            return impact;
        },
        [this](const Impact &first) { m_effects->setImpact(first); });
    m_reviewing.start(
        [base = m_workspace.baseIndex(), draft = m_workspace.index()](const CancelToken &cancel) {
            return reviewDraft(base, draft, Instant::now(), cancel);
        },
        [this](const std::optional<DraftReview> &review) { showReview(review); });
}

void ChangesPage::showSides()
{
    if (!m_workspace.draft().isDirty()) {
        m_effects->setSides({});
        return;
    }
    EffectsView::Sides sides{m_workspace.baseIndex(), m_workspace.index(), {}};
    if (m_workspace.hasCurrentNet())
        sides.changes = m_workspace.netChanges();
    m_effects->setSides(sides);
}

void ChangesPage::showReview(const std::optional<DraftReview> &review)
{
    if (!review)
        return;
    m_beginning.cancel(); // it would be less
    m_review = *review;
    const Impact &impact = m_review.impact;
    m_effects->setImpact(impact, m_review.renamed);
    QStringList counts;
    if (impact.gaining > 0)
        counts.append(tr("%Ln user(s) gain access", nullptr, int(impact.gaining)));
    if (impact.losing > 0)
        counts.append(tr("%Ln user(s) lose access", nullptr, int(impact.losing)));
    m_effects->setTitle(counts.isEmpty() ? tr("Nobody gains or loses access.") : counts.join(u", "_s));
    QList<TreeLine> lines;
    for (const Finding &finding : m_review.findings) {
        const auto mark = finding.severity == Severity::Error ? TreeLine::Mark::No : TreeLine::Mark::Warning;
        lines.append({inWindowLanguage(finding.message), mark, {}, {}});
    }
    for (const QString &test : m_review.brokenTests)
        lines.append({tr("The test %1 would fail; it passes now.").arg(test), TreeLine::Mark::No, {}, {}});
    m_findings->set(lines);
    m_findingsTitle->setText(lines.isEmpty() ? tr("Nothing speaks against it.")
                                             : tr("%Ln finding(s)", nullptr, int(lines.size())));
    m_findingsView->setVisible(!lines.isEmpty());
    if (m_review.brokenTests.isEmpty())
        m_override->setChecked(false);
    updateState();
    if (std::exchange(m_overrideWanted, false))
        focusOverride();
}

QString ChangesPage::obstacle() const
{
    if (m_workspace.isOpen() && m_workspace.isReadOnly())
        return tr("This store is read-only.");
    if (!m_workspace.draft().isDirty())
        return {};
    if (const Findings &refusals = m_workspace.rights().review().refusals; !refusals.isEmpty())
        return tr("You may not apply it: %1").arg(refusals.first().message);
    if (hasErrors(m_review.findings))
        return tr("It cannot be applied: %1").arg(inWindowLanguage(m_review.findings.first().message));
    if (!m_review.brokenTests.isEmpty() && !m_override->isChecked())
        return tr("%Ln test(s) of the policy would fail. Apply anyway only if the test is what is wrong.",
                  nullptr, int(m_review.brokenTests.size()));
    return {};
}

void ChangesPage::updateState()
{
    const bool dirty = m_workspace.draft().isDirty();
    const bool applying = m_workspace.isApplying();
    const bool ready = dirty && !applying && m_workspace.hasCurrentNet();
    const QString why = obstacle();
    m_changes->updateState();
    m_discard->setEnabled(ready);
    m_apply->setEnabled(ready && why.isEmpty() && !m_workspace.isReadOnly());
    m_apply->setText(applying ? tr("Applying…") : needsApproval() ? tr("Request &approval") : tr("&Apply"));
    const bool confirms = dirty && !confirmations().isEmpty();
    m_apply->setIcon(confirms ? icon(u"key"_s, palette()) : QIcon());
    m_apply->setToolTip(confirms ? tr("Asks for your password once more") : QString());
    m_apply->setVisible(!m_confirmation->isOpen());
    m_override->setVisible(dirty && !m_review.brokenTests.isEmpty());
    m_obstacle->setText(why);
    m_obstacle->setVisible(!why.isEmpty());
    const QString asked = why.isEmpty() && dirty && !m_confirmation->isOpen() ? asks() : QString();
    m_asks->setText(asked);
    m_asks->setVisible(!asked.isEmpty());
    m_progress->setVisible(applying);
    m_reason->setReadOnly(applying); // disabled, it would give the focus away
}

} // namespace rolewright
