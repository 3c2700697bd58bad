// SPDX-License-Identifier: Apache-2.0
#include "ui/compare/differencepage.h"

#include "core/edit/apply.h"
#include "ui/changes/effectsview.h"
#include "ui/compare/versionlist.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/foldingsplitter.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QTreeView>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ExpandedMaximum = 1000; // more changes are only grouped

// Opened, read and closed on the worker.
Result<Policy> policyAt(const QString &location)
{
    if (const QFileInfo file(location); file.exists() && !file.isFile())
        return failure(ErrorCode::Invalid, u"This is no file; choose a store or a policy document."_s,
                       location);
    const Result<std::unique_ptr<PolicyStore>> store = openStore(location);
    if (!store)
        return failure(store.error());
    Result<Snapshot> snapshot = (*store)->load();
    if (!snapshot)
        return failure(snapshot.error());
    return snapshot->policy;
}

} // namespace

Result<DifferencePage::Outcome> DifferencePage::differenceOf(const Policy &before, const Policy &after,
                                                             const CancelToken &cancel)
{
    const auto cancelled = failure(ErrorCode::Cancelled, u"The comparison was cancelled."_s);
    Outcome outcome;
    outcome.changes = reverting(before, after);
    if (cancel)
        return cancelled;
    // Of one lineage with `before`: users who are renamed stay the same ones.
    Policy made = before;
    if (const Status done = apply(made, outcome.changes); !done)
        return failure(done.error());
    outcome.before = PolicyIndex(before);
    outcome.after = outcome.before.updated(made);
    std::optional<Impact> effect = impact(outcome.before, outcome.after, Instant::now(), true, &cancel);
    if (!effect)
        return cancelled;
    outcome.impact = std::move(*effect);
    Renames renames(before, made);
    renames.takeFrom(outcome.impact);
    outcome.renamed = renames.list();
    outcome.groups = ChangesModel::grouped(outcome.changes);
    return outcome;
}

DifferencePage::DifferencePage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_changes(new ChangesModel(this))
    , m_versions(new VersionList(workspace))
    , m_title(new QLabel)
    , m_view(new QTreeView)
    , m_effects(new EffectsView)
    , m_compare(new QPushButton(tr("&Compare")))
    , m_cancel(new QPushButton(tr("Cancel")))
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_view->setModel(m_changes);
    m_view->setHeaderHidden(true);
    m_view->setUniformRowHeights(true);
    m_view->setAccessibleName(tr("What changes"));
    auto *changes = new QWidget;
    auto *changesColumn = new QVBoxLayout(changes);
    changesColumn->setContentsMargins(0, 0, 0, 0);
    changesColumn->addWidget(m_title);
    changesColumn->addWidget(m_view, 1);
    auto *parts = new FoldingSplitter;
    parts->addWidget(changes);
    parts->addWidget(m_effects);
    auto *comparison = new QWidget;
    auto *column = new QVBoxLayout(comparison);
    column->setContentsMargins(0, 0, 0, 0);
    auto *sides = new FlowLayout;
    sides->addWidget(makeSide(m_before, tr("F&rom")));
    sides->addWidget(makeSide(m_after, tr("T&o")));
    sides->addWidget(m_compare);
    sides->addWidget(m_cancel);
    column->addLayout(sides);
    column->addWidget(parts, 1);
    auto *both = new QSplitter(Qt::Vertical);
    both->addWidget(m_versions);
    both->addWidget(comparison);
    both->setChildrenCollapsible(false);
    both->setSizes({300, 700}); // not pixels
    auto *page = new QVBoxLayout(this);
    page->addWidget(both);
    setFocusProxy(m_versions);

    connect(m_versions, &VersionList::chosen, this, &DifferencePage::startVersions);
    connect(m_compare, &QPushButton::clicked, this, [this] {
        m_versions->unmark();
        start();
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        stop();
        m_title->setText(tr("Cancelled."));
    });
    const auto versions = [this] {
        for (Side *side : {&m_before, &m_after}) {
            const bool newest = side->version->value() == side->version->maximum();
            side->version->setMaximum(std::max(1, int(m_workspace.draft().baseVersion())));
            if (newest)
                side->version->setValue(side->version->maximum());
        }
    };
    connect(&workspace, &Workspace::baseChanged, this, versions);
    connect(&workspace, &Workspace::storeChanged, this, [this, versions] {
        stop();
        versions();
        m_changes->set({});
        m_effects->setSides({});
        m_effects->setImpact({});
        m_effects->setTitle({});
        m_title->setText(tr("Choose what to compare."));
    });
    versions();
    m_title->setText(tr("Choose what to compare."));
    updateState();
}

QWidget *DifferencePage::makeSide(Side &side, const QString &label)
{
    side.kind = new QComboBox;
    side.kind->addItems({tr("version"), tr("the draft"), tr("another store or document")});
    side.kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    side.kind->setMinimumContentsLength(12);
    side.version = new QSpinBox;
    side.version->setMinimum(0);
    side.version->setSpecialValueText(tr("0 (nothing yet)"));
    side.version->setAccessibleName(tr("Version"));
    side.location = new QLineEdit;
    side.location->setAccessibleName(tr("Store or document"));
    side.choose = new QPushButton(tr("Choose…"));
    auto *fields = new QWidget;
    auto *row = new QHBoxLayout(fields);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(labelledField(label, side.kind));
    row->addWidget(side.version);
    row->addWidget(side.location, 1);
    row->addWidget(side.choose);
    connect(side.kind, &QComboBox::currentIndexChanged, this, [this, &side] { updateSide(side); });
    connect(side.choose, &QPushButton::clicked, this, [this, &side] { pickStore(side); });
    connect(side.location, &QLineEdit::textChanged, this, &DifferencePage::updateState);
    connect(side.location, &QLineEdit::returnPressed, m_compare, &QPushButton::click);
    updateSide(side);
    return fields;
}

void DifferencePage::updateSide(Side &side)
{
    const auto kind = Kind(side.kind->currentIndex());
    side.version->setVisible(kind == Kind::Version);
    side.location->setVisible(kind == Kind::Other);
    side.choose->setVisible(kind == Kind::Other);
    if (m_after.kind)
        updateState();
}

void DifferencePage::pickStore(Side &side)
{
    auto *dialog = new QFileDialog(this, tr("Choose a store or a policy document"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Stores and policy documents (*.rolewright *.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, side.location, &QLineEdit::setText);
    dialog->open();
}

void DifferencePage::compareVersions(qint64 before, qint64 after)
{
    m_versions->mark(before, after);
    startVersions(before, after);
}

void DifferencePage::startVersions(qint64 before, qint64 after)
{
    stop(); // the newest choice wins
    for (const auto &[side, version] : {std::pair(&m_before, before), std::pair(&m_after, after)}) {
        side->kind->setCurrentIndex(int(Kind::Version));
        side->version->setValue(int(version));
    }
    start();
}

void DifferencePage::compareWith(const QString &location)
{
    stop();
    m_versions->unmark();
    m_before.kind->setCurrentIndex(int(Kind::Other));
    m_before.location->setText(location);
    m_after.kind->setCurrentIndex(int(Kind::Draft));
    start();
}

void DifferencePage::start()
{
    if (!m_compare->isEnabled())
        return;
    stop();
    m_running = true;
    m_title->setText(tr("Loading and comparing…"));
    updateState();
    for (Side *side : {&m_before, &m_after})
        load(*side, m_run);
}

void DifferencePage::load(Side &side, quint64 run)
{
    switch (Kind(side.kind->currentIndex())) {
    case Kind::Draft:
        take(side, run, m_workspace.policy());
        break;
    case Kind::Version:
        m_workspace.service().load(side.version->value(), this,
                                   [this, &side, run](const Result<Snapshot> &snapshot) {
                                       if (snapshot)
                                           take(side, run, snapshot->policy);
                                       else
                                           take(side, run, failure(snapshot.error()));
                                   });
        break;
    case Kind::Other:
        side.opening.start(
            [location = side.location->text()](const CancelToken &) { return policyAt(location); },
            [this, &side, run](const Result<Policy> &policy) { take(side, run, policy); });
        break;
    }
}

void DifferencePage::take(Side &side, quint64 run, const Result<Policy> &policy)
{
    if (run != m_run || !m_running)
        return;
    if (!policy) {
        present(failure(policy.error()));
        return;
    }
    side.policy = *policy;
    if (!m_before.policy || !m_after.policy)
        return;
    m_comparing.start([before = *m_before.policy, after = *m_after.policy](
                          const CancelToken &cancel) { return differenceOf(before, after, cancel); },
                      [this](const Result<Outcome> &outcome) { present(outcome); });
}

void DifferencePage::present(const Result<Outcome> &outcome)
{
    stop();
    if (!outcome) {
        m_workspace.show(toMessage(outcome.error()));
        m_changes->set({});
        m_effects->setSides({});
        m_effects->setImpact({});
        m_effects->setTitle({});
        m_title->setText(tr("Not compared."));
        Q_EMIT finished();
        return;
    }
    m_changes->set(outcome->changes, outcome->groups);
    if (outcome->changes.size() <= ExpandedMaximum)
        m_view->expandAll();
    m_title->setText(outcome->changes.isEmpty() ? tr("They are the same.")
                                                : tr("%Ln change(s)", nullptr, int(outcome->changes.size())));
    m_effects->setSides(EffectsView::Sides{outcome->before, outcome->after, outcome->changes});
    m_effects->setImpact(outcome->impact, outcome->renamed);
    m_effects->setTitle(
        tr("Users: %L1 gain access, %L2 lose it.").arg(outcome->impact.gaining).arg(outcome->impact.losing));
    Q_EMIT finished();
}

void DifferencePage::stop()
{
    ++m_run;
    m_running = false;
    m_comparing.cancel();
    for (Side *side : {&m_before, &m_after}) {
        side->opening.cancel();
        side->policy.reset();
    }
    updateState();
}

void DifferencePage::updateState()
{
    const auto isNamed = [](const Side &side) {
        return Kind(side.kind->currentIndex()) != Kind::Other || !side.location->text().isEmpty();
    };
    m_compare->setEnabled(!m_running && m_workspace.isOpen() && isNamed(m_before) && isNamed(m_after));
    m_cancel->setVisible(m_running);
}

} // namespace rolewright
