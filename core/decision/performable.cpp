// SPDX-License-Identifier: Apache-2.0
#include "core/decision/performable.h"

#include "core/decision/evaluate.h"

#include <QSet>

namespace rolewright {

Performable::Performable(const PolicyIndex &index, const QStringList &operations, Instant t)
    : m_index(index)
    , m_t(t)
{
    const Policy &policy = index.policy();
    for (qsizetype bit = 0; bit < operations.size(); ++bit) {
        const OperationId id = policy.operations().idOf(operations.at(bit));
        const CompiledRequirement *requirement = id.isValid() ? index.requirement(id) : nullptr;
        if (requirement && requirement->kind != Requirement::Kind::Public)
            m_requirements.append({quint32(bit), requirement});
    }
    QSet<QString> scopes;
    for (quint32 slot = 0; slot < index.slotEnd(); ++slot) {
        if (const QString scope = index.nameOf({slot}).scope; !scope.isEmpty())
            scopes.insert(scope);
    }
    m_scopes = scopes.values();
}

const BitSet &Performable::of(UserId user)
{
    static const BitSet None;
    const Policy &policy = m_index.policy();
    const User *found = policy.users().find(user);
    if (!found || !found->active)
        return None;
    Session session;
    session.user = user;
    session.active = m_index.assignedRoles(user, m_t);
    const QString &attribute = policy.ownership().attribute;
    const bool owned = attribute == u"id" || !found->attributes.value(attribute).isEmpty();
    const std::pair key(session.active, owned);
    const auto known = m_known.constFind(key);
    return known != m_known.cend() ? *known : *m_known.insert(key, performableWith(session, owned));
}

BitSet Performable::performableWith(const Session &session, bool owned) const
{
    BitSet bits;
    // No session with all roles: some of them may well do.
    const bool broken = !brokenConstraints(m_index, session.active).isEmpty();
    for (const auto &[bit, requirement] : m_requirements) {
        if (broken || evaluate(m_index, session, *requirement, owned, m_scopes))
            bits.set(bit);
    }
    return bits;
}

} // namespace rolewright
