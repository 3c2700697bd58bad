// SPDX-License-Identifier: Apache-2.0
// JsonDocument::parse(): nlohmann's lexer fills the nodes.
#include "core/base/json.h"

#include "core/base/text.h"

#include <nlohmann/json.hpp>

#include <QHash>
#include <QVarLengthArray>

#include <cstring>
#include <iterator>
#include <string_view>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// Tells how far the lexer has read: nlohmann's callbacks carry no position.
class TrackingIterator
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char *;
    using reference = const char &;

    TrackingIterator(const char *at, const char **consumed)
        : m_at(at)
        , m_consumed(consumed)
    {
    }
    reference operator*() const { return *m_at; }
    TrackingIterator &operator++()
    {
        *m_consumed = ++m_at;
        return *this;
    }
    TrackingIterator operator++(int)
    {
        TrackingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const TrackingIterator &other) const { return m_at == other.m_at; }
    bool operator!=(const TrackingIterator &other) const { return m_at != other.m_at; }

private:
    const char *m_at;
    const char **m_consumed;
};

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

struct JsonBuilder
{
    JsonDocument &document;
    const JsonLimits &limits;
    const char *begin;
    const char *consumed;

    struct Open
    {
        quint32 node;
        bool isObject;
        // Keys seen so far: a list while few, a hash when many.
        QVarLengthArray<std::string, 8> few;
        QHash<QByteArray, bool> many;
    };
    std::vector<Open> open;
    quint32 pendingKey = JsonDocument::NoKey;
    bool pendingDuplicate = false;
    QString problem;
    qint64 problemAt = 0;

    bool refuse(const char *at, const QString &what)
    {
        problem = what;
        problemAt = at - begin;
        return false;
    }

    bool add(JsonValue::Type type, const char *start)
    {
        if (document.m_nodes.size() > limits.items)
            return refuse(start, u"has more than %1 members and elements"_s.arg(limits.items));
        JsonDocument::Node node{};
        node.offset = quint32(start - begin);
        node.key = pendingKey;
        node.next = quint32(document.m_nodes.size() + 1) & 0xfffffff;
        node.type = quint32(type) & 7;
        node.duplicate = pendingDuplicate;
        pendingKey = JsonDocument::NoKey;
        pendingDuplicate = false;
        document.m_nodes.append(node);
        return true;
    }

    bool bracket(JsonValue::Type type)
    {
        if (qsizetype(open.size()) >= limits.depth)
            return refuse(consumed - 1, u"is nested deeper than %1"_s.arg(limits.depth));
        const auto node = quint32(document.m_nodes.size());
        if (!add(type, consumed - 1))
            return false;
        open.push_back({node, type == JsonValue::Type::Object, {}, {}});
        return true;
    }

    bool unbracket()
    {
        document.m_nodes[open.back().node].next = quint32(document.m_nodes.size()) & 0xfffffff;
        open.pop_back();
        return true;
    }

    const char *stringStart() const
    {
        // Back from the closing quote to the opening one: the nearest quote with an even number of
        // backslashes.
        const char *p = consumed - 2;
        for (;; --p) {
            if (*p != '"')
                continue;
            const char *q = p;
            while (q > begin && q[-1] == '\\')
                --q;
            if ((p - q) % 2 == 0)
                return p;
        }
    }

    const char *numberStart() const
    {
        const char *end = consumed;
        if (!JsonDocument::isNumberCharacter(end[-1]))
            --end; // the lexer looked one character ahead
        while (end > begin && JsonDocument::isNumberCharacter(end[-1]))
            --end;
        return end;
    }

    bool null() { return add(JsonValue::Type::Null, consumed - 4); }
    bool boolean(bool value) { return add(JsonValue::Type::Bool, consumed - (value ? 4 : 5)); }
    bool number_integer(qint64) { return add(JsonValue::Type::Integer, numberStart()); }
    bool number_unsigned(quint64) { return add(JsonValue::Type::Integer, numberStart()); }
    bool number_float(double, const std::string &text)
    {
        const bool whole = text.find_first_of(".eE") == std::string::npos;
        return add(whole ? JsonValue::Type::Integer : JsonValue::Type::Number, numberStart());
    }
    bool string(std::string &) { return add(JsonValue::Type::String, stringStart()); }
    bool binary(std::vector<std::uint8_t> &) { return false; }
    bool start_object(std::size_t) { return bracket(JsonValue::Type::Object); }
    bool end_object() { return unbracket(); }
    bool start_array(std::size_t) { return bracket(JsonValue::Type::Array); }
    bool end_array() { return unbracket(); }
    bool key(std::string &name)
    {
        pendingKey = quint32(stringStart() - begin);
        Open &object = open.back();
        if (object.many.isEmpty()) {
            for (const std::string &seen : object.few)
                pendingDuplicate = pendingDuplicate || seen == name;
            object.few.append(name);
            if (object.few.size() > 16) {
                for (const std::string &seen : object.few)
                    object.many.insert(QByteArray::fromStdString(seen), true);
            }
        } else {
            const QByteArray bytes = QByteArray::fromStdString(name);
            pendingDuplicate = object.many.contains(bytes);
            object.many.insert(bytes, true);
        }
        document.m_hasDuplicates = document.m_hasDuplicates || pendingDuplicate;
        return true;
    }
    bool parse_error(std::size_t position, const std::string &token,
                     const nlohmann::detail::exception &exception)
    {
        constexpr int NumberOverflow = 406; // of nlohmann::json::out_of_range
        if (exception.id == NumberOverflow)
            return refuse(numberStart(),
                          u"has the number %1, which is too large; write it as a string"_s.arg(
                              shortened(fromUtf8(token), 40)));
        // "[json.exception.parse_error.101] parse error at line 1, column 5: syntax error while parsing value
        // - invalid literal; last read: '..'; expected ..": what was read may be as long as the document.
        std::string_view text = exception.what();
        if (const auto dash = text.find(" - "); dash != text.npos)
            text.remove_prefix(dash + 3);
        else if (const auto colon = text.find(": "); colon != text.npos)
            text.remove_prefix(colon + 2);
        const auto read = text.find("; last read: ");
        const auto expected = text.rfind("; expected ");
        problem = u"is not JSON: "_s + fromUtf8(text.substr(0, read).substr(0, 200));
        if (read != text.npos && expected != text.npos && expected > read)
            problem += fromUtf8(text.substr(expected).substr(0, 200));
        problemAt = position > 0 ? qint64(position) - 1 : 0;
        return false;
    }
};

static_assert(std::is_trivially_copyable_v<JsonValue>);

Result<JsonDocument> JsonDocument::parse(const QByteArray &text, const JsonLimits &limits)
{
    JsonDocument document;
    document.m_text = text;
    const auto refuse = [&](const QString &problem, qint64 offset) {
        const Position at = document.position(offset);
        const QString message = u"The text "_s + problem + u"."_s;
        return failure(ErrorCode::Invalid, u"The input is not valid."_s, {},
                       {{Severity::Error, u"syntax"_s, message, {}, at.line, at.column}});
    };
    if (text.size() > limits.bytes)
        return refuse(u"is %1 bytes long; at most %2 are allowed"_s.arg(text.size()).arg(limits.bytes), 0);
    if (text.startsWith("\xef\xbb\xbf"))
        return refuse(u"begins with a byte order mark; save it as UTF-8 without one"_s, 0);
    const char *begin = text.constData();
    JsonBuilder builder{document, limits, begin, begin, {}, NoKey, false, {}, 0};
    const bool good =
        nlohmann::json::sax_parse(TrackingIterator(begin, &builder.consumed),
                                  TrackingIterator(begin + text.size(), &builder.consumed), &builder);
    if (!good)
        return refuse(builder.problem, builder.problemAt);
    // nlohmann takes a NUL for the end of the input.
    if (const void *nul = std::memchr(begin, 0, size_t(text.size())))
        return refuse(u"is not JSON: it has a NUL byte"_s, static_cast<const char *>(nul) - begin);
    document.m_nodes.squeeze();
    document.mark();
    return document;
}

} // namespace rolewright
