// SPDX-License-Identifier: Apache-2.0
#include "ui/simulate/repairpane.h"

#include "ui/shell/workbar.h"
#include "ui/simulate/repairlines.h"
#include "ui/widgets/wrappingtree.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

namespace rolewright {

RepairPane::RepairPane(QWidget *parent)
    : QWidget(parent)
    , m_lines(new TreeLinesModel(this))
    , m_tree(new WrappingTree)
    , m_hint(new QLabel)
    , m_work(new WorkBar)
    , m_again(new QPushButton(tr("Search a&gain")))
    , m_choose(new QPushButton(tr("Put in &draft")))
{
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_tree->setModel(m_lines);
    m_tree->setAccessibleName(tr("Changes that would turn the answer"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_choose);
    buttons->addWidget(m_again);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 0);
    column->addWidget(m_work);
    column->addWidget(m_tree, 1);
    column->addWidget(m_hint);
    column->addLayout(buttons);
    column->addStretch();

    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &RepairPane::updateButton);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (!index.parent().isValid())
            choose();
    });
    connect(m_choose, &QPushButton::clicked, this, &RepairPane::choose);
    connect(m_again, &QPushButton::clicked, this, &RepairPane::search);
    say({});
}

void RepairPane::ask(const PolicyIndex &draft, const Request &request, Instant now)
{
    m_job.cancel();
    m_question = Question{draft, request, now};
    m_searched = false;
    if (isVisible())
        search();
}

void RepairPane::setHint(const QString &hint)
{
    m_job.cancel();
    m_work->end();
    m_question.reset();
    say(hint);
}

void RepairPane::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    updateButton();
}

QString RepairPane::text() const
{
    return m_hint->text().isEmpty() ? toText(m_lines->lines())
                                    : toText(m_lines->lines()) + m_hint->text() + u'\n';
}

void RepairPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_question && !m_searched)
        search();
}

void RepairPane::search()
{
    m_searched = true;
    say({});
    m_work->start(tr("Searching for the smallest change…"), [this] { stop(); });
    m_job.start(
        [question = *m_question](const CancelToken &cancel) {
            return repairs(question.index, question.request, question.now, {}, &cancel);
        },
        [this](const std::optional<RepairPlan> &plan) { take(plan); });
}

void RepairPane::stop()
{
    m_job.cancel();
    m_work->end();
    say(tr("The search was cancelled."));
    m_again->show();
}

void RepairPane::take(const std::optional<RepairPlan> &plan)
{
    m_work->end();
    if (!plan) // cancelled, and so not waited for
        return;
    QString hint;
    if (plan->repairs.isEmpty())
        hint = tr("No assignment, grant, inheritance or switch would turn this answer.");
    else if (plan->bounded)
        hint = tr("The search ended at its limits; there may be more.");
    say(hint);
    m_plan = *plan;
    m_lines->set(repairLines(m_plan));
    m_tree->setVisible(!m_plan.repairs.isEmpty());
    m_tree->setCurrentIndex(m_lines->index(0, 0)); // the smallest: one key away
    updateButton();
}

// Nothing but this line, which may be empty.
void RepairPane::say(const QString &hint)
{
    m_plan = {};
    m_lines->set({});
    m_tree->hide();
    m_again->hide();
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    updateButton();
}

const Repair *RepairPane::current() const
{
    QModelIndex index = m_tree->currentIndex();
    while (index.parent().isValid())
        index = index.parent();
    return index.isValid() && index.row() < m_plan.repairs.size() ? &m_plan.repairs.at(index.row()) : nullptr;
}

void RepairPane::choose()
{
    if (const Repair *repair = current(); repair && m_choose->isEnabled())
        Q_EMIT chosen(Repair(*repair)); // a copy: what listens asks anew
}

void RepairPane::updateButton()
{
    const Repair *repair = current();
    m_choose->setVisible(repair);
    if (!repair)
        return;
    const bool sessionOnly = repair->changes.isEmpty();
    m_choose->setText(sessionOnly ? tr("&Change the session") : tr("Put in &draft"));
    m_choose->setAccessibleDescription(repairText(*repair));
    m_choose->setEnabled(sessionOnly || !m_readOnly);
}

} // namespace rolewright
