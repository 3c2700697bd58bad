// SPDX-License-Identifier: Apache-2.0
#include "ui/audit/archivecheck.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int Steps = 1000; // of the progress: bytes do not fit an int

qint64 bytesOf(const QStringList &paths)
{
    qint64 bytes = 0;
    for (const QString &path : paths)
        bytes += QFileInfo(path).size();
    return bytes;
}

} // namespace

ArchiveCheck::ArchiveCheck(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_what(new QLabel)
    , m_progress(new QProgressBar)
    , m_cancel(new QPushButton(tr("Cancel")))
{
    m_what->setTextFormat(Qt::PlainText);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Holding the archives against the trail"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_what);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    constexpr int Tick = 100; // ms
    m_tick.setInterval(Tick);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (m_run && m_run->bytes > 0)
            m_progress->setValue(int(m_run->read * Steps / m_run->bytes));
    });
    connect(m_cancel, &QPushButton::clicked, this, &ArchiveCheck::cancel);
    connect(&workspace, &Workspace::storeChanged, this, [this] { setRun(nullptr); });
    connect(&workspace, &Workspace::sessionChanged, this, [this] {
        if (m_workspace.isShut())
            cancel();
    });
    hide();
}

void ArchiveCheck::start(const QStringList &paths, const Done &done)
{
    const auto run = std::make_shared<Run>();
    run->paths = paths;
    run->done = done;
    m_what->setText(tr("Reading %Ln archive(s)…", nullptr, int(paths.size())));
    m_progress->setRange(0, Steps);
    m_progress->setValue(0);
    setRun(run);
    findAnchor(run);
}

void ArchiveCheck::setRun(const Runs &run)
{
    m_reading.cancel();
    m_run = run;
    run ? m_tick.start() : m_tick.stop();
    setVisible(run != nullptr);
    Q_EMIT runningChanged();
}

void ArchiveCheck::cancel()
{
    if (!m_run)
        return;
    const bool reads = m_reading.isRunning();
    setRun(nullptr);
    if (!reads) // the store is at it
        m_workspace.service().cancel();
}

void ArchiveCheck::fail(const Error &error)
{
    setRun(nullptr);
    if (error.code == ErrorCode::Cancelled)
        return;
    Message message = toMessage(error);
    if (!error.place.isEmpty()) // of several
        message.text = u"%1: %2"_s.arg(error.place, message.text);
    m_workspace.show(message);
}

// What was archived since this installation looked is held against what it had seen.
void ArchiveCheck::findAnchor(const Runs &run)
{
    m_workspace.service().guarded<std::optional<Anchor>>(
        [](StoreGuard &guard) -> Result<std::optional<Anchor>> { return guard.anchor(); }, this,
        [this, run](const Result<std::optional<Anchor>> &anchor) {
            if (!isLatest(run))
                return;
            if (!anchor) {
                fail(anchor.error());
                return;
            }
            run->anchor = *anchor;
            read(run);
        });
}

void ArchiveCheck::read(const Runs &run)
{
    QSet<qint64> wanted;
    if (run->anchor)
        wanted.insert(run->anchor->sequence);
    m_reading.start(
        [run, wanted](const CancelToken &cancelled) -> Result<std::shared_ptr<HeldArchives>> {
            run->bytes = bytesOf(run->paths);
            Result<HeldArchives> archives = readArchives(run->paths, wanted, [&](qint64 more) {
                run->read += more;
                return !cancelled;
            });
            if (!archives)
                return failure(archives.error());
            return std::make_shared<HeldArchives>(std::move(*archives));
        },
        [this, run](const Result<std::shared_ptr<HeldArchives>> &archives) {
            if (!isLatest(run))
                return;
            if (!archives) {
                fail(archives.error());
                return;
            }
            run->archives = **archives;
            verify(run, false);
        });
}

void ArchiveCheck::verify(const Runs &run, bool again)
{
    m_what->setText(tr("Verifying the trail…"));
    m_progress->setRange(0, 0); // the store does not say how far it is
    m_workspace.service().verifyTrail(this, [this, run, again](const Result<TrailState> &trail) {
        if (!isLatest(run))
            return;
        if (!trail)
            fail(trail.error());
        else if (again)
            finish(run, *trail);
        else
            hold(run, *trail);
    });
}

void ArchiveCheck::hold(const Runs &run, const TrailState &trail)
{
    TrailState joint = trail;
    joint.firstBad.reset();
    joint.problem.clear();
    holdArchives(run->archives, joint);
    if (!joint.isIntact())
        finish(run, joint);
    else if (run->archives.files.first().begin || m_workspace.service().traits().keepsKeys)
        finish(run, trail);
    else
        see(run, trail);
}

void ArchiveCheck::see(const Runs &run, const TrailState &trail)
{
    const HeldArchives &archives = run->archives;
    const StoreGuard::ArchiveProof proof{
        *archives.files.last().end, run->anchor ? archives.hashes.value(run->anchor->sequence) : QByteArray(),
        archives.keys};
    m_workspace.service().guarded<void>([proof](StoreGuard &guard) { return guard.seeArchive(proof); }, this,
                                        [this, run, trail](const Status &seen) {
                                            if (!isLatest(run))
                                                return;
                                            if (!seen)
                                                fail(seen.error());
                                            else if (trail.isIntact())
                                                finish(run, trail);
                                            else
                                                verify(run, true);
                                        });
}

void ArchiveCheck::finish(const Runs &run, const TrailState &trail)
{
    setRun(nullptr);
    run->done(trail, run->archives.files);
}

} // namespace rolewright
