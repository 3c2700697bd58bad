// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/text.h"
#include "core/edit/change.h"
#include "core/policy/policy.h"

#include <algorithm>
#include <random>

namespace rolewright {

using namespace Qt::StringLiterals;

// Random valid policies and changes with everything that a document can say, in names that need every escape.
// The same seed gives the same.
class RandomDocuments
{
public:
    explicit RandomDocuments(quint32 seed)
        : m_random(seed)
    {
    }
    // Another one in each run, or the one that is asked for in ROLEWRIGHT_SEED.
    static quint32 someSeed()
    {
        return qEnvironmentVariableIsSet("ROLEWRIGHT_SEED") ? qEnvironmentVariable("ROLEWRIGHT_SEED").toUInt()
                                                            : std::random_device()();
    }

    quint32 below(quint32 n) { return quint32(m_random() % n); }
    bool oneIn(quint32 n) { return below(n) == 0; }

    QString name();
    QString text()
    {
        return oneIn(3) ? QString() : oneIn(2) ? name() : u'\ufeff' + name() + u'\u2028' + name() + u'\ue000';
    }
    QString description() { return oneIn(3) ? text() + u'\n' + text() : text(); }

    PermissionName permissionName()
    {
        static const QStringList scopes{{}, {}, u"own"_s, u"team"_s, u"Any"_s};
        return {name(), name(), any(scopes)};
    }
    PermissionName grant();
    QStringList names(quint32 least = 0)
    {
        return unique(least, [&] { return name(); });
    }
    QStringList permissionNames(quint32 least = 0)
    {
        return unique(least, [&] { return permissionName().toText(); });
    }

    Instant instant();
    Validity validity();
    Assignment assignment() { return {oneIn(3) ? Validity() : validity(), text()}; }

    Permission permission() { return {permissionName(), description(), oneIn(2)}; }
    Role role() { return {name(), description(), oneIn(2)}; }
    User user();
    QMap<QString, QString> attributes()
    {
        QMap<QString, QString> attributes;
        for (quint32 i = below(4); i > 0; --i)
            attributes.insert(name(), text());
        return attributes;
    }
    ConstraintValue constraint();

    // Of any names; see policy() for one whose names exist.
    Requirement requirement(int nesting = 0);
    Operation operation()
    {
        Operation operation{name(), description(), {}};
        if (!oneIn(3))
            operation.required = requirement();
        return operation;
    }
    QString request();
    Expectation expectation()
    {
        static const QStringList reasons{{}, u"granted"_s, u"no-role"_s};
        return {oneIn(2), any(reasons)};
    }
    PolicyTest test() { return {name(), request(), expectation()}; }
    Delegation delegation()
    {
        Delegation d{name(), names(), unique(0, [&] { return grant().toText(); }), {}};
        if (oneIn(2))
            d.users = {name(), text()};
        return d;
    }
    Approval approval()
    {
        static const QStringList kinds{u"role.delete"_s, u"grant.sensitive"_s, u"administration"_s,
                                       u"user.create"_s};
        return {unique(1, [&] { return any(kinds); }), name()};
    }

    // A valid policy: what is named exists.
    Policy policy();

    // The same document with some bytes gone, doubled or replaced.
    QByteArray damaged(QByteArray json);

    template <class T>
    T any(const QList<T> &list)
    {
        return list.at(below(quint32(list.size())));
    }

private:
    template <class Make>
    QStringList unique(quint32 least, Make make)
    {
        QStringList list;
        for (quint32 wanted = least + below(3); quint32(list.size()) < wanted;) {
            if (const QString text = make(); !list.contains(text))
                list.append(text);
            else if (quint32(list.size()) >= least)
                break;
        }
        sortByCodePoint(list);
        return list;
    }
    template <class Table, class Make>
    void fill(Table &table, Make make)
    {
        for (quint32 i = below(6); i > 0; --i) {
            auto entity = make();
            if (!table.idOf(keyOf(entity)).isValid())
                table.insert(entity);
        }
    }
    // Puts names that exist in the place of others, where there are any.
    bool existsIn(const Policy &p, Requirement &r);

    std::mt19937_64 m_random;
};

} // namespace rolewright
