// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/decide.h"

namespace rolewright {

// Why a session cannot be opened, or a role not activated or dropped.
struct SessionRefusal
{
    enum class Kind { UnknownUser, UserInactive, RoleNotAuthorized, DynamicSeparation, AlreadyActive, NotActive };
    Kind kind = Kind::UnknownUser;
    QString role; // the one it is about; empty for those about the user
    QStringList constraints; // DynamicSeparation: those that the roles would break together

    friend bool operator==(const SessionRefusal &, const SessionRefusal &) = default;
};
QString toText(SessionRefusal::Kind kind); // "role-not-authorized"

// A user's session with the roles active in it, as INCITS 359 has it: CreateSession, AddActiveRole, DropActiveRole,
// CheckAccess. A value without a policy: each function takes the index of the moment, so that a session outlives an
// edit and notices it. A refusal leaves the session as it was.
class RoleSession
{
public:
    // CreateSession. On refusal the session stays closed.
    std::optional<SessionRefusal> open(const PolicyIndex &index, const QString &user, const QStringList &roles, Instant t);
    std::optional<SessionRefusal> addActiveRole(const PolicyIndex &index, const QString &role, Instant t);
    std::optional<SessionRefusal> dropActiveRole(const QString &role);

    // CheckAccess: the request, asked by this session's user with its roles. Roles that the user is no longer
    // authorized for deny everything (section 4.3), until they are dropped.
    Decision checkAccess(const PolicyIndex &index, Request request, Instant t) const;

    bool isOpen() const { return !m_user.isEmpty(); }
    const QString &user() const { return m_user; }
    const QStringList &activeRoles() const { return m_roles; } // in the order they were activated

    friend bool operator==(const RoleSession &, const RoleSession &) = default;

private:
    QString m_user;
    QStringList m_roles;
};

// The roles that the user may activate at t: those assigned and all they inherit, enabled ones, sorted by name.
QStringList authorizedRoles(const PolicyIndex &index, const QString &user, Instant t);

} // namespace rolewright
