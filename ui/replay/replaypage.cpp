// SPDX-License-Identifier: Apache-2.0
#include "ui/replay/replaypage.h"

#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTreeView>
#include <QVBoxLayout>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int ProgressInterval = 100; // ms
constexpr int AllRow = 0;
constexpr int ClassRow = 1; // the first of the classes, as ReplayClass has them after Same
constexpr int MalformedRow = ClassRow + int(ReplayClass::UnknownResource);

} // namespace

ReplayPage::ReplayPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new ReplayModel(this))
    , m_version(new QSpinBox)
    , m_file(new QLabel)
    , m_classes(new QListWidget)
    , m_view(new QTreeView)
    , m_state(new QLabel)
    , m_bar(new QProgressBar)
    , m_again(new QPushButton(tr("&Run again")))
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_back(new QPushButton(tr("Previous pa&ge")))
    , m_forward(new QPushButton(tr("Ne&xt page")))
    , m_ask(new QPushButton(tr("&Simulate…")))
{
    auto *column = new QVBoxLayout(this);
    column->addLayout(makeHead());
    column->addWidget(makeBody(), 1);
    column->addLayout(makeFoot());
    m_timer.setInterval(ProgressInterval);
    connect(&m_timer, &QTimer::timeout, this, &ReplayPage::showProgress);
    connect(&workspace, &Workspace::changed, this, &ReplayPage::updateState);
    connect(&workspace, &Workspace::baseChanged, this, [this] {
        // The newest stays the newest; an earlier one stays what was asked for.
        const QSignalBlocker quiet(m_version);
        const bool newest = m_version->value() == m_version->maximum();
        m_version->setMaximum(std::max(1, int(m_workspace.draft().baseVersion())));
        if (newest)
            m_version->setValue(m_version->maximum());
        m_revision.reset();
        updateState();
    });
    connect(&workspace, &Workspace::storeChanged, this, [this] {
        cancel();
        m_path.clear();
        m_pages.clear();
        m_next.reset();
        m_counts.reset();
        m_before.reset();
        m_model->set({});
        const QSignalBlocker quiet(m_version);
        m_version->setRange(1, std::max(1, int(m_workspace.draft().baseVersion())));
        m_version->setValue(m_version->maximum());
        showCounts();
        updateState();
    });
    showCounts();
    updateState();
}

void ReplayPage::pickLog()
{
    auto *dialog = new QFileDialog(this, tr("Choose a log of requests"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"picklog"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Logs of requests (*.jsonl *.ndjson *.log *.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ReplayPage::open);
    dialog->open();
}

void ReplayPage::open(const QString &path)
{
    m_path = path;
    loadBefore();
}

// The stored version is at hand; an earlier one is loaded and compiled first.
void ReplayPage::loadBefore()
{
    if (m_path.isEmpty())
        return;
    m_running.cancel();
    m_indexing.cancel();
    m_before.reset();
    m_pages = {ReplayPlace()};
    const quint64 loading = ++m_loading;
    if (m_version->value() >= m_workspace.draft().baseVersion()) {
        m_before = m_workspace.baseIndex();
        run(true);
        return;
    }
    m_workspace.service().load(m_version->value(), this, [this, loading](const Result<Snapshot> &snapshot) {
        if (loading != m_loading)
            return;
        if (!snapshot) {
            present(failure(snapshot.error()), true);
            return;
        }
        m_indexing.start([policy = snapshot->policy](const CancelToken &) { return PolicyIndex(policy); },
                         [this](const PolicyIndex &index) {
                             m_before = index;
                             run(true);
                         });
    });
    updateState();
}

ReplayFilter ReplayPage::filter() const
{
    const int row = m_classes->currentRow();
    if (row == MalformedRow)
        return {false, {}, true};
    if (row >= ClassRow)
        return {true, ReplayClass(row - ClassRow + int(ReplayClass::AllowedToDenied)), false};
    return {};
}

void ReplayPage::run(bool wholeLog)
{
    if (!m_before)
        return;
    if (wholeLog || m_revision != m_workspace.revision()) {
        wholeLog = true; // of another draft the counts are others, too
        m_pages = {ReplayPlace()};
        m_revision = m_workspace.revision();
    }
    m_progress = std::make_shared<ReplayProgress>();
    ReplayTask task{m_path,         *m_before, m_workspace.index(), Instant::now(), filter(),
                    m_pages.last(), wholeLog,  m_pageSize};
    m_running.start(
        [task, progress = m_progress](const CancelToken &token) { return replayLog(task, *progress, token); },
        [this, wholeLog](const Result<ReplayRun> &outcome) { present(outcome, wholeLog); });
    m_timer.start();
    showProgress();
    updateState();
}

void ReplayPage::present(const Result<ReplayRun> &outcome, bool wholeLog)
{
    m_timer.stop();
    if (!outcome) {
        Message message = toMessage(outcome.error());
        message.text = u"%1: %2"_s.arg(m_path, message.text);
        m_workspace.show(message);
        m_model->set({});
        m_next.reset();
        m_counts.reset();
    } else {
        m_model->set(outcome->rows);
        m_next = outcome->next;
        if (wholeLog)
            m_counts = outcome->counts;
        if (m_model->rowCount() > 0)
            m_view->setCurrentIndex(m_model->index(0, 0));
    }
    showCounts();
    updateState();
    Q_EMIT finished();
}

void ReplayPage::cancel()
{
    ++m_loading;
    m_indexing.cancel();
    if (m_running.isRunning())
        m_model->set({}); // a part of it would look like the whole
    m_running.cancel();
    m_timer.stop();
    updateState();
}

void ReplayPage::showProgress()
{
    m_bar->setValue(int(1000 * m_progress->offset / m_progress->size));
    m_state->setText(tr("%L1 lines read…").arg(m_progress->lines));
}

void ReplayPage::showCounts()
{
    const ReplayCounts counts = m_counts.value_or(ReplayCounts());
    const QSignalBlocker quiet(m_classes);
    const int row = std::max(0, m_classes->currentRow());
    m_classes->clear();
    const auto add = [&](const QString &text, qint64 count) {
        m_classes->addItem(m_counts ? u"%1  %L2"_s.arg(text).arg(count) : text);
    };
    add(tr("All that differ"), counts.lines - counts.count(ReplayClass::Same) - counts.skipped);
    for (int kind = int(ReplayClass::AllowedToDenied); kind <= int(ReplayClass::UnknownResource); ++kind)
        add(ReplayModel::textOf(ReplayClass(kind)), counts.count(ReplayClass(kind)));
    add(tr("no request"), counts.malformed);
    m_classes->setCurrentRow(row);
    m_classes->setMinimumWidth(m_classes->sizeHintForColumn(0) + 2 * m_classes->frameWidth() + 2);
}

void ReplayPage::turn(bool forward)
{
    if (forward && m_next)
        m_pages.append(*m_next);
    else if (!forward && m_pages.size() > 1)
        m_pages.removeLast();
    else
        return;
    run(false);
}

void ReplayPage::updateState()
{
    const bool busy = m_running.isRunning();
    const bool loading = m_indexing.isRunning();
    m_file->setText(m_path);
    m_bar->setVisible(busy);
    m_cancel->setVisible(busy || loading);
    m_again->setEnabled(!m_path.isEmpty() && !busy && !loading);
    m_back->setEnabled(!busy && m_pages.size() > 1);
    m_forward->setEnabled(!busy && m_next);
    const int row = m_view->currentIndex().row();
    m_ask->setEnabled(row >= 0 && m_model->rowAt(row).problem.isEmpty());
    m_classes->setEnabled(m_counts && !busy);
    if (busy)
        return;
    if (m_path.isEmpty())
        m_state->setText(tr("Choose a log to see which requests the draft would decide otherwise."));
    else if (loading)
        m_state->setText(tr("Loading version %1…").arg(m_version->value()));
    else if (!m_counts)
        m_state->setText(tr("Not replayed."));
    else if (m_revision != m_workspace.revision())
        m_state->setText(tr("The policy has changed since. Run it again to see what differs now."));
    else if (row >= 0 && !m_model->rowAt(row).problem.isEmpty())
        m_state->setText(tr("Line %L1: %2").arg(m_model->rowAt(row).line).arg(m_model->rowAt(row).problem));
    else if (m_counts->skipped > 0)
        m_state->setText(tr("%L1 lines, %L2 decided the same, %L3 events that ask nothing.")
                             .arg(m_counts->lines)
                             .arg(m_counts->count(ReplayClass::Same))
                             .arg(m_counts->skipped));
    else
        m_state->setText(tr("%L1 lines, %L2 decided the same.")
                             .arg(m_counts->lines)
                             .arg(m_counts->count(ReplayClass::Same)));
}

} // namespace rolewright
