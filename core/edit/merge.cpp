// SPDX-License-Identifier: Apache-2.0
#include "core/edit/merge.h"

#include "core/validation/validate.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

} // namespace

Merge::Merge(const Policy &base, const Policy &theirs, const Edits &theirEdits, const Policy &mine)
    : m_base(base)
    , m_theirs(theirs)
    , m_mine(mine)
    , m_their(theirEdits)
    , m_my(base, mine)
    , m_states(m_my.list().size(), State::Kept)
{
    findSame();
    findDeletedByMe();
    findDeletedByThem();
    findConflictsOfThings();
}

// Done once: the same thing, changed in the same way.
void Merge::findSame()
{
    for (auto it = m_my.byThing().cbegin(); it != m_my.byThing().cend(); ++it) {
        const QList<qsizetype> theirs = m_their.byThing().value(it.key());
        const bool isSame =
            std::equal(it->begin(), it->end(), theirs.begin(), theirs.end(), [&](qsizetype a, qsizetype b) {
                const Edit &mine = m_my.list().at(a);
                const Edit &other = m_their.list().at(b);
                return mine.change.verb == other.change.verb && mine.change.field == other.change.field
                    && m_my.broughtBy(mine) == m_their.broughtBy(other);
            });
        for (const qsizetype index : *it)
            m_states[index] = isSame ? State::Done : State::Kept;
    }
}

void Merge::findDeletedByMe()
{
    for (qsizetype index = 0; index < m_my.list().size(); ++index) {
        const Edit &edit = m_my.list().at(index);
        if (!edit.removes() || m_states.at(index) != State::Kept)
            continue;
        QList<qsizetype> inside;
        for (const qsizetype other : m_their.byEnd().value(edit.ends.first())) {
            const QList<qsizetype> same = m_my.byThing().value(m_their.list().at(other).thing);
            if (same.isEmpty() || m_states.at(same.first()) != State::Done)
                inside.append(other);
        }
        if (!inside.isEmpty())
            conflict(u"You delete %1, and somebody else has changed something in it."_s.arg(
                         thingText(edit.change)),
                     {index}, inside);
    }
}

void Merge::findDeletedByThem()
{
    QList<std::pair<qsizetype, QList<qsizetype>>> groups; // their removal, my edits inside
    for (auto it = m_their.removed().cbegin(); it != m_their.removed().cend(); ++it) {
        if (m_my.removed().contains(it.key()))
            continue;
        QList<qsizetype> inside;
        for (const qsizetype index : m_my.byEnd().value(it.key())) {
            if (m_states.at(index) == State::Kept)
                inside.append(index);
        }
        if (!inside.isEmpty())
            groups.append({*it, inside});
    }
    std::sort(groups.begin(), groups.end());
    for (const auto &[removal, inside] : std::as_const(groups)) {
        const QString what = thingText(m_their.list().at(removal).change);
        conflict(u"Somebody else has deleted %1, and you change something in it."_s.arg(what), inside,
                 {removal});
    }
}

void Merge::findConflictsOfThings()
{
    for (qsizetype index = 0; index < m_my.list().size(); ++index) {
        if (m_states.at(index) != State::Kept)
            continue;
        const QString &thing = m_my.list().at(index).thing;
        const QList<qsizetype> theirs = m_their.byThing().value(thing);
        if (!theirs.isEmpty())
            conflict(
                u"You and somebody else have changed the %1."_s.arg(thingText(m_my.list().at(index).change)),
                m_my.byThing().value(thing), theirs);
    }
}

// What cannot stand without these edits: the rest of a deletion, and what is about an entity that is not
// added.
QList<qsizetype> Merge::withDependents(const QList<qsizetype> &edits) const
{
    QList<qsizetype> found;
    QSet<qsizetype> seen;
    QSet<Ent> ends;
    QList<qsizetype> open = edits;
    while (!open.isEmpty()) {
        const qsizetype index = open.takeFirst();
        if (m_states.at(index) != State::Kept || seen.contains(index))
            continue;
        seen.insert(index);
        found.append(index);
        const Edit &edit = m_my.list().at(index);
        for (const Ent &end : edit.ends) {
            const bool isDeletion = m_my.removed().contains(end);
            const bool isAddition = edit.adds() && end == edit.ends.first();
            if ((isDeletion || isAddition) && !ends.contains(end)) {
                ends.insert(end);
                open += m_my.byEnd().value(end);
            }
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

void Merge::conflict(const QString &message, const QList<qsizetype> &mine, const QList<qsizetype> &theirs)
{
    const QList<qsizetype> left = withDependents(mine);
    if (left.isEmpty())
        return;
    Conflict found{thingText(m_my.list().at(mine.first()).change), message, {}, {}};
    if (!theirs.isEmpty() && m_their.list().at(theirs.first()).removes())
        found.thing = thingText(m_their.list().at(theirs.first()).change);
    for (const qsizetype index : theirs)
        found.theirs.append(m_their.list().at(index).change);
    for (const qsizetype index : left) {
        found.mine.append(m_my.list().at(index).change);
        m_states[index] = State::LeftOut;
    }
    m_conflicts.append(found);
    m_result.reset();
}

void Merge::leaveOut(const QSet<QString> &things)
{
    for (qsizetype index = 0; index < m_states.size(); ++index) {
        if (m_states.at(index) == State::Kept && things.contains(m_my.list().at(index).thing)) {
            for (const qsizetype each : withDependents({index}))
                m_states[each] = State::LeftOut;
        }
    }
    m_result.reset();
}

QSet<QString> Merge::thingsLeftOut() const
{
    QSet<QString> things;
    for (qsizetype index = 0; index < m_states.size(); ++index) {
        if (m_states.at(index) == State::LeftOut)
            things.insert(m_my.list().at(index).thing);
    }
    return things;
}

// Errors that neither side has alone.
Findings Merge::newErrors(const Policy &result, Instant now)
{
    if (!m_errorsBefore)
        m_errorsBefore = rolewright::validate(m_theirs) + rolewright::validate(m_mine)
            + newViolations(m_base, m_mine, now);
    Findings errors = rolewright::validate(result) + newViolations(m_theirs, result, now);
    errors.removeIf([&](const Finding &error) { return m_errorsBefore->contains(error); });
    return errors;
}

void Merge::validate(Instant now)
{
    for (;;) {
        const Findings errors = newErrors(result(), now);
        if (errors.isEmpty())
            return;
        if (!leaveOutAssignments(errors))
            leaveOutCulprit(now);
    }
}

// Users who would break a separation of duty: what I assign to them is what is left out, for all of them at
// once.
bool Merge::leaveOutAssignments(const Findings &errors)
{
    QHash<QString, QString> messages; // by place
    for (const Finding &error : errors) {
        if (error.code == u"static-separation")
            messages.insert(error.place, error.message);
    }
    bool isAny = false;
    for (qsizetype index = 0; index < m_states.size() && !messages.isEmpty(); ++index) {
        const Edit &edit = m_my.list().at(index);
        if (m_states.at(index) != State::Kept || edit.change.kind != Kind::Assignment
            || edit.change.verb == Verb::Remove)
            continue;
        const QString place = u"user "_s + nameIn(*m_result, edit.ends.first());
        if (const auto it = messages.constFind(place); it != messages.cend()) {
            const Policy result = *m_result;
            conflict(*it, {index}, {});
            m_result = result; // made again once, when all are out
            isAny = true;
        }
    }
    if (isAny)
        m_result.reset();
    return isAny;
}

// The first edit with which the result has a new error, found by halving.
void Merge::leaveOutCulprit(Instant now)
{
    qsizetype good = 0;
    qsizetype bad = m_states.count(State::Kept);
    QString message;
    while (bad - good > 1) {
        const qsizetype middle = good + (bad - good) / 2;
        const Findings errors = newErrors(applied(middle).policy, now);
        if (errors.isEmpty()) {
            good = middle;
        } else {
            bad = middle;
            message = errors.first().message;
        }
    }
    if (message.isEmpty())
        message = newErrors(result(), now).first().message;
    qsizetype index = -1;
    for (qsizetype kept = 0; kept < bad; ++index)
        kept += m_states.at(index + 1) == State::Kept ? 1 : 0;
    conflict(message, {index}, {});
}

} // namespace rolewright
