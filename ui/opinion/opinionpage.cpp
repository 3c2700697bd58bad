// SPDX-License-Identifier: Apache-2.0
#include "ui/opinion/opinionpage.h"
#include "ui/widgets/flowlayout.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeView>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int ProgressInterval = 100; // ms

} // namespace

OpinionPage::OpinionPage(Workspace &workspace, OpinionServer &server, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_server(server)
    , m_model(new OpinionModel(this))
    , m_source(new QComboBox)
    , m_choose(new QPushButton(tr("Choose a &log…")))
    , m_view(new QTreeView)
    , m_state(new QLabel)
    , m_bar(new QProgressBar)
    , m_compare(new QPushButton(tr("&Compare")))
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_ask(new QPushButton(tr("&Simulate…")))
{
    makeView();
    auto *column = new QVBoxLayout(this);
    column->addLayout(makeHead());
    column->addWidget(m_view, 1);
    column->addLayout(makeFoot());
    m_timer.setInterval(ProgressInterval);
    connect(&m_timer, &QTimer::timeout, this, &OpinionPage::showProgress);
    connect(&workspace, &Workspace::changed, this, &OpinionPage::updateState);
    connect(&workspace, &Workspace::baseChanged, this, &OpinionPage::updateState);
    connect(&workspace, &Workspace::storeChanged, this, &OpinionPage::reset);
    connect(&server, &OpinionServer::addressChanged, this, [this] {
        m_running.cancel();
        m_timer.stop();
        m_run.reset();
        m_model->set({});
        updateState();
    });
    updateState();
}

QLayout *OpinionPage::makeHead()
{
    m_source->addItem(tr("The policy's tests"));
    m_source->addItem(tr("A log of requests"));
    m_source->addItem(tr("Cells of a matrix"));
    auto *what = new QLabel(tr("&Questions"));
    what->setBuddy(m_source);
    QLineEdit *field = m_server.makeField();
    auto *whom = new QLabel(tr("asked also &of"));
    whom->setBuddy(field);
    field->setMinimumWidth(fontMetrics().averageCharWidth() * 24);
    auto *head = new FlowLayout;
    for (QWidget *each : std::initializer_list<QWidget *>{what, m_source, m_choose, whom, field, m_compare})
        head->addWidget(each);
    connect(m_source, &QComboBox::currentIndexChanged, this, [this] {
        m_running.cancel();
        m_timer.stop();
        m_run.reset();
        m_model->set({});
        updateState();
    });
    connect(m_choose, &QPushButton::clicked, this, &OpinionPage::pickLog);
    connect(m_compare, &QPushButton::clicked, this, &OpinionPage::run);
    setFocusProxy(m_source);
    return head;
}

void OpinionPage::makeView()
{
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAccessibleName(tr("Questions that are not answered alike"));
    const int letter = fontMetrics().averageCharWidth();
    // Both answers are in sight, however narrow the window is.
    m_view->header()->resizeSection(OpinionModel::What, letter * 18);
    m_view->header()->resizeSection(OpinionModel::Subject, letter * 16);
    m_view->header()->resizeSection(OpinionModel::Action, letter * 10);
    m_view->header()->resizeSection(OpinionModel::Resource, letter * 16);
    m_view->header()->setSectionResizeMode(OpinionModel::Here, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(OpinionModel::There, QHeaderView::Stretch);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &OpinionPage::updateState);
    connect(m_view, &QTreeView::activated, m_ask, &QPushButton::click);
}

QLayout *OpinionPage::makeFoot()
{
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setObjectName(u"opinionstate"_s);
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setMaximumWidth(160);
    m_bar->setAccessibleName(tr("Comparing"));
    m_ask->setToolTip(tr("Ask this in the panel Simulate access"));
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_state, 1);
    foot->addWidget(m_bar);
    foot->addWidget(m_cancel);
    foot->addWidget(m_ask);
    connect(m_cancel, &QPushButton::clicked, this, &OpinionPage::cancel);
    connect(m_ask, &QPushButton::clicked, this, [this] {
        if (const int row = m_view->currentIndex().row(); row >= 0)
            Q_EMIT questionAsked(Request(m_model->rowAt(row).request));
    });
    return foot;
}

void OpinionPage::pickLog()
{
    auto *dialog = new QFileDialog(this, tr("Choose a log of requests"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"pickopinionlog"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Logs of requests (*.jsonl *.ndjson *.log *.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &OpinionPage::compareLog);
    dialog->open();
}

void OpinionPage::compareLog(const QString &path)
{
    m_path = path;
    m_source->setCurrentIndex(int(OpinionSource::Log));
    run();
}

void OpinionPage::compareCells(const QList<AccessCell> &cells)
{
    m_cells = cells;
    m_source->setCurrentIndex(int(OpinionSource::Cells));
    run();
}

void OpinionPage::compareTests()
{
    m_source->setCurrentIndex(int(OpinionSource::Tests));
    run();
}

void OpinionPage::run()
{
    m_run.reset();
    m_cancelled = false;
    m_model->set({});
    updateState();
    if (!m_compare->isEnabled())
        return;
    m_revision = m_workspace.revision();
    m_progress = std::make_shared<OpinionProgress>();
    const OpinionTask task {OpinionSource(m_source->currentIndex()), m_path, m_cells, m_workspace.index(), Instant::now(),
                            m_server.address()};
    m_running.start([task, progress = m_progress](
                        const CancelToken &cancel) { return rolewright::compareOpinions(task, *progress, cancel); },
                    [this](const OpinionRun &run) { present(run); });
    m_timer.start();
    showProgress();
    updateState();
}

void OpinionPage::present(const OpinionRun &run)
{
    m_timer.stop();
    m_model->set(run.rows);
    m_run = run;
    m_run->rows.clear();
    if (m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0, 0));
    updateState();
    Q_EMIT finished();
}

void OpinionPage::cancel()
{
    m_running.cancel();
    m_timer.stop();
    m_cancelled = true;
    updateState();
}

void OpinionPage::reset()
{
    m_running.cancel();
    m_timer.stop();
    m_run.reset();
    m_cancelled = false;
    m_path.clear();
    m_cells.clear();
    m_model->set({});
    m_source->setCurrentIndex(int(OpinionSource::Tests));
    updateState();
}

void OpinionPage::showProgress()
{
    m_bar->setValue(int(1000 * m_progress->done / m_progress->total));
    m_state->setText(tr("%L1 questions answered…").arg(m_progress->asked));
}

QString OpinionPage::summary() const
{
    const OpinionCounts &counts = m_run->counts;
    QStringList parts;
    if (m_run->stopped)
        parts << tr("It ended early: %1").arg(m_run->stopped->message);
    parts << tr("%L1 answered alike, %L2 otherwise, %L3 not at all.")
                 .arg(counts.agree())
                 .arg(counts.disagree)
                 .arg(counts.unanswered);
    if (m_run->passedOver > 0)
        parts << (m_source->currentIndex() == int(OpinionSource::Log)
                      ? tr("%Ln line(s) are no requests.", nullptr, int(m_run->passedOver))
                      : tr("%Ln cell(s) ask nothing: patterns, and roles that nobody has.", nullptr, int(m_run->passedOver)));
    if (counts.disagree + counts.unanswered > OpinionRun::RowMaximum)
        parts << tr("The first %L1 are listed.").arg(OpinionRun::RowMaximum);
    if (m_revision != m_workspace.revision())
        parts << tr("The policy has changed since. Compare again to see what differs now.");
    return parts.join(u' ');
}

void OpinionPage::updateState()
{
    const bool busy = m_running.isRunning();
    const auto source = OpinionSource(m_source->currentIndex());
    QString missing = m_server.problem();
    if (source == OpinionSource::Log && m_path.isEmpty())
        missing = tr("Choose a log of requests: AuthZEN, one JSON object a line.");
    else if (source == OpinionSource::Cells && m_cells.isEmpty())
        missing = tr("In a matrix, choose Edit > Compare the cells with a second opinion.");
    else if (source == OpinionSource::Tests && m_workspace.policy().tests().size() == 0)
        missing = tr("The policy has no tests yet. Save questions of the panel as tests, or compare a log.");
    m_choose->setVisible(source == OpinionSource::Log);
    m_view->setColumnHidden(OpinionModel::What, source == OpinionSource::Cells); // it has no name
    m_choose->setToolTip(m_path);
    m_compare->setEnabled(missing.isEmpty() && !busy);
    m_bar->setVisible(busy);
    m_cancel->setVisible(busy);
    m_ask->setEnabled(m_view->currentIndex().isValid());
    if (busy)
        return;
    if (m_run)
        m_state->setText(summary());
    else if (!missing.isEmpty())
        m_state->setText(missing);
    else if (m_cancelled)
        m_state->setText(tr("Cancelled."));
    else
        m_state->setText(tr("Compare to see which questions %1 answers otherwise.").arg(m_server.address()));
}

} // namespace rolewright
