// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace rolewright {

// What the entries that a query finds have in common: how many are by whom, about what, which operation, with
// which outcome. Each list has the most frequent first, then by name, and no more than Maximum.
struct TrailFacets
{
    static constexpr qsizetype Maximum = 20;

    struct Count
    {
        QString name;
        qint64 events = 0;

        friend bool operator==(const Count &, const Count &) = default;
    };
    QList<Count> actors;
    QList<Count> targets;
    QList<Count> actions;
    QList<Count> results;
    qint64 events = 0; // in all

    friend bool operator==(const TrailFacets &, const TrailFacets &) = default;
};

class FacetCounter
{
public:
    void add(const QString &actor, const QString &target, const QString &action, const QString &result,
             qint64 events = 1);
    TrailFacets finish() const;

private:
    QHash<QString, qint64> m_actors;
    QHash<QString, qint64> m_targets;
    QHash<QString, qint64> m_actions;
    QHash<QString, qint64> m_results;
    qint64 m_events = 0;
};

} // namespace rolewright
