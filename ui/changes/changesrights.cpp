// SPDX-License-Identifier: Apache-2.0
// What a guarded store asks for, on the page of the changes: said before one starts.
#include "ui/admin/confirmationbar.h"
#include "ui/changes/changespage.h"
#include "ui/changes/netchangespane.h"
#include "ui/changes/requests.h"
#include "ui/changes/requestspane.h"
#include "ui/shell/icons.h"
#include "ui/widgets/coretext.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QStackedLayout>
#include <QTabBar>
#include <QVBoxLayout>

namespace rolewright {

using namespace Qt::StringLiterals;

void ChangesPage::makeTabs(QWidget *draft)
{
    m_tabs = new QTabBar;
    m_tabs->addTab(tr("Draft"));
    m_tabs->addTab(tr("Requests"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Draft or requests"));
    m_stack = new QStackedLayout;
    m_stack->addWidget(draft);
    m_stack->addWidget(m_requestsPane);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs);
    column->addLayout(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedLayout::setCurrentIndex);
    connect(m_requestsPane, &RequestsPane::broughtBack, this, [this] {
        m_tabs->setCurrentIndex(0);
        focusReason();
    });
    connect(m_requests, &Requests::changed, this, [this] {
        showTabs();
        Q_EMIT requestsChanged();
    });
    showTabs();
}

void ChangesPage::showTabs()
{
    const bool guarded = m_workspace.session().isGuarded();
    m_tabs->setVisible(guarded);
    if (!guarded)
        m_tabs->setCurrentIndex(0);
    const qsizetype waiting = m_requests->waitingForMe();
    m_tabs->setTabText(1, waiting > 0 ? tr("Requests (%L1 for you)").arg(waiting) : tr("Requests"));
}

void ChangesPage::askConfirmation(const QString &why)
{
    m_confirmation->open(why,
                         needsApproval() ? tr("Confirm and re&quest approval") : tr("&Confirm and apply"),
                         [this](const SharedSecret &secret) { send(secret); });
    updateState();
}

void ChangesPage::showRights()
{
    const ChangeReview &review = m_workspace.rights().review();
    QHash<qsizetype, ChangesModel::Note> notes;
    if (m_workspace.hasCurrentNet() && m_workspace.rights().isCurrent()) {
        for (const ChangeReview::Sensitive &sensitive : review.sensitive)
            notes.insert(sensitive.change,
                         {tr("asks for a second confirmation"), sensitive.why, icon(u"key"_s, palette())});
        const QString prefix = u"/changes/"_s;
        for (const Finding &refusal : review.refusals) {
            if (refusal.place.startsWith(prefix))
                notes.insert(refusal.place.mid(prefix.size()).toLongLong(),
                             {tr("you may not"), refusal.message, icon(u"error"_s, palette())});
        }
    }
    m_changes->setNotes(notes);
    updateState();
}

bool ChangesPage::needsApproval() const
{
    return !m_workspace.rights().review().approvals.isEmpty();
}

QString ChangesPage::confirmations() const
{
    if (!m_workspace.session().isSignedIn())
        return {};
    QStringList why;
    for (const ChangeReview::Sensitive &sensitive : m_workspace.rights().review().sensitive)
        why.append(inWindowLanguage(sensitive.why));
    if (m_override->isChecked())
        why.append(tr("It overrides tests."));
    why.removeDuplicates();
    return why.join(u' ');
}

QString ChangesPage::asks() const
{
    QStringList lines;
    const qsizetype count = m_workspace.rights().review().sensitive.size();
    if (count > 0 || !confirmations().isEmpty())
        lines.append(tr("Applying will ask for your password once more. %1").arg(confirmations()));
    for (const Approval &approval : m_workspace.rights().review().approvals)
        lines.append(tr("It waits for somebody else with the role %1 to approve it (%2).")
                         .arg(approval.by, approval.changes.join(u", "_s)));
    return lines.join(u'\n');
}

} // namespace rolewright
