// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QDeadlineTimer>
#include <QTimer>

namespace rolewright {

// What others have changed in the open store a moment ago, and who: for marks that go by themselves. GUI
// thread; a worker compares the versions, the trail says who it was.
class OthersChanges : public QObject
{
    Q_OBJECT

public:
    explicit OthersChanges(Workspace &workspace, QObject *parent = nullptr);

    QList<Change> all() const;
    // Who did what to this thing; empty: nobody else, or long ago. Constant for each version of the last
    // minute.
    QString textOf(Change::Kind kind, const QString &key, const QString &other) const;

    static constexpr int Shown = 60'000; // ms

Q_SIGNALS:
    void changed();

private:
    void take(const Snapshot &snapshot);
    void compare(const QList<AuditEvent> &events);
    void show(const QList<Change> &changes, const QList<AuditEvent> &events);
    void forget(); // what came first
    void clear();

    // What came at once.
    struct Arrival
    {
        QDeadlineTimer over;
        QList<Change> changes;
        QHash<QString, QString> texts; // by thing
    };

    Workspace &m_workspace;
    Snapshot m_from; // compared last
    Snapshot m_to;
    LatestJob<QList<Change>> m_comparing;
    QList<Arrival> m_arrivals; // the newest last
    QTimer m_going;
    quint64 m_run = 0; // answers about an earlier store are dropped
};

} // namespace rolewright
