// SPDX-License-Identifier: Apache-2.0
#include "ui/importing/importpage.h"

#include "ui/changes/changesmodel.h"
#include "ui/changes/impactmodel.h"
#include "ui/importing/findinglistmodel.h"
#include "ui/importing/importoptions.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int StageInterval = 100; // ms

QLabel *makeTitle()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QWidget *stacked(std::initializer_list<QWidget *> widgets)
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    for (QWidget *widget : widgets)
        column->addWidget(widget);
    return part;
}

} // namespace

ImportPage::ImportPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_title(makeTitle())
    , m_what(makeTitle())
    , m_options(new ImportOptions)
    , m_changes(new ChangesModel(this))
    , m_impact(new ImpactModel(this))
    , m_findings(new FindingListModel(this))
{
    setObjectName(u"import"_s);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_preview = makePreview();
    m_findingsTitle = makeTitle();
    m_findingsView = new QListView;
    m_findingsView->setModel(m_findings);
    m_findingsView->setUniformItemSizes(true);
    m_findingsView->setAccessibleName(tr("Findings"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_what);
    column->addWidget(m_options);
    column->addWidget(m_preview, 3);
    column->addWidget(m_findingsTitle);
    column->addWidget(m_findingsView, 1);
    column->addStretch();
    column->addWidget(makeButtons());

    m_stageTimer.setInterval(StageInterval);
    connect(&m_stageTimer, &QTimer::timeout, this, &ImportPage::tellStage);
    connect(m_options, &ImportOptions::requestChanged, this, &ImportPage::start);
    connect(&workspace, &Workspace::changed, this, &ImportPage::start);
    connect(&workspace, &Workspace::storeLeaving, this, &ImportPage::cancel);
    clear();
}

QWidget *ImportPage::makePreview()
{
    m_changesTitle = makeTitle();
    m_changesView = new QTreeView;
    m_changesView->setModel(m_changes);
    m_changesView->setHeaderHidden(true);
    m_changesView->setUniformRowHeights(true);
    m_changesView->setAccessibleName(tr("What would change"));
    m_impactTitle = makeTitle();
    auto *impact = new QTreeView;
    impact->setModel(m_impact);
    impact->setUniformRowHeights(true);
    impact->setAllColumnsShowFocus(true);
    impact->setAccessibleName(tr("Who would gain and who would lose"));
    impact->header()->setStretchLastSection(false);
    impact->header()->setSectionResizeMode(ImpactModel::Who, QHeaderView::Stretch);
    auto *splitter = new QSplitter;
    splitter->addWidget(stacked({m_changesTitle, m_changesView}));
    splitter->addWidget(stacked({m_impactTitle, impact}));
    splitter->setChildrenCollapsible(false);
    return splitter;
}

QWidget *ImportPage::makeButtons()
{
    m_bar = new QProgressBar;
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setMaximumWidth(120);
    m_bar->setAccessibleName(tr("Importing"));
    m_stage = makeTitle();
    m_import = new QPushButton(tr("&Import as pending changes"));
    m_cancel = new QPushButton(tr("&Cancel"));
    auto *part = new QWidget;
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_bar);
    row->addWidget(m_stage, 1);
    row->addWidget(m_import);
    row->addWidget(m_cancel);
    connect(m_import, &QPushButton::clicked, this, &ImportPage::accept);
    connect(m_cancel, &QPushButton::clicked, this, &ImportPage::cancel);
    return part;
}

QString ImportPage::fileName() const
{
    return QFileInfo(m_path).fileName();
}

void ImportPage::open(const QString &path)
{
    m_path = path;
    clear();
    m_title->setText(tr("Import %1").arg(fileName()));
    m_stage->setText(tr("Reading…"));
    setBusy(true);
    m_cancel->setFocus();
    m_reading.start([path](const CancelToken &) { return readImport(path); },
                    [this](const Result<QByteArray> &bytes) { takeFile(bytes); });
}

void ImportPage::takeFile(const Result<QByteArray> &bytes)
{
    if (!bytes)
        return showError(bytes.error());
    m_bytes = *bytes;
    const Result<ImportFormat> format = formatOf(m_bytes);
    if (!format)
        return showError(format.error());
    m_options->setFile(*format, m_bytes);
    m_options->show();
    start();
}

void ImportPage::start()
{
    if (!isOpen() || m_bytes.isEmpty())
        return;
    m_edit.reset();
    m_progress = std::make_shared<ImportProgress>(ImportStage::Comparing);
    setBusy(true);
    tellStage();
    m_previewing.start(
        [draft = m_workspace.index(), bytes = m_bytes, request = m_options->request(), progress = m_progress](
            const CancelToken &cancel) { return previewImport(draft, bytes, request, *progress, cancel); },
        [this, revision = m_workspace.revision()](const Result<ImportPreview> &preview) {
            if (preview)
                m_edit = PreparedEdit{
                    revision, {tr("Import %1").arg(fileName()), preview->plan.changes}, preview->after};
            take(preview);
        });
}

void ImportPage::tellStage()
{
    switch (m_progress ? m_progress->load() : ImportStage::Comparing) {
    case ImportStage::Comparing:
        m_stage->setText(tr("Comparing the file with the policy…"));
        break;
    case ImportStage::Applying:
        m_stage->setText(tr("Trying the changes…"));
        break;
    case ImportStage::Reviewing:
        m_stage->setText(tr("Looking who gains and who loses…"));
        break;
    }
}

void ImportPage::take(const Result<ImportPreview> &preview)
{
    if (preview)
        showPreview(*preview);
    else
        showError(preview.error());
}

void ImportPage::showPreview(const ImportPreview &preview)
{
    setBusy(false);
    const ImportPlan &plan = preview.plan;
    QStringList what;
    if (plan.format == ImportFormat::Document) {
        what.append(tr("This is a policy document."));
    } else {
        what.append(tr("This is a table of %Ln row(s).", nullptr, int(plan.rows)));
        if (plan.repeatedRows > 0)
            what.append(tr("%Ln of them repeat another.", nullptr, int(plan.repeatedRows)));
    }
    for (auto it = plan.ignoredValues.begin(); it != plan.ignoredValues.end(); ++it)
        what.append(
            tr("The column “%1” is left out, with %Ln value(s).", nullptr, int(it.value())).arg(it.key()));
    m_what->setText(what.join(u' '));
    m_changes->set(plan.changes);
    m_changesTitle->setText(plan.changes.isEmpty() ? tr("Nothing would change.")
                                                   : tr("%Ln change(s)", nullptr, int(plan.changes.size())));
    constexpr qsizetype ExpandedMaximum = 1000;
    if (plan.changes.size() <= ExpandedMaximum)
        m_changesView->expandAll();
    const Impact &impact = preview.review.impact;
    m_impact->set(impact);
    m_impactTitle->setText(impact.changes.isEmpty()
                               ? tr("Nobody would gain or lose access.")
                               : tr("%L1 gain access, %L2 lose it").arg(impact.gaining).arg(impact.losing));
    Findings findings = preview.review.findings;
    for (const QString &test : preview.review.brokenTests)
        findings.append({Severity::Error, {}, tr("The test “%1” would fail.").arg(test), {}, 0, 0});
    m_findings->set(findings);
    m_findingsTitle->setText(tr("What is not good about it"));
    m_findingsTitle->setVisible(!findings.isEmpty());
    m_findingsView->setVisible(!findings.isEmpty());
    m_preview->show();
    m_stage->setText(tr("Nothing is imported yet."));
    m_import->setEnabled(!plan.changes.isEmpty() && !m_workspace.isReadOnly());
    if (m_import->isEnabled())
        m_import->setFocus();
}

void ImportPage::showError(const Error &error)
{
    setBusy(false);
    m_preview->hide();
    m_findings->set(error.findings);
    m_findingsTitle->setText(
        error.findings.isEmpty()
            ? error.message
            : tr("%1 %Ln error(s):", nullptr, int(error.findings.size())).arg(error.message));
    m_findingsTitle->show();
    m_findingsView->setVisible(!error.findings.isEmpty());
    m_stage->setText(tr("Nothing is imported."));
}

void ImportPage::clear()
{
    m_reading.cancel();
    m_previewing.cancel();
    m_edit.reset();
    m_bytes.clear();
    m_changes->set({});
    m_impact->set({});
    m_findings->set({});
    m_what->clear();
    m_changesTitle->clear();
    m_impactTitle->clear();
    m_options->hide();
    m_findingsTitle->hide();
    m_findingsView->hide();
    m_preview->show();
    m_stageTimer.stop();
}

void ImportPage::setBusy(bool busy)
{
    m_bar->setVisible(busy);
    m_import->setEnabled(false);
    busy ? m_stageTimer.start() : m_stageTimer.stop();
}

void ImportPage::accept()
{
    // Following it would be a preview of what is done.
    const std::optional<PreparedEdit> edit = std::exchange(m_edit, std::nullopt);
    if (!edit)
        return;
    const QString path = std::exchange(m_path, {});
    if (!m_workspace.edit(*edit)) {
        m_path = path;
        start();
        return;
    }
    clear();
    Q_EMIT finished(true);
}

void ImportPage::cancel()
{
    if (!isOpen())
        return;
    m_path.clear();
    clear();
    Q_EMIT finished(false);
}

void ImportPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        cancel();
    else
        QWidget::keyPressEvent(event);
}

} // namespace rolewright
