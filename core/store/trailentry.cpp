// SPDX-License-Identifier: Apache-2.0
#include "core/store/trailentry.h"

#include "core/exchange/policyjson.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QString thing(Change::Kind kind, const QString &key)
{
    return toText(kind) + u'/' + key;
}

// Kinds without a key of their own belong to the policy as a whole.
bool hasKey(Change::Kind kind)
{
    return kind != Change::Kind::Delegation && kind != Change::Kind::Approval
        && kind != Change::Kind::Ownership;
}

// The entities that the key and the other key of a relation name.
struct Ends
{
    Change::Kind key;
    std::optional<Change::Kind> other;
};

Ends endsOf(Change::Kind kind)
{
    using Kind = Change::Kind;
    switch (kind) {
    case Kind::Grant:
        return {Kind::Role, Kind::Permission};
    case Kind::Inheritance:
        return {Kind::Role, Kind::Role};
    case Kind::Assignment:
        return {Kind::User, Kind::Role};
    case Kind::Member:
        return {Kind::Constraint, Kind::Role};
    default:
        return {kind, {}};
    }
}

QString displayName(const Policy &policy, const QString &user)
{
    const User *found = policy.users().find(policy.users().idOf(user));
    return found && found->name != user ? found->name : QString();
}

// The roles that a delegation or an approval, which has no key, is about.
QStringList rolesOf(const Change::Value &value)
{
    if (const Delegation *delegation = std::get_if<Delegation>(&value))
        return QStringList{delegation->role} + delegation->assign;
    if (const Approval *approval = std::get_if<Approval>(&value))
        return {approval->by};
    return {};
}

} // namespace

TrailEntry trailEntry(const Change &change, const Policy &before, const Policy &after)
{
    const Ends ends = endsOf(change.kind);
    TrailEntry entry;
    entry.action = toText(change.kind) + u'.' + toText(change.verb);
    entry.target = hasKey(change.kind) ? thing(ends.key, change.key) : u"policy"_s;
    // Names and attribute values stand in the change alone, where they can be erased.
    const bool isPersonal = change.kind == Change::Kind::User && change.verb == Change::Verb::Set
        && (change.field == "name"_L1 || change.field == "attributes"_L1);
    entry.summary = isPersonal ? u"set %1 of user %2"_s.arg(change.field, change.key) : describe(change);
    entry.things << entry.target;
    if (ends.key == Change::Kind::User) {
        entry.targetName = displayName(after, change.key);
        if (entry.targetName.isEmpty())
            entry.targetName = displayName(before, change.key);
    }
    if (ends.other)
        entry.things << thing(*ends.other, change.other);
    if (const QString *name = std::get_if<QString>(&change.to); name && change.verb == Change::Verb::Rename)
        entry.things << thing(ends.key, *name);
    for (const QString &role : rolesOf(change.was) + rolesOf(change.to))
        entry.things << thing(Change::Kind::Role, role);
    entry.things.removeDuplicates();
    return entry;
}

TrailEntry creationEntry()
{
    return {u"store.create"_s, u"policy"_s, {}, u"create the store"_s, {u"policy"_s}};
}

TrailEntry overrideEntry(const QStringList &brokenTests)
{
    TrailEntry entry{u"test.override"_s,
                     u"policy"_s,
                     {},
                     u"apply although tests fail: %1"_s.arg(brokenTests.join(u", "_s)),
                     {u"policy"_s}};
    for (const QString &test : brokenTests)
        entry.things << thing(Change::Kind::Test, test);
    return entry;
}

TrailEntry confirmationEntry(const QStringList &why)
{
    return {u"changes.confirm"_s, u"policy"_s, {}, u"confirmed a second time: %1"_s.arg(why.join(u' ')), {u"policy"_s}};
}

QByteArray trailText(const Change &change)
{
    JsonWriter json(JsonWriter::Layout::OneLine);
    write(json, change);
    return json.take();
}

AuditEvent trailEvent(const TrailEntry &entry, const ChangeSet &changes, const CommitContext &context,
                      qint64 version)
{
    AuditEvent event;
    event.time = context.time;
    event.actor = context.actor;
    event.origin = context.origin;
    event.action = entry.action;
    event.target = entry.target;
    event.targetName = entry.targetName;
    event.summary = entry.summary;
    event.reason = changes.reason;
    event.operation =
        changes.operation.isNull() ? QString() : changes.operation.toString(QUuid::WithoutBraces);
    event.version = version;
    event.result = u"done"_s;
    return event;
}

} // namespace rolewright
