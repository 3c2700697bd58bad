// SPDX-License-Identifier: Apache-2.0
#include "ui/changes/effectsview.h"

#include "ui/changes/impactmodel.h"
#include "ui/shell/workbar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QTreeView>

#include <algorithm>

namespace rolewright {

namespace {

// Operations opened and closed, as what a user gains and loses.
Impact asImpact(const OperationImpact &effect)
{
    Impact impact;
    for (const OperationChange &change : effect.changes)
        impact.changes.append({change.user, change.user, change.opened, change.closed});
    return impact;
}

// What a rename takes under the old name and gives under the new one, it leaves with who has it.
ShownCauses withoutRenames(const QList<Change> &changes, QList<Cause> causes, const EffectsView::Sides &sides)
{
    Renames renames(sides.before.policy(), sides.after.policy());
    QList<qsizetype> keeping;
    for (Cause &cause : causes)
        keeping.append(renames.takeFrom(cause.impact));
    return {changes, causes, keeping};
}

} // namespace

EffectsView::EffectsView(QWidget *parent)
    : QWidget(parent)
    , m_impact(new ImpactModel(this))
    , m_causes(new CausesModel(this))
    , m_operations(new ImpactModel(this))
    , m_title(new QLabel)
    , m_renamed(new QLabel)
    , m_by(new QComboBox)
    , m_note(new QLabel)
    , m_work(new WorkBar)
    , m_view(new QTreeView)
{
    for (QLabel *label : {m_title, m_renamed, m_note}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_by->addItems({tr("By user"), tr("By change"), tr("Operations")});
    m_by->setAccessibleName(tr("How the effect is shown"));
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAccessibleName(tr("Who gains and who loses"));
    m_view->setModel(m_impact);
    m_view->header()->setStretchLastSection(false);
    fitHeads();
    auto *row = new QHBoxLayout;
    row->addWidget(m_title, 1);
    row->addWidget(m_by, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_renamed);
    column->addWidget(m_work);
    column->addWidget(m_note);
    column->addWidget(m_view, 1);
    m_renamed->hide();
    m_note->hide();
    m_timer.setInterval(100); // ms
    connect(&m_timer, &QTimer::timeout, this, &EffectsView::showProgress);
    connect(m_by, &QComboBox::currentIndexChanged, this, &EffectsView::look);
}

// Counts are as wide as their heads, which are large on some screens.
void EffectsView::fitHeads()
{
    QHeaderView *header = m_view->header();
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < header->count(); ++column)
        header->resizeSection(column, std::max(header->sectionSize(column), header->sectionSizeHint(column)));
}

EffectsView::By EffectsView::by() const
{
    return By(m_by->currentIndex());
}

void EffectsView::setSides(const std::optional<Sides> &sides)
{
    m_sides = sides;
    refresh();
}

void EffectsView::setImpact(const Impact &impact, const QList<Renamed> &renamed)
{
    m_impact->set(impact);
    constexpr qsizetype NamedMaximum = 3;
    QStringList lines;
    for (const Renamed &each : renamed.mid(0, renamed.size() > NamedMaximum ? 0 : NamedMaximum))
        lines.append(tr("%1 is now called %2: %Ln user(s) keep it.", nullptr, int(each.keeping))
                         .arg(each.from, each.to));
    if (renamed.size() > NamedMaximum)
        lines.append(
            tr("%Ln name(s) change: who has what they stand for keeps it.", nullptr, int(renamed.size())));
    const bool isAskedFor = std::any_of(renamed.cbegin(), renamed.cend(), [](const Renamed &each) {
        return each.kind == Change::Kind::Permission;
    });
    if (isAskedFor)
        lines.append(tr("Applications that still ask for a permission by its old name are denied."));
    m_renamed->setText(lines.join(u'\n'));
    m_renamed->setVisible(!lines.isEmpty());
}

void EffectsView::setTitle(const QString &title)
{
    m_title->setText(title);
}

void EffectsView::refresh()
{
    m_causing.cancel();
    m_operating.cancel();
    m_work->end();
    m_timer.stop();
    if (by() == By::Change)
        findCauses();
    else if (by() == By::Operation)
        findOperations();
}

void EffectsView::look()
{
    m_note->hide();
    QAbstractItemModel *model = m_impact;
    if (by() == By::Change)
        model = m_causes;
    else if (by() == By::Operation)
        model = m_operations;
    QItemSelectionModel *before = m_view->selectionModel();
    m_view->setModel(model);
    delete before;
    fitHeads();
    refresh();
}

void EffectsView::findCauses()
{
    m_causes->set({});
    if (!m_sides || !m_sides->changes) {
        m_note->hide();
        return;
    }
    const QList<Change> changes = *m_sides->changes;
    m_note->show();
    m_note->setText(tr("Looking which change does what…"));
    m_work->start(tr("Looking which change does what…"), [this] { stop(); });
    m_done = std::make_shared<std::atomic<qint64>>(0);
    m_timer.start();
    showProgress();
    m_causing.start(
        [sides = *m_sides, changes, done = m_done](const CancelToken &cancel) -> Result<ShownCauses> {
            const Result<QList<Cause>> causes =
                impactByCause(sides.before, changes, Instant::now(), &cancel, done.get());
            if (!causes)
                return failure(causes.error());
            return withoutRenames(changes, *causes, sides);
        },
        [this](const Result<ShownCauses> &found) {
            m_work->end();
            m_timer.stop();
            m_note->setVisible(!found);
            if (found)
                m_causes->set(*found);
            else
                m_note->setText(found.error().message);
        });
}

void EffectsView::showProgress()
{
    m_note->setText(
        tr("Looking which change does what: %L1 of %L2…").arg(m_done->load()).arg(m_sides->changes->size()));
}

void EffectsView::stop()
{
    m_causing.cancel();
    m_operating.cancel();
    m_timer.stop();
    m_work->end();
    m_note->setText(tr("Cancelled. Choose another view, and then this one, to look again."));
}

void EffectsView::findOperations()
{
    m_operations->set({});
    if (!m_sides) {
        m_note->hide();
        return;
    }
    m_note->setText(tr("Looking which operations open and close…"));
    m_note->show();
    m_work->start(tr("Looking which operations open and close…"), [this] { stop(); });
    m_operating.start(
        [sides = *m_sides](const CancelToken &cancel) {
            return operationImpact(sides.before, sides.after, Instant::now(), &cancel);
        },
        [this](const std::optional<OperationImpact> &effect) {
            m_work->end();
            if (!effect)
                return;
            m_operations->set(asImpact(*effect));
            m_note->setText(
                effect->changes.isEmpty()
                    ? tr("No operation opens or closes for anybody.")
                    : tr("%L1 opened to a user, %L2 closed.").arg(effect->opened).arg(effect->closed));
        });
}

} // namespace rolewright
