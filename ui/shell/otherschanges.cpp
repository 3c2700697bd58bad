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
    m_going.setInterval(Shown);
    connect(&m_going, &QTimer::timeout, this, &OthersChanges::clear);
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
    if (m_all.isEmpty())
        return;
    m_all.clear();
    m_texts.clear();
    Q_EMIT changed();
}

QString OthersChanges::textOf(Change::Kind kind, const QString &key, const QString &other) const
{
    return m_texts.value(keyOf(kind, key, other));
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
    AuditQuery newest;
    newest.limit = EventsLookedAt;
    m_workspace.service().events(newest, this,
                                 [this, run = ++m_run](const Result<QList<AuditEvent>> &events) {
                                     if (run == m_run)
                                         compare(events ? *events : QList<AuditEvent>());
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
    for (const Change &change : changes) {
        const AuditEvent *event = bySummary.value(describe(change));
        if (event && event->actor == m_workspace.actor())
            continue;
        const QString who = event ? event->actor
            : people.isEmpty()    ? tr("Somebody else")
                                  : people.join(u", "_s);
        m_all.append(change);
        m_texts.insert(keyOf(change.kind, change.key, change.other),
                       tr("%1 did this in version %2, a moment ago: %3")
                           .arg(who)
                           .arg(event ? event->version : m_from.version)
                           .arg(rolewright::textOf(change)));
    }
    if (m_all.isEmpty())
        return;
    m_going.start();
    Q_EMIT changed();
}

} // namespace rolewright
