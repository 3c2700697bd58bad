// SPDX-License-Identifier: Apache-2.0
#include "core/edit/change.h"

#include "core/edit/apply.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

Change Change::inverted() const
{
    Change change = *this;
    switch (verb) {
    case Verb::Add:
    case Verb::Remove:
        change.verb = verb == Verb::Add ? Verb::Remove : Verb::Add;
        std::swap(change.was, change.to);
        break;
    case Verb::Set:
        std::swap(change.was, change.to);
        break;
    case Verb::Rename:
        change.key = std::get<QString>(to);
        change.to = key;
        break;
    }
    return change;
}

QList<Change> inverted(const QList<Change> &changes)
{
    QList<Change> result;
    result.reserve(changes.size());
    for (auto it = changes.rbegin(); it != changes.rend(); ++it)
        result.append(it->inverted());
    return result;
}

QString toText(Change::Kind kind)
{
    static const QString texts[] = {u"permission"_s, u"role"_s,   u"user"_s,       u"constraint"_s,
                                    u"operation"_s,  u"test"_s,   u"grant"_s,      u"inheritance"_s,
                                    u"assignment"_s, u"member"_s, u"delegation"_s, u"approval"_s,
                                    u"ownership"_s};
    return texts[int(kind)];
}

QString toText(Change::Verb verb)
{
    static const QString texts[] = {u"add"_s, u"remove"_s, u"set"_s, u"rename"_s};
    return texts[int(verb)];
}

} // namespace rolewright
