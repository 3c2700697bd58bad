// SPDX-License-Identifier: Apache-2.0
#include "ui/audit/reportexport.h"

#include "core/base/writefile.h"
#include "core/filter/trailfilter.h"
#include "core/security/storekeys.h"
#include "ui/print/printing.h"
#include "ui/widgets/momentedit.h"

#include <QFileInfo>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

bool isPdf(const QString &path)
{
    return path.endsWith(u".pdf"_s, Qt::CaseInsensitive);
}

QString jsonOf(const QString &path)
{
    return isPdf(path) ? path.chopped(4) + u".json"_s : path;
}

QString periodOf(const TrailReport &report)
{
    const QString since = report.since ? shownTime(*report.since) : ReportExport::tr("the first entry");
    const QString until = report.until ? shownTime(*report.until) : ReportExport::tr("now");
    return ReportExport::tr("from %1 until %2").arg(since, until);
}

} // namespace

ReportExport::ReportExport(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_printing(new Printing(workspace, this))
{
}

void ReportExport::write(const QString &path, const Asked &asked)
{
    AuditQuery newest;
    newest.limit = 1;
    m_workspace.service().events(newest, this,
                                 [this, path, asked, run = ++m_run](const Result<QList<AuditEvent>> &found) {
                                     if (run != m_run)
                                         return;
                                     if (found)
                                         seal(path, asked, *found);
                                     else
                                         m_workspace.show(toMessage(found.error()));
                                 });
}

void ReportExport::seal(const QString &path, const Asked &asked, const QList<AuditEvent> &newest)
{
    TrailReport report;
    report.store = m_workspace.service().traits().name;
    report.by = m_workspace.actor();
    report.made = Instant::now();
    report.filter = toText(asked.query);
    report.since = asked.query.since;
    report.until = asked.query.until;
    report.state = asked.state;
    if (!newest.isEmpty()) {
        report.sequence = newest.first().sequence;
        report.head = newest.first().hash;
    }
    report.events = asked.events;
    m_job.start(
        [report, json = jsonOf(path), keys = m_keys ? m_keys() : nullptr](const CancelToken &) -> Result<ReportSeal> {
            const SealedReport sealed = sealedReport(report, keys ? &keys->signing : nullptr);
            if (const Status written = writeOutput(json, sealed.document); !written)
                return failure(written.error());
            return sealed.seal;
        },
        [this, path, report](const Result<ReportSeal> &sealed) {
            if (sealed)
                finish(path, report, *sealed);
            else
                m_workspace.show(toMessage(sealed.error()));
        });
}

void ReportExport::finish(const QString &path, const TrailReport &report, const ReportSeal &seal)
{
    if (!isPdf(path)) {
        m_workspace.show(
            {Message::Kind::Information,
             tr("The report on %Ln entry(s) is in %1.", nullptr, int(report.events.size())).arg(path),
             {},
             {}});
        return;
    }
    const auto hex = [](const QByteArray &bytes) { return QString::fromLatin1(bytes.toHex()); };
    const QString json = QFileInfo(jsonOf(path)).fileName();
    QList<QStringList> facts{
        {tr("Store"), report.store},
        {tr("Made"), tr("%1 by %2").arg(shownTime(report.made), report.by)},
        {tr("Filter"), report.filter.isEmpty() ? tr("none: every entry") : report.filter},
        {tr("Period"), periodOf(report)},
        {tr("Trail"), report.state},
        {tr("Newest entry"), tr("%1, hash %2").arg(QString::number(report.sequence), hex(report.head))},
        {tr("SHA-256"), hex(seal.hash)},
        {tr("Signed with"),
         seal.key.isEmpty() ? tr("nothing: there is no key for this store here") : hex(seal.key)},
        {tr("To check it"),
         tr("%1, beside this file, holds the same. Its second line has this SHA-256: sed -n 2p %1 | tr -d "
            "'\\n' | "
            "sha256sum")
             .arg(json)}};
    m_printing->printReport(facts, report.events, {path, {}});
}

} // namespace rolewright
