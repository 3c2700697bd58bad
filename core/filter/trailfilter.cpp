// SPDX-License-Identifier: Apache-2.0
#include "core/filter/trailfilter.h"

#include "core/base/text.h"
#include "core/filter/filterlexer.h"

#include <QDateTime>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// The moment when what the text names begins, or, for `until`, when it is over.
std::optional<Instant> momentOf(const QString &text, bool ends)
{
    if (const std::optional<Instant> exact = parseRequestTime(text))
        return exact;
    const auto isNumber = [](const QString &part) {
        return std::all_of(part.begin(), part.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    };
    const QStringList parts = text.split(u'-');
    if (parts.size() > 3 || parts.first().size() != 4 || !std::all_of(parts.begin(), parts.end(), isNumber)
        || std::any_of(parts.begin() + 1, parts.end(), [](const QString &part) { return part.size() != 2; }))
        return {};
    QDate day(parts.first().toInt(), parts.value(1, u"01"_s).toInt(), parts.value(2, u"01"_s).toInt());
    if (!day.isValid())
        return {};
    if (ends)
        day = parts.size() == 1 ? day.addYears(1) : parts.size() == 2 ? day.addMonths(1) : day.addDays(1);
    // Within the years that a moment can be written in, whatever the clock is ahead or behind.
    static const Instant first = *parseDocumentTime(u"0001-01-01T00:00:00Z");
    static const Instant last = *parseDocumentTime(u"9999-12-31T23:59:59.999Z");
    return std::clamp(Instant{day.startOfDay().toMSecsSinceEpoch()}, first, last);
}

class Reader
{
public:
    explicit Reader(const QString &text)
        : m_text(text)
        , m_lexer(text)
    {
    }

    TrailFilter read()
    {
        if (m_text.size() > Filter::LengthMaximum)
            fail(FilterProblem::Kind::TooLong, Filter::LengthMaximum, 1);
        while (!m_filter.problem) {
            const FilterToken token = m_lexer.next();
            if (token.kind == FilterToken::Kind::End)
                break;
            take(token);
        }
        if (!m_words.isEmpty() && !m_filter.problem) {
            if (m_filter.query.text.isEmpty())
                m_filter.query.text = toNfc(m_words.join(u' '));
            else
                fail(FilterProblem::Kind::Repeated, m_firstWord, m_words.first().size(), u"text"_s);
        }
        if (m_filter.problem)
            m_filter.query = {};
        return m_filter;
    }

private:
    void fail(FilterProblem::Kind kind, qsizetype place, qsizetype length, const QString &detail = {})
    {
        if (!m_filter.problem)
            m_filter.problem = FilterProblem{kind, place, std::max<qsizetype>(1, length), detail};
    }

    void take(const FilterToken &token)
    {
        switch (token.kind) {
        case FilterToken::Kind::And:
            return; // all hold anyway
        case FilterToken::Kind::Or:
        case FilterToken::Kind::Not:
        case FilterToken::Kind::Open:
        case FilterToken::Kind::Close:
            return fail(FilterProblem::Kind::NotHere, token.place, token.length,
                        m_text.mid(token.place, token.length));
        case FilterToken::Kind::Quoted:
            if (!token.closed)
                return fail(FilterProblem::Kind::UnclosedQuote, token.place, token.length);
            return addWord(token.place, token.text);
        case FilterToken::Kind::Expression:
            return addWord(token.place, m_text.mid(token.place, token.length)); // only text, here
        default:
            return word(token);
        }
    }

    void addWord(qsizetype place, const QString &word)
    {
        if (m_words.isEmpty())
            m_firstWord = place;
        m_words.append(word);
    }

    void word(const FilterToken &token)
    {
        const qsizetype colon = token.text.indexOf(u':');
        const QString property = token.text.left(std::max<qsizetype>(0, colon)).toLower();
        static const QStringList properties{u"actor"_s, u"target"_s, u"action"_s, u"result"_s,
                                            u"text"_s,  u"since"_s,  u"until"_s};
        if (!properties.contains(property)) {
            if (colon > 0 && colon == token.text.size() - 1)
                return fail(FilterProblem::Kind::UnknownProperty, token.place, token.length, property);
            return addWord(token.place, token.text);
        }
        m_lexer.moveTo(token.place + colon + 1);
        FilterToken value = m_lexer.value();
        if (value.kind == FilterToken::Kind::Quoted && !value.closed)
            return fail(FilterProblem::Kind::UnclosedQuote, value.place, value.length);
        if (value.kind == FilterToken::Kind::Expression)
            value.text = m_text.mid(value.place, value.length);
        if (value.text.isEmpty())
            return fail(FilterProblem::Kind::MissingValue, token.place, colon + 1, property);
        if (m_seen.contains(property))
            return fail(FilterProblem::Kind::Repeated, token.place, colon + 1, property);
        m_seen.append(property);
        set(property, value);
    }

    void set(const QString &property, const FilterToken &value)
    {
        AuditQuery &query = m_filter.query;
        const QString text = toNfc(value.text);
        if (property == u"actor") {
            query.actor = text;
        } else if (property == u"target") {
            query.target = text;
        } else if (property == u"action") {
            query.action = text;
        } else if (property == u"result") {
            query.result = text;
        } else if (property == u"text") {
            query.text = text;
        } else {
            const std::optional<Instant> moment = momentOf(text, property == u"until");
            if (!moment)
                return fail(FilterProblem::Kind::BadMoment, value.place, value.length, text);
            (property == u"since" ? query.since : query.until) = moment;
        }
    }

    QString m_text;
    FilterLexer m_lexer;
    TrailFilter m_filter;
    QStringList m_words;
    qsizetype m_firstWord = 0;
    QStringList m_seen;
};

} // namespace

TrailFilter parseTrailFilter(const QString &text)
{
    return Reader(text).read();
}

QString toText(const AuditQuery &query)
{
    QStringList words;
    const auto add = [&words](const QString &property, const QString &value) {
        if (!value.isEmpty())
            words.append(property + u':' + filterWord(value));
    };
    add(u"actor"_s, query.actor);
    add(u"target"_s, query.target);
    add(u"action"_s, query.action);
    add(u"result"_s, query.result);
    if (query.since)
        add(u"since"_s, toText(*query.since));
    if (query.until)
        add(u"until"_s, toText(*query.until));
    add(u"text"_s, query.text);
    return words.join(u' ');
}

} // namespace rolewright
