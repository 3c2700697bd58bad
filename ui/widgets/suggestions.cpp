// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/suggestions.h"

#include "core/base/text.h"

#include <QSet>

namespace rolewright {

namespace {

class Matches
{
public:
    explicit Matches(const QString &typed)
        : m_typed(typed)
    {
    }

    void add(const QString &name)
    {
        if (name.startsWith(m_typed, Qt::CaseInsensitive))
            m_leading.append(name);
        else if (name.contains(m_typed, Qt::CaseInsensitive))
            m_inner.append(name);
    }
    QStringList take()
    {
        first(m_leading, SuggestionMaximum);
        first(m_inner, SuggestionMaximum - m_leading.size());
        return m_leading + m_inner;
    }

private:
    static void first(QStringList &names, qsizetype count)
    {
        const qsizetype kept = std::min(count, names.size());
        std::partial_sort(names.begin(), names.begin() + kept, names.end(),
                          [](const QString &a, const QString &b) { return lessByCodePoint(a, b); });
        names.resize(kept);
    }

    QString m_typed;
    QStringList m_leading;
    QStringList m_inner;
};

template <class Entities>
QStringList suggestKeys(const Entities &entities, const QString &typed)
{
    Matches matches(typed);
    entities.forEach([&](auto, const auto &entity) { matches.add(keyOf(entity)); });
    return matches.take();
}

} // namespace

QStringList suggest(const QStringList &names, const QString &typed)
{
    Matches matches(typed);
    for (const QString &name : names)
        matches.add(name);
    return matches.take();
}

QStringList suggestUsers(const Policy &policy, const QString &typed)
{
    return suggestKeys(policy.users(), typed);
}

QStringList suggestRoles(const Policy &policy, const QString &typed)
{
    return suggestKeys(policy.roles(), typed);
}

QStringList suggestPermissions(const Policy &policy, const QString &typed)
{
    return suggestKeys(policy.permissions(), typed);
}

QStringList suggestOperations(const Policy &policy, const QString &typed)
{
    return suggestKeys(policy.operations(), typed);
}

QStringList suggestResources(const Policy &policy, const QString &typed)
{
    QSet<QString> resources;
    policy.permissions().forEach(
        [&](PermissionId, const Permission &permission) { resources.insert(permission.name.resource); });
    return suggest(resources.values(), typed);
}

QStringList suggestActions(const Policy &policy, const QString &resource, const QString &typed)
{
    QSet<QString> actions;
    policy.permissions().forEach([&](PermissionId, const Permission &permission) {
        if (resource.isEmpty() || permission.name.resource == resource)
            actions.insert(permission.name.action);
    });
    return suggest(actions.values(), typed);
}

} // namespace rolewright
