// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/change.h"
#include "core/edit/nameuse.h"
#include "core/policy/policy.h"

#include <QHash>

namespace rolewright {

// An entity under the name by which two sides can talk about it: its name in their common base, or the name
// of one that a side made.
struct Ent
{
    Change::Kind kind = Change::Kind::Role;
    QString name;
    bool isNew = false;

    friend bool operator==(const Ent &, const Ent &) = default;
    friend size_t qHash(const Ent &ent, size_t seed = 0)
    {
        return qHashMulti(seed, int(ent.kind), ent.name, ent.isNew);
    }
};

// One change that a side made, with what it is about.
struct Edit
{
    Change change; // as difference() has it; a rename goes straight to the new name
    QString thing; // what conflicts with itself (semantics.md, section 6), the same text on both sides
    QList<Ent> ends; // the entities it is about
    bool usesBaseNames = false; // else the names of the side

    bool adds() const { return change.verb == Change::Verb::Add && change.kind <= Change::Kind::Test; }
    bool removes() const { return change.verb == Change::Verb::Remove && change.kind <= Change::Kind::Test; }
};

// The net changes of one side: how `after` differs from the base.
class Edits
{
public:
    Edits(const Policy &base, const Policy &after);

    const QList<Edit> &list() const
    {
        return m_list;
    } // removals, renames, then the rest, as difference() orders them
    const QHash<QString, QList<qsizetype>> &byThing() const { return m_byThing; }
    const QHash<Ent, QList<qsizetype>> &byEnd() const { return m_byEnd; }
    const QHash<Ent, qsizetype> &removed() const
    {
        return m_removed;
    } // entities, with the index of their removal

    // By a name that an edit's change uses.
    Ent ent(Change::Kind kind, const QString &name, bool isBaseName) const;
    // The value that an edit brings, with the names of the base; what two sides did alike is equal.
    Change::Value broughtBy(const Edit &edit) const;

private:
    void append(const Change &change, bool usesBaseNames);
    QList<Ent> endsOf(const Change &change, bool usesBaseNames) const;
    QString thingOf(const Change &change, const QList<Ent> &ends) const;
    template <class IdType, class Entity>
    void appendRenames(Change::Kind kind, const Table<IdType, Entity> &before,
                       const Table<IdType, Entity> &after);

    const Policy &m_base;
    const Policy &m_after;
    QList<Edit> m_list;
    QHash<QString, QList<qsizetype>> m_byThing;
    QHash<Ent, QList<qsizetype>> m_byEnd;
    QHash<Ent, qsizetype> m_removed;
};

// The value with each role and permission that it names replaced.
Change::Value renamed(const Change::Value &value, const NewName &newName);

// "user alice, active", "grant article:* of editor".
QString thingText(const Change &change);

} // namespace rolewright
