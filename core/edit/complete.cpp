// SPDX-License-Identifier: Apache-2.0
// completed() and the commands that are made of it: deletion and cloning.
#include "core/edit/apply.h"

#include "core/base/json.h"
#include "core/decision/request.h"
#include "core/edit/applier.h"
#include "core/edit/fields.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

QString canonicalPermission(const QString &text)
{
    const Result<PermissionName> name = parsePermission(text);
    return name ? name->toText() : text;
}

QString canonicalGrant(const QString &text)
{
    const Result<PermissionName> name = parseGrant(text);
    return name ? name->toText() : text;
}

Requirement canonical(Requirement requirement)
{
    if (requirement.kind != Requirement::Kind::AnyRole) {
        for (QString &name : requirement.names)
            name = canonicalPermission(name);
        for (QString &name : requirement.own)
            name = canonicalPermission(name);
    }
    sortByCodePoint(requirement.names);
    sortByCodePoint(requirement.own);
    for (Requirement &child : requirement.children)
        child = canonical(child);
    return requirement;
}

QString canonicalRequestText(const QString &text)
{
    const Result<JsonDocument> document = JsonDocument::parse(text.toUtf8());
    // Anything else is refused when it is applied.
    return document && readRequest(*document, document->root()) ? canonicalRequest(document->root()) : text;
}

// Names as they are written in a policy, lists sorted.
struct Canonical
{
    QString field;

    template <class T>
    void operator()(T &) const
    {
        // Everything else is written as it is.
    }
    void operator()(QString &text) const
    {
        if (field == u"request")
            text = canonicalRequestText(text);
    }
    void operator()(ConstraintValue &value) const { sortByCodePoint(value.roles); }
    void operator()(Operation &value) const { (*this)(value.required); }
    void operator()(std::optional<Requirement> &value) const
    {
        if (value)
            value = canonical(*value);
    }
    void operator()(PolicyTest &value) const { value.request = canonicalRequestText(value.request); }
    void operator()(Delegation &value) const
    {
        for (QString &grant : value.grant)
            grant = canonicalGrant(grant);
        sortByCodePoint(value.assign);
        sortByCodePoint(value.grant);
    }
    void operator()(Approval &value) const { sortByCodePoint(value.changes); }
};

QString keyOfValue(const Change::Value &value)
{
    return std::visit(
        [](const auto &entity) {
            if constexpr (requires { keyOf(entity); })
                return keyOf(entity);
            else if constexpr (std::is_same_v<std::decay_t<decltype(entity)>, ConstraintValue>)
                return entity.name;
            else
                return QString();
        },
        value);
}

class Completer
{
public:
    explicit Completer(const Policy &policy)
        : m_applier(policy)
    {
    }

    Status add(Change change)
    {
        makeCanonical(change);
        fillIn(change);
        if (change.verb == Verb::Set && change.was == change.to)
            return {};
        if (change.verb == Verb::Remove && isEntity(change.kind)) {
            if (Status status = addCascade(change); !status)
                return status;
            m_removed.append({change.kind, change.key, m_given});
        }
        Status status = append(change);
        ++m_given;
        return status;
    }

    Result<QList<Change>> finish()
    {
        if (Status status = m_applier.finish(); !status)
            return failure(status.error());
        Findings findings;
        for (const Removed &removed : std::as_const(m_removed))
            checkNames(removed, findings);
        if (!findings.isEmpty())
            return failure(ErrorCode::Invalid,
                           u"What is still in use cannot be deleted; nothing was changed."_s, {}, findings);
        return m_changes;
    }

private:
    struct Removed
    {
        Kind kind;
        QString key;
        qsizetype index; // of the change as it was given
    };

    const Policy &policy() const { return m_applier.policy(); }

    Status append(const Change &change)
    {
        Status status = m_applier.apply(change);
        if (!status) {
            Error error = status.error();
            for (Finding &finding : error.findings)
                finding.place = placeOf(m_given);
            return failure(error);
        }
        m_changes.append(change);
        return {};
    }
    static QString placeOf(qsizetype index) { return u"/changes/%1"_s.arg(index); }

    static void makeCanonical(Change &change)
    {
        if (change.kind == Kind::Grant)
            change.other = canonicalGrant(change.other);
        if (change.kind == Kind::Permission) {
            change.key = canonicalPermission(change.key);
            if (QString *to = change.verb == Verb::Rename ? std::get_if<QString>(&change.to) : nullptr)
                *to = canonicalPermission(*to);
        }
        std::visit(Canonical{change.field}, change.was);
        std::visit(Canonical{change.field}, change.to);
        if (change.kind == Kind::Assignment && change.verb == Verb::Add && isOpen(change.to))
            change.to = Assignment();
        if (change.verb == Verb::Add && isEntity(change.kind) && change.key.isEmpty())
            change.key = keyOfValue(change.to);
    }
    static bool isOpen(const Change::Value &value) { return std::holds_alternative<std::monostate>(value); }

    // A `was` that was not said is what the policy has. What does not exist is refused when it is applied.
    void fillIn(Change &change) const
    {
        if (isOpen(change.was) && (change.verb == Verb::Remove || change.verb == Verb::Set))
            change.was = currentValue(policy(), change);
    }

    Status addCascade(const Change &change)
    {
        QList<Change> cascade;
        if (change.kind == Kind::Role)
            cascade = cascadeOfRole(policy().roles().idOf(change.key), change.key);
        else if (change.kind == Kind::Permission)
            cascade = cascadeOfPermission(policy().permissions().idOf(change.key), change.key);
        else if (change.kind == Kind::User)
            cascade = cascadeOfUser(policy().users().idOf(change.key), change.key);
        for (const Change &each : std::as_const(cascade)) {
            if (Status status = append(each); !status)
                return status;
        }
        return {};
    }

    static void sortByNames(QList<Change> &changes)
    {
        std::sort(changes.begin(), changes.end(), [](const Change &a, const Change &b) {
            return a.key != b.key ? lessByCodePoint(a.key, b.key) : lessByCodePoint(a.other, b.other);
        });
    }

    QList<Change> cascadeOfRole(RoleId role, const QString &name) const
    {
        QList<Change> grants;
        QList<Change> inheritance;
        QList<Change> assignments;
        const Policy::Roles &roles = policy().roles();
        policy().grants().forEachOf(role.value, [&](const GrantRow &row) {
            grants.append({Verb::Remove, Kind::Grant, name, policy().textOf(row.grant), {}, {}, {}});
        });
        policy().inheritance().forEach([&](const InheritanceRow &row) {
            if (row.senior == role || row.junior == role)
                inheritance.append({Verb::Remove,
                                    Kind::Inheritance,
                                    roles.at(row.senior).name,
                                    roles.at(row.junior).name,
                                    {},
                                    {},
                                    {}});
        });
        policy().assignments().forEach([&](const AssignmentRow &row) {
            if (row.role == role)
                assignments.append(unassignment(row));
        });
        for (QList<Change> *list : {&grants, &inheritance, &assignments})
            sortByNames(*list);
        return grants + inheritance + assignments + cascadeInConstraints(role, name)
            + cascadeInDelegations(name);
    }

    Change unassignment(const AssignmentRow &row) const
    {
        return {Verb::Remove,
                Kind::Assignment,
                policy().users().at(row.user).id,
                policy().roles().at(row.role).name,
                {},
                policy().assignmentOf(row),
                {}};
    }

    QList<Change> cascadeInConstraints(RoleId role, const QString &name) const
    {
        QList<Change> changes;
        for (const ConstraintId id : policy().constraints().idsByKey()) {
            const Constraint &constraint = policy().constraints().at(id);
            if (!constraint.roles.contains(role))
                continue;
            const qint64 left = constraint.roles.size() - 1;
            if (left < 2) {
                changes.append({Verb::Remove,
                                Kind::Constraint,
                                constraint.name,
                                {},
                                {},
                                valueOf(policy(), constraint),
                                {}});
                continue;
            }
            changes.append({Verb::Remove, Kind::Member, constraint.name, name, {}, {}, {}});
            if (constraint.limit > left)
                changes.append({Verb::Set,
                                Kind::Constraint,
                                constraint.name,
                                {},
                                u"limit"_s,
                                qint64(constraint.limit),
                                left});
        }
        return changes;
    }

    QList<Change> cascadeInDelegations(const QString &role) const
    {
        QList<Change> changes;
        for (const Delegation &delegation : policy().delegations()) {
            Delegation left = delegation;
            left.assign.removeAll(role);
            if (delegation.role == role || left != delegation)
                replace(delegation, left, delegation.role != role, changes);
        }
        return changes;
    }

    // A delegation that gives nothing any more goes.
    void replace(const Delegation &delegation, const Delegation &left, bool isKept,
                 QList<Change> &changes) const
    {
        changes.append({Verb::Remove, Kind::Delegation, {}, {}, {}, delegation, {}});
        const bool isEmpty = left.assign.isEmpty() && left.grant.isEmpty();
        const Change add{Verb::Add, Kind::Delegation, {}, {}, {}, {}, left};
        if (isKept && !isEmpty && !policy().delegations().contains(left) && !changes.contains(add))
            changes.append(add);
    }

    QList<Change> cascadeOfPermission(PermissionId permission, const QString &name) const
    {
        QList<Change> changes;
        policy().grants().forEach([&](const GrantRow &row) {
            if (row.grant == GrantId::of(permission))
                changes.append(
                    {Verb::Remove, Kind::Grant, policy().roles().at(row.role).name, name, {}, {}, {}});
        });
        sortByNames(changes);
        for (const Delegation &delegation : policy().delegations()) {
            Delegation left = delegation;
            left.grant.removeAll(name);
            if (left != delegation)
                replace(delegation, left, true, changes);
        }
        return changes;
    }

    QList<Change> cascadeOfUser(UserId user, const QString &) const
    {
        QList<Change> changes;
        policy().assignments().forEachOf(
            user.value, [&](const AssignmentRow &row) { changes.append(unassignment(row)); });
        sortByNames(changes);
        return changes;
    }

    // What is removed in the end is not named by an operation or an approval.
    void checkNames(const Removed &removed, Findings &findings) const
    {
        if ((removed.kind != Kind::Role && removed.kind != Kind::Permission)
            || exists(policy(), removed.kind, removed.key))
            return;
        const auto report = [&](const QString &by) {
            findings.append({Severity::Error, u"still-referenced"_s,
                             u"The %1 %2 cannot be deleted: %3 still names it. Change that first."_s.arg(
                                 toText(removed.kind), removed.key, by),
                             placeOf(removed.index), 0, 0});
        };
        for (const OperationId id : policy().operations().idsByKey()) {
            const Operation &operation = policy().operations().at(id);
            if (operation.required && names(*operation.required, removed))
                report(u"operation "_s + operation.name);
        }
        for (const Approval &approval : policy().approvals()) {
            if (removed.kind == Kind::Role && approval.by == removed.key)
                report(u"an approval"_s);
        }
    }
    bool names(const Requirement &requirement, const Removed &removed) const
    {
        bool found = false;
        forEachName(requirement, [&](Kind kind, const QString &name, bool isAccess) {
            if (kind == removed.kind && !found)
                found = isAccess ? wasLastOf(removed.key, name) : name == removed.key;
        });
        return found;
    }
    // `access` needs some permission of its resource and action, under any scope.
    bool wasLastOf(const QString &permission, const QString &access) const
    {
        const Result<PermissionName> name = parsePermission(permission);
        if (!name || name->withoutScope().toText() != access)
            return false;
        bool isKnown = false;
        policy().permissions().forEach([&](PermissionId, const Permission &other) {
            isKnown = isKnown || other.name.withoutScope() == name->withoutScope();
        });
        return !isKnown;
    }

    Applier m_applier;
    QList<Change> m_changes;
    QList<Removed> m_removed;
    qsizetype m_given = 0; // index of the change that is being added
};

} // namespace

Result<QList<Change>> completed(const Policy &policy, const QList<Change> &changes)
{
    Completer completer(policy);
    for (const Change &change : changes) {
        if (Status status = completer.add(change); !status)
            return failure(status.error());
    }
    return completer.finish();
}

Result<QList<Change>> deletion(const Policy &policy, Change::Kind kind, const QString &key)
{
    Q_ASSERT(isEntity(kind));
    return completed(policy, {{Verb::Remove, kind, key, {}, {}, {}, {}}});
}

Result<QList<Change>> cloning(const Policy &policy, Change::Kind kind, const QString &from, const QString &to)
{
    Q_ASSERT(kind == Kind::Role || kind == Kind::User);
    QList<Change> changes;
    if (kind == Kind::Role) {
        const RoleId id = policy.roles().idOf(from);
        if (const Role *role = policy.roles().find(id)) {
            changes.append({Verb::Add, kind, to, {}, {}, {}, Role{to, role->description, role->enabled}});
            policy.grants().forEachOf(id.value, [&](const GrantRow &row) {
                changes.append({Verb::Add, Kind::Grant, to, policy.textOf(row.grant), {}, {}, {}});
            });
            policy.inheritance().forEachOf(id.value, [&](const InheritanceRow &row) {
                changes.append(
                    {Verb::Add, Kind::Inheritance, to, policy.roles().at(row.junior).name, {}, {}, {}});
            });
        }
    } else {
        const UserId id = policy.users().idOf(from);
        if (policy.users().contains(id)) {
            // Attributes are a person's own, and a directory knows nothing of the copy.
            changes.append({Verb::Add, kind, to, {}, {}, {}, User{to, to, true, {}, {}}});
            policy.assignments().forEachOf(id.value, [&](const AssignmentRow &row) {
                changes.append({Verb::Add,
                                Kind::Assignment,
                                to,
                                policy.roles().at(row.role).name,
                                {},
                                {},
                                Assignment{policy.validityOf(row), {}}});
            });
        }
    }
    if (changes.isEmpty())
        return failure(
            ErrorCode::Invalid,
            u"There is no %1 %2 to copy; it may have been removed or renamed."_s.arg(toText(kind), from));
    return completed(policy, changes);
}

} // namespace rolewright
