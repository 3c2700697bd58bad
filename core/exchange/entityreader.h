// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/change.h"
#include "core/exchange/strictreader.h"

#include <QHash>
#include <QSet>

namespace rolewright {

// The entities of a policy as a document and a change set write them (semantics.md, section 8). Each function
// reports what is wrong with the entity by itself and returns what could be read; whether the things that it
// names exist is for the caller to check. Places that are handed on are only valid while the caller's `at`
// is.

// Nothing where the text is no such name, which is reported.
std::optional<PermissionName> readPermissionName(StrictReader &in, const Place &at);
std::optional<PermissionName> readGrant(StrictReader &in, const Place &at);
std::optional<PermissionName> readAccessName(StrictReader &in, const Place &at);

std::optional<Permission> readPermission(StrictReader &in, const Place &at);

struct RoleEntry
{
    Role role;
    Place inherits;
    Place grants;
};
RoleEntry readRole(StrictReader &in, const Place &at);

struct UserEntry
{
    User user;
    Place assignments;
};
UserEntry readUser(StrictReader &in, const Place &at);
QMap<QString, QString> readAttributes(StrictReader &in, const Place &at);

struct AssignmentEntry
{
    QString role;
    Place roleAt;
    Assignment assignment;
};
AssignmentEntry readAssignment(StrictReader &in, const Place &at); // as a user's entry, with its role
Assignment readAssignmentValue(StrictReader &in, const Place &at); // without

// In a change it may be unfinished, with too few roles or a limit above them: other changes, perhaps later ones, bring
// them. What a change set leads to is validated as a whole.
enum class Completeness { Whole, Unfinished };
ConstraintValue readConstraint(StrictReader &in, const Place &at, Completeness completeness);
std::optional<Constraint::Kind> readConstraintKind(StrictReader &in, const Place &at);
std::optional<Constraint::Mode> readConstraintMode(StrictReader &in, const Place &at);

// Where the parts of a requirement stand, by their pointer below it ("/owner/own/0"). Indices are those of
// what could be read; lists with something that could not are `damaged`.
struct RequirementPlaces
{
    struct Spot
    {
        qint64 offset;
        QString pointer; // in the document
    };
    QHash<QString, Spot> spots;
    QSet<QString> damaged;
};
// With names in the order given; see sortNames().
Requirement readRequirement(StrictReader &in, const Place &at, RequirementPlaces *places = nullptr);
void sortNames(Requirement &requirement);
// What checkRequirement() found, at the nearest part that has a place. A list that is damaged has been reported.
void reportBelow(StrictReader &in, const RequirementPlaces &places, QString pointer, const QString &code,
                 const QString &message);

struct OperationEntry
{
    Operation operation; // the requirement with its names in the order given
    RequirementPlaces places;
};
OperationEntry readOperation(StrictReader &in, const Place &at);

PolicyTest readTest(StrictReader &in, const Place &at, const JsonDocument &document);
QString readTestRequest(StrictReader &in, const Place &at, const JsonDocument &document);
Expectation readExpectation(StrictReader &in, const Place &at);

struct DelegationEntry
{
    Delegation delegation; // lists in the order given
    Place role;
    Place assign;
    Place grant;
};
DelegationEntry readDelegation(StrictReader &in, const Place &at);

struct ApprovalEntry
{
    Approval approval;
    Place changes;
    Place by;
};
ApprovalEntry readApproval(StrictReader &in, const Place &at);

QString readOwnershipProperty(StrictReader &in, const Place &at, const QString &otherwise);
QString readOwnershipAttribute(StrictReader &in, const Place &at, const QString &otherwise);

} // namespace rolewright
