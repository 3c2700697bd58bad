// SPDX-License-Identifier: Apache-2.0
#include "ui/audit/trailoffers.h"

#include "core/filter/filter.h"
#include "ui/widgets/suggestions.h"

#include <QDate>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// What a change is written down as begins with one of these, and a dot.
QStringList actions()
{
    return {u"approval"_s,   u"assignment"_s, u"constraint"_s, u"delegation"_s, u"grant"_s,      u"inheritance"_s,
            u"member"_s,     u"operation"_s,  u"ownership"_s,  u"permission"_s, u"role"_s,       u"store"_s,
            u"test"_s,       u"user"_s};
}

QStringList beginningWith(const QStringList &words, const QString &typed)
{
    QStringList fitting;
    for (const QString &word : words) {
        if (word.startsWith(typed, Qt::CaseInsensitive))
            fitting.append(word);
    }
    return fitting;
}

// Where the word begins that ends at the cursor; white space in quotation marks parts no words.
qsizetype wordStart(const QString &text, int cursor)
{
    qsizetype start = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < cursor; ++i) {
        if (text.at(i) == u'"')
            quoted = !quoted;
        else if (text.at(i).isSpace() && !quoted)
            start = i + 1;
    }
    return start;
}

// As one word of the line.
QString asWord(const QString &value)
{
    const bool plain = std::none_of(value.begin(), value.end(),
                                    [](QChar c) { return c.isSpace() || u"\"()\\"_s.contains(c); });
    return plain ? value : filterWord(value);
}

} // namespace

QStringList suggestTargets(const Policy &policy, const QString &typed)
{
    const QString name = typed.section(u'/', typed.contains(u'/') ? 1 : 0);
    QStringList targets;
    const auto add = [&](const QString &kind, const QStringList &names) {
        for (const QString &found : names) {
            if (const QString target = kind + u'/' + found; name == typed || target.startsWith(typed))
                targets.append(target);
        }
    };
    add(u"role"_s, suggestRoles(policy, name));
    add(u"user"_s, suggestUsers(policy, name));
    add(u"permission"_s, suggestPermissions(policy, name));
    add(u"operation"_s, suggestOperations(policy, name));
    return targets.mid(0, SuggestionMaximum);
}

WordCompletion::Offers trailOffers(const Policy &policy, const QString &text, int cursor, bool asked)
{
    const qsizetype start = wordStart(text, cursor);
    const QString word = text.mid(start, cursor - start);
    const qsizetype colon = word.indexOf(u':');
    if (colon < 0) {
        const QStringList properties{u"actor:"_s, u"action:"_s, u"since:"_s, u"target:"_s, u"text:"_s, u"until:"_s};
        return {start, word.isEmpty() && !asked ? QStringList() : beginningWith(properties, word)};
    }
    const QString property = word.left(colon).toLower();
    QString typed = word.mid(colon + 1);
    if (typed.startsWith(u'"'))
        typed = typed.mid(1);
    WordCompletion::Offers offers{start + colon + 1, {}};
    if (property == u"actor")
        offers.words = suggestUsers(policy, typed);
    else if (property == u"target")
        offers.words = suggestTargets(policy, typed);
    else if (property == u"action")
        offers.words = beginningWith(actions(), typed);
    else if (property == u"since" || property == u"until")
        offers.words = beginningWith({QDate::currentDate().toString(Qt::ISODate),
                                      QDate::currentDate().toString(u"yyyy-MM"_s),
                                      QDate::currentDate().toString(u"yyyy"_s)},
                                     typed);
    for (QString &each : offers.words)
        each = asWord(each);
    return offers;
}

} // namespace rolewright
