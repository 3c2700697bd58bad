// SPDX-License-Identifier: Apache-2.0
// The audit page: what leaves it, what the entries have in common, and who may read it.
#include "core/admin/changereview.h"
#include "ui/admin/confirmationbar.h"
#include "ui/admin/shownonce.h"
#include "ui/audit/archivepane.h"
#include "ui/audit/auditfilter.h"
#include "ui/audit/auditmodel.h"
#include "ui/audit/auditpage.h"
#include "ui/audit/checkpointcheck.h"
#include "ui/audit/facetsview.h"
#include "ui/audit/newcheckpoint.h"
#include "ui/audit/reportexport.h"
#include "ui/audit/timeline.h"
#include "ui/audit/trailexport.h"
#include "ui/filter/savedfilters.h"
#include "ui/shell/plaintext.h"
#include "ui/widgets/momentedit.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

void AuditPage::askWhereTo()
{
    auto *dialog = new QFileDialog(this, tr("Export the audit trail"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Comma-separated values (*.csv)"), tr("JSON Lines (*.jsonl)"),
                            tr("Report that can be checked, as JSON (*.json)"),
                            tr("Report that can be checked, as PDF (*.pdf)")});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        for (const QString &suffix : {u"jsonl"_s, u"json"_s, u"pdf"_s, u"csv"_s}) {
            if (filter.contains(u"(*."_s + suffix + u')'))
                dialog->setDefaultSuffix(suffix);
        }
    });
    connect(dialog, &QFileDialog::fileSelected, this, &AuditPage::exportTo);
    dialog->open();
}

void AuditPage::exportTo(const QString &path)
{
    if (!m_workspace.session().isGuarded()) {
        writeTo(path);
        return;
    }
    const QString operation = u"audit.export"_s;
    const QString what = QFileInfo(path).fileName();
    m_confirmation->run<void>(
        m_workspace,
        [operation, what](StoreGuard &guard, const Occasion &occasion) {
            return guard.perform(operation, what, occasion);
        },
        operationDigest(operation, what), {}, tr("&Confirm and export"), this,
        [this, path](const Status &may) {
            if (may)
                writeTo(path);
            else
                m_workspace.show(toMessage(may.error()));
        });
}

void AuditPage::writeTo(const QString &path)
{
    const bool report =
        path.endsWith(u".json"_s, Qt::CaseInsensitive) || path.endsWith(u".pdf"_s, Qt::CaseInsensitive);
    withChosen([this, path, report](const QList<AuditEvent> &events) {
        if (report)
            m_report->write(path, {m_filter->query(), m_trail->text(), events});
        else
            m_export->write(path, events);
    });
}

void AuditPage::askCheckpoints()
{
    auto *dialog = new QFileDialog(this, tr("Checkpoints that were kept elsewhere"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"pickcheckpoints"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &AuditPage::checkAgainst);
    dialog->open();
}

void AuditPage::makeCheckpoint()
{
    if (!m_keys || !m_keys())
        return;
    m_making->make(m_keys(), [this](const Checkpoint &made) {
        const QString name = m_workspace.service().traits().name;
        m_checkpoint->open(
            tr("Whoever has the store and its keys could write the trail anew, but not make it fit this "
               "line. Keep it away "
               "from the store: on paper, in a mail, on another machine. It is signed with the key %1.")
                .arg(QString::fromLatin1(made.key.toHex())),
            tr("Checkpoint of %1 at entry %2, %3")
                .arg(name, QLocale().toString(made.sequence), shownTime(made.time)),
            QString::fromUtf8(toJsonLine(made)).trimmed());
        m_checkpoint->offerFile(u"checkpoint-%1.json"_s.arg(made.sequence));
    });
}

void AuditPage::checkAgainst(const QString &checkpoints)
{
    if (!m_state || !m_keys || !m_keys())
        return;
    const QString intact = m_trail->text();
    m_check->start(checkpoints, *m_state, m_heldArchives, publicKeyOf(m_keys()->signing),
                   [this, intact](bool fits, const QString &said) {
                       m_trail->setText(fits ? intact + u' ' + said : tr("NOT INTACT: %1").arg(said));
                   });
}

void AuditPage::showCheckpoints()
{
    QString whyNot = m_workspace.whyNot(u"audit.read"_s);
    if (whyNot.isEmpty() && !(m_keys && m_keys()))
        whyNot = tr("Checkpoints count by the key that signed them, and there are no keys of the store here. "
                    "\"rolewrightctl log verify --checkpoints\" takes any.");
    else if (whyNot.isEmpty() && !m_state)
        whyNot = tr("The trail was not found intact.");
    m_checkpoints->setVisible(m_workspace.session().isGuarded());
    m_checkpoints->setEnabled(whyNot.isEmpty());
    m_newCheckpoint->setVisible(m_workspace.session().isGuarded());
    m_newCheckpoint->setEnabled(whyNot.isEmpty());
    m_newCheckpoint->setToolTip(
        asPlainText(whyNot.isEmpty() ? tr("A signed word about how far the trail has come.") : whyNot));
    m_checkpoints->setToolTip(asPlainText(
        whyNot.isEmpty() ? tr("Hold the trail against checkpoints that were kept elsewhere.") : whyNot));
}

// Who may not read the trail sees why, and nothing of it.
void AuditPage::showRights()
{
    const QString read = m_workspace.whyNot(u"audit.read"_s);
    for (QWidget *part : {static_cast<QWidget *>(m_filter), static_cast<QWidget *>(m_timeline), m_body})
        part->setVisible(read.isEmpty());
    const QString whyNot = read.isEmpty() ? m_workspace.whyNot(u"audit.export"_s) : read;
    m_exportButton->setEnabled(whyNot.isEmpty());
    m_exportButton->setToolTip(asPlainText(whyNot));
    m_confirmation->end();
    m_archive->hide();
    m_checkpoint->forget();
    showArchiving();
    showCheckpoints();
    showArchives();
    if (!read.isEmpty())
        m_trail->setText(read);
    else if (isVisible())
        verify();
}

void AuditPage::withChosen(const std::function<void(const QList<AuditEvent> &)> &take)
{
    QList<AuditEvent> chosen;
    for (const QModelIndex &row : m_view->selectionModel()->selectedRows())
        chosen.append(m_model->at(row.row()));
    if (chosen.size() < 2) {
        m_export->collect(m_filter->query(), take);
        return;
    }
    std::sort(chosen.begin(), chosen.end(),
              [](const AuditEvent &a, const AuditEvent &b) { return a.sequence > b.sequence; });
    take(chosen);
}

void AuditPage::loadFacets()
{
    if (!m_workspace.isOpen() || !m_workspace.service().traits().versioned)
        return;
    m_countAgain = m_counting;
    if (m_counting)
        return;
    m_counting = true;
    m_facets->setBusy();
    const AuditQuery query = m_filter->query();
    m_workspace.service().facets(query, this, [this, query](const Result<TrailFacets> &facets) {
        m_counting = false;
        if (m_countAgain)
            loadFacets();
        else if (facets)
            m_facets->setFacets(*facets, query);
        else if (facets.error().code != ErrorCode::Cancelled)
            m_workspace.show(toMessage(facets.error()));
    });
}

void AuditPage::takeKeys()
{
    showArchiving();
    m_stale = !isVisible() || !m_body->isVisibleTo(this);
    if (!m_stale)
        verify();
}

void AuditPage::signReportsWith(const std::function<std::shared_ptr<const StoreKeys>()> &keys)
{
    m_keys = keys;
    m_report->setKeys(keys);
}

void AuditPage::saveFiltersIn(Settings &settings)
{
    new SavedFilters(m_filter->field(),
                     {u"trail"_s, [this] { return m_filter->line(); },
                      [this](const QString &line) { m_filter->setLine(line); },
                      [this] { return m_filter->isValid() && !m_filter->line().isEmpty(); }},
                     m_workspace, settings);
}

} // namespace rolewright
