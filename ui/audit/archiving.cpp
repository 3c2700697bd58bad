// SPDX-License-Identifier: Apache-2.0
// The audit page where old entries leave the store, and are held against what stays.
#include "core/admin/changereview.h"
#include "ui/admin/confirmationbar.h"
#include "ui/audit/archivecheck.h"
#include "ui/audit/archivepane.h"
#include "ui/audit/auditpage.h"
#include "ui/shell/plaintext.h"

#include <QFileDialog>
#include <QLabel>
#include <QPushButton>

namespace rolewright {

using namespace Qt::StringLiterals;

void AuditPage::offerArchive()
{
    connect(m_archiveButton, &QPushButton::clicked, m_archive, &ArchivePane::open);
    connect(m_archive, &ArchivePane::accepted, this, &AuditPage::archive);
    connect(m_archive, &ArchivePane::givenUp, this, &AuditPage::giveUpArchiving);
    connect(m_confirmation, &ConfirmationBar::givenUp, this, &AuditPage::giveUpArchiving);
}

void AuditPage::showArchiving()
{
    QString whyNot = m_workspace.whyNot(u"trail.archive"_s);
    if (whyNot.isEmpty() && m_workspace.service().traits().keepsKeys)
        whyNot = tr("Entries of a server's store are archived where it runs, with rolewrightctl.");
    else if (whyNot.isEmpty() && !(m_keys && m_keys()))
        whyNot = tr("An archive is signed with the keys of the store, and there are none here.");
    m_archiveButton->setVisible(m_workspace.session().isGuarded());
    m_archiveButton->setEnabled(whyNot.isEmpty());
    m_archiveButton->setToolTip(asPlainText(whyNot));
    if (!whyNot.isEmpty())
        m_archive->hide();
}

void AuditPage::showArchives()
{
    const QString whyNot = m_workspace.whyNot(u"audit.read"_s);
    m_archivesButton->setVisible(m_workspace.isOpen() && m_workspace.service().traits().versioned);
    m_archivesButton->setEnabled(whyNot.isEmpty() && !m_archives->isRunning());
    m_archivesButton->setToolTip(asPlainText(
        whyNot.isEmpty() ? tr("Hold files of archived entries against the trail that goes on from them.")
                         : whyNot));
}

void AuditPage::askArchives()
{
    auto *dialog = new QFileDialog(this, tr("Archives of this trail"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"pickarchives"_s);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Archives (*.jsonl)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &AuditPage::holdArchives);
    dialog->open();
}

void AuditPage::holdArchives(const QStringList &files)
{
    m_archives->start(files, [this, files](const TrailState &trail, const QList<ArchiveState> &archives) {
        m_state.reset();
        showTrail(trail);
        m_heldArchives = trail.isIntact() ? files : QStringList();
        if (trail.isIntact())
            m_trail->setText(
                m_trail->text() + u' '
                + tr("%Ln archive(s) have the entries %L1 to %L2, as they were signed, and the trail goes "
                     "on from there.",
                     nullptr, int(archives.size()))
                      .arg(archives.first().from())
                      .arg(archives.last().intactTo));
    });
}

void AuditPage::archive(Instant before, const QString &path)
{
    m_archive->setBusy(true);
    // Cancel reaches a call of the store; between the confirmation, which takes its time, and the archiving
    // is none.
    const auto givenUp = std::make_shared<std::atomic_bool>(false);
    m_archivingGivenUp = givenUp;
    m_confirmation->run<StoreGuard::Archived>(
        m_workspace,
        [before, path, givenUp, user = m_workspace.session().user()](
            StoreGuard &guard, const Occasion &occasion) -> Result<StoreGuard::Archived> {
            if (*givenUp)
                return failure(ErrorCode::Cancelled, u"Cancelled; nothing was changed."_s, path);
            return guard.archive(before, path, {user, occasion.origin, occasion.time, false});
        },
        operationDigest(u"trail.archive"_s, path), {}, tr("Con&firm and archive"), this,
        [this, path, givenUp](const Result<StoreGuard::Archived> &done) {
            if (!done && done.error().code == ErrorCode::Cancelled && *givenUp)
                return;
            m_archive->setBusy(false);
            if (!done) {
                if (done.error().code != ErrorCode::Cancelled)
                    m_workspace.show(toMessage(done.error()));
                return;
            }
            m_archive->hide();
            m_workspace.show(
                {Message::Kind::Information,
                 tr("The entries %L1 to %L2 are in %3. Keep the file: the store has them no more.")
                     .arg(done->from)
                     .arg(done->to)
                     .arg(path),
                 {},
                 {}});
            query();
            loadTimeline();
            verify();
        });
}

// What is on its way ends soon, with nothing archived, or it is done by then and says so.
void AuditPage::giveUpArchiving()
{
    if (m_archive->isVisible() && !m_archive->isBusy())
        m_archive->hide();
    else if (m_archive->isVisible()) {
        m_confirmation->end();
        *m_archivingGivenUp = true;
        m_workspace.service().cancel();
        m_archive->setBusy(false);
    }
}

} // namespace rolewright
