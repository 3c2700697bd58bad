// SPDX-License-Identifier: Apache-2.0
#include "ui/simulate/simulatepanel.h"

#include "ui/simulate/explanationlines.h"
#include "ui/simulate/questionform.h"
#include "ui/simulate/repairlines.h"
#include "ui/simulate/repairpane.h"
#include "ui/simulate/verdictview.h"
#include "ui/simulate/wording.h"
#include "ui/widgets/wrappingtree.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
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
    , m_lines(new TreeLinesModel(this))
    , m_tree(new WrappingTree)
    , m_assign(new QPushButton)
    , m_copy(new QPushButton(tr("Cop&y")))
    , m_repairs(new RepairPane)
    , m_tabs(new QTabWidget)
{
    m_tabs->addTab(makeExplanation(), tr("&Why"));
    m_tabs->addTab(m_repairs, QString());
    m_tabs->setDocumentMode(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_form);
    column->addWidget(m_verdict);
    column->addWidget(m_tabs, 1000);
    column->addStretch();

    connect(m_form, &QuestionForm::questionChanged, this, &SimulatePanel::askNow);
    const auto refresh = [this] {
        m_form->refresh();
        askNow();
    };
    connect(m_repairs, &RepairPane::chosen, this, &SimulatePanel::repair);
    connect(&workspace, &Workspace::changed, this, refresh);
    connect(&workspace, &Workspace::baseChanged, this, refresh);
    connect(&workspace, &Workspace::storeChanged, this, refresh);
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

    auto *menu = new QMenu(m_copy);
    menu->addAction(tr("As &text"), this, [this] { QGuiApplication::clipboard()->setText(asText()); });
    menu->addAction(tr("As &JSON"), this,
                    [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(asJson())); });
    m_copy->setMenu(menu);

    auto *page = new QWidget;
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_assign);
    buttons->addStretch(1);
    buttons->addWidget(m_copy);
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

void SimulatePanel::askNow()
{
    m_explaining.cancel();
    m_explanation.reset();
    m_tabs->setVisible(m_form->missing().isEmpty());
    if (const QString missing = m_form->missing(); !missing.isEmpty()) {
        m_verdict->setHint(missing);
        m_lines->set({});
        m_repairs->setHint({});
        updateButtons();
        return;
    }
    const Instant now = Instant::now();
    m_request = m_form->request();
    m_decision = decide(m_workspace.index(), m_request, now);
    showVerdict();
    m_tabs->setTabText(1, m_decision.allowed ? tr("How to de&ny it") : tr("How to al&low it"));
    m_repairs->setReadOnly(m_workspace.isReadOnly());
    m_repairs->ask(m_workspace.index(), m_request, now);
    m_explaining.start([index = m_workspace.index(), request = m_request,
                        now](const CancelToken &) { return explain(index, request, now); },
                       [this](const Explanation &explanation) { showExplanation(explanation); });
}

void SimulatePanel::showVerdict()
{
    m_verdict->setVerdict(m_decision.allowed,
                          shortReason(m_decision.reason, m_explanation ? &*m_explanation : nullptr),
                          sentence(m_decision, m_request), comparison(Instant::now()));
}

void SimulatePanel::showExplanation(const Explanation &explanation)
{
    m_explanation = explanation;
    showVerdict();
    m_lines->set(explanationLines(explanation, m_workspace.policy(), m_request));
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

QString SimulatePanel::comparison(Instant now) const
{
    if (!m_workspace.draft().isDirty())
        return {};
    const Decision stored = decide(m_workspace.baseIndex(), m_request, now);
    if (stored == m_decision)
        return {};
    return tr("After your draft: %1. Now: %2 - %3.")
        .arg(m_decision.allowed ? tr("ALLOWED") : tr("DENIED"), stored.allowed ? tr("ALLOWED") : tr("DENIED"),
             shortReason(stored.reason, nullptr));
}

QString SimulatePanel::offeredRole() const
{
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
    QString shown = role;
    m_assign->setText(tr("A&ssign %1 to draft").arg(shown.replace(u'&', u"&&"_s)));
    m_assign->setAccessibleName(tr("Assign %1 to %2, in the draft").arg(role, m_request.subject));
}

QString SimulatePanel::asText() const
{
    QString text = question(m_request, m_workspace.policy().ownership()) + u'\n' + m_verdict->text() + u'\n';
    if (m_explanation)
        text += toText(m_lines->lines());
    return text;
}

QByteArray SimulatePanel::asJson() const
{
    const QByteArray response =
        toResponse(m_decision, m_workspace.draft().baseVersion(), m_explanation ? &*m_explanation : nullptr);
    return "{\"request\": " + toJson(m_request).toUtf8() + ",\n \"response\": " + response + "}\n";
}

} // namespace rolewright
