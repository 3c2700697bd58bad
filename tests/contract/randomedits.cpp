// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/randomedits.h"

#include <QRandomGenerator>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

const Instant now{1'790'000'000'000};

Change added(Kind kind, const QString &key, const Change::Value &value)
{
    Change change;
    change.verb = Verb::Add;
    change.kind = kind;
    change.key = key;
    change.to = value;
    return change;
}

Change related(Kind kind, Verb verb, const QString &key, const QString &other)
{
    Change change;
    change.verb = verb;
    change.kind = kind;
    change.key = key;
    change.other = other;
    return change;
}

Change set(Kind kind, const QString &key, const QString &field, const Change::Value &value)
{
    Change change;
    change.kind = kind;
    change.key = key;
    change.field = field;
    change.to = value;
    return change;
}

} // namespace

quint32 testSeed()
{
    const QByteArray set = qgetenv("ROLEWRIGHT_SEED");
    const quint32 seed = set.isEmpty() ? QRandomGenerator::global()->generate() : set.toUInt();
    qInfo("ROLEWRIGHT_SEED=%u", seed);
    return seed;
}

// Few names, so that changes meet; some beyond ASCII and beyond the 16-bit range.
QString RandomEdits::name(const char *kind)
{
    static const QStringList endings = {u"a"_s,      u"b"_s,          u"c"_s,     u"d e"_s,
                                        u"\u00e9"_s, u"\U0001f600"_s, u"'; --"_s, u"%1"_s};
    return QString::fromLatin1(kind) + endings.at(number(int(endings.size())));
}

QUuid RandomEdits::uuid()
{
    QByteArray bytes;
    for (int i = 0; i < 16; ++i)
        bytes.append(char(m_random()));
    return QUuid::fromRfc4122(bytes);
}

Result<QList<Change>> RandomEdits::one(const Policy &policy)
{
    const QString role = name("r");
    const QString user = name("u");
    const PermissionName permission{name("p"), name("x"), number(3) ? QString() : u"own"_s};
    const Instant later{now.msecs + number(5) * 86'400'000};
    switch (number(18)) {
    case 0:
    case 1:
        return completed(policy,
                         {added(Kind::Permission, permission.toText(),
                                Permission{permission, name("d"), number(2) == 1})});
    case 2:
        return completed(policy, {added(Kind::Role, role, Role{role, name("d"), number(4) != 0})});
    case 3:
        return completed(policy,
                         {added(Kind::User, user,
                                User{user, name("n"), number(4) != 0, {{name("k"), name("v")}}, name("s")})});
    case 4:
    case 5:
        return completed(policy, {related(Kind::Grant, Verb::Add, role, permission.toText())});
    case 6:
        return completed(policy, {related(Kind::Grant, Verb::Add, role, permission.resource + u":*"_s)});
    case 7:
        return completed(policy, {related(Kind::Grant, Verb::Remove, role, permission.toText())});
    case 8:
        return completed(policy,
                         {related(Kind::Inheritance, number(3) ? Verb::Add : Verb::Remove, role, name("r"))});
    case 9:
    case 10: {
        Change change = related(Kind::Assignment, Verb::Add, user, role);
        change.to = Assignment{{Instant::openStart(), number(2) ? later : Instant::openEnd()},
                               number(3) ? QString() : name("s")};
        return completed(policy, {change});
    }
    case 11:
        return completed(policy, {related(Kind::Assignment, Verb::Remove, user, role)});
    case 12:
        return completed(policy, {set(Kind::Role, role, u"description"_s, name("d"))});
    case 13:
        return completed(
            policy, {set(Kind::User, user, u"attributes"_s, QMap<QString, QString>{{name("k"), name("v")}})});
    case 14:
        return number(2) ? renaming(policy, Kind::Role, role, name("r"))
                         : renaming(policy, Kind::User, user, name("u"));
    case 15:
        return number(2) ? deletion(policy, Kind::Role, role)
                         : deletion(policy, Kind::Permission, permission.toText());
    case 16: {
        Requirement requirement;
        requirement.kind = Requirement::Kind::AnyRole;
        requirement.names = {role};
        const QString operation = name("o");
        return completed(policy,
                         {added(Kind::Operation, operation, Operation{operation, name("d"), requirement})});
    }
    default: {
        const QString constraint = name("c");
        QStringList roles = {role, name("r")};
        roles.sort();
        return completed(policy,
                         {added(Kind::Constraint, constraint,
                                ConstraintValue{constraint, Constraint::Kind::Dynamic, roles, 2,
                                                Constraint::Mode::Record})});
    }
    }
}

QList<Change> RandomEdits::next(const Policy &policy, int most)
{
    Policy edited = policy;
    QList<Change> changes;
    const int wanted = 1 + number(most);
    // Most of what is drawn does not fit the policy; what does is taken.
    for (int attempts = 0; attempts < 10'000 && (changes.isEmpty() || attempts < 20 * wanted); ++attempts) {
        const Result<QList<Change>> drawn = one(edited);
        if (!drawn || drawn->isEmpty())
            continue;
        const Result<Policy> result = checked(edited, *drawn, now);
        if (!result)
            continue;
        edited = *result;
        changes += *drawn;
        if (changes.size() >= wanted)
            break;
    }
    return changes;
}

ChangeSet RandomEdits::nextSet(const Policy &policy, qint64 version, int most)
{
    return {version, uuid(), name("reason "), next(policy, most)};
}

} // namespace rolewright
