// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QWidget>

class QCheckBox;
class QSpinBox;

namespace rolewright {

// Which policy answers: the draft, or an applied version, which is fetched from the store and compiled off
// the GUI thread; the newest choice wins.
class VersionChooser : public QWidget
{
    Q_OBJECT

public:
    explicit VersionChooser(Workspace &workspace, QWidget *parent = nullptr);

    const PolicyIndex &index() const; // the draft's while the chosen version is not there
    bool isReady() const { return !isPast() || m_index; }
    bool isPast() const; // a version has been chosen
    qint64 version() const; // the one chosen, or the draft's base
    void setPast(std::optional<qint64> version); // says nothing; none: the draft
    bool hasVersions() const; // the store keeps them

    // "version 42 with your draft", "version 7, applied 2026-01-01 09:00 UTC by bob".
    QString title() const;
    QString problem() const { return m_problem; } // why it is not ready: on its way, or what failed

Q_SIGNALS:
    void chosen(); // another one answers, or is ready, or is not to be had

private:
    void choose();
    void load();
    void take(qint64 version, const Result<Snapshot> &snapshot);
    void follow(); // the newest version

    Workspace &m_workspace;
    QCheckBox *m_past;
    QSpinBox *m_version;
    quint64 m_run = 0; // answers to an earlier choice are dropped
    LatestJob<PolicyIndex> m_compiling;
    std::optional<PolicyIndex> m_index; // of the chosen version
    QHash<qint64, VersionInfo> m_history;
    QString m_problem;
};

} // namespace rolewright
