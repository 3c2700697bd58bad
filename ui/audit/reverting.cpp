// SPDX-License-Identifier: Apache-2.0
#include "ui/audit/reverting.h"

#include "core/edit/difference.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

Reverting::Reverting(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::storeChanged, this, [this] {
        ++m_run;
        m_running = false;
        m_job.cancel();
        m_comparing.cancel();
    });
}

void Reverting::revert(QList<qint64> versions)
{
    std::sort(versions.begin(), versions.end(), std::greater<>());
    versions.erase(std::unique(versions.begin(), versions.end()), versions.end());
    if (versions.isEmpty())
        return;
    m_job.cancel();
    m_comparing.cancel();
    m_versions = versions;
    m_done = 0;
    m_start = m_workspace.policy();
    m_policy = m_start;
    m_conflicts.clear();
    m_running = true;
    next(++m_run);
}

void Reverting::next(quint64 run)
{
    if (m_done == m_versions.size()) {
        m_comparing.start(
            [before = m_start, after = m_policy](const CancelToken &) { return difference(before, after); },
            [this](const QList<Change> &changes) {
                // The draft may have moved meanwhile: then it starts anew.
                const bool still = difference(m_start, m_workspace.policy()).isEmpty();
                if (!still)
                    revert(m_versions);
                else
                    take({changes, {}, {}, {}});
            });
        return;
    }
    const qint64 version = m_versions.at(m_done);
    PolicyService &service = m_workspace.service();
    service.changeSet(version, this, [this, run, version](const Result<ChangeSet> &changes) {
        if (run != m_run)
            return;
        if (!changes)
            return fail(changes.error());
        m_workspace.service().load(
            version, this, [this, run, mine = inverted(changes->changes)](const Result<Snapshot> &then) {
                if (run != m_run)
                    return;
                if (!then)
                    return fail(then.error());
                m_job.start(
                    [before = then->policy, now = m_policy, mine](const CancelToken &) {
                        return rebase(before, now, mine, Instant::now());
                    },
                    [this, run](const Rebased &rebased) {
                        m_policy = rebased.result;
                        m_conflicts += rebased.conflicts;
                        ++m_done;
                        next(run);
                    });
            });
    });
}

void Reverting::take(const Rebased &rebased)
{
    m_running = false;
    const bool one = m_versions.size() == 1;
    const QString which = one ? tr("version %1").arg(m_versions.first())
                              : tr("%Ln version(s), %1 to %2", nullptr, int(m_versions.size()))
                                    .arg(m_versions.last())
                                    .arg(m_versions.first());
    if (rebased.changes.isEmpty() && m_conflicts.isEmpty()) {
        m_workspace.show(
            {Message::Kind::Information, tr("Nothing of %1 is left to revert.").arg(which), {}, {}});
        return;
    }
    if (!m_workspace.edit(tr("Revert %1").arg(which), rebased.changes))
        return;
    QString text = tr("%Ln change(s) of %1 are reverted in the draft; nothing is applied yet.", nullptr,
                      int(rebased.changes.size()))
                       .arg(which);
    if (!m_conflicts.isEmpty()) {
        QStringList things;
        for (const Conflict &conflict : m_conflicts.mid(0, 3))
            things.append(conflict.thing);
        text += u' ' + tr("Left out, because they were changed again since: %1.").arg(things.join(u", "_s));
    }
    m_workspace.show(
        {m_conflicts.isEmpty() ? Message::Kind::Information : Message::Kind::Warning, text, {}, {}});
}

void Reverting::fail(const Error &error)
{
    m_running = false;
    m_workspace.show(toMessage(error));
}

} // namespace rolewright
