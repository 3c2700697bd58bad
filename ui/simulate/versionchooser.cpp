// SPDX-License-Identifier: Apache-2.0
#include "ui/simulate/versionchooser.h"

#include "ui/widgets/momentedit.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>

namespace rolewright {

VersionChooser::VersionChooser(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_past(new QCheckBox(tr("Pa&st version")))
    , m_version(new QSpinBox)
{
    m_past->setToolTip(tr("Asks the policy as that version had it; otherwise your draft."));
    m_version->setAccessibleName(tr("Past version"));
    m_version->setMinimum(1);
    m_version->setEnabled(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_past);
    row->addWidget(m_version, 1);
    setFocusProxy(m_past);

    connect(m_past, &QCheckBox::toggled, this, &VersionChooser::choose);
    connect(m_version, &QSpinBox::valueChanged, this, &VersionChooser::choose);
    connect(&workspace, &Workspace::baseChanged, this, &VersionChooser::follow);
    connect(&workspace, &Workspace::storeChanged, this, [this] {
        setPast({});
        m_history.clear();
        follow();
    });
    follow();
}

const PolicyIndex &VersionChooser::index() const
{
    return isPast() && m_index ? *m_index : m_workspace.index();
}

bool VersionChooser::isPast() const
{
    return m_past->isChecked();
}

qint64 VersionChooser::version() const
{
    return isPast() ? m_version->value() : m_workspace.draft().baseVersion();
}

bool VersionChooser::hasVersions() const
{
    return m_workspace.isOpen() && m_workspace.service().traits().versioned;
}

void VersionChooser::setPast(std::optional<qint64> version)
{
    const QSignalBlocker blocker(this);
    if (version)
        m_version->setValue(int(*version));
    m_past->setChecked(version.has_value());
    choose();
}

QString VersionChooser::title() const
{
    if (!isPast())
        return m_workspace.draft().isDirty() ? tr("version %1 with your draft").arg(version())
                                             : tr("version %1").arg(version());
    const auto info = m_history.constFind(version());
    return info == m_history.constEnd()
        ? tr("version %1 as it was applied").arg(version())
        : tr("version %1, applied %2 by %3").arg(version()).arg(shownTime(info->time), info->actor);
}

void VersionChooser::follow()
{
    const QSignalBlocker blocker(m_version);
    m_version->setMaximum(int(std::max<qint64>(1, m_workspace.draft().baseVersion())));
}

void VersionChooser::choose()
{
    ++m_run;
    m_compiling.cancel();
    m_index.reset();
    m_problem.clear();
    m_version->setEnabled(isPast());
    if (isPast())
        load();
    Q_EMIT chosen();
}

void VersionChooser::load()
{
    const qint64 wanted = version();
    m_problem = tr("Fetching version %1 from the store…").arg(wanted);
    const quint64 run = m_run;
    // When it was applied, and by whom, is told where it is to be had.
    if (!m_history.contains(wanted))
        m_workspace.service().history(this, [this](const Result<QList<VersionInfo>> &history) {
            if (!history)
                return;
            for (const VersionInfo &info : *history)
                m_history.insert(info.version, info);
        });
    m_workspace.service().load(wanted, this, [this, run, wanted](const Result<Snapshot> &snapshot) {
        if (run == m_run)
            take(wanted, snapshot);
    });
}

void VersionChooser::take(qint64 version, const Result<Snapshot> &snapshot)
{
    if (!snapshot) {
        m_problem = tr("Version %1 cannot be asked: %2").arg(version).arg(toMessage(snapshot.error()).text);
        Q_EMIT chosen();
        return;
    }
    m_compiling.start([policy = snapshot->policy](const CancelToken &) { return PolicyIndex(policy); },
                      [this](const PolicyIndex &index) {
                          m_index = index;
                          m_problem.clear();
                          Q_EMIT chosen();
                      });
}

} // namespace rolewright
