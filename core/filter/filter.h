// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filter/filterpattern.h"
#include "core/filter/filterproperties.h"

#include <optional>

namespace rolewright {

// A filter as a tree.
struct FilterNode
{
    enum class Kind { Everything, And, Or, Not, Named, Property };
    Kind kind = Kind::Everything;
    QList<FilterNode> children = {}; // of And and Or: two or more; of Not: one
    FilterProperty property = FilterProperty::Name; // of Property
    QString attribute = {}; // of the property Attribute
    std::optional<FilterPattern> pattern = {}; // of Named; of a property with a value

    friend bool operator==(const FilterNode &, const FilterNode &) = default;
};

// What is wrong, and where: characters of the text. Words for it are the user interface's.
struct FilterProblem
{
    enum class Kind {
        TooLong, // or too deep
        MissingOperand, // nothing where `and`, `or`, `not` or a parenthesis wants something
        UnclosedParenthesis,
        StrayParenthesis,
        UnclosedQuote,
        BadExpression, // detail: what the regular expression's reader says
        UnknownProperty, // detail: the word
        WrongAxis, // detail: the word, which is for other kinds of things
        MissingValue, // detail: the word
        UnexpectedValue, // detail: the word, which is written without one
        // Of the trail only:
        NotHere, // detail: `or`, `not` or a parenthesis
        Repeated, // detail: the word
        BadMoment, // detail: the value
    };
    Kind kind = Kind::TooLong;
    qsizetype place = 0;
    qsizetype length = 1;
    QString detail = {};

    friend bool operator==(const FilterProblem &, const FilterProblem &) = default;
};

// An old way to write something: it works, but this says it better.
struct FilterAdvice
{
    qsizetype place = 0;
    qsizetype length = 0;
    QString better; // instead of these characters

    friend bool operator==(const FilterAdvice &, const FilterAdvice &) = default;
};

// What to show of one kind of thing. A value; the grammar, from loose to tight:
//
//   either   = both { "or" both }                "and", "or", "not" in any case
//   both     = each { [ "and" ] each }
//   each     = "not" each | "(" either ")" | one
//   one      = part | glob | "/" expression "/" | '"' part '"'       of the name
//            | property | property ":" value                        (filterproperties.h)
//            | "user." key [ "=" value ]                            users only
//
// A word goes up to the next space or closing parenthesis that it has not opened. A word with a colon that
// begins with no property is a part of a name, as `article:update` is.
class Filter
{
public:
    static constexpr qsizetype LengthMaximum = 2000; // characters
    static constexpr int DepthMaximum = 50;

    Filter() = default; // everything
    Filter(const QString &text, FilterAxis axis);

    const QString &text() const { return m_text; } // as typed
    FilterAxis axis() const { return m_axis; }
    bool isEmpty() const { return m_root.kind == FilterNode::Kind::Everything; }
    bool isValid() const { return !m_problem; }
    const std::optional<FilterProblem> &problem() const { return m_problem; } // the first one
    const QList<FilterAdvice> &advice() const { return m_advice; } // in order; valid but deprecated
    QString advised() const; // the text with every advice followed
    const FilterNode &root() const { return m_root; }
    // False where only what things are called and describe matters: edits of relations cannot change it.
    bool looksAtRelations() const;

    friend bool operator==(const Filter &a, const Filter &b)
    {
        return a.m_axis == b.m_axis && a.m_root == b.m_root && a.m_problem == b.m_problem;
    }

private:
    QString m_text;
    FilterAxis m_axis = FilterAxis::Permission;
    FilterNode m_root;
    std::optional<FilterProblem> m_problem;
    QList<FilterAdvice> m_advice;
};

// Certainly nothing that `narrower` lets through is kept back by `wider`, as while one goes on typing; false
// where that is not plain. Both are valid.
bool narrows(const Filter &narrower, const Filter &wider);
// Parses to the same tree again.
QString toText(const FilterNode &node);
// The text in quotation marks where it would otherwise be read as something else.
QString filterWord(const QString &text);

} // namespace rolewright
