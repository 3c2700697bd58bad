// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/decide.h"

namespace rolewright {

// Why a decision is what it is (semantics.md, section 4.4), as names, ready to be shown or written.

struct GrantPath
{
    QStringList roles; // assigned (or activated) role first, then inherited ones
    QString grant;
    QString scope; // the scope that was satisfied, or empty
    QString by; // by what: the owner, or the relation; empty without scope

    friend bool operator==(const GrantPath &, const GrantPath &) = default;
};

struct NearMiss
{
    enum class Kind { AssignmentOver, AssignmentNotYet, RoleDisabled, RoleNotActive, ScopeNotSatisfied };
    Kind kind = Kind::ScopeNotSatisfied;
    QStringList roles; // the path, as in GrantPath
    QString grant;
    std::optional<Instant> at; // when the assignment ended or will begin
    QString owner; // ScopeNotSatisfied: whose it is, or empty where the request names no owner

    friend bool operator==(const NearMiss &, const NearMiss &) = default;
};
QString toText(NearMiss::Kind kind); // "assignment-over"

struct RoleOffer
{
    QString role;
    qsizetype adds = 0; // further permissions and rights of Rolewright that this user would hold

    friend bool operator==(const RoleOffer &, const RoleOffer &) = default;
};

struct RequirementNode
{
    Requirement::Kind kind = Requirement::Kind::Authenticated;
    QString name; // of a leaf below anyPermission, allPermissions, anyRole, access, owner; else empty
    bool own = false; // a leaf of `owner`'s `own`
    bool met = false;
    QList<GrantPath> paths; // of a leaf that is met; at most Explanation::PathMaximum
    QList<NearMiss> nearMisses; // of a leaf that is not
    QList<RoleOffer> roles;
    QList<RequirementNode> children;
    bool more = false; // there are more paths

    friend bool operator==(const RequirementNode &, const RequirementNode &) = default;
};

struct Explanation
{
    static constexpr qsizetype PathMaximum = 100;

    Decision decision;
    QList<GrantPath> paths; // shortest first, then by role names (code points)
    bool more = false; // there are more than PathMaximum
    QList<NearMiss> nearMisses; // at most PathMaximum
    QList<RoleOffer> roles; // fewest further permissions first, then by name; at most PathMaximum
    std::optional<RequirementNode> requirement; // of an operation
    QStringList constraints; // DynamicSeparation: those that the session would break

    friend bool operator==(const Explanation &, const Explanation &) = default;
};

// The decision is decide()'s. Pure; any thread. Roles that would give it are ranked over the whole policy,
// which takes most of the time of a denial: without them, `roles` is empty everywhere.
enum class RoleOffers { Ranked, None };
Explanation explain(const PolicyIndex &index, const Request &request, Instant now,
                    RoleOffers offers = RoleOffers::Ranked);

// {"paths": .., "more": .., "nearMisses": .., "roles": ..}, with "requirement" of an operation, "constraints"
// if any.
void write(JsonWriter &json, const Explanation &explanation);

// The AuthZEN response; with context.reason and policyVersion, and the explanation where the request asks for
// it.
QByteArray toResponse(const Decision &decision, qint64 policyVersion,
                      const Explanation *explanation = nullptr);

} // namespace rolewright
