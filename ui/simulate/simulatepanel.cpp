// SPDX-License-Identifier: Apache-2.0
#include "ui/simulate/simulatepanel.h"

#include "core/base/text.h"
#include "ui/opinion/opinionpane.h"
#include "ui/shell/plaintext.h"
#include "ui/simulate/explanationlines.h"
#include "ui/simulate/questionform.h"
#include "ui/simulate/repairlines.h"
#include "ui/simulate/repairpane.h"
#include "ui/simulate/verdictview.h"
#include "ui/simulate/versionchooser.h"
#include "ui/simulate/wording.h"
#include "ui/widgets/momentedit.h"
#include "ui/widgets/namebar.h"
#include "ui/widgets/wrappingtree.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeView>

namespace rolewright {

using namespace Qt::StringLiterals;

SimulatePanel::SimulatePanel(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_form(new QuestionForm(workspace))
    , m_verdict(new VerdictView)
    , m_opinion(new OpinionPane(m_server))
    , m_lines(new TreeLinesModel(this))
    , m_tree(new WrappingTree)
    , m_assign(new QPushButton(tr("A&ssign in draft"))) // not the role: its name would widen the panel
    , m_save(new QPushButton(tr("Save &as test…")))
    , m_copy(new QPushButton(tr("Cop&y")))
    , m_testName(new NameBar([this](const QString &name) -> std::optional<QString> {
        if (const auto problem = problemOfName(name))
            return tr("The name %1.").arg(*problem);
        if (m_workspace.policy().tests().idOf(name).isValid())
            return tr("There is a test %1 already.").arg(name);
        return {};
    }))
    , m_repairs(new RepairPane)
    , m_tabs(new QTabWidget)
{
    m_tabs->addTab(makeExplanation(), tr("&Why"));
    m_tabs->addTab(m_repairs, QString());
    m_tabs->setDocumentMode(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_form);
    column->addWidget(m_verdict);
    column->addWidget(m_opinion);
    column->addWidget(m_tabs, 1000);
    column->addWidget(makeSaving());
    column->addStretch();

    connect(m_form, &QuestionForm::questionChanged, this, &SimulatePanel::askNow);
    const auto refresh = [this] {
        m_form->refresh();
        askNow();
    };
    m_turning.setSingleShot(true);
    connect(&m_turning, &QTimer::timeout, this, &SimulatePanel::askNow);
    connect(m_verdict, &VerdictView::turnAsked, this, [this] { m_form->askAt(m_why->next->at); });
    connect(m_repairs, &RepairPane::chosen, this, &SimulatePanel::repair);
    connect(&workspace, &Workspace::changed, this, refresh);
    connect(&workspace, &Workspace::baseChanged, this, refresh);
    connect(&workspace, &Workspace::storeChanged, this, [this, refresh] {
        // A question is kept for comparing two stores, where both know whom it is about.
        if (!m_workspace.policy().users().idOf(m_form->request().subject).isValid())
            m_form->ask(Request());
        refresh();
    });
    refresh();
}

QWidget *SimulatePanel::makeExplanation()
{
    m_tree->setModel(m_lines);
    m_tree->setAccessibleName(tr("Explanation"));
    m_tree->setMinimumHeight(fontMetrics().height() * 6);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SimulatePanel::updateButtons);
    connect(m_assign, &QPushButton::clicked, this, &SimulatePanel::assignOffered);

    auto *page = new QWidget;
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_assign);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 6, 0, 0);
    column->addWidget(m_tree, 1000);
    column->addLayout(buttons);
    column->addStretch();
    return page;
}

void SimulatePanel::ask(const QString &user, const QString &action, const QString &type)
{
    m_form->ask(user, action, type);
}

void SimulatePanel::askOperation(const QString &user, const QString &operation)
{
    m_form->askOperation(user, operation);
}

void SimulatePanel::ask(const Request &request)
{
    m_form->ask(request);
}

void SimulatePanel::askNow()
{
    m_explaining.cancel();
    m_turning.stop();
    m_why.reset();
    const VersionChooser &policy = m_form->policy();
    const QString missing = policy.isReady() ? m_form->missing() : policy.problem();
    m_tabs->setVisible(missing.isEmpty());
    m_copy->setEnabled(missing.isEmpty());
    m_save->setEnabled(missing.isEmpty() && !m_workspace.isReadOnly());
    const Request request = m_form->request();
    if (!missing.isEmpty() || request != m_request)
        m_testName->hide(); // it was for another question
    if (!missing.isEmpty()) {
        m_verdict->setHint(missing);
        m_lines->set({});
        m_repairs->setHint({});
        m_opinion->stop();
        updateButtons();
        return;
    }
    const Instant now = Instant::now();
    m_index = policy.index();
    m_request = request;
    m_decision = decide(m_index, m_request, now);
    showVerdict();
    m_opinion->ask(m_index, m_request, now);
    m_verdict->setPolicy(tr("Answered by %1.").arg(policy.title()));
    showTurn();
    m_tabs->setTabText(1, m_decision.allowed ? tr("How to de&ny it") : tr("How to al&low it"));
    m_repairs->setReadOnly(m_workspace.isReadOnly());
    if (policy.isPast())
        m_repairs->setHint(
            tr("Version %1 is past. Ask the draft to see what would turn its answer.").arg(policy.version()));
    else
        m_repairs->ask(m_index, m_request, now);
    m_explaining.start(
        [index = m_index, request = m_request, now](const CancelToken &) {
            return Why{explain(index, request, now), nextChange(index, request, request.time.value_or(now))};
        },
        [this](const Why &why) { showWhy(why); });
}

void SimulatePanel::showVerdict()
{
    m_verdict->setVerdict(m_decision.allowed,
                          shortReason(m_decision.reason, m_why ? &m_why->explanation : nullptr),
                          sentence(m_decision, m_request), comparison(Instant::now()));
}

void SimulatePanel::showWhy(const Why &why)
{
    m_why = why;
    showVerdict();
    showTurn();
    m_lines->set(explanationLines(why.explanation, m_index.policy(), m_request));
    m_tree->setVisible(m_lines->rowCount() > 0);
    m_tree->expandAll();
    // The first offer is the smallest: one key away.
    for (QModelIndex index = m_lines->index(0, 0); index.isValid(); index = m_tree->indexBelow(index)) {
        if (!index.data(Qt::UserRole).toString().isEmpty()) {
            m_tree->setCurrentIndex(index);
            break;
        }
    }
    updateButtons();
}

// An answer that holds now is asked for again when it turns.
void SimulatePanel::showTurn()
{
    if (!m_why) {
        m_verdict->setTurn({}, false);
        return;
    }
    if (!m_why->next) {
        m_verdict->setTurn(tr("No later date changes this answer."), false);
        return;
    }
    const NextChange &next = *m_why->next;
    m_verdict->setTurn(
        tr("Turns to %1 at %2: %3.")
            .arg(word(next.then.allowed), shownTime(next.at), shortReason(next.then.reason, nullptr)),
        true);
    constexpr qint64 Longest = 24 * 60 * 60 * 1000; // ms; then it is looked at again
    if (!m_request.time)
        m_turning.start(int(std::clamp<qint64>(next.at.msecs - Instant::now().msecs, 0, Longest)));
}

QString SimulatePanel::comparison(Instant now) const
{
    const bool past = m_form->policy().isPast();
    if (!past && !m_workspace.draft().isDirty())
        return {};
    const Decision other = decide(past ? m_workspace.index() : m_workspace.baseIndex(), m_request, now);
    if (other == m_decision)
        return {};
    const QString text =
        past ? tr("At version %4: %1. Now: %2 - %3.") : tr("After your draft: %1. Now: %2 - %3.");
    const QString said =
        text.arg(word(m_decision.allowed), word(other.allowed), shortReason(other.reason, nullptr));
    return past ? said.arg(m_form->policy().version()) : said;
}

QString SimulatePanel::offeredRole() const
{
    if (m_form->policy().isPast())
        return {};
    return m_tree->currentIndex().data(Qt::UserRole).toString();
}

void SimulatePanel::assignOffered()
{
    const Policy &policy = m_workspace.policy();
    const QString role = offeredRole();
    const QString &user = m_request.subject;
    QList<Change> changes;
    const UserId userId = policy.users().idOf(user);
    const RoleId roleId = policy.roles().idOf(role);
    // One that is over or not yet begun is there already: its dates go.
    if (const AssignmentRow *row = policy.assignments().find(userId.value, roleId.value)) {
        const Validity &validity = policy.validityOf(*row);
        if (validity.from != Instant::openStart())
            changes.append({Change::Verb::Set, Change::Kind::Assignment, user, role, u"from"_s, validity.from,
                            Instant::openStart()});
        if (validity.until != Instant::openEnd())
            changes.append({Change::Verb::Set, Change::Kind::Assignment, user, role, u"until"_s,
                            validity.until, Instant::openEnd()});
    } else {
        changes.append({Change::Verb::Add, Change::Kind::Assignment, user, role, {}, {}, Assignment()});
    }
    m_workspace.edit(tr("Assign %1 to %2").arg(role, user), changes);
}

void SimulatePanel::repair(const Repair &repair)
{
    QString text = repairText(repair);
    text[0] = text.at(0).toUpper();
    if (!repair.changes.isEmpty() && !m_workspace.edit(text, repair.changes))
        return;
    m_form->changeSession(repair.activate, repair.drop);
}

void SimulatePanel::updateButtons()
{
    const QString role = offeredRole();
    m_assign->setVisible(!role.isEmpty());
    m_assign->setEnabled(!m_workspace.isReadOnly());
    const QString what = tr("Assign %1 to %2, in the draft").arg(role, m_request.subject);
    m_assign->setAccessibleName(what);
    m_assign->setToolTip(asPlainText(what));
}

} // namespace rolewright
