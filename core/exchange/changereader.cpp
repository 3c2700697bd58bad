// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/policyjson.h"

#include "core/base/text.h"
#include "core/exchange/changekeys.h"
#include "core/exchange/entityreader.h"
#include "core/exchange/entitywriter.h"

#include <QSet>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

constexpr std::array<QStringView, 5> DocumentMembers{u"rolewright-changes", u"base", u"operation", u"reason",
                                                     u"changes"};
constexpr std::array<Verb, 4> Verbs{Verb::Add, Verb::Remove, Verb::Set, Verb::Rename};

class ChangeReader
{
public:
    explicit ChangeReader(const JsonDocument &document)
        : m_document(document)
        , m_in(document)
    {
    }

    Result<ChangeSet> read()
    {
        const Place root{m_document.root(), nullptr, {}, -1};
        const auto [format, base, operation, reason, changes] = m_in.members(root, DocumentMembers);
        m_in.require(format);
        if (const auto number = m_in.integer(format); number && *number != 1)
            m_in.report(format, u"format"_s,
                        u"The format %1 is not known; this program reads format 1."_s.arg(*number));
        m_set.base = m_in.integer(base).value_or(0);
        if (m_set.base < 0)
            m_in.report(base, u"value"_s, u"A version is not negative."_s);
        m_set.operation = readOperationId(operation);
        m_set.reason = m_in.description(reason);
        m_in.require(changes);
        m_in.each(changes, [&](const Place &at) { readChange(at); });
        if (!m_in.isGood())
            return failure(ErrorCode::Invalid, u"The change set is not valid."_s, {}, m_in.findings());
        return std::move(m_set);
    }

private:
    QUuid readOperationId(const Place &at)
    {
        const std::optional<QString> text = m_in.text(at);
        if (!text)
            return {};
        const QUuid id(*text);
        if (id.isNull() || id.toString(QUuid::WithoutBraces) != text->toLower())
            m_in.report(
                at, u"value"_s,
                u"%1 is not a UUID such as 5b0c6f1e-3d34-4c1a-9a53-0b6f3d0b6a11."_s.arg(quoted(*text)));
        return id;
    }

    void readChange(const Place &at)
    {
        if (!at.value.isObject()) {
            m_in.report(at, u"type"_s, u"A change is an object."_s);
            return;
        }
        for (const Verb verb : Verbs) {
            const QString name = toText(verb);
            const JsonValue what = at.value.member(name);
            if (!what.isValid())
                continue;
            const Place said{what, &at, name, -1};
            if (const std::optional<Kind> kind = readKind(said, verb))
                readMembers(at, verb, *kind);
            return;
        }
        m_in.report(at, u"missing-member"_s, u"A change says what it does: add, remove, set or rename."_s);
    }

    std::optional<Kind> readKind(const Place &at, Verb verb)
    {
        const std::optional<QString> text = m_in.text(at);
        if (!text)
            return {};
        for (int i = 0; i <= int(Kind::Ownership); ++i) {
            const Kind kind = Kind(i);
            if (toText(kind) != *text)
                continue;
            const bool possible = verb == Verb::Rename ? isEntity(kind)
                : verb == Verb::Set                    ? !fieldsOf(kind).isEmpty()
                                                       : kind != Kind::Ownership;
            if (possible)
                return kind;
            m_in.report(at, u"value"_s, u"There is no such change as \"%1 %2\"."_s.arg(toText(verb), *text));
            return {};
        }
        m_in.report(at, u"value"_s, u"The kind %1 is unknown."_s.arg(quoted(*text)));
        return {};
    }

    void readMembers(const Place &at, Verb verb, Kind kind)
    {
        const QString verbText = toText(verb);
        const bool keyIsInValue = verb == Verb::Rename || (verb == Verb::Add && isEntity(kind));
        const bool hasValue = isEntity(kind) || kind == Kind::Assignment || keyMembers(kind).isEmpty();
        QList<QStringView> known{verbText};
        if (!keyIsInValue)
            known << keyMembers(kind);
        const qsizetype keys = known.size() - 1;
        if (verb == Verb::Set)
            known << u"field" << u"was" << u"to";
        else if (verb == Verb::Rename)
            known << u"was" << u"to";
        else if (hasValue)
            known << (verb == Verb::Add ? u"value" : u"was");
        const QList<Place> members = m_in.members(at, known);
        Change change;
        change.verb = verb;
        change.kind = kind;
        for (qsizetype i = 1; i <= keys; ++i)
            (i == 1 ? change.key : change.other) = readKey(members.at(i), kind, i);
        const Place *more = keys + 1 < members.size() ? &members.at(keys + 1) : nullptr;
        QList<Change> following;
        switch (verb) {
        case Verb::Add:
            if (more)
                readAdded(*more, change, following);
            break;
        case Verb::Remove:
            if (more)
                readRemoved(*more, change);
            break;
        case Verb::Set:
            readSet(members.at(keys + 1), members.at(keys + 2), members.at(keys + 3), change);
            break;
        case Verb::Rename:
            change.key = readKey(*more, kind, 1);
            change.to = readKey(members.at(2), kind, 1);
            break;
        }
        m_set.changes.append(change);
        m_set.changes.append(following);
    }

    // `number` 1: the change's key; 2: its other.
    QString readKey(const Place &at, Kind kind, qsizetype number)
    {
        m_in.require(at);
        if (kind == Kind::Permission) {
            const auto name = readPermissionName(m_in, at);
            return name ? name->toText() : QString();
        }
        if (kind == Kind::Grant && number == 2) {
            const auto name = readGrant(m_in, at);
            return name ? name->toText() : QString();
        }
        return m_in.name(at);
    }

    void readAdded(const Place &value, Change &change, QList<Change> &following)
    {
        if (change.kind == Kind::Assignment) {
            change.to = value.isThere() ? readAssignmentValue(m_in, value) : Assignment();
            return;
        }
        if (m_in.require(value))
            change.to = readValue(value, change.kind, &following, &change.key);
    }

    void readRemoved(const Place &was, Change &change)
    {
        if (change.kind == Kind::Assignment) {
            if (was.isThere())
                change.was = readAssignmentValue(m_in, was);
            return;
        }
        const bool isItsOwnKey = keyMembers(change.kind).isEmpty();
        if (was.isThere() || (isItsOwnKey && m_in.require(was)))
            change.was = readValue(was, change.kind, nullptr, nullptr);
    }

    // An entity, a delegation or an approval. The lists of a role or user become changes of their own.
    Change::Value readValue(const Place &at, Kind kind, QList<Change> *following, QString *key)
    {
        const auto keyed = [&](const auto &entity) -> Change::Value {
            if (key)
                *key = keyOf(entity);
            return entity;
        };
        switch (kind) {
        case Kind::Permission:
            return keyed(readPermission(m_in, at).value_or(Permission()));
        case Kind::Role: {
            const RoleEntry entry = readRole(m_in, at);
            const QString name = entry.role.name;
            for (const auto &[list, each] :
                 {std::pair(entry.inherits, Kind::Inheritance), {entry.grants, Kind::Grant}}) {
                readList(list, following, [&, what = each](const Place &element) {
                    const QString other = readKey(element, what, 2);
                    return Change{Verb::Add, what, name, other, {}, {}, {}};
                });
            }
            return keyed(entry.role);
        }
        case Kind::User: {
            const UserEntry entry = readUser(m_in, at);
            readList(entry.assignments, following, [&](const Place &element) {
                const AssignmentEntry assignment = readAssignment(m_in, element);
                const QString role = m_in.name(assignment.roleAt);
                return Change{Verb::Add, Kind::Assignment,     entry.user.id, role, {},
                              {},        assignment.assignment};
            });
            return keyed(entry.user);
        }
        case Kind::Constraint: {
            const ConstraintValue constraint = readConstraint(m_in, at, Completeness::Unfinished);
            if (key)
                *key = constraint.name;
            return constraint;
        }
        case Kind::Operation: {
            Operation operation = readOperation(m_in, at).operation;
            if (operation.required)
                sortNames(*operation.required);
            return keyed(operation);
        }
        case Kind::Test:
            return keyed(readTest(m_in, at, m_document));
        case Kind::Delegation:
            return readDelegation(m_in, at).delegation;
        case Kind::Approval:
            return readApproval(m_in, at).approval;
        default:
            Q_UNREACHABLE();
        }
    }

    // The changes of a nested list, each naming another thing. What is removed says its lists in changes of
    // their own, in front of it.
    template <class Read>
    void readList(const Place &list, QList<Change> *following, Read read)
    {
        if (!list.isThere())
            return;
        if (!following)
            return m_in.report(list, u"unknown-member"_s,
                               u"Lists go by changes of their own; leave this one out."_s);
        QSet<QString> seen;
        m_in.each(list, [&](const Place &element) {
            const Change change = read(element);
            if (change.other.isEmpty())
                return; // reported
            if (seen.contains(change.other))
                return m_in.reportTwice(element, change.other);
            seen.insert(change.other);
            following->append(change);
        });
    }

    void readSet(const Place &field, const Place &was, const Place &to, Change &change)
    {
        m_in.require(to);
        if (!m_in.require(field))
            return;
        const std::optional<QString> name = m_in.text(field);
        if (!name)
            return;
        const QStringList fields = fieldsOf(change.kind);
        if (!fields.contains(*name)) {
            m_in.report(
                field, u"value"_s,
                u"%1 is no field of this kind; known here: %2."_s.arg(quoted(*name), fields.join(u", "_s)));
            return;
        }
        change.field = *name;
        if (was.isThere())
            change.was = readField(was, change.kind, *name);
        if (to.isThere())
            change.to = readField(to, change.kind, *name);
    }

    Change::Value readField(const Place &at, Kind kind, const QString &field)
    {
        if (field == u"description")
            return m_in.description(at);
        if (field == u"sensitive" || field == u"enabled" || field == u"active")
            return m_in.flag(at, false);
        if (field == u"name" || field == u"source")
            return m_in.value(at);
        if (field == u"attributes")
            return readAttributes(m_in, at);
        if (field == u"kind")
            return toText(readConstraintKind(m_in, at).value_or(Constraint::Kind::Static));
        if (field == u"mode")
            return toText(readConstraintMode(m_in, at).value_or(Constraint::Mode::Enforce));
        if (field == u"limit")
            return m_in.integer(at).value_or(2);
        if (field == u"from")
            return m_in.time(at, Instant::openStart());
        if (field == u"until")
            return m_in.time(at, Instant::openEnd());
        if (field == u"requires")
            return readRequires(at);
        if (field == u"request")
            return readTestRequest(m_in, at, m_document);
        if (field == u"expect")
            return readExpectation(m_in, at);
        Q_ASSERT(kind == Kind::Ownership);
        return field == u"property" ? readOwnershipProperty(m_in, at, {})
                                    : readOwnershipAttribute(m_in, at, {});
    }

    std::optional<Requirement> readRequires(const Place &at)
    {
        if (at.value.isNull())
            return {};
        Requirement requirement = readRequirement(m_in, at);
        sortNames(requirement);
        return requirement;
    }

    const JsonDocument &m_document;
    StrictReader m_in;
    ChangeSet m_set;
};

} // namespace

Result<ChangeSet> readChangeSet(const QByteArray &json)
{
    const Result<JsonDocument> document = JsonDocument::parse(json);
    if (!document)
        return failure(document.error());
    return ChangeReader(*document).read();
}

} // namespace rolewright
