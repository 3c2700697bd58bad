// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/randomhistory.h"

#include "core/edit/apply.h"
#include "tests/support/randomedits.h"

#include <QRandomGenerator>

namespace rolewright {

using namespace Qt::StringLiterals;

quint32 testSeed()
{
    const QByteArray set = qgetenv("ROLEWRIGHT_SEED");
    const quint32 seed = set.isEmpty() ? QRandomGenerator::global()->generate() : set.toUInt();
    qInfo("ROLEWRIGHT_SEED=%u", seed);
    return seed;
}

// What a store must keep as it is: beyond ASCII, beyond 16 bits, and what SQL or a format string would take
// apart.
QString RandomHistory::oddText()
{
    static const QStringList texts = {u"\u00e9"_s,    u"\U0001f600"_s, u"'; DROP TABLE event; --"_s,
                                      u"%1 %n"_s,     u"a/b"_s,        u"\u4e2d\u6587"_s,
                                      u"\"quoted\""_s};
    return texts.at(number(quint32(texts.size())));
}

QList<Change> RandomHistory::oddChange()
{
    Change change;
    change.verb = Change::Verb::Add;
    change.key = oddText() + QString::number(number(100));
    if (number(2)) {
        change.kind = Change::Kind::Role;
        change.to = Role{change.key, oddText(), true};
    } else {
        change.kind = Change::Kind::User;
        change.to = User{change.key, oddText(), true, {{oddText(), oddText()}}, oddText()};
    }
    return {change};
}

QList<Change> RandomHistory::drawn(const Policy &policy)
{
    if (number(6) == 0)
        return oddChange();
    std::vector<unsigned> numbers(60);
    for (unsigned &each : numbers)
        each = unsigned(m_random());
    return RandomEdits(numbers).next(policy);
}

QUuid RandomHistory::uuid()
{
    QByteArray bytes;
    for (int i = 0; i < 16; ++i)
        bytes.append(char(m_random()));
    return QUuid::fromRfc4122(bytes);
}

ChangeSet RandomHistory::next(const Policy &policy, qint64 version)
{
    const Instant now{1'790'000'000'000};
    ChangeSet set{version, uuid(), oddText(), {}};
    Policy edited = policy;
    // Some of what is drawn leaves no valid policy; it is drawn again. A policy that is not valid itself
    // takes nothing.
    quint32 wanted = 1 + number(4);
    for (int attempts = 0; attempts < 1000 && wanted > 0; ++attempts) {
        const QList<Change> changes = drawn(edited);
        const Result<Policy> result = checked(edited, changes, now);
        if (changes.isEmpty() || !result)
            continue;
        edited = *result;
        set.changes += changes;
        --wanted;
    }
    return set;
}

} // namespace rolewright
