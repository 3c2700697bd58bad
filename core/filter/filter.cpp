// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filter.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QString inMarks(const QString &text)
{
    QString marked = text;
    marked.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + marked + u'"';
}

bool isPlain(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || QStringView(u"_-.@").contains(c);
    });
}

QString toText(const FilterPattern &pattern)
{
    switch (pattern.kind) {
    case FilterPattern::Kind::Part:
    case FilterPattern::Kind::Whole:
        return filterWord(pattern.text);
    case FilterPattern::Kind::Glob:
        return pattern.text;
    case FilterPattern::Kind::Expression:
        return u'/' + pattern.text + u'/';
    }
    return {};
}

QString toText(const FilterNode &node, bool inside)
{
    switch (node.kind) {
    case FilterNode::Kind::Everything:
        return {};
    case FilterNode::Kind::And:
    case FilterNode::Kind::Or: {
        QStringList parts;
        for (const FilterNode &child : node.children)
            parts.append(toText(child, true));
        const QString text = parts.join(node.kind == FilterNode::Kind::And ? u" "_s : u" or "_s);
        if (!inside)
            return text;
        // A glob may open brackets that it does not close; it must not take ours.
        return text.count(u'(') == text.count(u')') ? u'(' + text + u')' : u'(' + text + u" )"_s;
    }
    case FilterNode::Kind::Not:
        return u"not "_s + toText(node.children.first(), true);
    case FilterNode::Kind::Named:
        return toText(*node.pattern);
    case FilterNode::Kind::Property:
        break;
    }
    if (node.property == FilterProperty::Attribute) {
        const QString key = u"user."_s + filterWord(node.attribute);
        return node.pattern ? key + u'=' + toText(*node.pattern) : key;
    }
    const QString word = filterProperty(node.property).word;
    return node.pattern ? word + u':' + toText(*node.pattern) : word;
}

} // namespace

QString filterWord(const QString &text)
{
    const auto isWord = [&](QStringView word) { return text.compare(word, Qt::CaseInsensitive) == 0; };
    const bool special = isWord(u"and") || isWord(u"or") || isWord(u"not") || filterProperty(text)
        || text.startsWith(u"user.", Qt::CaseInsensitive);
    return isPlain(text) && !special ? text : inMarks(text);
}

QString toText(const FilterNode &node)
{
    return toText(node, false);
}

QString Filter::advised() const
{
    QString better = m_text;
    for (auto advice = m_advice.crbegin(); advice != m_advice.crend(); ++advice)
        better.replace(advice->place, advice->length, advice->better);
    return better;
}

bool Filter::looksAtRelations() const
{
    const auto looks = [](const auto &self, const FilterNode &node) -> bool {
        if (node.kind == FilterNode::Kind::Property) {
            using P = FilterProperty;
            return node.property != P::Name && node.property != P::Id && node.property != P::Description
                && node.property != P::Source;
        }
        return std::any_of(node.children.begin(), node.children.end(),
                           [&](const FilterNode &child) { return self(self, child); });
    };
    return looks(looks, m_root);
}

bool narrows(const Filter &narrower, const Filter &wider)
{
    const auto part = [](const FilterNode &node) {
        return node.kind == FilterNode::Kind::Named && node.pattern->kind == FilterPattern::Kind::Part
            ? &node.pattern->text
            : nullptr;
    };
    const auto implies = [&part](const auto &self, const FilterNode &node, const FilterNode &other) -> bool {
        if (node == other)
            return true;
        if (other.kind == FilterNode::Kind::And) {
            return std::all_of(other.children.begin(), other.children.end(),
                               [&](const FilterNode &child) { return self(self, node, child); });
        }
        if (node.kind == FilterNode::Kind::And) {
            return std::any_of(node.children.begin(), node.children.end(),
                               [&](const FilterNode &child) { return self(self, child, other); });
        }
        return part(node) && part(other) && part(node)->contains(*part(other), Qt::CaseInsensitive);
    };
    return narrower.axis() == wider.axis() && implies(implies, narrower.root(), wider.root());
}

} // namespace rolewright
