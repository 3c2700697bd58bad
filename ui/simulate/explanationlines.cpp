// SPDX-License-Identifier: Apache-2.0
#include "ui/simulate/explanationlines.h"

#include "ui/simulate/wording.h"

#include <QCoreApplication>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

class Lines
{
    Q_DECLARE_TR_FUNCTIONS(Explanation)

public:
    // Where no single role meets a whole requirement, its parts say what would meet them.
    Lines(const Policy &policy, const Request &request, bool offersInRequirement)
        : m_policy(policy)
        , m_request(request)
        , m_offersInRequirement(offersInRequirement)
    {
    }

    // Paths with the same beginning share its lines.
    void addPaths(QList<TreeLine> &to, const QList<GrantPath> &paths) const
    {
        for (const GrantPath &path : paths) {
            QList<TreeLine> *level = &to;
            for (qsizetype i = 0; i < path.roles.size(); ++i)
                level = &lineIn(*level, roleText(path.roles, i)).children;
            level->append({grantText(path), TreeLine::Mark::Yes, {}, {}});
        }
    }
    void addNearMisses(QList<TreeLine> &to, const QList<NearMiss> &misses) const
    {
        for (const NearMiss &miss : misses) {
            const QString roles = miss.roles.join(u" > "_s);
            to.append({tr("%1 grants %2, but %3")
                           .arg(roles, miss.grant, obstacle(miss, m_policy, m_request.subject)),
                       TreeLine::Mark::Warning,
                       {},
                       {}});
        }
    }
    void addOffers(QList<TreeLine> &to, const QList<RoleOffer> &offers) const
    {
        if (offers.isEmpty())
            return;
        TreeLine heading{tr("Roles that would give it"), TreeLine::Mark::None, {}, {}};
        for (const RoleOffer &offer : offers) {
            const QString text = offer.adds == 0
                ? tr("%1, and nothing else").arg(offer.role)
                : tr("%1, with %Ln further permission(s)", nullptr, int(offer.adds)).arg(offer.role);
            heading.children.append({text, TreeLine::Mark::Hint, offer.role, {}});
        }
        to.append(heading);
    }
    TreeLine requirement(const RequirementNode &node) const
    {
        TreeLine line{requirementText(node), node.met ? TreeLine::Mark::Yes : TreeLine::Mark::No, {}, {}};
        addPaths(line.children, node.paths);
        if (node.more)
            line.children.append({tr("and further ways"), TreeLine::Mark::None, {}, {}});
        addNearMisses(line.children, node.nearMisses);
        if (m_offersInRequirement)
            addOffers(line.children, node.roles);
        for (const RequirementNode &part : node.children)
            line.children.append(requirement(part));
        return line;
    }

private:
    QString roleText(const QStringList &roles, qsizetype i) const
    {
        if (i > 0)
            return tr("%1, inherited by %2").arg(roles.at(i), roles.at(i - 1));
        return m_request.roles ? tr("%1, acting in this session").arg(roles.at(i))
                               : tr("%1, assigned").arg(roles.at(i));
    }
    QString grantText(const GrantPath &path) const
    {
        if (path.grant.isEmpty())
            return tr("is the role that is asked for");
        if (path.scope.isEmpty())
            return tr("grants %1").arg(path.grant);
        return path.scope == u"own" ? tr("grants %1, and %2 owns it").arg(path.grant, path.by)
                                    : tr("grants %1, and the relation %2 holds").arg(path.grant, path.scope);
    }
    static QString requirementText(const RequirementNode &node)
    {
        if (!node.name.isEmpty())
            return node.own ? tr("%1, and owns it").arg(node.name) : node.name;
        switch (node.kind) {
        case Requirement::Kind::AnyPermission:
            return tr("holds at least one of these permissions");
        case Requirement::Kind::AllPermissions:
            return tr("holds every one of these permissions");
        case Requirement::Kind::AnyRole:
            return tr("has at least one of these roles");
        case Requirement::Kind::Access:
            return tr("has access to this resource");
        case Requirement::Kind::Owner:
            return tr("holds one of these, or owns it and holds one of those for owners");
        case Requirement::Kind::AllOf:
            return tr("all of these");
        case Requirement::Kind::AnyOf:
            return tr("at least one of these");
        case Requirement::Kind::Authenticated:
            return tr("is an active user");
        case Requirement::Kind::Public:
            return tr("is open to everybody");
        }
        return {};
    }

    const Policy &m_policy;
    const Request &m_request;
    bool m_offersInRequirement;
};

} // namespace

QList<TreeLine> explanationLines(const Explanation &explanation, const Policy &policy, const Request &request)
{
    const Lines lines(policy, request, explanation.roles.isEmpty());
    TreeLine user{request.subject, TreeLine::Mark::None, {}, {}};
    if (explanation.requirement)
        user.children.append(lines.requirement(*explanation.requirement));
    lines.addPaths(user.children, explanation.paths);
    if (explanation.more)
        user.children.append({Lines::tr("and further ways"), TreeLine::Mark::None, {}, {}});
    for (const QString &constraint : explanation.constraints)
        user.children.append(
            {Lines::tr("The constraint %1 forbids these roles to act together").arg(constraint),
             TreeLine::Mark::Warning,
             {},
             {}});
    lines.addNearMisses(user.children, explanation.nearMisses);
    QList<TreeLine> all;
    if (!user.children.isEmpty())
        all.append(user);
    lines.addOffers(all, explanation.roles);
    const Reason reason = explanation.decision.reason;
    if (all.isEmpty() && (reason == Reason::NotGranted || reason == Reason::NoRole))
        all.append({Lines::tr("No enabled role gives this."), TreeLine::Mark::None, {}, {}});
    return all;
}

} // namespace rolewright
