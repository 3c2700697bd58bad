// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/entities.h"

#include <QUuid>

#include <variant>

namespace rolewright {

// A constraint with its roles by name, as change sets carry it.
struct ConstraintValue
{
    QString name;
    Constraint::Kind kind = Constraint::Kind::Static;
    QStringList roles; // sorted
    int limit = 2;
    Constraint::Mode mode = Constraint::Mode::Enforce;

    friend bool operator==(const ConstraintValue &, const ConstraintValue &) = default;
};

// One typed change with what was before: its own inverse (semantics.md, section 6). Names, not ids, so that
// it means the same in a document, in the trail and in another process; a rename is carried through by
// rebase().
struct Change
{
    enum class Verb { Add, Remove, Set, Rename };
    enum class Kind {
        Permission,
        Role,
        User,
        Constraint,
        Operation,
        Test,
        Grant, // key: role, other: grant
        Inheritance, // key: senior, other: junior
        Assignment, // key: user, other: role
        Member, // key: constraint, other: role
        Delegation, // the value is the key
        Approval,
        Ownership, // Set only; field: property or attribute
    };
    // Of an entity being added or removed, of an assignment, or of a field. The type follows from kind and
    // field:
    //   description, name, source, request, kind, mode, property, attribute: QString; sensitive, enabled,
    //   active: bool; limit: qint64; attributes: QMap; from, until: Instant; requires:
    //   std::optional<Requirement>; expect: Expectation. Fields are called as in a policy document.
    //   monostate: there is none, or (in a change not yet completed) it was not said.
    using Value = std::variant<std::monostate, bool, qint64, QString, Instant, QMap<QString, QString>,
                               Permission, Role, User, ConstraintValue, Operation, PolicyTest, Assignment,
                               Delegation, Approval, std::optional<Requirement>, Expectation>;

    Verb verb = Verb::Set;
    Kind kind = Kind::Role;
    QString key; // for a rename: the old name
    QString other;
    QString field; // of Set
    Value was; // Remove: the value that goes; Set: the field before
    Value to; // Add: the value that comes; Set: the field after; Rename: QString, the new name

    Change inverted() const;

    friend bool operator==(const Change &, const Change &) = default;
};

QString toText(Change::Kind kind); // "role", "inheritance", "ownership"
QString toText(Change::Verb verb); // "add"
// The fields of a kind, as a policy document calls and orders them: those of a role are description and
// enabled.
QStringList fieldsOf(Change::Kind kind);

// "grant article:create to author": one line for lists and the trail.
QString describe(const Change &change);

// An ordered list of changes with what makes it one (section 6). Empty means none.
struct ChangeSet
{
    qint64 base = 0; // the version it was made on
    QUuid operation; // unique: a retry with the same one is not done twice
    QString reason;
    QList<Change> changes;

    friend bool operator==(const ChangeSet &, const ChangeSet &) = default;
};

} // namespace rolewright
