// SPDX-License-Identifier: Apache-2.0
#include "ui/print/printing.h"

#include "core/base/writefile.h"
#include "ui/matrix/matrixmodel.h"
#include "ui/print/pagination.h"
#include "ui/widgets/momentedit.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int ProgressMsecs = 1'000;

Result<int> writePdf(const QString &path, const Printable &printable, const CancelToken &cancelled,
                     const std::function<void(int, int)> &progress)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(printable.title);
    writer.setCreator(u"Rolewright"_s);
    const bool wide = printable.grid && printable.grid->columns.size() > 24;
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4),
                                     wide ? QPageLayout::Landscape : QPageLayout::Portrait,
                                     QMarginsF(15, 15, 15, 15), QPageLayout::Millimeter));
    const Result<int> pages = printOn(writer, printable, cancelled, progress);
    buffer.close();
    if (!pages)
        return pages;
    if (const Status written = writeOutput(path, bytes); !written)
        return failure(written.error());
    return pages;
}

} // namespace

Result<int> printOn(QPagedPaintDevice &device, const Printable &printable, const CancelToken &cancelled,
                    const std::function<void(int page, int pages)> &progress)
{
    const Pagination pagination(printable, device.pageLayout().paintRectPoints().size());
    QPainter painter;
    if (!painter.begin(&device))
        return failure(ErrorCode::Unavailable, Printing::tr("The printer cannot be used."));
    const double scale = device.logicalDpiX() / 72.0;
    for (int page = 0; page < pagination.count(); ++page) {
        if (cancelled)
            return failure(ErrorCode::Cancelled, Printing::tr("Printing was cancelled."));
        progress(page + 1, pagination.count());
        if (page > 0 && !device.newPage())
            return failure(ErrorCode::Unavailable, Printing::tr("The printer takes no further page."));
        painter.save();
        painter.scale(scale, scale);
        pagination.paint(painter, page);
        painter.restore();
    }
    if (!painter.end())
        return failure(ErrorCode::Unavailable, Printing::tr("The printer could not finish."));
    return pagination.count();
}

Printing::Printing(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    m_progress.setInterval(ProgressMsecs);
    connect(&m_progress, &QTimer::timeout, this, &Printing::showProgress);
    connect(&workspace, &Workspace::storeChanged, this, [this] { cancel(); });
}

void Printing::printMatrix(MatrixModel &model, const QString &title, const PrintTarget &target)
{
    if (!MatrixSnapshot::fits(model)) {
        m_workspace.show({Message::Kind::Warning,
                          tr("This matrix would be thousands of pages: filter its rows or columns first."),
                          {},
                          {}});
        Q_EMIT finished(false);
        return;
    }
    QStringList said = facts();
    if (!model.rowFilter().isEmpty())
        said.append(tr("Rows: %1").arg(model.rowFilter().text()));
    if (!model.columnFilter().isEmpty())
        said.append(tr("Columns: %1").arg(model.columnFilter().text()));
    m_job.cancel();
    m_page.reset();
    m_progress.start();
    m_snapshot.start(model, [this, title, said, target](const Printable::Grid &grid) {
        run([title, said, grid] { return Printable{title, said, {}, grid}; }, target);
    });
}

void Printing::printRole(const QString &role, const PrintTarget &target)
{
    const Policy policy = m_workspace.policy();
    const RoleId id = policy.roles().idOf(role);
    if (id.isValid())
        run([policy, id, said = facts()] { return printableRole(policy, id, said); }, target);
}

void Printing::printTrail(const QList<AuditEvent> &events, const QString &filter, const PrintTarget &target)
{
    QStringList said = facts();
    if (!filter.isEmpty())
        said.append(tr("Filter: %1").arg(filter));
    run([events, said] { return printableTrail(events, said); }, target);
}

void Printing::printReport(const QList<QStringList> &facts, const QList<AuditEvent> &events,
                           const PrintTarget &target)
{
    run(
        [facts, events, said = this->facts()] {
            Printable report = printableTrail(events, said);
            report.title = tr("Report on the audit trail");
            report.tables.prepend({tr("What this is"), {}, {1, 4}, facts});
            return report;
        },
        target);
}

void Printing::cancel()
{
    m_progress.stop();
    m_snapshot.cancel();
    m_job.cancel();
}

void Printing::run(const Make &make, const PrintTarget &target)
{
    m_snapshot.cancel();
    m_page = std::make_shared<std::atomic<int>>(0);
    m_pages = std::make_shared<std::atomic<int>>(0);
    m_progress.start();
    m_job.start(
        [make, target, page = m_page, pages = m_pages](const CancelToken &cancelled) {
            const auto progress = [page, pages](int at, int of) {
                *page = at;
                *pages = of;
            };
            return target.printer ? printOn(*target.printer, make(), cancelled, progress)
                                  : writePdf(target.pdf, make(), cancelled, progress);
        },
        [this, target](const Result<int> &pages) {
            m_progress.stop();
            if (!pages) {
                Message message = toMessage(pages.error());
                if (!target.printer)
                    message.text = u"%1: %2"_s.arg(target.pdf, message.text);
                m_workspace.show(message);
            } else {
                m_workspace.show({Message::Kind::Information,
                                  target.printer ? tr("%Ln page(s) are printed.", nullptr, *pages)
                                                 : tr("%Ln page(s) are in %1.", nullptr, *pages).arg(target.pdf),
                                  {},
                                  {}});
            }
            Q_EMIT finished(pages.has_value());
        });
}

void Printing::showProgress()
{
    const QString text = m_page && *m_page > 0
        ? tr("Printing page %L1 of %L2…").arg(m_page->load()).arg(m_pages->load())
        : tr("Preparing to print…");
    m_workspace.show({Message::Kind::Information, text, tr("Cancel"), [this] {
                          cancel();
                          m_workspace.show(
                              {Message::Kind::Information, tr("Printing was cancelled."), {}, {}});
                          Q_EMIT finished(false);
                      }});
}

QStringList Printing::facts() const
{
    QString version = tr("Version %1").arg(m_workspace.draft().baseVersion());
    if (m_workspace.draft().isDirty())
        version = tr("%1 with %Ln pending change(s)", nullptr, int(m_workspace.netChanges().size()))
                      .arg(version);
    return {m_workspace.service().traits().name, version,
            shownTime({Instant::now().msecs / 1000 * 1000})};
}

} // namespace rolewright
