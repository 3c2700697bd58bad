// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filterlexer.h"

#include "core/base/text.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype UserPrefix = 5; // "user."

// Recursive descent. The first problem ends it.
class Parser
{
public:
    Parser(const QString &text, FilterAxis axis)
        : m_text(text)
        , m_axis(axis)
        , m_lexer(text)
    {
        advance();
    }

    FilterNode parse()
    {
        if (m_text.size() > Filter::LengthMaximum) {
            fail(FilterProblem::Kind::TooLong, Filter::LengthMaximum, m_text.size() - Filter::LengthMaximum);
            return {};
        }
        if (m_token.kind == FilterToken::Kind::End)
            return {};
        FilterNode root = either(0);
        if (!problem && m_token.kind == FilterToken::Kind::Close)
            fail(FilterProblem::Kind::StrayParenthesis, m_token.place, 1);
        return problem ? FilterNode() : root;
    }

    std::optional<FilterProblem> problem;
    QList<FilterAdvice> advice;

private:
    using Kind = FilterToken::Kind;

    void advance() { m_token = m_lexer.next(); }
    FilterNode fail(FilterProblem::Kind kind, qsizetype place, qsizetype length, const QString &detail = {})
    {
        if (!problem)
            problem = FilterProblem{kind, place, std::max<qsizetype>(1, length), detail};
        return {};
    }
    static FilterNode joined(FilterNode::Kind kind, QList<FilterNode> parts)
    {
        return parts.size() == 1 ? parts.first() : FilterNode{.kind = kind, .children = std::move(parts)};
    }

    FilterNode either(int depth)
    {
        QList<FilterNode> parts{both(depth)};
        while (!problem && m_token.kind == Kind::Or) {
            advance();
            parts.append(both(depth));
        }
        return joined(FilterNode::Kind::Or, parts);
    }

    FilterNode both(int depth)
    {
        QList<FilterNode> parts{each(depth)};
        while (!problem && m_token.kind != Kind::End && m_token.kind != Kind::Or
               && m_token.kind != Kind::Close) {
            if (m_token.kind == Kind::And)
                advance();
            parts.append(each(depth));
        }
        return joined(FilterNode::Kind::And, parts);
    }

    FilterNode each(int depth)
    {
        const FilterToken token = m_token;
        if (depth > Filter::DepthMaximum)
            return fail(FilterProblem::Kind::TooLong, token.place, token.length);
        switch (token.kind) {
        case Kind::Not: {
            advance();
            return {.kind = FilterNode::Kind::Not, .children = {each(depth + 1)}};
        }
        case Kind::Open: {
            advance();
            FilterNode inner = either(depth + 1);
            if (!problem && m_token.kind != Kind::Close)
                return fail(FilterProblem::Kind::UnclosedParenthesis, token.place, 1);
            advance();
            return inner;
        }
        case Kind::Word:
            return word(token);
        case Kind::Quoted:
        case Kind::Expression: {
            const std::optional<FilterPattern> pattern = patternOf(token, true);
            advance();
            return {.kind = FilterNode::Kind::Named, .pattern = pattern};
        }
        default:
            return fail(FilterProblem::Kind::MissingOperand, token.place, token.length);
        }
    }

    FilterNode word(const FilterToken &token)
    {
        if (m_axis == FilterAxis::User && token.text.startsWith(u"user.", Qt::CaseInsensitive))
            return attribute(token);
        const qsizetype colon = token.text.indexOf(u':');
        const QString head = colon < 0 ? token.text : token.text.left(colon);
        if (const FilterPropertyInfo *info = filterProperty(head))
            return property(token, *info, colon);
        if (colon >= 0 && colon == token.text.size() - 1) {
            if (m_axis != FilterAxis::Permission)
                return fail(FilterProblem::Kind::UnknownProperty, token.place, token.length, head);
            advice.append({token.place, token.length, token.text + u'*'}); // all of a resource
        }
        const std::optional<FilterPattern> pattern = patternOf(token, true);
        advance();
        return {.kind = FilterNode::Kind::Named, .pattern = pattern};
    }

    FilterNode property(const FilterToken &token, const FilterPropertyInfo &info, qsizetype colon)
    {
        if (!info.axes.contains(m_axis)) {
            // A permission may be of a resource that is called like a property of other things.
            return fail(FilterProblem::Kind::WrongAxis, token.place, colon < 0 ? token.length : colon + 1,
                        info.word);
        }
        FilterNode node{.kind = FilterNode::Kind::Property, .property = info.property};
        if (!info.hasValue && colon >= 0)
            return fail(FilterProblem::Kind::UnexpectedValue, token.place + colon, token.length - colon,
                        info.word);
        if (info.hasValue && colon < 0) {
            // `user` or `role` alone is just what somebody looks for in names.
            node = {.kind = FilterNode::Kind::Named, .pattern = patternOf(token, true)};
        } else if (info.hasValue) {
            m_lexer.moveTo(token.place + colon + 1);
            const FilterToken value = m_lexer.value();
            if (value.text.isEmpty() && value.kind == Kind::Word)
                return fail(FilterProblem::Kind::MissingValue, token.place, token.length, info.word);
            node.pattern = patternOf(value, info.isText);
        }
        advance();
        return node;
    }

    FilterNode attribute(const FilterToken &token)
    {
        m_lexer.moveTo(token.place + UserPrefix);
        const qsizetype colon = token.text.indexOf(u':');
        const bool old = colon > 0 && !token.text.contains(u'=');
        const FilterToken key = m_lexer.value(old ? u':' : u'=');
        if (key.kind == Kind::Quoted && !key.closed)
            return fail(FilterProblem::Kind::UnclosedQuote, key.place, key.length);
        if (key.text.isEmpty())
            return fail(FilterProblem::Kind::MissingValue, token.place, token.length, u"user."_s);
        FilterNode node{.kind = FilterNode::Kind::Property,
                        .property = FilterProperty::Attribute,
                        .attribute = toNfc(key.text)};
        const qsizetype sign = m_lexer.place();
        if (sign < m_text.size() && (m_text.at(sign) == u'=' || (old && m_text.at(sign) == u':'))) {
            if (old)
                advice.append({sign, 1, u"="_s});
            m_lexer.moveTo(sign + 1);
            const FilterToken value = m_lexer.value();
            if (value.text.isEmpty() && value.kind == Kind::Word)
                return fail(FilterProblem::Kind::MissingValue, token.place, sign + 1 - token.place,
                            m_text.mid(token.place, sign - token.place));
            node.pattern = patternOf(value, false);
        }
        advance();
        return node;
    }

    // Fails where the token is no pattern.
    std::optional<FilterPattern> patternOf(const FilterToken &token, bool isText)
    {
        using P = FilterPattern::Kind;
        FilterPattern pattern{isText ? P::Part : P::Whole, toNfc(token.text)};
        if (token.kind == Kind::Quoted) {
            if (!token.closed)
                fail(FilterProblem::Kind::UnclosedQuote, token.place, token.length);
            return pattern;
        }
        if (token.kind == Kind::Expression) {
            pattern.kind = P::Expression;
            const QRegularExpression expression = expressionOf(pattern);
            if (!expression.isValid())
                fail(FilterProblem::Kind::BadExpression,
                     std::min(token.place + 1 + expression.patternErrorOffset(), m_text.size() - 1), 1,
                     expression.errorString());
            else if (!token.closed)
                advice.append({token.place, token.length, u'/' + token.text + u'/'});
        } else if (token.text.contains(u'*') || token.text.contains(u'?')) {
            pattern.kind = P::Glob;
        }
        return pattern;
    }

    QString m_text;
    FilterAxis m_axis;
    FilterLexer m_lexer;
    FilterToken m_token;
};

} // namespace

Filter::Filter(const QString &text, FilterAxis axis)
    : m_text(text)
    , m_axis(axis)
{
    Parser parser(text, axis);
    m_root = parser.parse();
    m_problem = parser.problem;
    if (!m_problem)
        m_advice = parser.advice;
    std::sort(m_advice.begin(), m_advice.end(),
              [](const FilterAdvice &a, const FilterAdvice &b) { return a.place < b.place; });
}

} // namespace rolewright
