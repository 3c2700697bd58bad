// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/otherschanges.h"

#include "core/edit/difference.h"
#include "ui/widgets/changetext.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int EventsLookedAt = 200; // of the newest versions
constexpr qsizetype ChangesShown = 1000; // more is an import: nobody looks at each

QString keyOf(Change::Kind kind, const QString &key, const QString &other)
{
    return QString::number(int(kind)) + u'\n' + key + u'\n' + other;
}

} // namespace

OthersChanges::OthersChanges(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    m_going.setParent(this);
    m_going.setObjectName(u"others"_s);
    m_going.setSingleShot(true);
    connect(&m_going, &QTimer::timeout, this, &OthersChanges::forget);
    connect(&workspace.service(), &PolicyService::versionAppeared, this, &OthersChanges::take);
    connect(&workspace, &Workspace::storeChanged, this, [this] {
        ++m_run;
        m_comparing.cancel();
        m_from = m_to = {m_workspace.draft().base(), m_workspace.draft().baseVersion()};
        clear();
    });
}

void OthersChanges::clear()
{
    m_going.stop();
    if (m_arrivals.isEmpty())
        return;
    m_arrivals.clear();
    Q_EMIT changed();
}

void OthersChanges::forget()
{
    m_arrivals.removeFirst();
    if (!m_arrivals.isEmpty())
        m_going.start(int(m_arrivals.first().over.remainingTime()));
    Q_EMIT changed();
}

QList<Change> OthersChanges::all() const
{
    QList<Change> changes;
    for (const Arrival &arrival : m_arrivals)
        changes += arrival.changes;
    return changes;
}

QString OthersChanges::textOf(Change::Kind kind, const QString &key, const QString &other) const
{
    const QString thing = keyOf(kind, key, other);
    const auto newest = std::find_if(m_arrivals.crbegin(), m_arrivals.crend(),
                                     [&](const Arrival &arrival) { return arrival.texts.contains(thing); });
    return newest == m_arrivals.crend() ? QString() : newest->texts.value(thing);
}

// Who signs in has seen nothing before: all of it is as it is.
void OthersChanges::take(const Snapshot &snapshot)
{
    if (m_to.version == 0 || m_workspace.isShut()) {
        m_comparing.cancel();
        m_from = snapshot;
    }
    m_to = snapshot;
    if (m_from.version == m_to.version)
        return;
    m_workspace.newestEvents(EventsLookedAt, this, [this, run = ++m_run](const QList<AuditEvent> &events) {
        if (run == m_run)
            compare(events);
    });
}

void OthersChanges::compare(const QList<AuditEvent> &events)
{
    m_comparing.start(
        [from = m_from.policy, to = m_to.policy](const CancelToken &) {
            return difference(from, to).mid(0, ChangesShown);
        },
        [this, events, from = m_from.version, to = m_to](const QList<Change> &changes) {
            m_from = to;
            QList<AuditEvent> since;
            for (const AuditEvent &event : events) {
                if (event.version > from && event.version <= to.version && !event.operation.isEmpty())
                    since.append(event);
            }
            show(changes, since);
        });
}

// Where the trail does not say who did a change, it was one of those who did something; nobody is accused.
void OthersChanges::show(const QList<Change> &changes, const QList<AuditEvent> &events)
{
    QHash<QString, const AuditEvent *> bySummary;
    QStringList people;
    for (const AuditEvent &event : events) {
        bySummary.insert(event.summary, &event);
        if (!people.contains(event.actor))
            people.append(event.actor);
    }
    if (people == QStringList{m_workspace.actor()})
        return;
    Arrival arrival{QDeadlineTimer(Shown), {}, {}};
    for (const Change &change : changes) {
        const AuditEvent *event = bySummary.value(describe(change));
        if (event && event->actor == m_workspace.actor())
            continue;
        const QString who = event ? event->actor
            : people.isEmpty()    ? tr("Somebody else")
                                  : people.join(u", "_s);
        arrival.changes.append(change);
        arrival.texts.insert(keyOf(change.kind, change.key, change.other),
                             tr("%1 did this in version %2, a moment ago: %3")
                                 .arg(who)
                                 .arg(event ? event->version : m_from.version)
                                 .arg(rolewright::textOf(change)));
    }
    if (arrival.changes.isEmpty())
        return;
    m_arrivals.append(std::move(arrival));
    if (!m_going.isActive())
        m_going.start(Shown);
    Q_EMIT changed();
}

} // namespace rolewright
