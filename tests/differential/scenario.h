// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/request.h"
#include "core/policy/policy.h"

#include <random>

namespace rolewright {

// A random policy with every feature that decides (semantics.md, sections 2 to 5) and requests that are about
// it, under names that a careless exporter would break. The same seed gives the same.
class Scenario
{
public:
    explicit Scenario(quint64 seed);

    const Policy &policy() const { return m_policy; }
    // Without what Casbin cannot express: times and operations.
    Policy timeless() const;
    Request request();
    Request timelessRequest(); // and without a session

private:
    using Strings = QStringList;

    int below(int n) { return int(m_random() % quint64(n)); }
    bool oneIn(int n) { return below(n) == 0; }
    const QString &anyOf(const QStringList &list) { return list.at(below(int(list.size()))); }
    QString permission() { return anyOf(m_permissions); }
    QStringList some(const QStringList &from, int most);

    void makePermissions();
    void makeRoles();
    void makeUsers();
    void makeConstraints();
    Requirement requirement(int depth);
    QString owner();

    std::mt19937_64 m_random;
    Policy m_policy;
    QStringList m_permissions;
    QStringList m_roles;
    QStringList m_users;
    QStringList m_operations;
};

} // namespace rolewright
