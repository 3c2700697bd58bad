// SPDX-License-Identifier: Apache-2.0
#include "core/edit/apply.h"

#include "core/base/json.h"
#include "core/decision/request.h"
#include "core/edit/applier.h"
#include "core/edit/cascade.h"
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
            return failure(placedAt(m_givenOf.at(Applier::indexOf(status.error())), status.error()));
        const Findings findings = stillNamed();
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

    // What changes nothing is checked all the same, and then left out.
    Status append(const Change &change)
    {
        m_givenOf.append(m_given);
        if (Status status = m_applier.apply(change); !status)
            return failure(placedAt(m_given, status.error()));
        if (change.verb != Verb::Set || change.was != change.to)
            m_changes.append(change);
        return {};
    }
    static QString placeOf(qsizetype index) { return u"/changes/%1"_s.arg(index); }
    static Error placedAt(qsizetype index, Error error)
    {
        for (Finding &finding : error.findings)
            finding.place = placeOf(index);
        return error;
    }

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
        const QList<Change> cascade = cascadeOf(policy(), change.kind, change.key);
        for (const Change &each : cascade) {
            if (Status status = append(each); !status)
                return status;
        }
        return {};
    }

    // What is removed in the end is not named by an operation or an approval.
    Findings stillNamed() const
    {
        Findings findings;
        std::optional<Uses> uses;
        for (const Removed &removed : m_removed) {
            if ((removed.kind != Kind::Role && removed.kind != Kind::Permission)
                || exists(policy(), removed.kind, removed.key))
                continue;
            if (!uses)
                uses = usesOfNames();
            for (const QString &by : uses->of(removed))
                findings.append({Severity::Error, u"still-referenced"_s,
                                 u"The %1 %2 cannot be deleted: %3 still names it. Change that first."_s.arg(
                                     toText(removed.kind), removed.key, by),
                                 placeOf(removed.index), 0, 0});
        }
        return findings;
    }

    // What names roles and permissions, each once and in the order of its own name.
    struct Uses
    {
        QHash<QString, QStringList> roles;
        QHash<QString, QStringList> permissions;
        QHash<QString, QStringList> accesses; // by resource:action that is not known any more

        QStringList of(const Removed &removed) const
        {
            if (removed.kind == Kind::Role)
                return roles.value(removed.key);
            QStringList all = permissions.value(removed.key);
            if (const Result<PermissionName> name = parsePermission(removed.key))
                all += accesses.value(name->withoutScope().toText());
            sortByCodePoint(all);
            all.removeDuplicates();
            return all;
        }
    };
    Uses usesOfNames() const
    {
        QSet<QString> known;
        policy().permissions().forEach([&](PermissionId, const Permission &permission) {
            known.insert(permission.name.withoutScope().toText());
        });
        Uses uses;
        const auto add = [](QStringList &users, const QString &user) {
            if (users.isEmpty() || users.last() != user)
                users.append(user);
        };
        for (const OperationId id : policy().operations().idsByKey()) {
            const Operation &operation = policy().operations().at(id);
            if (!operation.required)
                continue;
            forEachName(*operation.required, [&](Kind kind, const QString &name, bool isAccess) {
                if (!isAccess || !known.contains(name))
                    add((isAccess                 ? uses.accesses
                             : kind == Kind::Role ? uses.roles
                                                  : uses.permissions)[name],
                        u"operation "_s + operation.name);
            });
        }
        for (const Approval &approval : policy().approvals())
            uses.roles[approval.by].append(u"an approval"_s);
        return uses;
    }

    Applier m_applier;
    QList<Change> m_changes;
    QList<Removed> m_removed;
    qsizetype m_given = 0; // index of the change that is being added
    QList<qsizetype> m_givenOf; // of each change that the applier was given
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

} // namespace rolewright
